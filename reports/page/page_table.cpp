// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_table.hpp"

#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/page/private_name_grid.hpp"
#include "reports/page/private_page_cell.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace gouji {
namespace {

/// Rows and columns of a table, ascending.
struct TableCut {
    std::vector<int> rows;
    std::vector<int> columns;
};

using WriteCell = std::function<void(const Cell& cell)>;

class PageTableWriter {
public:
    PageTableWriter(HtmlWriter& html, const Table& table, WriteCell write_cell)
        : html_(html), table_(table), names_(table), write_cell_(std::move(write_cell)) {}

    /// Rows that have cells in the same columns share a head, as the parts of 主动公开 do.
    void write(const TableCut& cut, const std::string& title) {
        std::string caption = title;
        for (std::size_t first = 0; first < cut.rows.size();) {
            const std::vector<int> columns = columns_of(cut.rows[first], cut.columns);
            std::size_t end = first + 1;
            while (end < cut.rows.size() && columns_of(cut.rows[end], cut.columns) == columns) ++end;
            const std::vector<int> rows(cut.rows.begin() + static_cast<std::ptrdiff_t>(first),
                cut.rows.begin() + static_cast<std::ptrdiff_t>(end));
            first = end;
            if (columns.empty()) continue;
            html_.element("table", {{"class", "form"}}, [&] {
                if (!caption.empty()) html_.element("caption", caption);
                if (is_across()) write_line(rows, columns);
                else write_rows(rows, columns);
            });
            caption.clear();
        }
    }

    /// All cells stand in one line: then rows of different columns are no parts of the table.
    [[nodiscard]] bool is_across() const { return table_.layout && table_.layout->across; }

private:
    [[nodiscard]] std::vector<int> columns_of(int row, const std::vector<int>& kept) const {
        if (!table_.layout || is_across()) return kept;
        std::vector<int> own;
        for (const int one : kept) {
            if (table_.layout->has(row, one)) own.push_back(one);
        }
        return own;
    }

    const Cell& cell(int row, int column) const {
        return table_.cell(row * table_.column_names().leaf_count() + column);
    }

    void name(const NameCell& one, std::string_view scope, int columns, int rows, const std::string& kind) {
        html_.element("th",
            {{"scope", std::string(scope) + (one.group ? "group" : "")},
                {columns > 1 ? "colspan" : "", std::to_string(columns)},
                {rows > 1 ? "rowspan" : "", std::to_string(rows)}, {kind.empty() ? "" : "class", kind}},
            one.words);
    }

    void head(const std::vector<NamePath>& paths, int beside) {
        const NameGrid grid(paths);
        html_.element("thead", [&] {
            for (int level = 0; level < grid.levels; ++level) {
                html_.element("tr", [&] {
                    if (level == 0 && beside > 0)
                        html_.element(
                            "td", {{"colspan", std::to_string(beside)}, {"rowspan", std::to_string(grid.levels)}}, "");
                    for (const NameCell& one : grid.cells) {
                        if (one.level == level) name(one, "col", one.lines, one.levels, "");
                    }
                });
            }
        });
    }

    void write_line(const std::vector<int>& rows, const std::vector<int>& columns) {
        std::vector<NamePath> paths;
        std::vector<const Cell*> cells;
        for (const int row : rows) {
            for (const int column : columns) {
                if (!table_.layout->has(row, column)) continue;
                NamePath path = names_.row(row);
                const NamePath below = names_.column(column);
                path.insert(path.end(), below.begin(), below.end());
                paths.push_back(std::move(path));
                cells.push_back(&cell(row, column));
            }
        }
        head(paths, 0);
        html_.element("tbody", [&] {
            html_.element("tr", [&] {
                for (const Cell* one : cells) write_cell_(*one);
            });
        });
    }

    void write_rows(const std::vector<int>& rows, const std::vector<int>& columns) {
        std::vector<NamePath> beside;
        std::vector<std::size_t> depths;
        for (const int row : rows) {
            beside.push_back(names_.row(row));
            depths.push_back(beside.back().size());
            if (names_.rows_nest()) beside.back().erase(beside.back().begin(), beside.back().end() - 1);
        }
        const NameGrid grid(beside);
        std::vector<NamePath> above;
        for (const int column : columns) above.push_back(names_.column(column));
        head(above, grid.levels);
        html_.element("tbody", [&] {
            auto next = grid.cells.begin();
            for (std::size_t line = 0; line < rows.size(); ++line) {
                // A double line stands for rows that are left out.
                const bool gap = line > 0 && rows[line] > rows[line - 1] + 1;
                html_.element("tr", {{gap ? "class" : "", "apart"}}, [&] {
                    for (; next != grid.cells.end() && next->line == static_cast<int>(line); ++next) {
                        const bool set_in = names_.rows_nest() && depths[line] > 1;
                        name(*next, "row", next->levels, next->lines,
                            next->group  ? "group"
                                : set_in ? "in" + std::to_string(std::min<std::size_t>(depths[line] - 1, 5))
                                         : "");
                    }
                    for (const int column : columns) write_cell_(cell(rows[line], column));
                });
            }
        });
    }

    HtmlWriter& html_;
    const Table& table_;
    PrintedNames names_;
    WriteCell write_cell_;
};

std::vector<int> up_to(int count) {
    std::vector<int> all;
    for (int i = 0; i < count; ++i) all.push_back(i);
    return all;
}

bool is_about(const FilingOnPage& filing, const Cell& cell, std::size_t finding) {
    const PageSpot* spot = filing.spot(cell);
    return spot && spot->findings.contains(finding);
}

/// Of more rows than this those that are likely wrong, the last, which is often the total, and the first.
constexpr std::size_t most_rows = 30;

/// The rows with a cell of the finding, and their columns: all of a table of few columns where they are several.
TableCut cut_of(const FilingOnPage& filing, const Table& table, std::size_t finding) {
    constexpr int few_columns = 8;
    const int width = table.column_names().leaf_count();
    std::set<int> about;
    std::set<int> rows;
    std::set<int> columns;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!is_about(filing, table.cells[i], finding)) continue;
        const int row = static_cast<int>(i) / width;
        about.insert(row);
        if (filing.spot(table.cells[i])->suspect) rows.insert(row);
        columns.insert(static_cast<int>(i) % width);
    }
    if (!about.empty()) rows.insert(*about.rbegin());
    for (auto row = about.begin(); row != about.end() && rows.size() < most_rows; ++row) rows.insert(*row);
    const bool all = columns.size() > 1 && width <= few_columns;
    return {{rows.begin(), rows.end()}, all ? up_to(width) : std::vector<int>(columns.begin(), columns.end())};
}

}  // namespace

void write_whole_table(HtmlWriter& html, const FilingOnPage& filing, const Table& table, Language language) {
    const std::string title = table_words(table, language);
    html.scrolling_box(title, [&] {
        PageTableWriter(html, table, [&](const Cell& cell) {
            write_cell(html, filing, cell, language);
        }).write({up_to(table.row_names().leaf_count()), up_to(table.column_names().leaf_count())}, title);
    });
}

void write_table_excerpts(HtmlWriter& html, const FilingOnPage& filing, std::size_t finding, Language language) {
    for (const Table& table : filing.checked().filing.tables) {
        const TableCut cut = cut_of(filing, table, finding);
        if (cut.rows.empty()) continue;
        const std::string title = table.name.empty()
            ? table_words(table, language)
            : table.name + in_brackets(Wording{"节选", "excerpt"}.in(language), language);
        html.scrolling_box(title, [&] {
            PageTableWriter(html, table, [&](const Cell& cell) {
                write_excerpt_cell(html, filing, cell, finding, language);
            }).write(cut, title);
        });
    }
}

}  // namespace gouji
