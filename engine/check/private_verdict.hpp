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

/// The parts that all verdicts of a rule share.
Verdict verdict_of(const Rule& rule);

/// Stays the same when the file moves, its lines shift or its figures change: organ, year, rule, place, running number.
std::string fingerprint_of(const Filing& filing, const Verdict& verdict, int running);

class InstanceJudge {
public:
    InstanceJudge(const Filing& filing, const Rule& rule, const Instance& instance, const std::vector<NumberedTable>& tables)
        : filing_(filing), rule_(rule), instance_(instance), tables_(tables), figures_(filing, tables, rule.missing) {}

    std::optional<Verdict> judge(const Mention* mention);

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
    bool spread(const std::vector<Touched>& touched, std::vector<Run>& runs) const;
    Outcome run(const std::vector<ChosenReading>& readings);
    void combine(const std::vector<Run>& runs, Verdict& verdict);
    void tell_readings(const std::vector<Touched>& touched, Verdict& verdict) const;
    bool was_evidence() const;
    void tell(const Mention* mention, Verdict& verdict);
    void fill_message(const Mention* mention, Verdict& verdict);

    const Filing& filing_;
    const Rule& rule_;
    const Instance& instance_;
    const std::vector<NumberedTable>& tables_;
    Figures figures_;
    std::vector<Value> stack_;
};

}  // namespace gouji
