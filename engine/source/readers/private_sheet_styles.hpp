// SPDX-License-Identifier: Apache-2.0
// Owns: what the styles of a workbook say of the cells that use them: how a number is written, and whether it is
// struck. Refuses: colours and borders, and to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_text_look.hpp"
#include "engine/source/readers/private_xml.hpp"

#include <string>
#include <vector>

namespace gouji {

struct SheetStyle {
    std::string format;  ///< code of the number format
    TextLook look;
};

/// By their numbers, which the cells have.
std::vector<SheetStyle> sheet_styles_of(pugi::xml_node styles);

}  // namespace gouji
