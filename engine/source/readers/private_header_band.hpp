// SPDX-License-Identifier: Apache-2.0
// Owns: the header of a table above its first row: a row of names, one over each cell, however many lines each has; and
// headers of several levels, with names over several columns.
// Refuses: headers whose names do not fit the columns; their lines are left as they are. And to be used outside of this
// folder.
#pragma once

#include "engine/source/readers/private_fit.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

struct HeaderBand {
    std::size_t from = 0;  ///< its first line; its last is right above the row
    /// From top to bottom the names that begin on each level; none where there is no such header.
    std::vector<std::vector<FragmentColumn>> levels;
};

/// `row`: cells from left to right, of a row that begins at line `begin`; `first`: the first line that may be used.
HeaderBand header_above(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const std::vector<Fragment>& row);

/// The names right above a row that all stand on one level, each as one stretch; none where there are no such names.
std::vector<Fragment> names_above(
    const std::vector<PageLine>& lines, std::size_t first, std::size_t begin, const Fragment& row);

}  // namespace gouji
