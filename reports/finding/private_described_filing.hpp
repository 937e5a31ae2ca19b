// SPDX-License-Identifier: Apache-2.0
// Owns: what every format for people says of a filing as a whole, in one language and as plain data: its name, what was
// checked, what is still open.
// Refuses: layout and escaping. And to be used outside of reports/.
#pragma once

#include "engine/check/checked_filing.hpp"

#include <array>
#include <string>
#include <vector>

namespace gouji {

struct DescribedFiling {
    std::string heading;  ///< organ · year
    std::string organ;    ///< or that it is unknown
    std::string year;     ///< or that it is unknown
    std::string files;    ///< its file, and the others that say the same
    std::array<int, 7> outcomes{};
    std::string counts;          ///< 通过 12，不能判定 3
    std::string checked_counts;  ///< 核对：通过 12，不能判定 3
    std::string checked;         ///< the same as a sentence, which says also where nothing was verified
    /// Nothing passed and nothing failed: that must not look like a clean report.
    bool unverified = false;
    std::string unverified_words;      ///< 没有一项得到核实; empty where something was verified
    std::string unverified_sentence;   ///< the same with its full stop
    std::string no_findings;           ///< what to say in place of findings; empty where there are some
    std::string conclusion;            ///< the same in a working paper
    std::vector<std::string> settled;  ///< decisions whose findings are gone, a sentence each
};

DescribedFiling describe_filing(const CheckedFiling& checked, Language language);

bool is_unverified(const std::array<int, 7>& counts);
std::string heading_of(const Filing& filing, Language language);
std::string organ_words(const Filing& filing, Language language);
std::string year_words(const Filing& filing, Language language);
/// A table by its name and form: 申请 (cn-disclosure-2021).
std::string table_words(const Table& table, Language language);

}  // namespace gouji
