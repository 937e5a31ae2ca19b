// SPDX-License-Identifier: Apache-2.0
// Owns: the walk through the instances of rules that apply to a filing, with their mentions bound; what is done with
// each is up to the one who asks.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/base/calendar.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/figures/private_filing_names.hpp"
#include "engine/check/verdicts/private_plain_sums.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace gouji {

/// "rows" of `r in rows(申请)`: a rule that was loaded has this shape.
inline std::string_view domain_of(const Formula& formula) { return formula.root.kids[1].text; }

/// An instance is about at most so many combinations of mentions.
inline constexpr std::size_t most_bound = 4096;

class Judging {
public:
    /// `anew`: instances are compiled again, with bindings that point into the names of the filing.
    explicit Judging(const Case& given, const Catalogue& catalogue, bool anew = false)
        : filing_(*given.filing),
          catalogue_(catalogue),
          names_(filing_, catalogue),
          at_hand_(given),
          anew_(anew),
          has_free_tables_(
              std::any_of(filing_.tables.begin(), filing_.tables.end(), [](const Table& one) { return !one.layout; })) {
        if (!given.previous) return;
        previous_.emplace(*given.previous, catalogue);
        names_.set_previous(*previous_);
    }

    /// The rules from `first` to `last` share their id. `skim` may deal with all instances of a rule at once, and
    /// answers how many there were, or nothing. Else `take` gets each bound instance; `add` what is said of the rule as
    /// a whole, with a function that says why.
    template <class Skim, class Take, class Add>
    void visit(std::size_t first, std::size_t last, const Skim& skim, const Take& take, const Add& add) {
        std::size_t taken = 0;
        bool applied = false;
        for (std::size_t r = first; r < last; ++r) {
            const Rule& rule = catalogue_.rules[r];
            if (!applies(rule, r)) continue;
            applied = true;
            if (const Words* why = rule.everywhen ? nullptr : unknown_applicability(rule)) {
                add(rule, Outcome::undecided, [&] { return *why; });
                ++taken;
                continue;
            }
            const RuleScope scope{
                rule.relation ? names_.tables_of(rule.form) : names_.tables(), previous(rule), rule.missing};
            if (const std::size_t skimmed = skim(rule, r, scope)) {
                taken += skimmed;
            } else if (const std::vector<Instance>* instances = compiled(rule, r)) {
                visit_all(rule, scope, *instances,
                    &catalogue_.shortcuts[r][rule.relation ? rule.form : names_.form()].facts, taken, take, add);
            } else {
                Issues issues;  // told at load; here a form's own table may only lack rows
                std::vector<Instance> made = instances_of(rule, names_for(rule), issues);
                if (std::erase_if(made, [](const Instance& one) { return one.check.empty(); }) > 0 && !issues.empty()) {
                    add(rule, Outcome::undecided, [&] { return issues.list().front().diagnostic.message; });
                    ++taken;
                }
                visit_all(rule, scope, made, nullptr, taken, take, add);
            }
        }
        if (taken == 0)
            add(catalogue_.rules[first], Outcome::not_applicable,
                [&] { return applied ? nothing_to_check(catalogue_.rules[first]) : why_not(first, last); });
    }

    [[nodiscard]] const Names& names_for(const Rule& rule) {
        return rule.relation ? catalogue_.forms[rule.form].names : names_.names();
    }
    [[nodiscard]] FilingsAtHand& at_hand() { return at_hand_; }
    [[nodiscard]] FilingNames& filing_names() { return names_; }

private:
    template <class Take, class Add>
    void visit_all(const Rule& rule, const RuleScope& scope, const std::vector<Instance>& instances,
        const std::vector<int>* facts, std::size_t& taken, const Take& take, const Add& add) {
        mentions_.clear();
        for (std::size_t i = 0; i < instances.size(); ++i) {
            const int fact = !facts ? -1 : (*facts)[i];
            if (fact >= 0 && !at_hand_.may_state(fact)) continue;  // most instances about mentions end here
            const Instance& instance = instances[i];
            const auto take_bound = [&] {
                ++taken;
                take(BoundInstance{rule, instance, scope, mentions_});
            };
            if (instance.facts.empty()) {
                take_bound();
                continue;
            }
            if (instance.facts.size() == 1) {
                visit_mentions(instance, take_bound);
                continue;
            }
            std::size_t combinations = 0;
            if (!bind(instance, mentions_, combinations, take_bound)) {
                add(rule, Outcome::undecided, [&] {
                    return fill("变量的组合超过 {limit} 种，未逐一核对。",
                        "The variables have more than {limit} combinations; not all were checked.",
                        {{"limit", same(std::to_string(most_bound))}});
                });
            }
        }
    }

    /// One variable for mentions, as nearly always.
    template <class Take>
    void visit_mentions(const Instance& instance, const Take& take) {
        const MentionForm* fact = &filing_.form->mentions[static_cast<std::size_t>(instance.facts.front().fact)];
        for (const Mention& mention : filing_.mentions) {
            if (mention.form != fact) continue;
            mentions_.assign(1, &mention);
            take();
        }
        mentions_.clear();
    }

    bool applies(const Rule& rule, std::size_t index) {
        if (rule.everywhen && !(rule.relation && names_.mixed()))
            return names_.form() < 64 && (rule.form_bits >> names_.form() & 1) != 0;
        if (filing_.year && !rule.years.hold(*filing_.year)) return false;
        if (!rule.levels.empty() && !filing_.level.empty()
            && std::find(rule.levels.begin(), rule.levels.end(), filing_.level) == rule.levels.end())
            return false;
        if (const auto day = rule.effective.any() ? parse_day(filing_.published) : std::nullopt;
            day && !rule.effective.hold(*day))
            return false;
        if (!rule.relation || !names_.mixed())
            return names_.form() < rule.for_form.size() && rule.for_form[names_.form()];
        // A relation goes with the form of its table; with the form of the year when the table is missing.
        const auto& compiled = catalogue_.compiled[index][rule.form];
        if (compiled.empty()) return false;
        const Table* table = filing_.table(compiled.front().at.table);
        const Form* form = table && table->form ? table->form : filing_.form;
        return form == &catalogue_.forms[rule.form].form;
    }

    /// What must be known to say whether the rule applies, and is not.
    const Words* unknown_applicability(const Rule& rule) const {
        static const Words no_year = {"报告的年度不明。", "The year of the report is not known."};
        static const Words no_level = {"机关层级不明。", "The level of the organ is not known."};
        static const Words no_day = {"公布日期不明。", "The day of publication is not known."};
        if ((rule.years.first || rule.years.last) && !filing_.year) return &no_year;
        if (!rule.levels.empty() && filing_.level.empty()) return &no_level;
        if (rule.effective.any() && !parse_day(filing_.published)) return &no_day;
        return nullptr;
    }

    const std::vector<NumberedTable>* previous(const Rule& rule) const {
        return previous_ && !rule.relation ? &previous_->tables() : nullptr;
    }

    /// The instances as they were compiled at load; nothing where the filing has names of its own.
    const std::vector<Instance>* compiled(const Rule& rule, std::size_t index) const {
        static const std::vector<Instance> none;
        if (rule.asks_totals && !has_free_tables_) return &none;
        if (anew_) return nullptr;
        if (rule.relation) return &catalogue_.compiled[index][rule.form];
        if (names_.mixed() || rule.asks_totals || (rule.asks_previous && names_.previous_differs())) return nullptr;
        return &catalogue_.compiled[index][names_.form()];
    }

    /// Calls `take` for each combination of mentions that the instance's variables may stand for; false when they are
    /// too many.
    template <class Take>
    bool bind(
        const Instance& instance, std::vector<const Mention*>& mentions, std::size_t& combinations, const Take& take) {
        if (mentions.size() == instance.facts.size()) {
            if (++combinations > most_bound) return false;
            take();
            return true;
        }
        const std::size_t slot = mentions.size();
        const MentionForm* fact = &filing_.form->mentions[static_cast<std::size_t>(instance.facts[slot].fact)];
        for (const Mention& mention : filing_.mentions) {
            if (mention.form != fact) continue;
            mentions.push_back(&mention);
            const bool good = bind(instance, mentions, combinations, take);
            mentions.pop_back();
            if (!good) return false;
        }
        return true;
    }

    static Words nothing_to_check(const Rule& rule) {
        for (const auto& one : rule.fors) {
            if (domain_of(one) == "mentions")
                return {"正文没有这条规则要核对的说法。", "The prose states nothing that this rule checks."};
        }
        return {"报告中没有这条规则要核对的内容。", "The report has nothing that this rule checks."};
    }

    Words why_not(std::size_t first, std::size_t last) const {
        const Rule& rule = catalogue_.rules[first];
        if (filing_.year && !rule.years.hold(*filing_.year)) {
            return fill("规则适用于 {years} 年度，本报告是 {own} 年度。",
                "The rule is for {years}; this report is of {own}.",
                {{"years", same(rule.years.to_string())}, {"own", same(std::to_string(*filing_.year))}});
        }
        if (!rule.levels.empty()
            && std::find(rule.levels.begin(), rule.levels.end(), filing_.level) == rule.levels.end()
            && !filing_.level.empty()) {
            return fill("规则适用于 {levels}，本机关是{own}。", "The rule is for {levels}; this organ is of {own}.",
                {{"levels", same(joined(rule.levels))}, {"own", same(filing_.level)}});
        }
        if (rule.effective.any())
            return {"报告的公布日期不在规则施行期间。", "The report was not published while the rule was in force."};
        std::vector<std::string> forms;
        for (std::size_t r = first; r < last; ++r)
            forms.insert(forms.end(), catalogue_.rules[r].forms.begin(), catalogue_.rules[r].forms.end());
        const std::string own = filing_.form ? filing_.form->id : "?";
        return fill("规则适用于 {forms}，本报告的表单是 {own}。",
            "The rule is for {forms}; this report is in the form {own}.",
            {{"forms", same(joined(forms))}, {"own", same(own)}});
    }

    const Filing& filing_;
    const Catalogue& catalogue_;
    FilingNames names_;
    std::optional<FilingNames> previous_;
    FilingsAtHand at_hand_;
    std::vector<const Mention*> mentions_;
    bool anew_ = false;
    bool has_free_tables_ = false;
};

/// Goes through all instances with what the quick way says of each: nothing for those that need the long way.
template <class Take, class Add>
void visit_quickly(Judging& judging, const Catalogue& catalogue, const Take& take, const Add& add) {
    const bool quick = !judging.filing_names().mixed();
    const PlainSums sums(judging.filing_names().tables());
    std::vector<PlainNumber> stack;
    // Of a rule that is sums of counts all instances at once.
    const auto skim = [&](const Rule& rule, std::size_t r, const RuleScope& scope) {
        std::size_t taken = 0;
        const std::size_t form = rule.relation ? rule.form : judging.filing_names().form();
        if (!quick || catalogue.shortcuts[r][form].table < 0) return taken;
        sums.outcomes(catalogue.shortcuts[r][form], [&](std::size_t i, std::optional<Outcome> known) {
            ++taken;
            take(BoundInstance{rule, catalogue.compiled[r][form][i], scope, {}}, known);
        });
        return taken;
    };
    const auto take_one = [&](const BoundInstance& bound) {
        take(bound, quick ? plain_outcome(judging.at_hand(), bound, sums, stack) : std::nullopt);
    };
    for (const auto& [first, last] : catalogue.reported) judging.visit(first, last, skim, take_one, add);
}

}  // namespace gouji
