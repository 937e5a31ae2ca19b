// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_compile_rules.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/compile_rule.hpp"
#include "engine/rules/expand_instances.hpp"
#include "engine/rules/private_ids.hpp"
#include "engine/rules/private_library_lets.hpp"
#include "engine/rules/private_lint.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Reading for it keeps the words of sections.
constexpr std::string_view asks_words = "contains";

/// The names for which the formulas of a rule ask, as `uses_name` means them.
class UsedNames {
public:
    explicit UsedNames(const Rule& rule) {
        add(rule.check.root);
        if (rule.when) add(rule.when->root);
        for (const auto& [name, formula] : rule.lets) add(formula.root);
        for (const Formula& domain : rule.fors) add(domain.root);
    }
    [[nodiscard]] bool has(std::string_view name) const {
        return std::find(names_.begin(), names_.end(), name) != names_.end();
    }

private:
    void add(const Node& node) {
        const std::string_view name = std::string_view(node.text).substr(0, node.text.find('.'));
        if ((node.kind == NodeKind::name || node.kind == NodeKind::call) && !has(name)) names_.push_back(name);
        for (const Node& kid : node.kids) add(kid);
    }

    std::vector<std::string_view> names_;  ///< each once; a rule has few
};

/// A form asks for words in what a statement may stand for.
bool means_ask_words(const Catalogue& catalogue) {
    const auto asks = [&](const Formula& one) { return uses_name(one.root, asks_words); };
    return std::any_of(catalogue.forms.begin(), catalogue.forms.end(), [&](const FormEntry& form) {
        return std::any_of(form.means.begin(), form.means.end(),
            [&](const auto& means) { return std::any_of(means.begin(), means.end(), asks); });
    });
}

class RuleCompiler {
public:
    RuleCompiler(Catalogue& catalogue, const std::vector<Library>& libraries, LoadedFiles& files, bool thorough)
        : catalogue_(catalogue), libraries_(libraries), files_(files), thorough_(thorough) {}

    void compile(Rule& rule) {
        catalogue_.compiled.emplace_back(catalogue_.forms.size());
        YamlFile& file = files_.of(rule.file);
        const bool has_lets = add_library_lets(rule, libraries_, files_);
        prepare_flags(rule);
        if (!has_lets || !check_applicability(rule) || formula_broken(rule) || file.is_full()
            || instances_ > most_in_all)
            return;
        const std::size_t before = file.diagnostics().size();
        check_names(file, rule, catalogue_);
        compile_for_forms(rule);
        check_use(file, rule);
        if (thorough_ && file.diagnostics().size() == before) check_tests(file, rule);
    }

    /// Some rule asks for words of sections.
    [[nodiscard]] bool words_asked() const { return words_asked_; }

private:
    /// Found once, for a judge asks it of every rule.
    void prepare_flags(Rule& rule) {
        const UsedNames used(rule);
        rule.asks_previous = used.has("previous")
            || used.has("means");  // what a statement may stand for may be a figure of the year before
        rule.asks_totals = used.has("totals") || used.has("wholes");
        rule.asks_printed = asks_printed(rule, used);
        words_asked_ = words_asked_ || used.has(asks_words);
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            if (rule.relation && catalogue_.forms[f].form.id == rule.forms.front()) rule.form = f;
            rule.for_form.push_back(is_for(rule, catalogue_.forms[f].form));
        }
    }

    /// It names a table that is read as it is printed, in some form that it is for, or any table; or a fact that is
    /// stated of rows.
    bool asks_printed(const Rule& rule, const UsedNames& used) const {
        return std::any_of(catalogue_.forms.begin(), catalogue_.forms.end(), [&](const FormEntry& entry) {
            return is_for(rule, entry.form) && (asks_printed_table(used, entry.form) || asks_rows(used, entry.form));
        });
    }

    static bool asks_printed_table(const UsedNames& used, const Form& form) {
        return std::any_of(form.tables.begin(), form.tables.end(), [&](const TableForm& table) {
            return table.is_grid()
                && (used.has(table.name) || used.has("tables")
                    || std::any_of(table.aliases.begin(), table.aliases.end(),
                        [&](const std::string& alias) { return used.has(alias); }));
        });
    }

    static bool asks_rows(const UsedNames& used, const Form& form) {
        return std::any_of(form.mentions.begin(), form.mentions.end(), [&](const MentionForm& fact) {
            return !fact.rows.empty()
                && (used.has(fact.fact) || (!fact.kind.empty() && used.has(fact.kind)) || used.has("mentions"));
        });
    }

    void refuse(const Rule& rule, const Code& code, Substitutes arguments) {
        files_.complain(rule.file, code, rule.offset, arguments);
    }

    /// The forms, levels and years that a rule names must exist, and meet.
    bool check_applicability(const Rule& rule) {
        bool good = check_forms(rule);
        const bool any = std::any_of(catalogue_.forms.begin(), catalogue_.forms.end(),
            [&](const FormEntry& entry) { return is_for(rule, entry.form); });
        if (good && !any && !catalogue_.forms.empty()) {
            refuse(rule, rule_codes::empty_range,
                {{"why", {"没有表单施行于这些年度", "no form is in force in these years"}}});
            good = false;
        }
        return check_levels(rule) && good;
    }

    bool check_forms(const Rule& rule) {
        bool good = true;
        for (const auto& id : rule.forms) {
            const FormEntry* entry = catalogue_.form(id);
            if (entry && entry->form.years.meet(rule.years)) continue;
            good = false;
            if (!entry)
                refuse(rule, rule_codes::unknown_form,
                    {{"id", same(id)}, {"near", near_or_all(id, ids_of(catalogue_.forms, [](const FormEntry& known) {
                                            return known.form.id;
                                        }))}});
            else
                refuse(rule, rule_codes::empty_range,
                    {{"why",
                        fill("表单 {form} 施行于 {years}", "the form {form} is in force {years}",
                            {{"form", same(id)}, {"years", same(entry->form.years.to_string())}})}});
        }
        return good;
    }

    bool check_levels(const Rule& rule) {
        if (rule.levels.empty()) return true;
        std::vector<std::string> known;
        for (const auto& entry : catalogue_.forms) {
            for (const auto& level : entry.form.levels) {
                if (std::find(known.begin(), known.end(), level.name) == known.end()) known.push_back(level.name);
            }
        }
        bool good = true;
        for (const auto& level : rule.levels) {
            if (std::find(known.begin(), known.end(), level) != known.end()) continue;
            refuse(rule, rule_codes::unknown_level, {{"name", same(level)}, {"near", near_or_all(level, known)}});
            good = false;
        }
        return good;
    }

    /// Without `forms` a rule is for the families that have what it names: if one of them has it in some form, the rule
    /// is not for those that lack it in all of their forms.
    void keep_families(Rule& rule, CompiledRule& compiled) {
        std::vector<std::string> having;
        for (const auto& [form, issues] : compiled.issues) {
            if (issues.empty() && std::find(having.begin(), having.end(), form->family) == having.end())
                having.push_back(form->family);
        }
        if (having.empty()) return;
        rule.families = std::move(having);
        std::erase_if(compiled.issues, [&](const auto& form) { return !is_for(rule, *form.first); });
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            rule.for_form[f] = is_for(rule, catalogue_.forms[f].form);
            if (!rule.for_form[f]) compiled.by_form[f].clear();
        }
    }

    void compile_for_forms(Rule& rule) {
        CompiledRule compiled = compile_rule(rule, catalogue_);
        if (rule.forms.empty()) keep_families(rule, compiled);
        catalogue_.compiled.back() = std::move(compiled.by_form);
        complain_of_issues(compiled.issues);
        std::vector<const Instance*> all;
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            auto& instances = catalogue_.compiled.back()[f];
            for (const Instance& instance : instances) {
                all.push_back(&instance);
                if (!instance.check.empty()) instances_ += weight_of(instance);
            }
            if (rule.relation) add_equations(rule, catalogue_.forms[f].form, instances);
        }
        if (instances_ > most_in_all)
            return files_.complain(
                rule.file, rule_codes::too_many_in_all, rule.offset, {{"limit", same(std::to_string(most_in_all))}});
        if (all.empty()) return;
        check_message(files_.of(rule.file), rule, *all.front());
        check_constant(files_.of(rule.file), rule, all);
    }

    bool formula_broken(const Rule& rule) const {
        const auto broken = [](const Formula& formula) { return formula.root.span.empty(); };
        return broken(rule.check) || (rule.when && broken(*rule.when))
            || std::any_of(rule.fors.begin(), rule.fors.end(), broken)
            || std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return broken(one.second); });
    }

    using FormIssues = std::vector<std::pair<const Form*, Issues>>;

    /// The same mistake under every binding is one mistake; one that some forms make and others do not is a matter of
    /// where the rule applies.
    void complain_of_issues(const FormIssues& all) {
        for (const auto& [form, issues] : all) {
            for (const Issue& issue : issues.list()) complain_of_issue(issue, *form, all);
        }
    }

    void complain_of_issue(const Issue& issue, const Form& form, const FormIssues& all) {
        const std::size_t start = issue.formula->offset + issue.span.start;
        if (!files_.is_first(issue.formula->file, start, issue.diagnostic.code)) return;
        Diagnostic diagnostic = issue.diagnostic;
        if (!is_everywhere(issue, all)) {
            diagnostic = diagnose(rule_codes::not_in_form,
                {{"form", same(form.id)}, {"years", same(form.years.to_string())},
                    {"message", issue.diagnostic.message}});
        }
        files_.of(issue.formula->file).complain(std::move(diagnostic), start, issue.formula->offset + issue.span.end);
    }

    static bool is_everywhere(const Issue& issue, const FormIssues& all) {
        const auto is_same = [&](const Issue& other) {
            return other.formula == issue.formula && other.span == issue.span
                && other.diagnostic.code == issue.diagnostic.code;
        };
        return std::all_of(all.begin(), all.end(), [&](const auto& form) {
            return std::any_of(form.second.list().begin(), form.second.list().end(), is_same);
        });
    }

    /// Relations of one table that are sums become equations, by which readings are chosen.
    void add_equations(const Rule& rule, Form& form, const std::vector<Instance>& instances) {
        for (const Instance& instance : instances) {
            int table = -1;
            for (const auto& cell : instance.check.cells) {
                if (table >= 0 && cell.table != table) {
                    if (files_.is_first(rule.file, rule.offset, "relation"))
                        files_.of(rule.file).complain(diagnose(rule_codes::relation_not_of_one_table),
                            rule.check.offset, rule.check.offset + rule.check.text.size());
                    return;
                }
                table = cell.table;
            }
            const LinearEquation* stated = instance.exact_equation();
            if (table < 0 || !stated) continue;
            Equation equation;
            equation.rule = rule.id;
            equation.place = same(instance.at.row.empty() ? instance.at.column : instance.at.row);
            equation.constant = stated->constant;
            for (const auto& term : stated->terms) equation.terms.push_back({term.cell, term.factor});
            form.tables[static_cast<std::size_t>(table)].equations.push_back(std::move(equation));
        }
    }

    Catalogue& catalogue_;
    const std::vector<Library>& libraries_;
    LoadedFiles& files_;
    bool thorough_ = false;
    bool words_asked_ = false;
    std::size_t instances_ = 0;  ///< by their weights
};

}  // namespace

void compile_rules(Catalogue& catalogue, const std::vector<Library>& libraries, LoadedFiles& files, bool thorough) {
    RuleCompiler compiler(catalogue, libraries, files, thorough);
    catalogue.compiled.reserve(catalogue.rules.size());
    for (Rule& rule : catalogue.rules) compiler.compile(rule);
    const bool words = compiler.words_asked() || means_ask_words(catalogue);
    for (Edition& one : catalogue.editions) one.keeps_words = words;
}

}  // namespace gouji
