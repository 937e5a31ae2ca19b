// SPDX-License-Identifier: Apache-2.0
// The cells of certain tables as whole numbers side by side.
#include "engine/check/choose.hpp"

#include <cstdint>

namespace gouji {

void prepare_counts(Filing& filing) {
    for (Table& table : filing.tables) {
        table.counts = {};
        if (!table.layout || !table.choices.empty() || !table.evidence.empty()) continue;
        table.counts.all_plain = true;
        table.counts.values.reserve(table.cells.size());
        table.counts.odd.reserve(table.cells.size());
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const Cell& cell = table.cells[i];
            const std::int64_t value = cell.value.mantissa();
            const bool plain = cell.presence == Presence::number && cell.value.places() == 0 && cell.unit.empty() && value < PlainCounts::most && value > -PlainCounts::most;
            table.counts.values.push_back(plain ? value : 0);
            table.counts.odd.push_back(plain ? 0 : 1);
            table.counts.all_plain = table.counts.all_plain && (plain || !table.layout->cells[i]);
        }
    }
}

}  // namespace gouji
