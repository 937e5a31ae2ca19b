// SPDX-License-Identifier: Apache-2.0
// Owns: the filings that one judgement can ask: the one that is judged, the same organ's of the year before, those
// below it.
// Refuses: to find them (link.hpp does), and to say which of their figures a rule means.
#pragma once

#include "engine/base/fraction.hpp"
#include "engine/check/linked/copies.hpp"
#include "engine/model/filing.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// The filings of the organs under another's, as a list has them.
struct Below {
    std::vector<const Filing*> filings;
    std::vector<std::string> missing;  ///< organs of the list whose filing of the year was not given
    [[nodiscard]] bool listed() const { return !filings.empty() || !missing.empty(); }
};

/// A filing with what else is known: the same organ's filing of the year before, or why there is none; those under it.
struct Case {
    const Filing* filing = nullptr;
    const Filing* previous = nullptr;
    Words no_previous{};  ///< empty where nobody looked for it
    Below below{};
    std::vector<std::shared_ptr<const Filing>>
        made{};                  ///< filings that were made for this case, of what several files vouch for
    std::vector<Copy> copies{};  ///< other files of its organ and year, where not all of them say the same
};

/// The filings of a case with what is found in them once for all rules. The case must outlive it.
class FilingsAtHand {
public:
    explicit FilingsAtHand(const Case& given);
    FilingsAtHand(const FilingsAtHand&) = delete;
    FilingsAtHand& operator=(const FilingsAtHand&) = delete;

    [[nodiscard]] const Filing& own() const { return *given_.filing; }
    [[nodiscard]] const Filing* previous() const { return given_.previous; }
    [[nodiscard]] const Below& below() const { return given_.below; }
    [[nodiscard]] Words why_no_previous() const;
    /// False where the filing says nothing of that fact: a form has dozens of them, and a filing states few.
    [[nodiscard]] bool may_state(int fact) const { return (stated_ & bit_of(fact)) != 0; }
    /// Some row of some table has several readings.
    [[nodiscard]] bool has_choices() const { return has_choices_; }
    /// How much of a section repeats one of the year before; nothing where there is no sentence to compare. Long to
    /// find, and asked for by the check, its message and its lets.
    [[nodiscard]] std::optional<Fraction> copied(const Section& now, const Section& before);
    [[nodiscard]] const std::vector<Copy>& copies() const { return given_.copies; }
    /// The figures that copies have otherwise: of the table of this name, of the prose and the report's own tables for
    /// none.
    [[nodiscard]] const std::vector<Dispute>& disputes_of_copies(const std::string& table);
    /// The figures that a table which stands several times has in several ways.
    [[nodiscard]] const std::vector<Dispute>& disputes_of_repeats(const Table& table);

private:
    /// Facts share bits when there are more than 64 of them.
    static std::uint64_t bit_of(int fact) { return std::uint64_t{1} << (static_cast<unsigned>(fact) % 64); }

    /// What was held against each other, and what came of it; made when somebody asks.
    struct Held {
        std::vector<HeldFigures> sources;
        std::vector<Dispute> disputes;
    };

    const Case& given_;
    std::uint64_t stated_ = 0;
    bool has_choices_ = false;
    std::map<std::pair<const Section*, const Section*>, std::optional<Fraction>> copied_;
    std::optional<Held> held_copies_;
    std::map<std::string, std::vector<Dispute>> copies_by_table_;
    std::map<const Table*, Held> held_repeats_;
};

}  // namespace gouji
