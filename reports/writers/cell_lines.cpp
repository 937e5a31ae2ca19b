// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_cell_lines.hpp"

#include "engine/base/utf8.hpp"
#include "reports/excerpt.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace gouji {
namespace {

/// Where the piece ends that begins there and is not broken: a word in letters and digits, or one other character.
std::size_t end_of_piece(std::string_view text, std::size_t at) {
    const auto is_of_word = [&](std::size_t place) {
        const char c = text[place];
        return static_cast<unsigned char>(c) < 0x80 && c != ' ' && c != '-' && c != '/' && c != '\n';
    };
    if (!is_of_word(at)) return std::min(at + utf8::length(text[at]), text.size());
    while (at < text.size() && is_of_word(at)) ++at;
    return at;
}

/// Walks over the pieces; the first that is no longer on the lines that there may be ends it.
struct WalkedText {
    int lines = 1;
    std::size_t end = 0;  ///< of what is on them
};

WalkedText walk(std::string_view text, int width, int most) {
    WalkedText walked;
    int used = 0;
    for (std::size_t at = 0; at < text.size(); walked.end = at) {
        if (text[at] == '\n') {
            if (++walked.lines > most) return walked;
            used = 0;
            ++at;
            continue;
        }
        const std::size_t end = end_of_piece(text, at);
        const int piece = width_of(text.substr(at, end - at));
        at = end;
        if (used > 0 && used + piece > width) {
            ++walked.lines;
            used = 0;
        }
        // A word that is longer than a line is broken all the same.
        walked.lines += std::max(piece - 1, 0) / width;
        used += piece > width ? (piece - 1) % width + 1 : piece;
        if (walked.lines > most) return walked;
    }
    return walked;
}

}  // namespace

int lines_in_cell(std::string_view text, int width) {
    return walk(text, std::max(width, 1), std::numeric_limits<int>::max()).lines;
}

std::string fitting_in_cell(std::string text, int width, std::string_view rest) {
    if (walk(text, width, most_lines).lines <= most_lines) return text;
    text.resize(walk(text, width, most_lines - lines_in_cell(rest, width)).end);
    if (!text.ends_with('\n')) text += '\n';
    return text + std::string(rest);
}

}  // namespace gouji
