// SPDX-License-Identifier: Apache-2.0
// XLSX (ECMA-376, SpreadsheetML): every sheet that is not hidden, row by row, as it is shown: struck text is not. A
// row with one cell in it is a line of text, any other a row of | cells. What a merged cell covers is not there.
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_lines.hpp"
#include "engine/source/readers/private_workbook_parts.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace gouji {
namespace {

/// Cells of one file; a report has some 400.
constexpr std::size_t most_cells = 200'000;

/// The cells of a sheet that nobody sees: in hidden columns, and under merged cells. Rows are asked for from top to
/// bottom.
class CoveredCells {
public:
    explicit CoveredCells(pugi::xml_node sheet) {
        for (const pugi::xml_node columns : child_named(sheet, "cols").children()) {
            if (attribute_named(columns, "hidden") != "1") continue;
            const int end = number_named(columns, "max", 1, last_column);
            for (int column = number_named(columns, "min", 1, last_column); column <= end; ++column)
                hidden_columns_.insert(column);
        }
        merged_ = merged_areas(sheet);
    }

    void go_to(int row) {
        row_ = row;
        std::erase_if(open_, [&](const CellArea& area) { return area.last.row < row; });
        for (; next_ < merged_.size() && merged_[next_].first.row <= row; ++next_) {
            if (merged_[next_].last.row >= row) open_.push_back(merged_[next_]);
        }
    }

    /// A cell of the row of the last `go_to`.
    [[nodiscard]] bool cover(int column) const {
        return hidden_columns_.contains(column)
            || std::any_of(open_.begin(), open_.end(), [&](const CellArea& area) { return area.covers(row_, column); });
    }

private:
    std::set<int> hidden_columns_;
    std::vector<CellArea> merged_;  ///< from top to bottom
    std::vector<CellArea> open_;    ///< those that reach into the row
    std::size_t next_ = 0;          ///< of the merged ones
    int row_ = 0;
};

struct SheetRow {
    int number = 0;
    int width = 0;  ///< its last cell, though nothing may be in it
    std::map<int, std::string> texts;
    std::set<int> covered;

    /// A table ends where a row has one text in it, or none; but empty cells that reach as far as the row above are
    /// part of the table.
    [[nodiscard]] bool is_of_table(const std::vector<SheetRow>& above) const {
        if (texts.size() > 1) return true;
        const int first = texts.empty() ? 0 : texts.begin()->first;
        return !above.empty() && width == above.back().width && first + static_cast<int>(covered.size()) < width;
    }
};

class XlsxBook {
public:
    explicit XlsxBook(const Archive& archive) : parts_(archive) {}

    Result<Text> read() {
        parts_.for_each_sheet(false, [&](pugi::xml_node sheet, const std::string& name) {
            read_sheet(sheet, name);
            return cells_ <= most_cells;
        });
        Result<Text> refused;
        refused.diagnostics = std::move(parts_.diagnostics());
        if (cells_ > most_cells)
            refused.diagnostics.push_back(
                diagnose(source_codes::too_many_cells, {{"limit", same(std::to_string(most_cells))}}));
        if (!refused.diagnostics.empty()) return refused;
        Result<Text> text = lines_.take();
        if (unknown_ > 0)
            text.diagnostics.push_back(diagnose(source_codes::formulas_unstored,
                {{"count", same(std::to_string(unknown_))}, {"cell", same(first_unknown_)}}));
        return text;
    }

private:
    void read_sheet(pugi::xml_node sheet, const std::string& name) {
        lines_.end_line();
        lines_.at({0, 0, {}, name, 0, {}});
        CoveredCells covered(sheet);
        int number = 0;
        std::vector<SheetRow> rows;
        for (const pugi::xml_node node : child_named(sheet, "sheetData").children()) {
            if (local_name(node) != "row") continue;
            number = row_of(node, number);
            covered.go_to(number);
            if (attribute_named(node, "hidden") == "1") continue;
            SheetRow row = read_row(node, number, covered);
            if (cells_ > most_cells) return;
            if (row.is_of_table(rows)) {
                rows.push_back(std::move(row));
                continue;
            }
            write_table(rows, name);
            if (row.texts.size() == 1) write_line(row, name);
        }
        write_table(rows, name);
    }

    SheetRow read_row(pugi::xml_node node, int number, const CoveredCells& covered) {
        SheetRow row;
        row.number = number;
        for (const pugi::xml_node cell : node.children()) {
            if (local_name(cell) != "c") continue;
            ++cells_;
            row.width = column_of(cell, row.width);
            std::string text = parts_.shown(cell);
            if (covered.cover(row.width)) {
                row.covered.insert(row.width);
                continue;
            }
            if (parts_.is_unknown(cell) && unknown_++ == 0)
                first_unknown_ = column_letters(row.width) + std::to_string(number);
            if (!text.empty()) row.texts[row.width] = std::move(text);
        }
        // Cells that are not stored may be covered too.
        if (!row.texts.empty()) {
            for (int column = 1; column <= row.width; ++column) {
                if (covered.cover(column)) row.covered.insert(column);
            }
            cells_ += static_cast<std::size_t>(row.width);
        }
        return row;
    }

    void write_text(int row, int column, const std::string& sheet, const std::string& text) {
        lines_.at({0, 0, {}, sheet, 0, column_letters(column) + std::to_string(row)});
        lines_.put(text);
    }

    void write_line(const SheetRow& row, const std::string& sheet) {
        write_text(row.number, row.texts.begin()->first, sheet, row.texts.begin()->second);
        lines_.end_line();
    }

    /// Rows one below the other. Empty cells count up to the last that is stored, for they may be of the table.
    void write_table(std::vector<SheetRow>& rows, const std::string& sheet) {
        for (const SheetRow& row : rows) {
            for (int column = 1; column <= row.width; ++column) {
                if (row.covered.contains(column)) continue;
                lines_.begin_cell();
                const auto found = row.texts.find(column);
                write_text(row.number, column, sheet, found == row.texts.end() ? std::string() : found->second);
                lines_.end_cell();
            }
            lines_.end_row();
        }
        rows.clear();
    }

    WorkbookParts parts_;
    TextLines lines_;
    std::size_t cells_ = 0;
    std::size_t unknown_ = 0;    ///< formulas whose result is not known
    std::string first_unknown_;  ///< its cell
};

}  // namespace

Result<Text> read_xlsx(const Source& source) {
    const Result<Archive> archive = Archive::open(source.bytes);
    if (archive) return XlsxBook(*archive).read();
    Result<Text> refused;
    refused.diagnostics = archive.diagnostics;
    return refused;
}

}  // namespace gouji
