// SPDX-License-Identifier: Apache-2.0
// Owns: a finding as people are told of it, in one language and as plain data: all formats lay out the same sentences.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "reports/excerpt.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// A row of the sum that does not hold: words, figure, place.
struct DescribedFigure {
    std::string name;               ///< 本年新收 · 其他
    std::string value;              ///< 0.28万元, or the kind of presence
    std::string page;               ///< 第 2 页, 收费!B7; empty in a text of lines
    std::string place;              ///< the page, 第 12 行, or report.txt 第 12 行; empty where it has no place
    std::string place_in_original;  ///< the same beside the original: 原文第 12 行
    int line = 0;                   ///< from 1, where the place is a line of a text; 0 for any other
    Span span;                      ///< in the filing; empty where it has no place there
    bool in_other_file = false;
    std::string other_file;
    bool suspect = false;  ///< part of the likeliest cause

    /// 本年新收 · 其他 = 11
    [[nodiscard]] std::string statement() const { return name + " = " + value; }
};

/// Another verdict that fails for the same cause.
struct DescribedVerdict {
    std::string rule;
    std::string place;
    std::string message;
};

struct DescribedFinding {
    std::string rule;
    std::string rule_address;  ///< in the rule book, where that is published; empty where it is not
    std::string title;
    std::string place;  ///< 申请 · 列 自然人; empty where the filing as a whole is meant
    std::string fingerprint;
    Severity severity = Severity::error;
    std::string severity_word;
    std::string message;
    std::vector<std::string> written;  ///< the formula with its figures, one line a side
    std::vector<std::string> remarks;  ///< readings that remain, and what missing figures were taken for
    /// All of a short sum; of a long one no zeros but those that are likely wrong or are the total.
    std::vector<DescribedFigure> figures;
    std::vector<std::string> evidence;  ///< the figures that have a place, each with it
    std::string where;                  ///< these places alone: 第 12, 48 行
    std::vector<std::string> causes;    ///< a sentence for each candidate, the likeliest first
    std::string others_heading;
    std::vector<DescribedVerdict> others;
    std::vector<std::string> messages;  ///< of all its verdicts, in their order
    std::vector<std::string> notes;     ///< what people have decided, a sentence for each decision
    bool stale = false;                 ///< a figure has changed since a decision
    std::string basis;
    std::string basis_sentence;
    std::string severity_reason;  ///< a sentence, where a suite has changed the severity

    // The fields of a list of findings.
    std::string gravity;                                      ///< what the severity suggests
    std::array<std::string, decision_fields.size()> decided;  ///< what was typed, a line for each decision
    std::string changed;                                      ///< figures that have changed since, a line each
    std::string entry;  ///< the fingerprint of its decision, or its own; a line each where several decisions are typed
    std::vector<std::string> seen;  ///< the figures that an entry of a decision file says: name = figure
};

struct DescriptionOptions {
    Language language = Language::zh;
    int most_causes = 4;              ///< a last sentence says how many others there are
    std::string_view rule_book = {};  ///< the address at which it is published; empty where it is not
};

/// `places`: of the text of the filing.
DescribedFinding describe_finding(
    const CheckedFiling& checked, const Finding& finding, const Places& places, const DescriptionOptions& options);

/// The verdict that speaks for a finding.
const Verdict& verdict_of(const Judgement& judgement, const Finding& finding);

/// The figures of one of its verdicts that are shown: all of a short sum, no silent zeros of a long one.
std::vector<const Operand*> figures_shown(const Verdict& verdict, const Finding& finding);

/// Which cells are likely wrong, as in a description; `at`: the place of the finding, which its names leave
/// out.
std::vector<std::string> describe_causes(const Finding& finding, const At& at, const DescriptionOptions& options);

/// report.txt 第 12 行: where a figure of another file is.
std::string describe_elsewhere(const Elsewhere& elsewhere, Language language);

/// The entry of a person, with the names of the fields; empty where nothing was typed.
std::string describe_decision(const Decision& decision, Language language);

/// Where to look first: the cell that is likeliest wrong, or a figure that took part, or the table or section that is
/// meant; empty where the filing as a whole is. `finding`: the one that the verdict speaks for; nullptr for none.
Span span_of(const Filing& filing, const Verdict& verdict, const Finding* finding);

}  // namespace gouji
