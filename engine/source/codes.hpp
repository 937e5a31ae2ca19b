// SPDX-License-Identifier: Apache-2.0
// Owns: every kind of trouble that reading a source can meet.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::source_codes {

inline constexpr Code empty_file{"source-empty", Severity::error, "文件是空的。", "The file is empty.",
    "请检查下载是否完整。", "Check whether the download was complete."};
inline constexpr Code binary_file{"source-binary", Severity::error, "文件不是文本：第 {offset} 字节是控制字符。",
    "The file is not text: byte {offset} is a control character.", "请先转换为 UTF-8 文本。", "Convert it to UTF-8 text first."};
inline constexpr Code invalid_utf8{"source-not-utf8", Severity::error, "文件不是有效的 UTF-8（第 {offset} 字节无法解码），也不像 UTF-16、GB18030（GBK）或 Big5。",
    "The file is not valid UTF-8 (byte {offset} cannot be decoded), nor does it look like UTF-16, GB18030 (GBK) or Big5.", "请把文件另存为 UTF-8 编码。", "Save the file as UTF-8."};
inline constexpr Code format_not_read{"source-format", Severity::error, "这是 {format} 文件，目前只读纯文本和网页。",
    "This is a {format} file; plain text and web pages are read so far.", "请先转换为 UTF-8 文本。", "Convert it to UTF-8 text first."};
inline constexpr Code too_deep{"source-too-deep", Severity::error, "网页的标记嵌套超过 {limit} 层。", "The tags of the page are nested more than {limit} deep.",
    "请检查文件是否完整；没有报告需要这么深的网页。", "Check whether the file is whole: no report needs such a page."};
inline constexpr Code too_large{"source-too-large", Severity::error, "文件有 {size} 字节，上限是 {limit} 字节。",
    "The file has {size} bytes; the limit is {limit}.", "请把文件拆开，一份报告一个文件。", "Split it: one report a file."};

inline constexpr std::array all = {empty_file, binary_file, invalid_utf8, format_not_read, too_deep, too_large};

}  // namespace gouji::source_codes
