// SPDX-License-Identifier: Apache-2.0
// Owns: the digest by which a store knows that two contents are the same: SHA-256.
// Refuses: anything quicker that a stranger's file could be made to collide under.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace gouji {

inline constexpr std::size_t digest_size = 32;

/// So many bytes. Several parts are told from one that reads like all of them. Empty where the system refuses to
/// compute it.
std::string digest_of(std::initializer_list<std::string_view> parts);

}  // namespace gouji
