// SPDX-License-Identifier: Apache-2.0
// Which forms a rule is for, the names under which it is compiled, and its instances under each.
#include "engine/rules/catalogue.hpp"

#include <algorithm>
#include <utility>

namespace gouji {

bool is_for(const Rule& rule, const Form& form) {
    if (!rule.forms.empty()) return std::find(rule.forms.begin(), rule.forms.end(), form.id) != rule.forms.end();
    const bool family = rule.families.empty()
        || std::find(rule.families.begin(), rule.families.end(), form.family) != rule.families.end();
    return family && rule.years.meet(form.years);
}

namespace {

/// Of the instances with a mistake one is kept, for the names that the message may use.
void drop_broken(std::vector<Instance>& instances) {
    bool first = true;
    const auto dropped = std::erase_if(
        instances, [&](const Instance& one) { return one.check.empty() && !std::exchange(first, false); });
    if (dropped > 0) instances.shrink_to_fit();
}

}  // namespace

CompiledRule compile_rule(const Rule& rule, const Catalogue& catalogue) {
    CompiledRule made;
    made.by_form.resize(catalogue.forms.size());
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        const FormEntry& entry = catalogue.forms[f];
        if (!is_for(rule, entry.form)) continue;
        made.issues.emplace_back(&entry.form, Issues());
        made.by_form[f] = instances_of(rule, entry.specimen, made.issues.back().second);
        for (Instance& one : made.by_form[f]) one.bindings.clear();
        drop_broken(made.by_form[f]);
    }
    return made;
}

Names specimen_of(Names names) {
    TotalNames specimen;
    specimen.table.id = static_cast<int>(names.tables.size());
    specimen.parts = {{1, ""}};
    specimen.measure = Measure::any;
    names.totals.push_back(std::move(specimen));
    return names;
}

Names names_of(const FormEntry& entry, const std::vector<const TableForm*>& layouts) {
    Names names;
    names.form = entry.form.id;
    const auto add = [&](const TableForm& table) {
        names.tables.push_back({static_cast<int>(names.tables.size()), table.name, table.aliases, &table.rows,
            &table.columns, &table.cells, &table.measures});
    };
    for (const TableForm& table : entry.form.tables) {
        const auto other =
            std::find_if(layouts.begin(), layouts.end(), [&](const TableForm* one) { return one->name == table.name; });
        const bool foreign = other != layouts.end() && *other != &table;
        names.lenient = names.lenient || foreign;
        add(foreign ? **other : table);
    }
    for (std::size_t i = 0; i < entry.form.mentions.size(); ++i) {
        const MentionForm& mention = entry.form.mentions[i];
        FactNames fact{static_cast<int>(i), mention.fact, mention.kind, {}, &entry.means[i]};
        for (const auto& field : mention.fields) fact.fields.push_back({field.name, field.measure});
        names.facts.push_back(std::move(fact));
    }
    for (const auto& section : entry.form.sections) names.sections.push_back(section.name);
    for (const auto& level : entry.form.levels) names.levels.push_back(level.name);
    return names;
}

}  // namespace gouji
