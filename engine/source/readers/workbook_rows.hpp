// SPDX-License-Identifier: Apache-2.0
// Owns: the rows of a workbook as people typed them, for a list that comes back to the program: all of them, whether
// they are filtered away or not.
// Refuses: to say what a column is for, and to take a workbook for a report (read_xlsx does).
#pragma once

#include "engine/base/diagnostic.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct WorkbookCell {
    int column = 0;           ///< from 1
    std::string text;         ///< as it is shown: a day as 2024-03-31
    bool is_unknown = false;  ///< a formula without a result that can be relied on, or with an error for one
};

struct WorkbookRow {
    std::string sheet;
    int number = 0;                   ///< from 1
    std::vector<WorkbookCell> cells;  ///< those with something in them, from left to right

    /// 问题清单!B7
    [[nodiscard]] std::string place(int column) const;
};

/// A package of SpreadsheetML, whatever its name is.
bool is_workbook(std::string_view bytes);

/// Row after row, of hidden sheets and hidden rows too. What is merged is in each of the rows that it covers. A cell
/// that is struck as a whole says what was struck: people strike what is done. Empty diagnostics where all was read.
std::vector<Diagnostic> read_workbook_rows(
    std::string_view bytes, const std::function<void(const WorkbookRow& row)>& visit);

}  // namespace gouji
