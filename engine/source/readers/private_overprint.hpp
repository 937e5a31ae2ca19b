// SPDX-License-Identifier: Apache-2.0
// Owns: words that a page prints more than once at one place, so that they look bold: each of them is there once.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_page_lines.hpp"

#include <vector>

namespace gouji {

/// The words of one page, each with the size of its characters.
void drop_overprints(std::vector<Fragment>& words);

}  // namespace gouji
