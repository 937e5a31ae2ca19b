// SPDX-License-Identifier: Apache-2.0
// Owns: the walk through all reported rules, with the outcomes that whole numbers alone can tell.
// Refuses: to be needed: it is there for speed. The outcomes are those of the full way (instance_verdict.cpp) or none
// at all, which tests/unit/check/ways.cpp holds for any rule on any report. private_plain_sums.hpp says what it earns.
#pragma once

#include "engine/check/verdicts/private_plain_sums.hpp"
#include "engine/check/verdicts/private_rule_walk.hpp"

#include <optional>
#include <vector>

namespace gouji {

/// `Own` has visit_outcome(bound, known), which gets each instance with the outcome that the quick way finds; none for
/// those that need the full way. It is named at compile time, so that counting outcomes is one loop over a table.
template <class Own>
class QuickVisitor : public RuleVisitor {
public:
    /// The walk and the catalogue must live as long.
    QuickVisitor(RuleWalk& walk, const Catalogue& catalogue)
        : walk_(walk),
          catalogue_(catalogue),
          is_quick_(!walk.filing_names().mixed()),
          sums_(walk.filing_names().tables()) {}

    /// Every reported rule.
    void walk_all() {
        walk_while([] { return true; });
    }
    /// The same, until it says no after a rule.
    void walk_while(const auto& goes_on) {
        for (const auto& [first, end] : catalogue_.reported) {
            walk_.visit(first, end, *this);
            if (!goes_on()) return;
        }
    }

    /// All instances at once of a rule that is sums of counts.
    std::size_t visit_in_bulk(const Rule& rule, std::size_t index, const RuleScope& scope) final {
        const std::size_t form = rule.relation ? rule.form : walk_.filing_names().form();
        if (!is_quick_ || catalogue_.shortcuts[index][form].table < 0) return 0;
        std::size_t visited = 0;
        sums_.outcomes(catalogue_.shortcuts[index][form], [&](std::size_t i, std::optional<Outcome> known) {
            ++visited;
            own().visit_outcome(BoundInstance{rule, catalogue_.compiled[index][form][i], scope, {}}, known);
        });
        return visited;
    }
    void visit_instance(const BoundInstance& bound) final {
        own().visit_outcome(bound, is_quick_ ? plain_outcome(walk_.at_hand(), bound, sums_, numbers_) : std::nullopt);
    }

private:
    Own& own() { return static_cast<Own&>(*this); }

    RuleWalk& walk_;
    const Catalogue& catalogue_;
    bool is_quick_;
    PlainSums sums_;
    std::vector<PlainNumber> numbers_;  ///< room for evaluation
};

}  // namespace gouji
