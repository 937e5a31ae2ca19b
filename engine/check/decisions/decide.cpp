// SPDX-License-Identifier: Apache-2.0
#include "engine/check/decisions/decide.hpp"

#include "engine/check/codes.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>
#include <string>
#include <system_error>

namespace gouji {
namespace {

/// The finding that explains a verdict; nothing for one that did not fail.
Finding* finding_of(Judgement& judgement, std::size_t verdict) {
    const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(), [&](const Finding& one) {
        return std::find(one.explains.begin(), one.explains.end(), verdict) != one.explains.end();
    });
    return found == judgement.findings.end() ? nullptr : &*found;
}

Diagnostic stale(const Decision& decision, const ChangedFigure& change) {
    Diagnostic made = diagnose(check_codes::decision_stale,
        {{"organ", same(decision.organ)}, {"year", same(decision.year ? std::to_string(*decision.year) : "?")},
            {"rule", same(decision.rule)}, {"name", same(change.name)}, {"seen", same(change.seen)},
            {"now", same(change.now)}});
    made.file = decision.file;
    made.line = decision.line;
    made.column = 1;
    return made;
}

}  // namespace

DecisionMatcher::DecisionMatcher(const std::vector<Decision>& decisions)
    : decisions_(decisions), uses_(decisions.size()) {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        by_fingerprint_[decisions[i].fingerprint].push_back(i);
        // Without its organ a filing is known by fingerprints alone.
        if (!decisions[i].organ.empty()) by_filing_[{decisions[i].organ, decisions[i].year}].push_back(i);
    }
}

DecisionMatcher::Places DecisionMatcher::find_places(const std::vector<JudgedFiling>& copies) const {
    Places places;
    for (const JudgedFiling& copy : copies) {
        const auto& verdicts = copy.judgement->verdicts;
        const auto take = [&](std::uint64_t fingerprint, auto put) {
            const auto found = by_fingerprint_.find(print_fingerprint(fingerprint));
            if (found == by_fingerprint_.end()) return;
            for (const std::size_t one : found->second) put(places[one]);
        };
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            take(verdicts[i].fingerprint, [&](std::vector<DecidedPlace>& where) { where.push_back({&copy, i}); });
            // Its decision may be of version 0.1.0; whether it is about this statement its figures say.
            if (verdicts[i].former != 0) take(verdicts[i].former, [](const std::vector<DecidedPlace>&) {});
        }
        const auto own = by_filing_.find({copy.filing->organ, copy.filing->year});
        if (own == by_filing_.end()) continue;
        for (const std::size_t one : own->second) places.try_emplace(one);
    }
    return places;
}

namespace {

/// The number that 16 hexadecimal digits are; 0 for anything else.
std::uint64_t parse_fingerprint(std::string_view text) {
    constexpr int hexadecimal = 16;
    std::uint64_t made = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), made, hexadecimal);
    return error == std::errc() && end == text.data() + text.size() ? made : 0;
}

}  // namespace

/// The statement that a decision is about, though its fingerprint is not the one in the decision: where the decision's
/// figures are, if it was numbered among others before; or, where the figures were changed, at the same place.
const DecisionMatcher::DecidedPlace* DecisionMatcher::find_statement(
    const Decision& decision, const Statements& statements) const {
    const auto& all = statements.all;
    const auto first = [&](const auto& is_meant) {
        const auto found = std::find_if(all.begin(), all.end(), is_meant);
        return found == all.end() ? nullptr : &*found;
    };
    const auto is_free = [&](const DecidedPlace& place) {
        return place.get().rule->id == decision.rule && !statements.taken.contains(place.get().fingerprint);
    };
    const DecidedPlace* seen = decision.cells.empty() ? nullptr : first([&](const DecidedPlace& place) {
        return is_free(place) && has_seen_figures(decision.cells, place.get());
    });
    if (seen) return seen;
    const std::uint64_t print = parse_fingerprint(decision.fingerprint);
    const DecidedPlace* numbered = first([&](const DecidedPlace& place) { return place.get().former == print; });
    const auto fails = [](const DecidedPlace& place) { return place.get().outcome == Outcome::fail; };
    // By its number alone, a right statement does not get a wrong one's decision while another of the rule fails.
    if (numbered && is_free(*numbered) && (fails(*numbered) || !first([&](const DecidedPlace& place) {
            return place.get().rule->id == decision.rule && fails(place);
        })))
        return numbered;
    const std::uint64_t own = place_in_fingerprint(numbered ? numbered->get().fingerprint : print);
    return first([&](const DecidedPlace& place) {
        return is_free(place) && place_in_fingerprint(place.get().fingerprint) == own && fails(place);
    });
}

void DecisionMatcher::find_moved(const std::vector<JudgedFiling>& copies, Places& places) const {
    Statements statements;
    for (const JudgedFiling& copy : copies) {
        for (std::size_t i = 0; i < copy.judgement->verdicts.size(); ++i) {
            if (copy.judgement->verdicts[i].former != 0) statements.all.push_back({&copy, i});
        }
    }
    for (const auto& [decision, where] : places) {
        for (const DecidedPlace& place : where) statements.taken.insert(place.get().fingerprint);
    }
    for (auto& [decision, where] : places) {
        if (!where.empty()) continue;
        const DecidedPlace* found = find_statement(decisions_[decision], statements);
        if (!found) continue;
        const std::uint64_t fingerprint = found->get().fingerprint;
        statements.taken.insert(fingerprint);
        // Each copy may have the same statement.
        for (const DecidedPlace& place : statements.all) {
            if (place.get().fingerprint == fingerprint) where.push_back(place);
        }
    }
}

void DecisionMatcher::attach(
    std::size_t decision, const std::vector<DecidedPlace>& places, const std::vector<JudgedFiling>& copies) {
    const Decision& told = decisions_[decision];
    DecisionUse& use = uses_[decision];
    use.placed = true;
    if (!places.empty()) use.fingerprint = print_fingerprint(places.front().get().fingerprint);
    bool found = false;
    for (const DecidedPlace& one : places) {
        Finding* finding = finding_of(*one.copy->judgement, one.verdict);
        if (!finding) continue;
        found = true;
        finding->notes.push_back({told, changes_since(told.cells, one.get())});
        const auto& changed = finding->notes.back().changed;
        if (!changed.empty() && !told.is_empty()) use.changed.see(one.copy->number, changed.front());
    }
    if (found) return;
    const JudgedFiling& first = places.empty() ? copies.front() : *places.front().copy;
    Settled settled{told, places.empty() ? std::nullopt : std::optional(places.front().get().outcome)};
    settled.still_fails = std::any_of(copies.begin(), copies.end(), [&](const JudgedFiling& copy) {
        const auto& verdicts = copy.judgement->verdicts;
        return std::any_of(verdicts.begin(), verdicts.end(),
            [&](const Verdict& one) { return one.outcome == Outcome::fail && one.rule->id == told.rule; });
    });
    first.judgement->settled.push_back(std::move(settled));
}

void DecisionMatcher::apply(const std::vector<JudgedFiling>& copies) {
    if (decisions_.empty() || copies.empty()) return;
    Places places = find_places(copies);
    find_moved(copies, places);
    const std::lock_guard lock(mutex_);
    // In the order of the decisions.
    for (const auto& [decision, where] : places) {
        const Decision& told = decisions_[decision];
        const auto is_own = [&](const JudgedFiling& one) {
            return !told.organ.empty() && one.filing->organ == told.organ && one.filing->year == told.year;
        };
        // A number of version 0.1.0 alone does not claim the decision of another report.
        if (where.empty() && std::none_of(copies.begin(), copies.end(), is_own)) continue;
        attach(decision, where, copies);
    }
}

std::vector<Decision> DecisionMatcher::renewed() const {
    std::vector<Decision> made = decisions_;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!uses_[i].fingerprint.empty()) made[i].fingerprint = uses_[i].fingerprint;
    }
    return made;
}

std::vector<Diagnostic> DecisionMatcher::left() const {
    std::vector<Diagnostic> told;
    int elsewhere = 0;
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
        if (const auto& changed = uses_[i].changed.figure()) told.push_back(stale(decisions_[i], *changed));
        elsewhere += uses_[i].placed ? 0 : 1;
    }
    if (elsewhere > 0)
        told.push_back(diagnose(check_codes::decisions_elsewhere, {{"count", same(std::to_string(elsewhere))}}));
    return told;
}

}  // namespace gouji
