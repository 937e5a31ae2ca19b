// SPDX-License-Identifier: Apache-2.0
// Owns: whether a table that stands in a report once more is marked as the corrected one (更正后).
// Refuses: to take a sentence about corrections for such a mark: it stands on a short line of its own, not far before
// the table.
#pragma once

#include <string_view>

namespace gouji {

/// `gap`: of the normalised text, what stands between the tables before it and the table.
bool is_marked_corrected(std::string_view gap);

}  // namespace gouji
