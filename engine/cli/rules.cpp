// SPDX-License-Identifier: Apache-2.0
// The commands under `rules`.
#include "engine/check/rule_tests.hpp"
#include "engine/cli/batch.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"

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
        for (auto& file : rule_files_for(path, streams.program, made.diagnostics)) {
            const bool known = std::any_of(made.files.begin(), made.files.end(), [&](const RuleFile& one) { return one.name == file.name; });
            if (!known) made.files.push_back(std::move(file));
        }
    }
    if (has_error(made.diagnostics)) return made;
    auto loaded = load_catalogue(made.files);
    append(made.diagnostics, std::move(loaded.diagnostics));
    made.catalogue = std::move(loaded.value);
    return made;
}

/// Mistakes go where they can be seen; a wrong file ends the command.
bool refused(const Loaded& loaded, const Arguments& arguments, Streams& streams) {
    streams.err << render_diagnostics(loaded.diagnostics, arguments.language);
    return !loaded.catalogue;
}

}  // namespace

int run_rules_list(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    std::string last;
    for (const Rule& rule : loaded.catalogue->rules) {
        if (!rule.reported || rule.id == last) continue;
        last = rule.id;
        streams.out << rule.id << "  " << name_of(rule.severity) << "  " << rule.title.in(arguments.language) << "\n";
    }
    return exit_clean;
}

int run_rules_show(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    bool found = false;
    std::vector<std::string> known;
    for (const Rule& rule : loaded.catalogue->rules) {
        known.push_back(rule.id);
        if (rule.id != arguments.id) continue;
        found = true;
        const auto put = [&](std::string_view key, std::string_view value) {
            if (!value.empty()) streams.out << "  " << key << ": " << value << "\n";
        };
        streams.out << rule.id << "  " << rule.file << ":" << rule.line << "\n";
        put("title", rule.title.in(arguments.language));
        put("severity", name_of(rule.severity));
        std::string forms;
        for (const auto& one : rule.forms) forms += (forms.empty() ? "" : ", ") + one;
        put("forms", forms);
        for (const auto& one : rule.fors) put("for", one.text);
        if (rule.when) put("when", rule.when->text);
        put("check", rule.check.text);
        put("message", rule.message.in(arguments.language));
        put("basis", rule.basis.in(arguments.language));
        put("note", rule.note.in(arguments.language));
    }
    if (found) return exit_clean;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    streams.err << render_diagnostics({diagnose(cli_codes::no_such_rule, {{"id", same(arguments.id)}, {"near", near_or_all(arguments.id, known)}})}, arguments.language);
    return exit_wrong;
}

int run_rules_lint(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (arguments.format == "json") streams.out << render_diagnostics_json(loaded.diagnostics, arguments.language);
    else streams.out << render_diagnostics(loaded.diagnostics, arguments.language);
    streams.out.flush();
    return has_error(loaded.diagnostics) ? exit_wrong : exit_clean;
}

int run_rules_test(const Arguments& arguments, Streams& streams) {
    const Loaded loaded = load(arguments, streams);
    if (refused(loaded, arguments, streams)) return exit_wrong;
    std::size_t failed = 0;
    const auto results = test_rules(*loaded.catalogue, loaded.files);
    for (const auto& one : results) {
        if (one.failures.empty()) continue;
        ++failed;
        streams.out << one.file << ":" << one.line << ": " << one.rule << "\n";
        for (const Words& why : one.failures) streams.out << "  " << why.in(arguments.language) << "\n";
    }
    streams.out << results.size() - failed << " passed, " << failed << " failed\n";
    return failed == 0 ? exit_clean : exit_findings;
}

}  // namespace gouji
