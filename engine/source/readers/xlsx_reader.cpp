// SPDX-License-Identifier: Apache-2.0
// XLSX (ECMA-376, SpreadsheetML): every sheet that is not hidden, row by row, as it is shown. A row with one cell in it
// is a line of text, any other a row of | cells. What a merged cell covers is not there.
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_lines.hpp"
#include "engine/source/readers/private_number_format.hpp"
#include "engine/source/readers/private_package.hpp"
#include "engine/source/readers/private_sheet_text.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace gouji {
namespace {

constexpr int last_column = 16'384;
constexpr int last_row = 1'048'576;
/// Of one file; a report has some 400.
constexpr std::size_t most_cells = 200'000;

struct Reference {
    int row = 0;
    int column = 0;
};

/// B7; zeros where the text is none.
Reference reference_of(std::string_view text) {
    Reference made;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && made.column <= last_column; ++at)
        made.column = made.column * 26 + (text[at] - 'A' + 1);
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && made.row <= last_row; ++at)
        made.row = made.row * 10 + (text[at] - '0');
    return at == text.size() && made.row <= last_row && made.column <= last_column ? made : Reference{};
}

struct Area {
    Reference first;
    Reference last;
};

class Book {
public:
    explicit Book(const Archive& archive) : archive_(archive) {}

    Result<Text> read() {
        const std::string main = main_part(archive_).name;
        const Xml workbook = part(main);
        Result<std::vector<Relation>> relations = relations_of(archive_, main);
        append(refused_.diagnostics, std::move(relations.diagnostics));
        if (!workbook || !relations) return std::move(refused_);
        early_ = attribute_named(child_named(workbook->document_element(), "workbookPr"), "date1904") == "1";
        calculated_ = is_calculated(workbook->document_element());
        read_strings(related_part(archive_, *relations, "sharedStrings", main));
        read_formats(related_part(archive_, *relations, "styles", main));
        if (!refused_.diagnostics.empty()) return std::move(refused_);
        std::map<std::string, std::string, std::less<>> targets;
        for (const Relation& one : *relations) targets.emplace(one.id, one.target);
        for (const pugi::xml_node one : child_named(workbook->document_element(), "sheets").children()) {
            if (const auto state = attribute_named(one, "state"); state == "hidden" || state == "veryHidden") continue;
            const auto target = targets.find(attribute_named(one, "id"));
            if (target == targets.end()) continue;
            const Xml sheet = part(target->second);
            if (!sheet) return std::move(refused_);
            read_sheet(sheet->document_element(), std::string(attribute_named(one, "name")));
            if (!refused_.diagnostics.empty()) return std::move(refused_);
        }
        Result<Text> made = lines_.take();
        if (unknown_ > 0)
            made.diagnostics.push_back(diagnose(source_codes::formulas_unstored,
                {{"count", same(std::to_string(unknown_))}, {"cell", same(first_unknown_)}}));
        return made;
    }

private:
    Xml part(const std::string& name) {
        Result<Xml> made = parse_part(archive_, name);
        append(refused_.diagnostics, std::move(made.diagnostics));
        return made ? std::move(*made) : nullptr;
    }

    void read_strings(const std::string& name) {
        const Xml all = name.empty() ? nullptr : part(name);
        if (!all) return;
        for (const pugi::xml_node one : all->document_element().children()) {
            if (local_name(one) == "si") strings_.push_back(string_of(one));
        }
    }

    void read_formats(const std::string& name) {
        const Xml all = name.empty() ? nullptr : part(name);
        if (!all) return;
        std::map<int, std::string> codes;
        constexpr int most = 1 << 20;
        for (const pugi::xml_node one : child_named(all->document_element(), "numFmts").children()) {
            codes.emplace(number_named(one, "numFmtId", 0, most), attribute_named(one, "formatCode"));
        }
        for (const pugi::xml_node one : child_named(all->document_element(), "cellXfs").children()) {
            const int number = number_named(one, "numFmtId", 0, most);
            const auto own = codes.find(number);
            formats_.emplace_back(own == codes.end() ? builtin_format(number) : own->second);
        }
    }

    /// True for a formula whose result is not known.
    bool is_unknown(pugi::xml_node cell) const {
        return lacks_result(cell) || (!calculated_ && child_named(cell, "f"));
    }

    std::string shown(pugi::xml_node cell) const {
        if (is_unknown(cell)) return "\uFFFD";
        const std::string_view type = attribute_named(cell, "t");
        if (type == "inlineStr") return string_of(child_named(cell, "is"));
        const std::string_view value = child_named(cell, "v").child_value();
        if (type == "s") {
            const auto index = static_cast<std::size_t>(number_named_text(value));
            return index < strings_.size() ? strings_[index] : std::string();
        }
        if (type == "str") return unescaped(value);
        if (type == "e" || type == "b" || type == "d") return std::string(value);
        const auto style = static_cast<std::size_t>(number_named(cell, "s", 0, 1 << 20));
        return value.empty() ? std::string()
                             : show_number(value, style < formats_.size() ? formats_[style] : std::string(), early_);
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
        std::set<int> hidden;
        for (const pugi::xml_node one : child_named(sheet, "cols").children()) {
            if (attribute_named(one, "hidden") != "1") continue;
            const int end = number_named(one, "max", 1, last_column);
            for (int column = number_named(one, "min", 1, last_column); column <= end; ++column) hidden.insert(column);
        }
        std::vector<Area> merged;
        for (const pugi::xml_node one : child_named(sheet, "mergeCells").children()) {
            const std::string_view area = attribute_named(one, "ref");
            const std::size_t colon = area.find(':');
            if (colon != std::string_view::npos)
                merged.push_back({reference_of(area.substr(0, colon)), reference_of(area.substr(colon + 1))});
        }
        std::stable_sort(
            merged.begin(), merged.end(), [](const Area& a, const Area& b) { return a.first.row < b.first.row; });
        lines_.end_line();
        lines_.at({0, 0, {}, name, 0, {}});
        const pugi::xml_node data = child_named(sheet, "sheetData");
        int row = 0;
        std::size_t next = 0;
        std::vector<Area> open;  // merged areas that reach into the row
        std::vector<Row> rows;
        for (const pugi::xml_node one : data.children()) {
            if (local_name(one) != "row") continue;
            row = attribute_named(one, "r").empty() ? row + 1 : number_named(one, "r", row + 1, last_row);
            std::erase_if(open, [&](const Area& area) { return area.last.row < row; });
            for (; next < merged.size() && merged[next].first.row <= row; ++next) {
                if (merged[next].last.row >= row) open.push_back(merged[next]);
            }
            if (attribute_named(one, "hidden") == "1") continue;
            const auto covered = [&](int column) {
                return hidden.contains(column) || std::any_of(open.begin(), open.end(), [&](const Area& area) {
                    return column >= area.first.column && column <= area.last.column
                        && (row != area.first.row || column != area.first.column);
                });
            };
            Row read = read_row(one, row, covered);
            if (cells_ > most_cells) {
                refused_.diagnostics.push_back(
                    diagnose(source_codes::too_many_cells, {{"limit", same(std::to_string(most_cells))}}));
                return;
            }
            // A table ends where a row has one text in it, or none; but empty cells that reach as far as the row above
            // are of the table.
            const int last = read.texts.empty() ? 0 : read.texts.begin()->first;
            const bool goes_on = !rows.empty() && read.width == rows.back().width
                && last + static_cast<int>(read.covered.size()) < read.width;
            if (read.texts.size() > 1 || goes_on) {
                rows.push_back(std::move(read));
                continue;
            }
            write_table(rows, name);
            if (read.texts.size() == 1) write_line(read, name);
        }
        write_table(rows, name);
    }

    struct Row {
        int number = 0;
        int width = 0;  ///< its last cell, though nothing may be in it
        std::map<int, std::string> texts;
        std::set<int> covered;
    };

    static int column_of(pugi::xml_node cell, int before) {
        const std::string_view written = attribute_named(cell, "r");
        const int column = written.empty() ? before + 1 : reference_of(written).column;
        return std::clamp(column, 1, last_column);
    }

    template <class Covered>
    Row read_row(pugi::xml_node node, int number, const Covered& covered) {
        Row made;
        made.number = number;
        for (const pugi::xml_node cell : node.children()) {
            if (local_name(cell) != "c") continue;
            ++cells_;
            made.width = column_of(cell, made.width);
            std::string text = shown(cell);
            if (covered(made.width)) {
                made.covered.insert(made.width);
                continue;
            }
            if (is_unknown(cell) && unknown_++ == 0)
                first_unknown_ = column_letters(made.width) + std::to_string(number);
            if (!text.empty()) made.texts[made.width] = std::move(text);
        }
        // Cells that are not stored may be covered too.
        if (!made.texts.empty()) {
            for (int column = 1; column <= made.width; ++column) {
                if (covered(column)) made.covered.insert(column);
            }
            cells_ += static_cast<std::size_t>(made.width);
        }
        return made;
    }

    void put(int row, int column, const std::string& sheet, const std::string& text) {
        lines_.at({0, 0, {}, sheet, 0, column_letters(column) + std::to_string(row)});
        lines_.put(text);
    }

    void write_line(const Row& row, const std::string& sheet) {
        put(row.number, row.texts.begin()->first, sheet, row.texts.begin()->second);
        lines_.end_line();
    }

    /// Rows one below the other. Empty cells count up to the last that is stored, for they may be of the table.
    void write_table(std::vector<Row>& rows, const std::string& sheet) {
        for (const Row& row : rows) {
            for (int column = 1; column <= row.width; ++column) {
                if (row.covered.contains(column)) continue;
                lines_.begin_cell();
                const auto found = row.texts.find(column);
                put(row.number, column, sheet, found == row.texts.end() ? std::string() : found->second);
                lines_.end_cell();
            }
            lines_.end_row();
        }
        rows.clear();
    }

    const Archive& archive_;
    Result<Text> refused_;
    Lines lines_;
    std::vector<std::string> strings_;
    std::vector<std::string> formats_;  ///< of each style
    std::size_t cells_ = 0;
    bool early_ = false;  ///< days count from 1904
    bool calculated_ = true;
    std::size_t unknown_ = 0;    ///< formulas whose result is not known
    std::string first_unknown_;  ///< its cell
};

}  // namespace

Result<Text> read_xlsx(const Source& source) {
    const Result<Archive> archive = Archive::open(source.bytes);
    if (archive) return Book(*archive).read();
    Result<Text> refused;
    refused.diagnostics = archive.diagnostics;
    return refused;
}

}  // namespace gouji
