// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the language's functions: one file in this folder, one line in the table of functions.cpp.
// Refuses: anything that reaches files, network or time; a function sees the program it is compiled into, no more.
#pragma once

#include "engine/base/words.hpp"
#include "engine/language/compile.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace gouji {

struct Function {
    std::string_view name;
    std::string_view signature;
    std::string_view zh;
    std::string_view en;
    std::size_t least;  ///< arguments
    std::size_t most;
    Typed (*compile)(Compiler& compiler, const Node& call);
};

std::span<const Function> functions();
const Function* function_named(std::string_view name);

// One for each file.
extern const Function function_abs;
extern const Function function_all;
extern const Function function_any;
extern const Function function_contains;
extern const Function function_copied;
extern const Function function_count;
extern const Function function_date;
extern const Function function_differing;
extern const Function function_ends;
extern const Function function_form;
extern const Function function_if;
extern const Function function_known;
extern const Function function_leaves;
extern const Function function_length;
extern const Function function_means;
extern const Function function_missing;
extern const Function function_multiple_of;
extern const Function function_none;
extern const Function function_ordered;
extern const Function function_present;
extern const Function function_scoped;
extern const Function function_section;
extern const Function function_stated;
extern const Function function_sum;
extern const Function function_times;

}  // namespace gouji
