// SPDX-License-Identifier: Apache-2.0
// Owns: what changes, told to everybody who listens (server-sent events).
// Refuses: to wait for a slow listener: it is told that it missed some.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class Events {
public:
    /// One who listens, for as long as it lives.
    class Listener {
    public:
        /// The next events as they go over the wire; empty when nothing happened for so long; nothing at the end.
        std::optional<std::string> wait(std::chrono::milliseconds longest);

    private:
        friend class Events;
        std::mutex mutex_;
        std::condition_variable changed_;
        std::deque<std::string> waiting_;
        bool missed_ = false;
        bool ended_ = false;
    };

    /// Nothing where too many listen already.
    std::shared_ptr<Listener> listen();
    /// `data`: JSON; line ends in it are left out.
    void tell(std::string_view name, std::string_view data);
    /// All listeners end, and there are no new ones.
    void end();

private:
    static constexpr std::size_t most_listeners = 16;
    static constexpr std::size_t most_waiting = 1000;

    std::mutex mutex_;
    std::vector<std::weak_ptr<Listener>> listeners_;
    bool ended_ = false;
};

}  // namespace gouji
