// SPDX-License-Identifier: Apache-2.0
// Owns: what becomes of a decision file when a filled-in list comes back: empty fields are filled, new decisions are
// added, and where both say something else both are told.
// Refuses: to empty a field: a cell without a text says nothing. And to touch a file.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/decision.hpp"
#include "engine/rules/fill_decisions.hpp"
#include "reports/past/typed_list.hpp"

#include <vector>

namespace gouji {

struct MergedDecisions {
    std::vector<DecisionChange> changes;  ///< of decisions that the file has
    std::vector<Decision> added;
    std::vector<Diagnostic> diagnostics;  ///< the last one sums up
};

/// `has`: all decisions of the file, in order. `replaces`: the list has the last word, else the file.
MergedDecisions merge_typed(const std::vector<TypedRow>& rows, const std::vector<Decision>& has, bool replaces);

/// The decisions of the file as they must be afterwards.
std::vector<Decision> decisions_after(std::vector<Decision> has, const MergedDecisions& merged);

}  // namespace gouji
