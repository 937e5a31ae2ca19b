// SPDX-License-Identifier: Apache-2.0
#include "engine/check/causes/repair.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr int most_steps = 200'000;
constexpr std::size_t most_changes = 3;

}  // namespace

Repairs::Repairs(const std::vector<Sum>& sums, std::vector<std::int64_t> values)
    : sums_(sums), values_(std::move(values)), uses_(values_.size()) {
    for (std::size_t s = 0; s < sums_.size(); ++s) {
        std::int64_t rest = -sums_[s].constant;
        for (const auto& [variable, factor] : sums_[s].terms) {
            rest += factor * values_[static_cast<std::size_t>(variable)];
            uses_[static_cast<std::size_t>(variable)].emplace_back(s, factor);
        }
        rest_.push_back(rest);
        failing_ += fails(s) ? 1U : 0U;
    }
}

void Repairs::change(int variable, std::int64_t by) {
    values_[static_cast<std::size_t>(variable)] += by;
    for (const auto& [sum, factor] : uses_[static_cast<std::size_t>(variable)]) {
        ++steps_;
        failing_ -= fails(sum) ? 1U : 0U;
        rest_[sum] += factor * by;
        failing_ += fails(sum) ? 1U : 0U;
    }
}

std::size_t Repairs::shortest_failing() const {
    std::size_t best = sums_.size();
    for (std::size_t s = 0; s < sums_.size(); ++s) {
        if (fails(s) && (best == sums_.size() || sums_[s].terms.size() < sums_[best].terms.size())) best = s;
    }
    return best;
}

void Repairs::search(std::size_t left) {
    // One of the variables of a failing sum must change; by what, one of its failing sums says that has no other of
    // them.
    const std::size_t sum = shortest_failing();
    for (const auto& [variable, factor] : sums_[sum].terms) {
        if (steps_ > most_steps) return;
        if (std::any_of(path_.begin(), path_.end(),
                [&, which = variable](const CellChange& one) { return one.variable == which; }))
            continue;
        std::vector<std::int64_t> tried;
        for (const auto& [other, own] : uses_[static_cast<std::size_t>(variable)]) {
            if (!fails(other) || rest_[other] % own != 0) continue;
            const std::int64_t by = -rest_[other] / own;
            if (values_[static_cast<std::size_t>(variable)] + by < 0
                || std::find(tried.begin(), tried.end(), by) != tried.end())
                continue;
            tried.push_back(by);
            change(variable, by);
            path_.push_back({variable, values_[static_cast<std::size_t>(variable)]});
            if (failing_ == 0) {
                Repair made = path_;
                std::sort(made.begin(), made.end());
                if (std::find(found_.begin(), found_.end(), made) == found_.end()) found_.push_back(std::move(made));
            } else if (left > 1) {
                search(left - 1);
            }
            path_.pop_back();
            change(variable, -by);
        }
    }
}

std::vector<Repair> Repairs::smallest() {
    found_.clear();
    steps_ = 0;
    for (std::size_t changes = 1; failing_ > 0 && changes <= most_changes; ++changes) {
        search(changes);
        if (steps_ > most_steps) return {};
        if (!found_.empty()) break;
    }
    return std::move(found_);
}

bool Repairs::repaired_by(const Repair& repair) {
    std::vector<std::int64_t> before;
    for (const CellChange& one : repair) {
        before.push_back(values_[static_cast<std::size_t>(one.variable)]);
        change(one.variable, one.value - before.back());
    }
    const bool good = failing_ == 0;
    for (std::size_t i = repair.size(); i-- > 0;)
        change(repair[i].variable, before[i] - values_[static_cast<std::size_t>(repair[i].variable)]);
    return good;
}

std::vector<std::size_t> Repairs::sums_of(int variable, bool failing) const {
    std::vector<std::size_t> found;
    for (const auto& [sum, factor] : uses_[static_cast<std::size_t>(variable)]) {
        if (!failing || fails(sum)) found.push_back(sum);
    }
    return found;
}

}  // namespace gouji
