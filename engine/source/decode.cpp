// SPDX-License-Identifier: Apache-2.0
#include "engine/source/decode.hpp"

#include "engine/base/utf8.hpp"
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

struct Encoding {
    std::string_view name;      ///< as ICU and people know it
    std::string_view declared;  ///< how pages may declare it, in lower case; also its beginning
};
// GB18030 holds GBK and GB2312, and pages that declare one are often in another.
constexpr std::array encodings = {Encoding{"GB18030", "gb"}, Encoding{"Big5", "big5"}, Encoding{"UTF-16LE", "utf-16le"},
    Encoding{"UTF-16BE", "utf-16be"}, Encoding{"UTF-8", "utf-8"}, Encoding{"UTF-8", "utf8"}};

/// What came out of the bytes, and where they are no character: U+FFFD stands there.
struct Decoded {
    Shown shown;
    std::size_t lost = 0;
    std::size_t first_lost = 0;

    void put(char32_t code, std::size_t from) {
        if (code == 0xFFFD && lost++ == 0) first_lost = from;
        utf8::append(shown.text, code);
        shown.starts.resize(shown.text.size(), static_cast<std::uint32_t>(from));
    }

    Result<Shown> take(std::string_view bytes) {
        shown.starts.push_back(static_cast<std::uint32_t>(bytes.size()));
        Result<Shown> made(std::move(shown));
        if (lost > 0)
            made.diagnostics.push_back(diagnose(source_codes::broken_characters,
                {{"count", same(std::to_string(lost))}, {"offset", same(std::to_string(first_lost))}}));
        return made;
    }
};

struct Counted {
    std::size_t good = 0;  ///< characters of several bytes
    std::size_t bad = 0;   ///< bytes that belong to none
    std::size_t first_bad = 0;
};

Counted count_utf8(std::string_view bytes) {
    Counted made;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size;) {
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
    Decoded made;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 code = 0;
        U8_NEXT(data, at, size, code);
        made.put(code < 0 ? 0xFFFD : static_cast<char32_t>(code), static_cast<std::size_t>(from));
    }
    return made;
}

/// True where the broken bytes are few beside whole characters of UTF-8: the file was cut or spliced, and is no other
/// encoding, for another encoding would hit upon such characters no more often than upon others. Where the file says
/// that it is UTF-8, more whole characters than broken bytes do.
bool is_broken_utf8(std::string_view bytes, const Counted& counted, std::string_view declared) {
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
        for (const Encoding& one : encodings) {
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

/// What the first 4 KiB that are not all ASCII look like: the detector is slow, and needs no more.
std::string_view detect(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    const auto first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto from = static_cast<std::size_t>(first - bytes.begin());
    const std::string_view part = bytes.substr(std::min(from, bytes.size()) & ~std::size_t{1}, enough);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
    if (U_FAILURE(status)) return {};
    ucsdet_setText(detector.get(), part.data(), static_cast<std::int32_t>(part.size()), &status);
    const UCharsetMatch* match = U_FAILURE(status) ? nullptr : ucsdet_detect(detector.get(), &status);
    if (!match || U_FAILURE(status)) return {};
    const char* found = ucsdet_getName(match, &status);
    const std::string_view name = U_SUCCESS(status) && found ? std::string_view(found) : std::string_view();
    const auto known =
        std::find_if(encodings.begin(), encodings.end(), [&](const Encoding& one) { return one.name == name; });
    return known == encodings.end() ? std::string_view() : known->name;
}

/// Nothing when more than one character in a hundred is none in that encoding; one may be in a text of more than
/// twenty.
std::optional<Decoded> convert(std::string_view bytes, std::string_view encoding, std::size_t skipped) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(std::string(encoding).c_str(), &status), ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    std::vector<UChar> units(bytes.size() + 16);
    std::vector<std::int32_t> offsets(units.size());
    UChar* target = units.data();
    const char* source = bytes.data() + skipped;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, bytes.data() + bytes.size(),
        offsets.data(), true, &status);
    if (U_FAILURE(status)) return std::nullopt;
    const auto size = static_cast<std::int32_t>(target - units.data());
    Decoded made;
    std::size_t controls = 0;
    std::size_t all = 0;
    for (std::int32_t at = 0; at < size;) {
        const auto start =
            static_cast<std::uint32_t>(offsets[static_cast<std::size_t>(at)]) + static_cast<std::uint32_t>(skipped);
        char32_t code = units[static_cast<std::size_t>(at++)];
        if (code >= 0xD800 && code < 0xDC00 && at < size)
            code = 0x10000 + ((code - 0xD800) << 10) + (units[static_cast<std::size_t>(at++)] - char32_t{0xDC00});
        ++all;
        if (is_control(code)) ++controls;
        made.put(code, start);
    }
    constexpr std::size_t tolerable = 100;
    constexpr std::size_t few = 20;  // a short text may be cut once, too
    const bool good = (made.lost + controls) * tolerable <= all || (controls == 0 && made.lost == 1 && all > few);
    return good ? std::optional(std::move(made)) : std::nullopt;
}

}  // namespace

Result<Shown> decode(std::string_view bytes) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> marks = {
        {{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}};
    for (const auto& [mark, encoding] : marks) {
        if (!bytes.starts_with(mark)) continue;
        if (auto made = convert(bytes, encoding, mark.size())) return made->take(bytes);
    }
    if (utf8::is_valid(bytes)) return Shown{};
    const Counted counted = count_utf8(bytes);
    const std::string_view declared = declared_in(bytes);
    if (is_broken_utf8(bytes, counted, declared)) return mend_utf8(bytes).take(bytes);
    for (const std::string_view encoding : {declared, sixteen_bits(bytes), detect(bytes)}) {
        if (encoding.empty()) continue;
        if (auto made = convert(bytes, encoding, 0)) return made->take(bytes);
    }
    // No text has control characters: then it is something else altogether.
    const auto control =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); });
    if (control != bytes.end())
        return diagnose(source_codes::binary_file, {{"offset", same(std::to_string(control - bytes.begin()))}});
    return diagnose(source_codes::invalid_utf8, {{"offset", same(std::to_string(counted.first_bad))}});
}

}  // namespace gouji
