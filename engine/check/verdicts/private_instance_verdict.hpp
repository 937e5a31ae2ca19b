// SPDX-License-Identifier: Apache-2.0
// Owns: the verdict of one instance.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/check/figures/figures.hpp"
#include "engine/language/message.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// Adds a verdict with the parts that all verdicts of a rule share; in place, for verdicts are large.
Verdict& add_verdict(std::vector<Verdict>& verdicts, const Rule& rule);

/// The verdict of one instance on the filings at hand. Everything that it is made of must outlive it; `stack` is room
/// for evaluation, with any content.
class InstanceJudge {
public:
    InstanceJudge(FilingsAtHand& at_hand, const BoundInstance& bound, std::vector<Value>& stack);

    /// What the instance comes to, without words.
    [[nodiscard]] Outcome outcome();
    /// The same as a new verdict, with its reasons, figures and message.
    Verdict& judge(std::vector<Verdict>& verdicts);

    /// The preferred ones of the readings that the instance touches: a verdict shows its figures under these.
    [[nodiscard]] std::vector<ChosenReading> preferred() const;

private:
    struct Touched {
        const Table* table = nullptr;
        std::vector<std::size_t> choices;
    };
    /// What the instance comes to under one combination of readings.
    struct Trial {
        std::vector<ChosenReading> readings;
        Outcome outcome = Outcome::undecided;
        const Mention* scoped = nullptr;
    };

    [[nodiscard]] std::vector<Touched> touched() const;
    [[nodiscard]] bool spread(std::vector<Trial>& trials) const;
    [[nodiscard]] Value evaluate_check(Figures& figures, Notes* notes);
    [[nodiscard]] bool may_lack_column(Figures& figures, Notes* notes);
    void run(Trial& trial, Notes* notes);
    [[nodiscard]] bool was_evidence() const;
    void combine(const std::vector<Trial>& trials, Notes& notes, Verdict& verdict) const;
    void add_readings(Verdict& verdict) const;
    void add_operands(Figures& figures, Verdict& verdict) const;
    void fill_message(Figures& figures, Verdict& verdict);
    [[nodiscard]] MessageValues values_of_names() const;

    FilingsAtHand& at_hand_;
    const BoundInstance& bound_;
    std::vector<Value>& stack_;
    std::vector<Touched> touched_;
};

}  // namespace gouji
