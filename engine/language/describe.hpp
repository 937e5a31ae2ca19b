// SPDX-License-Identifier: Apache-2.0
// Owns: a formula said in words, for people who do not read formulas.
// Refuses: figures; it says what is asked, not what came of it.
#pragma once

#include "engine/base/words.hpp"
#include "engine/language/ast.hpp"

namespace gouji {

/// 申请[本年新收, c] + … == … as “申请”表“本年新收”行、c 列的数加…，等于…
Words describe(const Node& node);

}  // namespace gouji
