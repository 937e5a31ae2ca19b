// SPDX-License-Identifier: Apache-2.0
// Every rule under every form that it is for, with its mistakes told once where they are: the lets that it may use,
// whether it applies anywhere, its instances, and of relations their equations.
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <functional>

namespace gouji {
namespace {

/// Some formula of the rule asks for the name.
bool uses(const Rule& rule, std::string_view name) {
    const auto asks = [&](const Formula& formula) { return uses_name(formula.root, name); };
    return asks(rule.check) || (rule.when && asks(*rule.when))
        || std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return asks(one.second); })
        || std::any_of(rule.fors.begin(), rule.fors.end(), asks);
}

/// Some rule asks for words of sections, or a form, by what a statement may stand for.
bool asks_words(const Catalogue& catalogue) {
    constexpr std::string_view name = "contains";
    const auto asks = [&](const Formula& one) { return uses_name(one.root, name); };
    return std::any_of(catalogue.rules.begin(), catalogue.rules.end(), [&](const Rule& one) { return uses(one, name); })
        || std::any_of(catalogue.forms.begin(), catalogue.forms.end(), [&](const FormEntry& form) {
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
        const bool has_lets = add_lets(rule);
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

private:
    /// Behind the lets of a rule come those of its file, and those of the libraries that it uses. False when one is not
    /// there.
    bool add_lets(Rule& rule) {
        bool good = true;
        const auto take = [&](const Library& library) {
            for (const auto& let : library.lets) {
                const bool there = std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) {
                    return one.second.file == let.second.file && one.second.offset == let.second.offset;
                });
                if (!there) rule.lets.push_back(let);
            }
        };
        std::vector<std::string> open;
        const std::function<void(const std::string&)> use = [&](const std::string& name) {
            const auto found = std::find_if(libraries_.begin(), libraries_.end(),
                [&](const Library& one) { return !one.name.empty() && one.name == name; });
            if (found == libraries_.end()) {
                good = false;
                const auto known = ids_of(libraries_, [](const Library& one) { return one.name; });
                if (files_.is_first(rule.file, rule.offset, "use " + name))
                    files_.complain(rule.file, rule_codes::unknown_library, rule.offset,
                        {{"name", same(name)}, {"near", near_or_all(name, known)}});
                return;
            }
            const bool circle = std::find(open.begin(), open.end(), name) != open.end();
            open.push_back(name);
            if (circle) {
                if (files_.is_first(found->file, found->offset, "circle"))
                    files_.complain(
                        found->file, rule_codes::library_cycle, found->offset, {{"names", same(joined(open))}});
            } else {
                take(*found);
                for (const auto& one : found->uses) use(one);
            }
            open.pop_back();
        };
        for (const Library& one : libraries_) {
            if (!one.name.empty() || one.file != rule.file) continue;
            take(one);
            for (const auto& name : one.uses) use(name);
        }
        for (const auto& name : rule.uses) use(name);
        return good;
    }

    /// What a judge asks of every rule, found once.
    void prepare_flags(Rule& rule) {
        rule.asks_previous = uses(rule, "previous")
            || uses(rule, "means");  // what a statement may stand for may be a figure of the year before
        rule.asks_totals = uses(rule, "totals");
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            if (rule.relation && catalogue_.forms[f].form.id == rule.forms.front()) rule.form = f;
            rule.for_form.push_back(is_for(rule, catalogue_.forms[f].form));
        }
    }

    /// The forms, levels and years that a rule names must exist, and meet.
    bool check_applicability(const Rule& rule) {
        bool good = true;
        const auto refuse = [&](const Code& code, Substitutes arguments) {
            files_.complain(rule.file, code, rule.offset, arguments);
            good = false;
        };
        for (const auto& id : rule.forms) {
            const FormEntry* entry = catalogue_.form(id);
            if (!entry)
                refuse(rule_codes::unknown_form,
                    {{"id", same(id)}, {"near", near_or_all(id, ids_of(catalogue_.forms, [](const FormEntry& one) {
                                            return one.form.id;
                                        }))}});
            else if (!entry->form.years.meet(rule.years))
                refuse(rule_codes::empty_range,
                    {{"why",
                        fill("表单 {form} 施行于 {years}", "the form {form} is in force {years}",
                            {{"form", same(id)}, {"years", same(entry->form.years.to_string())}})}});
        }
        const bool any = std::any_of(catalogue_.forms.begin(), catalogue_.forms.end(),
            [&](const FormEntry& one) { return is_for(rule, one.form); });
        if (good && !any && !catalogue_.forms.empty())
            refuse(
                rule_codes::empty_range, {{"why", {"没有表单施行于这些年度", "no form is in force in these years"}}});
        for (const auto& level : rule.levels) {
            std::vector<std::string> known;
            for (const auto& entry : catalogue_.forms) {
                for (const auto& one : entry.form.levels) {
                    if (std::find(known.begin(), known.end(), one.name) == known.end()) known.push_back(one.name);
                }
            }
            if (std::find(known.begin(), known.end(), level) == known.end())
                refuse(rule_codes::unknown_level, {{"name", same(level)}, {"near", near_or_all(level, known)}});
        }
        return good;
    }

    /// Without `forms` a rule is for the families that have what it names: where one of them has it in some form, those
    /// that lack it in all of theirs are none of its business.
    void keep_families(Rule& rule, CompiledRule& made) {
        std::vector<std::string> having;
        for (const auto& [form, issues] : made.issues) {
            if (issues.empty() && std::find(having.begin(), having.end(), form->family) == having.end())
                having.push_back(form->family);
        }
        if (having.empty()) return;
        rule.families = std::move(having);
        std::erase_if(made.issues, [&](const auto& one) { return !is_for(rule, *one.first); });
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            rule.for_form[f] = is_for(rule, catalogue_.forms[f].form);
            if (!rule.for_form[f]) made.by_form[f].clear();
        }
    }

    void compile_for_forms(Rule& rule) {
        CompiledRule made = compile_rule(rule, catalogue_);
        if (rule.forms.empty()) keep_families(rule, made);
        rule.everywhen = !rule.years.first && !rule.years.last && rule.levels.empty() && !rule.effective.any()
            && rule.for_form.size() <= 64;
        for (std::size_t f = 0; f < rule.for_form.size() && rule.everywhen; ++f)
            rule.form_bits |= static_cast<std::uint64_t>(rule.for_form[f]) << f;
        catalogue_.compiled.back() = std::move(made.by_form);
        tell(made.issues);
        std::vector<const Instance*> all;
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            auto& instances = catalogue_.compiled.back()[f];
            for (const Instance& one : instances) {
                all.push_back(&one);
                if (!one.check.empty()) instances_ += weight_of(one);
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

    /// The same mistake under every binding is one mistake; one that some forms make and others do not is a matter of
    /// where the rule applies.
    void tell(const std::vector<std::pair<const Form*, Issues>>& issues) {
        const auto same_place = [](const Issue& a, const Issue& b) {
            return a.formula == b.formula && a.span == b.span && a.diagnostic.code == b.diagnostic.code;
        };
        for (const auto& [form, list] : issues) {
            for (const Issue& one : list.list()) {
                const std::size_t start = one.formula->offset + one.span.start;
                if (!files_.is_first(one.formula->file, start, one.diagnostic.code)) continue;
                const bool everywhere = std::all_of(issues.begin(), issues.end(), [&](const auto& other) {
                    const auto& others = other.second.list();
                    return std::any_of(
                        others.begin(), others.end(), [&](const Issue& each) { return same_place(each, one); });
                });
                Diagnostic diagnostic = one.diagnostic;
                if (!everywhere) {
                    diagnostic = diagnose(rule_codes::not_in_form,
                        {{"form", same(form->id)}, {"years", same(form->years.to_string())},
                            {"message", one.diagnostic.message}});
                }
                files_.of(one.formula->file).complain(std::move(diagnostic), start, one.formula->offset + one.span.end);
            }
        }
    }

    /// Relations of one table that are sums become equations, by which readings are chosen.
    void add_equations(const Rule& rule, Form& form, const std::vector<Instance>& instances) {
        for (const Instance& instance : instances) {
            int table = -1;
            for (const auto& cell : instance.check.cells) {
                if (table >= 0 && cell.table != table) {
                    if (files_.is_first(rule.file, rule.offset, "relation"))
                        files_.of(rule.file).complain(diagnose(rule_codes::relation_form), rule.check.offset,
                            rule.check.offset + rule.check.text.size());
                    return;
                }
                table = cell.table;
            }
            if (table < 0 || !instance.equation) continue;
            Equation equation;
            equation.rule = rule.id;
            equation.place = same(instance.at.row.empty() ? instance.at.column : instance.at.row);
            equation.constant = instance.equation->constant;
            for (const auto& term : instance.equation->terms) equation.terms.push_back({term.cell, term.factor});
            form.tables[static_cast<std::size_t>(table)].equations.push_back(std::move(equation));
        }
    }

    Catalogue& catalogue_;
    const std::vector<Library>& libraries_;
    LoadedFiles& files_;
    bool thorough_ = false;
    std::size_t instances_ = 0;  ///< by their weights
};

}  // namespace

void compile_rules(Catalogue& catalogue, const std::vector<Library>& libraries, LoadedFiles& files, bool thorough) {
    RuleCompiler compiler(catalogue, libraries, files, thorough);
    catalogue.compiled.reserve(catalogue.rules.size());
    for (Rule& rule : catalogue.rules) compiler.compile(rule);
    const bool words = asks_words(catalogue);
    for (Edition& one : catalogue.editions) one.keeps_words = words;
}

}  // namespace gouji
