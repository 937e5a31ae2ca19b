// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/workbook_rows.hpp"

#include "engine/source/codes.hpp"
#include "engine/source/readers/private_workbook_parts.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

namespace gouji {
namespace {

/// A list of a hundred thousand findings has some three million.
constexpr std::size_t most_cells = 5'000'000;

/// What stands in the first cell of each merged area stands in all of its rows.
class MergedTexts {
public:
    explicit MergedTexts(pugi::xml_node sheet) : areas_(merged_areas(sheet)) {}

    /// Rows are taken from top to bottom.
    void fill(int row, std::map<int, WorkbookCell>& cells) {
        std::erase_if(open_, [&](const OpenArea& one) { return one.area.last.row < row; });
        for (const OpenArea& one : open_) cells.insert_or_assign(one.area.first.column, one.cell);
        for (; next_ < areas_.size() && areas_[next_].first.row <= row; ++next_) {
            const CellArea& area = areas_[next_];
            const auto first = cells.find(area.first.column);
            if (area.first.row == row && area.last.row > row && first != cells.end())
                open_.push_back({area, first->second});
        }
    }

private:
    struct OpenArea {
        CellArea area;
        WorkbookCell cell;
    };
    std::vector<CellArea> areas_;
    std::vector<OpenArea> open_;
    std::size_t next_ = 0;
};

class RowsOfBook {
public:
    RowsOfBook(const Archive& archive, const std::function<void(const WorkbookRow& row)>& visit)
        : parts_(archive), visit_(visit) {}

    std::vector<Diagnostic> read() {
        parts_.for_each_sheet(true, [&](pugi::xml_node sheet, const std::string& name) {
            read_sheet(sheet, name);
            return cells_ <= most_cells;
        });
        if (cells_ > most_cells)
            parts_.diagnostics().push_back(
                diagnose(source_codes::too_many_cells, {{"limit", same(std::to_string(most_cells))}}));
        return std::move(parts_.diagnostics());
    }

private:
    void read_sheet(pugi::xml_node sheet, const std::string& name) {
        MergedTexts merged(sheet);
        WorkbookRow row;
        row.sheet = name;
        for (const pugi::xml_node node : child_named(sheet, "sheetData").children()) {
            if (local_name(node) != "row") continue;
            row.number = row_of(node, row.number);
            std::map<int, WorkbookCell> cells = read_row(node);
            if (cells_ > most_cells) return;
            merged.fill(row.number, cells);
            row.cells.clear();
            for (auto& [column, cell] : cells) row.cells.push_back(std::move(cell));
            if (!row.cells.empty()) visit_(row);
        }
    }

    std::map<int, WorkbookCell> read_row(pugi::xml_node row) {
        std::map<int, WorkbookCell> cells;
        int column = 0;
        for (const pugi::xml_node node : row.children()) {
            if (local_name(node) != "c") continue;
            ++cells_;
            column = column_of(node, column);
            WorkbookCell cell{
                column, parts_.shown_or_struck(node), parts_.is_unknown(node) || attribute_named(node, "t") == "e"};
            if (!cell.text.empty() || cell.is_unknown) cells.insert_or_assign(column, std::move(cell));
        }
        return cells;
    }

    WorkbookParts parts_;
    const std::function<void(const WorkbookRow& row)>& visit_;
    std::size_t cells_ = 0;
};

}  // namespace

std::string WorkbookRow::place(int column) const {
    return sheet + "!" + column_letters(column) + std::to_string(number);
}

bool is_workbook(std::string_view bytes) { return package_of(bytes) == PackageKind::sheet; }

std::vector<Diagnostic> read_workbook_rows(
    std::string_view bytes, const std::function<void(const WorkbookRow& row)>& visit) {
    const Result<Archive> archive = Archive::open(bytes, Archive::most_of_list);
    return archive ? RowsOfBook(*archive, visit).read() : archive.diagnostics;
}

}  // namespace gouji
