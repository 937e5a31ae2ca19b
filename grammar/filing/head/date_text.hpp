// SPDX-License-Identifier: Apache-2.0
// Owns: finding days in a line of text.
// Refuses: to say what happened on them (publication.hpp does).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji {

struct DateText {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string value;  ///< as 2023-01-13; empty where there is none
};

/// The day that begins at `at`, after blanks and an opening bracket.
DateText date_at(std::string_view line, std::size_t at);
/// The last day of the line.
DateText last_date_in(std::string_view line);

}  // namespace gouji
