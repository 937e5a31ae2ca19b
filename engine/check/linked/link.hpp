// SPDX-License-Identifier: Apache-2.0
// Owns: which of the filings given together belong to each other: the year before, those of the organs below, and
// several files of one report (a page and its PDF).
// Refuses: to take one for another: where several may be meant, only what all of them say counts, and the reason is
// told. And to hold on to filings: it knows them by whose they are, and by the numbers that they were given.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "engine/check/linked/case.hpp"
#include "engine/rules/organs.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji {

/// Whose filing it is, and of which year: by this others find it.
struct Identity {
    std::string family;  ///< reports of different families have nothing to say of each other
    std::string organ;
    std::optional<int> year;
    std::size_t figures = 0;  ///< how many it states: the fullest of several files speaks for them
};
Identity identity_of(const Filing& filing);

/// A report in one or several files, by their numbers. Of files that do not say the same, only what all of them say
/// counts.
struct LinkedFiling {
    std::size_t first = 0;            ///< the fullest
    std::vector<std::size_t> others;  ///< those that do not say the same
};

/// The numbers of the filings that a filing belongs to.
struct Links {
    std::optional<LinkedFiling> previous;
    std::size_t previous_count = 0;  ///< how many it could be
    Words no_previous;               ///< why there is none
    std::vector<LinkedFiling> below;
    std::vector<std::string> missing;  ///< organs below of which there is none
    std::vector<std::size_t> same;     ///< other files that say the same as this one, which speaks for them
    /// Files of its organ and year that do not all say the same, without this one. Of all of them only the first has
    /// it: it is told once.
    std::vector<std::size_t> copies;
    bool tells_copies = true;  ///< it is that first one, or alone
};

/// Shows the filing of a number, for as long as it is looked at; does nothing where there is no such filing any more.
using ShowFiling = std::function<void(std::size_t number, const std::function<void(const Filing&)>& look)>;

/// More files of one organ and year are no copies of each other: somebody gave them the wrong titles.
inline constexpr std::size_t most_copies = 64;

class FilingLinker {
public:
    /// Organs are the same by name, or as the list of organs says; the list must live as long.
    explicit FilingLinker(const std::vector<Organ>& organs);

    void add(std::size_t number, const Identity& identity);
    /// All are added; nobody is found before. Several files of one report are held against each other, and it is told
    /// which say the same.
    std::vector<Diagnostic> seal(const ShowFiling& show);
    /// A filing with those that are judged with it, itself among them: files of one organ and year that do not say the
    /// same, each for all those that say what it does. None for a filing that comes with another.
    [[nodiscard]] std::vector<std::size_t> judged_with(std::size_t number) const;
    [[nodiscard]] Links link(std::size_t number, const Identity& identity) const;
    /// The names of an organ, as the list has them; and those of the organs that it was before.
    [[nodiscard]] std::vector<std::string> names_of(const std::string& organ) const;
    [[nodiscard]] std::vector<std::string> names_before(const std::string& organ) const;
    /// Gives a filing the level that the list has for its organ; without one the level that its name says stays.
    void set_level(Filing& filing) const;

private:
    using Name = const std::string*;
    /// Small: there may be a hundred thousand.
    struct KnownFiling {
        Name family;
        Name organ;
        int year;
        std::uint32_t number;
        std::uint32_t figures;
    };
    /// Files of one organ and year, as far as there are several: in versions that say the same, the fullest first.
    using Versions = std::vector<std::vector<std::size_t>>;

    [[nodiscard]] std::string_view name_of(std::string_view organ) const;
    /// The files of an organ and year: one where they are one report.
    [[nodiscard]] std::vector<std::size_t> filings_of(std::string_view family, std::string_view organ, int year) const;
    [[nodiscard]] const Versions* versions_of(std::size_t number) const;
    [[nodiscard]] std::optional<LinkedFiling> as_one(const std::vector<std::size_t>& files) const;
    void hold(std::vector<std::size_t> files, const ShowFiling& show, std::vector<Diagnostic>& told);
    void link_copies(std::size_t number, Links& made) const;
    void link_previous(const Identity& one, Links& made) const;
    void link_below(const Identity& one, Links& made) const;

    OrganIndex organs_;
    std::unordered_map<std::string_view, std::vector<const Organ*>> under_;
    std::set<std::string, std::less<>> names_;  ///< each once, however many years it has
    std::vector<KnownFiling> known_;            ///< sorted, once sealed
    std::vector<Versions> held_;
    std::unordered_map<std::size_t, std::size_t> held_of_;  ///< by the number of a file
};

/// The reading with a number; nullptr where it was lost. It must live as long as the case that asks for it.
using FindReading = std::function<const ReadFiling*(std::size_t number)>;

/// The filings that the judgement of `filing` can ask, by the links of the filing.
Case build_case(const Filing& filing, Links links, const FindReading& find);

/// Several files of one report as one filing, which says what all of them say; nullptr for none. The case keeps what
/// is made for it.
const Filing* merge_files(const std::vector<const Filing*>& files, Case& into);

/// A list of filings in memory, linked.
struct LinkedFilings {
    struct Linked {
        std::size_t number = 0;  ///< its place in the list
        Case filings;
    };
    /// What is judged together, in the order of the list: files of one organ and year beside the first of them. A file
    /// that says the same as another is left out.
    std::vector<std::vector<Linked>> together;
    std::vector<Diagnostic> diagnostics;
};
LinkedFilings link_filings(const std::vector<const ReadFiling*>& readings, const std::vector<Organ>& organs);

}  // namespace gouji
