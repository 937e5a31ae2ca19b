// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/workbench.hpp"

#include "engine/serve/codes.hpp"
#include "engine/serve/private_kept_report.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {
namespace {

/// Everything is here already: nothing has to be found, and nobody else waits.
template <class Next>
RunInputs inputs_of(std::size_t count, Next next) {
    RunInputs inputs;
    inputs.total = count;
    inputs.next = [count, next, at = std::size_t{0}]() mutable {
        return at < count ? std::optional<RunInput>(next(at++)) : std::nullopt;
    };
    return inputs;
}

Original original_of(const Source& source, const Shown& shown) {
    if (is_pdf(source)) return Original::pictures;
    if (source.bytes.starts_with("PK") || !shown.places.empty()) return Original::parts;
    for (const Reader& reader : readers()) {
        if (reader.accepts(source)) return reader.name == "html" ? Original::page : Original::text;
    }
    return Original::text;
}

}  // namespace

Workbench::Workbench(WorkbenchSetup setup, std::shared_ptr<const BenchRules> rules)
    : setup_(std::move(setup)), rules_(std::move(rules)) {}

Result<std::unique_ptr<Workbench>> Workbench::open(WorkbenchSetup setup) {
    auto rules = load_bench_rules(setup.find_rules, setup.suite);
    Result<std::unique_ptr<Workbench>> made;
    made.diagnostics = std::move(rules.diagnostics);
    if (rules) made.value = std::unique_ptr<Workbench>(new Workbench(std::move(setup), std::move(*rules.value)));
    return made;
}

std::shared_ptr<const BenchRules> Workbench::rules() const {
    const std::lock_guard lock(mutex_);
    return rules_;
}

Workbench::KeptPointer Workbench::find(std::string_view id) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_number_.find(number_of(id));
    return found == by_number_.end() ? nullptr : found->second;
}

std::shared_ptr<Workbench::Kept> Workbench::read(
    const BenchRules& rules, const std::string& name, std::string bytes, const std::string& remote) {
    auto kept = std::make_shared<Kept>();
    kept->forms_version = rules.forms_version;
    const auto given = spool_.put(bytes);
    if (!given) return nullptr;
    kept->bytes = *given;
    Source source{name, std::move(bytes)};
    std::optional<Conversions::Turn> turn;
    if (setup_.converter && setup_.converter->accepts(source)) turn.emplace(conversions_, remote);
    RunOptions options;
    options.judges = false;
    options.jobs = 1;
    options.converter = setup_.converter;
    CollectedRun run = collect_run(
        inputs_of(1, [&](std::size_t) { return [&] { return Result<Source>(source); }; }), rules.catalogue, options);
    turn.reset();
    kept->listed.diagnostics = std::move(run.diagnostics);
    kept->listed.file = name;
    if (run.filings.empty()) return kept;
    CheckedFiling& checked = run.filings.front();
    kept->original = original_of(source, checked.shown);
    const auto text = checked.shown.text == source.bytes ? given : spool_.put(checked.shown.text);
    if (!text) return nullptr;
    kept->text = *text;
    kept->listed = list_report(checked);
    kept->listed.diagnostics = std::move(run.diagnostics);
    checked.shown.text.clear();
    kept->organ = checked.filing.organ;
    kept->reading = rules.encoding.encode(ReadFiling{std::move(checked.shown), std::move(checked.filing)}, {});
    return kept;
}

Result<ListedReport> Workbench::add(const std::string& name, std::string bytes, const std::string& remote) {
    const auto used = rules();
    {
        const std::lock_guard lock(mutex_);
        if (by_number_.size() >= most_reports && by_name_.find(name) == by_name_.end())
            return diagnose(serve_codes::too_many, {{"limit", same(std::to_string(most_reports))}});
        ++waiting_;
    }
    tell_progress();
    std::shared_ptr<Kept> made = read(*used, name, std::move(bytes), remote);
    std::string former;  // organ of the report of that name
    {
        const std::lock_guard lock(mutex_);
        --waiting_;
        if (made) {
            const auto known = by_name_.find(name);
            made->number = known == by_name_.end() ? next_number_++ : known->second->number;
            if (known != by_name_.end()) former = known->second->organ;
            made->listed.id = id_of(made->number);
            by_name_[name] = made;
            by_number_[made->number] = made;
        }
    }
    tell_progress();
    if (!made)
        return diagnose(serve_codes::no_room, {{"why", {"临时文件写不下了", "the temporary file cannot take more"}}});
    if (made->listed.is_refused) {
        tell(made->listed);
        return made->listed;
    }
    if (!former.empty() && former != made->organ) judge_organ(former);
    if (made->organ.empty()) {
        const std::uint64_t revision = [&] {
            const std::lock_guard lock(mutex_);
            return ++revision_;
        }();
        list_anew(judge(*used, {made}, true), {made}, revision);
    } else {
        judge_organ(made->organ);
    }
    return listed(made->listed.id).value_or(made->listed);
}

std::optional<ReadFiling> Workbench::reading_of(const BenchRules& rules, const Kept& kept) const {
    auto text = spool_.take(kept.text);
    if (!text) return std::nullopt;
    if (kept.forms_version != rules.forms_version) return std::nullopt;
    auto read = rules.encoding.decode_filing(kept.reading);
    if (!read) return std::nullopt;
    read->filing.file = kept.listed.file;
    read->shown.text = std::move(*text);
    return std::move(*read.value);
}

std::vector<Workbench::KeptPointer> Workbench::concerned(const BenchRules& rules, const std::string& organ) const {
    const OrganIndex organs(rules.catalogue.organs);
    const auto name_of = [&](const std::string& one) {
        const Organ* known = organs.named(one);
        return known ? known->name : one;
    };
    // Its other years, the report that sums it up, those that it sums up, and the organs whose work it took over.
    std::set<std::string> names = {name_of(organ)};
    for (const Organ& one : rules.catalogue.organs) {
        const bool is_it = names.contains(one.name);
        if (is_it && !one.under.empty()) names.insert(name_of(one.under));
        if (is_it) names.insert(one.before.begin(), one.before.end());
        if (std::find(one.before.begin(), one.before.end(), organ) != one.before.end()) names.insert(one.name);
    }
    for (const Organ& one : rules.catalogue.organs) {
        if (!one.under.empty() && names.contains(name_of(one.under))) names.insert(one.name);
    }
    std::vector<KeptPointer> all;
    const std::lock_guard lock(mutex_);
    for (const auto& [number, kept] : by_number_) {
        if (!kept->listed.is_refused && names.contains(name_of(kept->organ))) all.push_back(kept);
    }
    return all;
}

CollectedRun Workbench::judge(const BenchRules& rules, const std::vector<KeptPointer>& kept, bool writes_store) const {
    std::vector<ReadFiling> readings;
    for (const KeptPointer& one : kept) {
        if (auto read = reading_of(rules, *one)) readings.push_back(std::move(*read));
    }
    RunOptions options;
    options.jobs = 1;
    if (setup_.today) options.today = setup_.today();
    if (writes_store) options.store = setup_.store;
    return collect_run(
        inputs_of(readings.size(), [&](std::size_t at) { return std::move(readings[at]); }), rules.catalogue, options);
}

void Workbench::judge_organ(const std::string& organ) {
    const auto used = rules();
    std::uint64_t revision = 0;
    {
        const std::lock_guard lock(mutex_);
        revision = ++revision_;
    }
    const auto kept = concerned(*used, organ);
    list_anew(judge(*used, kept, true), kept, revision);
}

void Workbench::list_anew(const CollectedRun& run, const std::vector<KeptPointer>& kept, std::uint64_t revision) {
    std::map<std::string_view, const CheckedFiling*> judged;
    std::map<std::string_view, const CheckedFiling*> copies;
    for (const CheckedFiling& checked : run.filings) {
        judged[checked.filing.file] = &checked;
        for (const std::string& copy : checked.filing.copies) copies[copy] = &checked;
    }
    std::vector<ListedReport> changed;
    {
        const std::lock_guard lock(mutex_);
        for (const KeptPointer& one : kept) {
            const auto now = by_number_.find(one->number);
            // Somebody removed or replaced it meanwhile, or knows more.
            if (now == by_number_.end() || now->second->reading != one->reading || now->second->revision > revision)
                continue;
            auto made = std::make_shared<Kept>(*now->second);
            made->revision = revision;
            const auto found = judged.find(made->listed.file);
            if (found != judged.end()) {
                ListedReport listed = list_report(*found->second);
                listed.id = made->listed.id;
                listed.diagnostics = made->own_diagnostics();
                made->listed = std::move(listed);
            } else if (const auto copy = copies.find(made->listed.file); copy != copies.end()) {
                made->say_copy_of(copy->second->filing.file);
            }
            by_name_[made->listed.file] = made;
            now->second = made;
            changed.push_back(made->listed);
        }
    }
    for (const ListedReport& one : changed) tell(one);
}

std::vector<ListedReport> Workbench::list() const {
    const std::lock_guard lock(mutex_);
    std::vector<ListedReport> all;
    for (const auto& [number, kept] : by_number_) all.push_back(kept->listed);
    return all;
}

std::optional<ListedReport> Workbench::listed(std::string_view id) const {
    const KeptPointer kept = find(id);
    return kept ? std::optional(kept->listed) : std::nullopt;
}

bool Workbench::remove(std::string_view id) {
    const KeptPointer kept = find(id);
    if (!kept) return false;
    {
        const std::lock_guard lock(mutex_);
        by_number_.erase(kept->number);
        by_name_.erase(kept->listed.file);
    }
    events_.tell("gone", "{\"id\": \"" + kept->listed.id + "\"}");
    if (!kept->organ.empty()) judge_organ(kept->organ);
    return true;
}

void Workbench::remove_all() {
    std::vector<ListedReport> gone = list();
    {
        const std::lock_guard lock(mutex_);
        by_number_.clear();
        by_name_.clear();
    }
    for (const ListedReport& one : gone) events_.tell("gone", "{\"id\": \"" + one.id + "\"}");
}

void Workbench::tell(const ListedReport& report) { events_.tell("report", render_listed(report, Language::zh)); }

void Workbench::tell_progress() {
    std::string told;
    {
        const std::lock_guard lock(mutex_);
        told =
            "{\"waiting\": " + std::to_string(waiting_) + ", \"reports\": " + std::to_string(by_number_.size()) + "}";
    }
    events_.tell("progress", told);
}

}  // namespace gouji
