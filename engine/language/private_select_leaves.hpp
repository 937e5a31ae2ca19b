// SPDX-License-Identifier: Apache-2.0
// Owns: the rows or columns that a selector of a cell means: 申请[本年新收, *].
// Refuses: to be used outside of engine/language.
#pragma once

#include "engine/language/resolve.hpp"

#include <optional>
#include <vector>

namespace gouji {

enum class Axis { row, column };

/// The leaves that a selector means; `is_leaf` says that it names a single leaf. Nothing after a mistake; an empty list
/// for a row that the form of a mixed filing lacks.
std::optional<std::vector<int>> select_leaves(
    NameResolver& resolver, const Node& node, const TableNames& table, Axis axis, bool& is_leaf);

}  // namespace gouji
