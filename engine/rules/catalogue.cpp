// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/catalogue.hpp"

#include "engine/base/version.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/compile_rule.hpp"
#include "engine/rules/file_kinds.hpp"
#include "engine/rules/private_check_relations.hpp"
#include "engine/rules/private_compile_rules.hpp"
#include "engine/rules/private_ids.hpp"
#include "engine/rules/private_load_decisions.hpp"
#include "engine/rules/private_load_forms.hpp"
#include "engine/rules/private_load_lexicon.hpp"
#include "engine/rules/private_load_organs.hpp"
#include "engine/rules/private_load_rule.hpp"
#include "engine/rules/private_load_suites.hpp"
#include "engine/rules/private_load_tests.hpp"
#include "engine/rules/private_load_waivers.hpp"
#include "engine/rules/shortcuts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gouji {
namespace {

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

/// Rules are large: each is moved once.
void sort_by_id(std::vector<Rule>& rules) {
    std::vector<Rule*> order;
    for (Rule& rule : rules) order.push_back(&rule);
    std::stable_sort(order.begin(), order.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    std::vector<Rule> sorted;
    sorted.reserve(rules.size());
    for (Rule* rule : order) sorted.push_back(std::move(*rule));
    rules = std::move(sorted);
}

class CatalogueLoader {
public:
    explicit CatalogueLoader(const LoadOptions& options) : options_(options) {}

    Result<Catalogue> load(const std::vector<RuleFile>& files) {
        for (const RuleFile& file : files) read(file);
        load_forms(std::move(forms_), catalogue_);
        give_words();
        sort_by_id(catalogue_.rules);
        std::stable_sort(catalogue_.forms.begin(), catalogue_.forms.end(), [](const FormEntry& a, const FormEntry& b) {
            return a.form.years.first.value_or(0) < b.form.years.first.value_or(0);
        });
        check_ids();
        for (FormEntry& entry : catalogue_.forms) prepare(entry);
        join_labels(catalogue_.editions);
        compile_rules(catalogue_, libraries_, files_, options_.thorough);
        number_rules();
        prepare_shortcuts(catalogue_);
        check_tests_of_files();
        check_suites(catalogue_, files_);
        check_organs(catalogue_, files_);
        check_decisions(catalogue_, files_);
        choose_suite();
        list_reported();
        if (options_.thorough) complain_of_relations();
        return result();
    }

private:
    void read(const RuleFile& source) {
        YamlFile& file = files_.add(source.name, source.content);
        Yaml root = file.parse(options_.thorough);
        const FileKind* kind = kind_of_file(root);
        if (kind && !source.option.empty() && kind->option != source.option) {
            file.complain(rule_codes::other_kind, root,
                {{"option", same(source.option)}, {"wanted", kinds_for(source.option)},
                    {"found", {std::string(kind->zh), std::string(kind->en)}}, {"other", same(kind->option)}});
        } else if (kind && kind->key == "form") {
            forms_.push_back({&file, std::move(root), source.reported});
        } else if (kind && kind->key == "lexicon") {
            lexicons_.push_back(load_lexicon(file, root));
        } else if (kind && kind->key == "suite") {
            catalogue_.suites.push_back(load_suite(file, root));
        } else if (kind && !kind->key.empty()) {
            read_entries(file, root, kind->key);
        } else if (kind) {
            if (!source.only_forms) return read_rules(file, root);
            for (const Yaml& entry : root.items) {
                if (const Yaml* id = entry.find("id")) catalogue_.left_out.push_back(id->text);
            }
        } else if (!root.is_null() || (!has_error(file.diagnostics()) && options_.thorough)) {
            file.complain(rule_codes::wrong_kind, root, {{"wanted", kinds_for(source.option)}});
        }
    }

    /// A file that is one list of entries under its key.
    void read_entries(YamlFile& file, const Yaml& root, std::string_view key) {
        expect_keys(file, root, key);
        for_each_item(file, *root.find(key), [&](const Yaml& entry) {
            if (key == "waivers") catalogue_.waivers.push_back(load_waiver(file, entry));
            else if (key == "decisions") catalogue_.decisions.push_back(load_decision(file, entry));
            else if (key == "organs") catalogue_.organs.push_back(load_organ(file, entry));
            else if (key == "tests") catalogue_.tests.push_back(load_test(file, entry));
        });
    }

    /// A rule of a newer version is left out before its keys are judged: this program cannot know them.
    bool is_newer(YamlFile& file, const Yaml& entry) {
        const Yaml* needs = entry.find("needs");
        if (!needs || !needs->is_scalar()) return false;
        const auto wanted = parse_version(needs->text);
        if (!wanted) file.complain(rule_codes::wrong_version, *needs, {{"text", same(needs->text)}});
        if (!wanted || *wanted <= *parse_version(version())) return false;
        const Yaml* id = entry.find("id");
        file.complain(
            rule_codes::needs_newer, *needs, {{"id", same(id ? id->text : "?")}, {"needs", same(needs->text)}});
        return true;
    }

    void read_rules(YamlFile& file, const Yaml& root) {
        constexpr std::size_t most_rules = 10'000;
        if (catalogue_.rules.size() + root.items.size() > most_rules)
            return file.complain(rule_codes::too_many_rules, root, {{"limit", same(std::to_string(most_rules))}});
        for (const Yaml& entry : root.items) {
            if (entry.is_map() && is_newer(file, entry)) continue;
            if (entry.is_map() && entry.find("let") && !entry.find("check") && !entry.find("id"))
                libraries_.push_back(load_library(file, entry));
            else catalogue_.rules.push_back(load_rule(file, entry));
        }
    }

    /// One id, one rule; only relations may be in several forms, once in each.
    void check_ids() {
        std::map<std::string, std::vector<const Rule*>> seen;
        for (const Rule& rule : catalogue_.rules) {
            if (rule.id.empty()) continue;
            for (const Rule* other : seen[rule.id]) {
                if (rule.relation && other->relation && rule.forms != other->forms) continue;
                files_.complain(rule.file, rule_codes::duplicate_id, rule.offset,
                    {{"id", same(rule.id)}, {"file", same(other->file + ":" + std::to_string(other->line))}});
                break;
            }
            seen[rule.id].push_back(&rule);
        }
        for (std::size_t i = 0; i < catalogue_.forms.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const Form& form = catalogue_.forms[i].form;
                const Form& other = catalogue_.forms[j].form;
                if (form.id == other.id)
                    files_.complain(form.file, rule_codes::duplicate_id, form.id_offset,
                        {{"id", same(form.id)}, {"file", same(other.file)}});
            }
        }
    }

    /// Each form has the words of all lexicons of its family.
    void give_words() {
        std::vector<std::string> families;
        for (const FormEntry& entry : catalogue_.forms) families.push_back(entry.form.family);
        for (const Lexicon& one : lexicons_) {
            if (std::find(families.begin(), families.end(), one.family) == families.end() && !options_.alone)
                files_.complain(one.file, rule_codes::unknown_family, one.offset,
                    {{"id", same(one.family)}, {"near", near_or_all(one.family, families)}});
            for (FormEntry& entry : catalogue_.forms) {
                if (entry.form.family != one.family) continue;
                entry.form.lexicon.insert(entry.form.lexicon.end(), one.words.begin(), one.words.end());
            }
        }
    }

    void prepare(FormEntry& entry) {
        entry.names = names_of(entry, {});
        entry.specimen = specimen_of(entry.names);
        std::vector<EditionMistake> mistakes;
        catalogue_.editions.push_back(compile_edition(entry.form, texts_, mistakes));
        for (auto& [mistake, where] : mistakes) {
            files_.of(where.file)
                .complain(
                    std::move(mistake.diagnostic), where.offset + mistake.span.start, where.offset + mistake.span.end);
        }
    }

    std::vector<std::string> rule_ids() const {
        auto ids = ids_of(catalogue_.rules, [](const Rule& rule) { return rule.id; });
        ids.insert(ids.end(), catalogue_.left_out.begin(), catalogue_.left_out.end());
        return ids;
    }

    /// Tests and waivers of files of their own name rules that exist.
    void check_tests_of_files() {
        if (options_.alone || (catalogue_.tests.empty() && catalogue_.waivers.empty())) return;
        const auto ids = rule_ids();
        const std::set<std::string_view> known(ids.begin(), ids.end());
        const auto check = [&](const std::string& id, const std::string& file, std::size_t at) {
            if (!known.contains(id))
                files_.complain(file, rule_codes::unknown_rule, at, {{"id", same(id)}, {"near", near_or_all(id, ids)}});
        };
        for (const RuleTest& test : catalogue_.tests) check(test.rule, test.file, test.offset);
        for (const Waiver& waiver : catalogue_.waivers) check(waiver.rule, waiver.file, waiver.rule_offset);
    }

    void choose_suite() {
        if (options_.suite.empty()) return;
        const auto names = ids_of(catalogue_.suites, [](const Suite& suite) { return suite.name; });
        if (std::find(names.begin(), names.end(), options_.suite) != names.end())
            return apply_suite(catalogue_, options_.suite);
        unplaced_.push_back(diagnose(
            rule_codes::unknown_suite, {{"name", same(options_.suite)}, {"near", near_or_all(options_.suite, names)}}));
    }

    /// Where each rule and each id is in the catalogue.
    void number_rules() {
        auto& rules = catalogue_.rules;
        for (std::size_t r = rules.size(); r-- > 0;) {
            rules[r].index = r;
            const bool last = r + 1 == rules.size() || rules[r + 1].id != rules[r].id;
            rules[r].end_of_id = last ? r + 1 : rules[r + 1].end_of_id;
        }
    }

    void list_reported() {
        const auto& rules = catalogue_.rules;
        for (std::size_t first = 0; first < rules.size(); first = rules[first].end_of_id) {
            if (rules[first].reported) catalogue_.reported.emplace_back(first, rules[first].end_of_id);
        }
    }

    void complain_of_relations() {
        for (auto& mistake : check_relations(catalogue_)) {
            const Rule& rule = catalogue_.rules[mistake.rule];
            files_.of(rule.file).complain(
                std::move(mistake.diagnostic), rule.check.offset, rule.check.offset + rule.check.text.size());
        }
    }

    Result<Catalogue> result() {
        Result<Catalogue> result;
        result.diagnostics = files_.take_mistakes();
        append(result.diagnostics, std::move(unplaced_));
        std::stable_sort(
            result.diagnostics.begin(), result.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
                return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
            });
        if (!has_error(result.diagnostics)) result.value = std::move(catalogue_);
        return result;
    }

    const LoadOptions& options_;
    LoadedFiles files_;
    std::vector<PendingForm> forms_;
    std::vector<Lexicon> lexicons_;
    std::vector<Library> libraries_;
    CompiledTexts texts_;
    Catalogue catalogue_;
    std::vector<Diagnostic> unplaced_;
};

}  // namespace

Result<Catalogue> load_catalogue(const std::vector<RuleFile>& files, const LoadOptions& options) {
    return CatalogueLoader(options).load(files);
}

}  // namespace gouji
