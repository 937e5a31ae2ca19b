// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/catalogue.hpp"

#include "engine/base/version.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gouji {
namespace {

std::vector<std::string> ids_of(const auto& all, auto id_of) {
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const auto& one : all) {
        if (seen.insert(id_of(one)).second) ids.push_back(id_of(one));
    }
    return ids;
}

/// Digits and dots, compared number by number; nothing for anything else.
std::optional<std::vector<int>> parse_version(std::string_view text) {
    std::vector<int> parts;
    while (!text.empty()) {
        const std::size_t dot = text.find('.');
        const auto part = Decimal::parse(text.substr(0, dot));
        constexpr int most = 9999;
        if (!part || part->places() != 0 || part->mantissa() < 0 || part->mantissa() > most) return std::nullopt;
        parts.push_back(static_cast<int>(part->mantissa()));
        if (dot == std::string_view::npos) return parts;
        text.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

class Loading {
public:
    explicit Loading(const LoadOptions& options) : options_(options) {}

    Result<Catalogue> load(const std::vector<RuleFile>& files) {
        for (const RuleFile& file : files) read(file);
        load_forms(std::move(forms_), catalogue_);
        std::stable_sort(catalogue_.rules.begin(), catalogue_.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
        std::stable_sort(catalogue_.forms.begin(), catalogue_.forms.end(),
            [](const FormEntry& a, const FormEntry& b) { return a.form.years.first.value_or(0) < b.form.years.first.value_or(0); });
        check_ids();
        for (FormEntry& entry : catalogue_.forms) prepare(entry);
        join_labels(catalogue_.editions);
        catalogue_.compiled.reserve(catalogue_.rules.size());
        for (Rule& rule : catalogue_.rules) compile(rule);
        for (std::size_t r = catalogue_.rules.size(); r-- > 0;) {
            const bool last = r + 1 == catalogue_.rules.size() || catalogue_.rules[r + 1].id != catalogue_.rules[r].id;
            catalogue_.rules[r].end_of_id = last ? r + 1 : catalogue_.rules[r + 1].end_of_id;
        }
        for (const auto& forms : catalogue_.compiled) {
            catalogue_.shortcuts.emplace_back();
            for (const auto& instances : forms) catalogue_.shortcuts.back().push_back(shortcuts_of(instances));
        }
        check_tests_of_files();
        const Complain complain_at = [&](const std::string& file, const Code& code, std::size_t at, Substitutes arguments) { complain(file, code, at, arguments); };
        check_suites(catalogue_, complain_at);
        check_organs(catalogue_, complain_at);
        check_decisions(catalogue_, complain_at);
        choose_suite();
        for (std::size_t first = 0; first < catalogue_.rules.size(); first = catalogue_.rules[first].end_of_id) {
            if (catalogue_.rules[first].reported) catalogue_.reported.emplace_back(first, catalogue_.rules[first].end_of_id);
        }
        if (options_.thorough) tell_relations();
        Result<Catalogue> made;
        for (auto& [name, file] : files_) {
            file.tell_left_out();
            append(made.diagnostics, std::move(file.diagnostics()));
        }
        append(made.diagnostics, std::move(unplaced_));
        std::stable_sort(made.diagnostics.begin(), made.diagnostics.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column); });
        if (!has_error(made.diagnostics)) made.value = std::move(catalogue_);
        return made;
    }

private:
    void complain(const std::string& file, const Code& code, std::size_t at, Substitutes arguments) {
        file_of(file).complain(diagnose(code, arguments), at, at + 1);
    }

    void read(const RuleFile& source) {
        YamlFile& file = files_.try_emplace(source.name, source.name, source.content).first->second;
        Yaml root = file.parse(options_.thorough);
        if (root.is_map() && root.find("form")) {
            forms_.push_back({&file, std::move(root), source.reported});
        } else if (root.is_map() && root.find("suite")) {
            catalogue_.suites.push_back(load_suite(file, root));
        } else if (root.is_map() && root.find("waivers")) {
            expect_keys(file, root, "waivers");
            for_each_item(file, *root.find("waivers"), [&](const Yaml& one) { catalogue_.waivers.push_back(load_waiver(file, one)); });
        } else if (root.is_map() && root.find("decisions")) {
            expect_keys(file, root, "decisions");
            for_each_item(file, *root.find("decisions"), [&](const Yaml& one) { catalogue_.decisions.push_back(load_decision(file, one)); });
        } else if (root.is_map() && root.find("organs")) {
            expect_keys(file, root, "organs");
            for_each_item(file, *root.find("organs"), [&](const Yaml& one) { catalogue_.organs.push_back(load_organ(file, one)); });
        } else if (root.is_map() && root.find("tests")) {
            expect_keys(file, root, "tests");
            for_each_item(file, *root.find("tests"), [&](const Yaml& one) { catalogue_.tests.push_back(load_test(file, one)); });
        } else if (root.is_list()) {
            if (!source.only_forms) return read_rules(file, root);
            for (const Yaml& one : root.items) {
                if (const Yaml* id = one.find("id")) catalogue_.left_out.push_back(id->text);
            }
        } else if (!root.is_null() || (!has_error(file.diagnostics()) && options_.thorough)) {
            file.complain(rule_codes::wrong_kind, root, {{"wanted", {"规则列表（- id: …），或以 form、suite、waivers、decisions、organs、tests 开头的文件", "a list of rules (- id: …), or a file with form, suite, waivers, decisions, organs or tests"}}});
        }
    }

    /// A rule of a newer version is left out before its keys are judged: this program cannot know them.
    bool is_newer(YamlFile& file, const Yaml& entry) {
        const Yaml* needs = entry.find("needs");
        if (!needs || !needs->is_scalar()) return false;
        const auto wanted = parse_version(needs->text);
        if (!wanted) file.complain(rule_codes::wrong_version, *needs, {{"text", same(needs->text)}});
        if (!wanted || *wanted <= *parse_version(version())) return false;
        const Yaml* id = entry.find("id");
        file.complain(rule_codes::needs_newer, *needs, {{"id", same(id ? id->text : "?")}, {"needs", same(needs->text)}});
        return true;
    }

    void read_rules(YamlFile& file, const Yaml& root) {
        constexpr std::size_t most_rules = 10'000;
        if (catalogue_.rules.size() + root.items.size() > most_rules) return file.complain(rule_codes::too_many_rules, root, {{"limit", same(std::to_string(most_rules))}});
        for (const Yaml& one : root.items) {
            if (one.is_map() && is_newer(file, one)) continue;
            if (one.is_map() && one.find("let") && !one.find("check") && !one.find("id")) libraries_.push_back(load_library(file, one));
            else catalogue_.rules.push_back(load_rule(file, one));
        }
    }

    std::vector<std::string> form_ids() const {
        return ids_of(catalogue_.forms, [](const FormEntry& one) { return one.form.id; });
    }

    YamlFile& file_of(const std::string& name) { return files_.find(name)->second; }

    /// One id, one rule; only relations may stand in several forms, once in each.
    void check_ids() {
        std::map<std::string, std::vector<const Rule*>> seen;
        for (const Rule& rule : catalogue_.rules) {
            if (rule.id.empty()) continue;
            for (const Rule* other : seen[rule.id]) {
                if (rule.relation && other->relation && rule.forms != other->forms) continue;
                complain(rule.file, rule_codes::duplicate_id, rule.offset, {{"id", same(rule.id)}, {"file", same(other->file + ":" + std::to_string(other->line))}});
                break;
            }
            seen[rule.id].push_back(&rule);
        }
        for (std::size_t i = 0; i < catalogue_.forms.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const Form& form = catalogue_.forms[i].form;
                const Form& other = catalogue_.forms[j].form;
                if (form.id == other.id) complain(form.file, rule_codes::duplicate_id, form.id_offset, {{"id", same(form.id)}, {"file", same(other.file)}});
            }
        }
    }

    void prepare(FormEntry& entry) {
        entry.names = names_of(entry, {});
        entry.specimen = specimen_of(entry.names);
        std::vector<EditionMistake> mistakes;
        catalogue_.editions.push_back(compile_edition(entry.form, texts_, mistakes));
        for (auto& one : mistakes) {
            file_of(one.where.file).complain(std::move(one.mistake.diagnostic), one.where.offset + one.mistake.span.start, one.where.offset + one.mistake.span.end);
        }
    }

    /// Behind the lets of a rule come those of its file, and those of the libraries that it uses. False when one is not there.
    bool add_lets(Rule& rule) {
        bool good = true;
        const auto take = [&](const Library& library) {
            for (const auto& let : library.lets) {
                const bool there = std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return one.second.file == let.second.file && one.second.offset == let.second.offset; });
                if (!there) rule.lets.push_back(let);
            }
        };
        std::vector<std::string> open;
        const std::function<void(const std::string&)> use = [&](const std::string& name) {
            const auto found = std::find_if(libraries_.begin(), libraries_.end(), [&](const Library& one) { return !one.name.empty() && one.name == name; });
            if (found == libraries_.end()) {
                good = false;
                const auto known = ids_of(libraries_, [](const Library& one) { return one.name; });
                if (told_.emplace(rule.file, rule.offset, "use " + name).second) complain(rule.file, rule_codes::unknown_library, rule.offset, {{"name", same(name)}, {"near", near_or_all(name, known)}});
                return;
            }
            const bool circle = std::find(open.begin(), open.end(), name) != open.end();
            open.push_back(name);
            if (circle) {
                if (told_.emplace(found->file, found->offset, "circle").second) complain(found->file, rule_codes::library_cycle, found->offset, {{"names", same(joined(open))}});
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

    void compile(Rule& rule) {
        catalogue_.compiled.emplace_back(catalogue_.forms.size());
        YamlFile& file = file_of(rule.file);
        const bool has_lets = add_lets(rule);
        prepare_flags(rule);
        if (!has_lets || !check_applicability(rule) || formula_broken(rule) || file.is_full() || instances_ > most_in_all) return;
        const std::size_t before = file.diagnostics().size();
        check_names(file, rule, catalogue_);
        compile_for_forms(rule);
        check_use(file, rule);
        if (options_.thorough && file.diagnostics().size() == before) check_tests(file, rule);
    }

    /// What a judge asks of every rule, found once.
    void prepare_flags(Rule& rule) {
        const auto uses = [&](std::string_view name) {
            const auto asks = [&](const Formula& formula) { return uses_name(formula.root, name); };
            return asks(rule.check) || (rule.when && asks(*rule.when)) || std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return asks(one.second); }) ||
                   std::any_of(rule.fors.begin(), rule.fors.end(), asks);
        };
        rule.asks_previous = uses("previous") || uses("means");  // what a statement may stand for may be a figure of the year before
        rule.asks_totals = uses("totals");
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            if (rule.relation && catalogue_.forms[f].form.id == rule.forms.front()) rule.form = f;
            rule.for_form.push_back(is_for(rule, catalogue_.forms[f].form));
        }
    }

    /// The forms, levels and years that a rule names must exist, and meet.
    bool check_applicability(const Rule& rule) {
        bool good = true;
        const auto refuse = [&](const Code& code, Substitutes arguments) {
            complain(rule.file, code, rule.offset, arguments);
            good = false;
        };
        for (const auto& id : rule.forms) {
            const FormEntry* entry = catalogue_.form(id);
            if (!entry) refuse(rule_codes::unknown_form, {{"id", same(id)}, {"near", near_or_all(id, form_ids())}});
            else if (!entry->form.years.meet(rule.years)) refuse(rule_codes::empty_range, {{"why", fill("表单 {form} 施行于 {years}", "the form {form} is in force {years}", {{"form", same(id)}, {"years", same(entry->form.years.to_string())}})}});
        }
        const bool any = std::any_of(catalogue_.forms.begin(), catalogue_.forms.end(), [&](const FormEntry& one) { return is_for(rule, one.form); });
        if (good && !any && !catalogue_.forms.empty()) refuse(rule_codes::empty_range, {{"why", {"没有表单施行于这些年度", "no form is in force in these years"}}});
        for (const auto& level : rule.levels) {
            std::vector<std::string> known;
            for (const auto& entry : catalogue_.forms) {
                for (const auto& one : entry.form.levels) {
                    if (std::find(known.begin(), known.end(), one.name) == known.end()) known.push_back(one.name);
                }
            }
            if (std::find(known.begin(), known.end(), level) == known.end()) refuse(rule_codes::unknown_level, {{"name", same(level)}, {"near", near_or_all(level, known)}});
        }
        return good;
    }

    /// Without `forms` a rule is for the families that have what it names: where one of them has it in some form, those that
    /// lack it in all of theirs are none of its business.
    void keep_families(Rule& rule, CompiledRule& made) {
        std::vector<std::string> having;
        for (const auto& [form, issues] : made.issues) {
            if (issues.empty() && std::find(having.begin(), having.end(), form->family) == having.end()) having.push_back(form->family);
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
        rule.everywhen = !rule.years.first && !rule.years.last && rule.levels.empty() && !rule.effective.any() && rule.for_form.size() <= 64;
        for (std::size_t f = 0; f < rule.for_form.size() && rule.everywhen; ++f) rule.form_bits |= static_cast<std::uint64_t>(rule.for_form[f]) << f;
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
        if (instances_ > most_in_all) return complain(rule.file, rule_codes::too_many_in_all, rule.offset, {{"limit", same(std::to_string(most_in_all))}});
        if (all.empty()) return;
        check_message(file_of(rule.file), rule, *all.front());
        check_constant(file_of(rule.file), rule, all);
    }

    bool formula_broken(const Rule& rule) const {
        const auto broken = [](const Formula& formula) { return formula.root.span.empty(); };
        return broken(rule.check) || (rule.when && broken(*rule.when)) || std::any_of(rule.fors.begin(), rule.fors.end(), broken) ||
               std::any_of(rule.lets.begin(), rule.lets.end(), [&](const auto& one) { return broken(one.second); });
    }

    /// The same mistake under every binding is one mistake; one that some forms make and others do not is a matter of
    /// where the rule applies.
    void tell(const std::vector<std::pair<const Form*, Issues>>& issues) {
        const auto same_place = [](const Issue& a, const Issue& b) { return a.formula == b.formula && a.span == b.span && a.diagnostic.code == b.diagnostic.code; };
        for (const auto& [form, list] : issues) {
            for (const Issue& one : list.list()) {
                const std::size_t start = one.formula->offset + one.span.start;
                if (!told_.emplace(one.formula->file, start, one.diagnostic.code).second) continue;
                const bool everywhere = std::all_of(issues.begin(), issues.end(), [&](const auto& other) {
                    const auto& others = other.second.list();
                    return std::any_of(others.begin(), others.end(), [&](const Issue& each) { return same_place(each, one); });
                });
                Diagnostic diagnostic = one.diagnostic;
                if (!everywhere) {
                    diagnostic = diagnose(rule_codes::not_in_form, {{"form", same(form->id)}, {"years", same(form->years.to_string())}, {"message", one.diagnostic.message}});
                }
                file_of(one.formula->file).complain(std::move(diagnostic), start, one.formula->offset + one.span.end);
            }
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
            if (table < 0 || !instance.equation) continue;
            Equation equation;
            equation.rule = rule.id;
            equation.place = same(instance.at.row.empty() ? instance.at.column : instance.at.row);
            equation.constant = instance.equation->constant;
            for (const auto& term : instance.equation->terms) equation.terms.push_back({term.cell, term.factor});
            form.tables[static_cast<std::size_t>(table)].equations.push_back(std::move(equation));
        }
    }

    std::vector<std::string> rule_ids() const {
        auto ids = ids_of(catalogue_.rules, [](const Rule& one) { return one.id; });
        ids.insert(ids.end(), catalogue_.left_out.begin(), catalogue_.left_out.end());
        return ids;
    }

    /// Tests and waivers of files of their own name rules that exist.
    void check_tests_of_files() {
        if (catalogue_.tests.empty() && catalogue_.waivers.empty()) return;
        const auto ids = rule_ids();
        const auto check = [&](const std::string& id, const std::string& file, std::size_t at) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) complain(file, rule_codes::unknown_rule, at, {{"id", same(id)}, {"near", near_or_all(id, ids)}});
        };
        for (const RuleTest& test : catalogue_.tests) check(test.rule, test.file, test.offset);
        for (const Waiver& waiver : catalogue_.waivers) check(waiver.rule, waiver.file, waiver.rule_offset);
    }

    void choose_suite() {
        if (options_.suite.empty()) return;
        const auto names = ids_of(catalogue_.suites, [](const Suite& one) { return one.name; });
        if (std::find(names.begin(), names.end(), options_.suite) != names.end()) return apply_suite(catalogue_, options_.suite);
        unplaced_.push_back(diagnose(rule_codes::unknown_suite, {{"name", same(options_.suite)}, {"near", near_or_all(options_.suite, names)}}));
    }

    void tell_relations() {
        for (auto& one : check_relations(catalogue_)) {
            const Rule& rule = catalogue_.rules[one.rule];
            file_of(rule.file).complain(std::move(one.diagnostic), rule.check.offset, rule.check.offset + rule.check.text.size());
        }
    }

    const LoadOptions& options_;
    std::map<std::string, YamlFile> files_;
    std::vector<PendingForm> forms_;
    std::vector<Library> libraries_;
    CompiledTexts texts_;
    Catalogue catalogue_;
    std::set<std::tuple<std::string, std::size_t, std::string>> told_;
    std::vector<Diagnostic> unplaced_;
    std::size_t instances_ = 0;  ///< by their weights
};

}  // namespace

Result<Catalogue> load_catalogue(const std::vector<RuleFile>& files, const LoadOptions& options) { return Loading(options).load(files); }

}  // namespace gouji
