// SPDX-License-Identifier: Apache-2.0
// Owns: every kind of trouble that reading a source can meet.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::source_codes {

inline constexpr Code empty_file{"source-empty", Severity::error, "文件是空的。", "The file is empty.",
    "请检查下载是否完整。", "Check whether the download was complete."};
inline constexpr Code binary_file{"source-binary", Severity::error, "文件不是文本：第 {offset} 字节是控制字符。",
    "The file is not text: byte {offset} is a control character.",
    "请给出网页、Word、Excel、PDF 或文本格式的报告；若是报告，请检查下载是否完整。",
    "Give the report as a web page, Word, Excel, PDF or text; if this is one, check whether the download was "
    "complete."};
inline constexpr Code broken_characters{"source-broken-characters", Severity::note,
    "有 {count} 个残缺的字符（第一个在第 {offset} 字节），那里原来的字不得而知。",
    "{count} characters are broken (the first at byte {offset}): what stood there is not known.",
    "请重新下载，或核对原文。", "Download it again, or look at the original."};
inline constexpr Code formulas_unstored{"source-formulas-unstored", Severity::note,
    "{count} 个公式没有存下可信的计算结果（第一个在 {cell}），这些数不得而知。",
    "{count} formulas have no stored result that can be relied on (the first in {cell}): these figures are not known.",
    "请在 Excel 或 WPS 中打开并保存，再核对。", "Open and save the workbook in Excel or WPS, then check it again."};
inline constexpr Code own_result{"source-own-result", Severity::note, "这是本程序写出的结果，不是报告，没有核对。",
    "This is a result that this program wrote, not a report: it was not checked.", "请把结果存放在别的目录。",
    "Keep results in another folder."};
inline constexpr Code invalid_utf8{"source-not-utf8", Severity::error,
    "文件不是有效的 UTF-8（第 {offset} 字节无法解码），也不像 UTF-16、GB18030（GBK）或 Big5。",
    "The file is not valid UTF-8 (byte {offset} cannot be decoded), nor does it look like UTF-16, GB18030 (GBK) or "
    "Big5.",
    "请把文件另存为 UTF-8 编码。", "Save the file as UTF-8."};
inline constexpr Code format_not_read{"source-format", Severity::error, "这是 {format} 文件，不在可读的格式之列。",
    "The format of this file is {format}, which is none of those that are read.", "请另存为 DOCX、XLSX、网页或文本。",
    "Save it as DOCX, XLSX, a web page or text."};
inline constexpr Code picture{"source-picture", Severity::error, "这是图片（{format}），没有文字可读。",
    "This is a picture ({format}): there is no text in it to read.", "请先做文字识别（OCR），并核对数字。",
    "Recognise its text (OCR) first, and check the figures."};
inline constexpr Code archive_of_files{"source-archive", Severity::error, "这是压缩包（{format}），不是一份报告。",
    "This is an archive ({format}), not one report.", "请解压，再核对其中的文件。",
    "Unpack it, and check the files in it."};
inline constexpr Code no_page_in_it{"source-mhtml-damaged", Severity::error,
    "这是 MHTML 网页，但其中没有可读的网页正文。",
    "This is an MHTML page, but there is no page in it that can be read.", "请重新保存网页，或另存为 DOCX。",
    "Save the page once more, or save it as DOCX."};
inline constexpr Code archive_damaged{"source-archive-damaged", Severity::error,
    "文件损坏：压缩包或其中的 XML 不完整。", "The file is damaged: its archive, or the XML in it, is not whole.",
    "请重新下载，或打开后另存一份。", "Download it again, or open it and save a copy."};
inline constexpr Code archive_entries{"source-archive-entries", Severity::error, "压缩包中的条目超过 {limit} 个。",
    "The archive has more than {limit} entries.", "请检查文件；没有报告需要这么多。",
    "Check the file: no report needs so many."};
inline constexpr Code archive_too_large{"source-archive-too-large", Severity::error,
    "压缩包展开后超过 {limit} MiB 的上限。", "Unpacked, the archive is above the limit of {limit} MiB.",
    "请删去图片等附件，另存一份。", "Save a copy without pictures and attachments."};
inline constexpr Code password{"source-password", Severity::error, "文件有密码。", "The file has a password.",
    "请去掉密码，另存一份。", "Save a copy without the password."};
inline constexpr Code too_many_cells{"source-too-many-cells", Severity::error, "表格的单元格超过 {limit} 个。",
    "The sheets have more than {limit} cells.", "请只留下报告的表格。", "Leave only the tables of the report."};
inline constexpr Code too_deep{"source-too-deep", Severity::error, "文件的标记嵌套超过 {limit} 层。",
    "The tags of the file are nested more than {limit} deep.", "请检查文件是否完整；没有报告需要嵌套这么深。",
    "Check whether the file is whole: no report needs such depth."};
inline constexpr Code too_large{"source-too-large", Severity::error, "文件有 {size} 字节，上限是 {limit} 字节。",
    "The file has {size} bytes; the limit is {limit}.", "请把文件拆开，一份报告一个文件。",
    "Split it: one report a file."};

inline constexpr Code scanned{"pdf-scanned", Severity::error, "PDF 里没有文字，应是扫描件。",
    "The PDF has no text: it was scanned.", "请先做文字识别（OCR），并核对数字。",
    "Recognise its text (OCR) first, and check the figures."};

inline constexpr Code turned{"pdf-turned", Severity::note, "PDF 有 {count} 页的文字是横躺的，已转正后再读。",
    "The text of {count} pages of the PDF lies on its side; it was turned before it was read.", "请核对这些页的数字。",
    "Check the figures of these pages."};
inline constexpr Code sideways{"pdf-sideways", Severity::error, "PDF 的文字是横躺的，看不出朝向，没有读。",
    "The text of the PDF lies on its side, and cannot be told which way: it was not read.", "请把页面转正，另存一份。",
    "Turn the pages upright, and save a copy."};

inline constexpr Code too_long{"source-too-long", Severity::error, "文字超过 {limit} KiB。",
    "The text is longer than {limit} KiB.", "一份报告一个文件；请检查是否多份合在一起。",
    "One report a file: check whether several were put together."};

inline constexpr Code too_many_words{"source-too-many-words", Severity::error, "PDF 的字词超过 {limit} 个。",
    "The PDF has more than {limit} words.", "一份报告一个文件；请检查是否多份合在一起。",
    "One report a file: check whether several were put together."};

inline constexpr std::array all = {turned, sideways, picture, archive_of_files, no_page_in_it, formulas_unstored,
    broken_characters, own_result, too_long, too_many_words, scanned, empty_file, binary_file, invalid_utf8,
    format_not_read, archive_damaged, archive_entries, archive_too_large, password, too_many_cells, too_deep,
    too_large};

}  // namespace gouji::source_codes
