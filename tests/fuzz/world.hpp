// SPDX-License-Identifier: Apache-2.0
// Owns: what several targets need: catalogues that are loaded once, the way of a document through the program, filings
// to begin from.
// Refuses: to forgive: what does not hold ends the process, so that a fuzzer sees it.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/source/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji::fuzz {

/// The shipped forms and rules.
const Catalogue& shipped();
/// A form of one small table and a few facts: quick to load beside a stranger's rules.
std::string_view small_form();
/// A report in that form.
std::string_view small_report();

/// Ends the process with the text when it does not hold.
void hold(bool truth, std::string_view what);

/// What the program does with a text: filing, readings, verdicts, causes, and each of the formats that quote it.
void follow(const Result<Text>& text, std::string_view bytes, const Catalogue& catalogue);
/// What the program does with reports that are given together: read, linked, judged under the standard and the strict
/// suite, each rule explained, and written in every format.
void follow_together(const std::vector<std::string>& reports);
/// The judgement of a text under rules of somebody's.
void judge_small(const Catalogue& catalogue);

/// A generated filing in every layout whose file ends so.
std::vector<std::string> filings_ending(std::string_view ending);
/// All files below a folder of the project whose names end so.
std::vector<std::string> files_below(std::string_view folder, std::string_view ending);

}  // namespace gouji::fuzz
