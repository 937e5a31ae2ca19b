// SPDX-License-Identifier: Apache-2.0
// Owns: the cells of a filing that sums are about, as variables, and those sums.
// Refuses: cells that cannot be told, and units that differ within a sum. And to be used outside of engine/check.
#pragma once

#include "engine/check/verdicts/judge.hpp"
#include "engine/check/causes/repair.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace gouji {

/// Values are whole: decimals are counted in the smallest of their places that occurs.
class SumCells {
public:
    explicit SumCells(const Filing& filing);

    /// The variable of a cell; nothing where it has no value, nor one that is taken for it (`empty_is_zero`).
    std::optional<int> variable(const Table& table, int cell, bool empty_is_zero);

    [[nodiscard]] std::vector<std::int64_t> values() const;
    [[nodiscard]] std::int64_t value(int variable) const { return cells_[static_cast<std::size_t>(variable)].value; }
    /// Nothing where the cell is empty.
    [[nodiscard]] std::optional<std::int64_t> printed(int variable) const;
    /// The numbers left, right, above and below.
    [[nodiscard]] std::vector<std::int64_t> beside(int variable) const;
    /// Of each table the rows that are wholly made of variables, from left to right.
    [[nodiscard]] std::vector<std::vector<std::vector<int>>> rows() const;
    /// What sums that hold the variable leave for it once the others are changed; none below 0.
    [[nodiscard]] std::vector<std::int64_t> left_for(
        const std::vector<Sum>& sums, int variable, const Repair& others) const;

    /// The cell of a suspect, with what is printed and expected; without its reason.
    [[nodiscard]] Suspect suspect(const CellChange& change) const;
    /// Makes the change in a copy of the filing.
    void put(Filing& filing, const CellChange& change) const;

    [[nodiscard]] int places() const { return places_; }

private:
    struct Own {
        std::size_t table = 0;  ///< of the filing
        int cell = 0;
        std::int64_t value = 0;
    };
    [[nodiscard]] const Cell& cell_of(const Own& own) const;
    [[nodiscard]] Decimal decimal(std::int64_t value) const;

    const Filing& filing_;
    int places_ = 0;
    std::vector<Own> cells_;
    std::map<std::pair<std::size_t, int>, int> variables_;
};

/// The sums that rules state without a condition over the cells of the filing; what a cell counts as when it is empty
/// is what the rule says.
std::vector<Sum> sums_of(const Case& given, const Catalogue& catalogue, SumCells& cells);

}  // namespace gouji
