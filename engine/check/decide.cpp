// SPDX-License-Identifier: Apache-2.0
#include "engine/check/decide.hpp"

#include "engine/check/changes.hpp"
#include "engine/check/codes.hpp"

#include <algorithm>
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

}  // namespace

std::vector<Diagnostic> lay_decisions(const std::vector<std::pair<const Filing*, Judgement*>>& judged, const std::vector<Decision>& decisions) {
    std::vector<Diagnostic> told;
    int elsewhere = 0;
    for (const Decision& decision : decisions) {
        bool given = false;
        bool told_stale = false;
        for (const auto& [filing, judgement] : judged) {
            const auto& verdicts = judgement->verdicts;
            const auto verdict = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict& one) { return one.fingerprint == decision.fingerprint; });
            const bool about = filing->organ == decision.organ && filing->year == decision.year;
            if (verdict == verdicts.end() && !about) continue;
            given = true;
            Finding* finding = verdict == verdicts.end() ? nullptr : finding_of(*judgement, static_cast<std::size_t>(verdict - verdicts.begin()));
            if (!finding) {
                judgement->settled.push_back({decision, verdict == verdicts.end() ? std::nullopt : std::optional(verdict->outcome)});
                continue;
            }
            finding->notes.push_back({decision, changes_since(decision.cells, *verdict)});
            const auto& changed = finding->notes.back().changed;
            if (!changed.empty() && !decision.is_empty() && !std::exchange(told_stale, true)) told.push_back(stale(decision, changed.front()));
        }
        elsewhere += given ? 0 : 1;
    }
    if (elsewhere > 0) told.push_back(diagnose(check_codes::decisions_elsewhere, {{"count", same(std::to_string(elsewhere))}}));
    return told;
}

}  // namespace gouji
