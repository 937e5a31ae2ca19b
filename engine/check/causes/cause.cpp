// SPDX-License-Identifier: Apache-2.0
#include "engine/check/causes/cause.hpp"

#include "engine/check/readings/choose.hpp"
#include "engine/check/verdicts/private_rule_walk.hpp"
#include "engine/check/causes/private_sums.hpp"
#include "engine/check/readings/each_reading.hpp"
#include "engine/check/causes/slips.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <set>

namespace gouji {
namespace {

/// What must be changed together, and what speaks for it.
struct Candidate {
    Repair repair;
    int cost = 0;
    Words pattern;  ///< a slip of several cells at once: a row shifted
};

constexpr int one_more_cell = 12;
constexpr int one_slip = 3;            ///< of several cells at once
constexpr int one_more_failure = 8;    ///< that the repair would bring
constexpr int one_more_agreement = 4;  ///< of something that is no sum: prose, the year before
constexpr std::size_t most_weighed = 6;
constexpr std::size_t most_told = 12;

class Causes {
public:
    /// `said`: under which readings; empty where there is one alone.
    Causes(const Case& given, const Catalogue& catalogue, Judgement& judgement, Words said)
        : given_(given),
          catalogue_(catalogue),
          judgement_(judgement),
          said_(std::move(said)),
          cells_(*given.filing),
          sums_(sums_of(given, catalogue, cells_)),
          repairs_(sums_, cells_.values()) {
        if (repairs_.broken()) candidates_ = weighed();
    }

    /// Of the likeliest candidate; nothing where there is none.
    [[nodiscard]] std::optional<int> cost() const {
        return candidates_.empty() ? std::nullopt : std::optional(candidates_.front().cost);
    }

    /// Makes the findings of the judgement.
    void find() {
        std::set<std::size_t> open;
        for (std::size_t i = 0; i < judgement_.verdicts.size(); ++i) {
            if (judgement_.verdicts[i].outcome == Outcome::fail) open.insert(i);
        }
        if (!open.empty() && !candidates_.empty()) tell_causes(open);
        for (const std::size_t verdict : open) judgement_.findings.push_back({verdict, {verdict}, {}, {}});
        std::stable_sort(judgement_.findings.begin(), judgement_.findings.end(),
            [](const Finding& a, const Finding& b) { return a.told < b.told; });
    }

    /// Adds what would be the likeliest cause under these readings to findings that other readings have made.
    void add_to_findings() {
        if (candidates_.empty()) return;
        for (Finding& finding : judgement_.findings) {
            if (finding.suspects.empty()) continue;
            for (const Repair& group : groups_of(candidates_.front())) {
                if (explained_by(group, {finding.explains.begin(), finding.explains.end()}).empty()
                    || tells(finding, group))
                    continue;
                add_suspects(finding, group, candidates_.front(), finding.suspects.back().together + 1);
            }
        }
    }

private:
    /// The finding has these cells with these values already, as another reading told them.
    bool tells(const Finding& finding, const Repair& repair) const {
        return std::all_of(repair.begin(), repair.end(), [&](const Change& one) {
            const Suspect own = cells_.suspect(one);
            return std::any_of(finding.suspects.begin(), finding.suspects.end(), [&](const Suspect& other) {
                return other.at == own.at && other.expected == own.expected && other.printed == own.printed;
            });
        });
    }

    void tell_causes(std::set<std::size_t>& open) {
        for (const Repair& group : groups_of(candidates_.front())) {
            const auto explained = explained_by(group, open);
            if (explained.empty()) continue;
            Finding made{explained.front(), explained, {}, {}};
            for (const std::size_t one : explained) {
                if (judgement_.verdicts[one].severity > judgement_.verdicts[made.told].severity) made.told = one;
                open.erase(one);
            }
            add_suspects(made, group, candidates_.front(), 0);
            const std::set<std::size_t> failing = sums_with(group, true);
            std::vector<Repair> told = {group};
            for (std::size_t i = 1; i < candidates_.size() && told.size() < most_told; ++i) {
                const Repair other = part_of(candidates_[i], failing);
                if (other.empty() || std::find(told.begin(), told.end(), other) != told.end()) continue;
                add_suspects(made, other, candidates_[i], static_cast<int>(told.size()));
                told.push_back(other);
            }
            judgement_.findings.push_back(std::move(made));
        }
    }

    /// The smallest repairs and those of slips that move a whole row, the likeliest first.
    std::vector<Candidate> weighed() {
        std::vector<Candidate> all;
        for (Repair& one : repairs_.smallest()) all.push_back({std::move(one), 0, {}});
        if (all.empty() || all.front().repair.size() > 1) add_moved_rows(all);
        for (Candidate& one : all) one.cost = slips_of(one);
        const auto sort = [&] {
            std::stable_sort(
                all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
        };
        sort();
        for (std::size_t i = 0; i < std::min(all.size(), most_weighed) && all.size() > 1; ++i)
            all[i].cost += consequences_of(all[i].repair);
        sort();
        return all;
    }

    int slips_of(const Candidate& one) const {
        if (!one.pattern.empty()) return one_slip;
        if (is_exchange(one.repair)) return one_slip;
        int cost = one_more_cell * (static_cast<int>(one.repair.size()) - 1);
        for (const Change& change : one.repair) cost += slip_of(change).cost;
        return cost;
    }

    /// Two cells that have each other's number.
    bool is_exchange(const Repair& repair) const {
        return repair.size() == 2 && cells_.printed(repair[0].variable) == repair[1].value
            && cells_.printed(repair[1].variable) == repair[0].value;
    }

    /// Of the digits as they are written: a fee in cents elsewhere in the filing makes no zeros at the end of a count.
    Slip slip_of(const Change& change) const {
        std::optional<std::int64_t> printed = cells_.printed(change.variable);
        std::int64_t expected = change.value;
        std::vector<std::int64_t> beside = cells_.beside(change.variable);
        std::erase_if(beside, [&](std::int64_t one) { return one != printed; });
        for (int places = cells_.places(); places > 0 && printed.value_or(0) % 10 == 0 && expected % 10 == 0;
             --places) {
            if (printed) *printed /= 10;
            expected /= 10;
            for (std::int64_t& one : beside) one /= 10;
        }
        return slip_between(printed, expected, beside);
    }

    /// Rows that stand in each other's place, and rows that slipped by a column.
    void add_moved_rows(std::vector<Candidate>& all) {
        for (const auto& rows : cells_.rows()) {
            for (std::size_t r = 0; r < rows.size(); ++r) {
                if (r + 1 < rows.size() && rows[r].size() == rows[r + 1].size()) {
                    Repair made;
                    for (std::size_t c = 0; c < rows[r].size(); ++c) {
                        made.push_back({rows[r][c], cells_.value(rows[r + 1][c])});
                        made.push_back({rows[r + 1][c], cells_.value(rows[r][c])});
                    }
                    add_if_good(all, std::move(made), {"两行的数互换了位置", "two rows stand in each other's place"});
                }
                for (const std::size_t cells : {rows[r].size(), rows[r].size() - 1}) add_shifted(all, rows[r], cells);
            }
        }
    }

    void add_shifted(std::vector<Candidate>& all, const std::vector<int>& row, std::size_t cells) {
        if (cells < 3) return;
        for (const bool right : {true, false}) {
            Repair made;
            for (std::size_t c = 0; c + 1 < cells; ++c) {
                const int to = right ? row[c] : row[c + 1];
                const int from = right ? row[c + 1] : row[c];
                made.push_back({to, cells_.value(from)});
            }
            // What was pushed over the end is what its sums leave for it.
            const int last = right ? row[cells - 1] : row[0];
            for (const std::int64_t value : cells_.left_for(sums_, last, made)) {
                made.push_back({last, value});
                add_if_good(all, made, {"整行的数移了一列", "the row slipped by a column"});
                made.pop_back();
            }
        }
    }

    void add_if_good(std::vector<Candidate>& all, Repair repair, Words pattern) {
        std::sort(repair.begin(), repair.end());
        std::erase_if(repair, [&](const Change& one) { return cells_.printed(one.variable) == one.value; });
        if (repair.size() > 1 && repairs_.repaired_by(repair))
            all.push_back({std::move(repair), 0, std::move(pattern)});
    }

    /// What would fail or agree besides the sums if the repair were right.
    int consequences_of(const Repair& repair) {
        const std::vector<Outcome> after = outcomes_with(repair);
        int cost = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const Outcome before = judgement_.verdicts[i].outcome;
            if (before == Outcome::pass && after[i] == Outcome::fail) cost += one_more_failure;
            if (before == Outcome::fail && after[i] == Outcome::pass) cost -= one_more_agreement;
        }
        return cost;
    }

    /// The outcomes of all instances, in the order of the verdicts, if the cells were so; nothing where that order is
    /// lost.
    std::vector<Outcome> outcomes_with(const Repair& repair) const {
        Filing changed = *given_.filing;
        for (Table& table : changed.tables) {
            table.choices.clear();
            table.doubts.clear();
            table.evidence.clear();
        }
        for (const Change& one : repair) cells_.put(changed, one);
        prepare_counts(changed);
        Case other = given_;
        other.filing = &changed;
        std::vector<Outcome> outcomes = outcomes_of(other, catalogue_);
        if (outcomes.size() != judgement_.verdicts.size()) outcomes.clear();
        return outcomes;
    }

    /// Changes that have no sum in common are causes of their own.
    std::vector<Repair> groups_of(const Candidate& candidate) const {
        if (!candidate.pattern.empty() || is_exchange(candidate.repair)) return {candidate.repair};
        std::vector<std::pair<Repair, std::set<std::size_t>>> groups;
        for (const Change& one : candidate.repair) {
            std::pair<Repair, std::set<std::size_t>> made{{one}, sums_with({one}, false)};
            for (auto other = groups.begin(); other != groups.end();) {
                const bool apart = std::none_of(other->second.begin(), other->second.end(),
                    [&](std::size_t sum) { return made.second.contains(sum); });
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
        for (auto& [repair, failing] : groups) repairs.push_back(std::move(repair));
        return repairs;
    }

    std::set<std::size_t> sums_with(const Repair& repair, bool failing) const {
        std::set<std::size_t> found;
        for (const Change& one : repair) {
            for (const std::size_t sum : repairs_.sums_of(one.variable, failing)) found.insert(sum);
        }
        return found;
    }

    /// What of the candidate is about these sums.
    Repair part_of(const Candidate& candidate, const std::set<std::size_t>& failing) const {
        Repair part;
        for (const Repair& group : groups_of(candidate)) {
            const auto own = sums_with(group, true);
            if (std::any_of(own.begin(), own.end(), [&](std::size_t sum) { return failing.contains(sum); }))
                part.insert(part.end(), group.begin(), group.end());
        }
        std::sort(part.begin(), part.end());
        return part;
    }

    std::vector<std::size_t> explained_by(const Repair& repair, const std::set<std::size_t>& open) const {
        const std::vector<Outcome> after = outcomes_with(repair);
        std::vector<std::size_t> explained;
        std::copy_if(open.begin(), open.end(), std::back_inserter(explained),
            [&](std::size_t one) { return one < after.size() && after[one] != Outcome::fail; });
        return explained;
    }

    void add_suspects(Finding& finding, const Repair& repair, const Candidate& candidate, int together) const {
        const Words exchanged = {"与另一格的数互换了位置", "its number and another stand in each other's place"};
        for (const Change& one : repair) {
            Suspect suspect = cells_.suspect(one);
            suspect.why = !candidate.pattern.empty() ? candidate.pattern
                : is_exchange(candidate.repair)      ? exchanged
                                                     : slip_of(one).name;
            if (!said_.empty())
                suspect.why = suspect.why.empty()
                    ? said_
                    : Words{suspect.why.zh + "；" + said_.zh, suspect.why.en + "; " + said_.en};
            suspect.together = together;
            finding.suspects.push_back(std::move(suspect));
        }
    }

    const Case& given_;
    const Catalogue& catalogue_;
    Judgement& judgement_;
    Words said_;
    SumCells cells_;
    std::vector<Sum> sums_;
    Repairs repairs_;
    std::vector<Candidate> candidates_;  ///< the likeliest first
};

/// Under several readings the one whose likeliest cause is the likeliest makes the findings; the others add theirs.
void find_under_readings(const Case& given, const std::vector<FilingUnderReading>& readings, const Catalogue& catalogue,
    Judgement& judgement) {
    std::deque<Case> cases;
    std::deque<Causes> all;
    for (const FilingUnderReading& one : readings) {
        cases.push_back(given);
        cases.back().filing = &one.filing;
        all.emplace_back(cases.back(), catalogue, judgement, one.said);
    }
    const auto weight = [](const Causes& one) { return one.cost().value_or(std::numeric_limits<int>::max()); };
    const auto best = std::min_element(
        all.begin(), all.end(), [&](const Causes& a, const Causes& b) { return weight(a) < weight(b); });
    best->find();
    for (auto other = all.begin(); other != all.end(); ++other) {
        if (other != best) other->add_to_findings();
    }
}

}  // namespace

void find_causes(const Case& given, const Catalogue& catalogue, Judgement& judgement) {
    judgement.findings.clear();
    const bool failed = std::any_of(judgement.verdicts.begin(), judgement.verdicts.end(),
        [](const Verdict& one) { return one.outcome == Outcome::fail; });
    if (!failed) return;
    constexpr std::size_t most_readings = 8;
    const std::vector<FilingUnderReading> readings = readings_left(*given.filing, most_readings);
    if (readings.empty()) Causes(given, catalogue, judgement, {}).find();
    else find_under_readings(given, readings, catalogue, judgement);
}

}  // namespace gouji
