// SPDX-License-Identifier: Apache-2.0
// Owns: the entries of a zip archive, within bounds: 1,000 entries, 64 MiB each and 256 MiB in all as the archive says,
// and what is read of one is counted again, whatever it says.
// Refuses: to write files, and to be used outside of this folder.
#pragma once

#include "engine/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace gouji {

class Archive {
public:
    /// Bytes of an entry that is read: a report's text has some 300 KB, and the tree that is made of it many times its
    /// bytes.
    static constexpr std::size_t most_of_report = std::size_t{8} << 20;
    /// A list of findings has all its texts in its cells.
    static constexpr std::size_t most_of_list = std::size_t{32} << 20;

    /// The bytes must stay where they are. A diagnostic for what is damaged, encrypted or past the bounds.
    static Result<Archive> open(std::string_view bytes, std::size_t most_read = most_of_report);

    /// Names are compared without case.
    [[nodiscard]] bool has(const std::string& name) const;
    /// The bytes of an entry, at most `most_read` of them; a diagnostic when there are more, or when it is not there.
    [[nodiscard]] Result<std::string> read(const std::string& name) const;
    /// Its first 4 KiB at least; empty where it is not there or damaged.
    [[nodiscard]] std::string head(const std::string& name) const;

private:
    struct ZipCloser {
        void operator()(struct zip* archive) const;
    };
    [[nodiscard]] std::int64_t index_of(const std::string& name) const;
    [[nodiscard]] Result<std::string> read_some(const std::string& name, std::size_t size) const;

    std::unique_ptr<struct zip, ZipCloser> archive_;
    std::size_t most_read_ = most_of_report;
};

}  // namespace gouji
