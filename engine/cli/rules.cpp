// SPDX-License-Identifier: Apache-2.0
// The commands under `rules`.
#include "engine/check/rule_tests.hpp"
#include "engine/cli/batch.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "reports/rules.hpp"

#include <algorithm>
#include <ostream>

namespace gouji {
namespace {

struct Loaded {
    std::vector<RuleFile> files;
    std::optional<Catalogue> catalogue;
    std::vector<Diagnostic> diagnostics;
};

/// The shipped rules, or those of the paths with the shipped forms beside them.
Loaded load(const Arguments& arguments, Streams& streams) {
    Loaded made;
    for (const auto& path : arguments.paths.empty() ? std::vector<std::string>{""} : arguments.paths) {
        for (auto& file : rule_files_for({path, false, {}}, streams.program, made.diagnostics)) {
            const bool known = std::any_of(made.files.begin(), made.files.end(), [&](const RuleFile& one) { return one.name == file.name; });
            if (!known) made.files.push_back(std::move(file));
        }
    }
    if (has_error(made.diagnostics)) return made;
    auto loaded = load_catalogue(made.files, {true, {}, std::string(version)});
    append(made.diagnostics, std::move(loaded.diagnostics));
    made.catalogue = std::move(loaded.value);
    return made;
}

RulesFormat format_of(const Arguments& arguments) { return arguments.format == "json" ? RulesFormat::json : RulesFormat::text; }

/// Mistakes go where they can be seen; a wrong file ends the command.
bool refused(const Loaded& loaded, const Arguments& arguments, Streams& streams) {
    streams.err << render_diagnostics(loaded.diagnostics, arguments.language);
    return !loaded.catalogue;
}

}  // namespace

int run_rules_list(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    std::vector<const Rule*> rules;
    for (const Rule& rule : loaded.catalogue->rules) {
        if (rule.reported && (rules.empty() || rules.back()->id != rule.id)) rules.push_back(&rule);
    }
    return write_result(render_rules(rules, format_of(arguments), arguments.language), arguments, streams);
}

int run_rules_show(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    std::vector<const Rule*> entries;
    std::vector<std::string> known;
    for (const Rule& rule : loaded.catalogue->rules) {
        if (rule.id == arguments.id) entries.push_back(&rule);
        if (known.empty() || known.back() != rule.id) known.push_back(rule.id);
    }
    if (!entries.empty()) return write_result(render_rule(entries, format_of(arguments), arguments.language), arguments, streams);
    streams.err << render_diagnostics({diagnose(cli_codes::no_such_rule, {{"id", same(arguments.id)}, {"near", near_or_all(arguments.id, known)}})}, arguments.language);
    return exit_wrong;
}

int run_rules_lint(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    const bool json = format_of(arguments) == RulesFormat::json;
    const int written = write_result(json ? render_diagnostics_json(loaded.diagnostics, arguments.language) : render_diagnostics(loaded.diagnostics, arguments.language), arguments, streams);
    return has_error(loaded.diagnostics) ? static_cast<int>(exit_wrong) : written;
}

int run_rules_test(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    const auto results = test_rules(*loaded.catalogue, loaded.files);
    const int written = write_result(render_rule_tests(results, format_of(arguments), arguments.language), arguments, streams);
    if (written != exit_clean) return written;
    const bool failed = std::any_of(results.begin(), results.end(), [](const RuleTestResult& one) { return !one.failures.empty(); });
    return failed ? exit_findings : exit_clean;
}

}  // namespace gouji
