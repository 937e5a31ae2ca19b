// SPDX-License-Identifier: Apache-2.0
#include "engine/source/normalise.hpp"

#include "engine/base/utf8.hpp"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gouji {
namespace {

constexpr std::array<std::uint16_t, 0x10000> fold_table = {
#include "fold_table.inc"
};

constexpr char32_t first_letter = U'à';
constexpr char32_t last_letter = U'ǜ';

/// Letters of a pinyin syllable. Vowels with a tone mark: bit 1; without: bit 0.
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

bool is_toned(char32_t code) { return code >= first_letter && code <= last_letter && sound_of(code) == Sound::toned; }

struct Note {
    std::size_t end = 0;  ///< behind the closing bracket
    bool toned = false;
};

/// One syllable from `at` to a closing bracket; end 0 when there is none. The longest syllable is zhuāng.
Note read_note(const std::vector<Glyph>& glyphs, std::size_t at) {
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

char32_t fold(char32_t code) { return code < fold_table.size() ? fold_table[code] : code; }

void drop_pinyin(std::vector<Glyph>& glyphs) {
    bool toned = false;
    std::vector<std::pair<std::size_t, std::size_t>> notes;
    const std::size_t size = glyphs.size();
    for (std::size_t i = 0; i + 2 < size; ++i) {
        // A character that a damaged decode lost has lost the bracket of its note with it: `?guī)`.
        const char32_t code = glyphs[i].code;
        const bool open = opens(glyphs[i + 1].code);
        if (code != 0xFFFD && !(open && utf8::is_han(code))) continue;
        const bool lost = code == 0xFFFD && !open;
        const std::size_t from = lost ? i + 1 : i + 2;
        if (const Note note = read_note(glyphs, from); note.end != 0) {
            notes.emplace_back(i + 1, note.end);
            toned = toned || note.toned;
            i = note.end - 1;
        }
    }
    if (!toned) return;
    std::size_t to = notes.front().first;
    for (std::size_t n = 0; n < notes.size(); ++n) {
        const std::size_t next = n + 1 < notes.size() ? notes[n + 1].first : glyphs.size();
        for (std::size_t i = notes[n].second; i < next; ++i) glyphs[to++] = glyphs[i];
    }
    glyphs.resize(to);
}

namespace {

/// How many glyphs from there on are <br>, <br/>, <br /> or </br>; 0 for anything else.
std::size_t size_of_break(const std::vector<Glyph>& glyphs, std::size_t at) {
    std::size_t end = at;
    const auto take = [&](char32_t one, char32_t other) {
        const bool there = end < glyphs.size() && (glyphs[end].code == one || glyphs[end].code == other);
        end += there ? 1 : 0;
        return there;
    };
    if (!take(U'<', U'<')) return 0;
    take(U'/', U'/');
    if (!take(U'b', U'B') || !take(U'r', U'R')) return 0;
    while (take(U' ', U'/')) {
    }
    return take(U'>', U'>') ? end - at : 0;
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

/// Blanks one after the other and empty lines say no more when they are thousands, and whoever looks past them would
/// look for long: of blanks 16 stay, of line ends 4.
class Whites {
public:
    bool keeps(char32_t code) {
        constexpr int most_blanks = 16;
        constexpr int most_lines = 4;
        if (code == U'\n') {
            if (++lines_ > most_lines) return false;
            blanks_ = 0;
            return true;
        }
        if (code == U' ' || code == U'\t') return ++blanks_ <= most_blanks;
        end();
        return true;
    }
    /// Something else follows them.
    void end() { lines_ = blanks_ = 0; }

private:
    int blanks_ = 0;
    int lines_ = 0;
};

std::vector<Glyph> normalise(std::vector<Glyph> glyphs) {
    // Nearly no text is damaged or annotated: one look tells.
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
    Whites whites;
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

namespace {

/// ASCII characters that stay as they are, blanks and line ends where they are not too many: no controls, question
/// marks or tags.
constexpr std::array<bool, 0x80> plain_signs = [] {
    std::array<bool, 0x80> made{};
    for (std::size_t c = U' '; c < 0x7F; ++c) made[c] = c != U'?' && c != U'<' && fold_table[c] == c;
    made[U'\n'] = true;
    return made;
}();

/// Takes the letters, digits and signs from `from` on that stay as they are, as nearly all do, with single blanks and
/// line ends between them, to places that are `shift` further, and returns the place behind the last that was written.
Letter* take_plain(std::string_view bytes, std::uint32_t& from, std::uint32_t shift, Letter* to) {
    constexpr std::uint32_t looked_at = 4;  // bytes at a time; the last ones are left to who looks at each
    const auto end = static_cast<std::uint32_t>(bytes.size() < looked_at ? 0 : bytes.size() - looked_at + 1);
    const Letter* const begin = to;
    const auto behind_white = [&] { return to == begin || to[-1].code <= U' '; };
    std::uint32_t at = from;
    while (at < end) {
        if (const char32_t code = utf8::triple(bytes.data() + at); code != 0) {
            if (fold_table[code] != code) break;
            *to++ = {code, at + shift};
            at += 3;
        } else {
            const auto first = static_cast<unsigned char>(bytes[at]);
            if (first >= 0x80 || !plain_signs[first] || (first <= U' ' && behind_white())) break;
            *to++ = {first, at + shift};
            ++at;
        }
    }
    // More of them may follow, which are counted elsewhere.
    if (to != begin && behind_white()) {
        --to;
        --at;
    }
    from = at;
    return to;
}

/// The sign that a wide one is read as, ，as a comma; 0 for any other character. Most lines of prose have some.
char32_t sign_of_wide(std::string_view bytes, std::uint32_t at) {
    constexpr std::string_view wide = "\xEF\xBC";  // U+FF00 to U+FF3F
    if (bytes.size() - at < 3 || bytes.substr(at, wide.size()) != wide) return 0;
    const char32_t code = 0xFF00U + (static_cast<unsigned char>(bytes[at + 2]) & 0x3FU);
    const char32_t sign = fold_table[code];
    return (bytes[at + 2] & 0xC0) != 0x80 || is_lost(code) || sign <= U' ' || sign >= 0x7F ? 0 : sign;
}

}  // namespace

std::optional<Text> normalise_straight(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    // No character becomes one of more bytes, nor two.
    std::string characters(bytes.size(), '\0');
    auto letters = std::make_unique_for_overwrite<Letter[]>(bytes.size());
    SourceMap map;
    Letter* last = letters.get();  // behind those that are there
    std::uint32_t to = 0;
    Whites whites;
    for (std::uint32_t at = 0;;) {
        const std::uint32_t begin = at;
        last = take_plain(bytes, at, to - at, last);
        if (at > begin) {
            bytes.copy(characters.data() + to, at - begin, begin);
            map.add(to, {begin, at}, true);
            to += at - begin;
            whites.end();
        }
        if (at == bytes.size()) break;
        const std::uint32_t from = at;
        if (const char32_t sign = sign_of_wide(bytes, at); sign != 0) {
            at += 3;
            map.add(to, {from, at}, false);
            *last++ = {sign, to};
            characters[to++] = static_cast<char>(sign);
            whites.end();
            continue;
        }
        auto next = static_cast<std::int32_t>(at);
        UChar32 one = 0;
        U8_NEXT(data, next, size, one);
        at = static_cast<std::uint32_t>(next);
        const auto code = static_cast<char32_t>(one);
        if (one < 0 || is_control(code) || is_lost(code) || is_toned(code) || code == U'<') return std::nullopt;
        char32_t folded = fold(code);
        if (folded == U'\r') folded = at < bytes.size() && bytes[at] == '\n' ? 0 : U'\n';
        if (folded == 0 || !whites.keeps(folded)) continue;
        const auto taken = static_cast<std::uint32_t>(utf8::encode(folded, characters.data() + to));
        map.add(to, {from, at}, taken == at - from);
        *last++ = {folded, to};
        to += taken;
    }
    characters.resize(to);
    const auto count = static_cast<std::size_t>(last - letters.get());
    return Text(std::move(characters), std::move(letters), count, std::move(map));
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
