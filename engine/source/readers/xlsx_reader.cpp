// SPDX-License-Identifier: Apache-2.0
// XLSX (ECMA-376, SpreadsheetML): every sheet that is not hidden, row by row, as it is shown: struck text is not. A
// row with one cell in it is a line of text, any other a row of | cells. What a merged cell covers is not there.
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_lines.hpp"
#include "engine/source/readers/private_number_format.hpp"
#include "engine/source/readers/private_package.hpp"
#include "engine/source/readers/private_sheet_styles.hpp"
#include "engine/source/readers/private_sheet_text.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace gouji {
namespace {

constexpr int last_column = 16'384;
constexpr int last_row = 1'048'576;
/// Cells of one file; a report has some 400.
constexpr std::size_t most_cells = 200'000;

struct CellReference {
    int row = 0;
    int column = 0;
};

/// B7; zeros where the text is not a reference.
CellReference reference_of(std::string_view text) {
    CellReference cell;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && cell.column <= last_column; ++at)
        cell.column = cell.column * 26 + (text[at] - 'A' + 1);
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && cell.row <= last_row; ++at)
        cell.row = cell.row * 10 + (text[at] - '0');
    return at == text.size() && cell.row <= last_row && cell.column <= last_column ? cell : CellReference{};
}

struct CellArea {
    CellReference first;
    CellReference last;

    [[nodiscard]] bool covers(int row, int column) const {
        return column >= first.column && column <= last.column && (row != first.row || column != first.column);
    }
};

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
        for (const pugi::xml_node merge : child_named(sheet, "mergeCells").children()) {
            const std::string_view area = attribute_named(merge, "ref");
            const std::size_t colon = area.find(':');
            if (colon != std::string_view::npos)
                merged_.push_back({reference_of(area.substr(0, colon)), reference_of(area.substr(colon + 1))});
        }
        std::stable_sort(merged_.begin(), merged_.end(),
            [](const CellArea& a, const CellArea& b) { return a.first.row < b.first.row; });
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
    explicit XlsxBook(const Archive& archive) : archive_(archive) {}

    Result<Text> read() {
        const std::string main = main_part(archive_).name;
        const Xml workbook = part(main);
        Result<std::vector<Relation>> relations = relations_of(archive_, main);
        append(refused_.diagnostics, std::move(relations.diagnostics));
        if (!workbook || !relations) return std::move(refused_);
        early_ = attribute_named(child_named(workbook->document_element(), "workbookPr"), "date1904") == "1";
        calculated_ = is_calculated(workbook->document_element());
        read_strings(related_part(archive_, *relations, "sharedStrings", main));
        read_styles(related_part(archive_, *relations, "styles", main));
        if (refused_.diagnostics.empty()) read_sheets(workbook->document_element(), *relations);
        if (!refused_.diagnostics.empty()) return std::move(refused_);
        Result<Text> text = lines_.take();
        if (unknown_ > 0)
            text.diagnostics.push_back(diagnose(source_codes::formulas_unstored,
                {{"count", same(std::to_string(unknown_))}, {"cell", same(first_unknown_)}}));
        return text;
    }

private:
    Xml part(const std::string& name) {
        Result<Xml> made = parse_part(archive_, name);
        append(refused_.diagnostics, std::move(made.diagnostics));
        return made ? std::move(*made) : nullptr;
    }

    /// Those that are not hidden, in their order.
    void read_sheets(pugi::xml_node workbook, const std::vector<Relation>& relations) {
        std::map<std::string, std::string, std::less<>> targets;
        for (const Relation& relation : relations) targets.emplace(relation.id, relation.target);
        for (const pugi::xml_node node : child_named(workbook, "sheets").children()) {
            const std::string_view state = attribute_named(node, "state");
            if (state == "hidden" || state == "veryHidden") continue;
            const auto target = targets.find(attribute_named(node, "id"));
            if (target == targets.end()) continue;
            const Xml sheet = part(target->second);
            if (sheet) read_sheet(sheet->document_element(), std::string(attribute_named(node, "name")));
            if (!refused_.diagnostics.empty()) return;
        }
    }

    void read_strings(const std::string& name) {
        const Xml all = name.empty() ? nullptr : part(name);
        if (!all) return;
        for (const pugi::xml_node one : all->document_element().children()) {
            if (local_name(one) == "si") strings_.push_back(string_of(one));
        }
    }

    void read_styles(const std::string& name) {
        const Xml all = name.empty() ? nullptr : part(name);
        if (all) styles_ = sheet_styles_of(all->document_element());
    }

    /// True for a formula whose result is not known.
    bool is_unknown(pugi::xml_node cell) const {
        return lacks_result(cell) || (!calculated_ && child_named(cell, "f"));
    }

    std::string shown(pugi::xml_node cell) const {
        const auto number = static_cast<std::size_t>(number_named(cell, "s", 0, 1 << 20));
        const SheetStyle style = number < styles_.size() ? styles_[number] : SheetStyle{};
        if (is_unknown(cell)) return style.look.struck ? std::string() : "\uFFFD";
        const std::string_view type = attribute_named(cell, "t");
        if (type == "inlineStr") return shown_in(style.look, string_of(child_named(cell, "is")));
        const std::string_view value = child_named(cell, "v").child_value();
        if (type == "s") {
            const auto index = static_cast<std::size_t>(number_named_text(value));
            return index < strings_.size() ? shown_in(style.look, strings_[index]) : std::string();
        }
        if (value.empty()) return {};
        if (type == "str") return shown_with(unescaped(value), style.look);
        const bool number_stored = type != "e" && type != "b" && type != "d";
        return shown_with(number_stored ? show_number(value, style.format, early_) : std::string(value), style.look);
    }

    static int number_named_text(std::string_view digits) {
        constexpr int most = 100'000'000;
        int made = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9' || made > most) return most;
            made = made * 10 + (c - '0');
        }
        return made;
    }

    void read_sheet(pugi::xml_node sheet, const std::string& name) {
        lines_.end_line();
        lines_.at({0, 0, {}, name, 0, {}});
        CoveredCells covered(sheet);
        int number = 0;
        std::vector<SheetRow> rows;
        for (const pugi::xml_node node : child_named(sheet, "sheetData").children()) {
            if (local_name(node) != "row") continue;
            number = attribute_named(node, "r").empty() ? number + 1 : number_named(node, "r", number + 1, last_row);
            covered.go_to(number);
            if (attribute_named(node, "hidden") == "1") continue;
            SheetRow row = read_row(node, number, covered);
            if (cells_ > most_cells) {
                refused_.diagnostics.push_back(
                    diagnose(source_codes::too_many_cells, {{"limit", same(std::to_string(most_cells))}}));
                return;
            }
            if (row.is_of_table(rows)) {
                rows.push_back(std::move(row));
                continue;
            }
            write_table(rows, name);
            if (row.texts.size() == 1) write_line(row, name);
        }
        write_table(rows, name);
    }

    static int column_of(pugi::xml_node cell, int before) {
        const std::string_view written = attribute_named(cell, "r");
        const int column = written.empty() ? before + 1 : reference_of(written).column;
        return std::clamp(column, 1, last_column);
    }

    SheetRow read_row(pugi::xml_node node, int number, const CoveredCells& covered) {
        SheetRow row;
        row.number = number;
        for (const pugi::xml_node cell : node.children()) {
            if (local_name(cell) != "c") continue;
            ++cells_;
            row.width = column_of(cell, row.width);
            std::string text = shown(cell);
            if (covered.cover(row.width)) {
                row.covered.insert(row.width);
                continue;
            }
            if (is_unknown(cell) && unknown_++ == 0)
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

    const Archive& archive_;
    Result<Text> refused_;
    TextLines lines_;
    std::vector<SheetString> strings_;
    std::vector<SheetStyle> styles_;
    std::size_t cells_ = 0;
    bool early_ = false;  ///< days count from 1904
    bool calculated_ = true;
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
