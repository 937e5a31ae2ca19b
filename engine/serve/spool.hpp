// SPDX-License-Identifier: Apache-2.0
// Owns: the bytes of files that were given to the server, in one file without a name that goes with it.
// Refuses: to keep them in memory, and a name on the disk: nothing of them can be found there.
#pragma once

#include "engine/base/temporary_file.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

class Spool {
public:
    /// All files together; those that were removed count as well, until the server ends.
    static constexpr std::uint64_t most_bytes = std::uint64_t{8} << 30U;

    struct Part {
        std::uint64_t from = 0;
        std::size_t size = 0;
    };
    /// Nothing where there is no room. From any thread, as below.
    std::optional<Part> put(std::string_view bytes);
    /// Nothing where they could not be read.
    [[nodiscard]] std::optional<std::string> take(const Part& part) const;

private:
    std::mutex mutex_;
    TemporaryFile file_;
    std::uint64_t end_ = 0;
};

}  // namespace gouji
