// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/grammar/tally.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace gouji::test {

Tally compare(const corpus::Document& document, const Filing& filing, bool zeros_empty) {
    Tally tally;
    for (const TableForm& form : document.form->tables) {
        const Table* table = filing.table(form.name);
        const bool is_there = table && table->layout == &form;
        CHECK_MESSAGE(is_there, form.name);
        if (!is_there) continue;
        Tally one;
        for (int i = 0; i < static_cast<int>(form.cells.size()); ++i) {
            if (!form.cells[static_cast<std::size_t>(i)]) continue;
            const Cell& cell = table->cell(i);
            const Decimal& truth = document.figures.tables.at(form.name)[static_cast<std::size_t>(i)];
            ++one.cells;
            const bool empty = zeros_empty && truth.is_zero();
            const bool right = (empty && cell.presence == Presence::blank)
                || (cell.presence == Presence::number && cell.value == truth);
            if (cell.presence == Presence::unreadable || !cell.certain) ++one.open;
            else if (right) ++one.right;
            else ++one.wrong;
            if (cell.certain && cell.presence != Presence::unreadable)
                CHECK_MESSAGE(right, form.name, " ", form.rows.leaf(form.row_of(i)).path, " ",
                    form.columns.leaf(form.column_of(i)).path, " ", cell.printed(), " for ", truth.to_string());
        }
        if (form.name == "申请") {
            one.tables = 1;
            one.decided = one.open == 0 ? 1 : 0;
        }
        tally.add(one);
    }
    return tally;
}

void print(std::string_view name, const Tally& tally) {
    std::printf("%-56s %6d cells, %6.2f%% right, %d open, %d wrong; %d of %d tables decided\n",
        std::string(name).c_str(), tally.cells, 100.0 * tally.right / std::max(1, tally.cells), tally.open, tally.wrong,
        tally.decided, tally.tables);
}

}  // namespace gouji::test
