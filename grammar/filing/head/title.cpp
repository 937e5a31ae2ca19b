// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/title.hpp"

#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace gouji {
namespace {

int year_of(std::string_view text) {
    const bool digits = text[0] >= '0' && text[0] <= '9';
    std::string numeral;
    for (const char c : text) {
        if (c == '0' || c == 'O' || c == 'o') numeral += "〇";
        else numeral += c;
    }
    const auto value = digits ? Decimal::parse(text) : value_of_numeral(numeral);
    return value ? std::stoi(value->to_string()) : 0;
}

/// 2023年1月3日 as 2023-01-03; nothing for a day that no calendar has.
std::string date_of(std::string_view text) {
    std::array<int, 3> parts{};
    std::size_t part = 0;
    bool digits = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            parts[part] = parts[part] * 10 + (c - '0');
            digits = true;
        } else if (digits && part < 2) {
            ++part;
            digits = false;
        }
    }
    if (parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31) return {};
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]);
}

/// One edition for each list of titles, however many share it.
std::vector<const Edition*> with_titles(const std::vector<const Edition*>& editions) {
    std::vector<const Edition*> made;
    for (const Edition* one : editions) {
        if (std::none_of(made.begin(), made.end(), [&](const Edition* other) { return other->titles == one->titles; }))
            made.push_back(one);
    }
    return made;
}

}  // namespace

FirstMatch first_match(const Text& text, Span where, const PatternList& list) {
    FigureReader figures(text.characters());
    std::vector<int> likely;
    for (const Letter& letter : text.letters(where)) {
        list.index.find(figures, letter, where.end, likely);
        for (const int one : likely) {
            const Pattern& pattern = list.patterns[static_cast<std::size_t>(one)];
            if (auto match = pattern.match(figures, letter.at, where.end))
                return {&pattern, std::move(*match), letter.at};
        }
    }
    return {};
}

bool is_whole_line(std::string_view characters, Span span) {
    const auto blank = [&](std::size_t at) { return characters[at] == ' ' || characters[at] == '\t'; };
    std::size_t from = span.start;
    while (from > 0 && blank(from - 1)) --from;
    std::size_t to = span.end;
    while (to < characters.size() && blank(to)) ++to;
    return (from == 0 || characters[from - 1] == '\n') && (to == characters.size() || characters[to] == '\n');
}

FirstMatch find_title(const Text& text, const std::vector<const Edition*>& editions, std::uint32_t heading) {
    FirstMatch chosen;
    const std::vector<const Edition*> titled = with_titles(editions);
    for (const Edition* one : titled) {
        for (std::uint32_t from = 0; from < heading;) {
            FirstMatch found = first_match(text, {from, heading}, *one->titles);
            if (!found.pattern) break;
            const Span span = found.span();
            from = span.end;
            if (is_whole_line(text.characters(), span) && (!chosen.pattern || span.start > chosen.start))
                chosen = std::move(found);
        }
    }
    for (const Edition* one : titled) {
        if (!chosen.pattern) chosen = first_match(text, text.all(), *one->titles);
    }
    return chosen;
}

void add_captured(const Text& text, const FirstMatch& found, Filing& filing) {
    for (const auto& captured : found.match.captures) {
        const std::string_view value = text.view(captured.span);
        switch (found.pattern->captures[static_cast<std::size_t>(captured.name)].kind) {
            case Capture::organ: filing.organ = value; break;
            case Capture::year:
                if (!filing.year) filing.year = year_of(value);
                break;
            case Capture::date: filing.published = date_of(value); break;
            case Capture::figure: break;
        }
    }
}

}  // namespace gouji
