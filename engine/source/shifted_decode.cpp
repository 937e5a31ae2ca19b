// SPDX-License-Identifier: Apache-2.0
// A GBK text whose first byte of an ideographic space (A1 A1) was lost is decoded in pairs that straddle its
// characters:
//   　（一）積   A1 A1 A3 A8 D2 BB A3 A9 B7 65
//   ?。ㄒ唬┓e   ?  A1A3 A8D2 BBA3 A9B7  65
// until an ASCII byte ends the shift. Pairs that mean nothing in GBK were dropped or became a question mark.
#include "engine/source/shifted_decode.hpp"

#include "engine/source/normalise.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
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
    struct ConverterCloser {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, ConverterCloser> converter_;
};

/// Punctuation of GBK's first row may since have been folded to ASCII.
char32_t widened(char32_t c) { return c > 0x20 && c < 0x7F ? c + 0xFEE0 : c; }

struct ShiftRepair {
    std::vector<Glyph> glyphs;
    std::size_t end = 0;  ///< of the damaged ones; 0 when nothing was proved
};

/// Ordinals of headings, whose damaged forms are computed.
constexpr std::array<std::u32string_view, 20> ordinals = {U"一", U"二", U"三", U"四", U"五", U"六", U"七", U"八", U"九",
    U"十", U"十一", U"十二", U"十三", U"十四", U"十五", U"十六", U"十七", U"十八", U"十九", U"二十"};

/// The bytes of （三） as they look when they are read in pairs that straddle them, up to the last pair, whose second
/// byte is of the character that follows. A pair that GBK cannot show was dropped or became a question mark.
struct DamagedHeading {
    std::u32string_view ordinal;
    std::vector<std::optional<char32_t>> shown;
};

std::vector<DamagedHeading> damaged_headings(Gbk& gbk) {
    std::vector<DamagedHeading> all;
    for (const auto ordinal : ordinals) {
        std::vector<unsigned> bytes = {0xA1, 0xA3, 0xA8};
        for (const char32_t c : ordinal) {
            const unsigned pair = gbk.pair_of(c).value_or(0);
            bytes.push_back(pair >> 8);
            bytes.push_back(pair & 0xFF);
        }
        bytes.push_back(0xA3);
        DamagedHeading made{ordinal, {}};
        for (std::size_t b = 0; b + 1 < bytes.size(); b += 2)
            made.shown.push_back(gbk.character_of(bytes[b] << 8 | bytes[b + 1]));
        all.push_back(std::move(made));
    }
    return all;
}

/// The end of the glyphs from `at` on that show the heading without its last pair; nothing where they do not.
std::optional<std::size_t> end_of_shown(
    const std::vector<Glyph>& glyphs, std::size_t at, const DamagedHeading& heading) {
    for (const auto& shown : heading.shown) {
        if (at >= glyphs.size()) {
            if (shown) return std::nullopt;
        } else if (shown ? glyphs[at].code == *shown : is_lost(glyphs[at].code)) {
            ++at;
        } else if (shown) {
            return std::nullopt;
        }
    }
    return at < glyphs.size() ? std::optional(at) : std::nullopt;
}

/// The last pair of a heading is the end of its closing bracket, A9, with the first byte of the next character. Its
/// second byte is an ASCII one, or is lost.
void add_next_character(ShiftRepair& repair, const std::vector<Glyph>& glyphs, std::optional<unsigned> last, Gbk& gbk) {
    const std::size_t at = repair.end;
    const bool more = last && at < glyphs.size();
    const Span rest = {glyphs[at - 1].from.start, glyphs[std::min(at, glyphs.size() - 1)].from.end};
    std::optional<char32_t> next;
    if (more && glyphs[at].code > 0x3F && glyphs[at].code < 0x7F)
        next = gbk.character_of((*last & 0xFF) << 8 | static_cast<unsigned>(glyphs[at].code));
    if (next || (more && is_lost(glyphs[at].code))) {
        repair.glyphs.push_back({next.value_or(0xFFFD), rest});
        ++repair.end;
    } else {
        repair.glyphs.push_back({0xFFFD, glyphs[at - 1].from});
    }
}

ShiftRepair repair_heading(
    const std::vector<Glyph>& glyphs, std::size_t at, const std::vector<DamagedHeading>& headings, Gbk& gbk) {
    for (const DamagedHeading& heading : headings) {
        const auto end = end_of_shown(glyphs, at + 1, heading);
        if (!end) continue;
        std::optional<unsigned> last = gbk.pair_of(glyphs[*end].code);
        if (last && *last >> 8 != 0xA9) last.reset();
        if (!last && !is_lost(glyphs[*end].code)) continue;
        ShiftRepair repair;
        repair.end = *end + 1;
        const Span from = {glyphs[at].from.start, glyphs[*end].from.end};
        repair.glyphs.push_back({U'（', from});
        for (const char32_t c : heading.ordinal) repair.glyphs.push_back({c, from});
        repair.glyphs.push_back({U'）', from});
        add_next_character(repair, glyphs, last, gbk);
        return repair;
    }
    return {};
}

/// Pairs the bytes anew from a lost A1 on, until an ASCII byte closes the last pair. Accepted when what comes out
/// begins with punctuation of the first row and is whole: `?！皬V` is `。“廣`.
ShiftRepair repair_run(const std::vector<Glyph>& glyphs, std::size_t at, Gbk& gbk) {
    constexpr std::size_t longest = 8;
    unsigned pending = 0xA1;
    ShiftRepair repair;
    for (std::size_t i = at + 1; i < glyphs.size() && i <= at + longest; ++i) {
        const char32_t code = glyphs[i].code;
        const Span from = {glyphs[i == at + 1 ? at : i - 1].from.start, glyphs[i].from.end};
        if (code < 0x80 && repair.glyphs.size() >= 2) {
            const auto last = gbk.character_of(pending << 8 | static_cast<unsigned>(code));
            if (!last) return {};
            repair.glyphs.push_back({*last, from});
            repair.end = i + 1;
            return repair;
        }
        const auto pair = gbk.pair_of(widened(code));
        if (!pair) return {};
        const auto whole = gbk.character_of(pending << 8 | *pair >> 8);
        if (!whole) return {};
        constexpr std::u32string_view openers = U"。，、；：！？“”（《　";
        if (repair.glyphs.empty() && openers.find(*whole) == std::u32string_view::npos) return {};
        repair.glyphs.push_back({*whole, from});
        pending = *pair & 0xFF;
    }
    return {};
}

/// Repairs what begins at a lost character. The converter is opened for damaged texts only.
class ShiftRepairer {
public:
    ShiftRepair repair(const std::vector<Glyph>& glyphs, std::size_t at) {
        const char32_t next = glyphs[at + 1].code;
        if (next != U'。' && next != U'!' && next != U'！') return {};
        if (!gbk_) {
            gbk_ = std::make_unique<Gbk>();
            headings_ = damaged_headings(*gbk_);
        }
        ShiftRepair repair = next == U'。' ? repair_heading(glyphs, at, headings_, *gbk_) : ShiftRepair{};
        return repair.end > 0 ? repair : repair_run(glyphs, at, *gbk_);
    }

private:
    std::unique_ptr<Gbk> gbk_;
    std::vector<DamagedHeading> headings_;
};

}  // namespace

void restore_shifted(std::vector<Glyph>& glyphs) {
    ShiftRepairer repairer;
    std::vector<Glyph> out;
    std::size_t copied = 0;
    const std::size_t size = glyphs.size();
    for (std::size_t i = 0; i + 3 < size; ++i) {
        if (!is_lost(glyphs[i].code)) continue;
        const ShiftRepair repair = repairer.repair(glyphs, i);
        if (repair.end == 0) continue;
        out.insert(out.end(), glyphs.begin() + static_cast<std::ptrdiff_t>(copied),
            glyphs.begin() + static_cast<std::ptrdiff_t>(i));
        out.insert(out.end(), repair.glyphs.begin(), repair.glyphs.end());
        copied = repair.end;
        i = repair.end - 1;
    }
    if (copied == 0) return;
    out.insert(out.end(), glyphs.begin() + static_cast<std::ptrdiff_t>(copied), glyphs.end());
    glyphs = std::move(out);
}

}  // namespace gouji
