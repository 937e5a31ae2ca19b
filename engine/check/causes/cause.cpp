// SPDX-License-Identifier: Apache-2.0
#include "engine/check/causes/cause.hpp"

#include "engine/check/causes/private_repair_candidates.hpp"
#include "engine/check/readings/each_reading.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <set>

namespace gouji {
namespace {

constexpr std::size_t most_suspected = 12;  ///< groups of cells that a finding names

/// The findings of a judgement, with their causes, under one reading of the filing.
class CauseSearch {
public:
    /// `reading`: said of each cause; empty where there is one reading only.
    CauseSearch(const Case& asked, const Catalogue& catalogue, Judgement& judgement, Words reading)
        : judgement_(judgement), reading_(std::move(reading)), candidates_(asked, catalogue, judgement) {}

    /// Of the likeliest candidate; nothing where there is none.
    [[nodiscard]] std::optional<int> cost() const {
        return candidates_.all().empty() ? std::nullopt : std::optional(candidates_.all().front().cost);
    }

    /// Makes the findings of the judgement.
    void add_findings() {
        std::set<std::size_t> open;
        for (std::size_t i = 0; i < judgement_.verdicts.size(); ++i) {
            if (judgement_.verdicts[i].outcome == Outcome::fail) open.insert(i);
        }
        if (!open.empty() && cost()) add_caused(open);
        for (const std::size_t verdict : open) judgement_.findings.push_back({verdict, {verdict}, {}, {}});
        std::stable_sort(judgement_.findings.begin(), judgement_.findings.end(),
            [](const Finding& a, const Finding& b) { return a.representative < b.representative; });
    }

    /// Adds the likeliest cause under this reading to findings that another reading has made.
    void add_to_findings() const {
        if (!cost()) return;
        const RepairCandidate& likeliest = candidates_.all().front();
        for (Finding& finding : judgement_.findings) {
            if (finding.suspects.empty()) continue;
            for (const Repair& group : candidates_.groups_of(likeliest)) {
                const std::set<std::size_t> explains(finding.explains.begin(), finding.explains.end());
                if (candidates_.explained_by(group, explains).empty() || names(finding, group)) continue;
                add_suspects(finding, group, likeliest, finding.suspects.back().candidate + 1);
            }
        }
    }

private:
    /// The finding has these cells with these values already, by another reading.
    bool names(const Finding& finding, const Repair& repair) const {
        return std::all_of(repair.begin(), repair.end(), [&](const CellChange& change) {
            const Suspect own = candidates_.cells().suspect(change);
            return std::any_of(finding.suspects.begin(), finding.suspects.end(), [&](const Suspect& other) {
                return other.at == own.at && other.expected == own.expected && other.printed == own.printed;
            });
        });
    }

    /// A finding for each group of changes that explains failures; these leave `open`.
    void add_caused(std::set<std::size_t>& open) {
        for (const Repair& group : candidates_.groups_of(candidates_.all().front())) {
            const auto explained = candidates_.explained_by(group, open);
            if (explained.empty()) continue;
            Finding finding{explained.front(), explained, {}, {}};
            for (const std::size_t verdict : explained) {
                if (judgement_.verdicts[verdict].severity > judgement_.verdicts[finding.representative].severity)
                    finding.representative = verdict;
                open.erase(verdict);
            }
            add_alternatives(finding, group);
            judgement_.findings.push_back(std::move(finding));
        }
    }

    /// The cells of the group, and those that other candidates name for the same sums.
    void add_alternatives(Finding& finding, const Repair& group) const {
        const auto& all = candidates_.all();
        add_suspects(finding, group, all.front(), 0);
        const std::set<std::size_t> failing = candidates_.sums_with(group, true);
        std::vector<Repair> named = {group};
        for (std::size_t i = 1; i < all.size() && named.size() < most_suspected; ++i) {
            const Repair other = candidates_.part_of(all[i], failing);
            if (other.empty() || std::find(named.begin(), named.end(), other) != named.end()) continue;
            add_suspects(finding, other, all[i], static_cast<int>(named.size()));
            named.push_back(other);
        }
    }

    void add_suspects(Finding& finding, const Repair& repair, const RepairCandidate& candidate, int number) const {
        for (const CellChange& change : repair) {
            Suspect suspect = candidates_.cells().suspect(change);
            suspect.why = candidates_.why(change, candidate);
            if (!reading_.empty())
                suspect.why = suspect.why.empty()
                    ? reading_
                    : Words{suspect.why.zh + "；" + reading_.zh, suspect.why.en + "; " + reading_.en};
            suspect.candidate = number;
            finding.suspects.push_back(std::move(suspect));
        }
    }

    Judgement& judgement_;
    Words reading_;
    RepairCandidates candidates_;
};

/// Under several readings the one whose likeliest cause is the likeliest makes the findings; the others add theirs.
void find_under_readings(const Case& asked, const std::vector<FilingUnderReading>& readings, const Catalogue& catalogue,
    Judgement& judgement) {
    std::deque<Case> cases;
    std::deque<CauseSearch> all;
    for (const FilingUnderReading& reading : readings) {
        cases.push_back(asked);
        cases.back().filing = &reading.filing;
        all.emplace_back(cases.back(), catalogue, judgement, reading.said);
    }
    const auto weight = [](const CauseSearch& one) { return one.cost().value_or(std::numeric_limits<int>::max()); };
    const auto best = std::min_element(
        all.begin(), all.end(), [&](const CauseSearch& a, const CauseSearch& b) { return weight(a) < weight(b); });
    best->add_findings();
    for (auto other = all.begin(); other != all.end(); ++other) {
        if (other != best) other->add_to_findings();
    }
}

}  // namespace

void find_causes(const Case& asked, const Catalogue& catalogue, Judgement& judgement) {
    judgement.findings.clear();
    const bool failed = std::any_of(judgement.verdicts.begin(), judgement.verdicts.end(),
        [](const Verdict& verdict) { return verdict.outcome == Outcome::fail; });
    if (!failed) return;
    constexpr std::size_t most_readings = 8;
    const std::vector<FilingUnderReading> readings = readings_left(*asked.filing, most_readings);
    if (readings.empty()) CauseSearch(asked, catalogue, judgement, {}).add_findings();
    else find_under_readings(asked, readings, catalogue, judgement);
    // People look at errors first.
    const auto severity = [&](const Finding& one) { return judgement.verdicts[one.representative].severity; };
    std::stable_sort(judgement.findings.begin(), judgement.findings.end(),
        [&](const Finding& a, const Finding& b) { return severity(a) > severity(b); });
}

}  // namespace gouji
