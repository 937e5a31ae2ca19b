// SPDX-License-Identifier: Apache-2.0
// Owns: what may be between the characters of a label where a page prints it.
// Refuses: to know labels: the caller says whether one goes on with a character.
#pragma once

#include "engine/base/utf8.hpp"
#include "engine/source/text.hpp"
#include "grammar/labels/labels.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace gouji::labels {

/// Goes over the characters of a text as its bytes say them.
class ByteCursor {
public:
    ByteCursor(std::string_view text, std::size_t at) : text_(text), at_(at) { read(); }

    [[nodiscard]] bool more() const { return at_ < text_.size(); }
    [[nodiscard]] char32_t code() const { return one_.code; }
    [[nodiscard]] std::size_t place() const { return at_; }
    [[nodiscard]] std::size_t behind() const { return at_ + one_.size; }
    void go_on() { go_to(behind()); }
    void go_to(std::size_t place) {
        at_ = place;
        read();
    }

private:
    void read() { one_ = utf8::decode(text_, at_); }

    std::string_view text_;
    std::size_t at_;
    utf8::Character one_;
};

/// The same over letters that are decoded, up to the end of their text.
class LetterCursor {
public:
    LetterCursor(std::span<const Letter> letters, std::size_t end) : letters_(letters), end_(end) {}

    [[nodiscard]] bool more() const { return !letters_.empty(); }
    [[nodiscard]] char32_t code() const { return letters_.front().code; }
    [[nodiscard]] std::size_t place() const { return letters_.front().at; }
    [[nodiscard]] std::size_t behind() const { return letters_.size() > 1 ? letters_[1].at : end_; }
    void go_on() { letters_ = letters_.subspan(1); }
    void go_to(std::size_t place) {
        while (more() && letters_.front().at < place) go_on();
    }

private:
    std::span<const Letter> letters_;
    std::size_t end_;
};

/// Calls `step(at, broken)` with the cursor at each character of a label that begins at `at`, until it says that no
/// label goes on so. `broken`: the label is broken there, so that a line of another column's label may come before its
/// next one; `strays(place)` is then the place after that line, or the same place. So many characters of the label as
/// `matched` says were read before.
template <class Cursor, class Step, class Strays>
void walk(Cursor at, const Step& step, const Strays& strays, std::size_t matched = 0) {
    // Between two characters of a label: brackets, line ends, the indent of the next line.
    constexpr int most_signs = 8;
    constexpr int most_lines = 6;
    constexpr std::size_t least_before = 6;  // characters: enough to know the label by
    int signs = 0;
    int lines = 0;
    while (at.more()) {
        const char32_t code = at.code();
        if (is_filler(code)) {
            lines += code == U'\n' ? 1 : 0;
            signs += code == U' ' || code == U'\t' || code == U'\n' ? 0 : 1;
            if (matched == 0 || signs > most_signs || lines > most_lines) return;
            at.go_on();
            continue;
        }
        const bool broken = lines > 0 && matched >= least_before;
        if (!step(at, broken)) {
            // 要\n他处理\n求缴纳费用: on a page laid out in columns the next column's label is between the lines.
            const std::size_t behind = broken ? strays(at.place()) : at.place();
            if (behind == at.place()) return;
            at.go_to(behind);
            continue;
        }
        ++matched;
        signs = 0;
        lines = 0;
        at.go_on();
    }
}

}  // namespace gouji::labels
