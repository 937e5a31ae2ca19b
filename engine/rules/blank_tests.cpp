// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/blank_tests.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gouji {

std::string blank_tests(std::string content) {
    constexpr std::string_view key = "tests:";
    std::size_t open = std::string::npos;  // the column of the key, while inside its block
    for (std::size_t from = 0; from < content.size();) {
        const std::size_t end = std::min(content.find('\n', from), content.size());
        const std::string_view line = std::string_view(content).substr(from, end - from);
        const std::size_t column = line.find_first_not_of(' ');
        const bool blank = column == std::string_view::npos;
        const bool inside =
            open != std::string::npos && (blank || column > open || (column == open && line.substr(column, 2) == "- "));
        if (!inside) open = std::string::npos;
        const bool begins = !inside && !blank && column > 0 && line.substr(column) == key;
        if (begins) open = column;
        if (inside || begins)
            std::fill(content.begin() + static_cast<std::ptrdiff_t>(from),
                content.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        from = end + 1;
    }
    return content;
}

}  // namespace gouji
