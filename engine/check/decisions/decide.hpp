// SPDX-License-Identifier: Apache-2.0
// Owns: laying what people have decided beside the findings of a run, by fingerprint.
// Refuses: to change a verdict or a decision, and to lose one: where no finding is left, the decision stays with its
// filing.
#pragma once

#include "engine/check/decisions/changes.hpp"
#include "engine/model/decision.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gouji {

/// A filing that was judged. `number`: of it in the run.
struct JudgedFiling {
    std::size_t number = 0;
    const Filing* filing = nullptr;
    Judgement* judgement = nullptr;
};

class DecisionMatcher {
public:
    /// The decisions must live as long.
    explicit DecisionMatcher(const std::vector<Decision>& decisions);

    /// A decision goes to the finding that has its instance among those that it explains; one whose instance does not
    /// fail any more is among those that are settled. Causes must be found before. `copies`: a report, or those of one
    /// organ and year: what one of them has is not settled by another. From any thread, in any order.
    void apply(const std::vector<JudgedFiling>& copies);

    /// When all filings were seen: decisions whose figures have changed, and how many are about filings that the run
    /// was not given.
    [[nodiscard]] std::vector<Diagnostic> left() const;
    /// The decisions with the fingerprints that their findings have now.
    [[nodiscard]] std::vector<Decision> renewed() const;

private:
    struct DecisionUse {
        bool placed = false;
        FirstChange changed;
        std::string fingerprint;  ///< of its instance, where that is another now
    };
    /// An instance of one of several copies.
    struct DecidedPlace {
        const JudgedFiling* copy = nullptr;
        std::size_t verdict = 0;

        [[nodiscard]] const Verdict& get() const { return copy->judgement->verdicts[verdict]; }
    };
    /// By the number of the decision.
    using Places = std::map<std::size_t, std::vector<DecidedPlace>>;
    /// The instances about statements, and the fingerprints that decisions have already.
    struct Statements {
        std::vector<DecidedPlace> all;
        std::set<std::uint64_t> taken;
    };

    [[nodiscard]] Places find_places(const std::vector<JudgedFiling>& copies) const;
    void find_moved(const std::vector<JudgedFiling>& copies, Places& places) const;
    [[nodiscard]] const DecidedPlace* find_statement(const Decision& decision, const Statements& statements) const;
    void attach(std::size_t decision, const std::vector<DecidedPlace>& places, const std::vector<JudgedFiling>& copies);

    const std::vector<Decision>& decisions_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_fingerprint_;
    std::map<std::pair<std::string_view, std::optional<int>>, std::vector<std::size_t>> by_filing_;
    std::vector<DecisionUse> uses_;
    std::mutex mutex_;
};

}  // namespace gouji
