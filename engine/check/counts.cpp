// SPDX-License-Identifier: Apache-2.0
// The cells of certain tables as whole numbers side by side.
#include "engine/check/choose.hpp"

#include <cstdint>
#include <utility>

namespace gouji {

void prepare_counts(Filing& filing) {
    for (Table& table : filing.tables) {
        PlainCounts counts;
        if (table.layout && table.choices.empty() && table.evidence.empty()) {
            const std::size_t size = table.cells.size();
            counts.values.resize(size);
            counts.odd.resize(size);
            counts.all_plain = true;
            for (std::size_t i = 0; i < size; ++i) {
                const Cell& cell = table.cells[i];
                const std::int64_t value = cell.value.mantissa();
                const bool plain = cell.presence == Presence::number && cell.value.places() == 0 && cell.unit.empty() && value < PlainCounts::most && value > -PlainCounts::most;
                counts.values[i] = plain ? value : 0;
                counts.odd[i] = plain ? 0 : 1;
                counts.all_plain = counts.all_plain && (plain || !table.layout->cells[i]);
            }
        }
        table.counts = std::move(counts);
    }
}

}  // namespace gouji
