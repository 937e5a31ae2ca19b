// SPDX-License-Identifier: Apache-2.0
// Owns: the words of a finding as people say them: 本年新收 · 总计 for 申请[本年新收, 总计]; sums, and no conditions.
// Refuses: to change what programs read. And to be used outside of reports/.
#pragma once

#include "engine/model/verdict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Each cell in the text by its table, row and column; what is those of the place `at` is left out.
std::string plain_names(std::string_view text, const At& at, Language language);

/// The lines of a sum with plain names. None where they are no sum: a condition is told by the message alone.
std::vector<std::string> plain_sum(const std::vector<std::string>& written, const At& at, Language language);

}  // namespace gouji
