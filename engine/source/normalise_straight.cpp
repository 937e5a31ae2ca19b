// SPDX-License-Identifier: Apache-2.0
#include "engine/source/normalise_straight.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/normalise.hpp"
#include "engine/source/private_fold.hpp"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace gouji {
namespace {

/// ASCII characters that stay as they are, blanks and line ends where they are not too many: no controls, question
/// marks or tags.
const std::array<bool, 0x80> plain_signs = [] {
    std::array<bool, 0x80> plain{};
    for (std::size_t c = U' '; c < 0x7F; ++c) plain[c] = c != U'?' && c != U'<' && fold_table[c] == c;
    plain[U'\n'] = true;
    return plain;
}();

/// Copies the letters, digits and signs from `from` on that stay as they are, as most do, with single blanks and line
/// ends between them, to places that are `shift` further. Returns the end of what was written.
Letter* copy_plain(std::string_view bytes, std::uint32_t& from, std::uint32_t shift, Letter* to) {
    constexpr std::uint32_t looked_at = 4;  // bytes at a time; the last ones are left to the caller
    const auto end = static_cast<std::uint32_t>(bytes.size() < looked_at ? 0 : bytes.size() - looked_at + 1);
    const Letter* const begin = to;
    const auto after_white = [&] { return to == begin || to[-1].code <= U' '; };
    std::uint32_t at = from;
    while (at < end) {
        if (const char32_t code = utf8::triple(bytes.data() + at); code != 0) {
            if (fold_table[code] != code) break;
            *to++ = {code, at + shift};
            at += 3;
        } else {
            const auto first = static_cast<unsigned char>(bytes[at]);
            if (first >= 0x80 || !plain_signs[first] || (first <= U' ' && after_white())) break;
            *to++ = {first, at + shift};
            ++at;
        }
    }
    // More of them may follow, and the caller counts them.
    if (to != begin && after_white()) {
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

// In one piece, for its state would otherwise be read from memory at every character.
std::optional<Text> normalise_straight(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    // No character becomes one of more bytes, or two characters.
    std::string characters(bytes.size(), '\0');
    auto letters = std::make_unique_for_overwrite<Letter[]>(bytes.size());
    SourceMap map;
    Letter* last = letters.get();  // the end of those that are there
    std::uint32_t to = 0;
    WhiteLimit whites;
    for (std::uint32_t at = 0;;) {
        const std::uint32_t begin = at;
        last = copy_plain(bytes, at, to - at, last);
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
        const auto written = static_cast<std::uint32_t>(utf8::encode(folded, characters.data() + to));
        map.add(to, {from, at}, written == at - from);
        *last++ = {folded, to};
        to += written;
    }
    characters.resize(to);
    const auto count = static_cast<std::size_t>(last - letters.get());
    return Text(std::move(characters), std::move(letters), count, std::move(map));
}

}  // namespace gouji
