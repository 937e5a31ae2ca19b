// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/catalogue.hpp"

#include "engine/base/version.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/file_kinds.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <map>
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
    for (Rule& one : rules) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    std::vector<Rule> sorted;
    sorted.reserve(rules.size());
    for (Rule* one : order) sorted.push_back(std::move(*one));
    rules = std::move(sorted);
}

class Loading {
public:
    explicit Loading(const LoadOptions& options) : options_(options) {}

    Result<Catalogue> load(const std::vector<RuleFile>& files) {
        for (const RuleFile& file : files) read(file);
        load_forms(std::move(forms_), catalogue_);
        sort_by_id(catalogue_.rules);
        std::stable_sort(catalogue_.forms.begin(), catalogue_.forms.end(), [](const FormEntry& a, const FormEntry& b) {
            return a.form.years.first.value_or(0) < b.form.years.first.value_or(0);
        });
        check_ids();
        for (FormEntry& entry : catalogue_.forms) prepare(entry);
        join_labels(catalogue_.editions);
        compile_rules(catalogue_, libraries_, files_, options_.thorough);
        for (std::size_t r = catalogue_.rules.size(); r-- > 0;) {
            const bool last = r + 1 == catalogue_.rules.size() || catalogue_.rules[r + 1].id != catalogue_.rules[r].id;
            catalogue_.rules[r].end_of_id = last ? r + 1 : catalogue_.rules[r + 1].end_of_id;
        }
        for (const auto& forms : catalogue_.compiled) {
            catalogue_.shortcuts.emplace_back();
            for (const auto& instances : forms) catalogue_.shortcuts.back().push_back(shortcuts_of(instances));
        }
        check_tests_of_files();
        check_suites(catalogue_, files_);
        check_organs(catalogue_, files_);
        check_decisions(catalogue_, files_);
        choose_suite();
        for (std::size_t first = 0; first < catalogue_.rules.size(); first = catalogue_.rules[first].end_of_id) {
            if (catalogue_.rules[first].reported)
                catalogue_.reported.emplace_back(first, catalogue_.rules[first].end_of_id);
        }
        if (options_.thorough) tell_relations();
        Result<Catalogue> made;
        made.diagnostics = files_.take_mistakes();
        append(made.diagnostics, std::move(unplaced_));
        std::stable_sort(
            made.diagnostics.begin(), made.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
                return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
            });
        if (!has_error(made.diagnostics)) made.value = std::move(catalogue_);
        return made;
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
        } else if (root.is_map() && root.find("form")) {
            forms_.push_back({&file, std::move(root), source.reported});
        } else if (root.is_map() && root.find("suite")) {
            catalogue_.suites.push_back(load_suite(file, root));
        } else if (root.is_map() && root.find("waivers")) {
            expect_keys(file, root, "waivers");
            for_each_item(file, *root.find("waivers"),
                [&](const Yaml& one) { catalogue_.waivers.push_back(load_waiver(file, one)); });
        } else if (root.is_map() && root.find("decisions")) {
            expect_keys(file, root, "decisions");
            for_each_item(file, *root.find("decisions"),
                [&](const Yaml& one) { catalogue_.decisions.push_back(load_decision(file, one)); });
        } else if (root.is_map() && root.find("organs")) {
            expect_keys(file, root, "organs");
            for_each_item(file, *root.find("organs"),
                [&](const Yaml& one) { catalogue_.organs.push_back(load_organ(file, one)); });
        } else if (root.is_map() && root.find("tests")) {
            expect_keys(file, root, "tests");
            for_each_item(
                file, *root.find("tests"), [&](const Yaml& one) { catalogue_.tests.push_back(load_test(file, one)); });
        } else if (root.is_list()) {
            if (!source.only_forms) return read_rules(file, root);
            for (const Yaml& one : root.items) {
                if (const Yaml* id = one.find("id")) catalogue_.left_out.push_back(id->text);
            }
        } else if (!root.is_null() || (!has_error(file.diagnostics()) && options_.thorough)) {
            file.complain(rule_codes::wrong_kind, root, {{"wanted", kinds_for(source.option)}});
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
        file.complain(
            rule_codes::needs_newer, *needs, {{"id", same(id ? id->text : "?")}, {"needs", same(needs->text)}});
        return true;
    }

    void read_rules(YamlFile& file, const Yaml& root) {
        constexpr std::size_t most_rules = 10'000;
        if (catalogue_.rules.size() + root.items.size() > most_rules)
            return file.complain(rule_codes::too_many_rules, root, {{"limit", same(std::to_string(most_rules))}});
        for (const Yaml& one : root.items) {
            if (one.is_map() && is_newer(file, one)) continue;
            if (one.is_map() && one.find("let") && !one.find("check") && !one.find("id"))
                libraries_.push_back(load_library(file, one));
            else catalogue_.rules.push_back(load_rule(file, one));
        }
    }

    /// One id, one rule; only relations may stand in several forms, once in each.
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

    void prepare(FormEntry& entry) {
        entry.names = names_of(entry, {});
        entry.specimen = specimen_of(entry.names);
        std::vector<EditionMistake> mistakes;
        catalogue_.editions.push_back(compile_edition(entry.form, texts_, mistakes));
        for (auto& one : mistakes) {
            files_.of(one.where.file)
                .complain(std::move(one.mistake.diagnostic), one.where.offset + one.mistake.span.start,
                    one.where.offset + one.mistake.span.end);
        }
    }

    std::vector<std::string> rule_ids() const {
        auto ids = ids_of(catalogue_.rules, [](const Rule& one) { return one.id; });
        ids.insert(ids.end(), catalogue_.left_out.begin(), catalogue_.left_out.end());
        return ids;
    }

    /// Tests and waivers of files of their own name rules that exist.
    void check_tests_of_files() {
        if (options_.alone || (catalogue_.tests.empty() && catalogue_.waivers.empty())) return;
        const auto ids = rule_ids();
        const auto check = [&](const std::string& id, const std::string& file, std::size_t at) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                files_.complain(file, rule_codes::unknown_rule, at, {{"id", same(id)}, {"near", near_or_all(id, ids)}});
        };
        for (const RuleTest& test : catalogue_.tests) check(test.rule, test.file, test.offset);
        for (const Waiver& waiver : catalogue_.waivers) check(waiver.rule, waiver.file, waiver.rule_offset);
    }

    void choose_suite() {
        if (options_.suite.empty()) return;
        const auto names = ids_of(catalogue_.suites, [](const Suite& one) { return one.name; });
        if (std::find(names.begin(), names.end(), options_.suite) != names.end())
            return apply_suite(catalogue_, options_.suite);
        unplaced_.push_back(diagnose(
            rule_codes::unknown_suite, {{"name", same(options_.suite)}, {"near", near_or_all(options_.suite, names)}}));
    }

    void tell_relations() {
        for (auto& one : check_relations(catalogue_)) {
            const Rule& rule = catalogue_.rules[one.rule];
            files_.of(rule.file).complain(
                std::move(one.diagnostic), rule.check.offset, rule.check.offset + rule.check.text.size());
        }
    }

    const LoadOptions& options_;
    LoadedFiles files_;
    std::vector<PendingForm> forms_;
    std::vector<Library> libraries_;
    CompiledTexts texts_;
    Catalogue catalogue_;
    std::vector<Diagnostic> unplaced_;
};

}  // namespace

Result<Catalogue> load_catalogue(const std::vector<RuleFile>& files, const LoadOptions& options) {
    return Loading(options).load(files);
}

}  // namespace gouji
