// SPDX-License-Identifier: Apache-2.0
// Owns: what can be wrong with results that are read back, and with lists of findings that people have filled in.
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

inline constexpr Code list_not_workbook{"list-not-workbook", Severity::error, "这不是可读的 XLSX 工作簿。",
    "This is not an XLSX workbook that can be read.",
    "请给出 gouji check --format xlsx 写出、填好的清单；有密码的先去掉密码，另存为 XLSX。",
    "Give the list that gouji check --format xlsx wrote, filled in; remove a password, and save it as XLSX."};
inline constexpr Code list_no_columns{"list-no-columns", Severity::error,
    "没有找到问题清单：没有一张工作表同时有“指纹”列和待填的列。",
    "No list of findings was found: no sheet has both the column 'fingerprint' and one to fill in.",
    "列可以移动、添加，但不要改名，也不要删去“指纹”列。",
    "Columns may be moved and added, but keep their titles, and keep the column 'fingerprint'."};
inline constexpr Code list_column_twice{"list-column-twice", Severity::error, "{place}：“{title}”列有两个。",
    "{place}: there are two columns '{title}'.", "请只留一个。", "Keep only one of them."};
inline constexpr Code list_wrong_word{"list-wrong-word", Severity::error, "{place}：“{field}”栏不能写“{word}”。",
    "{place}: '{word}' is not a word for the column '{field}'.", "{near}", "{near}"};
inline constexpr Code list_cell_unknown{"list-cell-unknown", Severity::error,
    "{place}：公式没有可信的结果，或结果是错误。", "{place}: the formula has no reliable result, or an error for one.",
    "请把它改成文字，或重新计算后保存。", "Write it as a text, or calculate and save the workbook again."};
inline constexpr Code list_cell_too_long{"list-cell-too-long", Severity::error, "{place}：文字超过 {limit} 字节。",
    "{place}: the text is longer than {limit} bytes.", "请写得短些，详情放在附件里。",
    "Make it shorter, and put details into an attachment."};
inline constexpr Code list_typed_twice{"list-typed-twice", Severity::error,
    "{place}：“{field}”写的是“{word}”，同一问题在 {other} 写的是“{second}”。",
    "{place}: '{field}' is '{word}', but for the same finding it is '{second}' at {other}.", "请只留一个。",
    "Keep only one of them."};
inline constexpr Code list_row_lost{"list-row-lost", Severity::warning,
    "{place}：这一行没有问题的指纹，填写的内容没有读入：{typed}。",
    "{place}: this row has no fingerprint of a finding; what was typed was not read: {typed}.",
    "请写到问题所在的那一行。", "Write it into the row of the finding."};
inline constexpr Code list_columns_left{"list-columns-left", Severity::note,
    "工作表“{sheet}”另有几列没有读入：{names}。", "Columns of the sheet '{sheet}' that were not read: {names}.", "",
    ""};
inline constexpr Code list_without_figures{"list-without-figures", Severity::warning,
    "清单里没有“所见的数”列：{count} 项新的决定没有当时的数，核对时会提示数已变。",
    "The list has no column 'figures seen': {count} new {count|decision lacks|decisions lack} the figures of the time, "
    "so a check will report changed figures.",
    "请保留这一列。", "Keep this column."};
inline constexpr Code list_gone{"list-gone", Severity::note,
    "清单中有 {count} 行的问题这次没有发现；填写的内容照样写入决定文件。",
    "This run does not have the findings of {count} {count|row|rows} of the list; what was typed there is kept in the "
    "decision file all the same.",
    "", ""};
inline constexpr Code list_taken{"list-taken", Severity::note,
    "清单中填写了 {rows} 行：新增决定 {added} 项，补填 {filled} 项，其余与决定文件相同或保留原样。",
    "{rows} filled-in {rows|row|rows}: {added} new {added|decision|decisions}, {filled} {filled|decision|decisions} "
    "completed; all others are as in the decision file.",
    "", ""};
inline constexpr Code decision_kept{"decision-kept", Severity::warning,
    "{organ} {year} "
    "年度“{rule}”的“{field}”：决定文件写的是“{kept}”，清单（{place}）写的是“{typed}”，没有改动决定文件。",
    "'{field}' of '{rule}' for {organ} {year} is '{kept}' in the decision file and '{typed}' in the list ({place}); "
    "the "
    "decision file was not changed.",
    "以清单为准时加 --replace；一行有几项决定的，请在决定文件中分别改。",
    "Add --replace to take the list's; where a row has several decisions, edit the decision file."};
inline constexpr Code decision_replaced{"decision-replaced", Severity::note,
    "{organ} {year} 年度“{rule}”的“{field}”：决定文件原为“{kept}”，已按清单（{place}）改为“{typed}”。",
    "'{field}' of '{rule}' for {organ} {year} was '{kept}' in the decision file and is now '{typed}', as in the list "
    "({place}).",
    "", ""};

inline constexpr std::array all = {not_results, checks_undecided, list_not_workbook, list_no_columns, list_column_twice,
    list_wrong_word, list_cell_unknown, list_cell_too_long, list_typed_twice, list_row_lost, list_columns_left,
    list_without_figures, list_gone, list_taken, decision_kept, decision_replaced};

}  // namespace gouji::report_codes
