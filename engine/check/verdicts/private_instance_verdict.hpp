// SPDX-License-Identifier: Apache-2.0
// Owns: the verdict of one instance.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/check/figures/figures.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A new verdict at the end of the list, with the parts that all of a rule share: large, and so never moved.
Verdict& add_verdict(std::vector<Verdict>& verdicts, const Rule& rule);

/// The verdict of one instance on the filings at hand. All that it is made of must outlive it; `stack` is room for
/// evaluation, whose content is of no account.
class InstanceJudge {
public:
    InstanceJudge(FilingsAtHand& at_hand, const BoundInstance& bound, std::vector<Value>& stack);

    /// What the instance comes to, without words.
    [[nodiscard]] Outcome outcome();
    /// The same as a new verdict, with its reasons, figures and message.
    Verdict& judge(std::vector<Verdict>& verdicts);

    /// The readings that are preferred among those touched: what is told is told under these.
    [[nodiscard]] std::vector<ChosenReading> preferred() const;

private:
    struct Touched {
        const Table* table = nullptr;
        std::vector<std::size_t> choices;
    };
    /// What the instance comes to under one combination of readings.
    struct Run {
        std::vector<ChosenReading> readings;
        Outcome outcome = Outcome::undecided;
        const Mention* scoped = nullptr;
    };

    [[nodiscard]] std::vector<Touched> touched() const;
    [[nodiscard]] bool spread(std::vector<Run>& runs) const;
    [[nodiscard]] Value evaluate_check(Figures& figures, Notes* notes);
    void run(Run& one, Notes* notes);
    [[nodiscard]] bool was_evidence() const;
    void combine(const std::vector<Run>& runs, Notes& notes, Verdict& verdict) const;
    void tell_readings(Verdict& verdict) const;
    void tell(Figures& figures, Verdict& verdict);
    void fill_message(Figures& figures, Verdict& verdict);

    FilingsAtHand& at_hand_;
    const BoundInstance& bound_;
    const Rule& rule_;
    const Instance& instance_;
    std::vector<Value>& stack_;
    std::vector<Touched> touched_;
};

}  // namespace gouji
