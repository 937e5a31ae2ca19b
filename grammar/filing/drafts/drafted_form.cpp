// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/drafts/drafted_form.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/drafts/private_drafted_columns.hpp"
#include "grammar/filing/drafts/private_printed_names.hpp"
#include "grammar/filing/tables/grid_lines.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// The lines of one table, and those before it.
struct TableLines {
    std::vector<GridLine> before;  ///< the nearest last
    std::vector<GridLine> header;
    std::vector<GridLine> body;
};

class TableDrafter {
public:
    TableDrafter(const Text& text, TableLines lines) : text_(text), lines_(std::move(lines)) {}

    std::optional<DraftedTable> draft() {
        DraftedTable table;
        const std::vector<SeenColumn> columns = see_columns(text_, lines_.header, lines_.body);
        if (columns.empty()) return std::nullopt;
        for (const GridLine& line : lines_.before) {
            const std::string words = utf8::without_blanks(text_.view(line.all));
            if (may_be_caption(words)) table.caption = words;
            if (std::string unit = printed_unit(words); !unit.empty()) table.unit = std::move(unit);
        }
        add_parts(table, columns);
        if (table.parts.empty()) add_line(table, columns);
        if (table.parts.empty()) return std::nullopt;
        if (table.parts.size() == 1 && !table.caption.empty()) add_codes(table, columns);
        name_halves(table);
        return table;
    }

private:
    /// A part begins at its names, or at the codes before them.
    void add_parts(DraftedTable& table, const std::vector<SeenColumn>& columns) {
        for (std::size_t first = 0; first < columns.size();) {
            std::size_t at = first;
            while (at < columns.size() && columns[at].kind != CellKind::figures) ++at;
            std::size_t names = at;
            for (std::size_t i = first; i < at; ++i) {
                if (columns[i].kind == CellKind::names) names = i;
            }
            std::size_t end = at;
            while (end < columns.size() && (columns[end].kind == CellKind::figures || is_note(columns, end))) ++end;
            if (end > at && names < at) table.parts.push_back(part(columns, names, at, end, table.unit));
            first = std::max(end, first + 1);
        }
    }

    /// A table whose cells are all on one line, without a name for it.
    void add_line(DraftedTable& table, const std::vector<SeenColumn>& columns) const {
        const bool figures = std::all_of(
            columns.begin(), columns.end(), [](const SeenColumn& one) { return one.kind == CellKind::figures; });
        if (!figures || lines_.body.size() > 1 || table.caption.empty()) return;
        table.parts.emplace_back();
        for (const SeenColumn& one : columns)
            table.parts.back().columns.push_back({one.groups, one.name, measure_of(one, table.unit)});
    }

    /// Words in the last column of all: 备注.
    static bool is_note(const std::vector<SeenColumn>& columns, std::size_t at) {
        return at + 1 == columns.size() && columns[at].kind == CellKind::names;
    }

    DraftedPart part(const std::vector<SeenColumn>& columns, std::size_t names, std::size_t from, std::size_t to,
        const std::string& unit) const {
        DraftedPart made;
        made.name = columns[names].name;
        for (std::size_t i = from; i < to; ++i) {
            if (columns[i].kind == CellKind::figures)
                made.columns.push_back({columns[i].groups, columns[i].name, measure_of(columns[i], unit)});
        }
        std::set<std::string> seen;
        for (const GridLine& line : lines_.body) {
            if (line.cells.size() != columns.size()) continue;
            const std::string words = words_of_cell(text_, line.cells[names]);
            const bool figures = std::any_of(line.cells.begin() + static_cast<std::ptrdiff_t>(from),
                line.cells.begin() + static_cast<std::ptrdiff_t>(to), [](Span cell) { return !cell.empty(); });
            const bool heading = words.ends_with(':') && !figures;
            if (!words.empty() && !is_grid_figure(words) && !heading) made.rows.push_back(words);
        }
        return made;
    }

    static Measure measure_of(const SeenColumn& column, const std::string& unit) {
        std::string words = column.name;
        for (const std::string& group : column.groups) words += group;
        const auto has = [&](std::string_view one) { return words.find(one) != std::string::npos; };
        if (column.percents || has("率") || has("比重") || has("占比") || has("%")) return Measure::share;
        if (has("(人)") || has("(个)") || has("(辆)") || has("人数") || has("批次") || has("户数"))
            return Measure::count;
        return column.decimals || !unit.empty() ? Measure::amount : Measure::count;
    }

    void add_codes(DraftedTable& table, const std::vector<SeenColumn>& columns) const {
        const auto codes = std::find_if(
            columns.begin(), columns.end(), [](const SeenColumn& one) { return one.kind == CellKind::codes; });
        const auto names = std::find_if(
            columns.begin(), columns.end(), [](const SeenColumn& one) { return one.kind == CellKind::names; });
        if (codes == columns.end() || names == columns.end() || codes > names) return;
        std::set<int> levels;
        for (const GridLine& line : lines_.body) {
            if (line.cells.size() != columns.size()) continue;
            const std::string code =
                words_of_cell(text_, line.cells[static_cast<std::size_t>(codes - columns.begin())]);
            const std::string name =
                words_of_cell(text_, line.cells[static_cast<std::size_t>(names - columns.begin())]);
            if (is_grid_code(code)) levels.insert(static_cast<int>(code.size()));
            else if (is_total(code + name) && table.codes.total.empty()) table.codes.total = code + name;
        }
        if (table.codes.total.empty()) table.codes.total = total_of_short_lines(columns.size());
        table.codes.key = codes->name;
        table.codes.label = names->name;
        table.codes.levels.assign(levels.begin(), levels.end());
        if (levels.empty()) table.codes.levels = {3, 5, 7};  // 类, 款 and 项, as accounts of the budget have them
    }

    /// 合计 over the columns of codes and names has one cell for both.
    [[nodiscard]] std::string total_of_short_lines(std::size_t size) const {
        for (const GridLine& line : lines_.body) {
            if (line.cells.size() >= size || line.cells.empty()) continue;
            std::string name = words_of_cell(text_, line.cells.front());
            if (is_total(name)) return name;
        }
        return {};
    }

    static bool is_total(std::string_view name) { return name.ends_with("合计") || name.ends_with("总计"); }

    /// 收入 and 支出 in the line above both halves, or the names that the halves have for their rows.
    void name_halves(DraftedTable& table) const {
        if (table.parts.size() < 2) return;
        std::set<std::string> names;
        for (const DraftedPart& part : table.parts) names.insert(part.name);
        for (const GridLine& line : lines_.header) {
            std::vector<std::string> cells;
            for (const Span cell : line.cells) {
                if (!cell.empty()) cells.push_back(words_of_cell(text_, cell));
            }
            if (cells.size() != table.parts.size()) continue;
            for (std::size_t i = 0; i < cells.size(); ++i) table.parts[i].name = cells[i];
            return;
        }
        if (names.size() == table.parts.size()) return;
        for (std::size_t i = 0; i < table.parts.size(); ++i) table.parts[i].name = "第" + std::to_string(i + 1) + "栏";
    }

    const Text& text_;
    TableLines lines_;
};

/// Cuts the lines of a text into those of tables. Between bars a table is what has bars; without bars a line with a
/// name and figures is a row.
class TableFinder {
public:
    explicit TableFinder(const Text& text) : text_(text), lines_(read_grid_lines(text, text.all())) {
        barred_ = std::any_of(lines_.begin(), lines_.end(), [](const GridLine& one) { return one.barred; });
    }

    std::vector<TableLines> all() {
        for (const GridLine& line : lines_) take(line);
        end_table();
        return std::move(tables_);
    }

private:
    [[nodiscard]] bool has_figures(const GridLine& line) const {
        return std::any_of(
            line.cells.begin(), line.cells.end(), [&](Span cell) { return is_grid_figure(text_.view(cell)); });
    }

    [[nodiscard]] bool is_row(const GridLine& line) const {
        if (barred_) return line.barred && !is_alone(line);
        return line.cells.size() > 1 && text_.view(line.all).find("。") == std::string_view::npos
            && text_.view(line.all).find(":") == std::string_view::npos;
    }

    /// A title over all columns of a sheet.
    static bool is_alone(const GridLine& line) {
        return std::count_if(line.cells.begin(), line.cells.end(), [](Span cell) { return !cell.empty(); }) == 1;
    }

    void take(const GridLine& line) {
        if (!is_row(line) && !(barred_ && line.barred && !open_.body.empty())) return take_other(line);
        const auto filled =
            std::count_if(line.cells.begin(), line.cells.end(), [](Span cell) { return !cell.empty(); });
        const bool sparse = filled * 2 <= static_cast<std::ptrdiff_t>(line.cells.size());
        if (numbers_columns(text_, line)) return;
        if (!has_figures(line) && open_.body.empty() && (!sparse || open_.header.empty())) open_.header.push_back(line);
        else if (!has_figures(line) && !open_.body.empty() && !sparse && repeats_header(line)) return;
        else open_.body.push_back(line);
    }

    void take_other(const GridLine& line) {
        end_table();
        // Words above columns are none of a caption's.
        open_.before.push_back(line);
        constexpr std::size_t most = 6;
        if (open_.before.size() > most) open_.before.erase(open_.before.begin());
    }

    /// On the next page.
    [[nodiscard]] bool repeats_header(const GridLine& line) const {
        return std::any_of(open_.header.begin(), open_.header.end(), [&](const GridLine& one) {
            return utf8::without_blanks(text_.view(one.all)) == utf8::without_blanks(text_.view(line.all));
        });
    }

    void end_table() {
        if (!open_.header.empty() && !open_.body.empty()) {
            tables_.push_back(std::move(open_));
            open_ = {};
            return;
        }
        // What looked like a header is a line before the next table.
        for (GridLine& line : open_.header) open_.before.push_back(std::move(line));
        open_.header.clear();
        open_.body.clear();
    }

    const Text& text_;
    std::vector<GridLine> lines_;
    bool barred_ = false;
    TableLines open_;
    std::vector<TableLines> tables_;
};

}  // namespace

DraftedForm draft_form(const Text& text) {
    DraftedForm form;
    form.title = draft_title(text);
    for (TableLines& lines : TableFinder(text).all()) {
        if (auto table = TableDrafter(text, std::move(lines)).draft()) form.tables.push_back(std::move(*table));
    }
    return form;
}

}  // namespace gouji
