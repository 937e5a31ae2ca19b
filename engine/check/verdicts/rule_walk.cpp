// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/private_rule_walk.hpp"

#include "engine/base/calendar.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// An instance is about at most this many combinations of mentions.
constexpr std::size_t most_combinations = 4096;

bool has_own_tables(const Filing& filing) {
    return std::any_of(filing.tables.begin(), filing.tables.end(), [](const Table& table) { return !table.layout; });
}

/// Rules about them are compiled for the filing: tables as they are printed, and facts that are stated of rows.
bool has_printed_names(const Filing& filing) {
    if (!filing.form) return false;
    const auto& tables = filing.form->tables;
    const auto& facts = filing.form->mentions;
    return std::any_of(tables.begin(), tables.end(), [](const TableForm& table) { return table.is_grid(); })
        || std::any_of(facts.begin(), facts.end(), [](const MentionForm& fact) { return !fact.rows.empty(); });
}

Words nothing_to_check(const Rule& rule) {
    for (const auto& one : rule.fors) {
        if (domain_of(one) == "mentions")
            return {"正文没有这条规则要核对的说法。", "The prose states nothing that this rule checks."};
    }
    return {"报告中没有这条规则要核对的内容。", "The report contains nothing that this rule checks."};
}

}  // namespace

RuleWalk::RuleWalk(const Case& asked, const Catalogue& catalogue, bool compiles_anew)
    : filing_(*asked.filing),
      catalogue_(catalogue),
      names_(filing_, catalogue),
      at_hand_(asked),
      compiles_anew_(compiles_anew),
      has_own_tables_(has_own_tables(filing_)),
      has_printed_names_(has_printed_names(filing_)) {
    if (!asked.previous) return;
    previous_.emplace(*asked.previous, catalogue);
    names_.set_previous(*previous_);
}

void RuleWalk::visit(std::size_t first, std::size_t last, RuleVisitor& visitor) {
    std::size_t visited = 0;
    bool any_applies = false;
    for (std::size_t index = first; index < last; ++index) {
        const Rule& rule = catalogue_.rules[index];
        if (!applies(rule, index)) continue;
        any_applies = true;
        visited += visit_rule(rule, index, visitor);
    }
    if (visited > 0) return;
    const auto why = [&] { return any_applies ? nothing_to_check(catalogue_.rules[first]) : why_not(first, last); };
    visitor.visit_rule(catalogue_.rules[first], Outcome::not_applicable, Reason(why));
}

std::size_t RuleWalk::visit_rule(const Rule& rule, std::size_t index, RuleVisitor& visitor) {
    if (const Words* why = unknown_applicability(rule)) {
        visitor.visit_rule(rule, Outcome::undecided, Reason([&] { return *why; }));
        return 1;
    }
    const RuleScope scope{
        rule.relation ? names_.tables_of(rule.form) : names_.tables(), previous_tables(rule), rule.missing};
    if (!asks_printed(rule)) {
        if (const std::size_t visited = visitor.visit_in_bulk(rule, index, scope)) return visited;
    }
    if (const std::vector<Instance>* instances = compiled(rule, index)) {
        const std::size_t form = rule.relation ? rule.form : names_.form();
        return visit_instances(rule, scope, *instances, &catalogue_.shortcuts[index][form].facts, visitor);
    }
    Issues issues;  // told at load; here a table of the report's own may only lack rows
    std::vector<Instance> instances = instances_of(rule, names_for(rule), issues);
    std::size_t visited = asks_printed(rule) ? drop_unprinted(rule, scope, instances, visitor) : 0;
    if (std::erase_if(instances, [](const Instance& instance) { return instance.check.empty(); }) > 0
        && !issues.empty()) {
        visitor.visit_rule(rule, Outcome::undecided, Reason([&] { return issues.list().front().diagnostic.message; }));
        ++visited;
    }
    return visited + visit_instances(rule, scope, instances, nullptr, visitor);
}

std::size_t RuleWalk::drop_unprinted(
    const Rule& rule, const RuleScope& scope, std::vector<Instance>& instances, RuleVisitor& visitor) {
    const TableNames* unprinted = nullptr;
    const auto dropped = std::erase_if(instances, [&](const Instance& instance) {
        return std::any_of(instance.check.cells.begin(), instance.check.cells.end(), [&](const CellRef& cell) {
            const bool lacks = cell.whose == Whose::own && cell.names && cell.names->printed
                && !scope.own[static_cast<std::size_t>(cell.table)].table;
            if (lacks) unprinted = cell.names;
            return lacks;
        });
    });
    if (dropped == 0) return 0;
    visitor.visit_rule(rule, Outcome::undecided, Reason([&] { return why_no_table(Whose::own, unprinted->name); }));
    return 1;
}

std::size_t RuleWalk::visit_instances(const Rule& rule, const RuleScope& scope, const std::vector<Instance>& instances,
    const std::vector<int>* facts, RuleVisitor& visitor) {
    mentions_.clear();
    std::size_t visited = 0;
    for (std::size_t i = 0; i < instances.size(); ++i) {
        const int fact = facts && i < facts->size() ? (*facts)[i] : -1;
        if (fact >= 0 && !at_hand_.may_state(fact)) continue;  // most instances about mentions end here
        visited += visit_bound({rule, instances[i], scope, {}}, visitor);
    }
    return visited;
}

/// The instance with each combination of mentions that its variables may stand for.
std::size_t RuleWalk::visit_bound(const BoundInstance& bound, RuleVisitor& visitor) {
    if (bound.instance.facts.empty()) {
        visitor.visit_instance(bound);
        return 1;
    }
    std::size_t combinations = 0;
    if (!bind_next(bound, combinations, visitor)) {
        visitor.visit_rule(bound.rule, Outcome::undecided, Reason([] {
            return fill("变量的组合超过 {limit} 种，未逐一核对。",
                "The variables have more than {limit} combinations; not all of them were checked.",
                {{"limit", same(std::to_string(most_combinations))}});
        }));
        mentions_.clear();
        return most_combinations;
    }
    return combinations;
}

/// Binds the next variable to each of its mentions; false when the combinations are too many.
bool RuleWalk::bind_next(const BoundInstance& bound, std::size_t& combinations, RuleVisitor& visitor) {
    const auto& facts = bound.instance.facts;
    if (mentions_.size() == facts.size()) {
        if (facts.size() > 1 && combinations == most_combinations) return false;
        ++combinations;
        visitor.visit_instance({bound.rule, bound.instance, bound.scope, mentions_});
        return true;
    }
    const StatedFact& stated = facts[mentions_.size()].fact;
    const MentionForm* fact = &filing_.form->mentions[static_cast<std::size_t>(stated.fact)];
    for (const Mention& mention : filing_.mentions) {
        if (mention.form != fact || mention.row != stated.row) continue;
        mentions_.push_back(&mention);
        const bool is_within = bind_next(bound, combinations, visitor);
        mentions_.pop_back();
        if (!is_within) return false;
    }
    return true;
}

bool RuleWalk::applies(const Rule& rule, std::size_t index) const {
    if (filing_.year && !rule.years.hold(*filing_.year)) return false;
    if (!rule.levels.empty() && !filing_.level.empty()
        && std::find(rule.levels.begin(), rule.levels.end(), filing_.level) == rule.levels.end())
        return false;
    if (const auto day = rule.effective.any() ? parse_day(filing_.published) : std::nullopt;
        day && !rule.effective.hold(*day))
        return false;
    if (!rule.relation || !names_.mixed()) return names_.form() < rule.for_form.size() && rule.for_form[names_.form()];
    // A relation goes with the form of its table; with the form of the year when the table is missing.
    const auto& compiled = catalogue_.compiled[index][rule.form];
    if (compiled.empty()) return false;
    const Table* table = filing_.table(compiled.front().at.table);
    const Form* form = table && table->form ? table->form : filing_.form;
    return form == &catalogue_.forms[rule.form].form;
}

/// What must be known to say whether the rule applies, and is not known.
const Words* RuleWalk::unknown_applicability(const Rule& rule) const {
    static const Words no_year = {"报告的年度不明。", "The year of the report is unknown."};
    static const Words no_level = {"机关层级不明。", "The level of the organ is unknown."};
    static const Words no_day = {"公布日期不明。", "The date of publication is unknown."};
    if ((rule.years.first || rule.years.last) && !filing_.year) return &no_year;
    if (!rule.levels.empty() && filing_.level.empty()) return &no_level;
    if (rule.effective.any() && !parse_day(filing_.published)) return &no_day;
    return nullptr;
}

const std::vector<NumberedTable>* RuleWalk::previous_tables(const Rule& rule) const {
    return previous_ && !rule.relation ? &previous_->tables() : nullptr;
}

/// The instances as they were compiled at load; nothing where the filing has names of its own.
const std::vector<Instance>* RuleWalk::compiled(const Rule& rule, std::size_t index) const {
    static const std::vector<Instance> none;
    if (rule.asks_totals && !has_own_tables_) return &none;
    if (compiles_anew_ || asks_printed(rule)) return nullptr;
    if (rule.relation) return &catalogue_.compiled[index][rule.form];
    if (names_.mixed() || rule.asks_totals || (rule.asks_previous && names_.previous_differs())) return nullptr;
    return &catalogue_.compiled[index][names_.form()];
}

Words RuleWalk::why_not(std::size_t first, std::size_t last) {
    const Rule& rule = catalogue_.rules[first];
    if (filing_.year && !rule.years.hold(*filing_.year)) {
        return fill("规则适用于 {years} 年度，本报告是 {own} 年度。",
            "The rule is for {years}; this report is for {own}.",
            {{"years", same(rule.years.to_string())}, {"own", same(std::to_string(*filing_.year))}});
    }
    if (!rule.levels.empty() && std::find(rule.levels.begin(), rule.levels.end(), filing_.level) == rule.levels.end()
        && !filing_.level.empty()) {
        return fill("规则适用于 {levels}，本机关是{own}。", "The rule is for {levels}; this organ is {own}.",
            {{"levels", same(joined(rule.levels))}, {"own", same(filing_.level)}});
    }
    if (rule.effective.any())
        return {"报告的公布日期不在规则施行期间。", "The report was not published while the rule was in force."};
    std::vector<std::string> forms;
    for (std::size_t r = first; r < last; ++r)
        forms.insert(forms.end(), catalogue_.rules[r].forms.begin(), catalogue_.rules[r].forms.end());
    return other_form(joined(forms));
}

const Words& RuleWalk::other_form(const std::string& forms) {
    const auto known =
        std::find_if(other_forms_.begin(), other_forms_.end(), [&](const auto& one) { return one.first == forms; });
    if (known != other_forms_.end()) return known->second;
    const std::string own = filing_.form ? filing_.form->id : "?";
    other_forms_.emplace_back(forms,
        fill("规则适用于 {forms}，本报告的表单是 {own}。", "The rule is for {forms}; this report uses the form {own}.",
            {{"forms", same(forms)}, {"own", same(own)}}));
    return other_forms_.back().second;
}

}  // namespace gouji
