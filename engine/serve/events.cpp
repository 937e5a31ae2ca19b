// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/events.hpp"

namespace gouji {

std::optional<std::string> Events::Listener::wait(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [&] { return ended_ || missed_ || !waiting_.empty(); });
    std::string told;
    if (missed_) told = "event: missed\ndata: {}\n\n";
    missed_ = false;
    for (const std::string& one : waiting_) told += one;
    waiting_.clear();
    if (told.empty() && ended_) return std::nullopt;
    return told;
}

std::shared_ptr<Events::Listener> Events::listen() {
    const std::lock_guard lock(mutex_);
    std::erase_if(listeners_, [](const auto& one) { return one.expired(); });
    if (ended_ || listeners_.size() >= most_listeners) return nullptr;
    auto made = std::make_shared<Listener>();
    listeners_.push_back(made);
    return made;
}

void Events::tell(std::string_view name, std::string_view data) {
    std::string event = "event: " + std::string(name) + "\ndata: ";
    for (const char c : data) {
        if (c != '\n' && c != '\r') event += c;
    }
    event += "\n\n";
    const std::lock_guard lock(mutex_);
    for (const auto& one : listeners_) {
        const auto listener = one.lock();
        if (!listener) continue;
        const std::lock_guard own(listener->mutex_);
        if (listener->waiting_.size() < most_waiting) {
            listener->waiting_.push_back(event);
        } else {
            listener->waiting_.clear();
            listener->missed_ = true;
        }
        listener->changed_.notify_one();
    }
}

void Events::end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    for (const auto& one : listeners_) {
        const auto listener = one.lock();
        if (!listener) continue;
        const std::lock_guard own(listener->mutex_);
        listener->ended_ = true;
        listener->changed_.notify_one();
    }
}

}  // namespace gouji
