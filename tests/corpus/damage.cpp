// SPDX-License-Identifier: Apache-2.0
#include "tests/corpus/damage.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace gouji::corpus {
namespace {

using Lines = std::vector<std::string>;

Lines split(std::string_view text) {
    Lines lines;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return lines;
}

std::string join(const Lines& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? "\n" : "") + lines[i];
    return text;
}

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

auto place(Lines& lines, std::size_t index) { return lines.begin() + static_cast<Lines::difference_type>(index); }

}  // namespace

std::vector<std::string> Damage::reports(std::size_t most) {
    const std::size_t count = 1 + below(most);
    std::vector<std::string> made = {report()};
    const std::string base = original();
    while (made.size() < count) {
        // The year before and the year after, mostly of the same text: then they are linked.
        made.push_back(below(3) == 0 ? report()
                : below(3) == 0      ? exchanged_years(base)
                                     : damaged(exchanged_years(base)));
    }
    if (count > 1 && below(2) == 0) made.front() = damaged(base);
    return made;
}

std::string Damage::report() {
    std::string text = original();
    for (std::size_t i = 1 + below(5); i > 0; --i) text = damaged(std::move(text));
    return text;
}

std::string Damage::damaged(std::string text) {
    switch (below(4)) {
        case 0: return exchanged_years(std::move(text));
        case 1: return damaged_characters(std::move(text));
        default: return damaged_lines(std::move(text));
    }
}

std::string Damage::exchanged_years(std::string text) {
    constexpr int first = 2016, years = 10;
    const std::string to = std::to_string(first + static_cast<int>(below(years)));
    // All years, or one of them: a report of 2020 that speaks of 2019 then speaks of itself.
    const bool all = below(2) == 0;
    const std::string only = std::to_string(first + static_cast<int>(below(years)));
    for (int year = first; year < first + years; ++year) {
        const std::string from = std::to_string(year);
        if (all || from == only) text = replaced_all(std::move(text), from, to);
    }
    return text;
}

std::string Damage::damaged_lines(std::string text) {
    Lines lines = split(text);
    const std::size_t from = below(lines.size());
    const std::size_t to = std::min(lines.size(), from + 1 + below(below(4) == 0 ? 60 : 4));
    const Lines block(place(lines, from), place(lines, to));
    switch (below(9)) {
        case 0:
        case 1: lines.erase(place(lines, from), place(lines, to)); break;
        case 2: lines.insert(place(lines, to), block.begin(), block.end()); break;
        case 3:
            lines.erase(place(lines, from), place(lines, to));
            lines.insert(place(lines, below(lines.size() + 1)), block.begin(), block.end());
            break;
        case 4: {  // a part of another report, in place of a part of this one or beside it
            Lines other = split(original());
            const std::size_t start = below(other.size());
            const std::size_t end = std::min(other.size(), start + 1 + below(400));
            if (below(2) == 0)
                lines.erase(place(lines, from), place(lines, std::min(lines.size(), from + (end - start))));
            lines.insert(place(lines, std::min(from, lines.size())), place(other, start), place(other, end));
            break;
        }
        case 5: lines.erase(place(lines, from), lines.end()); break;
        case 6: std::swap(lines[from], lines[below(lines.size())]); break;
        case 7:
            for (std::size_t i = from; i + 1 < to; ++i) lines[from] += (below(2) == 0 ? " " : "") + lines[i + 1];
            lines.erase(place(lines, from + 1), place(lines, std::max(to, from + 1)));
            break;
        default: lines.insert(place(lines, from), {"", "- 3 -", ""}); break;
    }
    return join(lines);
}

std::string Damage::damaged_characters(std::string text) {
    if (text.empty()) return text;
    // Where a character begins; half ones are the encoding's own matter, and come seldom.
    std::size_t at = below(text.size());
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    const auto digit = [&] {
        const std::size_t found = text.find_first_of("0123456789", at);
        return found == std::string::npos ? at : found;
    };
    constexpr std::string_view pieces[] = {" ", "|", "\n", "-", "/", "、", "其中", "0", "999999999999999999", "1.5",
        "万元", "%", "（", "）", "：", "　", "无", "总计", "\t", "一、", "<td>", "\xE5"};
    switch (below(5)) {
        case 0: return text.erase(at, 1 + below(6));
        case 1: return text.insert(at, pieces[below(std::size(pieces))]);
        case 2: return text.insert(digit(), 1, static_cast<char>('0' + below(10)));
        case 3: return text.erase(digit(), 1);
        default: text[digit()] = static_cast<char>('0' + below(10)); return text;
    }
}

}  // namespace gouji::corpus
