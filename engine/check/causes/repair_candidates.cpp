// SPDX-License-Identifier: Apache-2.0
#include "engine/check/causes/private_repair_candidates.hpp"

#include "engine/check/causes/private_cause_costs.hpp"
#include "engine/check/readings/plain_counts.hpp"
#include "engine/check/verdicts/judge.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

/// To look at everything that a repair would change takes a judgement of the filing each time.
constexpr std::size_t most_weighed = 6;

}  // namespace

RepairCandidates::RepairCandidates(const Case& asked, const Catalogue& catalogue, const Judgement& judgement)
    : asked_(asked),
      catalogue_(catalogue),
      judgement_(judgement),
      cells_(*asked.filing),
      sums_(sums_of(asked, catalogue, cells_)),
      repairs_(sums_, cells_.values()) {
    if (repairs_.broken()) candidates_ = weighed();
}

/// The smallest repairs and those of slips that move a whole row, the likeliest first.
std::vector<RepairCandidate> RepairCandidates::weighed() {
    std::vector<RepairCandidate> all;
    for (Repair& one : repairs_.smallest()) all.push_back({std::move(one), 0, {}});
    if (all.empty() || all.front().repair.size() > 1) add_moved_rows(all);
    for (RepairCandidate& one : all) one.cost = slip_cost(one);
    const auto sort = [&] {
        std::stable_sort(
            all.begin(), all.end(), [](const RepairCandidate& a, const RepairCandidate& b) { return a.cost < b.cost; });
    };
    sort();
    for (std::size_t i = 0; i < std::min(all.size(), most_weighed) && all.size() > 1; ++i)
        all[i].cost += consequence_cost(all[i].repair);
    sort();
    return all;
}

int RepairCandidates::slip_cost(const RepairCandidate& one) const {
    if (!one.pattern.empty()) return cause_costs::slip_of_cells;
    if (is_exchange(one.repair)) return cause_costs::slip_of_cells;
    int cost = cause_costs::another_cell * (static_cast<int>(one.repair.size()) - 1);
    for (const CellChange& change : one.repair) cost += slip_of(change).cost;
    return cost;
}

/// Two cells that have each other's number.
bool RepairCandidates::is_exchange(const Repair& repair) const {
    return repair.size() == 2 && cells_.printed(repair[0].variable) == repair[1].value
        && cells_.printed(repair[1].variable) == repair[0].value;
}

/// Of the digits as they are written: a fee in cents elsewhere in the filing makes no zeros at the end of a count.
Slip RepairCandidates::slip_of(const CellChange& change) const {
    std::optional<std::int64_t> printed = cells_.printed(change.variable);
    std::int64_t expected = change.value;
    std::vector<std::int64_t> beside = cells_.beside(change.variable);
    std::erase_if(beside, [&](std::int64_t one) { return one != printed; });
    for (int places = cells_.places(); places > 0 && printed.value_or(0) % 10 == 0 && expected % 10 == 0; --places) {
        if (printed) *printed /= 10;
        expected /= 10;
        for (std::int64_t& one : beside) one /= 10;
    }
    return slip_between(printed, expected, beside);
}

/// Two rows that were exchanged, and rows that were shifted by a column.
void RepairCandidates::add_moved_rows(std::vector<RepairCandidate>& all) {
    for (const auto& rows : cells_.rows()) {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (r + 1 < rows.size() && rows[r].size() == rows[r + 1].size()) add_exchanged(all, rows[r], rows[r + 1]);
            for (const std::size_t cells : {rows[r].size(), rows[r].size() - 1}) add_shifted(all, rows[r], cells);
        }
    }
}

void RepairCandidates::add_exchanged(
    std::vector<RepairCandidate>& all, const std::vector<int>& upper, const std::vector<int>& lower) {
    Repair repair;
    for (std::size_t c = 0; c < upper.size(); ++c) {
        repair.push_back({upper[c], cells_.value(lower[c])});
        repair.push_back({lower[c], cells_.value(upper[c])});
    }
    add_if_good(all, std::move(repair), {"两行的数互换了位置", "the numbers of two rows are swapped"});
}

void RepairCandidates::add_shifted(std::vector<RepairCandidate>& all, const std::vector<int>& row, std::size_t cells) {
    if (cells < 3) return;
    for (const bool right : {true, false}) {
        Repair made;
        for (std::size_t c = 0; c + 1 < cells; ++c) {
            const int to = right ? row[c] : row[c + 1];
            const int from = right ? row[c + 1] : row[c];
            made.push_back({to, cells_.value(from)});
        }
        // The cell whose number was pushed out gets what its sums leave for it.
        const int last = right ? row[cells - 1] : row[0];
        for (const std::int64_t value : cells_.left_for(sums_, last, made)) {
            made.push_back({last, value});
            add_if_good(all, made, {"整行的数移了一列", "the whole row is shifted by one column"});
            made.pop_back();
        }
    }
}

void RepairCandidates::add_if_good(std::vector<RepairCandidate>& all, Repair repair, Words pattern) {
    std::sort(repair.begin(), repair.end());
    std::erase_if(repair, [&](const CellChange& one) { return cells_.printed(one.variable) == one.value; });
    if (repair.size() > 1 && repairs_.repaired_by(repair)) all.push_back({std::move(repair), 0, std::move(pattern)});
}

/// What would fail or agree besides the sums if the repair were right.
int RepairCandidates::consequence_cost(const Repair& repair) const {
    const std::vector<Outcome> after = outcomes_with(repair);
    int cost = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const Outcome before = judgement_.verdicts[i].outcome;
        if (before == Outcome::pass && after[i] == Outcome::fail) cost += cause_costs::another_failure;
        if (before == Outcome::fail && after[i] == Outcome::pass) cost -= cause_costs::another_agreement;
    }
    return cost;
}

/// The outcomes of all instances, in the order of the verdicts, if the cells were so; nothing where that order is
/// lost.
std::vector<Outcome> RepairCandidates::outcomes_with(const Repair& repair) const {
    Filing changed = *asked_.filing;
    for (Table& table : changed.tables) {
        table.choices.clear();
        table.evidence.clear();
    }
    for (const CellChange& one : repair) cells_.put(changed, one);
    prepare_counts(changed);
    Case other = asked_;
    other.filing = &changed;
    std::vector<Outcome> outcomes = outcomes_of(other, catalogue_);
    if (outcomes.size() != judgement_.verdicts.size()) outcomes.clear();
    return outcomes;
}

/// Changes that have no sum in common are causes of their own.
std::vector<Repair> RepairCandidates::groups_of(const RepairCandidate& candidate) const {
    if (!candidate.pattern.empty() || is_exchange(candidate.repair)) return {candidate.repair};
    std::vector<std::pair<Repair, std::set<std::size_t>>> groups;
    for (const CellChange& one : candidate.repair) {
        std::pair<Repair, std::set<std::size_t>> made{{one}, sums_with({one}, false)};
        for (auto other = groups.begin(); other != groups.end();) {
            const bool apart = std::none_of(
                other->second.begin(), other->second.end(), [&](std::size_t sum) { return made.second.contains(sum); });
            if (apart) {
                ++other;
                continue;
            }
            made.first.insert(made.first.end(), other->first.begin(), other->first.end());
            made.second.insert(other->second.begin(), other->second.end());
            other = groups.erase(other);
        }
        std::sort(made.first.begin(), made.first.end());
        groups.push_back(std::move(made));
    }
    std::vector<Repair> repairs;
    repairs.reserve(groups.size());
    for (auto& [repair, failing] : groups) repairs.push_back(std::move(repair));
    return repairs;
}

std::set<std::size_t> RepairCandidates::sums_with(const Repair& repair, bool failing) const {
    std::set<std::size_t> found;
    for (const CellChange& one : repair) {
        for (const std::size_t sum : repairs_.sums_of(one.variable, failing)) found.insert(sum);
    }
    return found;
}

/// What of the candidate is about these sums.
Repair RepairCandidates::part_of(const RepairCandidate& candidate, const std::set<std::size_t>& failing) const {
    Repair part;
    for (const Repair& group : groups_of(candidate)) {
        const auto own = sums_with(group, true);
        if (std::any_of(own.begin(), own.end(), [&](std::size_t sum) { return failing.contains(sum); }))
            part.insert(part.end(), group.begin(), group.end());
    }
    std::sort(part.begin(), part.end());
    return part;
}

std::vector<std::size_t> RepairCandidates::explained_by(const Repair& repair, const std::set<std::size_t>& open) const {
    const std::vector<Outcome> after = outcomes_with(repair);
    std::vector<std::size_t> explained;
    std::copy_if(open.begin(), open.end(), std::back_inserter(explained),
        [&](std::size_t one) { return one < after.size() && after[one] != Outcome::fail; });
    return explained;
}

Words RepairCandidates::why(const CellChange& change, const RepairCandidate& candidate) const {
    if (!candidate.pattern.empty()) return candidate.pattern;
    if (is_exchange(candidate.repair))
        return {"与另一格的数互换了位置", "its number is swapped with that of another cell"};
    return slip_of(change).name;
}

}  // namespace gouji
