// SPDX-License-Identifier: Apache-2.0
// Owns: matching waivers with findings: which findings someone has answered for, and which waivers have lost their
// hold.
// Refuses: to read the clock; the day of the run is given.
#pragma once

#include "engine/check/decisions/changes.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/suite.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// The waiver is for the verdict of the filing, and all figures are those that its author saw. It may have expired.
bool waives(const Waiver& waiver, const Filing& filing, const Verdict& verdict);

class WaiverMatcher {
public:
    /// `today`: by which they expire; on a day that nobody named none holds. The waivers must live as long.
    WaiverMatcher(const std::vector<Waiver>& waivers, std::optional<std::int64_t> today);

    /// There is a waiver for the filing.
    [[nodiscard]] bool concerns(const Filing& filing) const {
        return filing.year && by_filing_.contains({filing.organ, *filing.year});
    }
    /// Findings that a waiver fits become waived. `number`: of the filing in the run. From any thread, in any order.
    void apply(std::size_t number, const Filing& filing, Judgement& judgement);

    /// When all filings were seen: waivers that have expired, those whose figures are no longer the ones that were
    /// seen, and those that no finding of the filings given needs. A waiver for a filing that was not given is left
    /// alone.
    [[nodiscard]] std::vector<Diagnostic> left() const;

private:
    struct WaiverUse {
        bool given = false;
        bool used = false;
        FirstChange changed;
    };

    [[nodiscard]] bool holds(const Waiver& waiver) const { return today_ && *today_ <= waiver.expires; }

    const std::vector<Waiver>& waivers_;
    std::optional<std::int64_t> today_;
    std::map<std::pair<std::string_view, int>, std::vector<std::size_t>> by_filing_;
    std::vector<WaiverUse> uses_;
    std::mutex mutex_;
};

}  // namespace gouji
