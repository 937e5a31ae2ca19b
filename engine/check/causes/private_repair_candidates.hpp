// SPDX-License-Identifier: Apache-2.0
// Owns: the changes of cells that could be the cause of a filing's failures, the likeliest first.
// Refuses: to make findings of them (cause.cpp does).
#pragma once

#include "engine/check/causes/private_sums.hpp"
#include "engine/check/causes/slips.hpp"

#include <set>
#include <vector>

namespace gouji {

/// Cells that are wrong together.
struct RepairCandidate {
    Repair repair;
    int cost = 0;   ///< the lower, the likelier
    Words pattern;  ///< of a slip that moved several cells
};

class RepairCandidates {
public:
    /// All must live as long; the judgement's verdicts are of the filing as it is.
    RepairCandidates(const Case& asked, const Catalogue& catalogue, const Judgement& judgement);

    /// The likeliest first; none where every sum holds or no small change makes them hold.
    [[nodiscard]] const std::vector<RepairCandidate>& all() const { return candidates_; }
    [[nodiscard]] const SumCells& cells() const { return cells_; }

    /// Changes that have no sum in common are causes of their own.
    [[nodiscard]] std::vector<Repair> groups_of(const RepairCandidate& candidate) const;
    /// The changes of a candidate that are about these sums.
    [[nodiscard]] Repair part_of(const RepairCandidate& candidate, const std::set<std::size_t>& failing) const;
    /// The sums, by place, that have a changed cell in them; `failing`: only those that do not hold.
    [[nodiscard]] std::set<std::size_t> sums_with(const Repair& repair, bool failing) const;
    /// The verdicts among `open` that would not fail if the cells were so.
    [[nodiscard]] std::vector<std::size_t> explained_by(const Repair& repair, const std::set<std::size_t>& open) const;
    /// How a person may have come to write this change of a candidate.
    [[nodiscard]] Words why(const CellChange& change, const RepairCandidate& candidate) const;

private:
    [[nodiscard]] std::vector<RepairCandidate> weighed();
    [[nodiscard]] int slip_cost(const RepairCandidate& candidate) const;
    [[nodiscard]] bool is_exchange(const Repair& repair) const;
    [[nodiscard]] Slip slip_of(const CellChange& change) const;
    void add_moved_rows(std::vector<RepairCandidate>& all);
    void add_exchanged(std::vector<RepairCandidate>& all, const std::vector<int>& upper, const std::vector<int>& lower);
    void add_shifted(std::vector<RepairCandidate>& all, const std::vector<int>& row, std::size_t cells);
    void add_if_good(std::vector<RepairCandidate>& all, Repair repair, Words pattern);
    [[nodiscard]] int consequence_cost(const Repair& repair) const;
    [[nodiscard]] std::vector<Outcome> outcomes_with(const Repair& repair) const;

    const Case& asked_;
    const Catalogue& catalogue_;
    const Judgement& judgement_;
    SumCells cells_;
    std::vector<Sum> sums_;
    Repairs repairs_;
    std::vector<RepairCandidate> candidates_;
};

}  // namespace gouji
