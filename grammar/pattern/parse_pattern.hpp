// SPDX-License-Identifier: Apache-2.0
// Owns: from the text of a pattern to its steps, and to the texts that it stands for.
// Refuses: words (<word>), which pattern_words.hpp replaces before.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"
#include "grammar/pattern/pattern.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct PatternMistake {
    Diagnostic diagnostic;
    Span span;  ///< bytes of the pattern
};

struct ParsedPattern {
    Pattern pattern;
    std::vector<PatternMistake> mistakes;
};

ParsedPattern parse_pattern(std::string_view text);
/// What `parse_pattern` finds wrong, without the pattern.
std::vector<PatternMistake> check_pattern(std::string_view text);

/// All texts that a pattern without gaps and captures stands for, for labels; at most 512.
struct Expanded {
    std::vector<std::string> texts;
    std::vector<PatternMistake> mistakes;
};
Expanded expand_pattern(std::string_view text);

}  // namespace gouji
