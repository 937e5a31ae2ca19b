// SPDX-License-Identifier: Apache-2.0
#include "engine/check/link.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gouji {

Identity identity_of(const Filing& filing) { return {filing.form ? filing.form->family : "", filing.organ, filing.year}; }

namespace {

/// By address: any order will do, as long as it is one.
auto key_of(const auto& one) { return std::tuple(reinterpret_cast<std::uintptr_t>(one.family), reinterpret_cast<std::uintptr_t>(one.organ), one.year, one.number); }

}  // namespace

Linking::Linking(const std::vector<Organ>& organs) : organs_(organs) {
    for (const Organ& one : organs) {
        if (!one.under.empty()) under_[name_of(one.under)].push_back(&one);
    }
}

void Linking::add(std::size_t number, const Identity& identity) {
    if (!identity.year || identity.organ.empty()) return;
    const auto known = [&](std::string_view name) { return &*names_.emplace(name).first; };
    known_.push_back({known(identity.family), known(name_of(identity.organ)), *identity.year, static_cast<std::uint32_t>(number)});
}

void Linking::seal() {
    std::sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) { return key_of(a) < key_of(b); });
}

Links Linking::link(const Identity& identity) const {
    Links made;
    if (!identity.year || identity.organ.empty()) {
        made.no_previous = {"机关或年度不明，找不到上一年的报告。", "Without its organ and year the report of the year before cannot be found."};
        return made;
    }
    link_previous(identity, made);
    link_below(identity, made);
    return made;
}

std::string_view Linking::name_of(std::string_view name) const {
    const Organ* entry = organs_.named(name);
    return entry ? std::string_view(entry->name) : name;
}

std::vector<std::string> Linking::names_of(const std::string& name) const {
    const Organ* entry = organs_.named(name);
    if (!entry) return {name};
    std::vector<std::string> names = entry->names;
    names.push_back(entry->name);
    return names;
}

std::vector<std::string> Linking::names_before(const std::string& name) const {
    std::vector<std::string> names;
    const Organ* entry = organs_.named(name);
    for (const std::string& before : entry ? entry->before : std::vector<std::string>()) {
        for (std::string& one : names_of(before)) names.push_back(std::move(one));
    }
    return names;
}

std::vector<std::size_t> Linking::filings_of(std::string_view family, std::string_view organ, int year) const {
    const auto same_family = names_.find(family);
    const auto same_organ = names_.find(name_of(organ));
    if (same_family == names_.end() || same_organ == names_.end()) return {};
    std::vector<std::size_t> found;
    const Known first{&*same_family, &*same_organ, year, 0};
    for (auto at = std::lower_bound(known_.begin(), known_.end(), first, [](const Known& a, const Known& b) { return key_of(a) < key_of(b); }); at != known_.end(); ++at) {
        if (at->family != first.family || at->organ != first.organ || at->year != year) break;
        found.push_back(at->number);
    }
    return found;
}

void Linking::link_previous(const Identity& one, Links& made) const {
    const int year = *one.year - 1;
    std::vector<std::size_t> found = filings_of(one.family, one.organ, year);
    // Only an organ without a report of its own was another one then.
    const Organ* entry = organs_.named(one.organ);
    if (found.empty() && entry) {
        for (const std::string& before : entry->before) {
            for (const std::size_t other : filings_of(one.family, before, year)) found.push_back(other);
        }
    }
    made.previous_count = found.size();
    const Words name = same(one.organ);
    const Words then = same(std::to_string(year));
    if (found.empty()) {
        made.no_previous = fill("没有一并给出{organ} {year} 年度的报告。", "The report of {organ} for {year} was not given.", {{"organ", name}, {"year", then}});
    } else if (found.size() > 1) {
        made.no_previous = fill("{organ} {year} 年度的报告给出了 {count} 份，不知以哪份为准。", "{count} reports of {organ} for {year} were given; which one counts is not known.",
            {{"organ", name}, {"year", then}, {"count", same(std::to_string(found.size()))}});
    } else {
        made.previous = found.front();
    }
}

void Linking::link_below(const Identity& one, Links& made) const {
    const auto own = under_.find(name_of(one.organ));
    if (own == under_.end()) return;
    for (const Organ* below : own->second) {
        const auto found = filings_of(one.family, below->name, *one.year);
        if (found.size() == 1) made.below.push_back(found.front());
        else made.missing.push_back(below->name);
    }
}

std::vector<Case> link_filings(const std::vector<const Filing*>& filings, const std::vector<Organ>& organs) {
    Linking linking(organs);
    for (std::size_t i = 0; i < filings.size(); ++i) linking.add(i, identity_of(*filings[i]));
    linking.seal();
    std::vector<Case> cases;
    for (const Filing* one : filings) {
        Links links = linking.link(identity_of(*one));
        Case made{one};
        made.previous = links.previous ? filings[*links.previous] : nullptr;
        made.no_previous = std::move(links.no_previous);
        for (const std::size_t below : links.below) made.below.filings.push_back(filings[below]);
        made.below.missing = std::move(links.missing);
        cases.push_back(std::move(made));
    }
    return cases;
}

void Linking::take_level(Filing& filing) const {
    if (const Organ* entry = organs_.named(filing.organ); entry && !entry->level.empty()) filing.level = entry->level;
}

}  // namespace gouji
