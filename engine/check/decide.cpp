// SPDX-License-Identifier: Apache-2.0
#include "engine/check/decide.hpp"

#include "engine/check/changes.hpp"
#include "engine/check/codes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace gouji {
namespace {

/// The finding that explains a verdict; nothing for one that did not fail.
Finding* finding_of(Judgement& judgement, std::size_t verdict) {
    const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(), [&](const Finding& one) { return std::find(one.explains.begin(), one.explains.end(), verdict) != one.explains.end(); });
    return found == judgement.findings.end() ? nullptr : &*found;
}

Diagnostic stale(const Decision& decision, const ChangedFigure& change) {
    Diagnostic made = diagnose(check_codes::decision_stale, {{"organ", same(decision.organ)}, {"year", same(decision.year ? std::to_string(*decision.year) : "?")}, {"rule", same(decision.rule)},
        {"name", same(change.name)}, {"seen", same(change.seen)}, {"now", same(change.now)}});
    made.file = decision.file;
    made.line = decision.line;
    made.column = 1;
    return made;
}

/// What a decision is about: an instance, or a filing that has no such instance any more.
struct Subject {
    Judgement* judgement = nullptr;
    std::optional<std::size_t> verdict;
};

/// The filings of a run, by the fingerprints of their instances and by their names.
class Judged {
public:
    explicit Judged(const std::vector<std::pair<const Filing*, Judgement*>>& judged) {
        for (const auto& [filing, judgement] : judged) {
            for (std::size_t i = 0; i < judgement->verdicts.size(); ++i) instances_[judgement->verdicts[i].fingerprint].push_back({judgement, i});
            // Without its organ a filing is known by fingerprints alone.
            if (!filing->organ.empty()) filings_[{filing->organ, filing->year}].push_back({judgement, std::nullopt});
        }
    }

    /// One report may have come twice, as a page and as a PDF: the decision is about both.
    [[nodiscard]] std::vector<Subject> about(const Decision& decision) const {
        if (const auto found = instances_.find(decision.fingerprint); found != instances_.end()) return found->second;
        const auto found = filings_.find({decision.organ, decision.year});
        return found == filings_.end() ? std::vector<Subject>() : found->second;
    }

private:
    std::unordered_map<std::string_view, std::vector<Subject>> instances_;
    std::map<std::pair<std::string_view, std::optional<int>>, std::vector<Subject>> filings_;
};

}  // namespace

std::vector<Diagnostic> lay_decisions(const std::vector<std::pair<const Filing*, Judgement*>>& judged, const std::vector<Decision>& decisions) {
    std::vector<Diagnostic> told;
    if (decisions.empty()) return told;
    const Judged all(judged);
    int elsewhere = 0;
    for (const Decision& decision : decisions) {
        const std::vector<Subject> places = all.about(decision);
        bool told_stale = false;
        for (const auto& [judgement, verdict] : places) {
            Finding* finding = verdict ? finding_of(*judgement, *verdict) : nullptr;
            if (!finding) {
                judgement->settled.push_back({decision, verdict ? std::optional(judgement->verdicts[*verdict].outcome) : std::nullopt});
                continue;
            }
            finding->notes.push_back({decision, changes_since(decision.cells, judgement->verdicts[*verdict])});
            const auto& changed = finding->notes.back().changed;
            if (!changed.empty() && !decision.is_empty() && !std::exchange(told_stale, true)) told.push_back(stale(decision, changed.front()));
        }
        elsewhere += places.empty() ? 1 : 0;
    }
    if (elsewhere > 0) told.push_back(diagnose(check_codes::decisions_elsewhere, {{"count", same(std::to_string(elsewhere))}}));
    return told;
}

}  // namespace gouji
