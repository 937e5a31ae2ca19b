// SPDX-License-Identifier: Apache-2.0
// Owns: whether a table that is repeated in a report is marked as the corrected one (更正后).
// Refuses: to take a sentence about corrections for such a mark: a mark is a short line of its own, not far before
// the table.
#pragma once

#include <string_view>

namespace gouji {

/// `gap`: the normalised text between the tables before it and the table.
bool is_marked_corrected(std::string_view gap);

}  // namespace gouji
