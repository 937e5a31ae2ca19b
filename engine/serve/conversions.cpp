// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/conversions.hpp"

#include <utility>

namespace gouji {

Conversions::Turn::Turn(Conversions& all, std::string remote) : all_(all), remote_(std::move(remote)) {
    std::unique_lock lock(all_.mutex_);
    all_.free_.wait(lock, [&] { return all_.running_.size() < most && !all_.running_.contains(remote_); });
    all_.running_.insert(remote_);
}

Conversions::Turn::~Turn() {
    const std::lock_guard lock(all_.mutex_);
    all_.running_.erase(remote_);
    all_.free_.notify_all();
}

}  // namespace gouji
