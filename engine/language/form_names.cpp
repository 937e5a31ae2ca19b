// SPDX-License-Identifier: Apache-2.0
#include "engine/language/form_names.hpp"

namespace gouji {

std::string name_of(const Program& program, const CellRef& ref) {
    const std::string before(prefix_of(ref.whose));
    if (ref.cell < 0) return before + program.texts[ref.absent];
    const Outline& columns = *ref.names->columns;
    const int width = columns.leaf_count();
    return before + ref.names->name + "[" + ref.names->rows->leaf(ref.cell / width).path + ", "
        + columns.leaf(ref.cell % width).path + "]";
}

}  // namespace gouji
