// SPDX-License-Identifier: Apache-2.0
// Owns: texts as grammars come to see them, for what must hold of every one.
// Refuses: to know what stands in them.
#pragma once

#include <string>
#include <vector>

namespace gouji::test {

/// The normalised characters of the samples, of generated filings in all layouts that are texts, and of a page of
/// damage.
const std::vector<std::string>& texts();

}  // namespace gouji::test
