// SPDX-License-Identifier: Apache-2.0
// Owns: formats that another program turns into text: which program, and the bounds that it runs under.
// Refuses: a shell, and to link such a program: poppler is under the GPL and stays a process.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/source.hpp"

namespace gouji {

/// True for what `convert` knows: PDF.
bool needs_converter(const Source& source);

/// The text of the source, laid out as it is on the page; spans then count bytes of this text. The program gets 20 s of
/// processor time, 1 GiB of memory and 16 MiB of output; a diagnostic where it is not installed, fails, or finds no text.
Result<Source> convert(const Source& source);

}  // namespace gouji
