// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <vector>

namespace gouji::utf8 {

std::size_t previous(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

std::size_t count(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

namespace {

std::vector<char32_t> characters_of(std::string_view text) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        all.push_back(character.code);
        at += character.size;
    }
    return all;
}

}  // namespace

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    const auto left = characters_of(a);
    const auto right = characters_of(b);
    const std::size_t gap = left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (gap > limit) return limit + 1;
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t changed = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return std::min(row.back(), limit + 1);
}

std::string without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \n\r\t";
    std::array<std::size_t, blanks.size()> next{};  // of each blank, so that the text between them is copied at once
    for (std::size_t i = 0; i < blanks.size(); ++i) next[i] = std::min(text.find(blanks[i]), text.size());
    std::string made;
    made.reserve(text.size());
    for (std::size_t at = 0;;) {
        const auto nearest = std::min_element(next.begin(), next.end());
        made.append(text, at, *nearest - at);
        if (*nearest == text.size()) return made;
        at = *nearest + 1;
        *nearest = std::min(text.find(blanks[static_cast<std::size_t>(nearest - next.begin())], at), text.size());
    }
}

std::string lowered(std::string_view text) {
    std::string made(text);
    for (char& c : made) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return made;
}

bool is_text(std::string_view bytes) {
    // All bytes are looked at, because few texts have a control character: the compiler then takes many bytes at once,
    // which it does not where the first one ends the search.
    unsigned char any = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        any |= static_cast<unsigned char>(
            (byte == 0x7F) | ((byte < 0x20) & (byte != '\n') & (byte != '\r') & (byte != '\t')));
    }
    return any == 0 && is_valid(bytes);
}

namespace {

/// How many bytes from `at` on are ASCII, one at least, looked at by eights.
std::size_t ascii_from(std::string_view bytes, std::size_t at) {
    const std::size_t begin = at++;
    for (std::uint64_t eight = 0; bytes.size() - at >= sizeof eight; at += sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080ULL) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at - begin;
}

}  // namespace

bool is_valid(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80) {
            at += ascii_from(bytes, at);
            continue;
        }
        if (bytes.size() - at > 3 && triple(bytes.data() + at) != 0) {
            at += 3;
            continue;
        }
        const std::size_t size = length(bytes[at]);
        if (lead < 0xC2 || lead > 0xF4 || at + size > bytes.size()) return false;
        char32_t code = lead & (0x7FU >> size);
        for (std::size_t i = 1; i < size; ++i) {
            const auto next = static_cast<unsigned char>(bytes[at + i]);
            if ((next & 0xC0U) != 0x80) return false;
            code = code << 6U | (next & 0x3FU);
        }
        constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        at += size;
    }
    return true;
}

std::string printable(std::string_view bytes) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string made;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::string_view one = bytes.substr(at, length(bytes[at]));
        if (bytes.substr(at, 2) == "\\x") {
            made += "\\x5C";  // so that no two names look the same
            ++at;
        } else if (lead >= 0x20 && is_text(one)) {
            made += one;
            at += one.size();
        } else {
            made += {'\\', 'x', hex[lead >> 4U], hex[lead & 15U]};
            ++at;
        }
    }
    return made;
}

}  // namespace gouji::utf8
