// SPDX-License-Identifier: Apache-2.0
// Owns: formats that another program turns into text: which program, and the bounds that it runs under.
// Refuses: a shell, and to link such a program: poppler is under the GPL and stays a process.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/source.hpp"

namespace gouji {

/// True for what `convert` knows, by its bytes: PDF, the office formats before OOXML, and OpenDocument.
bool needs_converter(const Source& source);

/// The source in a format that is read: the words of a PDF with their places, DOCX and XLSX of what LibreOffice opens.
/// A program is stopped when it takes too long (20 s and 60 s of processor time), too much memory, or writes more than
/// 16 MiB; a diagnostic where it is not installed, fails, or would lose text. Only for what needs a converter.
Result<Source> convert(const Source& source);

}  // namespace gouji
