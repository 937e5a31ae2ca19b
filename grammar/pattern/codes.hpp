// SPDX-License-Identifier: Apache-2.0
// Owns: every mistake that a pattern of a form file can hold.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::pattern_codes {

inline constexpr Code syntax{"pattern-syntax", Severity::error, "模式从这里起读不懂：此处应为{expected}。",
    "The pattern cannot be read past this point: expected {expected}.",
    "可用：文字、[可有可无]、(甲|乙)、…、{字段}，标签之外还有 <词语>；全角括号是普通文字。",
    "A pattern may contain text, [optional], (either|or), …, {field} and, except in labels, <word>; full-width "
    "brackets are plain text."};
inline constexpr Code too_many{"pattern-too-many", Severity::error, "标签展开后超过 {limit} 种写法。",
    "The label expands to more than {limit} spellings.", "请分成几个写法。", "Split it into several spellings."};
inline constexpr Code not_a_label{"pattern-not-a-label", Severity::error, "标签中不能有 … 或 {字段}。",
    "A label cannot contain … or {field}.", "请只用文字、[ ] 和 ( | )。", "Use only text, [ ] and ( | )."};
inline constexpr Code unknown_capture{"pattern-unknown-capture", Severity::error, "没有名为“{name}”的字段。",
    "There is no field named '{name}'.", "{near}", "{near}"};

inline constexpr Code unknown_word{"pattern-unknown-word", Severity::error, "在此之前没有名为“{name}”的词语。",
    "No word named '{name}' is defined before this.", "{near}", "{near}"};
inline constexpr Code unused_word{"pattern-unused-word", Severity::error, "词语“{name}”没有用到。",
    "The word '{name}' is not used.", "请在模式中写 <{name}>，或删去它。",
    "Write <{name}> in a pattern, or remove it."};
inline constexpr Code too_long{"pattern-too-long", Severity::error,
    "代入词语后，模式太长：每个至多 {limit} 字节，合计至多 {all} MB。",
    "With its words expanded the pattern is too long: at most {limit} bytes each, and {all} MB in total.",
    "请分成几个模式，或少用词语。", "Split it into several patterns, or use fewer words."};

inline constexpr Code unknown_value{"says-unknown-value", Severity::error, "词表的这一栏里没有“{name}”。",
    "The lexicon has no value '{name}' for this slot.", "{near}", "{near}"};
inline constexpr Code says_without_lexicon{"says-without-lexicon", Severity::error,
    "“{family}”这一类表单没有词表，says 什么也读不到。",
    "Forms of the family '{family}' have no lexicon, so says finds nothing.",
    "请加一个 lexicon: {family} 的文件，或改用 phrases。", "Add a file with lexicon: {family}, or use phrases."};
inline constexpr Code too_many_values{"lexicon-too-many-values", Severity::error, "词表的一栏至多有 {limit} 个值。",
    "A slot of the lexicon has at most {limit} values.", "请把意思相同的值合成一个。",
    "Make values of the same meaning one."};

inline constexpr std::array all = {syntax, too_many, not_a_label, unknown_capture, unknown_word, unused_word, too_long,
    unknown_value, says_without_lexicon, too_many_values};

}  // namespace gouji::pattern_codes
