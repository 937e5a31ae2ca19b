// SPDX-License-Identifier: Apache-2.0
// Owns: one entry of a file of waivers.
// Refuses: to match it with a verdict: check/decisions/waive.hpp does.
#pragma once

#include "engine/rules/private_load_values.hpp"
#include "engine/rules/suite.hpp"

namespace gouji {

Waiver load_waiver(YamlFile& file, const Yaml& entry);

KeyLoaders<Waiver> waiver_loaders();
KeyLoaders<At> at_loaders();

}  // namespace gouji
