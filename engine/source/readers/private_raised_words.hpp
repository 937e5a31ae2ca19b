// SPDX-License-Identifier: Apache-2.0
// Owns: small words that a page prints above the line behind another: the mark of a note, no digits of that word.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_page_lines.hpp"

#include <vector>

namespace gouji {

/// The words of one page, each with the size of its characters. A raised word becomes the end of the one before it.
void attach_raised(std::vector<Fragment>& words);

}  // namespace gouji
