// SPDX-License-Identifier: Apache-2.0
// Owns: what a run has read and not yet judged: a little of it in memory, the rest in a file without a name.
// Refuses: to grow with the number of filings: past its bound all goes to the file.
#pragma once

#include "engine/base/temporary_file.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A filing that was read and waits.
struct Waiting {
    std::string file;
    std::string content;  ///< the hash of the file's bytes; empty where nobody asked for it
    std::string reading;  ///< encoded
    std::string text;     ///< of the file, where people are to see it and `reading` has no other
};

class Shelf {
public:
    static constexpr std::size_t most_in_memory = 32U << 20U;

    explicit Shelf(std::size_t bound = most_in_memory) : left_(bound) {}

    /// They are found again by their number, from 0 on. False where there is no room on the disk.
    [[nodiscard]] bool put(Waiting waiting);
    /// Nothing more is put. False where there is no room on the disk.
    [[nodiscard]] bool finish();
    [[nodiscard]] std::size_t size() const { return kept_.size() + filed_.size(); }
    /// The filing with that number, once it is finished; from any thread. Nothing where the file could not be read.
    [[nodiscard]] std::optional<Waiting> take(std::size_t number) const;

private:
    struct FilePart {
        std::uint64_t start = 0;
        std::uint32_t size = 0;
    };

    [[nodiscard]] std::optional<std::string> bytes_of(const FilePart& part) const;

    std::size_t left_;  ///< bytes that may still be kept in memory
    std::vector<Waiting> kept_;
    std::vector<FilePart> filed_;  ///< those after them, in the file
    TemporaryFile file_;
    std::uint64_t end_ = 0;
};

}  // namespace gouji
