// SPDX-License-Identifier: Apache-2.0
#include "engine/source/decode.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/chinese_share.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/normalise.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace gouji {
namespace {

struct KnownEncoding {
    std::string_view name;      ///< as ICU and people know it
    std::string_view declared;  ///< how pages may declare it, in lower case; also its beginning
};
// GB18030 holds GBK and GB2312, and pages that declare one are often in another.
constexpr std::array encodings = {KnownEncoding{"GB18030", "gb"}, KnownEncoding{"Big5", "big5"},
    KnownEncoding{"UTF-16LE", "utf-16le"}, KnownEncoding{"UTF-16BE", "utf-16be"}, KnownEncoding{"UTF-8", "utf-8"},
    KnownEncoding{"UTF-8", "utf8"}};

/// The text of the bytes; U+FFFD is where they are not a character.
class Decoded {
public:
    /// `most`: bytes that the text can have.
    explicit Decoded(std::size_t most) : text_(most, '\0') {}

    void add(char32_t code, std::size_t from) {
        if (code == 0xFFFD && lost_++ == 0) first_lost_ = from;
        const std::size_t bytes = utf8::encode(code, text_.data() + size_);
        starts_.add(static_cast<std::uint32_t>(bytes), static_cast<std::uint32_t>(from));
        size_ += bytes;
    }

    [[nodiscard]] std::size_t lost() const { return lost_; }
    [[nodiscard]] std::string_view text() const { return std::string_view(text_).substr(0, size_); }

    /// The text of `bytes`, with a note where characters were lost.
    Result<Shown> result(std::string_view bytes) && {
        text_.resize(size_);
        starts_.finish(static_cast<std::uint32_t>(bytes.size()));
        Result<Shown> made(Shown{std::move(text_), std::move(starts_), {}});
        if (lost_ > 0)
            made.diagnostics.push_back(diagnose(source_codes::broken_characters,
                {{"count", same(std::to_string(lost_))}, {"offset", same(std::to_string(first_lost_))}}));
        return made;
    }

private:
    std::string text_;
    ByteStarts starts_;
    std::size_t size_ = 0;
    std::size_t lost_ = 0;
    std::size_t first_lost_ = 0;
};

struct CharacterCount {
    std::size_t good = 0;  ///< characters of several bytes
    std::size_t bad = 0;   ///< bytes that belong to none
    std::size_t first_bad = 0;
};

/// Up to where there are so many broken bytes that the text can be no UTF-8.
CharacterCount count_utf8(std::string_view bytes) {
    const std::size_t most = bytes.size() / 2;
    CharacterCount made;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size && made.bad <= most;) {
        const std::int32_t from = at;
        UChar32 code = 0;
        U8_NEXT(data, at, size, code);
        if (code < 0) {
            if (made.bad == 0) made.first_bad = static_cast<std::size_t>(from);
            made.bad += static_cast<std::size_t>(at - from);
        } else if (code >= 0x80) {
            ++made.good;
        }
    }
    return made;
}

/// Each broken character becomes U+FFFD.
Decoded mend_utf8(std::string_view bytes) {
    constexpr std::size_t replacement = 3;  // bytes of U+FFFD, which may replace each byte
    Decoded made(bytes.size() * replacement);
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 code = 0;
        U8_NEXT(data, at, size, code);
        made.add(code < 0 ? 0xFFFD : static_cast<char32_t>(code), static_cast<std::size_t>(from));
    }
    return made;
}

/// True where the broken bytes are few beside whole characters of UTF-8: the file was cut or spliced, and is not in
/// another encoding, because that would give such characters no more often than others. Where the file says that it is
/// UTF-8, more whole characters than broken bytes do.
bool is_broken_utf8(std::string_view bytes, const CharacterCount& counted, std::string_view declared) {
    constexpr std::size_t plainly = 10;
    const bool said = declared == "UTF-8" || bytes.starts_with("\xEF\xBB\xBF");
    return counted.good > (said ? 1 : plainly) * counted.bad;
}

/// charset=gb2312 near the beginning of a page; empty when none is declared.
std::string_view declared_in(std::string_view bytes) {
    const std::string head = utf8::lowered(bytes.substr(0, 2048));
    for (std::size_t at = head.find("charset"); at != std::string::npos; at = head.find("charset", at + 1)) {
        const std::size_t value = head.find_first_not_of(" =\"'", at + 7);
        if (value == std::string::npos) break;
        for (const KnownEncoding& one : encodings) {
            if (head.compare(value, one.declared.size(), one.declared) == 0) return one.name;
        }
    }
    return {};
}

/// Digits and line ends of UTF-16 are these bytes beside a byte of zero, which no other text holds. 0 does not count:
/// U+3000, the ideographic space, is the same two bytes the other way round.
std::string_view sixteen_bits(std::string_view bytes) {
    constexpr std::string_view plain = "\n123456789";
    std::size_t little = 0;
    std::size_t big = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        if (bytes[at + 1] == 0 && plain.find(bytes[at]) != std::string_view::npos) ++little;
        if (bytes[at] == 0 && plain.find(bytes[at + 1]) != std::string_view::npos) ++big;
    }
    constexpr std::size_t plainly = 4;
    return little > plainly * big ? "UTF-16LE" : big > plainly * little ? "UTF-16BE" : "";
}

/// The first 4 KiB that are not all ASCII, from an even byte on.
std::string_view part_to_detect(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    const auto first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto from = static_cast<std::size_t>(first - bytes.begin());
    return bytes.substr(std::min(from, bytes.size()) & ~std::size_t{1}, enough);
}

/// The encoding that a part of the text looks like: the detector is slow, and needs no more.
std::string_view detect(std::string_view bytes) {
    const std::string_view part = part_to_detect(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
    if (U_FAILURE(status)) return {};
    ucsdet_setText(detector.get(), part.data(), static_cast<std::int32_t>(part.size()), &status);
    const UCharsetMatch* match = U_FAILURE(status) ? nullptr : ucsdet_detect(detector.get(), &status);
    if (!match || U_FAILURE(status)) return {};
    const char* found = ucsdet_getName(match, &status);
    if (U_FAILURE(status) || !found) return {};
    const auto known = std::find_if(
        encodings.begin(), encodings.end(), [&](const KnownEncoding& encoding) { return encoding.name == found; });
    return known == encodings.end() ? std::string_view() : known->name;
}

/// The UTF-16 of a text, and for each unit the byte that it came from.
struct Utf16 {
    std::unique_ptr<UChar[]> units;
    std::unique_ptr<std::int32_t[]> offsets;
    std::size_t size = 0;
};

std::optional<Utf16> to_utf16(std::string_view bytes, std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(std::string(encoding).c_str(), &status), ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    constexpr std::size_t spare = 16;
    const std::size_t most = bytes.size() + spare;
    Utf16 text{std::make_unique_for_overwrite<UChar[]>(most), std::make_unique_for_overwrite<std::int32_t[]>(most)};
    UChar* target = text.units.get();
    const char* source = bytes.data();
    ucnv_toUnicode(converter.get(), &target, text.units.get() + most, &source, source + bytes.size(),
        text.offsets.get(), true, &status);
    if (U_FAILURE(status)) return std::nullopt;
    text.size = static_cast<std::size_t>(target - text.units.get());
    return text;
}

/// Nothing when more than one character in a hundred is broken in that encoding; a text of more than twenty may have
/// one.
std::optional<Decoded> convert(std::string_view bytes, std::string_view encoding, std::size_t skipped) {
    const auto text = to_utf16(bytes.substr(skipped), encoding);
    if (!text) return std::nullopt;
    constexpr std::size_t longest = 3;  // bytes of the character that one unit makes
    Decoded decoded(text->size * longest);
    std::size_t controls = 0;
    std::size_t all = 0;
    for (std::size_t at = 0; at < text->size;) {
        const auto from = static_cast<std::size_t>(text->offsets[at]) + skipped;
        char32_t code = text->units[at++];
        if (code >= 0xD800 && code < 0xDC00 && at < text->size)
            code = 0x10000 + ((code - 0xD800) << 10) + (text->units[at++] - char32_t{0xDC00});
        ++all;
        if (is_control(code)) ++controls;
        decoded.add(code, from);
    }
    constexpr std::size_t tolerable = 100;
    constexpr std::size_t few = 20;  // a short text may be cut once, too
    const bool good =
        (decoded.lost() + controls) * tolerable <= all || (controls == 0 && decoded.lost() == 1 && all > few);
    return good ? std::optional(std::move(decoded)) : std::nullopt;
}

/// In the encoding that is declared, else in the one that the text is plainly in, else in the one that the detector
/// finds, which takes as long as all the rest of a report.
std::optional<Decoded> convert_foreign(std::string_view bytes, std::string_view declared) {
    const auto convert_to = [&](std::string_view encoding) {
        return encoding.empty() ? std::nullopt : convert(bytes, encoding, 0);
    };
    if (auto made = convert_to(declared)) return made;
    if (auto made = convert_to(sixteen_bits(bytes))) return made;
    for (const std::string_view encoding : {"GB18030", "Big5"}) {
        auto made = convert_to(encoding);
        if (made && reads_as_chinese(made->text())) return made;
    }
    return convert_to(detect(bytes));
}

/// No text has control characters: bytes with one are something else altogether.
Diagnostic refuse(std::string_view bytes, const CharacterCount& counted) {
    const auto control =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); });
    if (control != bytes.end())
        return diagnose(source_codes::binary, {{"offset", same(std::to_string(control - bytes.begin()))}});
    return diagnose(source_codes::not_utf8, {{"offset", same(std::to_string(counted.first_bad))}});
}

}  // namespace

Result<Shown> decode(std::string_view bytes) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> marks = {
        {{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}};
    for (const auto& [mark, encoding] : marks) {
        if (!bytes.starts_with(mark)) continue;
        if (auto made = convert(bytes, encoding, mark.size())) return std::move(*made).result(bytes);
    }
    if (utf8::is_valid(bytes)) return Shown{};
    const CharacterCount counted = count_utf8(bytes);
    const std::string_view declared = declared_in(bytes);
    if (is_broken_utf8(bytes, counted, declared)) return mend_utf8(bytes).result(bytes);
    if (auto made = convert_foreign(bytes, declared)) return std::move(*made).result(bytes);
    return refuse(bytes, counted);
}

}  // namespace gouji
