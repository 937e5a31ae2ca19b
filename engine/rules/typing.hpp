// SPDX-License-Identifier: Apache-2.0
// Owns: what keyboards, editors and other programs do to a YAML file: a full-width colon after a key, a tab or a
// full-width blank as indentation, no blank after a colon, a table or a workbook where YAML is asked for.
// Refuses: to look at a file that loads: such signs may be in a text on purpose. Once a file has a mistake, these
// are its cause more often than what a parser says of it.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace gouji {

/// A mistake of typing, with the bytes of the file that it is about.
struct TypingMistake {
    Diagnostic diagnostic;
    std::size_t start = 0;
    std::size_t end = 0;
};

/// All mistakes of typing in the content, in order, the same one once a line. Linear in the size of the content.
std::vector<TypingMistake> typing_mistakes(std::string_view content);

}  // namespace gouji
