// SPDX-License-Identifier: Apache-2.0
// One report of the workbench, opened; and all of them judged anew when rules or decisions change.
#include "engine/serve/private_kept_report.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {

std::optional<OpenReport> Workbench::open(std::string_view id) const {
    const KeptPointer kept = find(id);
    if (!kept) return std::nullopt;
    OpenReport report{rules(), kept->listed, {}, kept->original};
    if (kept->listed.is_refused) return report;
    CollectedRun run =
        judge(*report.rules, kept->organ.empty() ? std::vector{kept} : concerned(*report.rules, kept->organ), false);
    // A file that says the same as another has its findings.
    const auto is_it = [&](const CheckedFiling& one) {
        const auto& copies = one.filing.copies;
        return one.filing.file == kept->listed.file
            || std::find(copies.begin(), copies.end(), kept->listed.file) != copies.end();
    };
    const auto found = std::find_if(run.filings.begin(), run.filings.end(), is_it);
    if (found != run.filings.end()) report.checked = std::move(*found);
    return report;
}

std::optional<std::string> Workbench::bytes_of(std::string_view id) const {
    const KeptPointer kept = find(id);
    return kept ? spool_.take(kept->bytes) : std::nullopt;
}

std::optional<std::string> Workbench::text_of(std::string_view id) const {
    const KeptPointer kept = find(id);
    if (!kept || kept->listed.is_refused) return std::nullopt;
    return spool_.take(kept->text);
}

std::vector<ReadFiling> Workbench::readings(const BenchRules& rules, const std::vector<std::string>& ids) const {
    std::vector<ReadFiling> all;
    for (const std::string& id : ids) {
        const KeptPointer kept = find(id);
        if (!kept || kept->listed.is_refused) continue;
        if (auto read = reading_of(rules, *kept)) all.push_back(std::move(*read));
    }
    return all;
}

void Workbench::explain(const OpenReport& report, const std::function<void(const Case& asked)>& look) const {
    const std::string& organ = report.listed.organ;
    const KeptPointer kept = find(report.listed.id);
    if (!kept) return;
    std::vector<ReadFiling> readings;
    for (const KeptPointer& one : organ.empty() ? std::vector{kept} : concerned(*report.rules, organ)) {
        if (auto read = reading_of(*report.rules, *one)) readings.push_back(std::move(*read));
    }
    std::vector<const ReadFiling*> listed;
    for (const ReadFiling& one : readings) listed.push_back(&one);
    const LinkedFilings linked = link_filings(listed, report.rules->catalogue.organs);
    for (const auto& together : linked.together) {
        for (const LinkedFilings::Linked& one : together) {
            if (readings[one.number].filing.file == report.checked->filing.file) look(one.filings);
        }
    }
}

Result<std::shared_ptr<const BenchRules>> Workbench::reload(const std::vector<std::string>& organs) {
    const std::lock_guard one_at_a_time(reloading_);
    auto loaded = load_bench_rules(setup_.find_rules, setup_.suite);
    if (!loaded) return loaded;
    const auto former = rules();
    const std::shared_ptr<const BenchRules> now = *loaded;
    {
        const std::lock_guard lock(mutex_);
        rules_ = now;
    }
    std::vector<KeptPointer> all;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [number, kept] : by_number_) all.push_back(kept);
    }
    const bool has_new_forms = former->forms_version != now->forms_version;
    std::set<std::string> names(organs.begin(), organs.end());
    for (const KeptPointer& kept : all) {
        if (has_new_forms) {
            auto bytes = spool_.take(kept->bytes);
            if (bytes) add(kept->listed.file, std::move(*bytes), {});
        } else if (organs.empty() && !kept->listed.is_refused) {
            names.insert(kept->organ);
        }
    }
    if (!has_new_forms) {
        for (const std::string& name : names) judge_organ(name);
    }
    if (former->decisions_version != now->decisions_version)
        events_.tell("decisions", "{\"version\": \"" + now->decisions_version + "\"}");
    if (former->rules_version != now->rules_version)
        events_.tell("rules", "{\"version\": \"" + now->rules_version + "\"}");
    return loaded;
}

}  // namespace gouji
