// SPDX-License-Identifier: Apache-2.0
// Owns: whether a file is a result that the program wrote, by the marks of engine/base/origin.hpp.
// Refuses: a word of a report for a mark: only the place where each format has its mark counts. And to be used outside
// of this folder.
#pragma once

#include "engine/source/source.hpp"

#include <string_view>

namespace gouji {

/// A page, paper, list, JSON or text in UTF-8.
bool is_own_text(std::string_view text);

/// The same, or a workbook, in whatever bytes.
bool is_own_result(const Source& source);

}  // namespace gouji
