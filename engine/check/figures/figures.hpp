// SPDX-License-Identifier: Apache-2.0
// Owns: the figures of a filing, and of the one before it, under one combination of readings, as one rule asks for
// them.
// Refuses: to be used for another rule or another combination: whoever has one has all that its answers depend on. And
// to hide what was missing: each missing figure, and each one taken for something, is noted where notes are wanted.
#pragma once

#include "engine/check/linked/case.hpp"
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

/// A table of the filing with the number that programs know it by: its place in the list.
struct NumberedTable {
    const std::string* name = nullptr;  ///< of a table of the form
    const Table* table = nullptr;       ///< missing from the filing
};

/// How the programs of a rule number the tables, and what a missing figure counts as for it.
struct RuleScope {
    const std::vector<NumberedTable>& own;
    const std::vector<NumberedTable>* previous;  ///< none where the year before is not known, or not asked
    const MissingPolicies& missing;
};

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

/// What was missing, and what was taken for granted, each said once.
struct Notes {
    std::vector<Words> reasons;  ///< why evaluations came out unknown
    std::vector<Words> assumptions;

    static void add(std::vector<Words>& list, Words words);
};

class Figures final : public World {
public:
    /// `notes`: none where nobody reads them; to write them costs more than to evaluate. All must outlive the figures.
    Figures(FilingsAtHand& at_hand, const RuleScope& scope, std::span<const Mention* const> mentions,
        std::vector<ChosenReading> chosen = {}, Notes* notes = nullptr)
        : at_hand_(at_hand), scope_(scope), mentions_(mentions), chosen_(std::move(chosen)), notes_(notes) {}

    /// The mention that a slot stands for; none where nothing is bound to it.
    [[nodiscard]] const Mention* bound_mention(int slot) const;

    Value cell(const Program& program, const CellRef& ref) override;
    Value field(const FieldRef& ref) override;
    Value answer(const Question& question) override;
    std::size_t mentions(int fact) override;
    void bind(int slot, int fact, std::size_t index) override;
    int mention_of(int slot) override;

    [[nodiscard]] Operand operand(const Program& program, const CellRef& ref);
    [[nodiscard]] Operand operand(const FieldRef& ref);

    /// A bound mention has a scope word: it may agree with the report's own figures, but not contradict them.
    [[nodiscard]] const Mention* scoped() const { return scoped_; }
    /// A missing figure for which the rule says `fail`.
    [[nodiscard]] bool must_fail() const { return must_fail_; }

    [[nodiscard]] const Table* table(Whose whose, int id) const;
    /// The cells without a number that a question counts; none for questions that count none.
    [[nodiscard]] std::vector<CellRef> missing_of(const Question& question) const;
    /// The figures that a question asks for because two files, or two tables, have them otherwise; none for other
    /// questions.
    [[nodiscard]] const std::vector<Dispute>& disputes(const Question& question) const;
    /// A figure in dispute, once for each of its values.
    [[nodiscard]] std::vector<Operand> operands_of(const Question& question, const Dispute& dispute) const;

private:
    [[nodiscard]] const Filing* filing_of(Whose whose) const;
    Value missing(const Cell& cell, const Program& program, const CellRef& ref);
    Value missing(const Cell& cell, const std::string& name);
    [[nodiscard]] bool asks_inferred(const Cell& cell) const;
    Value inferred(const Cell& cell, const Program& program, const CellRef& ref);
    Value section(const Question& question, const Filing& filing);
    Value copied(const Question& question, const std::string& name, const Section& section);
    Value part_of_table(const Question& question);
    Value sum_below(const Program& program, const CellRef& ref);
    const Decimal* chosen_value(const Table& table, int cell, const Span** span) const;
    struct Found {
        const Mention::Field* field = nullptr;
        const Mention* other = nullptr;  ///< states it otherwise, or with a scope word
        const Mention::Field* twice = nullptr;
    };
    Found find(Whose whose, int fact, int field, int slot) const;
    Found find(const FieldRef& ref) const { return find(ref.whose, ref.fact, ref.field, ref.slot); }
    Words why_not(const FieldRef& ref, const Found& found) const;
    /// Makes the reason only where it is wanted.
    template <class Make>
    Value unknown(const Make& reason) {
        if (notes_) Notes::add(notes_->reasons, reason());
        return {};
    }
    Value no_filing(Whose whose);
    Value no_table(Whose whose, const std::string& name);

    FilingsAtHand& at_hand_;
    const RuleScope& scope_;
    std::span<const Mention* const> mentions_;
    std::vector<const Mention*> looped_;  ///< in the slots of loops, which come after those of the instance
    std::vector<ChosenReading> chosen_;
    Notes* notes_ = nullptr;
    const Mention* scoped_ = nullptr;
    bool must_fail_ = false;
};

/// “办公室代表区政府受理17件” says another scope, and by which word.
Words scope_note(const Mention& mention);

}  // namespace gouji
