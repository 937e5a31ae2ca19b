// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that files which are written can make, and programs that convert others.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::files_codes {

inline constexpr Code unwritable{"output-unwritable", Severity::error, "无法写入：{why}。",
    "The file cannot be written: {why}.", "请检查路径、权限与磁盘空间。原来的文件没有改动。",
    "Check the path, its permissions and the disk space. The existing file is unchanged."};
inline constexpr Code converter_missing{"converter-missing", Severity::error,
    "读 {format} 文件需要 {program}，这台机器上没有。",
    "Reading {format} files needs {program}, which is not installed.", "请安装 {package}。", "Install {package}."};
inline constexpr Code converter_failed{"converter-failed", Severity::error, "{format} 文件无法转换：{why}。",
    "The {format} file cannot be converted: {why}.", "请重新下载，或另存为 DOCX、网页或文本。",
    "Download it again, or save it as DOCX, a web page or text."};
inline constexpr Code converter_fonts_missing{"converter-fonts-missing", Severity::error,
    "这份 PDF 所用的中文字体没有嵌入，而这台机器上缺少读出其文字的对照表：文字会丢失，所以没有核对。",
    "The PDF uses Chinese fonts that are not embedded, and this machine lacks the tables that map them to characters. "
    "Text would be lost, so the file was not checked.",
    "请安装 poppler-data。", "Install poppler-data."};

inline constexpr std::array all = {unwritable, converter_missing, converter_failed, converter_fonts_missing};

}  // namespace gouji::files_codes
