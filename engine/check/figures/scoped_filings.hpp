// SPDX-License-Identifier: Apache-2.0
// Owns: the filings at hand as one rule may ask them: which filing and which table a program means, and why something
// is not known.
// Refuses: to read figures (figures.hpp does).
#pragma once

#include "engine/check/linked/case.hpp"
#include "engine/language/evaluate.hpp"
#include "engine/model/filing.hpp"
#include "engine/rules/rule.hpp"

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

/// What was missing, and what was assumed, each said once.
struct Notes {
    std::vector<Words> reasons;  ///< why evaluations came out unknown
    std::vector<Words> assumptions;

    static void add(std::vector<Words>& list, Words words);
};

/// That a table is not in the report, or not in that of the year before.
Words why_no_table(Whose whose, const std::string& name);

class ScopedFilings {
public:
    /// `notes`: none where nobody reads them; to write them costs more than to evaluate. All must live as long.
    ScopedFilings(FilingsAtHand& at_hand, const RuleScope& scope, Notes* notes)
        : at_hand_(at_hand), scope_(scope), notes_(notes) {}

    [[nodiscard]] FilingsAtHand& at_hand() const { return at_hand_; }
    [[nodiscard]] const RuleScope& scope() const { return scope_; }
    [[nodiscard]] Notes* notes() const { return notes_; }

    /// None for filings below: their figures are added up, not looked up.
    [[nodiscard]] const Filing* filing(Whose whose) const;
    [[nodiscard]] const Table* table(Whose whose, int id) const;
    [[nodiscard]] const std::vector<NumberedTable>& tables(Whose whose) const {
        return whose == Whose::previous ? *scope_.previous : scope_.own;
    }

    /// An unknown value; its reason is made only where somebody reads it.
    template <class Make>
    Value unknown(const Make& reason) const {
        if (notes_) Notes::add(notes_->reasons, reason());
        return {};
    }
    Value no_filing(Whose whose) const;
    Value no_table(Whose whose, const std::string& name) const;

private:
    FilingsAtHand& at_hand_;
    const RuleScope& scope_;
    Notes* notes_;
};

}  // namespace gouji
