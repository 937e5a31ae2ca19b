// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/plain_counts.hpp"

#include <cstdint>

namespace gouji {
namespace {

PlainCounts counts_of(const Table& table) {
    PlainCounts made;
    if (!table.layout || !table.choices.empty() || !table.evidence.empty()) return made;
    const std::size_t size = table.cells.size();
    made.values.resize(size);
    made.odd.resize(size);
    made.all_plain = true;
    for (std::size_t i = 0; i < size; ++i) {
        const Cell& cell = table.cells[i];
        const std::int64_t value = cell.value.mantissa();
        const bool plain = cell.presence == Presence::number && cell.value.places() == 0 && cell.unit.empty()
            && value < PlainCounts::most && value > -PlainCounts::most;
        made.values[i] = plain ? value : 0;
        made.odd[i] = plain ? 0 : 1;
        made.all_plain = made.all_plain && (plain || !table.layout->cells[i]);
    }
    return made;
}

}  // namespace

void prepare_counts(Filing& filing) {
    for (Table& table : filing.tables) table.counts = counts_of(table);
}

}  // namespace gouji
