// SPDX-License-Identifier: Apache-2.0
#include "engine/check/waive.hpp"

#include "engine/base/calendar.hpp"
#include "engine/check/changes.hpp"
#include "engine/check/codes.hpp"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

bool fits(const Waiver& waiver, const Verdict& verdict) {
    const auto same_or_any = [](const std::string& wanted, const std::string& is) { return wanted.empty() || wanted == is; };
    return waiver.rule == verdict.rule->id && same_or_any(waiver.at.table, verdict.at.table) && same_or_any(waiver.at.row, verdict.at.row) &&
           same_or_any(waiver.at.column, verdict.at.column) && same_or_any(waiver.at.fact, verdict.at.fact) && same_or_any(waiver.at.section, verdict.at.section);
}

Diagnostic tell(const Code& code, const Waiver& waiver, const ChangedFigure& change = {}) {
    Diagnostic made = diagnose(code, {{"rule", same(waiver.rule)}, {"organ", same(waiver.organ)}, {"year", same(std::to_string(waiver.year))},
        {"day", same(print_day(waiver.expires))}, {"name", same(change.name)}, {"seen", same(change.seen)}, {"now", same(change.now)}});
    made.file = waiver.file;
    made.line = waiver.line;
    made.column = 1;
    return made;
}

}  // namespace

std::vector<Diagnostic> waive(const std::vector<std::pair<const Filing*, Judgement*>>& judged, const std::vector<Waiver>& waivers, std::int64_t today) {
    std::vector<Diagnostic> told;
    for (const Waiver& waiver : waivers) {
        bool given = false;
        bool used = false;
        std::optional<ChangedFigure> changed;
        for (const auto& [filing, judgement] : judged) {
            if (filing->organ != waiver.organ || filing->year != waiver.year) continue;
            given = true;
            for (Verdict& verdict : judgement->verdicts) {
                if (verdict.outcome != Outcome::fail || !fits(waiver, verdict)) continue;
                const auto changes = changes_since(waiver.cells, verdict);
                if (!changes.empty() && !changed) changed = changes.front();
                if (!changes.empty()) continue;
                used = true;
                if (today > waiver.expires) continue;
                verdict.outcome = Outcome::waived;
                verdict.why = fill("{approver} 已豁免：{reason}（至 {day}）。", "Waived by {approver}: {reason} (until {day}).",
                    {{"approver", same(waiver.approver)}, {"reason", same(waiver.reason)}, {"day", same(print_day(waiver.expires))}});
            }
        }
        if (!given) continue;
        // Instances alike in all but their figures have a waiver each: one of them is not stale for the other.
        if (changed && !used) told.push_back(tell(check_codes::waiver_stale, waiver, *changed));
        else if (!used) told.push_back(tell(check_codes::waiver_unused, waiver));
        else if (today > waiver.expires) told.push_back(tell(check_codes::waiver_expired, waiver));
    }
    return told;
}

}  // namespace gouji
