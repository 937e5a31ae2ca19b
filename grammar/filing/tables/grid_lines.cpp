// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/grid_lines.hpp"

#include "grammar/filing/tables/private_line_grammar.hpp"
#include "grammar/lexical/private_matched.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

namespace p = tao::pegtl;

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

struct GridLinesState {
    std::string_view text;
    std::vector<GridLine> lines;
    std::vector<Span> cells;
};

template <class Rule>
struct grid_action : p::nothing<Rule> {};
template <>
struct grid_action<line_grammar::cell_text> {
    template <class Input>
    static void apply(const Input& in, GridLinesState& state) {
        state.cells.push_back(trimmed(state.text, lexical::span_of(in, state.text)));
    }
};
template <>
struct grid_action<line_grammar::row_line> {
    template <class Input>
    static void apply(const Input& in, GridLinesState& state) {
        GridLine line{cells_of_row(state.text, std::exchange(state.cells, {})), lexical::span_of(in, state.text), true};
        if (!line.cells.empty()) state.lines.push_back(std::move(line));
    }
};
template <>
struct grid_action<line_grammar::other_line> {
    template <class Input>
    static void apply(const Input& in, GridLinesState& state) {
        state.cells.clear();
        const Span all = lexical::span_of(in, state.text);
        GridLine line{{}, all, false};
        for (std::uint32_t at = all.start; at < all.end;) {
            while (at < all.end && (is_blank(state.text[at]) || state.text[at] == '\n')) ++at;
            const std::uint32_t start = at;
            while (at < all.end && !is_blank(state.text[at]) && state.text[at] != '\n') ++at;
            if (at > start) line.cells.push_back({start, at});
        }
        if (!line.cells.empty()) state.lines.push_back(std::move(line));
    }
};

}  // namespace

Span trimmed(std::string_view text, Span span) {
    while (!span.empty() && is_blank(text[span.start])) ++span.start;
    while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
    return span;
}

std::vector<Span> cells_of_row(std::string_view text, std::vector<Span> cells) {
    if (cells.size() > 2 && cells.back().empty()) cells.pop_back();
    const bool ruled = std::all_of(cells.begin(), cells.end(),
        [&](Span one) { return text.substr(one.start, one.size()).find_first_not_of(":-") == std::string_view::npos; });
    return ruled ? std::vector<Span>{} : cells;
}

std::vector<GridLine> read_grid_lines(const Text& text, Span where) {
    const std::string_view characters = text.characters();
    GridLinesState state{characters, {}, {}};
    p::memory_input<p::tracking_mode::lazy> input(characters.data() + where.start, where.size(), "");
    p::parse<line_grammar::lines, grid_action>(input, state);
    return std::move(state.lines);
}

bool is_grid_code(std::string_view cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_grid_figure(std::string_view cell) {
    if (cell.empty()) return false;
    if (cell.find_first_not_of("-") == std::string_view::npos || cell == "—" || cell == "——" || cell == "/")
        return true;
    const bool starts = (cell.front() >= '0' && cell.front() <= '9') || cell.front() == '-' || cell.front() == '(';
    return starts && cell.find_first_of("0123456789") != std::string_view::npos
        && cell.find_first_not_of("0123456789.,-()%") == std::string_view::npos;
}

std::string printed_unit(std::string_view text) {
    constexpr std::string_view word = "单位";
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        std::size_t begin = at + word.size();
        while (begin < text.size() && (text[begin] == ':' || text[begin] == ' ' || text[begin] == '|')) ++begin;
        std::string_view rest = text.substr(begin);
        constexpr std::string_view currency = "人民币";
        if (rest.starts_with(currency)) rest.remove_prefix(currency.size());
        for (const std::string_view unit : {"元", "万元", "亿元"}) {
            if (rest.starts_with(unit)) return std::string(unit);
        }
    }
    return {};
}

}  // namespace gouji
