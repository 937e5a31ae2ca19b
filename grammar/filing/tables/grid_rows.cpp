// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_grid_rows.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

class GridRowReader {
public:
    GridRowReader(const GridForm& of, const GridHeader& header) : of_(of), header_(header), text_(of.text) {}

    std::vector<GridRow> read(std::span<const GridLine> lines) {
        const bool barred = std::any_of(lines.begin(), lines.end(), [](const GridLine& one) { return one.barred; });
        std::vector<Span> loose;
        for (const GridLine& line : lines) {
            if (is_apart(line)) continue;
            if (barred && line.barred) add_line(line);
            else if (!barred && !add_loose(line, loose)) break;
        }
        add_rows_of(loose);
        return std::move(rows_);
    }

private:
    using Cells = std::span<const Span>;

    [[nodiscard]] std::string_view words(Span cell) const { return text_.view(cell); }
    [[nodiscard]] bool is_figure(Span cell) const { return is_grid_figure(words(cell)); }
    [[nodiscard]] bool is_keyed() const { return of_.form.open && !of_.form.open->key.empty(); }

    /// Numbers of columns, or the header once more on another page.
    [[nodiscard]] bool is_apart(const GridLine& line) const {
        const bool figures =
            std::any_of(line.cells.begin(), line.cells.end(), [&](Span one) { return is_figure(one); });
        if (!figures) return count_headers(of_, line) > 1;
        return is_numbering(of_, line);
    }

    void add_line(const GridLine& line) {
        Cells cells = line.cells;
        std::size_t columns = 0;
        for (const GridPart& part : header_.parts) columns += part.columns.size();
        if (header_.parts.size() == 1) return add_cells(0, cells);
        if (cells.size() != columns) return add_rows_of({cells.begin(), cells.end()});
        for (std::size_t i = 0; i < header_.parts.size(); ++i) {
            const std::size_t size = header_.parts[i].columns.size();
            add_cells(i, cells.first(size));
            cells = cells.subspan(size);
        }
    }

    /// Cells between bars: the last ones are the figures, so that a name over two columns does not shift them.
    void add_cells(std::size_t part, Cells cells) {
        const std::size_t figures = header_.parts[part].figure_columns();
        const std::size_t named = names_before(cells);
        const std::size_t expected = cells.size() - std::min(figures, cells.size());
        bool fits = (expected > 0 || of_.form.across) && cells.size() >= figures;
        // Words where a figure should be: some figure of the row is not there.
        for (std::size_t i = expected; fits && i < named; ++i)
            fits = cells[i].empty() || !is_of_form(part, i - expected);
        GridRow row = named_row(part, cells.first(fits ? expected : named));
        const Cells rest = cells.subspan(fits ? expected : named);
        row.whole = fits;
        for (std::size_t i = 0; fits && i < rest.size(); ++i)
            row.whole = row.whole && (rest[i].empty() || is_figure(rest[i]) || !is_of_form(part, i));
        keep(std::move(row), rest);
    }

    /// How many cells the row begins with that are a code or words.
    [[nodiscard]] std::size_t names_before(Cells cells) const {
        std::size_t names = 0;
        bool coded = !is_keyed();
        for (; names < cells.size() && (!is_figure(cells[names]) || (!coded && is_grid_code(words(cells[names]))));
             ++names)
            coded = coded || !cells[names].empty();
        return names;
    }

    /// What is in other columns may be anything.
    [[nodiscard]] bool is_of_form(std::size_t part, std::size_t column) const {
        const GridPart& own = header_.parts[part];
        return !own.columns[own.columns.size() - own.figure_columns() + column].leaves.empty();
    }

    void keep(GridRow row, Cells figures) {
        // A table whose cells are all on one line needs no name for it.
        if (row.code.empty() && row.label.empty() && (!of_.form.across || figures.empty())) return;
        if (row.label.empty() && of_.form.across) row.all = figures.front();
        if (match_cell(text_, row.label, of_.labels.heads)) return;  // 栏次
        row.figures.assign(figures.begin(), figures.end());
        rows_.push_back(std::move(row));
    }

    /// 201 | 03 | 01 | 行政运行, 2010301行政运行
    [[nodiscard]] GridRow named_row(std::size_t part, Cells names) const {
        GridRow row;
        row.part = part;
        for (const Span cell : names) {
            if (cell.empty()) continue;
            row.all = row.all.empty() ? cell : hull(row.all, cell);
            if (is_keyed() && row.label.empty() && is_grid_code(words(cell))) row.code += words(cell);
            else row.label = row.label.empty() ? cell : hull(row.label, cell);
        }
        if (is_keyed() && row.code.empty()) split_code(row);
        row.indent = indent_before(row.label);
        return row;
    }

    void split_code(GridRow& row) const {
        const std::string_view label = words(row.label);
        const std::size_t digits = std::min(label.find_first_not_of("0123456789"), label.size());
        const auto& levels = of_.form.open->levels;
        if (digits == 0 || std::find(levels.begin(), levels.end(), static_cast<int>(digits)) == levels.end()) return;
        row.code = label.substr(0, digits);
        row.label.start += static_cast<std::uint32_t>(digits);
        while (!row.label.empty() && text_.characters()[row.label.start] == ' ') ++row.label.start;
    }

    [[nodiscard]] std::uint32_t indent_before(Span label) const {
        std::uint32_t blanks = 0;
        while (blanks < label.start && text_.characters()[label.start - blanks - 1] == ' ') ++blanks;
        return blanks;
    }

    /// Words between blanks: a line with whole rows is by itself, others go on in the next; false where prose begins.
    bool add_loose(const GridLine& line, std::vector<Span>& loose) {
        const std::string_view all = text_.view(line.all);
        if (all.find("。") != std::string_view::npos || words(line.cells.front()).starts_with("注")) return false;
        const auto before = static_cast<std::ptrdiff_t>(rows_.size());
        if (line.cells.size() > 1) add_rows_of(line.cells);
        std::vector<GridRow> own(std::make_move_iterator(rows_.begin() + before), std::make_move_iterator(rows_.end()));
        rows_.resize(static_cast<std::size_t>(before));
        const bool whole =
            !own.empty() && std::all_of(own.begin(), own.end(), [](const GridRow& row) { return row.whole; });
        if (whole) {
            add_rows_of(loose);
            loose.clear();
            rows_.insert(rows_.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
            return true;
        }
        loose.insert(loose.end(), line.cells.begin(), line.cells.end());
        return true;
    }

    /// A name and the figures after it, one row after the other.
    void add_rows_of(const std::vector<Span>& words) {
        std::size_t part = 0;  // the halves of a line come one after the other
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t first = at;
            bool labelled = false;
            for (; at < words.size() && is_name(words, at); ++at) {
                const bool code = is_keyed() && is_grid_code(text_.view(words[at]));
                if (code && labelled) break;  // the row before it has no figures
                labelled = labelled || !code;
            }
            const std::size_t named = at;
            while (at < words.size() && !is_name(words, at)) ++at;
            if (named == first && !of_.form.across) continue;
            part = add_loose_row(Cells(words).subspan(first, named - first), Cells(words).subspan(named, at - named),
                       part % header_.parts.size())
                + 1;
        }
    }

    /// A code is a name where a name follows it.
    [[nodiscard]] bool is_name(const std::vector<Span>& all, std::size_t at) const {
        if (all[at].empty()) return false;
        if (!is_figure(all[at])) return true;
        return is_keyed() && is_grid_code(words(all[at])) && at + 1 < all.size() && !is_figure(all[at + 1])
            && !all[at + 1].empty();
    }

    std::size_t add_loose_row(Cells names, Cells figures, std::size_t likely) {
        GridRow row = named_row(0, names);
        const std::size_t part = row.part = part_of(row.label, likely);
        row.whole = figures.size() == header_.parts[part].figure_columns();
        keep(std::move(row), figures);
        return part;
    }

    /// The part that has the row with this name, `likely` before others.
    [[nodiscard]] std::size_t part_of(Span label, std::size_t likely) const {
        const auto hit = match_cell(text_, label, of_.labels.set);
        const std::size_t parts = std::min(of_.form.halves.size(), header_.parts.size());
        for (std::size_t step = 0; hit && step < parts; ++step) {
            const std::size_t i = (likely + step) % parts;
            for (const auto& [id, official] : *hit->ids) {
                const int leaf = of_.labels.is_row(id) ? of_.form.rows.node(id).leaf : -1;
                const auto& rows = of_.form.halves[i].rows;
                if (leaf >= 0 && std::find(rows.begin(), rows.end(), leaf) != rows.end()) return i;
            }
        }
        return 0;
    }

    const GridForm& of_;
    const GridHeader& header_;
    const Text& text_;
    std::vector<GridRow> rows_;
};

}  // namespace

std::vector<GridRow> read_grid_rows(const GridForm& of, const GridHeader& header, std::span<const GridLine> lines) {
    return GridRowReader(of, header).read(lines);
}

}  // namespace gouji
