// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_plain_names.hpp"

#include "engine/base/utf8.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace gouji {
namespace {

/// Whose figures a name means, as formulas write it before the table.
struct WhoseFigures {
    std::string_view before;
    Wording words;
};
constexpr std::array whose_figures = {
    WhoseFigures{"previous.", {"上一年的", "previous year's "}},
    WhoseFigures{"below.", {"各下级机关的", "organs below: "}},
    WhoseFigures{"copy.", {"另一个文件的", "other file's "}},
    WhoseFigures{"again.", {"再次印出的", "printed again: "}},
};

/// Where the name of a table that ends at `end` begins.
std::size_t begin_of_name(std::string_view text, std::size_t end) {
    constexpr std::u32string_view stops = U" (){}\n，。；：、“”（）×÷";
    while (end > 0) {
        const std::size_t before = utf8::previous(text, end);
        if (stops.find(utf8::decode(text, before).code) != std::u32string_view::npos) break;
        end = before;
    }
    return end;
}

/// Part of a character that is not ASCII: of a name.
bool is_letter(std::string_view text, std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
}

/// Points between names as people write them: 不予公开/国家秘密 for a row below another, 分项 · 总数 for a figure of
/// prose. A point between digits stays.
std::string without_points(std::string_view text, std::string_view between) {
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '.' && at > 0 && is_letter(text, at - 1) && is_letter(text, at + 1)) made += between;
        else made += text[at];
    }
    return made;
}

/// Between the cells: figures of the prose, and whose they are.
std::string facts_in_words(std::string_view text, Language language) {
    std::string made(text);
    for (const WhoseFigures& one : whose_figures) {
        const std::string words = one.words.in(language);
        for (std::size_t at = made.find(one.before); at != std::string::npos; at = made.find(one.before, at + 1)) {
            // The word can also end a sentence.
            if (is_letter(made, at + one.before.size())) made.replace(at, one.before.size(), words);
        }
    }
    return without_points(made, " · ");
}

std::string cell_in_words(
    std::string_view name, std::string_view row, std::string_view column, const At& at, Language language) {
    std::string made;
    for (const WhoseFigures& one : whose_figures) {
        if (!name.starts_with(one.before)) continue;
        made = one.words.in(language);
        name.remove_prefix(one.before.size());
    }
    const std::string own_row = without_points(row, "/"), own_column = without_points(column, "/");
    const bool same_table = name.empty() || name == at.table;
    if (!same_table) made += std::string(name) + Wording{"：", ": "}.in(language);
    if (same_table && column == at.column && row != at.row) return made + own_row;
    if (same_table && row == at.row && column != at.column) return made + own_column;
    return made + own_row + " · " + own_column;
}

/// A call, a truth, or a comparison that is no side of a sum: words of the rule language.
bool is_condition(std::string_view line) {
    for (const std::string_view word : {" = true", " = false", " and ", " or ", " contains ", " ends with ", " ≤ ",
             " ≥ ", " < ", " > ", " multiple of "}) {
        if (line.find(word) != std::string_view::npos) return true;
    }
    for (const std::string_view word : {"not ", "known ", "abs "}) {
        if (line.starts_with(word)) return true;
    }
    for (std::size_t at = line.find('('); at != std::string_view::npos; at = line.find('(', at + 1)) {
        if (at > 0 && std::isalpha(static_cast<unsigned char>(line[at - 1])) != 0) return true;
    }
    return false;
}

/// The zeros of a long sum are told by their number: + 0 × 13 says nothing.
std::string without_zeros(std::string line) {
    constexpr std::string_view mark = " + 0 × ";
    const std::size_t at = line.find(mark);
    if (at == std::string::npos) return line;
    const std::size_t end = line.find_first_not_of("0123456789", at + mark.size());
    return line.erase(at, std::min(end, line.size()) - at);
}

/// A quotient is only nearly what is written, and the year of the report has a word.
std::string with_words(std::string line, Language language) {
    const std::pair<std::string_view, std::string> words[] = {
        {" = ≈", " ≈ "}, {"year ", Wording{"本报告年度 ", "year of the report "}.in(language)}};
    for (const auto& [from, to] : words) {
        const std::size_t at = line.find(from);
        if (at != std::string::npos && (from.front() == ' ' || at == 0 || line[at - 1] == ' '))
            line.replace(at, from.size(), to);
    }
    return line;
}

}  // namespace

std::string plain_names(std::string_view text, const At& at, Language language) {
    std::string made;
    std::size_t done = 0;
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find(']', open);
        const std::size_t comma = text.find(", ", open);
        if (close == std::string_view::npos || comma == std::string_view::npos || comma > close) continue;
        const std::size_t begin = std::max(done, begin_of_name(text, open));
        made += facts_in_words(text.substr(done, begin - done), language);
        made += cell_in_words(text.substr(begin, open - begin), text.substr(open + 1, comma - open - 1),
            text.substr(comma + 2, close - comma - 2), at, language);
        done = close + 1;
    }
    return made + facts_in_words(text.substr(done), language);
}

std::vector<std::string> plain_sum(const std::vector<std::string>& written, const At& at, Language language) {
    std::vector<std::string> lines;
    for (const std::string& line : written) {
        if (is_condition(line)) return {};
        lines.push_back(with_words(plain_names(without_zeros(line), at, language), language));
    }
    return lines;
}

}  // namespace gouji
