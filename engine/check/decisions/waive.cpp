// SPDX-License-Identifier: Apache-2.0
#include "engine/check/decisions/waive.hpp"

#include "engine/base/calendar.hpp"
#include "engine/check/codes.hpp"

namespace gouji {
namespace {

bool fits(const Waiver& waiver, const Verdict& verdict) {
    const auto same_or_any = [](const std::string& wanted, const std::string& is) {
        return wanted.empty() || wanted == is;
    };
    return waiver.rule == verdict.rule->id && same_or_any(waiver.at.table, verdict.at.table)
        && same_or_any(waiver.at.row, verdict.at.row) && same_or_any(waiver.at.column, verdict.at.column)
        && same_or_any(waiver.at.fact, verdict.at.fact) && same_or_any(waiver.at.section, verdict.at.section);
}

Diagnostic tell(const Code& code, const Waiver& waiver, const ChangedFigure& change = {}) {
    Diagnostic made = diagnose(code,
        {{"rule", same(waiver.rule)}, {"organ", same(waiver.organ)}, {"year", same(std::to_string(waiver.year))},
            {"day", same(print_day(waiver.expires))}, {"name", same(change.name)}, {"seen", same(change.seen)},
            {"now", same(change.now)}});
    made.file = waiver.file;
    made.line = waiver.line;
    made.column = 1;
    return made;
}

}  // namespace

bool waives(const Waiver& waiver, const Filing& filing, const Verdict& verdict) {
    return waiver.organ == filing.organ && waiver.year == filing.year && fits(waiver, verdict)
        && changes_since(waiver.cells, verdict).empty();
}

WaiverMatcher::WaiverMatcher(const std::vector<Waiver>& waivers, std::optional<std::int64_t> today)
    : waivers_(waivers), today_(today), uses_(waivers.size()) {
    for (std::size_t i = 0; i < waivers.size(); ++i) by_filing_[{waivers[i].organ, waivers[i].year}].push_back(i);
}

void WaiverMatcher::apply(std::size_t number, const Filing& filing, Judgement& judgement) {
    if (!concerns(filing)) return;
    const std::lock_guard lock(mutex_);
    for (const std::size_t i : by_filing_.at({filing.organ, *filing.year})) {
        const Waiver& waiver = waivers_[i];
        WaiverUse& use = uses_[i];
        use.given = true;
        for (Verdict& verdict : judgement.verdicts) {
            if (verdict.outcome != Outcome::fail || !fits(waiver, verdict)) continue;
            const auto changes = changes_since(waiver.cells, verdict);
            if (!changes.empty()) {
                use.changed.see(number, changes.front());
                continue;
            }
            use.used = true;
            if (!holds(waiver)) continue;
            verdict.outcome = Outcome::waived;
            verdict.why =
                fill("{approver} 已豁免：{reason}（至 {day}）。", "Waived by {approver}: {reason} (until {day}).",
                    {{"approver", same(waiver.approver)}, {"reason", same(waiver.reason)},
                        {"day", same(print_day(waiver.expires))}});
        }
    }
}

std::vector<Diagnostic> WaiverMatcher::left() const {
    std::vector<Diagnostic> told;
    for (std::size_t i = 0; i < waivers_.size(); ++i) {
        const Waiver& waiver = waivers_[i];
        const WaiverUse& use = uses_[i];
        if (!use.given) continue;
        // Instances alike in all but their figures have a waiver each: one of them is not stale for the other.
        if (use.changed.figure() && !use.used)
            told.push_back(tell(check_codes::waiver_stale, waiver, *use.changed.figure()));
        else if (!use.used) told.push_back(tell(check_codes::waiver_unused, waiver));
        else if (!today_) told.push_back(tell(check_codes::waiver_undated, waiver));
        else if (!holds(waiver)) told.push_back(tell(check_codes::waiver_expired, waiver));
    }
    return told;
}

}  // namespace gouji
