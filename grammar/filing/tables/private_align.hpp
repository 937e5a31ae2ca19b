// SPDX-License-Identifier: Apache-2.0
// Owns: which labels of a table are which rows of its form.
// Refuses: to read figures; it only counts them. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_table_items.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji {

/// A row of the form and its label.
struct AlignedRow {
    int leaf = 0;
    std::size_t item = 0;
    bool restored = false;
};

/// How many figures follow the item: on its line, in its `|` row with the empty cells, or on the next lines.
std::size_t figures_after(const std::vector<Item>& items, std::size_t index);

/// Where the figures of a row are: after its label, or in another part of the page.
enum class FiguresAt : std::uint8_t { label, elsewhere };

/// The best matching of labels to rows in the order of the form: labels that figures follow, and that bear their
/// official ordinal, count most. Where figures follow labels, a row whose label matches nothing gets the words in its
/// place, if they are near enough (private_unlabelled_rows.hpp).
std::vector<AlignedRow> align_rows(const TableItems& table, FiguresAt place);

}  // namespace gouji
