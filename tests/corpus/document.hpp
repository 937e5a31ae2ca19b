// SPDX-License-Identifier: Apache-2.0
// Owns: a filing of the project's own as its author has it, before any program has laid it out, and what must be read
// of it.
// Refuses: other people's sentences: all prose here was written for the tests.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/model/form.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gouji::corpus {

/// The figures of one filing, consistent in themselves.
struct Figures {
    std::map<std::string, std::vector<Decimal>> tables;  ///< rows × columns of each table of the form

    [[nodiscard]] const Decimal& at(const TableForm& table, int row, int column) const {
        return tables.at(table.name)[static_cast<std::size_t>(table.cell(row, column))];
    }
};

/// The same seed gives the same figures. `scale` is about the largest figure of one kind of applicant.
Figures make_figures(const Form& form, unsigned seed, unsigned scale);

/// Makes the figures those of the year after `before`: what was carried over comes in, and stocks go on.
void continue_from(const Form& form, const Figures& before, Figures& now);

struct GridCell {
    std::string text;
    int rows = 1;  ///< that it spans
    int columns = 1;
    bool figure = false;
    bool filler = false;  ///< what the official table has besides: 信息内容, notes
};

struct Block {
    enum class Kind { title, line, heading, paragraph, table };
    Kind kind = Kind::paragraph;
    std::string text;
    std::vector<std::vector<GridCell>> rows;  ///< of a table; a cell that another covers is not listed
    const TableForm* table = nullptr;
};

struct Document {
    std::string organ;
    int year = 0;
    std::string published;
    std::vector<Block> blocks;
    const Form* form = nullptr;
    Figures figures;
};

/// What a filing has besides its figures. What is left empty comes from the seed.
struct Setting {
    std::string organ;
    int year = 0;
    int sentences = 0;  ///< more prose: 90 make a text of one cell a line some 9 KB long
};

Document compose(const Form& form, const Figures& figures, unsigned seed, const Setting& setting = {});

/// The same of any form whose tables have the same columns in all rows: each equation in which one term is the sum of
/// the others holds.
Figures make_figures_of_any(const Form& form, unsigned seed, unsigned scale);
Document compose_any(const Form& form, const Figures& figures, unsigned seed);

/// An organ of its own for each number.
std::string organ_named(unsigned number);

/// How a label is printed: optional words are there, the first of several.
std::string printed_label(const TableForm& table, bool row, int node);

}  // namespace gouji::corpus
