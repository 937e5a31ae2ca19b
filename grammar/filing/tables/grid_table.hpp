// SPDX-License-Identifier: Apache-2.0
// Owns: reading a table as it is printed: found by its caption, its columns by the words of the header, its rows by
// code or name. What the form does not know is a row of the report.
// Refuses: figures whose column is not certain: a row with more or fewer of them than columns is unreadable.
#pragma once

#include "grammar/filing/tables/tables.hpp"

#include <cstddef>
#include <optional>

namespace gouji {

/// Nothing where no caption has such a table below it.
std::optional<TableRead> read_grid_table(const TableText& from, Span where, const Edition& edition, std::size_t table);

/// How many tables of the form have a caption in the text: for whether it is of the form's family.
std::size_t count_captions(const TableText& from, const Edition& edition);

}  // namespace gouji
