// SPDX-License-Identifier: Apache-2.0
// Owns: laying what people have decided beside the findings of a run, by fingerprint.
// Refuses: to change a verdict or a decision, and to lose one: where no finding is left, the decision stays with its filing.
#pragma once

#include "engine/check/changes.hpp"
#include "engine/model/decision.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gouji {

class Deciding {
public:
    /// The decisions must live as long.
    explicit Deciding(const std::vector<Decision>& decisions);

    /// A decision goes to the finding that has its instance among those that it explains; one whose instance does not fail
    /// any more is among those that are settled. Causes must be found before. `number`: of the filing in the run. From any
    /// thread, in any order.
    void apply(std::size_t number, const Filing& filing, Judgement& judgement);

    /// When all filings were seen: decisions whose figures have changed, and how many are about filings that the run was not
    /// given.
    [[nodiscard]] std::vector<Diagnostic> left() const;

private:
    struct Use {
        bool placed = false;
        FirstChange changed;
    };
    void lay(std::size_t number, std::size_t decision, std::optional<std::size_t> verdict, Judgement& judgement);

    const std::vector<Decision>& decisions_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_fingerprint_;
    std::map<std::pair<std::string_view, std::optional<int>>, std::vector<std::size_t>> by_filing_;
    std::vector<Use> uses_;
    std::mutex mutex_;
};

}  // namespace gouji
