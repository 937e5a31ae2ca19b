// SPDX-License-Identifier: Apache-2.0
// Owns: values put into the entries of a decision file, where nothing was typed or in place of what was.
// Refuses: to change any other byte, and files whose entries are not written a key a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct DecisionChange {
    std::size_t decision = 0;  ///< its number in the file, from 0
    std::size_t field = 0;     ///< of `decision_fields`
    std::string value;         ///< a text on one line
};

/// The value as a decision file has it: in quotes where it could be read as anything else.
std::string written_value(std::string_view value);

/// The file with all changes; nothing where it cannot be done.
std::optional<std::string> fill_decisions(const std::string& content, const std::vector<DecisionChange>& changes);

}  // namespace gouji
