// SPDX-License-Identifier: Apache-2.0
// Owns: which of the filings given together belong to each other: the year before, and those of the organs below.
// Refuses: to take one for another: two that may be meant are none, with the reason. And to hold on to filings: it knows
// them by whose they are, and by the numbers that they were given.
#pragma once

#include "engine/check/judge.hpp"
#include "engine/rules/organs.hpp"

#include <cstddef>
#include <cstdint>
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
};
Identity identity_of(const Filing& filing);

/// The numbers of the filings that a filing belongs to.
struct Links {
    std::optional<std::size_t> previous;
    std::size_t previous_count = 0;  ///< how many it could be
    Words no_previous;  ///< why there is none
    std::vector<std::size_t> below;
    std::vector<std::string> missing;  ///< organs below of which there is none
};

class Linking {
public:
    /// Organs are the same by name, or as the list of organs says; the list must live as long.
    explicit Linking(const std::vector<Organ>& organs);

    void add(std::size_t number, const Identity& identity);
    /// All are added; nobody is found before.
    void seal();
    [[nodiscard]] Links link(const Identity& identity) const;
    /// The names of an organ, as the list has them; and those of the organs that it was before.
    [[nodiscard]] std::vector<std::string> names_of(const std::string& organ) const;
    [[nodiscard]] std::vector<std::string> names_before(const std::string& organ) const;
    /// The level of an organ as the list has it; as its name says where no list does.
    void take_level(Filing& filing) const;

private:
    using Name = const std::string*;
    /// Small: there may be a hundred thousand.
    struct Known {
        Name family;
        Name organ;
        int year;
        std::uint32_t number;
    };

    [[nodiscard]] std::string_view name_of(std::string_view organ) const;
    [[nodiscard]] std::vector<std::size_t> filings_of(std::string_view family, std::string_view organ, int year) const;
    void link_previous(const Identity& one, Links& made) const;
    void link_below(const Identity& one, Links& made) const;

    OrganIndex organs_;
    std::unordered_map<std::string_view, std::vector<const Organ*>> under_;
    std::set<std::string, std::less<>> names_;  ///< each once, however many years it has
    std::vector<Known> known_;  ///< sorted, once sealed
};

/// For each filing its case, in the same order.
std::vector<Case> link_filings(const std::vector<const Filing*>& filings, const std::vector<Organ>& organs);

}  // namespace gouji
