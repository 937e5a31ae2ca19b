// SPDX-License-Identifier: Apache-2.0
// Owns: a quick way to read the plain YAML that rule files are mostly written in. It exists for speed alone: with
// yaml-cpp the program takes almost four times as many instructions to start (docs/decisions/0003-quick-yaml.md). No
// result may differ by it: yaml-cpp is the reference, and tests/unit/rules/yaml_readers.cpp holds both against each
// other.
// Refuses: everything else, and every mistake: it then answers nothing, and yaml-cpp reads the file and says what is
// wrong.
#pragma once

#include "engine/rules/yaml.hpp"

#include <optional>
#include <string_view>

namespace gouji {

/// Block maps and lists, flow maps and lists on one line, plain and quoted texts on one line, comments on lines of
/// their own.
std::optional<Yaml> read_quickly(std::string_view content);

}  // namespace gouji
