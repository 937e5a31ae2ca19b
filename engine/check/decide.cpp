// SPDX-License-Identifier: Apache-2.0
#include "engine/check/decide.hpp"

#include "engine/check/codes.hpp"

#include <algorithm>
#include <string>

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

Deciding::Deciding(const std::vector<Decision>& decisions) : decisions_(decisions), uses_(decisions.size()) {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        by_fingerprint_[decisions[i].fingerprint].push_back(i);
        // Without its organ a filing is known by fingerprints alone.
        if (!decisions[i].organ.empty()) by_filing_[{decisions[i].organ, decisions[i].year}].push_back(i);
    }
}

void Deciding::lay(std::size_t number, std::size_t decision, std::optional<std::size_t> verdict, Judgement& judgement) {
    const Decision& told = decisions_[decision];
    Use& use = uses_[decision];
    use.placed = true;
    Finding* finding = verdict ? finding_of(judgement, *verdict) : nullptr;
    if (!finding) {
        judgement.settled.push_back({told, verdict ? std::optional(judgement.verdicts[*verdict].outcome) : std::nullopt});
        return;
    }
    finding->notes.push_back({told, changes_since(told.cells, judgement.verdicts[*verdict])});
    const auto& changed = finding->notes.back().changed;
    if (!changed.empty() && !told.is_empty()) use.changed.see(number, changed.front());
}

void Deciding::apply(std::size_t number, const Filing& filing, Judgement& judgement) {
    if (decisions_.empty()) return;
    // Decisions are laid in their own order, each at the instances that bear its fingerprint.
    std::map<std::size_t, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < judgement.verdicts.size(); ++i) {
        const auto found = by_fingerprint_.find(print_fingerprint(judgement.verdicts[i].fingerprint));
        if (found == by_fingerprint_.end()) continue;
        for (const std::size_t one : found->second) places[one].push_back(i);
    }
    if (const auto own = by_filing_.find({filing.organ, filing.year}); own != by_filing_.end()) {
        for (const std::size_t one : own->second) places.try_emplace(one);
    }
    const std::lock_guard lock(mutex_);
    for (const auto& [decision, verdicts] : places) {
        if (verdicts.empty()) lay(number, decision, std::nullopt, judgement);
        for (const std::size_t verdict : verdicts) lay(number, decision, verdict, judgement);
    }
}

std::vector<Diagnostic> Deciding::left() const {
    std::vector<Diagnostic> told;
    int elsewhere = 0;
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
        if (const auto& changed = uses_[i].changed.figure()) told.push_back(stale(decisions_[i], *changed));
        elsewhere += uses_[i].placed ? 0 : 1;
    }
    if (elsewhere > 0) told.push_back(diagnose(check_codes::decisions_elsewhere, {{"count", same(std::to_string(elsewhere))}}));
    return told;
}

}  // namespace gouji
