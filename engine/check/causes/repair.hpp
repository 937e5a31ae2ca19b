// SPDX-License-Identifier: Apache-2.0
// Owns: the smallest changes of whole numbers under which given sums hold, of which some do not.
// Refuses: to know what the numbers are, and to say which change is likely (slips.hpp does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace gouji {

/// Sum of factor·variable == constant.
struct Sum {
    std::vector<std::pair<int, std::int64_t>> terms;
    std::int64_t constant = 0;
    std::int64_t slack = 0;  ///< how far apart both sides may be, as rounded figures are
};

struct CellChange {
    int variable = 0;
    std::int64_t value = 0;

    friend auto operator<=>(const CellChange&, const CellChange&) = default;
};
using Repair = std::vector<CellChange>;  ///< by variable

class Repairs {
public:
    /// `sums` must stay as they are.
    Repairs(const std::vector<Sum>& sums, std::vector<std::int64_t> values);

    [[nodiscard]] bool broken() const { return failing_ > 0; }
    /// All changes of the fewest variables that make every sum hold, none below 0; at most three variables, and none
    /// when that takes more than some 200,000 steps (half a millisecond). Of two variables those are found of which
    /// each is in a sum without the other.
    std::vector<Repair> smallest();
    /// True when every sum holds under the change.
    [[nodiscard]] bool repaired_by(const Repair& repair);
    /// The sums, by place, that have the variable in them; `failing`: only those that do not hold.
    [[nodiscard]] std::vector<std::size_t> sums_of(int variable, bool failing) const;

private:
    void change(int variable, std::int64_t by);
    void search(std::size_t left);
    [[nodiscard]] std::size_t shortest_failing() const;

    const std::vector<Sum>& sums_;
    std::vector<std::int64_t> values_;
    /// It is off by more than rounding allows.
    [[nodiscard]] bool fails(std::size_t sum) const {
        return rest_[sum] > sums_[sum].slack || -rest_[sum] > sums_[sum].slack;
    }

    std::vector<std::int64_t> rest_;                                       ///< of each sum: what it is off by
    std::vector<std::vector<std::pair<std::size_t, std::int64_t>>> uses_;  ///< of each variable: sum and factor
    std::size_t failing_ = 0;
    std::vector<Repair> found_;
    Repair path_;
    int steps_ = 0;
};

}  // namespace gouji
