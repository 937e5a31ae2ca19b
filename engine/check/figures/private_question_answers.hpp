// SPDX-License-Identifier: Apache-2.0
// Owns: the answers to what a rule asks about a filing, a table or a section as a whole.
// Refuses: single figures (figures.hpp has them).
#pragma once

#include "engine/check/figures/figures.hpp"

#include <vector>

namespace gouji {

/// `figures`: for questions about mentions that are bound.
Value answer_question(const Question& question, const ScopedFilings& filings, const Figures& figures);

/// The cells without a number that a question counts; none for questions that count none.
std::vector<CellRef> missing_cells(const Question& question, const ScopedFilings& filings);

/// The figures that a question asks for because two files, or two tables, state them differently; none for other
/// questions.
const std::vector<Dispute>& disputes_of(const Question& question, const ScopedFilings& filings);

/// A figure in dispute, once for each of its values.
std::vector<Operand> operands_of(const Question& question, const Dispute& dispute, const ScopedFilings& filings);

}  // namespace gouji
