// SPDX-License-Identifier: Apache-2.0
// Owns: the header of a table, where each of its names stands over one cell of the first row: a row of names, however
// many lines each of them has.
// Refuses: headers of several levels, whose lines are left as they are. And to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_fit.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

struct HeaderBand {
    std::size_t from = 0;                 ///< its first line; its last is right above the row
    std::vector<FragmentColumn> columns;  ///< one for each cell of the row; none where there is no such header
};

/// `row`: cells from left to right, of a row that begins at line `begin`; `first`: the first line that may be used.
HeaderBand header_above(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const std::vector<Fragment>& row);

}  // namespace gouji
