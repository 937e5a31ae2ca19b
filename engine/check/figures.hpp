// SPDX-License-Identifier: Apache-2.0
// Owns: the figures of a filing under one combination of readings, as the language asks for them.
// Refuses: to hide what was missing: each missing figure, and each one taken for something, is noted.
#pragma once

#include "engine/language/evaluate.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A table of the filing with the number that programs know it by.
struct NumberedTable {
    int id = 0;
    std::string name;
    const Table* table = nullptr;  ///< missing from the filing
};

/// One reading chosen for one choice of one table.
struct ChosenReading {
    const Choice* choice = nullptr;
    int reading = 0;
};

class Figures final : public World {
public:
    Figures(const Filing& filing, const std::vector<NumberedTable>& tables, const std::array<Missing, 6>& missing)
        : filing_(filing), tables_(tables), missing_(missing) {}

    void choose(std::vector<ChosenReading> chosen) { chosen_ = std::move(chosen); }
    void bind(const Mention* mention) { mention_ = mention; }
    /// Forgets what was noted.
    void reset();

    Value cell(const CellRef& ref) override;
    Value field(const FieldRef& ref) override;
    bool stated(const FieldRef& ref) override;
    bool table_present(int table) override;

    [[nodiscard]] Operand operand(const CellRef& ref);
    [[nodiscard]] Operand operand(const FieldRef& ref);

    /// Why the last evaluations came out unknown, each reason once.
    [[nodiscard]] const std::vector<Words>& reasons() const { return reasons_; }
    [[nodiscard]] const std::vector<Words>& assumptions() const { return assumptions_; }
    /// The bound mention has a scope word: it may agree with the report's own figures, but not contradict them.
    [[nodiscard]] const std::optional<Words>& scoped() const { return scoped_; }
    /// A missing figure for which the rule says `fail`.
    [[nodiscard]] bool must_fail() const { return must_fail_; }

private:
    Value missing(Presence presence, const std::string& name);
    const Table* table(int id) const;
    const Decimal* chosen_value(const Table& table, int cell, const Span** span) const;
    const Mention::Field* find(const FieldRef& ref, Words* why) const;
    static Words scope_note(const Mention& mention);
    static void note(std::vector<Words>& list, Words words);

    const Filing& filing_;
    const std::vector<NumberedTable>& tables_;
    const std::array<Missing, 6>& missing_;
    std::vector<ChosenReading> chosen_;
    const Mention* mention_ = nullptr;
    std::vector<Words> reasons_;
    std::vector<Words> assumptions_;
    std::optional<Words> scoped_;
    bool must_fail_ = false;
};

}  // namespace gouji
