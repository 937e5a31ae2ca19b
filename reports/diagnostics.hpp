// SPDX-License-Identifier: Apache-2.0
// Owns: diagnostics as they go out, for a person or for a program.
// Refuses: to write anywhere.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <string>
#include <vector>

namespace gouji {

/// As a person reads them, each with its excerpt.
std::string render_diagnostics(const std::vector<Diagnostic>& diagnostics, Language language);
/// `{ "diagnostics": [ … ] }`
std::string render_diagnostics_json(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace gouji
