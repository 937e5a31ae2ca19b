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
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// What a missing figure counts as for a rule.
enum class Missing { undecided, zero, skip, fail, proven, computed };

/// By kind of presence.
using MissingPolicies = std::array<Missing, 6>;

struct RuleTest {
    std::string rule;  ///< its id
    Yaml given;
    Yaml expect;
    std::string file;
    std::size_t offset = 0;
};

/// Inclusive days, counted from 1970-01-01; open ends are missing.
struct Days {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;

    [[nodiscard]] bool any() const { return first || last; }
    [[nodiscard]] bool hold(std::int64_t day) const { return (!first || day >= *first) && (!last || day <= *last); }
};

struct Rule : RuleHead {
    // What a judge asks of every rule for every filing stands together, in few bytes.
    bool relation = false;  ///< stands in a form: true by the form itself
    bool reported = true;   ///< false for relations that serve only to choose among readings
    bool asks_previous = false;
    bool asks_totals = false;  ///< of tables that only the filing has
    bool everywhen = false;    ///< applies whatever the year, level and day are: the form decides
    std::size_t form = 0;      ///< of a relation: the place of its form in the catalogue
    std::uint64_t form_bits =
        0;  ///< of `everywhen`: the forms of the catalogue that it is for, where they are at most 64
    std::vector<bool> for_form;  ///< the forms of the catalogue that it is for

    Words note;  ///< when it can be wrong
    Words message;
    /// The arguments of the message, by language; or why the pattern is none.
    std::array<MessageArguments, 2> message_arguments;
    Severity severity = Severity::error;
    std::vector<std::string> forms;
    Years years;
    std::vector<std::string> levels;
    Days effective;
    std::size_t end_of_id = 0;  ///< behind the last rule of the same id in the catalogue
    std::vector<std::string>
        families;  ///< of a rule that names no form: those whose forms have what it names; empty for all
    std::vector<Formula> fors;
    std::size_t own_lets = 0;  ///< the first of `lets`; behind them those of its file and of libraries
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
        int fact = 0;
    };
    std::vector<FactSlot> facts;
    std::optional<Program> when;
    Program check;
    std::vector<std::pair<std::string, Program>> lets;  ///< those that the message uses
    /// What `check` states, where it is an equation of exact sums without a condition: such an instance can be passed
    /// without running its program.
    std::optional<LinearEquation> equation;
    bool tolerant = false;      ///< the rule's tolerance makes a difference
    bool judges_scope = false;  ///< asks for scope words itself
    /// What the variables are bound to, for compiling parts of the rule again; as long as the names live.
    std::vector<Binding> bindings;
};

/// What a judge can go by before it looks at the instances of a rule under a form themselves, in few bytes.
struct Shortcuts {
    /// Of each instance the fact that its first variable stands for, -1 for none: one that is not stated ends the
    /// matter.
    std::vector<int> facts;

    // Where each instance says that some counts of one table add up to as much as others, all of them in one list.
    static constexpr std::size_t most_alike = 32;
    /// Instances that follow each other and differ by the place of their cells alone, as the sums of all columns do.
    /// They are added up side by side: one long loop of one length costs far less than many short ones of their own.
    struct Block {
        std::uint16_t instances = 1;
        std::uint16_t shift = 0;  ///< from the cells of one instance to those of the next
        std::uint16_t added = 0;  ///< cells of the first instance, as they come in `cells`
        std::uint16_t taken = 0;  ///< cells that follow them, taken from the sum
    };
    int table = -1;  ///< none: the rule is more than that
    std::vector<Block> blocks;
    std::vector<std::uint16_t> cells;
};
Shortcuts shortcuts_of(const std::vector<Instance>& instances);

/// A rule has at most so many instances in a form, and all rules so many in all forms: one takes some 6 us and 2 KB.
inline constexpr std::size_t most_instances = 10'000;
inline constexpr std::size_t most_in_all = 50'000;
/// For how many an instance counts: its programs may have 20,000 instructions each.
std::size_t weight_of(const Instance& instance);

/// One of the messages of the rule has an argument of that name.
bool message_uses(const Rule& rule, std::string_view name);

/// All instances of a rule under these names; mistakes go to `issues`.
std::vector<Instance> instances_of(const Rule& rule, const Names& names, Issues& issues);

/// True when the formula asks for the variable, let, name, function or domain, at any depth.
bool uses_name(const Node& node, std::string_view name);

}  // namespace gouji
