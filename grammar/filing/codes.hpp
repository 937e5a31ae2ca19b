// SPDX-License-Identifier: Apache-2.0
// Owns: every kind of trouble that reading a filing can meet.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::filing_codes {

inline constexpr Code not_a_filing{"not-a-filing", Severity::error, "没有找到任何已知表单的标题、章节或表格。",
    "No title, section or table of any known form was found.",
    "请确认这是政府信息公开工作年度报告，且已完整转换为文本。",
    "Check that this is a report of a known kind, and that it was converted to text completely."};

inline constexpr std::array all = {not_a_filing};

}  // namespace gouji::filing_codes
