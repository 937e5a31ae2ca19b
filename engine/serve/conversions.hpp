// SPDX-License-Identifier: Apache-2.0
// Owns: the turn of everybody who needs another program: one at a time for each, and not many in all.
// Refuses: to start programs.
#pragma once

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace gouji {

class Conversions {
public:
    static constexpr std::size_t most = 4;  ///< at once

    /// Waits until it is the turn of `remote`; the turn ends with the object.
    class Turn {
    public:
        Turn(Conversions& all, std::string remote);
        ~Turn();
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        Conversions& all_;
        std::string remote_;
    };

private:
    std::mutex mutex_;
    std::condition_variable free_;
    std::set<std::string> running_;
};

}  // namespace gouji
