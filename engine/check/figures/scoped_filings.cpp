// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/scoped_filings.hpp"

#include <algorithm>

namespace gouji {

void Notes::add(std::vector<Words>& list, Words words) {
    if (std::find(list.begin(), list.end(), words) == list.end()) list.push_back(std::move(words));
}

const Filing* ScopedFilings::filing(Whose whose) const {
    switch (whose) {
        case Whose::own: return &at_hand_.own();
        case Whose::previous: return scope_.previous ? at_hand_.previous() : nullptr;
        case Whose::below: return nullptr;
    }
    return nullptr;
}

const Table* ScopedFilings::table(Whose whose, int id) const {
    const std::vector<NumberedTable>* tables = whose == Whose::own ? &scope_.own
        : whose == Whose::previous                                 ? scope_.previous
                                                                   : nullptr;
    return tables && static_cast<std::size_t>(id) < tables->size() ? (*tables)[static_cast<std::size_t>(id)].table
                                                                   : nullptr;
}

Value ScopedFilings::no_filing(Whose whose) const {
    return unknown([&] {
        return whose == Whose::below
            ? Words{"下级机关的报告只能汇总单元格。", "Only cells can be summed over the reports of the organs below."}
            : at_hand_.why_no_previous();
    });
}

Words why_no_table(Whose whose, const std::string& name) {
    const auto what = [&](std::string_view zh, std::string_view en) { return fill(zh, en, {{"table", same(name)}}); };
    return whose == Whose::previous
        ? what("上一年的报告中没有读到“{table}”表。", "The table {table} was not found in the previous year's report.")
        : what("报告中没有读到“{table}”表。", "The table {table} was not found in the report.");
}

Value ScopedFilings::no_table(Whose whose, const std::string& name) const {
    return unknown([&] { return why_no_table(whose, name); });
}

}  // namespace gouji
