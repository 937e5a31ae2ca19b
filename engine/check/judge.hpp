// SPDX-License-Identifier: Apache-2.0
// Owns: the verdicts of a filing: every instance of every rule, under every combination of readings that remains.
// Refuses: to report; what is shown, and how, is up to reports/.
#pragma once

#include "engine/check/figures.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/catalogue.hpp"

#include <array>
#include <cstddef>
#include <functional>

namespace gouji {

/// A filing with what else is known: the same organ's filing of the year before, or why there is none.
struct Case {
    const Filing* filing = nullptr;
    const Filing* previous = nullptr;
    Words no_previous = {"没有一并给出上一年的报告。", "The report of the year before was not given."};
};

/// All reported rules. `choose_readings` must have been called on the filings. Messages are in both languages.
Judgement judge(const Case& given, const Catalogue& catalogue);

/// How many instances come to each outcome: `judge` without its words.
std::array<int, 7> count_outcomes(const Case& given, const Catalogue& catalogue);

/// The rules of one id: `first` and those behind it with the same id. For tests of rules.
std::vector<Verdict> judge_rule(const Case& given, const Catalogue& catalogue, std::size_t first);

/// Calls `take` for each instance of these rules that applies, with the figures bound to what it is about. For tools that
/// look into evaluation.
using TakeInstance = std::function<void(const Rule& rule, const Instance& instance, const Names& names, Figures& figures, const Verdict& verdict)>;
void inspect_rule(const Case& given, const Catalogue& catalogue, std::size_t first, const TakeInstance& take);

/// For each filing, the one of the same organ and the year before; a reason where there is none or more than one.
std::vector<Case> link_years(const std::vector<const Filing*>& filings);

}  // namespace gouji
