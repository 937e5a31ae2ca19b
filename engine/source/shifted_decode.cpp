// SPDX-License-Identifier: Apache-2.0
// A GBK text whose first byte of an ideographic space (A1 A1) was lost is decoded in pairs that straddle its
// characters:
//   　（一）積   A1 A1 A3 A8 D2 BB A3 A9 B7 65
//   ?。ㄒ唬┓e   ?  A1A3 A8D2 BBA3 A9B7  65
// until an ASCII byte ends the shift. Pairs that mean nothing in GBK were dropped or became a question mark.
#include "engine/source/normalise.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <memory>
#include <optional>
#include <string_view>

namespace gouji {
namespace {

class Gbk {
public:
    Gbk() {
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open("GBK", &status));
        if (U_FAILURE(status)) converter_.reset();
        if (!converter_) return;
        ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }

    /// The two bytes of a character, as one number; nothing for what GBK writes otherwise.
    std::optional<unsigned> pair_of(char32_t code) {
        if (!converter_ || code > 0xFFFF) return std::nullopt;
        const char16_t unit = static_cast<char16_t>(code);
        std::array<char, 8> bytes{};
        UErrorCode status = U_ZERO_ERROR;
        const int size =
            ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<int>(bytes.size()), &unit, 1, &status);
        if (U_FAILURE(status) || size != 2) return std::nullopt;
        return static_cast<unsigned>(static_cast<unsigned char>(bytes[0])) << 8 | static_cast<unsigned char>(bytes[1]);
    }

    /// The character of two bytes; nothing for unassigned and private ones.
    std::optional<char32_t> character_of(unsigned pair) {
        if (!converter_) return std::nullopt;
        const std::array<char, 2> bytes = {static_cast<char>(pair >> 8), static_cast<char>(pair & 0xFF)};
        std::array<char16_t, 4> units{};
        UErrorCode status = U_ZERO_ERROR;
        const int size =
            ucnv_toUChars(converter_.get(), units.data(), static_cast<int>(units.size()), bytes.data(), 2, &status);
        if (U_FAILURE(status) || size != 1 || units[0] == 0xFFFD || (units[0] >= 0xE000 && units[0] <= 0xF8FF))
            return std::nullopt;
        return units[0];
    }

private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> converter_;
};

/// Punctuation of GBK's first row may since have been folded to ASCII.
char32_t widened(char32_t c) { return c > 0x20 && c < 0x7F ? c + 0xFEE0 : c; }

struct Repair {
    std::vector<Glyph> glyphs;
    std::size_t end = 0;  ///< of the damaged ones; 0 when nothing was proved
};

/// Ordinals of headings, whose damaged forms are computed.
constexpr std::array<std::u32string_view, 20> ordinals = {U"一", U"二", U"三", U"四", U"五", U"六", U"七", U"八", U"九",
    U"十", U"十一", U"十二", U"十三", U"十四", U"十五", U"十六", U"十七", U"十八", U"十九", U"二十"};

/// What the bytes of （三） look like when they are read in pairs that straddle them, up to the last pair, whose second
/// byte is of the character that follows. A pair that GBK cannot show was dropped or became a question mark.
struct Damaged {
    std::u32string_view ordinal;
    std::vector<std::optional<char32_t>> shown;
};

std::vector<Damaged> damaged_headings(Gbk& gbk) {
    std::vector<Damaged> all;
    for (const auto ordinal : ordinals) {
        std::vector<unsigned> bytes = {0xA1, 0xA3, 0xA8};
        for (const char32_t c : ordinal) {
            const unsigned pair = gbk.pair_of(c).value_or(0);
            bytes.push_back(pair >> 8);
            bytes.push_back(pair & 0xFF);
        }
        bytes.push_back(0xA3);
        Damaged made{ordinal, {}};
        for (std::size_t b = 0; b + 1 < bytes.size(); b += 2)
            made.shown.push_back(gbk.character_of(bytes[b] << 8 | bytes[b + 1]));
        all.push_back(std::move(made));
    }
    return all;
}

Repair repair_heading(
    const std::vector<Glyph>& glyphs, std::size_t at, const std::vector<Damaged>& headings, Gbk& gbk) {
    for (const Damaged& heading : headings) {
        std::size_t i = at + 1;
        bool fits = true;
        for (const auto& shown : heading.shown) {
            if (shown && i < glyphs.size() && glyphs[i].code == *shown) ++i;
            else if (shown) fits = false;
            else if (i < glyphs.size() && is_lost(glyphs[i].code)) ++i;
            if (!fits) break;
        }
        if (!fits || i >= glyphs.size()) continue;
        // Then comes A9, the end of the closing bracket, with the first byte of the next character.
        const auto last = gbk.pair_of(glyphs[i].code);
        const bool known = last && *last >> 8 == 0xA9;
        if (!known && !is_lost(glyphs[i].code)) continue;
        ++i;
        Repair made;
        const Span from = {glyphs[at].from.start, glyphs[i - 1].from.end};
        made.glyphs.push_back({U'（', from});
        for (const char32_t c : heading.ordinal) made.glyphs.push_back({c, from});
        made.glyphs.push_back({U'）', from});
        // The next character begins with the byte left over; its second byte is an ASCII one, or is lost.
        std::optional<char32_t> next;
        if (known && i < glyphs.size() && glyphs[i].code > 0x3F && glyphs[i].code < 0x7F) {
            next = gbk.character_of((*last & 0xFF) << 8 | static_cast<unsigned>(glyphs[i].code));
        }
        const Span rest = {glyphs[i - 1].from.start, glyphs[std::min(i, glyphs.size() - 1)].from.end};
        if (next) {
            made.glyphs.push_back({*next, rest});
            ++i;
        } else if (known && i < glyphs.size() && is_lost(glyphs[i].code)) {
            made.glyphs.push_back({0xFFFD, rest});
            ++i;
        } else {
            made.glyphs.push_back({0xFFFD, glyphs[i - 1].from});
        }
        made.end = i;
        return made;
    }
    return {};
}

/// Pairs the bytes anew from a lost A1 on, until an ASCII byte closes the last pair. Accepted when what comes out
/// begins with punctuation of the first row and is whole: `?！皬V` is `。“廣`.
Repair repair_run(const std::vector<Glyph>& glyphs, std::size_t at, Gbk& gbk) {
    constexpr std::size_t longest = 8;
    unsigned pending = 0xA1;
    Repair made;
    for (std::size_t i = at + 1; i < glyphs.size() && i <= at + longest; ++i) {
        const char32_t code = glyphs[i].code;
        const Span from = {glyphs[i == at + 1 ? at : i - 1].from.start, glyphs[i].from.end};
        if (code < 0x80 && made.glyphs.size() >= 2) {
            const auto last = gbk.character_of(pending << 8 | static_cast<unsigned>(code));
            if (!last) return {};
            made.glyphs.push_back({*last, from});
            made.end = i + 1;
            break;
        }
        const auto pair = gbk.pair_of(widened(code));
        if (!pair) return {};
        const auto whole = gbk.character_of(pending << 8 | *pair >> 8);
        if (!whole) return {};
        constexpr std::u32string_view openers = U"。，、；：！？“”（《　";
        if (made.glyphs.empty() && openers.find(*whole) == std::u32string_view::npos) return {};
        made.glyphs.push_back({*whole, from});
        pending = *pair & 0xFF;
    }
    if (made.end == 0) return {};
    return made;
}

}  // namespace

void restore_shifted(std::vector<Glyph>& glyphs) {
    std::unique_ptr<Gbk> gbk;  // opened for damaged texts only
    std::vector<Damaged> headings;
    std::vector<Glyph> out;
    std::size_t copied = 0;
    const std::size_t size = glyphs.size();
    for (std::size_t i = 0; i + 3 < size; ++i) {
        if (!is_lost(glyphs[i].code)) continue;
        const char32_t next = glyphs[i + 1].code;
        if (next != U'。' && next != U'!' && next != U'！') continue;
        if (!gbk) {
            gbk = std::make_unique<Gbk>();
            headings = damaged_headings(*gbk);
        }
        Repair made = next == U'。' ? repair_heading(glyphs, i, headings, *gbk) : Repair{};
        if (made.end == 0) made = repair_run(glyphs, i, *gbk);
        if (made.end == 0) continue;
        out.insert(out.end(), glyphs.begin() + static_cast<std::ptrdiff_t>(copied),
            glyphs.begin() + static_cast<std::ptrdiff_t>(i));
        out.insert(out.end(), made.glyphs.begin(), made.glyphs.end());
        copied = made.end;
        i = made.end - 1;
    }
    if (copied == 0) return;
    out.insert(out.end(), glyphs.begin() + static_cast<std::ptrdiff_t>(copied), glyphs.end());
    glyphs = std::move(out);
}

}  // namespace gouji
