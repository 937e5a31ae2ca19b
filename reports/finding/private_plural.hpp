// SPDX-License-Identifier: Apache-2.0
// Owns: counts of things, by the plural rules of English; Chinese has none.
// Refuses: other languages. And to be used outside of reports/.
#pragma once

#include "engine/base/words.hpp"

#include <cstdint>
#include <string_view>

namespace gouji {

/// The form that English has for a count: the first for 1, the second for 0 and 2.
std::string_view plural_of(std::int64_t count, std::string_view one, std::string_view other);

/// A count for a pattern in both languages: 3 in Chinese, "3 reports" in English.
Words counted(std::int64_t count, std::string_view one, std::string_view other);

/// A count alone, the same in both languages.
Words number_words(std::int64_t count);

}  // namespace gouji
