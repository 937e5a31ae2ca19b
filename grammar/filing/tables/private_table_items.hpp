// SPDX-License-Identifier: Apache-2.0
// Owns: what the parts of reading a table have in common: one table of a form, and its items in the text.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/tables/items.hpp"

#include <vector>

namespace gouji {

struct TableItems {
    const Text& text;
    const std::vector<Item>& items;
    const TableForm& form;
    const Edition::Labels& labels;  ///< of the form's table

    [[nodiscard]] const std::vector<int>& cells_of(int leaf) const {
        return labels.cells[static_cast<std::size_t>(leaf)];
    }
};

}  // namespace gouji
