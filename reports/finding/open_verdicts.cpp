// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_open_verdicts.hpp"

#include "reports/finding/private_plain_names.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gouji {
namespace {

bool is_open(const Verdict& verdict, OpenVerdicts which) {
    switch (verdict.outcome) {
        case Outcome::undecided: return which != OpenVerdicts::answered;
        case Outcome::error:
        case Outcome::waived: return true;
        case Outcome::assumed: return which == OpenVerdicts::with_assumed || which == OpenVerdicts::all_but_plain;
        case Outcome::not_applicable: return which == OpenVerdicts::all_but_plain;
        case Outcome::pass: return which == OpenVerdicts::all_but_plain && !verdict.assumptions.empty();
        case Outcome::fail: return false;
    }
    return false;
}

std::string reason_of(const Verdict& verdict, Language language) {
    std::string why = verdict.why.in(language);
    for (const Words& words : verdict.assumptions) why += (why.empty() ? "" : " ") + words.in(language);
    return plain_names(why, verdict.at, language);
}

OpenRule describe_rule(const std::vector<const Verdict*>& verdicts, Language language) {
    const RuleHead& rule = *verdicts.front()->rule;
    OpenRule described{rule.id, rule.title.in(language), {}, {}, false};
    described.alike = verdicts.size() > 1 && std::all_of(verdicts.begin(), verdicts.end(), [&](const Verdict* one) {
        return one->why == verdicts.front()->why && one->assumptions.empty();
    });
    std::map<std::pair<Outcome, std::string>, OpenReason> reasons;
    for (const Verdict* one : verdicts) {
        const std::string outcome = outcome_word(one->outcome, language);
        const std::string place = place_words(one->at, language);
        const std::string why = plain_names(one->why.in(language), one->at, language);
        OpenReason& reason = reasons.try_emplace({one->outcome, why}, OpenReason{outcome, why, {}}).first->second;
        if (!place.empty()) reason.places.push_back(place);
        described.verdicts.push_back({outcome, place, reason_of(*one, language)});
    }
    for (auto& entry : reasons) described.reasons.push_back(std::move(entry.second));
    return described;
}

}  // namespace

std::vector<OpenRule> describe_open_verdicts(const Judgement& judgement, OpenVerdicts which, Language language) {
    std::vector<OpenRule> rules;
    std::vector<const Verdict*> open;
    const auto close_rule = [&] {
        if (!open.empty()) rules.push_back(describe_rule(open, language));
        open.clear();
    };
    // The verdicts of a rule follow each other.
    for (const Verdict& verdict : judgement.verdicts) {
        if (!is_open(verdict, which)) continue;
        if (!open.empty() && open.front()->rule->id != verdict.rule->id) close_rule();
        open.push_back(&verdict);
    }
    close_rule();
    return rules;
}

}  // namespace gouji
