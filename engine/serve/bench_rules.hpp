// SPDX-License-Identifier: Apache-2.0
// Owns: the rules, waivers and decisions that the workbench judges by, as they were when they were loaded.
// Refuses: to change: who needs newer ones loads them anew, and those who work with these go on.
#pragma once

#include "engine/base/result.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/store/encode.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Finds the files again each time: somebody may have changed them.
using FindRuleFiles = std::function<std::vector<RuleFile>(std::vector<Diagnostic>& diagnostics)>;

struct BenchRules {
    explicit BenchRules(Catalogue loaded) : catalogue(std::move(loaded)), encoding(catalogue) {}
    BenchRules(const BenchRules&) = delete;
    BenchRules& operator=(const BenchRules&) = delete;

    const Catalogue catalogue;
    const FilingEncoding encoding;
    std::vector<RuleFile> files;
    std::string rules_version;      ///< of all that verdicts depend on
    std::string decisions_version;  ///< of what people have said
    std::string forms_version;      ///< of what filings are read by

    /// The entries of a rule, and where the first is in the catalogue; none where there is no such rule.
    struct Found {
        std::vector<const Rule*> entries;
        std::size_t first = 0;
    };
    [[nodiscard]] Found rule(std::string_view id) const;
};

/// Without a value a file has a mistake, or there is no rule.
Result<std::shared_ptr<const BenchRules>> load_bench_rules(const FindRuleFiles& find, const std::string& suite);

/// Why no run would take the rules if the file at `path` said that. A rule that has no tests yet may be saved.
std::vector<Diagnostic> mistakes_with(const FindRuleFiles& find, const std::string& path, const std::string& content);

/// The rules of a text alone, with the forms of those files beside them; what is wrong with the text is told with the
/// name `name`. `thorough`: tests are read too.
Result<std::shared_ptr<const BenchRules>> load_text(
    const BenchRules& rules, std::string_view text, const std::string& name, bool thorough);

}  // namespace gouji
