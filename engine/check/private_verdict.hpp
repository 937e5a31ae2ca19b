// SPDX-License-Identifier: Apache-2.0
// Owns: the verdict of one instance.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/check/figures.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A new verdict at the end of the list, with the parts that all of a rule share: large, and so never moved.
Verdict& add_verdict(std::vector<Verdict>& verdicts, const Rule& rule);

/// Judges instances of a filing one after the other. The mentions that an instance is about must be bound before.
class InstanceJudge {
public:
    explicit InstanceJudge(Figures& figures) : figures_(figures) {}

    /// What the instance comes to, without words.
    Outcome outcome(const Rule& rule, const Instance& instance);
    /// The same as a new verdict, with its reasons, figures and message; `mentions` are those bound to the instance's slots.
    Verdict& judge(const Rule& rule, const Instance& instance, const std::vector<const Mention*>& mentions, std::vector<Verdict>& verdicts);

private:
    struct Touched {
        const Table* table = nullptr;
        std::vector<std::size_t> choices;
    };
    /// What the instance comes to under one combination of readings.
    struct Run {
        std::vector<ChosenReading> readings;
        Outcome outcome = Outcome::undecided;
    };

    std::vector<Touched> touched() const;
    static bool spread(const std::vector<Touched>& touched, std::vector<Run>& runs);
    Value evaluate_check();
    Outcome run(const std::vector<ChosenReading>& readings);
    bool was_evidence() const;
    void combine(const std::vector<Run>& runs, Verdict& verdict);
    static void tell_readings(const std::vector<Touched>& touched, Verdict& verdict);
    void tell(const std::vector<const Mention*>& mentions, Verdict& verdict);
    void fill_message(const std::vector<const Mention*>& mentions, Verdict& verdict);

    Figures& figures_;
    const Rule* rule_ = nullptr;
    const Instance* instance_ = nullptr;
    std::vector<Value> stack_;
};

}  // namespace gouji
