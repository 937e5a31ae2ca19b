// SPDX-License-Identifier: Apache-2.0
// Owns: what all sheets of a workbook share: its strings, its styles, and what a cell shows by them.
// Refuses: to say what the cells of a sheet are for. And to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_package.hpp"
#include "engine/source/readers/private_sheet_styles.hpp"
#include "engine/source/readers/private_sheet_text.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

inline constexpr int last_column = 16'384;

struct CellReference {
    int row = 0;
    int column = 0;
};

/// B7; zeros where the text is not a reference.
CellReference reference_of(std::string_view text);
/// The column of a cell; `before`: of the one before it, for a cell that does not say its own.
int column_of(pugi::xml_node cell, int before);
/// The number of a row, likewise.
int row_of(pugi::xml_node row, int before);

struct CellArea {
    CellReference first;
    CellReference last;

    [[nodiscard]] bool covers(int row, int column) const {
        return column >= first.column && column <= last.column && (row != first.row || column != first.column);
    }
};

/// The merged cells of a sheet, from top to bottom.
std::vector<CellArea> merged_areas(pugi::xml_node sheet);

class WorkbookParts {
public:
    /// The archive must live as long.
    explicit WorkbookParts(const Archive& archive);

    /// Sheets in their order, as long as they can be read and the visitor returns true.
    using VisitSheet = std::function<bool(pugi::xml_node sheet, const std::string& name)>;
    void for_each_sheet(bool with_hidden, const VisitSheet& visit);

    /// True for a formula whose result is not known.
    [[nodiscard]] bool is_unknown(pugi::xml_node cell) const {
        return lacks_result(cell) || (!calculated_ && child_named(cell, "f"));
    }
    /// As it is shown: struck text is not.
    [[nodiscard]] std::string shown(pugi::xml_node cell) const;
    /// The same; where all of it is struck, what was struck.
    [[nodiscard]] std::string shown_or_struck(pugi::xml_node cell) const;

    /// Why it cannot be read.
    [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

private:
    Xml part(const std::string& name);
    void read_strings(const std::string& name);
    void read_styles(const std::string& name);
    [[nodiscard]] SheetStyle style_of(pugi::xml_node cell) const;
    [[nodiscard]] std::string shown_as(pugi::xml_node cell, const SheetStyle& style) const;
    [[nodiscard]] const SheetString* shared_string(std::string_view index) const;

    const Archive& archive_;
    std::vector<Diagnostic> diagnostics_;
    Xml workbook_;
    std::vector<Relation> relations_;
    std::vector<SheetString> strings_;
    std::vector<SheetStyle> styles_;
    bool early_ = false;  ///< days count from 1904
    bool calculated_ = true;
};

}  // namespace gouji
