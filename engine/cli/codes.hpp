// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that the command line and the file system can make.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::cli_codes {

inline constexpr Code wrong_document{"wrong-document", Severity::error, "这一行不是文档：{why}。",
    "This line is not a document: {why}.", "每行写一个 {\"name\": …, \"text\": …} 或 {\"name\": …, \"path\": …}。",
    "Write one {\"name\": …, \"text\": …} or {\"name\": …, \"path\": …} per line."};
inline constexpr Code directory_empty{"directory-empty", Severity::error, "目录中没有可读的文件（{endings}）。",
    "The directory contains no file of a supported type ({endings}).", "请给出文件，或换一个目录。",
    "Name files, or a different directory."};
inline constexpr Code output_is_input{"output-is-input", Severity::error,
    "结果不能写到这里：这个文件是要读的（{option}），写入会毁掉它。",
    "The result cannot be written here: this file is an input of the run ({option}), and writing would destroy it.",
    "请写到别的文件。文件没有改动。", "Name a different file for the result. This file is unchanged."};
inline constexpr Code output_passed_over{"output-passed-over", Severity::note, "结果要写到这里，没有当作报告读取。",
    "The result is written here, so this file was not read as a report.", "请把结果写到目录以外。",
    "Write results outside the folder."};
inline constexpr Code output_exists{"output-exists", Severity::error, "已有这个文件。", "This file already exists.",
    "请换一个名称，或先把它移走。文件没有改动。",
    "Choose another name, or move the file away first. The file is unchanged."};
inline constexpr Code passed_over{"files-passed-over", Severity::note, "目录中有 {count} 项没有读：{kinds}。",
    "{count} {count|entry|entries} of the folder {count|was|were} not read: {kinds}.",
    "其中若有报告，请直接写出文件名；-v 列出名称。{names}",
    "If some of them are reports, name those files directly; -v lists the names.{names}"};
inline constexpr Code nothing_to_check{"nothing-to-check", Severity::error, "这里一份报告也没有，什么也没有核对。",
    "It contains no report; nothing was checked.", "请检查它的内容。", "Check its contents."};
inline constexpr Code no_rule_to_check{"no-rule-to-check", Severity::error, "没有一条规则，什么也没有核对。",
    "There are no rules; nothing was checked.", "请检查 --rules 和 --suite 所指的内容。",
    "Check what --rules and --suite point to."};
inline constexpr Code suite_is_file{"suite-is-file", Severity::error,
    "--suite 要写套件的名称，这是一个文件或目录：{path}。",
    "--suite takes the name of a suite; this is a file or folder: {path}.",
    "文件请用 --rules 指明，--suite 写其中 suite: 后面的名称。",
    "Give the file with --rules, and with --suite the name after suite: in that file."};
inline constexpr Code no_such_option{
    "no-such-option", Severity::error, "没有选项“{word}”。", "There is no option '{word}'.", "{near}", "{near}"};
inline constexpr Code option_misplaced{"option-misplaced", Severity::error, "选项“{word}”要写在命令后面。",
    "The option '{word}' belongs after the command.", "例如：gouji check {word} …",
    "For example: gouji check {word} …"};
inline constexpr Code option_twice{"option-twice", Severity::error, "选项“{word}”只能写一次。",
    "The option '{word}' can be given only once.", "请只留一个。", "Keep only one of them."};
inline constexpr Code wrong_value{"wrong-value", Severity::error, "“{word}”不能作 {option} 的值。",
    "'{word}' is not a valid value for {option}.", "{near}", "{near}"};
inline constexpr Code missing_value{"missing-value", Severity::error, "{option} 后面没有写值。",
    "There is no value after {option}.", "请补上它的值；以 - 开头的写成 {option}=…。",
    "Add the value; write a value that begins with - as {option}=…."};
inline constexpr Code missing_argument{"missing-argument", Severity::error, "没有写 {name}。", "{name} is missing.",
    "{name}：{what}。", "{name}: {what}."};
inline constexpr Code argument_unexpected{"argument-unexpected", Severity::error, "多了“{word}”。",
    "Unexpected argument '{word}'.", "请删去它，或检查前后的写法。", "Remove it, or check the arguments next to it."};
inline constexpr Code missing_command{
    "missing-command", Severity::error, "没有写命令。", "No command was given.", "{near}", "{near}"};
inline constexpr Code input_twice{"input-twice", Severity::error, "标准输入只能用一次。",
    "Standard input can be used only once.", "请只留一个 -。", "Keep only one -."};
inline constexpr Code no_such_rule{
    "no-such-rule", Severity::error, "没有规则“{id}”。", "There is no rule '{id}'.", "{near}", "{near}"};
inline constexpr Code wrong_rule_id{"wrong-rule-id", Severity::error, "“{id}”不能作规则编号。",
    "'{id}' cannot be used as a rule id.", "请用字母、数字、- 和 _。", "Use letters, digits, - and _."};
inline constexpr Code no_such_schema{
    "no-such-schema", Severity::error, "没有“{word}”这种文件。", "There is no file kind '{word}'.", "{near}", "{near}"};
inline constexpr Code no_such_command{
    "no-such-command", Severity::error, "没有命令“{word}”。", "There is no command '{word}'.", "{near}", "{near}"};
inline constexpr Code rules_not_found{"rules-not-found", Severity::error, "找不到随附的规则目录。",
    "The directory of the standard rules was not found.", "请用 --rules 指明。", "Give it with --rules."};

inline constexpr Code decisions_unnamed{"decisions-unnamed", Severity::error, "没有指明决定文件。",
    "No decision file was named.", "请用 --decisions 指明；没有的会新建。",
    "Name one with --decisions; it is created if it does not exist."};
inline constexpr Code decisions_not_extended{"decisions-not-extended", Severity::error,
    "无法在这个文件末尾添加新的决定；文件没有改动。", "New decisions cannot be appended to this file; it is unchanged.",
    "decisions 应写成文件末尾的列表，每项以 - fingerprint 开头。",
    "The file must end with the list decisions, in which each entry begins with - fingerprint."};
inline constexpr Code decisions_not_filled{"decisions-not-filled", Severity::error,
    "无法把清单的内容写进这个文件；文件没有改动。", "The list cannot be written into this file; it is unchanged.",
    "decisions 应写成文件末尾的列表，每项以 - fingerprint 开头，每个栏目各占一行。",
    "The file must end with the list decisions; each entry begins with - fingerprint and has one line for each field."};
inline constexpr Code waivers_not_extended{"waivers-not-extended", Severity::error,
    "无法在这个文件末尾添加新的豁免；文件没有改动。", "New waivers cannot be appended to this file; it is unchanged.",
    "waivers 应写成文件末尾的列表，每项以 - rule 开头。",
    "The file must end with the list waivers, in which each entry begins with - rule."};

inline constexpr Code not_made{"output-not-made", Severity::error, "无法生成 {format}：建不了临时文件。",
    "The {format} result cannot be written: no temporary file could be created.",
    "请检查 /tmp 的权限与空间，且 /proc 已挂载。",
    "Check the permissions and free space of /tmp, and that /proc is mounted."};

inline constexpr Code nothing_to_draft{"nothing-to-draft", Severity::error,
    "在这份文件中没有看到表格：有表头和数字的行。", "No table was seen in this file: a header, and rows with figures.",
    "gouji read --text 显示程序读到的文字。", "gouji read --text shows the text as the program reads it."};

inline constexpr Code wrong_figure{"wrong-figure", Severity::error, "“{text}”不是一个数的写法。",
    "'{text}' does not name a figure.", "应写成“表[行, 列]”，例如 '申请[本年新收, 总计]'。",
    "Write it as 'table[row, column]', such as '申请[本年新收, 总计]'."};
inline constexpr Code no_such_figure{"no-such-figure", Severity::error, "存储中的报告没有“{text}”这个数。",
    "No report of the store has the figure '{text}'.", "名称见 gouji read 的结果，或表单文件。",
    "The names are in the result of gouji read, and in the files of forms."};

inline constexpr std::array all = {wrong_figure, no_such_figure, nothing_to_draft, wrong_document, not_made,
    decisions_unnamed, decisions_not_extended, decisions_not_filled, waivers_not_extended, directory_empty,
    output_is_input, output_passed_over, output_exists, passed_over, nothing_to_check, no_rule_to_check, suite_is_file,
    no_such_option, option_misplaced, option_twice, wrong_value, missing_value, missing_argument, argument_unexpected,
    missing_command, input_twice, no_such_rule, wrong_rule_id, no_such_schema, no_such_command, rules_not_found};

}  // namespace gouji::cli_codes
