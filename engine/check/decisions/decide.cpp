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

Deciding::Deciding(const std::vector<Decision>& decisions) : decisions_(decisions), uses_(decisions.size()) {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        by_fingerprint_[decisions[i].fingerprint].push_back(i);
        // Without its organ a filing is known by fingerprints alone.
        if (!decisions[i].organ.empty()) by_filing_[{decisions[i].organ, decisions[i].year}].push_back(i);
    }
}

Deciding::Places Deciding::find_places(const std::vector<JudgedFiling>& copies) const {
    Places places;
    for (const JudgedFiling& copy : copies) {
        const auto& verdicts = copy.judgement->verdicts;
        const auto take = [&](std::uint64_t fingerprint, auto put) {
            const auto found = by_fingerprint_.find(print_fingerprint(fingerprint));
            if (found == by_fingerprint_.end()) return;
            for (const std::size_t one : found->second) put(places[one]);
        };
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            take(verdicts[i].fingerprint, [&](std::vector<Where>& where) { where.push_back({&copy, i}); });
            // Its decision may be of version 0.1.0; whether it is about this statement its figures say.
            if (verdicts[i].former != 0) take(verdicts[i].former, [](const std::vector<Where>&) {});
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

/// What was decided of a statement follows it: to where its figures are, if it was numbered among others before; and
/// where its own figures were changed, to the statement that stands in its place.
void Deciding::find_moved(const std::vector<JudgedFiling>& copies, Places& places) const {
    std::vector<Where> statements;
    for (const JudgedFiling& copy : copies) {
        for (std::size_t i = 0; i < copy.judgement->verdicts.size(); ++i) {
            if (copy.judgement->verdicts[i].former != 0) statements.push_back({&copy, i});
        }
    }
    std::set<std::uint64_t> taken;
    for (const auto& [decision, where] : places) {
        for (const Where& one : where) taken.insert(one.get().fingerprint);
    }
    const auto fails = [&](const std::string& rule) {
        return std::any_of(statements.begin(), statements.end(),
            [&](const Where& one) { return one.get().rule->id == rule && one.get().outcome == Outcome::fail; });
    };
    for (auto& [decision, where] : places) {
        if (!where.empty()) continue;
        const Decision& told = decisions_[decision];
        const std::uint64_t print = parse_fingerprint(told.fingerprint);
        const auto numbered = std::find_if(
            statements.begin(), statements.end(), [&](const Where& one) { return one.get().former == print; });
        const std::uint64_t place =
            place_in_fingerprint(numbered == statements.end() ? print : numbered->get().fingerprint);
        const auto is_free = [&](const Where& one) {
            return one.get().rule->id == told.rule && !taken.contains(one.get().fingerprint);
        };
        const auto has_figures = [&](const Where& one) {
            return is_free(one) && !told.cells.empty() && has_seen_figures(told.cells, one.get());
        };
        const auto stands_there = [&](const Where& one) {
            return is_free(one) && place_in_fingerprint(one.get().fingerprint) == place
                && one.get().outcome == Outcome::fail;
        };
        // By its number alone a statement that is right is not taken for the one that was wrong while another is.
        const bool is_numbered = numbered != statements.end() && is_free(*numbered)
            && (numbered->get().outcome == Outcome::fail || !fails(told.rule));
        auto found = std::find_if(statements.begin(), statements.end(), has_figures);
        if (found == statements.end())
            found = is_numbered ? numbered : std::find_if(statements.begin(), statements.end(), stands_there);
        if (found == statements.end()) continue;
        taken.insert(found->get().fingerprint);
        // The same statement may stand in each copy.
        for (const Where& one : statements) {
            if (one.get().fingerprint == found->get().fingerprint) where.push_back(one);
        }
    }
}

void Deciding::lay(std::size_t decision, const std::vector<Where>& places, const std::vector<JudgedFiling>& copies) {
    const Decision& told = decisions_[decision];
    Use& use = uses_[decision];
    use.placed = true;
    if (!places.empty()) use.fingerprint = print_fingerprint(places.front().get().fingerprint);
    bool found = false;
    for (const Where& one : places) {
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

void Deciding::apply(const std::vector<JudgedFiling>& copies) {
    if (decisions_.empty() || copies.empty()) return;
    Places places = find_places(copies);
    find_moved(copies, places);
    const std::lock_guard lock(mutex_);
    // Decisions are laid in their own order.
    for (const auto& [decision, where] : places) {
        const Decision& told = decisions_[decision];
        const auto is_own = [&](const JudgedFiling& one) {
            return !told.organ.empty() && one.filing->organ == told.organ && one.filing->year == told.year;
        };
        // A number of version 0.1.0 that nothing goes by is no reason to claim the decision of another report.
        if (where.empty() && std::none_of(copies.begin(), copies.end(), is_own)) continue;
        lay(decision, where, copies);
    }
}

std::vector<Decision> Deciding::renewed() const {
    std::vector<Decision> made = decisions_;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!uses_[i].fingerprint.empty()) made[i].fingerprint = uses_[i].fingerprint;
    }
    return made;
}

std::vector<Diagnostic> Deciding::left() const {
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
