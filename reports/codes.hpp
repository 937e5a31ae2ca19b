// SPDX-License-Identifier: Apache-2.0
// Owns: what can be wrong with results that are read back.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::report_codes {

inline constexpr Code not_results{"not-results", Severity::error, "这不是 gouji check 的 JSON 结果：{why}。",
    "This is not a JSON result of gouji check: {why}.",
    "请给出 gouji check --format json 或 jsonl 的结果，或报告本身。",
    "Give the result of gouji check --format json or jsonl, or the reports themselves."};

inline constexpr Code checks_undecided{"checks-undecided", Severity::note,
    "有 {count} 项核对不能判定，没有列出：不能视为没有问题。",
    "Not listed, and not to be taken for clean: {count} that could not be decided.", "加 --all 列出。",
    "List them with --all."};

inline constexpr std::array all = {not_results, checks_undecided};

}  // namespace gouji::report_codes
