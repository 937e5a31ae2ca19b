// SPDX-License-Identifier: Apache-2.0
// Owns: what people typed into the list of findings of a workbook, read back: columns by their titles, rows by their
// fingerprints, wherever these stand now.
// Refuses: to decide between it and a decision file (merge_typed.hpp), and to guess: what cannot be taken is told.
#pragma once

#include "engine/base/result.hpp"
#include "engine/model/decision.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct ListFile {
    std::string name;
    std::string bytes;
};

/// A finding of a list for which something was typed.
struct TypedRow {
    std::string fingerprint;  ///< several, a line each, where the row shows several decisions
    std::string rule;
    std::string organ;
    std::optional<int> year;
    std::string finding;
    std::optional<SeenFigures> seen;  ///< nothing where the list has no such column
    std::array<std::string, decision_fields.size()> fields;
    std::string file;
    std::string place;  ///< of its fingerprint: 问题清单!Z7
};

/// With one blank for all that stand together, line ends among them, and none around it.
std::string on_one_line(std::string_view text);

/// Each finding once, in the order of the lists. All that is wrong is told; no value where an error is among it.
Result<std::vector<TypedRow>> read_typed_lists(const std::vector<ListFile>& lists);

}  // namespace gouji
