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

inline constexpr Code tables_pictured{"tables-pictured", Severity::warning,
    "没有读到表格 {tables}；文件里有 {count} 幅图片，图片里的内容读不到。",
    "Tables were not found ({tables}), and the file has {count} {count|picture|pictures}: nothing in them is read.",
    "如果表格是图片，请改用带文字的版本；或先做文字识别（OCR），并核对数字。",
    "If the tables are pictures, use a version with text, or run text recognition (OCR) and check the numbers."};

inline constexpr Code columns_unknown{"columns-unknown", Severity::warning,
    "“{table}”表有表单没有的列，没有读：{columns}。",
    "The table {table} has columns that the form does not have; they were not read: {columns}.",
    "如果它们是要核对的数，请在表单里加上这些列，或加上表头的这种写法。",
    "If rules need them, add the columns to the form, or this spelling of their headers."};

inline constexpr Code rows_unreadable{"rows-unreadable", Severity::warning,
    "“{table}”表有 {count} 行的数与表头的列对不上，没有读：{rows}。",
    "The table {table} has {count} {count|row|rows} whose figures do not fit the columns of its header; not read: "
    "{rows}.",
    "请对照原文核对这些行；换成 HTML、Word 或 Excel 版本，空格通常能保留下来。",
    "Check these rows against the original; pages, Word or Excel files usually keep the empty cells."};

inline constexpr std::array all = {not_a_filing, tables_pictured, columns_unknown, rows_unreadable};

}  // namespace gouji::filing_codes
