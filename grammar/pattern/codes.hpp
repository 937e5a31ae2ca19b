// SPDX-License-Identifier: Apache-2.0
// Owns: every mistake that a pattern of a form file can hold.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::pattern_codes {

inline constexpr Code syntax{"pattern-syntax", Severity::error, "模式在此处读不下去：应为{expected}。",
    "The pattern cannot be read on from here: expected {expected}.", "可用：文字、[可有可无]、(甲|乙)、…、{字段}；全角括号是普通文字。",
    "There are: text, [optional], (either|or), …, {field}; full-width brackets are plain text."};
inline constexpr Code too_many{"pattern-too-many", Severity::error, "标签展开后超过 {limit} 种写法。", "The label stands for more than {limit} spellings.",
    "请分成几个写法。", "Split it into several spellings."};
inline constexpr Code not_a_label{"pattern-not-a-label", Severity::error, "标签中不能有 … 或 {字段}。", "A label can hold neither … nor {field}.",
    "请只用文字、[ ] 和 ( | )。", "Use text, [ ] and ( | ) only."};
inline constexpr Code unknown_capture{"pattern-unknown-capture", Severity::error, "没有名为“{name}”的字段。", "There is no field named '{name}'.",
    "{near}", "{near}"};

inline constexpr std::array all = {syntax, too_many, not_a_label, unknown_capture};

}  // namespace gouji::pattern_codes
