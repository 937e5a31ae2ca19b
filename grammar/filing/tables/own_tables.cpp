// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/own_tables.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/tables/grid_lines.hpp"
#include "grammar/filing/tables/private_line_grammar.hpp"
#include "grammar/filing/tables/private_own_cells.hpp"
#include "grammar/filing/tables/private_own_statistics.hpp"
#include "grammar/lexical/private_matched.hpp"

#include <algorithm>
#include <string>
#include <utility>

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
};

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<line_grammar::cell_text> {
    template <class Input>
    static void apply(const Input& in, OwnTablesState& state) {
        state.cells.push_back(trimmed(state.text, lexical::span_of(in, state.text)));
    }
};
template <>
struct action<line_grammar::row_line> {
    template <class Input>
    static void apply(const Input& in, OwnTablesState& state) {
        std::vector<Span> cells = cells_of_row(state.text, std::exchange(state.cells, {}));
        if (cells.empty()) return;
        auto& block = state.blocks.back();
        if (!block.empty() && block.front().cells.size() != cells.size()) state.blocks.emplace_back();
        state.blocks.back().push_back({std::move(cells), lexical::span_of(in, state.text)});
    }
};
template <>
struct action<line_grammar::other_line> {
    static void apply0(OwnTablesState& state) {
        state.cells.clear();
        if (!state.blocks.back().empty()) state.blocks.emplace_back();
    }
};

/// Whether the first row has the names of the columns: it has no number after its first cell.
bool is_header(const Text& text, const OwnRow& row) {
    return std::none_of(row.cells.begin() + 1, row.cells.end(),
        [&](Span cell) { return own_cell(text, cell).presence == Presence::number; });
}

/// The columns with figures, or with words that are no units: | 主动公开信息数 | 条 | 739 |
std::vector<std::size_t> columns_of(const Text& text, const std::vector<OwnRow>& block, bool headed) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 1; column < block.front().cells.size(); ++column) {
        const auto says = [&](const OwnRow& row) { return text.view(row.cells[column]); };
        if (headed && names_no_figures(utf8::without_blanks(says(block.front())))) continue;
        const auto first = block.begin() + (headed ? 1 : 0);
        const bool units = std::all_of(first, block.end(), [&](const OwnRow& row) { return is_own_unit(says(row)); });
        if (!units) columns.push_back(column);
    }
    return columns;
}

/// What the column of units says of a figure that has none itself; of money alone, for all else is a count.
void add_unit(Cell& cell, const Text& text, const OwnRow& row, const std::vector<std::size_t>& columns) {
    for (std::size_t column = 1; column < row.cells.size() && cell.presence == Presence::number; ++column) {
        const std::string_view unit = text.view(row.cells[column]);
        const bool figures = std::find(columns.begin(), columns.end(), column) != columns.end();
        if (!figures && cell.unit.empty() && unit.ends_with("元") && is_own_unit(unit)) cell.unit = unit;
    }
}

TableRead own_table_of(const Text& text, const std::vector<OwnRow>& block) {
    TableRead read;
    const std::vector<Span>& head = block.front().cells;
    const bool headed = is_header(text, block.front());
    const std::vector<std::size_t> columns = columns_of(text, block, headed);
    OwnNames names;
    for (const std::size_t column : columns)
        names.add(read.table.columns, headed ? text.view(head[column]) : std::to_string(column));
    OwnNames labels;
    for (std::size_t row = headed ? 1 : 0; row < block.size(); ++row) {
        labels.add(read.table.rows, text.view(block[row].cells[0]));
        for (const std::size_t column : columns) {
            read.table.cells.push_back(own_cell(text, block[row].cells[column]));
            add_unit(read.table.cells.back(), text, block[row], columns);
        }
    }
    read.where = {block.front().all.start, block.back().all.end};
    read.table.span = text.source(read.where);
    return read;
}

bool is_free(Span where, const std::vector<Span>& taken) {
    return std::none_of(taken.begin(), taken.end(), [&](Span one) { return one.overlaps(where); });
}

/// Rows of | cells, one below the other.
std::vector<TableRead> tables_of_bars(const Text& text, const std::vector<Span>& taken) {
    // For speed: most texts have no bar, and need not be read in lines.
    if (text.characters().find('|') == std::string_view::npos) return {};
    OwnTablesState state{text.characters()};
    p::memory_input<p::tracking_mode::lazy> input(text.characters().data(), text.characters().size(), "");
    p::parse<line_grammar::lines, action>(input, state);
    std::vector<TableRead> found;
    for (const auto& block : state.blocks) {
        if (block.size() >= 2 && is_free({block.front().all.start, block.back().all.end}, taken))
            found.push_back(own_table_of(text, block));
    }
    return found;
}

}  // namespace

std::vector<TableRead> read_own_tables(const Text& text, const std::vector<Span>& taken) {
    std::vector<TableRead> found = tables_of_bars(text, taken);
    for (TableRead& read : read_statistics(text)) {
        if (is_free(read.where, taken)) found.push_back(std::move(read));
    }
    std::erase_if(found, [](const TableRead& read) {
        return std::none_of(read.table.cells.begin(), read.table.cells.end(),
            [](const Cell& one) { return one.presence == Presence::number; });
    });
    return found;
}

}  // namespace gouji
