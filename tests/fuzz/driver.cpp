// SPDX-License-Identifier: Apache-2.0
// The target that this program was built for (GOUJI_FUZZ_TARGET), as libFuzzer asks for it.
#include "tests/fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const gouji::fuzz::Target& target = *gouji::fuzz::target_named(GOUJI_FUZZ_TARGET);
    target.take({reinterpret_cast<const char*>(data), size});
    return 0;
}
