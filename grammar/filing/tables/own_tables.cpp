// SPDX-License-Identifier: Apache-2.0
// Tables of the report's own, in rows of `|`.
#include "grammar/filing/tables/tables.hpp"

#include "grammar/lexical/number.hpp"
#include "grammar/filing/tables/private_line_grammar.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

namespace gouji {
namespace {

namespace p = tao::pegtl;

struct Line {
    std::vector<Span> cells;  ///< trimmed, of the normalised text
    Span all;
};

struct State {
    std::string_view text;
    std::vector<std::vector<Line>> blocks = {{}};
    std::vector<Span> cells;

    template <class Input>
    [[nodiscard]] Span span(const Input& in) const {
        const auto begin = static_cast<std::uint32_t>(in.begin() - text.data());
        return {begin, begin + static_cast<std::uint32_t>(in.size())};
    }
};

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<line_grammar::cell_text> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        Span span = state.span(in);
        while (!span.empty() && (state.text[span.start] == ' ' || state.text[span.start] == '\t')) ++span.start;
        while (!span.empty() && (state.text[span.end - 1] == ' ' || state.text[span.end - 1] == '\t')) --span.end;
        state.cells.push_back(span);
    }
};
template <>
struct action<line_grammar::row_line> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        std::vector<Span> cells = std::move(state.cells);
        state.cells.clear();
        if (cells.size() > 2 && cells.back().empty()) cells.pop_back();
        const bool rule = std::all_of(cells.begin(), cells.end(), [&](Span one) {
            return state.text.substr(one.start, one.size()).find_first_not_of(":-") == std::string_view::npos;
        });
        if (rule) return;
        auto& block = state.blocks.back();
        if (!block.empty() && block.front().cells.size() != cells.size()) state.blocks.emplace_back();
        state.blocks.back().push_back({std::move(cells), state.span(in)});
    }
};
template <>
struct action<line_grammar::other_line> {
    static void apply0(State& state) {
        state.cells.clear();
        if (!state.blocks.back().empty()) state.blocks.emplace_back();
    }
};

Cell read_cell(const Text& text, Span span) {
    Cell cell;
    cell.span = text.source(span);
    const std::string_view raw = text.view(span);
    cell.raw = raw;
    if (raw.empty()) cell.presence = Presence::blank;
    else if (raw.find_first_not_of("-") == std::string_view::npos || raw == "—" || raw == "——" || raw == "无")
        cell.presence = Presence::dash;
    else if (raw == "/") cell.presence = Presence::slash;
    else cell.presence = Presence::unreadable;
    if (cell.presence != Presence::unreadable) return cell;
    const auto figure = read_figure(raw, 0, {});
    if (!figure || !figure->value || figure->end != raw.size() || figure->approximate) return cell;
    cell.presence = Presence::number;
    cell.value = *figure->value;
    cell.unit = figure->unit;
    return cell;
}

/// Names in an outline must differ; a repeated label gets its number.
void add_name(Outline& outline, std::map<std::string, int, std::less<>>& seen, std::string_view name) {
    std::string own(name);
    std::replace(own.begin(), own.end(), '.', ' ');
    const int again = ++seen[own];
    outline.add(again == 1 ? own : own + " " + std::to_string(again));
}

TableRead build(const Text& text, const std::vector<Line>& block) {
    TableRead read;
    const auto view = [&](Span span) { return text.view(span); };
    const std::vector<Span>& head = block.front().cells;
    const bool headed = std::none_of(
        head.begin() + 1, head.end(), [&](Span one) { return read_cell(text, one).presence == Presence::number; });
    std::map<std::string, int, std::less<>> row_names;
    std::map<std::string, int, std::less<>> column_names;
    for (std::size_t c = 1; c < head.size(); ++c)
        add_name(read.table.columns, column_names, headed ? view(head[c]) : std::to_string(c));
    for (std::size_t l = headed ? 1 : 0; l < block.size(); ++l) {
        add_name(read.table.rows, row_names, view(block[l].cells[0]));
        for (std::size_t c = 1; c < head.size(); ++c) read.table.cells.push_back(read_cell(text, block[l].cells[c]));
    }
    read.where = {block.front().all.start, block.back().all.end};
    read.table.span = text.source(read.where);
    return read;
}

}  // namespace

std::vector<TableRead> read_free_tables(const Text& text, const std::vector<Span>& taken) {
    // Most texts have no bar, and need not be read in lines.
    if (text.characters().find('|') == std::string_view::npos) return {};
    State state{text.characters()};
    p::memory_input<p::tracking_mode::lazy> input(text.characters().data(), text.characters().size(), "");
    p::parse<line_grammar::lines, action>(input, state);
    std::vector<TableRead> found;
    for (const auto& block : state.blocks) {
        if (block.size() < 2) continue;
        const Span where = {block.front().all.start, block.back().all.end};
        if (std::any_of(taken.begin(), taken.end(), [&](Span one) { return one.overlaps(where); })) continue;
        TableRead read = build(text, block);
        const bool numbers = std::any_of(read.table.cells.begin(), read.table.cells.end(),
            [](const Cell& one) { return one.presence == Presence::number; });
        if (numbers) found.push_back(std::move(read));
    }
    return found;
}

}  // namespace gouji
