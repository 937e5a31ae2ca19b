// SPDX-License-Identifier: Apache-2.0
// Owns: texts as workbooks store them, and whether the stored result of a formula can be relied on.
// Refuses: to calculate formulas, and to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_xml.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// _x000D_ means a character that XML cannot hold, in units of UTF-16; _x005F_ for a _ that only looks like that.
std::string unescaped(std::string_view text);

/// Shared and inline strings: runs one after the other, without the readings of their characters (rPh).
std::string string_of(pugi::xml_node node);

/// False where the workbook asks to be calculated when it is opened: its formulas may store anything, many programs
/// write 0.
bool is_calculated(pugi::xml_node workbook);

/// A formula whose result is not there. An empty text is one.
bool lacks_result(pugi::xml_node cell);

}  // namespace gouji
