// SPDX-License-Identifier: Apache-2.0
// Owns: a rule as its YAML entry says it, parsed, and an instance of it, compiled.
// Refuses: figures; a rule knows the names of a form, never a filing.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/ast.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/program.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/yaml.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// What a missing figure counts as for a rule.
enum class Missing { undecided, zero, skip, fail };

struct RuleTest {
    Yaml given;
    Yaml expect;
    std::size_t offset = 0;
};

struct Rule {
    std::string id;
    Words title;
    Words basis;
    Words note;  ///< when it can be wrong
    Words message;
    Severity severity = Severity::error;
    std::vector<std::string> forms;
    Years years;
    bool relation = false;  ///< stands in a form: true by the form itself
    bool reported = true;   ///< false for relations that serve only to choose among readings
    std::vector<Formula> fors;
    Lets lets;
    std::optional<Formula> when;
    Formula check;
    std::array<Missing, 6> missing{};  ///< by kind of presence
    std::vector<RuleTest> tests;
    std::string file;
    std::size_t offset = 0;
    int line = 0;
};

/// A rule and one binding of its variables, ready to run.
struct Instance {
    At at;
    std::vector<std::pair<std::string, std::string>> bound;  ///< variable and what it stands for
    std::string fact_variable;  ///< set when it is about each mention of a fact
    int fact = -1;
    std::optional<Program> when;
    Program check;
    std::optional<std::pair<Program, Program>> sides;
    std::vector<std::pair<std::string, Program>> lets;
};

/// All instances of a rule under these names; mistakes go to `issues`.
std::vector<Instance> instances_of(const Rule& rule, const Names& names, std::vector<Issue>& issues);

}  // namespace gouji
