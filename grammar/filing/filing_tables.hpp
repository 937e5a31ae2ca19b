// SPDX-License-Identifier: Apache-2.0
// Owns: all tables of the forms in a filing: in which form each of them is read, and where else it is printed.
// Refuses: to read a table (tables/tables.hpp does), and tables that no form knows (tables/own_tables.hpp).
#pragma once

#include "engine/base/diagnostic.hpp"
#include "grammar/filing/head/sections.hpp"
#include "grammar/filing/tables/tables.hpp"

#include <cstddef>
#include <vector>

namespace gouji {

struct FilingTables {
    std::vector<Table> tables;
    std::vector<Span> places;  ///< of the tables and their repeats, in the normalised text
    std::vector<Diagnostic> told;
};

/// Each table in each form that has it; the best fit wins, then the form of the year (`chosen`), then the newer one.
/// `headings` are those of each edition.
FilingTables read_tables(const TableText& from, const std::vector<const Edition*>& editions,
    const std::vector<Headings>& headings, std::size_t chosen);

}  // namespace gouji
