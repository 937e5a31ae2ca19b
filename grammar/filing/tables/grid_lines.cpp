// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_grid_lines.hpp"

#include "grammar/filing/tables/private_line_grammar.hpp"
#include "grammar/lexical/private_matched.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

namespace p = tao::pegtl;

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

struct GridLinesState {
    std::string_view text;
    std::vector<GridLine> lines;
    std::vector<Span> cells;
};

Span trimmed(std::string_view text, Span span) {
    while (!span.empty() && is_blank(text[span.start])) ++span.start;
    while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
    return span;
}

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
        GridLine line{std::exchange(state.cells, {}), lexical::span_of(in, state.text), true};
        // What is behind the last bar of a line is no cell.
        if (line.cells.size() > 2 && line.cells.back().empty()) line.cells.pop_back();
        const bool ruled = std::all_of(line.cells.begin(), line.cells.end(), [&](Span one) {
            return state.text.substr(one.start, one.size()).find_first_not_of(":-") == std::string_view::npos;
        });
        if (!ruled || line.is_empty()) state.lines.push_back(std::move(line));
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

bool GridLine::is_empty() const {
    return std::all_of(cells.begin(), cells.end(), [](Span one) { return one.empty(); });
}

std::vector<GridLine> read_grid_lines(const Text& text, Span where) {
    const std::string_view characters = text.characters();
    GridLinesState state{characters, {}, {}};
    p::memory_input<p::tracking_mode::lazy> input(characters.data() + where.start, where.size(), "");
    p::parse<line_grammar::lines, grid_action>(input, state);
    std::erase_if(state.lines, [](const GridLine& line) { return line.is_empty(); });
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

}  // namespace gouji
