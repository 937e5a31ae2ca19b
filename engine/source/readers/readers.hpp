// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the file formats and the choice among them.
// Refuses: to open files and to understand what they say.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/source.hpp"
#include "engine/source/text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace gouji {

/// One input format: one file in this folder, one line in the table of readers.cpp.
struct Reader {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    /// Looks at the first bytes and the name.
    bool (*accepts)(const Source& source);
    bool is_text;  ///< its bytes are a text in some encoding
    Result<Text> (*read)(const Source& source);
};

std::span<const Reader> readers();

/// The text of a source by the first reader that accepts it; a diagnostic when none can make sense of it.
Result<Text> read_text(const Source& source);

/// Ends of file names (".txt") that a directory is searched for.
std::span<const std::string_view> known_endings();

/// A text in any encoding, by its reader. `origins`: of each of the bytes, and of their end, the byte of the file that
/// it came from; empty where they are those of the file.
Result<Text> read_encoded(const Source& source, std::span<const std::uint32_t> origins);

Result<Text> read_plain(const Source& source);
Result<Text> read_html(const Source& source);
/// Reads the output of `pdftotext -bbox-layout` for a PDF.
Result<Text> read_pdf(const Source& source);
Result<Text> read_docx(const Source& source);
Result<Text> read_xlsx(const Source& source);

/// A page of a browser or of Word, with its pictures in one file.
bool is_mhtml(const Source& source);
Result<Text> read_mhtml(const Source& source);

/// True also with up to 1024 bytes before the mark: line ends, headers of a download.
bool is_pdf(const Source& source);

/// True for a compound file (DOC, XLS, a locked package) with a stream of this name, which is written in UTF-16.
bool holds_stream(const Source& source, std::string_view name);

/// True for an OpenDocument file of this kind: "text", "spreadsheet".
bool is_opendocument(const Source& source, std::string_view kind);

/// A to XFD: the name of a column of a table, counted from 1.
std::string column_letters(int column);

}  // namespace gouji
