// SPDX-License-Identifier: Apache-2.0
// Owns: the search through the combinations of a table's readings for those that break the fewest of its equations.
// Refuses: to choose among those (choose.hpp does). And to be used outside of engine/check.
#pragma once

#include "engine/model/filing.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace gouji {

/// What one choice adds to the sum of an equation.
struct ReadingShare {
    std::size_t choice = 0;
    std::vector<std::int64_t> of_reading;  ///< with the places of the constraint
    /// Of what this choice and the later ones can add, and of what the later ones can: all that the search needs to see
    /// that an equation cannot hold any more.
    std::int64_t least = 0, most = 0;
    std::int64_t least_after = 0, most_after = 0;
};

/// An equation with its certain figures added up, and its uncertain ones as shares of choices, in their order.
struct ReadingConstraint {
    int equation = 0;
    int places = 0;          ///< of all numbers of the constraint
    std::int64_t fixed = 0;  ///< sum of the certain terms minus the constant
    std::vector<ReadingShare> shares;
};

class ReadingSearch {
public:
    /// The table must live as long. An equation with a missing figure is left out, and one whose sum may go beyond 18
    /// digits.
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

private:
    void add_constraint(int index, const Equation& equation);
    void try_choice(std::size_t choice, int broken);
    int take(std::size_t choice, std::size_t reading);
    void take_back(std::size_t choice, std::size_t reading);
    void keep_combination(int broken);

    const Table& table_;
    std::vector<ReadingConstraint> constraints_;
    /// For each choice the constraints that it is in, and which of their shares is its own.
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> shares_;
    std::vector<std::int64_t> sums_;  ///< of each constraint, with the choices so far
    Best best_;
    Combination combination_;
    std::optional<std::size_t> without_;
    std::optional<HeldReading> held_;
    int steps_ = 0;
};

/// How far the constraint is from holding.
Decimal difference(const ReadingConstraint& constraint, const Combination& combination);
bool holds(const ReadingConstraint& constraint, const Combination& combination);

}  // namespace gouji
