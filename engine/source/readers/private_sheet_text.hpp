// SPDX-License-Identifier: Apache-2.0
// Owns: texts as workbooks store them, and whether the stored result of a formula can be relied on.
// Refuses: to calculate formulas, and to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_text_look.hpp"
#include "engine/source/readers/private_xml.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// _x000D_ means a character that XML cannot hold, in units of UTF-16; _x005F_ for a _ that only looks like that.
std::string unescaped(std::string_view text);

/// Characters of one look: their own, or that of their cell.
struct SheetRun {
    std::string text;
    std::optional<TextLook> look;
};

/// Shared and inline strings: their runs, without the readings of their characters (rPh).
using SheetString = std::vector<SheetRun>;
SheetString string_of(pugi::xml_node node);

/// The string in a cell of that look.
std::string shown_in(TextLook cell, const SheetString& string);

/// False where the workbook asks to be calculated when it is opened: its formulas may store anything, many programs
/// write 0.
bool is_calculated(pugi::xml_node workbook);

/// A formula whose result is not there. An empty text is one.
bool lacks_result(pugi::xml_node cell);

}  // namespace gouji
