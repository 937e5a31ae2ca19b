// SPDX-License-Identifier: Apache-2.0
// Owns: the interface through which the names of a form reach the language: tables, facts, totals, sections, as plain
// data.
// Refuses: figures. A formula is checked and compiled before there is any.
#pragma once

#include "engine/base/measure.hpp"
#include "engine/base/outline.hpp"
#include "engine/language/ast.hpp"
#include "engine/language/program.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

struct TableNames {
    int id = 0;
    std::string name;
    std::vector<std::string> aliases;
    const Outline* rows = nullptr;
    const Outline* columns = nullptr;
    const std::vector<bool>* cells = nullptr;        ///< rows × columns: which the form has
    const std::vector<Measure>* measures = nullptr;  ///< rows × columns
    bool printed = false;  ///< it is read as it is printed: some of its rows and columns may be left out
    bool open = false;     ///< its rows are those that a report prints: any name may be one

    /// The row is not printed: it only holds those below it together.
    [[nodiscard]] bool is_bare(int row) const {
        if (!printed) return false;
        const auto width = static_cast<std::ptrdiff_t>(columns->leaf_count());
        const auto first = cells->begin() + row * width;
        return std::find(first, first + width, true) == first + width;
    }
};

struct FactNames {
    struct FieldNames {
        std::string name;
        Measure measure = Measure::count;
    };
    int id = 0;
    std::string name;
    std::string kind;
    std::vector<FieldNames> fields;
    const std::vector<Formula>* means = nullptr;  ///< what the fact's first field may stand for in the tables
    /// Of a fact that is stated of rows: the outline that has them, and the row of this one.
    const Outline* rows = nullptr;
    int row = -1;  ///< node

    [[nodiscard]] std::string row_path() const { return rows ? rows->node(row).path : std::string(); }
};

/// A total of a table that fits no form, with what it should be the sum of.
struct TotalNames {
    TableNames table;  ///< by which its cells are named; it has no cells or measures of a form
    std::string row;
    std::string column;
    std::vector<std::pair<int, std::string>> parts;  ///< cells and the names of their rows
    int total = 0;
    Measure measure = Measure::count;  ///< any where some figure is more than a whole number, and may be rounded
};

struct Names {
    std::string form;
    std::vector<TableNames> tables;
    std::vector<FactNames> facts;
    std::vector<TotalNames> totals;
    std::vector<TotalNames> wholes;  ///< rows with parts below them, 其中; a part may be left out
    std::vector<std::string> sections;
    /// The words that `level` may be.
    std::vector<std::string> levels;
    /// The names of the same organ's filing of the year before; nothing when they are the same.
    const Names* previous = nullptr;
    /// In a filing of mixed forms a row that its form lacks is absent; at load it is a mistake.
    bool lenient = false;

    [[nodiscard]] const TableNames* table(std::string_view name) const {
        for (const auto& one : tables) {
            if (one.name == name) return &one;
            for (const auto& alias : one.aliases) {
                if (alias == name) return &one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] const FactNames* fact(std::string_view name) const {
        for (const auto& one : facts) {
            if (one.name == name) return &one;
        }
        return nullptr;
    }
};

/// 申请[本年新收, 总计]; previous.申请[…]: the names under which the formula was compiled, whatever filing is at hand.
std::string name_of(const Program& program, const CellRef& ref);

}  // namespace gouji
