// SPDX-License-Identifier: Apache-2.0
// Owns: a rule as its YAML entry says it, parsed, and an instance of it, compiled.
// Refuses: figures; a rule knows the names of a form, never a filing.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/ast.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/linear.hpp"
#include "engine/language/message.hpp"
#include "engine/language/program.hpp"
#include "engine/language/tolerate.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/yaml.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// How a rule counts a missing figure.
enum class Missing { undecided, zero, skip, fail, proven, computed };

/// By kind of presence.
using MissingPolicies = std::array<Missing, 6>;

struct RuleTest {
    std::string rule;  ///< its id
    Yaml given;
    Yaml expect;
    std::string file;
    std::size_t offset = 0;
    int line = 0;
};

/// Inclusive days, counted from 1970-01-01; open ends are missing.
struct Days {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;

    [[nodiscard]] bool any() const { return first || last; }
    [[nodiscard]] bool hold(std::int64_t day) const { return (!first || day >= *first) && (!last || day <= *last); }
};

struct Rule : RuleHead {
    // What a judge asks of every rule for every filing is kept together, in few bytes.
    bool relation = false;  ///< of a form: true by the form itself
    bool reported = true;   ///< false for relations that serve only to choose among readings
    bool asks_previous = false;
    bool asks_totals = false;    ///< of tables that only the filing has
    bool asks_printed = false;   ///< of tables whose rows are those that the filing prints
    std::size_t form = 0;        ///< of a relation: the place of its form in the catalogue
    std::vector<bool> for_form;  ///< the forms of the catalogue that it is for

    Words note;  ///< when it can be wrong
    Words message;
    /// The arguments of the message, by language; or why it is not a pattern.
    std::array<MessageArguments, 2> message_arguments;
    Severity severity = Severity::error;
    std::vector<std::string> forms;
    Years years;
    std::vector<std::string> levels;
    Days effective;
    std::size_t end_of_id = 0;  ///< the place after the last rule of the same id
    /// The families whose forms have the names that the rule uses, if it names no form; empty for all.
    std::vector<std::string> families;
    std::vector<Formula> fors;
    std::size_t own_lets = 0;  ///< the first of `lets`; after them those of its file and of libraries
    Lets lets;
    std::vector<std::string> uses;  ///< libraries
    std::optional<Formula> when;
    Formula check;
    Tolerance tolerance;
    MissingPolicies missing{};
    std::vector<RuleTest> tests;
    std::string file;
    std::size_t offset = 0;
    int line = 0;
};

/// A rule and one binding of its variables, ready to run.
struct Instance {
    At at;
    std::vector<std::pair<std::string, std::string>> bound;  ///< variable and what it stands for
    /// Variables that stand for each mention of a fact, in the order of their slots.
    struct FactSlot {
        std::string variable;
        StatedFact fact;
    };
    std::vector<FactSlot> facts;
    std::shared_ptr<const Program> when;  ///< none for most: an instance is to be small, there are many
    Program check;
    std::vector<std::pair<std::string, Program>> lets;  ///< those that the message uses
    /// The equation that `check` states without a condition, if it is one of sums that are exact, or apart by what
    /// rounding of their figures allows.
    std::optional<LinearEquation> equation;
    /// The equation of exact sums: such an instance can pass without a run of its program.
    [[nodiscard]] const LinearEquation* exact_equation() const { return equation && !tolerant ? &*equation : nullptr; }
    bool tolerant = false;      ///< the rule's tolerance makes a difference
    bool judges_scope = false;  ///< asks for scope words itself
    /// The bindings of the variables, for compiling parts of the rule again; valid as long as the names live.
    std::vector<Binding> bindings;
};

/// One of the messages of the rule has an argument of that name.
bool message_uses(const Rule& rule, std::string_view name);

}  // namespace gouji
