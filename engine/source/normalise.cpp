// SPDX-License-Identifier: Apache-2.0
#include "engine/source/normalise.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/private_fold.hpp"
#include "engine/source/shifted_decode.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

constexpr std::array<std::uint16_t, 0x10000> fold_table = {
#include "fold_table.inc"
};

namespace {

/// Letters of a pinyin syllable: consonants, vowels without the mark of a tone, and vowels with one.
enum class Sound { none, consonant, vowel, toned };

Sound sound_of(char32_t c) {
    switch (c) {
        case U'a':
        case U'e':
        case U'i':
        case U'o':
        case U'u':
        case U'ü': return Sound::vowel;
        case U'ā':
        case U'á':
        case U'ǎ':
        case U'à':
        case U'ē':
        case U'é':
        case U'ě':
        case U'è':
        case U'ī':
        case U'í':
        case U'ǐ':
        case U'ì':
        case U'ō':
        case U'ó':
        case U'ǒ':
        case U'ò':
        case U'ū':
        case U'ú':
        case U'ǔ':
        case U'ù':
        case U'ǖ':
        case U'ǘ':
        case U'ǚ':
        case U'ǜ': return Sound::toned;
        default: return c >= U'a' && c <= U'z' ? Sound::consonant : Sound::none;
    }
}

struct PinyinNote {
    std::size_t end = 0;  ///< after the closing bracket
    bool toned = false;
};

/// One syllable from `at` to a closing bracket; end 0 when there is none. The longest syllable is zhuāng.
PinyinNote read_note(const std::vector<Glyph>& glyphs, std::size_t at) {
    constexpr std::size_t longest = 6;
    bool vowel = false;
    bool toned = false;
    for (std::size_t i = at; i < glyphs.size() && i <= at + longest; ++i) {
        const char32_t c = glyphs[i].code;
        if ((c == U')' || c == U'）') && vowel) return {i + 1, toned};
        const Sound sound = sound_of(c);
        if (sound == Sound::none || (sound == Sound::toned && toned)) return {};
        vowel = vowel || sound != Sound::consonant;
        toned = toned || sound == Sound::toned;
    }
    return {};
}

bool opens(char32_t c) { return c == U'(' || c == U'（'; }

}  // namespace

bool is_toned_vowel(char32_t code) { return sound_of(code) == Sound::toned; }

char32_t fold(char32_t code) { return code < fold_table.size() ? fold_table[code] : code; }

namespace {

/// The notes of a text, as ranges of glyphs, and whether any of them has a tone.
struct PinyinNotes {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    bool toned = false;
};

PinyinNotes find_notes(const std::vector<Glyph>& glyphs) {
    PinyinNotes notes;
    for (std::size_t i = 0; i + 2 < glyphs.size(); ++i) {
        // A character that a damaged decode lost has lost the bracket of its note with it: `?guī)`.
        const char32_t code = glyphs[i].code;
        const bool open = opens(glyphs[i + 1].code);
        if (code != 0xFFFD && !(open && utf8::is_han(code))) continue;
        const bool lost = code == 0xFFFD && !open;
        const PinyinNote note = read_note(glyphs, lost ? i + 1 : i + 2);
        if (note.end == 0) continue;
        notes.ranges.emplace_back(i + 1, note.end);
        notes.toned = notes.toned || note.toned;
        i = note.end - 1;
    }
    return notes;
}

}  // namespace

void drop_pinyin(std::vector<Glyph>& glyphs) {
    const auto [ranges, toned] = find_notes(glyphs);
    if (!toned) return;
    std::size_t to = ranges.front().first;
    for (std::size_t n = 0; n < ranges.size(); ++n) {
        const std::size_t next = n + 1 < ranges.size() ? ranges[n + 1].first : glyphs.size();
        for (std::size_t i = ranges[n].second; i < next; ++i) glyphs[to++] = glyphs[i];
    }
    glyphs.resize(to);
}

namespace {

/// How many glyphs from there on are <br>, <br/>, <br /> or </br>; 0 for anything else.
std::size_t size_of_break(const std::vector<Glyph>& glyphs, std::size_t at) {
    std::size_t end = at;
    const auto skip = [&](char32_t sign, char32_t other) {
        const bool there = end < glyphs.size() && (glyphs[end].code == sign || glyphs[end].code == other);
        end += there ? 1 : 0;
        return there;
    };
    if (!skip(U'<', U'<')) return 0;
    skip(U'/', U'/');
    if (!skip(U'b', U'B') || !skip(U'r', U'R')) return 0;
    while (skip(U' ', U'/')) {
    }
    return skip(U'>', U'>') ? end - at : 0;
}

}  // namespace

void fold_breaks(std::vector<Glyph>& glyphs) {
    bool row = false;
    std::size_t to = 0;
    for (std::size_t i = 0; i < glyphs.size();) {
        const char32_t code = glyphs[i].code;
        row = code == U'|' || (row && code != U'\n');
        const std::size_t size = code == U'<' ? size_of_break(glyphs, i) : 0;
        if (size == 0) {
            glyphs[to++] = glyphs[i++];
            continue;
        }
        glyphs[to++] = {row ? U' ' : U'\n', {glyphs[i].from.start, glyphs[i + size - 1].from.end}};
        i += size;
    }
    glyphs.resize(to);
}

std::vector<Glyph> normalise(std::vector<Glyph> glyphs) {
    // Few texts are damaged or annotated: one pass tells.
    bool lost = false;
    bool toned = false;
    bool tagged = false;
    for (const Glyph& one : glyphs) {
        lost = lost || is_lost(one.code);
        toned = toned || is_toned(one.code);
        tagged = tagged || one.code == U'<';
    }
    if (tagged) fold_breaks(glyphs);
    if (lost) restore_shifted(glyphs);
    if (toned) drop_pinyin(glyphs);
    WhiteLimit whites;
    std::size_t to = 0;
    const std::size_t size = glyphs.size();
    for (std::size_t i = 0; i < size; ++i) {
        char32_t code = fold(glyphs[i].code);
        if (code == U'\r') code = i + 1 < size && glyphs[i + 1].code == U'\n' ? 0 : U'\n';
        if (code != 0 && whites.keeps(code)) glyphs[to++] = {code, glyphs[i].from};
    }
    glyphs.resize(to);
    return glyphs;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (const char32_t code = fold(one.code); code != 0) utf8::append(out, code);
        at += one.size;
    }
    return out;
}

}  // namespace gouji
