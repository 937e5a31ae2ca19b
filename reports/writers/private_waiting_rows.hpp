// SPDX-License-Identifier: Apache-2.0
// Owns: rows of texts that wait for their turn, and come back as they were.
// Refuses: to keep them: they wait where the outlet says. And to be used outside of reports/.
#pragma once

#include "reports/run_writer.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gouji {

using TextRow = std::vector<std::string>;

class WaitingRows {
public:
    explicit WaitingRows(ResultOutlet& outlet) : text_(outlet.wait()) {}

    /// False where there is no room: no more need be made.
    bool add(const TextRow& row);
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// Where the next row begins, for `read`.
    [[nodiscard]] std::uint64_t end() const { return text_->size(); }
    /// All of them in order, or those between two places, until `take` returns false. False where it did, or where they
    /// could not be read.
    bool read(const std::function<bool(TextRow&& row)>& take) { return read(0, end(), take); }
    bool read(std::uint64_t from, std::uint64_t to, const std::function<bool(TextRow&& row)>& take);

private:
    std::unique_ptr<WaitingText> text_;
    std::uint64_t count_ = 0;
};

}  // namespace gouji
