// SPDX-License-Identifier: Apache-2.0
// Owns: 过程记录 (the record of the work): what was checked, in positive words, and what came of it.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/model/verdict.hpp"

#include <string>
#include <vector>

namespace gouji {

struct CheckedWork {
    std::string what;    ///< 收支平衡
    std::string result;  ///< 7 列相符，2 列不符; a line for each reason why something is open
};

/// A line a rule, in the order of the judgement. A rule that applies nowhere was not part of the work.
std::vector<CheckedWork> describe_work(const Judgement& judgement, Language language);

}  // namespace gouji
