// SPDX-License-Identifier: Apache-2.0
// Owns: the search through the combinations of a table's readings for those that break the fewest of its equations.
// Refuses: to choose among those (choose.hpp does). And to be used outside of engine/check.
#pragma once

#include "engine/model/filing.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace gouji {

/// An equation with its certain figures added up, and its uncertain ones as places in choices.
struct ReadingConstraint {
    struct Term {
        std::size_t choice = 0;
        std::size_t place = 0;  ///< in the choice
        int factor = 0;
    };
    int equation = 0;
    Decimal fixed;  ///< sum of the certain terms minus the constant
    std::vector<Term> terms;
    std::size_t last = 0;  ///< the choice with which it is complete
};

class ReadingSearch {
public:
    /// The table must live as long.
    explicit ReadingSearch(const Table& table);

    [[nodiscard]] const std::vector<ReadingConstraint>& constraints() const { return constraints_; }

    struct Best {
        int broken = std::numeric_limits<int>::max();
        std::vector<Combination> combinations;
        bool gave_up = false;
    };
    /// One reading of one choice, which all combinations must have.
    using HeldReading = std::pair<std::size_t, int>;
    /// The combinations that break the fewest constraints; `without`: a constraint that does not count. It gives up
    /// after 2,000,000 steps of all searches together, or past 4,096 combinations.
    Best find(std::optional<std::size_t> without, std::optional<HeldReading> held);

    /// How far the constraint is from holding; nothing past 18 digits.
    [[nodiscard]] std::optional<Decimal> difference(
        const ReadingConstraint& constraint, const Combination& combination) const;
    [[nodiscard]] bool holds(const ReadingConstraint& constraint, const Combination& combination) const;

private:
    [[nodiscard]] std::optional<ReadingConstraint> constraint_of(const Equation& equation) const;
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> find_place(int cell) const;
    void try_choice(std::size_t choice, int broken);
    [[nodiscard]] int broken_with(std::size_t choice) const;
    void keep_combination(int broken);

    const Table& table_;
    std::vector<ReadingConstraint> constraints_;
    Best best_;
    Combination combination_;
    std::optional<std::size_t> without_;
    std::optional<HeldReading> held_;
    int steps_ = 0;
};

}  // namespace gouji
