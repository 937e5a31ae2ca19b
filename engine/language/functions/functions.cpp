// SPDX-License-Identifier: Apache-2.0
#include "engine/language/functions/functions.hpp"

#include <array>

// The build declares every function of this folder.
#include "functions.inc"

namespace gouji {

std::span<const Function> functions() {
    static const std::array table = {
        function_abs,
        function_all,
        function_any,
        function_contains,
        function_copied,
        function_count,
        function_date,
        function_differing,
        function_ends,
        function_form,
        function_if,
        function_known,
        function_leaves,
        function_length,
        function_means,
        function_missing,
        function_multiple_of,
        function_none,
        function_ordered,
        function_present,
        function_scoped,
        function_section,
        function_stated,
        function_sum,
        function_times,
        function_year_before,
    };
    return table;
}

const Function* function_named(std::string_view name) {
    for (const auto& one : functions()) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

}  // namespace gouji
