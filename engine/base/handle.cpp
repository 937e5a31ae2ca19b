// SPDX-License-Identifier: Apache-2.0
#include "engine/base/handle.hpp"

#include <unistd.h>

#include <utility>

namespace gouji {

void Handle::close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
}

}  // namespace gouji
