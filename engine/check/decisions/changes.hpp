// SPDX-License-Identifier: Apache-2.0
// Owns: holding the figures that somebody saw against those of today.
// Refuses: to say what follows; waivers and decisions do.
#pragma once

#include "engine/model/decision.hpp"
#include "engine/model/verdict.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace gouji {

/// Operands of the verdict that are not what was seen, in their order. What was not written down was 0.
std::vector<ChangedFigure> changes_since(const SeenFigures& seen, const Verdict& verdict);

/// What to write down of a verdict so that later changes are seen: its operands other than 0, each name once.
SeenFigures seen_in(const Verdict& verdict);

/// The verdict is about the very figures that were seen: none has changed, and none is missing.
bool has_seen_figures(const SeenFigures& seen, const Verdict& verdict);

/// The figure that changed in the first filing of a run, in whatever order they come.
class FirstChange {
public:
    void see(std::size_t number, const ChangedFigure& change) {
        if (number >= number_) return;
        number_ = number;
        figure_ = change;
    }
    [[nodiscard]] const std::optional<ChangedFigure>& figure() const { return figure_; }

private:
    std::size_t number_ = std::numeric_limits<std::size_t>::max();
    std::optional<ChangedFigure> figure_;
};

}  // namespace gouji
