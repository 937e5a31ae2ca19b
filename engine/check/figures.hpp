// SPDX-License-Identifier: Apache-2.0
// Owns: the figures of a filing, and of the one before it, under one combination of readings, as the language asks for them.
// Refuses: to hide what was missing: each missing figure, and each one taken for something, is noted when it is asked to.
#pragma once

#include "engine/check/copies.hpp"
#include "engine/language/evaluate.hpp"
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// A table of the filing with the number that programs know it by: its place in the list.
struct NumberedTable {
    const std::string* name = nullptr;  ///< of a table of the form
    const Table* table = nullptr;       ///< missing from the filing
};

/// A filing with its tables as programs number them.
struct NumberedFiling {
    const Filing* filing = nullptr;
    const std::vector<NumberedTable>* tables = nullptr;
};

/// The filings of the organs under another's, as a list has them.
struct Below {
    std::vector<const Filing*> filings;
    std::vector<std::string> missing;  ///< organs of the list whose filing of the year was not given
    [[nodiscard]] bool listed() const { return !filings.empty() || !missing.empty(); }
};

/// One reading chosen for one choice of one table.
struct ChosenReading {
    const Choice* choice = nullptr;
    int reading = 0;
};

class Figures final : public World {
public:
    /// `why` says why the year before is not known; empty where nobody looked for it.
    Figures(const Filing& filing, const Words& why, const Below* below = nullptr) : own_{&filing, nullptr}, no_previous_(why), below_(below) {
        for (const Mention& one : filing.mentions) stated_ |= bit_of(static_cast<int>(one.form - filing.form->mentions.data()));
    }

    /// The tables by which the next programs number them; `previous` has no filing when the year before is not known.
    void use(const std::vector<NumberedTable>& tables, NumberedFiling previous) {
        own_.tables = &tables;
        previous_ = previous;
    }
    /// False where the filing says nothing of that fact: a form has dozens of them, and a filing states few.
    [[nodiscard]] bool may_state(int fact) const { return (stated_ & bit_of(fact)) != 0; }
    /// Some row of some table has several readings.
    [[nodiscard]] bool has_choices() const;
    /// Other files of the report, which must live as long.
    void take_copies(const std::vector<Copy>& copies) { copies_ = &copies; }
    /// The figures that a question asks for because two files, or two tables, have them otherwise; none for other questions.
    [[nodiscard]] const std::vector<Dispute>& disputes(const Question& question);
    /// A figure in dispute for each of its values, and a line that says it.
    [[nodiscard]] std::vector<Operand> operands_of(const Question& question, const Dispute& dispute) const;
    void take_policies(const MissingPolicies& missing) { missing_ = &missing; }
    void choose(std::vector<ChosenReading> chosen) { chosen_ = std::move(chosen); }
    void bind_mention(int slot, const Mention* mention);
    [[nodiscard]] const Mention* bound_mention(int slot) const { return static_cast<std::size_t>(slot) < bound_.size() ? bound_[static_cast<std::size_t>(slot)] : nullptr; }
    /// Notes what the rule's tolerance took for granted.
    void assume(Words words) {
        if (telling_) note(assumptions_, std::move(words));
    }
    /// Forgets what was noted. Only while telling reasons and assumptions are written down.
    void reset(bool telling);

    Value cell(const Program& program, const CellRef& ref) override;
    Value field(const FieldRef& ref) override;
    Value answer(const Question& question) override;
    std::size_t mentions(int fact) override;
    void bind(int slot, int fact, std::size_t index) override;
    int mention_of(int slot) override;
    std::string name_of(const Program& program, const CellRef& ref) override;

    [[nodiscard]] Operand operand(const Program& program, const CellRef& ref);
    [[nodiscard]] Operand operand(const FieldRef& ref);

    /// Why the last evaluations came out unknown, each reason once.
    [[nodiscard]] const std::vector<Words>& reasons() const { return reasons_; }
    [[nodiscard]] const std::vector<Words>& assumptions() const { return assumptions_; }
    /// A bound mention has a scope word: it may agree with the report's own figures, but not contradict them.
    [[nodiscard]] const Mention* scoped() const { return scoped_; }
    /// A missing figure for which the rule says `fail`.
    [[nodiscard]] bool must_fail() const { return must_fail_; }

    [[nodiscard]] const Filing& filing() const { return *own_.filing; }
    [[nodiscard]] const Table* table(Whose whose, int id) const;
    /// The cells without a number that a question counts; none for questions that count none.
    [[nodiscard]] std::vector<int> missing_of(const Question& question) const;

private:
    [[nodiscard]] const std::vector<Dispute>& disputes_of_copies();
    [[nodiscard]] Words why_no_previous() const;
    [[nodiscard]] const NumberedFiling& of(Whose whose) const { return whose == Whose::own ? own_ : whose == Whose::previous ? previous_ : nobody_; }
    Value missing(const Cell& cell, const Program& program, const CellRef& ref);
    Value missing(const Cell& cell, const std::string& name);
    [[nodiscard]] bool asks_inferred(const Cell& cell) const;
    Value inferred(const Cell& cell, const Program& program, const CellRef& ref);
    Value section(const Question& question);
    Value copied(const Question& question, const std::string& name, const Section& section);
    Value part_of_table(const Question& question);
    Value sum_below(const Program& program, const CellRef& ref);
    void note_no_table(Whose whose, int id);
    const Decimal* chosen_value(const Table& table, int cell, const Span** span) const;
    struct Found {
        const Mention::Field* field = nullptr;
        const Mention* other = nullptr;   ///< states it otherwise, or with a scope word
        const Mention::Field* twice = nullptr;
    };
    Found find(Whose whose, int fact, int field, int slot) const;
    Found find(const FieldRef& ref) const { return find(ref.whose, ref.fact, ref.field, ref.slot); }
    Words why_not(const FieldRef& ref, const Found& found) const;
    void note(std::vector<Words>& list, Words words) const;
    /// Facts share bits when there are more than 64 of them.
    static std::uint64_t bit_of(int fact) { return std::uint64_t{1} << (static_cast<unsigned>(fact) % 64); }

    NumberedFiling own_;
    NumberedFiling previous_;
    NumberedFiling nobody_;  ///< figures of several filings are summed, not looked up
    const Words& no_previous_;
    const Below* below_ = nullptr;
    const std::vector<Copy>* copies_ = nullptr;
    /// What was held against each other, and what came of it; made when somebody asks.
    struct Held {
        std::vector<HeldFigures> sources;
        std::vector<Dispute> disputes;
    };
    std::optional<Held> held_copies_;
    std::map<int, Held> held_tables_;
    std::map<int, std::vector<Dispute>> disputes_by_table_;
    const MissingPolicies* missing_ = nullptr;
    std::vector<ChosenReading> chosen_;
    std::vector<const Mention*> bound_;
    std::vector<Words> reasons_;
    std::vector<Words> assumptions_;
    const Mention* scoped_ = nullptr;
    std::uint64_t stated_ = 0;
    std::map<std::pair<const Section*, const Section*>, std::optional<Fraction>> copied_;  ///< asked for by the check, its message and its lets, and long to find
    bool telling_ = false;
    bool must_fail_ = false;
};

/// “办公室代表区政府受理17件” says another scope, and by which word.
Words scope_note(const Mention& mention);

}  // namespace gouji
