// SPDX-License-Identifier: Apache-2.0
// Owns: the bytes of one file and where they came from.
// Refuses: to open files; engine/api does.
#pragma once

#include <string>

namespace gouji {

struct Source {
    std::string name;
    std::string bytes;
};

}  // namespace gouji
