// SPDX-License-Identifier: Apache-2.0
// Owns: the instances of a rule under the names of one form: one for each binding of its variables, compiled.
// Refuses: to make more of them than a run can hold; a mistake says so.
#pragma once

#include "engine/rules/rule.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

/// A rule has at most so many instances in a form, and all rules so many in all forms: one takes some 6 us and 2 KB.
inline constexpr std::size_t most_instances = 10'000;
inline constexpr std::size_t most_in_all = 50'000;
/// For how many an instance counts: its programs may have 20,000 instructions each.
std::size_t weight_of(const Instance& instance);

/// All instances of a rule under these names; mistakes go to `issues`.
std::vector<Instance> instances_of(const Rule& rule, const Names& names, Issues& issues);

}  // namespace gouji
