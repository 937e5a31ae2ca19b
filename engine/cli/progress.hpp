// SPDX-License-Identifier: Apache-2.0
// Owns: the line on a terminal that says how far a long run is.
// Refuses: to be there when nobody watches: it writes to a terminal alone, and nothing of it stays.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>

namespace gouji {

class Progress {
public:
    /// `out`: the terminal, or nullptr for none; `what` is being done. `total`: nothing where it is not known before
    /// the end. Nothing is shown in the first half second.
    Progress(std::ostream* out, std::string what, std::optional<std::size_t> total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more is done; from any thread.
    void step();

private:
    using Clock = std::chrono::steady_clock;
    std::ostream* out_;
    std::string what_;
    std::optional<std::size_t> total_;
    std::size_t done_ = 0;
    Clock::time_point begun_;
    Clock::time_point shown_;
    bool visible_ = false;
    std::mutex mutex_;
};

}  // namespace gouji
