// SPDX-License-Identifier: Apache-2.0
// Owns: every mistake that a formula or a message can hold, with what to write instead.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::language_codes {

inline constexpr Code syntax{"formula-syntax", Severity::error, "公式从这里起读不懂：此处应为{expected}。",
    "The formula cannot be read past this point: expected {expected}.", "请补上{expected}，或检查括号是否成对。",
    "Write {expected}, or check that the brackets match."};
inline constexpr Code too_deep{"formula-too-deep", Severity::error, "公式的嵌套超过 {limit} 层。",
    "The formula is nested more than {limit} levels deep.", "请用 let 把公式拆开。", "Split it with let."};
inline constexpr Code unknown_name{"unknown-name", Severity::error, "没有名为“{name}”的表、事项、变量或 let。",
    "There is no table, fact, variable or let named '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_function{
    "unknown-function", Severity::error, "没有函数“{name}”。", "There is no function '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_row{"unknown-row", Severity::error, "表“{table}”没有行“{name}”。",
    "Table {table} has no row '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_column{"unknown-column", Severity::error, "表“{table}”没有列“{name}”。",
    "Table {table} has no column '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_field{
    "unknown-field", Severity::error, "“{of}”没有字段“{name}”。", "'{of}' has no field '{name}'.", "{near}", "{near}"};
inline constexpr Code ambiguous_name{"ambiguous-name", Severity::error, "“{name}”可以指：{candidates}。",
    "'{name}' is ambiguous: it may mean {candidates}.", "请写全路径，例如 {first}。",
    "Write the full path, for example {first}."};
inline constexpr Code no_such_cell{"no-such-cell", Severity::error,
    "表“{table}”在行“{row}”与列“{column}”处没有单元格。", "Table {table} has no cell at row {row}, column {column}.",
    "请改用该行所具有的列。", "Use a column that this row has."};
inline constexpr Code wrong_arity{"wrong-arity", Severity::error, "函数“{name}”不接受 {given} 个参数。",
    "The function '{name}' does not take {given} {given|argument|arguments}.", "用法：{signature}。",
    "Usage: {signature}."};
inline constexpr Code not_a_number{"not-a-number", Severity::error, "此处应为一个数，得到的是{type}。",
    "A number is needed here; this is {type}.", "一组单元格请用 sum(…) 汇总，或写明行与列。",
    "Add several cells up with sum(…), or name a row and a column."};
inline constexpr Code not_a_truth{"not-a-truth", Severity::error, "此处应为真假，得到的是{type}。",
    "A condition (true or false) is needed here; this is {type}.", "请写成比较，例如 a == b。",
    "Write a comparison, such as a == b."};
inline constexpr Code not_cells{"not-cells", Severity::error, "此处应为一组单元格，得到的是{type}。",
    "Cells are needed here; this is {type}.", "例如：申请[本年新收, *]。", "For example: 申请[本年新收, *]."};
inline constexpr Code not_a_set{"not-a-set", Severity::error, "“in”的右边应为集合，得到的是{type}。",
    "The right side of 'in' must be a set; this is {type}.", "请写成 { a, b } 或 means(m)。",
    "Write { a, b } or means(m)."};
inline constexpr Code not_a_table{"not-a-table", Severity::error, "此处应为表，得到的是{type}。",
    "A table is needed here; this is {type}.", "请写表名，例如 申请。", "Write the name of a table, such as 申请."};
inline constexpr Code not_a_fact{"not-a-fact", Severity::error, "此处应为事项（正文中的数），得到的是{type}。",
    "A fact (a figure in the prose) is needed here; this is {type}.", "例如：收费通知.件数。",
    "For example: 收费通知.件数."};
inline constexpr Code measures_differ{"measures-differ", Severity::error, "{left}与{right}不能相加或比较。",
    "These kinds of figures cannot be added or compared: {left} and {right}.", "请给数字写上单位，或改用同类的数。",
    "Give the number a unit, or use figures of the same kind."};
inline constexpr Code not_a_text{"not-a-text", Severity::error, "此处应为文字，得到的是{type}。",
    "A text is needed here; this is {type}.", "文字写在引号里，例如 \"存在的问题\"。",
    "Write a text in quotes, such as \"存在的问题\"."};
inline constexpr Code not_a_section{"not-a-section", Severity::error, "此处应为一节，得到的是{type}。",
    "A section is needed here; this is {type}.", "例如：section(总体情况)。", "For example: section(总体情况)."};
inline constexpr Code kinds_differ{"kinds-differ", Severity::error, "if 的两个结果不是一类：{left}与{right}。",
    "The two results of if differ in kind: {left} and {right}.", "请让两个结果同为数、真假或文字。",
    "Make both numbers, both conditions or both texts."};
inline constexpr Code share_without_sign{"share-without-sign", Severity::error,
    "与比例相比的数 {text} 没有百分号：比例 45.6% 就是 0.456。",
    "The number {text} is compared with a share but has no percent sign: the share 45.6% is 0.456.", "请写 {text}%。",
    "Write {text}%."};
inline constexpr Code no_such_day{"no-such-day", Severity::error, "日历上没有 {text} 这一天。",
    "The calendar has no day {text}.", "请写成 2023-01-31 这样的日期。", "Write a date such as 2023-01-31."};
inline constexpr Code let_cycle{"let-cycle", Severity::error, "let 互相引用：{names}。",
    "These lets use each other in a cycle: {names}.", "请让其中一个不再引用其他。",
    "Make one of them independent of the others."};
inline constexpr Code too_many_steps{"too-many-steps", Severity::error, "公式展开后超过 {limit} 步。",
    "The formula expands to more than {limit} steps.", "请缩小 for 或量词的范围，或减少互相嵌套的 let。",
    "Narrow the domains, or nest fewer lets."};
inline constexpr Code excepts_nothing{"excepts-nothing", Severity::error, "except 没有去掉任何单元格。",
    "This except removes no cells.", "请检查 except 右边是否在左边之内，或删去它。",
    "Check that its right side is part of its left side, or remove it."};
inline constexpr Code not_a_domain{"not-a-domain", Severity::error, "此处应写成“变量 in 范围”。",
    "This must be 'variable in domain'.", "例如：c in columns(申请)；范围有：{domains}。",
    "For example: c in columns(申请). The domains are: {domains}."};
inline constexpr Code unknown_domain{
    "unknown-domain", Severity::error, "没有范围“{name}”。", "There is no domain '{name}'.", "{near}", "{near}"};
inline constexpr Code empty_for{"empty-for", Severity::error, "这个范围是空的，规则永远不会执行。",
    "This domain is empty: the rule would never be applied.", "请检查范围中的名称。", "Check the names in the domain."};
inline constexpr Code too_long{"formula-too-long", Severity::error, "公式超过 {limit} 字节。",
    "The formula is longer than {limit} bytes.", "请用 let 把公式拆开。", "Split it with let."};
inline constexpr Code no_meaning{"no-meaning", Severity::error, "事项“{name}”没有写 means，不知道它对应表中哪些数。",
    "The fact '{name}' has no means, so it is not known which figures of the tables it corresponds to.",
    "请在表单文件中为它写 means，或从 for 中去掉它。",
    "Write means for it in the form file, or leave it out of the for."};
inline constexpr Code message_pattern{"message-pattern", Severity::error, "消息模板有误：{why}。",
    "The message pattern is wrong: {why}.", "参数写在花括号里，单引号写两个。",
    "Write arguments in braces, and double an apostrophe."};
inline constexpr Code message_argument{"message-argument", Severity::error, "消息中没有可用的参数“{name}”。",
    "The message has no argument '{name}'.", "可用：{known}。", "Available: {known}."};

inline constexpr std::array all = {syntax, too_deep, unknown_name, unknown_function, unknown_row, unknown_column,
    unknown_field, ambiguous_name, no_such_cell, wrong_arity, not_a_number, not_a_truth, not_cells, not_a_set,
    not_a_table, not_a_fact, measures_differ, not_a_text, not_a_section, kinds_differ, share_without_sign, no_such_day,
    let_cycle, too_many_steps, excepts_nothing, not_a_domain, unknown_domain, empty_for, too_long, no_meaning,
    message_pattern, message_argument};

}  // namespace gouji::language_codes
