// SPDX-License-Identifier: Apache-2.0
// Owns: every mistake that a formula or a message can hold, with what to write instead.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::language_codes {

inline constexpr Code syntax{"formula-syntax", Severity::error, "公式在此处读不下去：应为{expected}。",
    "The formula cannot be read on from here: expected {expected}.", "请补上{expected}，或检查括号是否成对。", "Write {expected}, or check that brackets are paired."};
inline constexpr Code too_deep{"formula-too-deep", Severity::error, "公式的嵌套超过 {limit} 层。", "The formula is nested deeper than {limit} levels.",
    "请用 let 把公式拆开。", "Split it with let."};
inline constexpr Code unknown_name{"unknown-name", Severity::error, "没有名为“{name}”的表、事项、变量或 let。",
    "No table, fact, variable or let is named '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_function{"unknown-function", Severity::error, "没有函数“{name}”。", "There is no function '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_row{"unknown-row", Severity::error, "表“{table}”没有行“{name}”。", "Table {table} has no row '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_column{"unknown-column", Severity::error, "表“{table}”没有列“{name}”。", "Table {table} has no column '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_field{"unknown-field", Severity::error, "“{of}”没有字段“{name}”。", "'{of}' has no field '{name}'.", "{near}", "{near}"};
inline constexpr Code ambiguous{"ambiguous-name", Severity::error, "“{name}”可以指：{candidates}。", "'{name}' may mean: {candidates}.",
    "请写全路径，例如 {first}。", "Write the whole path, for example {first}."};
inline constexpr Code no_such_cell{"no-such-cell", Severity::error, "表“{table}”在行“{row}”与列“{column}”处没有单元格。",
    "Table {table} has no cell at row {row}, column {column}.", "请改用该行所具有的列。", "Use a column that this row has."};
inline constexpr Code wrong_arity{"wrong-arity", Severity::error, "函数“{name}”不接受 {given} 个参数。", "Function '{name}' does not take {given} arguments.",
    "用法：{signature}。", "Usage: {signature}."};
inline constexpr Code not_a_number{"not-a-number", Severity::error, "此处应为一个数，得到的是{type}。", "A number is needed here; this is {type}.",
    "一组单元格请用 sum(…) 汇总，或写明行与列。", "Add up several cells with sum(…), or name row and column."};
inline constexpr Code not_a_truth{"not-a-truth", Severity::error, "此处应为真假，得到的是{type}。", "A truth is needed here; this is {type}.",
    "请写成比较，例如 a == b。", "Write a comparison, such as a == b."};
inline constexpr Code not_cells{"not-cells", Severity::error, "此处应为一组单元格，得到的是{type}。", "Cells are needed here; this is {type}.",
    "例如：申请[本年新收, *]。", "For example: 申请[本年新收, *]."};
inline constexpr Code not_a_set{"not-a-set", Severity::error, "“in”的右边应为集合，得到的是{type}。", "The right side of 'in' must be a set; this is {type}.",
    "请写成 { a, b } 或 means(m)。", "Write { a, b } or means(m)."};
inline constexpr Code not_a_table{"not-a-table", Severity::error, "此处应为表，得到的是{type}。", "A table is needed here; this is {type}.",
    "请写表名，例如 申请。", "Write the name of a table, such as 申请."};
inline constexpr Code not_a_fact{"not-a-fact", Severity::error, "此处应为事项（正文中的数），得到的是{type}。", "A fact (a figure of the prose) is needed here; this is {type}.",
    "例如：收费通知.件数。", "For example: 收费通知.件数."};
inline constexpr Code measures_differ{"measures-differ", Severity::error, "{left}与{right}不能相加或比较。", "{left} cannot be added to or compared with {right}.",
    "请给数字写上单位，或改用同类的数。", "Give the number its unit, or use figures of one kind."};
inline constexpr Code no_meaning{"no-meaning", Severity::error, "事项“{name}”没有写 means，不知道它对应表中哪些数。",
    "The fact '{name}' has no means: which figures it stands for is not known.", "请在表单文件中为它写 means，或从 for 中去掉它。", "Write its means in the form file, or leave it out of the for."};
inline constexpr Code message_pattern{"message-pattern", Severity::error, "消息模板有误：{why}。", "The message pattern is wrong: {why}.",
    "参数写在花括号里，单引号写两个。", "An argument stands in braces; double an apostrophe."};
inline constexpr Code message_argument{"message-argument", Severity::error, "消息中没有可用的参数“{name}”。", "The message has no argument '{name}'.", "可用：{known}。", "Known ones: {known}."};

inline constexpr std::array all = {syntax, too_deep, unknown_name, unknown_function, unknown_row, unknown_column, unknown_field, ambiguous,
    no_such_cell, wrong_arity, not_a_number, not_a_truth, not_cells, not_a_set, not_a_table, not_a_fact, measures_differ, no_meaning,
    message_pattern, message_argument};

}  // namespace gouji::language_codes
