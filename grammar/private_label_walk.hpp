// SPDX-License-Identifier: Apache-2.0
// Owns: what may stand between the characters of a label where a page prints it.
// Refuses: to know labels: whoever walks says whether one goes on with a character.
#pragma once

#include "engine/base/utf8.hpp"
#include "grammar/labels.hpp"

#include <cstddef>
#include <string_view>

namespace gouji::labels {

/// Calls `step(code, place, behind, broken)` for each character of a label that begins at `at`, with its place and the one behind
/// it, until that says that none goes on so. `broken`: the label is broken there, so that a line of another column's label may
/// stand before its next; `strays(place)` is then the place behind that, or the same place.
template <class Step, class Strays>
void walk(std::string_view text, std::size_t at, const Step& step, const Strays& strays) {
    // Between two characters of a label: brackets, line ends, the indent of the next line.
    constexpr int most_signs = 8;
    constexpr int most_lines = 3;
    constexpr int least_before = 6;  // characters: enough to know the label by
    int signs = 0;
    int lines = 0;
    int matched = 0;
    while (at < text.size()) {
        const auto one = utf8::decode(text, at);
        if (is_filler(one.code)) {
            lines += one.code == U'\n' ? 1 : 0;
            signs += one.code == U' ' || one.code == U'\t' || one.code == U'\n' ? 0 : 1;
            if (matched == 0 || signs > most_signs || lines > most_lines) return;
            at += one.size;
            continue;
        }
        const bool broken = lines > 0 && matched >= least_before;
        if (!step(one.code, at, at + one.size, broken)) {
            // 要\n他处理\n求缴纳费用: on a page laid out in columns the next column's label stands between the lines.
            const std::size_t behind = broken ? strays(at) : at;
            if (behind == at) return;
            at = behind;
            continue;
        }
        ++matched;
        signs = 0;
        lines = 0;
        at += one.size;
    }
}

}  // namespace gouji::labels
