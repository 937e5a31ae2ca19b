// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/compile_rule.hpp"

#include "engine/rules/expand_instances.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace gouji {

bool is_for(const Rule& rule, const Form& form) {
    if (!rule.forms.empty()) return std::find(rule.forms.begin(), rule.forms.end(), form.id) != rule.forms.end();
    const bool family = rule.families.empty()
        || std::find(rule.families.begin(), rule.families.end(), form.family) != rule.families.end();
    return family && rule.years.meet(form.years);
}

namespace {

/// Keeps one of the instances with a mistake, for the names that the message may use.
void drop_broken(std::vector<Instance>& instances) {
    bool first = true;
    const auto dropped = std::erase_if(
        instances, [&](const Instance& one) { return one.check.empty() && !std::exchange(first, false); });
    if (dropped > 0) instances.shrink_to_fit();
}

}  // namespace

CompiledRule compile_rule(const Rule& rule, const Catalogue& catalogue) {
    CompiledRule compiled;
    compiled.by_form.resize(catalogue.forms.size());
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        const FormEntry& entry = catalogue.forms[f];
        if (!is_for(rule, entry.form)) continue;
        compiled.issues.emplace_back(&entry.form, Issues());
        compiled.by_form[f] = instances_of(rule, entry.specimen, compiled.issues.back().second);
        for (Instance& instance : compiled.by_form[f]) instance.bindings = {};
        drop_broken(compiled.by_form[f]);
    }
    return compiled;
}

Names specimen_of(Names names) {
    TotalNames specimen;
    specimen.table.id = static_cast<int>(names.tables.size());
    specimen.parts = {{1, ""}};
    specimen.measure = Measure::any;
    names.totals.push_back(specimen);
    names.wholes.push_back(std::move(specimen));
    return names;
}

namespace {

void add_table(const TableForm& table, Names& names) {
    names.tables.push_back({static_cast<int>(names.tables.size()), table.name, table.aliases, &table.rows,
        &table.columns, &table.cells, &table.measures, table.is_grid(), table.open.has_value()});
}

/// The paths of the rows that a fact is stated of, each once.
std::vector<std::string> rows_stated(
    const MentionForm& fact, const Outline& rows, const std::vector<Mention>* mentions) {
    if (!mentions) return {rows.leaf(0).path};
    std::vector<std::string> paths;
    for (const Mention& one : *mentions) {
        if (one.form == &fact && std::find(paths.begin(), paths.end(), one.row) == paths.end())
            paths.push_back(one.row);
    }
    return paths;
}

void add_fact(const FormEntry& entry, std::size_t index, const std::vector<Mention>* mentions, Names& names) {
    const MentionForm& mention = entry.form.mentions[index];
    FactNames fact{static_cast<int>(index), mention.fact, mention.kind, {}, &entry.means[index]};
    for (const auto& field : mention.fields) fact.fields.push_back({field.name, field.measure});
    if (mention.rows.empty()) return names.facts.push_back(std::move(fact));
    const TableNames* table = names.table(mention.rows);
    if (!table || table->rows->leaf_count() == 0) return;
    fact.rows = table->rows;
    for (const std::string& path : rows_stated(mention, *table->rows, mentions)) {
        const auto found = table->rows->find(path);
        const int* node = std::get_if<int>(&found);
        if (!node) continue;
        fact.row = *node;
        names.facts.push_back(fact);
    }
}

}  // namespace

Names names_of(
    const FormEntry& entry, const std::vector<const TableForm*>& layouts, const std::vector<Mention>* mentions) {
    Names names;
    names.form = entry.form.id;
    for (const TableForm& table : entry.form.tables) {
        const auto other = std::find_if(
            layouts.begin(), layouts.end(), [&](const TableForm* layout) { return layout->name == table.name; });
        const bool foreign = other != layouts.end() && *other != &table;
        names.lenient = names.lenient || foreign;
        add_table(foreign ? **other : table, names);
    }
    for (std::size_t i = 0; i < entry.form.mentions.size(); ++i) add_fact(entry, i, mentions, names);
    for (const auto& section : entry.form.sections) names.sections.push_back(section.name);
    for (const auto& level : entry.form.levels) names.levels.push_back(level.name);
    return names;
}

}  // namespace gouji
