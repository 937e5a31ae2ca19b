// SPDX-License-Identifier: Apache-2.0
#include "engine/source/byte_starts.hpp"

#include <algorithm>

namespace gouji {

std::uint32_t ByteStarts::first_at(std::uint32_t from) const {
    const auto next = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return run.from < from; });
    const std::uint32_t end = next == runs_.end() ? size_ : next->at;
    if (next == runs_.begin()) return end;
    const Run& run = *(next - 1);
    if (run.step == 0) return end;
    const std::uint64_t characters = (std::uint64_t{from} - run.from + run.step - 1) / run.step;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(end, run.at + characters * run.size));
}

std::uint32_t ByteStarts::Walk::of(std::uint32_t at) {
    const std::vector<Run>& runs = starts_.runs_;
    if (at >= starts_.size_ || runs.empty()) return starts_.end_;
    while (run_ > 0 && runs[run_].at > at) --run_;
    while (run_ + 1 < runs.size() && runs[run_ + 1].at <= at) ++run_;
    const Run& run = runs[run_];
    return run.from + (at - run.at) / run.size * run.step;
}

ByteStarts through(const ByteStarts& starts, std::span<const std::uint32_t> origins) {
    ByteStarts made;
    ByteStarts::Walk walk(starts);
    const std::vector<ByteStarts::Run>& runs = starts.runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::uint32_t end = i + 1 < runs.size() ? runs[i + 1].at : starts.size();
        for (std::uint32_t at = runs[i].at; at < end; at += runs[i].size) made.add(runs[i].size, origins[walk.of(at)]);
    }
    made.finish(origins[starts.end()]);
    return made;
}

}  // namespace gouji
