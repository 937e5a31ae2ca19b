// SPDX-License-Identifier: Apache-2.0
#include "engine/check/waive.hpp"

#include "engine/base/calendar.hpp"
#include "engine/check/codes.hpp"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

bool fits(const Waiver& waiver, const Verdict& verdict) {
    const auto same_or_any = [](const std::string& wanted, const std::string& is) { return wanted.empty() || wanted == is; };
    return waiver.rule == verdict.rule && same_or_any(waiver.at.table, verdict.at.table) && same_or_any(waiver.at.row, verdict.at.row) &&
           same_or_any(waiver.at.column, verdict.at.column) && same_or_any(waiver.at.fact, verdict.at.fact) && same_or_any(waiver.at.section, verdict.at.section);
}

std::string shown(const Operand& operand) { return operand.value ? operand.value->to_string() + operand.unit : operand.missing; }

bool is_zero(const Operand& operand) { return operand.value && operand.value->is_zero(); }

/// A figure that is not what it was when the waiver was granted.
struct Change {
    std::string name;
    std::string seen;
    std::string now;
};

std::optional<Change> change_in(const Waiver& waiver, const Verdict& verdict) {
    for (const Operand& operand : verdict.operands) {
        const auto cell = std::find_if(waiver.cells.begin(), waiver.cells.end(), [&](const auto& one) { return one.first == operand.name; });
        if (cell == waiver.cells.end()) {
            if (!is_zero(operand)) return Change{operand.name, "0", shown(operand)};
            continue;
        }
        const auto seen = Decimal::parse(cell->second);
        const bool same = seen ? operand.value && *operand.value == *seen : cell->second == shown(operand);
        if (!same) return Change{operand.name, cell->second, shown(operand)};
    }
    return std::nullopt;
}

Diagnostic tell(const Code& code, const Waiver& waiver, const Change& change = {}) {
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
        std::optional<Change> changed;
        for (const auto& [filing, judgement] : judged) {
            if (filing->organ != waiver.organ || filing->year != waiver.year) continue;
            given = true;
            for (Verdict& verdict : judgement->verdicts) {
                if (verdict.outcome != Outcome::fail || !fits(waiver, verdict)) continue;
                const auto change = change_in(waiver, verdict);
                if (change && !changed) changed = change;
                if (change) continue;
                used = true;
                if (today > waiver.expires) continue;
                verdict.outcome = Outcome::waived;
                verdict.why = fill("{approver} 已豁免：{reason}（至 {day}）。", "Waived by {approver}: {reason} (until {day}).",
                    {{"approver", same(waiver.approver)}, {"reason", same(waiver.reason)}, {"day", same(print_day(waiver.expires))}});
            }
        }
        if (!given) continue;
        if (changed) told.push_back(tell(check_codes::waiver_stale, waiver, *changed));
        else if (!used) told.push_back(tell(check_codes::waiver_unused, waiver));
        else if (today > waiver.expires) told.push_back(tell(check_codes::waiver_expired, waiver));
    }
    return told;
}

}  // namespace gouji
