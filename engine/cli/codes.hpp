// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that the command line and the file system can make.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::cli_codes {

inline constexpr Code wrong_document{"document-wrong", Severity::error, "这一行不是文档：{why}。", "This line is no document: {why}.", "每行写一个 {\"name\": …, \"text\": …} 或 {\"name\": …, \"path\": …}。", "Write one {\"name\": …, \"text\": …} or {\"name\": …, \"path\": …} a line."};
inline constexpr Code shelf_lost{"room-lacking", Severity::error, "临时文件写不下或读不回：这次没有做完。", "The temporary file could not be written or read back: the run is not complete.", "请给 /tmp 腾出空间。", "Make room in /tmp."};
inline constexpr Code empty_directory{"directory-empty", Severity::error, "目录中没有可读的文件（{endings}）。", "The directory has no file of a known type ({endings}).", "请给出文件，或换一个目录。", "Name files, or another directory."};
inline constexpr Code unwritable{"output-unwritable", Severity::error, "无法写入结果。", "The result cannot be written.", "请检查路径、权限与磁盘空间。", "Check the path, its permissions and the space on the disk."};
inline constexpr Code no_such_rule{"no-such-rule", Severity::error, "没有规则“{id}”。", "There is no rule '{id}'.", "{near}", "{near}"};
inline constexpr Code wrong_id{"wrong-rule-id", Severity::error, "“{id}”不能作规则编号。", "'{id}' cannot be the id of a rule.", "请用字母、数字、- 和 _。", "Use letters, digits, - and _."};
inline constexpr Code no_such_kind{"no-such-schema", Severity::error, "没有“{word}”这种文件。", "There is no kind of file '{word}'.", "{near}", "{near}"};
inline constexpr Code no_such_command{"no-such-command", Severity::error, "没有命令“{word}”。", "There is no command '{word}'.", "{near}", "{near}"};
inline constexpr Code no_shipped_rules{"rules-not-found", Severity::error, "找不到随附的规则目录。", "The directory of the shipped rules was not found.", "请用 --rules 指明。", "Name one with --rules."};

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

inline constexpr Code no_decisions{"decisions-unnamed", Severity::error, "没有指明决定文件。", "No file of decisions is named.", "请用 --decisions 指明；没有的会新建。", "Name one with --decisions; it is made where it is not there."};
inline constexpr Code not_extended{"decisions-not-extended", Severity::error, "这个文件后面接不上新的决定；文件没有改动。", "New decisions cannot be put behind this file; it was left as it is.", "decisions 应写成文件末尾的列表，每项以 - fingerprint 开头。", "Write decisions as the list that the file ends with, each beginning with - fingerprint."};

inline constexpr Code not_made{"output-not-made", Severity::error, "无法生成 {format}：建不了临时文件。", "The result cannot be made as {format}: no temporary file can be made.", "请检查 /tmp 的权限与空间，且 /proc 已挂载。", "Check the permissions and the space of /tmp, and that /proc is mounted."};

inline constexpr std::array all = {no_font_tables, wrong_document, shelf_lost, not_made, no_decisions, not_extended,
    no_converter, not_converted, empty_directory, unwritable, no_such_rule, wrong_id, no_such_kind, no_such_command,
    no_shipped_rules};

}  // namespace gouji::cli_codes
