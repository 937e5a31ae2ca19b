// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/link.hpp"

#include "engine/check/codes.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

namespace gouji {

Identity identity_of(const Filing& filing) {
    return {filing.form ? filing.form->family : "", filing.organ, filing.year, count_figures(filing)};
}

namespace {

/// By address: any order will do, as long as it is one.
auto key_of(const auto& one) {
    return std::tuple(reinterpret_cast<std::uintptr_t>(one.family), reinterpret_cast<std::uintptr_t>(one.organ),
        one.year, one.number);
}

}  // namespace

FilingLinker::FilingLinker(const std::vector<Organ>& organs) : organs_(organs) {
    for (const Organ& one : organs) {
        if (!one.under.empty()) under_[name_of(one.under)].push_back(&one);
    }
}

void FilingLinker::add(std::size_t number, const Identity& identity) {
    if (!identity.year || identity.organ.empty()) return;
    const auto known = [&](std::string_view name) { return &*names_.emplace(name).first; };
    known_.push_back({known(identity.family), known(name_of(identity.organ)), *identity.year,
        static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(identity.figures)});
}

std::vector<Diagnostic> FilingLinker::seal(const ShowFiling& show) {
    std::sort(
        known_.begin(), known_.end(), [](const KnownFiling& a, const KnownFiling& b) { return key_of(a) < key_of(b); });
    // In the order of the files: `known_` is sorted by address.
    std::vector<std::vector<KnownFiling>> several;
    const auto is_same = [](const KnownFiling& a, const KnownFiling& b) {
        return a.family == b.family && a.organ == b.organ && a.year == b.year;
    };
    for (auto first = known_.begin(); first != known_.end();) {
        const auto last =
            std::find_if(first, known_.end(), [&](const KnownFiling& one) { return !is_same(*first, one); });
        if (last - first > 1) several.emplace_back(first, last);
        first = last;
    }
    std::sort(several.begin(), several.end(),
        [](const auto& a, const auto& b) { return a.front().number < b.front().number; });
    std::vector<Diagnostic> told;
    for (auto& one : several) {
        std::stable_sort(
            one.begin(), one.end(), [](const KnownFiling& a, const KnownFiling& b) { return a.figures > b.figures; });
        std::vector<std::size_t> files;
        for (const KnownFiling& file : one) files.push_back(file.number);
        hold(std::move(files), show, told);
    }
    return told;
}

void FilingLinker::hold(std::vector<std::size_t> files, const ShowFiling& show, std::vector<Diagnostic>& told) {
    gouji::Versions versions;
    std::unordered_map<std::size_t, std::string> names;
    std::string organ;
    std::string year;
    const bool too_many = files.size() > most_copies;
    for (const std::size_t file : files) {
        show(file, [&](const Filing& filing) {
            names[file] = filing.file;
            organ = filing.organ;
            year = std::to_string(filing.year.value_or(0));
            if (!too_many) versions.add(file, filing);
        });
        if (too_many) break;
    }
    const auto tell = [&](const Code& code, const std::string& file, const std::string& other) {
        told.push_back(diagnose(code,
            {{"organ", same(organ)}, {"year", same(year)}, {"other", same(other)},
                {"count", same(std::to_string(files.size()))}, {"limit", same(std::to_string(most_copies))}}));
        told.back().file = file;
    };
    if (too_many) return tell(check_codes::copies_many, names[files.front()], {});
    Versions made;
    for (const auto& version : versions.all()) {
        for (const std::size_t file : version.files) {
            if (file != version.files.front())
                tell(check_codes::copies_same, names[file], names[version.files.front()]);
            held_of_[file] = held_.size();
        }
        made.push_back(version.files);
    }
    if (!made.empty()) held_.push_back(std::move(made));
}

const FilingLinker::Versions* FilingLinker::versions_of(std::size_t number) const {
    const auto found = held_of_.find(number);
    return found == held_of_.end() ? nullptr : &held_[found->second];
}

std::vector<std::size_t> FilingLinker::judged_with(std::size_t number) const {
    const Versions* versions = versions_of(number);
    if (!versions) return {number};
    std::size_t first = number;
    std::vector<std::size_t> speakers;
    for (const auto& version : *versions) {
        first = std::min(first, *std::min_element(version.begin(), version.end()));
        speakers.push_back(version.front());
    }
    if (first != number) return {};
    std::sort(speakers.begin(), speakers.end());
    return speakers;
}

Links FilingLinker::link(std::size_t number, const Identity& identity) const {
    Links made;
    if (!identity.year || identity.organ.empty()) {
        made.no_previous = {"机关或年度不明，找不到上一年的报告。",
            "Without the organ and the year, the previous year's report cannot be found."};
        return made;
    }
    link_previous(identity, made);
    link_below(identity, made);
    link_copies(number, made);
    return made;
}

void FilingLinker::link_copies(std::size_t number, Links& made) const {
    const Versions* versions = versions_of(number);
    if (!versions) return;
    for (const auto& version : *versions) {
        if (version.front() == number) made.same.assign(version.begin() + 1, version.end());
    }
    std::sort(made.same.begin(), made.same.end());
    // Told once, with the fullest of all.
    made.tells_copies = versions->front().front() == number;
    if (versions->size() < 2 || !made.tells_copies) return;
    for (const auto& version : *versions) {
        for (const std::size_t one : version) {
            if (one != number) made.copies.push_back(one);
        }
    }
    std::sort(made.copies.begin(), made.copies.end());
}

std::string_view FilingLinker::name_of(std::string_view name) const {
    const Organ* entry = organs_.named(name);
    return entry ? std::string_view(entry->name) : name;
}

std::vector<std::string> FilingLinker::names_of(const std::string& name) const {
    const Organ* entry = organs_.named(name);
    if (!entry) return {name};
    std::vector<std::string> names = entry->names;
    names.push_back(entry->name);
    return names;
}

std::vector<std::string> FilingLinker::names_before(const std::string& name) const {
    std::vector<std::string> names;
    const Organ* entry = organs_.named(name);
    for (const std::string& before : entry ? entry->before : std::vector<std::string>()) {
        for (std::string& one : names_of(before)) names.push_back(std::move(one));
    }
    return names;
}

std::vector<std::size_t> FilingLinker::filings_of(std::string_view family, std::string_view organ, int year) const {
    const auto same_family = names_.find(family);
    const auto same_organ = names_.find(name_of(organ));
    if (same_family == names_.end() || same_organ == names_.end()) return {};
    std::vector<std::size_t> found;
    const KnownFiling first{&*same_family, &*same_organ, year, 0, 0};
    for (auto at = std::lower_bound(known_.begin(), known_.end(), first,
             [](const KnownFiling&a, const KnownFiling&b) { return key_of(a) < key_of(b); });
         at != known_.end(); ++at) {
        if (at->family != first.family || at->organ != first.organ || at->year != year) break;
        found.push_back(at->number);
    }
    return found;
}

/// One file, or the versions of one report; nothing for several of which nobody knows how they stand to each other.
std::optional<LinkedFiling> FilingLinker::as_one(const std::vector<std::size_t>& files) const {
    if (files.empty()) return std::nullopt;
    if (files.size() == 1) return LinkedFiling{files.front(), {}};
    const Versions* versions = versions_of(files.front());
    if (!versions) return std::nullopt;
    LinkedFiling made;
    for (const auto& version : *versions) {
        if (&version == &versions->front()) made.first = version.front();
        else made.others.push_back(version.front());
    }
    return made;
}

void FilingLinker::link_previous(const Identity& one, Links& made) const {
    const int year = *one.year - 1;
    std::vector<std::size_t> found = filings_of(one.family, one.organ, year);
    made.previous_count = found.size();
    made.previous = as_one(found);
    // Only an organ without a report of its own was another one then.
    const Organ* entry = organs_.named(one.organ);
    if (found.empty() && entry) {
        std::size_t organs = 0;
        for (const std::string& before : entry->before) {
            const auto others = filings_of(one.family, before, year);
            if (others.empty()) continue;
            ++organs;
            made.previous_count += others.size();
            made.previous = organs == 1 ? as_one(others) : std::nullopt;
        }
    }
    if (made.previous) return;
    const Words name = same(one.organ);
    const Words then = same(std::to_string(year));
    if (made.previous_count == 0) {
        made.no_previous = fill("没有一并给出{organ} {year} 年度的报告。",
            "The {year} report of {organ} was not given.", {{"organ", name}, {"year", then}});
    } else {
        made.no_previous = fill("{organ} {year} 年度的报告给出了 {count} 份，不知以哪份为准。",
            "{count} reports of {organ} for {year} were given; it is not known which one counts.",
            {{"organ", name}, {"year", then}, {"count", same(std::to_string(made.previous_count))}});
    }
}

void FilingLinker::link_below(const Identity& one, Links& made) const {
    const auto own = under_.find(name_of(one.organ));
    if (own == under_.end()) return;
    for (const Organ* below : own->second) {
        if (auto found = as_one(filings_of(one.family, below->name, *one.year)))
            made.below.push_back(std::move(*found));
        else made.missing.push_back(below->name);
    }
}

const Filing* merge_files(const std::vector<const Filing*>& files, Case& into) {
    if (files.size() < 2) return files.empty() ? nullptr : files.front();
    const std::vector<const Filing*> others(files.begin() + 1, files.end());
    into.made.push_back(std::make_shared<const Filing>(agreed(*files.front(), others)));
    return into.made.back().get();
}

Case build_case(const Filing& filing, Links links, const FindReading& find) {
    Case built{&filing};
    const auto merged = [&](const LinkedFiling& linked) {
        std::vector<const Filing*> files;
        const auto add = [&](std::size_t number) {
            if (const ReadFiling* found = find(number)) files.push_back(&found->filing);
        };
        add(linked.first);
        for (const std::size_t number : linked.others) add(number);
        return merge_files(files, built);
    };
    if (links.previous) built.previous = merged(*links.previous);
    built.no_previous = std::move(links.no_previous);
    for (const LinkedFiling& below : links.below) {
        if (const Filing* found = merged(below)) built.below.filings.push_back(found);
    }
    built.below.missing = std::move(links.missing);
    for (const std::size_t number : links.copies) {
        if (const ReadFiling* copy = find(number)) built.copies.push_back({&copy->filing, &copy->shown});
    }
    return built;
}

LinkedFilings link_filings(const std::vector<const ReadFiling*>& readings, const std::vector<Organ>& organs) {
    FilingLinker linking(organs);
    LinkedFilings linked;
    for (std::size_t i = 0; i < readings.size(); ++i) linking.add(i, identity_of(readings[i]->filing));
    linked.diagnostics = linking.seal([&](std::size_t number, const auto& look) { look(readings[number]->filing); });
    for (std::size_t i = 0; i < readings.size(); ++i) {
        std::vector<LinkedFilings::Linked> together;
        for (const std::size_t number : linking.judged_with(i)) {
            const Filing& filing = readings[number]->filing;
            together.push_back(
                {number, build_case(filing, linking.link(number, identity_of(filing)), [&](std::size_t other) {
                     return readings[other];
                 })});
        }
        if (!together.empty()) linked.together.push_back(std::move(together));
    }
    return linked;
}

void FilingLinker::set_level(Filing& filing) const {
    if (const Organ* entry = organs_.named(filing.organ); entry && !entry->level.empty()) filing.level = entry->level;
}

}  // namespace gouji
