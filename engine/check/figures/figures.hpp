// SPDX-License-Identifier: Apache-2.0
// Owns: the figures of a filing, and of the one before it, under one combination of readings, as one rule asks for
// them.
// Refuses: to be used for another rule or another combination: whoever has one has all that its answers depend on. And
// to hide what was missing: each missing figure, and each one taken for something, is noted where notes are wanted.
#pragma once

#include "engine/check/figures/scoped_filings.hpp"
#include "engine/language/evaluate.hpp"
#include "engine/language/form_names.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// A rule and one binding of its variables on the filings at hand, with the mentions that stand in the instance's
/// slots.
struct BoundInstance {
    const Rule& rule;
    const Instance& instance;
    const RuleScope& scope;
    std::span<const Mention* const> mentions;
};

/// One reading chosen for one choice of one table.
struct ChosenReading {
    const Choice* choice = nullptr;
    int reading = 0;
};

class Figures final : public World {
public:
    /// `notes`: none where nobody reads them; to write them costs more than to evaluate. All must outlive the figures.
    Figures(FilingsAtHand& at_hand, const RuleScope& scope, std::span<const Mention* const> mentions,
        std::vector<ChosenReading> chosen = {}, Notes* notes = nullptr)
        : filings_(at_hand, scope, notes), mentions_(mentions), chosen_(std::move(chosen)) {}

    [[nodiscard]] const ScopedFilings& filings() const { return filings_; }

    /// The mention that a slot stands for; none where nothing is bound to it.
    [[nodiscard]] const Mention* bound_mention(int slot) const;

    Value cell(const Program& program, const CellRef& ref) override;
    Value field(const FieldRef& ref) override;
    Value answer(const Question& question) override;
    std::size_t mentions(const StatedFact& fact) override;
    void bind(int slot, const StatedFact& fact, std::size_t index) override;
    int mention_of(int slot) override;

    [[nodiscard]] Operand operand(const Program& program, const CellRef& ref);
    [[nodiscard]] Operand operand(const FieldRef& ref);

    /// A bound mention has a scope word: it may agree with the report's own figures, but not contradict them.
    [[nodiscard]] const Mention* scoped() const { return scoped_; }
    /// A missing figure for which the rule says `fail`.
    [[nodiscard]] bool must_fail() const { return must_fail_; }

    /// A mention of the filing states the field that a question asks for, alone or beside others.
    [[nodiscard]] bool is_stated(const Question& question) const;

private:
    Value missing(const Cell& cell, const Program& program, const CellRef& ref);
    Value missing(const Cell& cell, const std::string& name);
    [[nodiscard]] bool asks_inferred(const Cell& cell) const;
    Value inferred(const Cell& cell, const Program& program, const CellRef& ref);
    const Decimal* chosen_value(const Table& table, int cell, const Span** span) const;
    struct StatedField {
        const Mention::Field* field = nullptr;
        const Mention* other = nullptr;  ///< states it otherwise, or with a scope word
        const Mention::Field* twice = nullptr;
    };
    StatedField find(Whose whose, int fact, int field, int slot) const;
    StatedField find(const FieldRef& ref) const { return find(ref.whose, ref.fact, ref.field, ref.slot); }
    Words why_not(const FieldRef& ref, const StatedField& found) const;
    ScopedFilings filings_;
    std::span<const Mention* const> mentions_;
    std::vector<const Mention*> looped_;  ///< in the slots of loops, which come after those of the instance
    std::vector<ChosenReading> chosen_;
    const Mention* scoped_ = nullptr;
    bool must_fail_ = false;
};

/// “办公室代表区政府受理17件” says another scope, and by which word.
Words scope_note(const Mention& mention);

}  // namespace gouji
