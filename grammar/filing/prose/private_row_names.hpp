// SPDX-License-Identifier: Apache-2.0
// Owns: the names of rows as words of the prose, of the tables that facts are stated of: 教育支出 in 教育支出3万元.
// Refuses: names that several rows of a table have, and names that the lexicon has for something else. And to be used
// outside of this folder.
#pragma once

#include "engine/model/filing.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/edition/known_words.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {

class RowNames {
public:
    RowNames(const Edition& edition, std::span<const Table> tables);

    /// Those of the lexicon, and the names.
    [[nodiscard]] const KnownWords& words() const { return words_; }
    /// Of `what`: some row.
    [[nodiscard]] ValueSet value() const { return value_; }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// The path of the row of a table; empty where the table has none of the name, or several.
    [[nodiscard]] std::string row_of(const std::string& table, std::string_view name) const;

private:
    void add_rows(const Table& table);

    KnownWords words_;
    ValueSet value_ = 0;
    std::map<std::pair<std::string, std::string>, std::string> rows_;  ///< by table and name
};

}  // namespace gouji
