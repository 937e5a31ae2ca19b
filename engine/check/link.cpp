// SPDX-License-Identifier: Apache-2.0
#include "engine/check/link.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace gouji {
namespace {

class Linking {
public:
    Linking(const std::vector<const Filing*>& filings, const std::vector<Organ>& organs) : organs_(organs) {
        for (const Filing* one : filings) {
            if (one->year && !one->organ.empty()) known_[{family_of(*one), name_of(one->organ), *one->year}].push_back(one);
        }
    }

    Case link(const Filing& one) const {
        Case made{&one};
        if (!one.year || one.organ.empty()) {
            made.no_previous = {"机关或年度不明，找不到上一年的报告。", "Without its organ and year the report of the year before cannot be found."};
            return made;
        }
        link_previous(one, made);
        link_below(one, made);
        return made;
    }

private:
    using Key = std::tuple<std::string_view, std::string_view, int>;

    /// Reports of different families have nothing to say of each other.
    static std::string_view family_of(const Filing& one) { return one.form ? std::string_view(one.form->family) : std::string_view(); }

    std::string_view name_of(std::string_view organ) const {
        const Organ* entry = organ_named(organs_, organ);
        return entry ? std::string_view(entry->name) : organ;
    }

    std::vector<const Filing*> filings_of(const Filing& like, std::string_view organ, int year) const {
        const auto found = known_.find({family_of(like), name_of(organ), year});
        return found == known_.end() ? std::vector<const Filing*>() : found->second;
    }

    void link_previous(const Filing& one, Case& made) const {
        const int year = *one.year - 1;
        std::vector<const Filing*> found = filings_of(one, one.organ, year);
        // Only an organ without a report of its own was another one then.
        const Organ* entry = organ_named(organs_, one.organ);
        if (found.empty() && entry) {
            for (const std::string& before : entry->before) {
                for (const Filing* other : filings_of(one, before, year)) found.push_back(other);
            }
        }
        const Words organ = same(one.organ);
        const Words then = same(std::to_string(year));
        if (found.empty()) {
            made.no_previous = fill("没有一并给出{organ} {year} 年度的报告。", "The report of {organ} for {year} was not given.", {{"organ", organ}, {"year", then}});
        } else if (found.size() > 1) {
            made.no_previous = fill("{organ} {year} 年度的报告给出了 {count} 份，不知以哪份为准。", "{count} reports of {organ} for {year} were given; which one counts is not known.",
                {{"organ", organ}, {"year", then}, {"count", same(std::to_string(found.size()))}});
        } else {
            made.previous = found.front();
        }
    }

    void link_below(const Filing& one, Case& made) const {
        const std::string_view own = name_of(one.organ);
        for (const Organ& organ : organs_) {
            if (organ.under.empty() || name_of(organ.under) != own) continue;
            const auto found = filings_of(one, organ.name, *one.year);
            if (found.size() == 1) made.below.filings.push_back(found.front());
            else made.below.missing.push_back(organ.name);
        }
    }

    const std::vector<Organ>& organs_;
    std::map<Key, std::vector<const Filing*>> known_;
};

}  // namespace

std::vector<Case> link_filings(const std::vector<const Filing*>& filings, const std::vector<Organ>& organs) {
    const Linking linking(filings, organs);
    std::vector<Case> cases;
    for (const Filing* one : filings) cases.push_back(linking.link(*one));
    return cases;
}

void take_level(Filing& filing, const std::vector<Organ>& organs) {
    if (const Organ* entry = organ_named(organs, filing.organ); entry && !entry->level.empty()) filing.level = entry->level;
}

}  // namespace gouji
