// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/catalogue.hpp"

#include "engine/language/linear.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gouji {
namespace {

class Loading {
public:
    Result<Catalogue> load(const std::vector<RuleFile>& files) {
        for (const RuleFile& file : files) read(file);
        load_forms();
        std::stable_sort(catalogue_.rules.begin(), catalogue_.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
        sort_forms();
        check_ids();
        for (FormEntry& entry : catalogue_.forms) prepare(entry);
        for (Rule& rule : catalogue_.rules) compile(rule);
        Result<Catalogue> made;
        for (auto& [name, file] : files_) append(made.diagnostics, std::move(file.diagnostics()));
        std::stable_sort(made.diagnostics.begin(), made.diagnostics.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column); });
        if (!has_error(made.diagnostics)) made.value = std::move(catalogue_);
        return made;
    }

private:
    void read(const RuleFile& source) {
        YamlFile& file = files_.try_emplace(source.name, source.name, source.content).first->second;
        Yaml root = file.parse();
        if (root.is_map() && root.find("form")) {
            forms_.push_back({&file, std::move(root), source.reported});
        } else if (root.is_list()) {
            for (const Yaml& one : root.items) {
                if (!source.only_forms) catalogue_.rules.push_back(load_rule(file, one));
            }
        } else if (!root.is_null() || !has_error(file.diagnostics())) {
            file.complain(rule_codes::wrong_kind, root, {{"wanted", {"规则列表（- id: …）或表单（form: …）", "a list of rules (- id: …) or a form (form: …)"}}});
        }
    }

    /// A form comes behind the one that it extends, whatever the names of their files are.
    void load_forms() {
        const auto known = [&](const Yaml* base) { return !base || catalogue_.form(base->text); };
        while (!forms_.empty()) {
            auto next = std::find_if(forms_.begin(), forms_.end(), [&](const PendingForm& one) { return known(one.root.find("extends")); });
            if (next == forms_.end()) next = forms_.begin();  // extends what is not there: told by the loader
            const std::size_t before = catalogue_.rules.size();
            load_form(*next->file, next->root, catalogue_.forms, catalogue_.rules);
            for (std::size_t i = before; i < catalogue_.rules.size(); ++i) catalogue_.rules[i].reported = next->reported;
            forms_.erase(next);
        }
    }

    void sort_forms() {
        std::stable_sort(catalogue_.forms.begin(), catalogue_.forms.end(),
            [](const FormEntry& a, const FormEntry& b) { return a.form.years.first.value_or(0) < b.form.years.first.value_or(0); });
    }

    YamlFile& file_of(const std::string& name) { return files_.find(name)->second; }

    /// One id, one rule; only relations may stand in several forms, once in each.
    void check_ids() {
        for (std::size_t i = 0; i < catalogue_.rules.size(); ++i) {
            const Rule& rule = catalogue_.rules[i];
            for (std::size_t j = 0; j < i; ++j) {
                const Rule& other = catalogue_.rules[j];
                const bool apart = rule.relation && other.relation && rule.forms != other.forms;
                if (other.id != rule.id || apart || rule.id.empty()) continue;
                file_of(rule.file).complain(diagnose(rule_codes::duplicate_id, {{"id", same(rule.id)}, {"file", same(other.file + ":" + std::to_string(other.line))}}), rule.offset, rule.offset + 1);
            }
        }
        for (std::size_t i = 0; i < catalogue_.forms.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (catalogue_.forms[i].form.id != catalogue_.forms[j].form.id) continue;
                file_of(catalogue_.forms[i].form.file).complain(diagnose(rule_codes::duplicate_id, {{"id", same(catalogue_.forms[i].form.id)}, {"file", same(catalogue_.forms[j].form.file)}}), 0, 1);
            }
        }
    }

    void prepare(FormEntry& entry) {
        entry.names = names_of(entry, {});
        std::vector<EditionMistake> mistakes;
        catalogue_.editions.push_back(compile_edition(entry.form, texts_, mistakes));
        for (auto& one : mistakes) {
            file_of(one.where.file).complain(std::move(one.mistake.diagnostic), one.where.offset + one.mistake.span.start, one.where.offset + one.mistake.span.end);
        }
    }

    void compile(Rule& rule) {
        catalogue_.compiled.emplace_back(catalogue_.forms.size());
        YamlFile& file = file_of(rule.file);
        if (has_error(file.diagnostics()) && rule.check.text.empty()) return;
        for (const auto& id : rule.forms) {
            if (catalogue_.form(id)) continue;
            std::vector<std::string> known;
            for (const auto& one : catalogue_.forms) known.push_back(one.form.id);
            file.complain(diagnose(rule_codes::unknown_form, {{"id", same(id)}, {"near", near_or_all(id, known)}}), rule.offset, rule.offset + 1);
        }
        if (formula_broken(rule)) return;
        const std::size_t before = told_.size();
        bool compiled = false;
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            FormEntry& entry = catalogue_.forms[f];
            if (!applies(rule, entry.form)) continue;
            Names names = entry.names;
            // Free tables are only known with a filing; one specimen stands for them here.
            names.totals.push_back({static_cast<int>(names.tables.size()), "", "", {{1, ""}}, 0});
            std::vector<Issue> issues;
            auto instances = instances_of(rule, names, issues);
            tell(issues);
            if (rule.relation) add_equations(rule, entry.form, instances);
            if (!compiled && !instances.empty()) check_message(file, rule, instances.front());
            compiled = true;
            catalogue_.compiled.back()[f] = std::move(instances);
        }
        check_variables(file, rule);
        if (told_.size() == before) check_tests(file, rule);
    }

    bool formula_broken(const Rule& rule) const {
        const auto broken = [](const Formula& formula) { return formula.root.span.empty(); };
        return broken(rule.check) || (rule.when && broken(*rule.when)) || std::any_of(rule.fors.begin(), rule.fors.end(), broken) ||
               std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return broken(one.second); });
    }

    static bool applies(const Rule& rule, const Form& form) {
        return rule.forms.empty() || std::find(rule.forms.begin(), rule.forms.end(), form.id) != rule.forms.end();
    }

    /// The same mistake under every binding and form is one mistake.
    void tell(std::vector<Issue>& issues) {
        for (auto& one : issues) {
            const std::size_t start = one.formula->offset + one.span.start;
            if (!told_.emplace(one.formula->file, start, one.diagnostic.code).second) continue;
            file_of(one.formula->file).complain(std::move(one.diagnostic), start, one.formula->offset + one.span.end);
        }
    }

    /// Relations of one table that are sums become equations, by which readings are chosen.
    void add_equations(const Rule& rule, Form& form, const std::vector<Instance>& instances) {
        for (const Instance& instance : instances) {
            int table = -1;
            for (const auto& cell : instance.check.cells) {
                if (table >= 0 && cell.table != table) {
                    if (told_.emplace(rule.file, rule.offset, "relation").second) file_of(rule.file).complain(diagnose(rule_codes::relation_form), rule.check.offset, rule.check.offset + rule.check.text.size());
                    return;
                }
                table = cell.table;
            }
            const auto linear = instance.when || table < 0 ? std::nullopt : equation_of(instance.check);
            if (!linear) continue;
            Equation equation;
            equation.rule = rule.id;
            equation.place = same(instance.at.row.empty() ? instance.at.column : instance.at.row);
            equation.constant = linear->constant;
            for (const auto& term : linear->terms) equation.terms.push_back({term.cell, term.factor});
            form.tables[static_cast<std::size_t>(table)].equations.push_back(std::move(equation));
        }
    }

    struct PendingForm {
        YamlFile* file = nullptr;
        Yaml root;
        bool reported = true;
    };

    std::map<std::string, YamlFile> files_;
    std::vector<PendingForm> forms_;
    CompiledTexts texts_;
    Catalogue catalogue_;
    std::set<std::tuple<std::string, std::size_t, std::string>> told_;
};

}  // namespace

Names names_of(const FormEntry& entry, const std::vector<const TableForm*>& layouts) {
    Names names;
    const auto add = [&](const TableForm& table) {
        names.tables.push_back({static_cast<int>(names.tables.size()), table.name, table.aliases, &table.rows, &table.columns, &table.cells, &table.measures});
    };
    for (const TableForm& table : entry.form.tables) {
        const auto other = std::find_if(layouts.begin(), layouts.end(), [&](const TableForm* one) { return one->name == table.name; });
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
    return names;
}

Result<Catalogue> load_catalogue(const std::vector<RuleFile>& files) { return Loading().load(files); }

}  // namespace gouji
