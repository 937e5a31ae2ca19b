// SPDX-License-Identifier: Apache-2.0
// Owns: every kind of trouble that reading a source can meet.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::source_codes {

inline constexpr Code empty{"source-empty", Severity::error, "文件是空的。", "The file is empty.",
    "请检查下载是否完整。", "Check whether the download was complete."};
inline constexpr Code binary{"source-binary", Severity::error, "文件不是文本：第 {offset} 字节是控制字符。",
    "The file is not text: byte {offset} is a control character.",
    "请给出网页、Word、Excel、PDF 或文本格式的报告；若是报告，请检查下载是否完整。",
    "Give the report as a web page, Word, Excel, PDF or text; if this is one, check whether the download was "
    "complete."};
inline constexpr Code broken_characters{"source-broken-characters", Severity::note,
    "有 {count} 个残缺的字符（第一个在第 {offset} 字节），那里原来的字不得而知。",
    "{count} {count|character is|characters are} broken (the first at byte {offset}); the original text there is "
    "unknown.",
    "请重新下载，或核对原文。", "Download the file again, or check the original."};
inline constexpr Code formulas_unstored{"source-formulas-unstored", Severity::note,
    "{count} 个公式没有存下可信的计算结果（第一个在 {cell}），这些数不得而知。",
    "{count} {count|formula has|formulas have} no reliable stored result (the first in {cell}); {count|its figure "
    "is|their figures are} unknown.",
    "请在 Excel 或 WPS 中打开并保存，再核对。", "Open and save the workbook in Excel or WPS, then check it again."};
inline constexpr Code own_result{"source-own-result", Severity::note, "这是本程序写出的结果，不是报告，没有核对。",
    "This file is a result written by this program, not a report; it was not checked.", "请把结果存放在别的目录。",
    "Keep results in a different folder."};
inline constexpr Code not_utf8{"source-not-utf8", Severity::error,
    "文件不是有效的 UTF-8（第 {offset} 字节无法解码），也不像 UTF-16、GB18030（GBK）或 Big5。",
    "The file is not valid UTF-8 (byte {offset} cannot be decoded), nor does it look like UTF-16, GB18030 (GBK) or "
    "Big5.",
    "请把文件另存为 UTF-8 编码。", "Save the file as UTF-8."};
inline constexpr Code format{"source-format", Severity::error, "这是 {format} 文件，不在可读的格式之列。",
    "The format of this file ({format}) is not supported.", "请另存为 DOCX、XLSX、网页或文本。",
    "Save it as DOCX, XLSX, a web page or text."};
inline constexpr Code picture{"source-picture", Severity::error, "这是图片（{format}），没有文字可读。",
    "This is an image ({format}); it contains no text to read.", "请先做文字识别（OCR），并核对数字。",
    "Run text recognition (OCR) first, and check the figures."};
inline constexpr Code archive{"source-archive", Severity::error, "这是压缩包（{format}），不是一份报告。",
    "This is an archive ({format}), not one report.", "请解压，再核对其中的文件。",
    "Unpack it, and check the files inside."};
inline constexpr Code mhtml_damaged{"source-mhtml-damaged", Severity::error,
    "这是 MHTML 网页，但其中没有可读的网页正文。", "This is an MHTML file, but it contains no readable page.",
    "请重新保存网页，或另存为 DOCX。", "Save the page again, or save it as DOCX."};
inline constexpr Code archive_damaged{"source-archive-damaged", Severity::error,
    "文件损坏：压缩包或其中的 XML 不完整。", "The file is damaged: its archive, or the XML inside it, is incomplete.",
    "请重新下载，或打开后另存一份。", "Download it again, or open it and save a copy."};
inline constexpr Code archive_entries{"source-archive-entries", Severity::error, "压缩包中的条目超过 {limit} 个。",
    "The archive has more than {limit} entries.", "请检查文件；没有报告需要这么多。",
    "Check the file; no report needs that many."};
inline constexpr Code archive_too_large{"source-archive-too-large", Severity::error,
    "压缩包展开后超过 {limit} MiB 的上限。", "The unpacked archive exceeds the limit of {limit} MiB.",
    "请删去图片等附件，另存一份。", "Save a copy without pictures and attachments."};
inline constexpr Code password{"source-password", Severity::error, "文件有密码。",
    "The file is protected by a password.", "请去掉密码，另存一份。", "Save a copy without the password."};
inline constexpr Code too_many_cells{"source-too-many-cells", Severity::error, "表格的单元格超过 {limit} 个。",
    "The sheets have more than {limit} cells.", "请只留下报告的表格。", "Keep only the tables of the report."};
inline constexpr Code too_deep{"source-too-deep", Severity::error, "文件的标记嵌套超过 {limit} 层。",
    "The tags of the file are nested more than {limit} levels deep.", "请检查文件是否完整；没有报告需要嵌套这么深。",
    "Check whether the file is complete; no report is nested that deeply."};
inline constexpr Code too_large{"source-too-large", Severity::error, "文件有 {size} 字节，上限是 {limit} 字节。",
    "The file has {size} bytes; the limit is {limit}.", "请把文件拆开，一份报告一个文件。",
    "Split it into one file per report."};

inline constexpr Code scanned{"pdf-scanned", Severity::error, "PDF 里没有文字，应是扫描件。",
    "The PDF contains no text; it is probably a scan.", "请先做文字识别（OCR），并核对数字。",
    "Run text recognition (OCR) first, and check the figures."};

inline constexpr Code turned{"pdf-turned", Severity::note, "PDF 有 {count} 页的文字是侧放的，已转正后再读。",
    "The text on {count} {count|page|pages} of the PDF is sideways; it was rotated before it was read.",
    "请核对这些页的数字。", "Check the figures on {count|this page|these pages}."};
inline constexpr Code sideways{"pdf-sideways", Severity::error, "PDF 的文字是侧放的，看不出朝向，没有读。",
    "The text of the PDF is sideways, and its direction is unclear; it was not read.", "请把页面转正，另存一份。",
    "Rotate the pages upright, and save a copy."};

inline constexpr Code too_long{"source-too-long", Severity::error, "文字超过 {limit} KiB。",
    "The text is longer than {limit} KiB.", "一份报告一个文件；请检查是否多份合在一起。",
    "Use one file per report; check whether several were combined."};

inline constexpr Code too_many_words{"source-too-many-words", Severity::error, "PDF 的字词超过 {limit} 个。",
    "The PDF has more than {limit} words.", "一份报告一个文件；请检查是否多份合在一起。",
    "Use one file per report; check whether several were combined."};

inline constexpr std::array all = {turned, sideways, picture, archive, mhtml_damaged, formulas_unstored,
    broken_characters, own_result, too_long, too_many_words, scanned, empty, binary, not_utf8, format, archive_damaged,
    archive_entries, archive_too_large, password, too_many_cells, too_deep, too_large};

}  // namespace gouji::source_codes
