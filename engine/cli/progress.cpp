// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/progress.hpp"

#include <ostream>
#include <utility>

namespace gouji {

Progress::Progress(std::ostream* out, std::string what, std::optional<std::size_t> total)
    : out_(out),
      what_(std::move(what)),
      total_(total),
      begun_(Clock::now()),
      shown_(begun_ + std::chrono::milliseconds(400)) {}

Progress::~Progress() {
    if (visible_) *out_ << "\r\x1b[K" << std::flush;
}

void Progress::step() {
    if (!out_) return;
    const std::lock_guard lock(mutex_);
    ++done_;
    const auto now = Clock::now();
    if (now < shown_ + std::chrono::milliseconds(100)) return;
    shown_ = now;
    visible_ = true;
    const auto spent =
        static_cast<std::size_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_).count());
    const std::size_t rate = done_ * 1000 / spent;
    *out_ << "\r\x1b[K" << what_ << " " << done_;
    if (total_) *out_ << "/" << *total_;
    *out_ << "  " << rate << "/s";
    if (total_) *out_ << "  " << (*total_ - done_) * spent / done_ / 1000 << " s";
    *out_ << std::flush;
}

}  // namespace gouji
