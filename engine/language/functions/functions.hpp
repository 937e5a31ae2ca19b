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

}  // namespace gouji
