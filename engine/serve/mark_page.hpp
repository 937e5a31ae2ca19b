// SPDX-License-Identifier: Apache-2.0
// Owns: a web page with one span of it marked, for people who look for a figure in it.
// Refuses: to make the page safe: it is shown in a frame without rights, under a policy that lets nothing run or load.
#pragma once

#include "engine/base/span.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// The bytes of the page with elements `mark` around the texts within the span; the first has the id `gouji-mark`. A
/// span that is not within the page marks nothing. Encodings whose letters of ASCII are single bytes are left as they
/// are.
std::string mark_page(std::string_view page, Span span);

}  // namespace gouji
