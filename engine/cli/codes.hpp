// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that the command line and the file system can make.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::cli_codes {

inline constexpr Code wrong_document{"document-wrong", Severity::error, "这一行不是文档：{why}。",
    "This line is no document: {why}.", "每行写一个 {\"name\": …, \"text\": …} 或 {\"name\": …, \"path\": …}。",
    "Write one {\"name\": …, \"text\": …} or {\"name\": …, \"path\": …} a line."};
inline constexpr Code empty_directory{"directory-empty", Severity::error, "目录中没有可读的文件（{endings}）。",
    "The directory has no file of a known type ({endings}).", "请给出文件，或换一个目录。",
    "Name files, or another directory."};
inline constexpr Code unwritable{"output-unwritable", Severity::error, "无法写入：{why}。",
    "It cannot be written: {why}.", "请检查路径、权限与磁盘空间。原来的文件没有改动。",
    "Check the path, its permissions and the space on the disk. The former file is as it was."};
inline constexpr Code output_is_input{"output-is-input", Severity::error,
    "结果不能写到这里：这个文件是要读的（{option}），写入会毁掉它。",
    "The result cannot go here: the run reads this file ({option}), and writing would destroy it.",
    "请写到别的文件。文件没有改动。", "Name another file for the result. This one is as it was."};
inline constexpr Code output_passed_over{"output-passed-over", Severity::note, "结果要写到这里，没有当作报告读取。",
    "The result goes here, so this was not read as a report.", "请把结果写到目录以外。",
    "Write results outside of the folder."};
inline constexpr Code output_exists{"output-exists", Severity::error, "已有这个文件。", "There is such a file already.",
    "请换一个名称，或先把它移走。文件没有改动。", "Choose another name, or move it away first. It is as it was."};
inline constexpr Code passed_over{"files-passed-over", Severity::note, "目录中有 {count} 个没有读：{kinds}。",
    "{count} in the folder were not read: {kinds}.", "其中若有报告，请直接写出文件名；-v 列出名称。{names}",
    "If reports are among them, name those files; -v lists the names.{names}"};
inline constexpr Code nothing_given{"nothing-to-check", Severity::error, "这里一份报告也没有，什么也没有核对。",
    "There is no report in it: nothing was checked.", "请检查它的内容。", "Look at what is in it."};
inline constexpr Code no_rule_left{"no-rule-to-check", Severity::error, "没有一条规则，什么也没有核对。",
    "There is no rule to check with: nothing was checked.", "请检查 --rules 和 --suite 所指的内容。",
    "Look at what --rules and --suite name."};
inline constexpr Code suite_is_file{"suite-is-file", Severity::error,
    "--suite 要写套件的名称，这是一个文件或目录：{path}。",
    "--suite takes the name of a suite; this is a file or folder: {path}.",
    "文件请用 --rules 指明，--suite 写其中 suite: 后面的名称。",
    "Name the file with --rules, and with --suite what stands behind suite: in it."};
inline constexpr Code no_such_option{
    "no-such-option", Severity::error, "没有选项“{word}”。", "There is no option '{word}'.", "{near}", "{near}"};
inline constexpr Code option_misplaced{"option-misplaced", Severity::error, "选项“{word}”要写在命令后面。",
    "The option '{word}' belongs behind the command.", "例如：gouji check {word} …",
    "For example: gouji check {word} …"};
inline constexpr Code option_twice{"option-twice", Severity::error, "选项“{word}”只能写一次。",
    "The option '{word}' can be given only once.", "请只留一个。", "Leave one of them."};
inline constexpr Code wrong_value{"wrong-value", Severity::error, "“{word}”不能作 {option} 的值。",
    "'{word}' is no value of {option}.", "{near}", "{near}"};
inline constexpr Code no_value{"value-missing", Severity::error, "{option} 后面没有写值。",
    "Nothing stands behind {option}.", "请补上它的值；以 - 开头的写成 {option}=…。",
    "Write its value; one that begins with - is written {option}=…."};
inline constexpr Code no_argument{"argument-missing", Severity::error, "没有写 {name}。", "{name} is missing.",
    "{name}：{what}。", "{name}: {what}."};
inline constexpr Code argument_unexpected{"argument-unexpected", Severity::error, "多了“{word}”。",
    "'{word}' is one too many.", "请删去它，或检查前后的写法。", "Leave it out, or look at what stands beside it."};
inline constexpr Code no_command{
    "command-missing", Severity::error, "没有写命令。", "No command is given.", "{near}", "{near}"};
inline constexpr Code input_twice{"input-twice", Severity::error, "标准输入只能用一次。",
    "Standard input can be used only once.", "请只留一个 -。", "Leave one - of them."};
inline constexpr Code no_such_rule{
    "no-such-rule", Severity::error, "没有规则“{id}”。", "There is no rule '{id}'.", "{near}", "{near}"};
inline constexpr Code wrong_id{"wrong-rule-id", Severity::error, "“{id}”不能作规则编号。",
    "'{id}' cannot be the id of a rule.", "请用字母、数字、- 和 _。", "Use letters, digits, - and _."};
inline constexpr Code no_such_kind{"no-such-schema", Severity::error, "没有“{word}”这种文件。",
    "There is no kind of file '{word}'.", "{near}", "{near}"};
inline constexpr Code no_such_command{
    "no-such-command", Severity::error, "没有命令“{word}”。", "There is no command '{word}'.", "{near}", "{near}"};
inline constexpr Code no_shipped_rules{"rules-not-found", Severity::error, "找不到随附的规则目录。",
    "The directory of the shipped rules was not found.", "请用 --rules 指明。", "Name one with --rules."};

inline constexpr Code no_converter{"converter-missing", Severity::error,
    "读 {format} 文件需要 {program}，这台机器上没有。",
    "{program} is needed to read {format} files; it is not installed here.", "请安装 {package}。",
    "Install {package}."};
inline constexpr Code not_converted{"converter-failed", Severity::error, "{format} 文件无法转换：{why}。",
    "The file cannot be converted from {format}: {why}.", "请重新下载，或另存为 DOCX、网页或文本。",
    "Download it again, or save it as DOCX, a web page or text."};
inline constexpr Code no_font_tables{"converter-fonts-missing", Severity::error,
    "这份 PDF 所用的中文字体没有嵌入，而这台机器上缺少读出其文字的对照表：文字会丢失，所以没有核对。",
    "The PDF names Chinese fonts that it does not hold, and the tables that tell their characters are not on this "
    "machine: text would be lost, so it was not checked.",
    "请安装 poppler-data。", "Install poppler-data."};

inline constexpr Code no_decisions{"decisions-unnamed", Severity::error, "没有指明决定文件。",
    "No file of decisions is named.", "请用 --decisions 指明；没有的会新建。",
    "Name one with --decisions; it is made where it is not there."};
inline constexpr Code decisions_not_extended{"decisions-not-extended", Severity::error,
    "这个文件后面接不上新的决定；文件没有改动。", "New decisions cannot be put behind this file; it was left as it is.",
    "decisions 应写成文件末尾的列表，每项以 - fingerprint 开头。",
    "Write decisions as the list that the file ends with, each beginning with - fingerprint."};
inline constexpr Code waivers_not_extended{"waivers-not-extended", Severity::error,
    "这个文件后面接不上新的豁免；文件没有改动。", "New waivers cannot be put behind this file; it was left as it is.",
    "waivers 应写成文件末尾的列表，每项以 - rule 开头。",
    "Write waivers as the list that the file ends with, each beginning with - rule."};

inline constexpr Code not_made{"output-not-made", Severity::error, "无法生成 {format}：建不了临时文件。",
    "The result cannot be made as {format}: no temporary file can be made.",
    "请检查 /tmp 的权限与空间，且 /proc 已挂载。",
    "Check the permissions and the space of /tmp, and that /proc is mounted."};

inline constexpr std::array all = {no_font_tables, wrong_document, not_made, no_decisions, decisions_not_extended,
    waivers_not_extended, no_converter, not_converted, empty_directory, unwritable, output_is_input, output_passed_over,
    output_exists, passed_over, nothing_given, no_rule_left, suite_is_file, no_such_option, option_misplaced,
    option_twice, wrong_value, no_value, no_argument, argument_unexpected, no_command, input_twice, no_such_rule,
    wrong_id, no_such_kind, no_such_command, no_shipped_rules};

}  // namespace gouji::cli_codes
