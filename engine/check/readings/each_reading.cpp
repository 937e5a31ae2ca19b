// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/each_reading.hpp"

#include "engine/check/readings/choose.hpp"

#include <algorithm>

namespace gouji {
namespace {

Combination preferred_of(const Table& table) {
    Combination made;
    for (const Choice& one : table.choices) made.push_back(one.preferred);
    return made;
}

bool is_open(const Table& table) {
    return table.layout && table.searched && table.least_broken > 0 && table.remaining.size() > 1;
}

/// Puts the readings into the cells, and says which they are.
void put(Table& table, const Combination& combination, Words& said) {
    const int columns = table.column_names().leaf_count();
    for (std::size_t c = 0; c < table.choices.size(); ++c) {
        const Choice& choice = table.choices[c];
        const auto& reading = choice.readings[static_cast<std::size_t>(combination[c])];
        put_reading(table, choice, reading);
        const bool differs = std::any_of(table.remaining.begin(), table.remaining.end(),
            [&](const Combination& one) { return one[c] != combination[c]; });
        if (!differs) continue;
        std::string values;
        for (const Decimal& one : reading.values) values += (values.empty() ? "" : "|") + one.to_string();
        const Words one = fill("“{row}”读作 {values}", "{row} read as {values}",
            {{"row", same(table.row_names().leaf(choice.cells.front() / columns).path)}, {"values", same(values)}});
        said.zh += (said.zh.empty() ? "" : "，") + one.zh;
        said.en += (said.en.empty() ? "" : ", ") + one.en;
    }
}

}  // namespace

std::vector<FilingUnderReading> readings_left(const Filing& filing, std::size_t most) {
    std::vector<FilingUnderReading> all;
    for (std::size_t t = 0; t < filing.tables.size(); ++t) {
        if (!is_open(filing.tables[t])) continue;
        const Combination preferred = preferred_of(filing.tables[t]);
        std::vector<Combination> order = filing.tables[t].remaining;
        std::stable_partition(order.begin(), order.end(), [&](const Combination& one) { return one == preferred; });
        if (all.empty()) all.push_back({filing, {}});
        std::vector<FilingUnderReading> more;
        for (const Combination& one : order) {
            for (const FilingUnderReading& before : all) {
                if (more.size() == most) break;
                more.push_back(before);
                put(more.back().filing.tables[t], one, more.back().said);
            }
        }
        all = std::move(more);
    }
    return all;
}

}  // namespace gouji
