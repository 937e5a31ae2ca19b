// SPDX-License-Identifier: Apache-2.0
// Owns: where in a text a rule of a grammar matched.
// Refuses: to know a rule.
#pragma once

#include "engine/base/span.hpp"

#include <cstdint>
#include <string_view>

namespace gouji::lexical {

/// `text` is all that the parse began with, or more on both sides.
template <class Input>
Span span_of(const Input& in, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(in.begin() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(in.size())};
}

}  // namespace gouji::lexical
