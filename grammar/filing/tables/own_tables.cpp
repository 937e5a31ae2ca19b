// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/own_tables.hpp"

#include "grammar/lexical/number.hpp"
#include "grammar/filing/tables/private_line_grammar.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

namespace gouji {
namespace {

namespace p = tao::pegtl;

struct OwnRow {
    std::vector<Span> cells;  ///< trimmed, of the normalised text
    Span all;
};

struct OwnTablesState {
    std::string_view text;
    std::vector<std::vector<OwnRow>> blocks = {{}};
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
    static void apply(const Input& in, OwnTablesState& state) {
        Span span = state.span(in);
        while (!span.empty() && (state.text[span.start] == ' ' || state.text[span.start] == '\t')) ++span.start;
        while (!span.empty() && (state.text[span.end - 1] == ' ' || state.text[span.end - 1] == '\t')) --span.end;
        state.cells.push_back(span);
    }
};
template <>
struct action<line_grammar::row_line> {
    template <class Input>
    static void apply(const Input& in, OwnTablesState& state) {
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
    static void apply0(OwnTablesState& state) {
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

/// Whether the first row has the names of the columns: it has no number after its first cell.
bool is_header(const Text& text, const OwnRow& row) {
    return std::none_of(row.cells.begin() + 1, row.cells.end(),
        [&](Span cell) { return read_cell(text, cell).presence == Presence::number; });
}

TableRead own_table_of(const Text& text, const std::vector<OwnRow>& block) {
    TableRead read;
    const std::vector<Span>& head = block.front().cells;
    const bool headed = is_header(text, block.front());
    std::map<std::string, int, std::less<>> names;
    for (std::size_t column = 1; column < head.size(); ++column)
        add_name(read.table.columns, names, headed ? text.view(head[column]) : std::to_string(column));
    names.clear();
    for (std::size_t row = headed ? 1 : 0; row < block.size(); ++row) {
        const std::vector<Span>& cells = block[row].cells;
        add_name(read.table.rows, names, text.view(cells[0]));
        for (std::size_t column = 1; column < head.size(); ++column)
            read.table.cells.push_back(read_cell(text, cells[column]));
    }
    read.where = {block.front().all.start, block.back().all.end};
    read.table.span = text.source(read.where);
    return read;
}

}  // namespace

std::vector<TableRead> read_own_tables(const Text& text, const std::vector<Span>& taken) {
    // For speed: most texts have no bar, and need not be read in lines.
    if (text.characters().find('|') == std::string_view::npos) return {};
    OwnTablesState state{text.characters()};
    p::memory_input<p::tracking_mode::lazy> input(text.characters().data(), text.characters().size(), "");
    p::parse<line_grammar::lines, action>(input, state);
    std::vector<TableRead> found;
    for (const auto& block : state.blocks) {
        if (block.size() < 2) continue;
        const Span where = {block.front().all.start, block.back().all.end};
        if (std::any_of(taken.begin(), taken.end(), [&](Span one) { return one.overlaps(where); })) continue;
        TableRead read = own_table_of(text, block);
        const bool numbers = std::any_of(read.table.cells.begin(), read.table.cells.end(),
            [](const Cell& one) { return one.presence == Presence::number; });
        if (numbers) found.push_back(std::move(read));
    }
    return found;
}

}  // namespace gouji
