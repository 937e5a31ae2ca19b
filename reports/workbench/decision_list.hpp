// SPDX-License-Identifier: Apache-2.0
// Owns: what people have said of findings, as JSON (`Decisions`, `Conflict` in docs/api/openapi.yaml).
// Refuses: to read or write the file.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/decision.hpp"

#include <string>
#include <vector>

namespace gouji {

std::string render_decisions(const std::vector<Decision>& decisions, const std::string& version, Language language);
std::string render_conflict(
    const std::vector<Diagnostic>& why, const std::vector<Decision>& decisions, Language language);

}  // namespace gouji
