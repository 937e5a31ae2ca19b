// SPDX-License-Identifier: Apache-2.0
// Owns: the verdicts of a filing: every instance of every rule, under every combination of readings that remains.
// Refuses: to report; what is shown, and how, is up to reports/.
#pragma once

#include "engine/check/figures/figures.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/catalogue.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace gouji {

/// How much of a judgement is written down.
enum class Detail {
    all,       ///< every verdict; those that did not simply pass have their reasons and figures
    findings,  ///< a filing in which nothing failed has only counts of outcomes
};

/// All reported rules. `choose_readings` must have been called on the filings. Messages are in both languages.
Judgement judge(const Case& asked, const Catalogue& catalogue, Detail detail = Detail::all);

/// How many instances come to each outcome: `judge` without its words.
std::array<int, 7> count_outcomes(const Case& asked, const Catalogue& catalogue);
/// What each instance comes to: `judge` without its words, in the same order.
std::vector<Outcome> outcomes_of(const Case& asked, const Catalogue& catalogue);

/// The rules of one id: `first` and those behind it with the same id. For tests of rules.
std::vector<Verdict> judge_rule(const Case& asked, const Catalogue& catalogue, std::size_t first);

/// An instance with what it was judged by, for tools that look into evaluation. Valid during the call that gets it.
struct Inspected {
    const Rule& rule;
    const Instance& instance;  ///< with its bindings
    const Names& names;
    Figures& figures;  ///< of the instance, under the preferred readings
    const Verdict& verdict;
};
/// Calls `inspect` for each instance of the rules of one id that applies.
void inspect_rule(const Case& asked, const Catalogue& catalogue, std::size_t first,
    const std::function<void(const Inspected&)>& inspect);

/// The value of a part of an inspected rule; nothing where the part has no value of its own (a table, several cells).
struct PartValue {
    Value value;
    Measure measure = Measure::any;
    Program program;
};
std::optional<PartValue> evaluate_part(const Inspected& inspected, const Formula& formula, const Node& node);

/// A part of a formula as it is written, with its closing brackets.
std::string text_of(const Formula& formula, const Node& node);

}  // namespace gouji
