// SPDX-License-Identifier: Apache-2.0
// Owns: the formats that are known by their bytes and not read here, so that the refusal names them and says what to
// do. Refuses: the name of the file for evidence, and to be used outside of this folder.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/source/source.hpp"

#include <optional>
#include <string>

namespace gouji {

/// The refusal of the file; nothing where its bytes are not of such a format.
std::optional<Diagnostic> refusal_of(const Source& source);

/// The first bytes in lower case, where they may be of a page or another format of tags; most text begins with
/// none.
std::string head_of(const Source& source);

}  // namespace gouji
