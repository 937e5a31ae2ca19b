// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/grid_table.hpp"

#include "engine/base/measure.hpp"
#include "engine/base/utf8.hpp"
#include "engine/model/printed_layout.hpp"
#include "grammar/filing/tables/private_grid_rows.hpp"
#include "grammar/filing/tables/private_own_cells.hpp"
#include "grammar/filing/tables/row_nesting.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace gouji {
namespace {

/// Where tables may begin: lines that end with a caption of some table of the form.
struct CaptionPlace {
    std::uint32_t at = 0;
    std::uint32_t end = 0;
    std::size_t table = 0;
};

/// What is behind a caption on its line: bars, brackets, the number of a page.
bool ends_line(std::string_view text, std::uint32_t at) {
    std::string_view rest = text.substr(at, text.find('\n', at) - at);
    const std::size_t bracket = rest.find('(');
    if (bracket != std::string_view::npos) rest = rest.substr(0, bracket);
    return std::all_of(rest.begin(), rest.end(),
        [](char one) { return one == ' ' || one == '|' || one == '\t' || one == '.' || (one >= '0' && one <= '9'); });
}

/// 一般公共预算财政拨款支出决算表 ends with 支出决算表, which is the caption of another table: the longest counts.
std::vector<CaptionPlace> find_captions(const TableText& from, Span where, const Edition& edition) {
    std::vector<CaptionPlace> all;
    const std::string_view text = from.text.characters();
    for (std::size_t table = 0; table < edition.tables.size(); ++table) {
        if (!edition.tables[table]->printed) continue;
        for (const LabelPlace& place : from.labels.of(edition.table_sets[table])) {
            if (place.at < where.start || place.hit.end > where.end || !ends_line(text, place.hit.end)) continue;
            all.push_back({place.at, place.hit.end, table});
        }
    }
    std::sort(all.begin(), all.end(),
        [](const CaptionPlace& a, const CaptionPlace& b) { return a.end != b.end ? a.end < b.end : a.at < b.at; });
    all.erase(std::unique(
                  all.begin(), all.end(), [](const CaptionPlace& a, const CaptionPlace& b) { return a.end == b.end; }),
        all.end());
    return all;
}

class GridTableReader {
public:
    GridTableReader(const TableText& from, const Edition& edition, std::size_t table)
        : of_{from.text, edition.form->tables[table], *edition.tables[table]}, edition_(edition) {}

    /// The table below a caption, up to the next one.
    std::optional<TableRead> read(Span where) {
        const std::vector<GridLine> lines = read_grid_lines(of_.text, where);
        header_ = read_grid_header(of_, lines);
        if (header_.parts.empty()) return std::nullopt;
        rows_ = read_grid_rows(of_, header_, std::span(lines).subspan(header_.end));
        std::erase_if(rows_, [&](const GridRow& row) { return row.figures.empty() && row.code.empty(); });
        if (rows_.empty()) return std::nullopt;
        limit_rows();
        find_halves();
        printed_.unit = printed_unit(of_.text.view({where.start, rows_.front().all.start}));
        name_rows();
        return table(where.start);
    }

private:
    /// The longest official list has some 1,500 rows. What is behind the bound is told, and not read.
    void limit_rows() {
        constexpr std::size_t most = 4000;
        for (std::size_t i = most; i < rows_.size(); ++i) unread_.push_back(name_of(rows_[i]));
        if (rows_.size() > most) rows_.resize(most);
    }

    [[nodiscard]] std::string name_of(const GridRow& row) const {
        return row.code.empty() ? std::string(of_.text.view(row.label)) : row.code;
    }

    /// Which half of the form each part of the page is: the one with most of its rows.
    void find_halves() {
        halves_.resize(header_.parts.size());
        for (std::size_t part = 0; part < halves_.size() && !of_.form.halves.empty(); ++part) {
            std::size_t most = 0;
            halves_[part] = std::min(part, of_.form.halves.size() - 1);
            for (std::size_t half = 0; half < of_.form.halves.size(); ++half) {
                const auto known = static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(),
                    [&](const GridRow& row) { return row.part == part && !leaves_of(row, half).empty(); }));
                if (known > most) halves_[part] = half;
                most = std::max(most, known);
            }
        }
    }

    /// The rows of the form that have the name of a printed one, in a half.
    [[nodiscard]] std::vector<int> leaves_of(const GridRow& row, std::size_t half) const {
        std::vector<int> found;
        const auto hit = match_cell(of_.text, row.label, of_.labels.set);
        if (!hit || !row.code.empty()) return found;
        for (const auto& [id, official] : *hit->ids) {
            const int leaf = of_.labels.is_row(id) ? of_.form.rows.node(id).leaf : -1;
            if (leaf < 0) continue;
            const bool there = of_.form.halves.empty()
                || std::find(of_.form.halves[half].rows.begin(), of_.form.halves[half].rows.end(), leaf)
                    != of_.form.halves[half].rows.end();
            if (there) found.push_back(leaf);
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    void name_rows() {
        for (const GridRow& row : rows_) {
            LayoutRow printed;
            printed.key = row.code;
            printed.label = utf8::without_blanks(of_.text.view(row.label));
            if (of_.form.across && printed_.rows.empty()) printed.official = 0;
            for (const int leaf : leaves_of(row, halves_[row.part])) {
                if (printed.official < 0 && !is_named(leaf)) printed.official = leaf;
            }
            printed_.rows.push_back(std::move(printed));
        }
        if (!of_.form.open) return;
        std::vector<std::uint32_t> indents;
        for (const GridRow& row : rows_) indents.push_back(row.indent);
        nest_rows(*of_.form.open, indents, printed_.rows);
    }

    [[nodiscard]] bool is_named(int leaf) const {
        return std::any_of(
            printed_.rows.begin(), printed_.rows.end(), [&](const LayoutRow& one) { return one.official == leaf; });
    }

    /// Of each column behind the names of a part, the column of the form; -1 for one that the form does not know.
    [[nodiscard]] std::vector<int> columns_of(std::size_t part) const {
        const auto& printed = header_.parts[part].columns;
        std::vector<int> leaves;
        for (std::size_t i = printed.size() - header_.parts[part].figure_columns(); i < printed.size(); ++i) {
            int chosen = -1;
            for (const int leaf : printed[i].leaves) {
                if (chosen < 0 && is_of_half(leaf, part)
                    && std::find(leaves.begin(), leaves.end(), leaf) == leaves.end())
                    chosen = leaf;
            }
            leaves.push_back(chosen);
        }
        return leaves;
    }

    [[nodiscard]] bool is_of_half(int column, std::size_t part) const {
        if (of_.form.halves.empty()) return true;
        const auto& columns = of_.form.halves[halves_[part]].columns;
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    }

    TableRead table(std::uint32_t start) {
        TableRead read;
        std::vector<std::vector<int>> columns = find_columns();
        PrintedLayout made = printed_layout(of_.form, printed_);
        read.table.name = of_.form.name;
        read.table.form = edition_.form;
        read.table.own_layout = made.layout;
        read.table.layout = read.table.own_layout.get();
        read.table.cells.resize(read.table.layout->cells.size());
        read.where = {start, rows_.back().all.end};
        for (auto& part : columns) {
            for (int& leaf : part) leaf = leaf < 0 ? -1 : made.columns[static_cast<std::size_t>(leaf)];
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            add_cells(rows_[i], made.rows[i], columns[rows_[i].part], read);
            add_extra(rows_[i], made.rows[i], columns[rows_[i].part], read.table);
        }
        spread_places(read.table);
        name_unread(columns, read);
        read.table.span = of_.text.source(read.where);
        read.score = static_cast<int>(std::count_if(read.table.cells.begin(), read.table.cells.end(),
            [](const Cell& one) { return one.presence == Presence::number; }));
        read.rows = static_cast<int>(rows_.size());
        return read;
    }

    /// Of each part, the columns of the form; those that are printed are noted.
    std::vector<std::vector<int>> find_columns() {
        std::vector<std::vector<int>> columns;
        for (std::size_t part = 0; part < header_.parts.size(); ++part) {
            columns.push_back(columns_of(part));
            for (const int leaf : columns.back()) {
                if (leaf >= 0) printed_.columns.push_back(leaf);
            }
        }
        auto& all = printed_.columns;
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return columns;
    }

    /// Of columns alone that have figures.
    void name_unread(const std::vector<std::vector<int>>& columns, TableRead& read) const {
        for (const GridRow& row : rows_) {
            if (!row.whole && !row.figures.empty()) read.unfit_rows.push_back(name_of(row));
        }
        read.unfit_rows.insert(read.unfit_rows.end(), unread_.begin(), unread_.end());
        for (std::size_t part = 0; part < columns.size(); ++part) {
            const std::size_t first = header_.parts[part].columns.size() - columns[part].size();
            for (std::size_t i = 0; i < columns[part].size(); ++i) {
                const GridColumn& column = header_.parts[part].columns[first + i];
                if (columns[part][i] >= 0 || column.head || !has_figures(part, i)) continue;
                read.unknown_columns.push_back(utf8::without_blanks(of_.text.view(column.where)));
            }
        }
    }

    [[nodiscard]] bool has_figures(std::size_t part, std::size_t column) const {
        return std::any_of(rows_.begin(), rows_.end(), [&](const GridRow& row) {
            return row.part == part && row.whole && is_grid_figure(of_.text.view(row.figures[column]));
        });
    }

    void add_cells(const GridRow& row, int leaf, const std::vector<int>& columns, TableRead& read) const {
        const TableForm& layout = *read.table.layout;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i] < 0 || !layout.has(leaf, columns[i])) continue;
            Cell& cell = read.table.cells[static_cast<std::size_t>(layout.cell(leaf, columns[i]))];
            if (row.whole) {
                cell = figure(row.figures[i], layout.measures[static_cast<std::size_t>(layout.cell(leaf, columns[i]))]);
                read.where.end = std::max(read.where.end, row.figures[i].end);
            } else if (!row.figures.empty()) {
                cell.presence = Presence::unreadable;
                cell.certain = false;
                cell.span = of_.text.source(row.all);
            }
        }
    }

    /// Figures of columns that the form lacks: one of them may be a part of a sum.
    void add_extra(const GridRow& row, int leaf, const std::vector<int>& columns, Table& table) const {
        const GridPart& part = header_.parts[row.part];
        const std::size_t first = part.columns.size() - columns.size();
        for (std::size_t i = 0; row.whole && i < columns.size(); ++i) {
            const GridColumn& column = part.columns[first + i];
            if (columns[i] >= 0 || column.head) continue;
            const Cell cell = figure(row.figures[i], Measure::amount);
            if (cell.presence != Presence::number) continue;
            table.extra.push_back({leaf, utf8::without_blanks(of_.text.view(column.where)), cell.value});
        }
    }

    /// Money in brackets, or with a minus, is less than nothing.
    [[nodiscard]] Cell figure(Span where, Measure measure) const {
        const std::string_view words = of_.text.view(where);
        const bool bracketed = words.size() > 2 && words.front() == '(' && words.back() == ')';
        const bool less = bracketed || (words.size() > 1 && words.front() == '-' && words[1] != '-');
        if (!less || measure != Measure::amount) return own_cell(of_.text, where);
        Cell cell = own_cell(of_.text, {where.start + 1, bracketed ? where.end - 1 : where.end});
        cell.span = of_.text.source(where);
        cell.raw = words;
        if (cell.presence == Presence::number) cell.value = cell.value.negated();
        return cell;
    }

    /// A bare 12 in a column of figures like 100.40 is as exact as they are. A bare 0 was not rounded.
    static void spread_places(Table& table) {
        const int columns = table.layout->columns.leaf_count();
        for (int column = 0; column < columns; ++column) {
            int places = 0;
            for (std::size_t i = static_cast<std::size_t>(column); i < table.cells.size();
                 i += static_cast<std::size_t>(columns))
                places = std::max(places, table.cells[i].value.places());
            for (std::size_t i = static_cast<std::size_t>(column); i < table.cells.size();
                 i += static_cast<std::size_t>(columns)) {
                Cell& cell = table.cells[i];
                if (cell.presence == Presence::number && cell.value.places() == 0 && !cell.value.is_zero())
                    cell.value = padded(cell.value, places);
            }
        }
    }

    static Decimal padded(const Decimal& whole, int places) {
        constexpr std::array<std::int64_t, 5> powers = {1, 10, 100, 1000, 10000};
        if (places >= static_cast<int>(powers.size())) return whole;
        const auto one = Decimal::of(powers[static_cast<std::size_t>(places)], places);
        const auto made = one ? multiply(whole, *one) : std::nullopt;
        return made ? *made : whole;
    }

    GridForm of_;
    const Edition& edition_;
    GridHeader header_;
    std::vector<GridRow> rows_;
    std::vector<std::size_t> halves_;  ///< of each part, the half of the form
    PrintedTable printed_;
    std::vector<std::string> unread_;  ///< rows
};

}  // namespace

std::optional<TableRead> read_grid_table(const TableText& from, Span where, const Edition& edition, std::size_t table) {
    const std::vector<CaptionPlace> captions = find_captions(from, where, edition);
    std::optional<TableRead> best;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        if (captions[i].table != table) continue;
        const std::uint32_t end = i + 1 < captions.size() ? captions[i + 1].at : where.end;
        auto read = GridTableReader(from, edition, table).read({captions[i].end, std::max(end, captions[i].end)});
        if (read && (!best || read->score > best->score)) best = std::move(read);
    }
    return best;
}

std::size_t count_captions(const TableText& from, const Edition& edition) {
    std::vector<bool> seen(edition.tables.size());
    for (const CaptionPlace& one : find_captions(from, from.text.all(), edition)) seen[one.table] = true;
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

}  // namespace gouji
