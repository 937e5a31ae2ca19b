// SPDX-License-Identifier: Apache-2.0
#include "reports/past/compare_runs.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <unordered_map>

namespace gouji {
namespace {

/// Which finding of one run is which of the other.
class FindingPairs {
public:
    FindingPairs(const PastRun& before, const PastRun& now) {
        share(before, now, before_);
        share(now, before, now_);
        const auto place = [](const PastFinding& one) {
            return one.organ + "\n" + one.year + "\n" + one.rule + "\n" + one.place;
        };
        pair(before, now, [&](const PastFinding& one) {
            std::string key = place(one);
            for (const auto& [name, value] : one.figures) key += "\n" + name + "=" + value;
            return std::vector{std::move(key)};
        });
        pair(before, now, [&](const PastFinding& one) { return std::vector{place(one)}; });
    }

    [[nodiscard]] const PastFinding* before(const PastFinding& now) const { return find(before_, now); }
    [[nodiscard]] const PastFinding* now(const PastFinding& before) const { return find(now_, before); }

private:
    using Known = std::unordered_map<const PastFinding*, const PastFinding*>;
    static const PastFinding* find(const Known& known, const PastFinding& one) {
        const auto found = known.find(&one);
        return found == known.end() ? nullptr : found->second;
    }

    /// A finding of the other run that explains an instance which this one explains, too: two may share one.
    static void share(const PastRun& others, const PastRun& own, Known& known) {
        std::unordered_map<std::string_view, const PastFinding*> explained;
        for (const PastFinding& one : others.findings) {
            for (const std::string& fingerprint : one.explains) explained.emplace(fingerprint, &one);
        }
        for (const PastFinding& one : own.findings) {
            const auto shared = std::find_if(one.explains.begin(), one.explains.end(),
                [&](const std::string& fingerprint) { return explained.contains(fingerprint); });
            if (shared != one.explains.end()) known[&one] = explained[*shared];
        }
    }

    /// Those that are in no pair yet and have a key in common, each with the first that is left.
    template <class Keys>
    void pair(const PastRun& before, const PastRun& now, const Keys& keys_of) {
        std::unordered_map<std::string, std::deque<const PastFinding*>> left;
        for (const PastFinding& one : before.findings) {
            if (now_.contains(&one)) continue;
            for (const std::string& key : keys_of(one)) left[key].push_back(&one);
        }
        for (const PastFinding& one : now.findings) {
            if (!before_.contains(&one)) pair_with_first(one, keys_of(one), left);
        }
    }

    void pair_with_first(const PastFinding& one, const std::vector<std::string>& keys,
        std::unordered_map<std::string, std::deque<const PastFinding*>>& left) {
        for (const std::string& key : keys) {
            const auto found = left.find(key);
            if (found == left.end()) continue;
            std::erase_if(found->second, [&](const PastFinding* other) { return now_.contains(other); });
            if (found->second.empty()) continue;
            before_[&one] = found->second.front();
            now_[found->second.front()] = &one;
            return;
        }
    }

    Known before_;
    Known now_;
};

std::vector<Difference::DifferingFigure> compare_figures(const PastFinding& before, const PastFinding& now) {
    std::vector<Difference::DifferingFigure> changed;
    const auto value_in = [](const PastFinding& finding, const std::string& name) {
        const auto found = std::find_if(
            finding.figures.begin(), finding.figures.end(), [&](const auto& one) { return one.first == name; });
        return found == finding.figures.end() ? "" : found->second;
    };
    for (const auto& [name, value] : now.figures) {
        if (const std::string was = value_in(before, name); was != value) changed.push_back({name, was, value});
    }
    for (const auto& [name, value] : before.figures) {
        if (value_in(now, name).empty()) changed.push_back({name, value, ""});
    }
    return changed;
}

Difference gone(const PastFinding& finding, const PastRun& now) {
    Difference difference;
    difference.kind = Difference::Kind::went;
    difference.before = &finding;
    const auto verdict = now.verdicts.find(finding.explains.front());
    if (verdict != now.verdicts.end()) difference.outcome = verdict->second;
    difference.filing_gone = !now.filings.contains({finding.organ, finding.year});
    return difference;
}

}  // namespace

std::vector<Difference> compare_runs(const PastRun& before, const PastRun& now) {
    std::vector<Difference> all;
    std::vector<Difference> changed;
    const FindingPairs pairs(before, now);
    for (const PastFinding& finding : now.findings) {
        const PastFinding* old = pairs.before(finding);
        Difference difference{old ? Difference::Kind::changed : Difference::Kind::came, old, &finding, {}, false, {}};
        if (!old) {
            all.push_back(std::move(difference));
            continue;
        }
        difference.figures = compare_figures(*old, finding);
        if (!difference.figures.empty() || old->written != finding.written || old->severity != finding.severity)
            changed.push_back(std::move(difference));
    }
    std::move(changed.begin(), changed.end(), std::back_inserter(all));
    for (const PastFinding& finding : before.findings) {
        if (!pairs.now(finding)) all.push_back(gone(finding, now));
    }
    return all;
}

}  // namespace gouji
