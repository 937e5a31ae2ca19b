// SPDX-License-Identifier: Apache-2.0
#include "engine/base/version.hpp"

namespace gouji {

std::string_view version() { return GOUJI_VERSION; }

std::string_view sources() {
    return
#include "sources.inc"
        ;
}

}  // namespace gouji
