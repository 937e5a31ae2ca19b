// SPDX-License-Identifier: Apache-2.0
// Owns: the messages of rules: ICU MessageFormat patterns, checked at load and filled for a verdict.
// Refuses: to know the rules; arguments are a name and a text or an exact number.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gouji {

/// Names of the arguments of a pattern, in order of appearance; or why the pattern is none.
struct MessageArguments {
    std::vector<std::string> names;
    std::string problem;
};
MessageArguments arguments_of(std::string_view pattern);

using MessageValues = std::vector<std::pair<std::string, std::variant<std::string, Decimal>>>;

/// A pattern as people read it: {n, plural, one{# cell} other{# cells}} becomes {n} cells.
std::string readable_pattern(std::string_view pattern);

/// Fills a pattern that `arguments_of` has accepted; numbers are written as the language writes them.
std::string format_message(std::string_view pattern, const MessageValues& values, Language language);

}  // namespace gouji
