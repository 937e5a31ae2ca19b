// SPDX-License-Identifier: Apache-2.0
// Owns: trouble with what the program was given, as data: a code, one sentence, a place, what to do instead.
// Refuses: to print, and to draw: the excerpt is drawn by reports/excerpt.
#pragma once

#include "engine/base/span.hpp"
#include "engine/base/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

enum class Severity { note, warning, error };

/// "note", "warning", "error": the words used in files and in JSON.
std::string_view name_of(Severity severity);

/// One kind of trouble. Every layer keeps its kinds in one visible table (`codes.hpp`).
struct Code {
    std::string_view id;
    Severity severity;
    std::string_view zh;
    std::string_view en;
    std::string_view help_zh;
    std::string_view help_en;
};

struct Diagnostic {
    std::string code;
    Severity severity = Severity::error;
    Words message;
    Words help;
    std::string file;
    /// Both count from 1, the column in characters; 0 when the trouble has no place.
    int line = 0;
    int column = 0;
    /// The line of the place, and the bytes of that line that are meant.
    std::string excerpt;
    Span mark;
};

/// A diagnostic of this kind, without a place yet.
Diagnostic diagnose(const Code& code, Substitutes arguments = {});

/// Puts the diagnostic at bytes `where` of `content`; finds line, column and excerpt.
void place(Diagnostic& diagnostic, std::string_view file, std::string_view content, Span where);

bool has_error(const std::vector<Diagnostic>& diagnostics);

/// Moves the second list to the end of the first.
void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> from);

}  // namespace gouji
