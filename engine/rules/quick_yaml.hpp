// SPDX-License-Identifier: Apache-2.0
// Owns: a quick way to read the plain YAML that rule files are mostly written in.
// Refuses: everything else, and every mistake: it then answers nothing, and yaml-cpp reads the file and says what is
// wrong.
// The reason: yaml-cpp takes 70 ms for 300 KB (docs/decisions/0003-quick-yaml.md). What it accepts, yaml-cpp reads the
// same; a test holds both against each other.
#pragma once

#include "engine/rules/yaml.hpp"

#include <optional>
#include <string_view>

namespace gouji {

/// Block maps and lists, flow maps and lists on one line, plain and quoted texts on one line, comments on lines of
/// their own.
std::optional<Yaml> read_quickly(std::string_view content);

}  // namespace gouji
