// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/bench_rules.hpp"

#include "engine/store/digest.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

std::string hex(const std::string& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : digest.substr(0, 8)) {
        text += digits[static_cast<unsigned char>(c) >> 4U];
        text += digits[static_cast<unsigned char>(c) & 0xFU];
    }
    return text;
}

bool holds(const RuleFile& file, std::string_view key) {
    return file.content.starts_with(key) || file.content.find("\n" + std::string(key)) != std::string::npos;
}

void take_versions(BenchRules& rules) {
    std::string all;
    std::string decisions;
    std::string forms;
    for (const RuleFile& one : rules.files) {
        if (one.option == "--decisions") decisions = digest_of({decisions, one.name, one.content});
        else all = digest_of({all, one.name, one.content});
        if (holds(one, "form:") || holds(one, "lexicon:")) forms = digest_of({forms, one.name, one.content});
    }
    rules.rules_version = hex(all);
    rules.decisions_version = hex(decisions);
    rules.forms_version = hex(forms);
}

Result<std::shared_ptr<const BenchRules>> load_files(std::vector<RuleFile> files, const LoadOptions& options) {
    Result<Catalogue> loaded = load_catalogue(files, options);
    Result<std::shared_ptr<const BenchRules>> made;
    made.diagnostics = std::move(loaded.diagnostics);
    if (!loaded) return made;
    auto rules = std::make_shared<BenchRules>(std::move(*loaded.value));
    rules->files = std::move(files);
    take_versions(*rules);
    made.value = std::move(rules);
    return made;
}

}  // namespace

BenchRules::Found BenchRules::rule(std::string_view id) const {
    Found found;
    for (std::size_t i = 0; i < catalogue.rules.size(); ++i) {
        if (catalogue.rules[i].id != id) continue;
        if (found.entries.empty()) found.first = i;
        found.entries.push_back(&catalogue.rules[i]);
    }
    return found;
}

Result<std::shared_ptr<const BenchRules>> load_bench_rules(const FindRuleFiles& find, const std::string& suite) {
    std::vector<Diagnostic> diagnostics;
    std::vector<RuleFile> files = find(diagnostics);
    Result<std::shared_ptr<const BenchRules>> made;
    if (!has_error(diagnostics)) made = load_files(std::move(files), {false, suite});
    append(diagnostics, std::move(made.diagnostics));
    made.diagnostics = std::move(diagnostics);
    return made;
}

std::vector<Diagnostic> mistakes_with(const FindRuleFiles& find, const std::string& path, const std::string& content) {
    std::vector<Diagnostic> diagnostics;
    std::vector<RuleFile> files = find(diagnostics);
    const auto known = std::find_if(files.begin(), files.end(), [&](const RuleFile& one) { return one.name == path; });
    if (known != files.end()) known->content = content;
    else files.push_back({path, content});
    append(diagnostics, load_catalogue(files, {false}).diagnostics);
    std::erase_if(diagnostics, [](const Diagnostic& one) { return one.severity != Severity::error; });
    return diagnostics;
}

Result<std::shared_ptr<const BenchRules>> load_text(
    const BenchRules& rules, std::string_view text, const std::string& name, bool thorough) {
    std::vector<RuleFile> files;
    for (const RuleFile& one : rules.files) {
        if (!one.option.empty() || one.name == name) continue;
        files.push_back(one);
        files.back().only_forms = true;
    }
    files.push_back({name, std::string(text)});
    auto made = load_files(std::move(files), {thorough});
    // Only the text is asked about.
    std::erase_if(made.diagnostics, [&](const Diagnostic& one) { return one.file != name; });
    return made;
}

}  // namespace gouji
