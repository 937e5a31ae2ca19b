// SPDX-License-Identifier: Apache-2.0
#include "engine/check/judge.hpp"

#include "engine/base/utf8.hpp"
#include "engine/check/private_names.hpp"
#include "engine/check/private_verdict.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// "rows" of `r in rows(申请)`: a rule that was loaded has this shape.
std::string_view domain_of(const Formula& formula) { return formula.root.kids[1].text; }

class Judging {
public:
    Judging(const Filing& filing, const Catalogue& catalogue) : filing_(filing), catalogue_(catalogue), names_(filing, catalogue) {}

    /// The rules from `first` to `last` share their id.
    void judge(std::size_t first, std::size_t last) {
        const std::size_t before = verdicts_.size();
        bool applied = false;
        for (std::size_t r = first; r < last; ++r) {
            const Rule& rule = catalogue_.rules[r];
            if (!applies(rule, r)) continue;
            applied = true;
            if (rule.years.first || rule.years.last) {
                if (!filing_.year) {
                    add(rule, Outcome::undecided, {"报告的年度不明。", "The year of the report is not known."});
                    continue;
                }
            }
            for (const Instance& instance : instances(rule, r)) judge(rule, instance);
        }
        if (verdicts_.size() != before) return;
        add(catalogue_.rules[first], Outcome::not_applicable, applied ? nothing_to_check(catalogue_.rules[first]) : other_forms(first, last));
    }

    std::vector<Verdict> take() { return std::move(verdicts_); }

private:
    bool applies(const Rule& rule, std::size_t index) const {
        if (filing_.year && !rule.years.hold(*filing_.year)) return false;
        if (!rule.relation) return rule.forms.empty() || (filing_.form && std::find(rule.forms.begin(), rule.forms.end(), filing_.form->id) != rule.forms.end());
        // A relation goes with the form of its table; with the form of the year when the table is missing.
        const auto& compiled = catalogue_.compiled[index][names_.form_index(rule.forms.front())];
        if (compiled.empty()) return false;
        const Table* table = filing_.table(compiled.front().at.table);
        const Form* form = table && table->form ? table->form : filing_.form;
        return form && form->id == rule.forms.front();
    }

    std::vector<Instance> instances(const Rule& rule, std::size_t index) {
        if (rule.relation) return catalogue_.compiled[index][names_.form_index(rule.forms.front())];
        if (!filing_.form) return {};
        const bool totals = std::any_of(rule.fors.begin(), rule.fors.end(), [](const Formula& one) { return domain_of(one) == "totals"; });
        if (!names_.mixed() && !totals) return catalogue_.compiled[index][names_.form_index(filing_.form->id)];
        std::vector<Issue> issues;  // told at load; here a form's own table may only lack rows
        return instances_of(rule, names_.names(), issues);
    }

    void judge(const Rule& rule, const Instance& instance) {
        const auto& tables = rule.relation ? names_.tables_of(rule.forms.front()) : names_.tables();
        InstanceJudge one(filing_, rule, instance, tables);
        if (instance.fact < 0) {
            push(one.judge(nullptr));
            return;
        }
        const MentionForm* fact = &filing_.form->mentions[static_cast<std::size_t>(instance.fact)];
        for (const Mention& mention : filing_.mentions) {
            if (mention.form == fact) push(one.judge(&mention));
        }
    }

    void push(std::optional<Verdict> verdict) {
        if (verdict) verdicts_.push_back(std::move(*verdict));
    }

    void add(const Rule& rule, Outcome outcome, Words why) {
        Verdict made = verdict_of(rule);
        made.outcome = outcome;
        made.why = std::move(why);
        verdicts_.push_back(std::move(made));
    }

    static Words nothing_to_check(const Rule& rule) {
        for (const auto& one : rule.fors) {
            if (domain_of(one) == "mentions") return {"正文没有这条规则要核对的说法。", "The prose states nothing that this rule checks."};
        }
        return {"报告中没有这条规则要核对的内容。", "The report has nothing that this rule checks."};
    }

    Words other_forms(std::size_t first, std::size_t last) const {
        std::vector<std::string> forms;
        for (std::size_t r = first; r < last; ++r) forms.insert(forms.end(), catalogue_.rules[r].forms.begin(), catalogue_.rules[r].forms.end());
        const std::string own = filing_.form ? filing_.form->id : "?";
        return fill("规则适用于 {forms}，本报告的表单是 {own}。", "The rule is for {forms}; this report is in the form {own}.", {{"forms", same(joined(forms))}, {"own", same(own)}});
    }

    const Filing& filing_;
    const Catalogue& catalogue_;
    FilingNames names_;
    std::vector<Verdict> verdicts_;
};

std::size_t end_of_id(const Catalogue& catalogue, std::size_t first) {
    std::size_t last = first;
    while (last < catalogue.rules.size() && catalogue.rules[last].id == catalogue.rules[first].id) ++last;
    return last;
}

/// Instances that differ in nothing but their place in the text are told apart by a running number.
void number_fingerprints(const Filing& filing, std::vector<Verdict>& verdicts) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        int before = 0;
        for (std::size_t j = 0; j < i; ++j) before += verdicts[j].rule == verdicts[i].rule && verdicts[j].at == verdicts[i].at ? 1 : 0;
        verdicts[i].fingerprint = fingerprint_of(filing, verdicts[i], before);
    }
}

}  // namespace

Judgement judge(const Filing& filing, const Catalogue& catalogue) {
    Judging judging(filing, catalogue);
    for (std::size_t first = 0; first < catalogue.rules.size();) {
        const std::size_t last = end_of_id(catalogue, first);
        if (catalogue.rules[first].reported) judging.judge(first, last);
        first = last;
    }
    Judgement made{judging.take()};
    number_fingerprints(filing, made.verdicts);
    return made;
}

std::vector<Verdict> judge_rule(const Filing& filing, const Catalogue& catalogue, std::size_t first) {
    Judging judging(filing, catalogue);
    judging.judge(first, end_of_id(catalogue, first));
    return judging.take();
}

}  // namespace gouji
