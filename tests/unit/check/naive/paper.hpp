// SPDX-License-Identifier: Apache-2.0
// Owns: what filings say in the second evaluator's own terms, random ones, and the same as the engine's model has them.
// Refuses: formulas.
#pragma once

#include "engine/check/readings/choose.hpp"
#include "engine/check/readings/plain_counts.hpp"
#include "tests/unit/check/naive/tree.hpp"

#include <string>
#include <utility>
#include <vector>

namespace gouji::test {

inline constexpr int rows = 25;
inline constexpr int said_year = 2023;

/// What a cell of our own world holds.
struct Square {
    int presence = 0;  ///< 0: a number; else the index of the kind of presence
    int value = 0;
};

struct Said {
    int count = 0;
    bool scoped = false;
    bool before = false;  ///< it is of the year before, and so has a scope word
};

struct Paper {
    std::vector<Square> squares;
    /// A row with several readings, and which combinations of them remain.
    std::vector<std::pair<int, std::vector<std::vector<int>>>> choices;
    std::vector<std::vector<int>> remaining;
    std::vector<Said> said;
};

inline Paper random_paper(Random& random, bool readings) {
    Paper made;
    for (int i = 0; i < rows * columns; ++i) {
        const bool missing = random.below(12) == 0;
        made.squares.push_back({missing ? 1 + random.below(5) : 0, random.below(12)});
    }
    for (int row = 0; readings && row < 3; ++row) {
        if (random.below(3) != 0) continue;
        std::vector<std::vector<int>> list;
        for (int i = 1 + random.below(3); i >= 0; --i) {
            std::vector<int> values;
            for (int c = 0; c < columns; ++c) values.push_back(random.below(6));
            list.push_back(std::move(values));
        }
        made.choices.emplace_back(row, std::move(list));
    }
    if (!made.choices.empty()) {
        for (int i = 1 + random.below(4); i > 0; --i) {
            std::vector<int> combination;
            for (const auto& [row, list] : made.choices)
                combination.push_back(random.below(static_cast<int>(list.size())));
            made.remaining.push_back(std::move(combination));
        }
    }
    for (int i = random.below(4); i > 0; --i) {
        const int scope = random.below(12);
        made.said.push_back({random.below(8), scope < 2, scope == 0});
    }
    if (random.below(2)) {
        for (Said& one : made.said) one.count = made.said.front().count;
    }
    return made;
}

/// The same paper as the engine's model has it.
inline Filing filing_of(const Paper& paper, const Form& form) {
    Filing filing;
    filing.form = &form;
    filing.year = said_year;
    filing.organ = "某机关";
    Table table;
    table.name = "申请";
    table.form = &form;
    table.layout = form.table("申请");
    for (const Square& one : paper.squares) {
        Cell cell;
        cell.presence = static_cast<Presence>(one.presence);
        cell.value = Decimal(one.value);
        table.cells.push_back(cell);
    }
    for (const auto& [row, list] : paper.choices) {
        Choice choice;
        for (int c = 0; c < columns; ++c) {
            choice.cells.push_back(row * columns + c);
            table.cells[static_cast<std::size_t>(row * columns + c)].presence = Presence::number;
        }
        for (const auto& values : list) {
            Choice::Reading reading;
            for (const int value : values) reading.values.emplace_back(value);
            reading.spans.resize(values.size());
            choice.readings.push_back(std::move(reading));
        }
        table.choices.push_back(std::move(choice));
    }
    table.remaining = paper.remaining;
    table.searched = true;
    filing.tables.push_back(std::move(table));
    for (const Said& one : paper.said) {
        Mention mention;
        mention.form = form.mention("受理");
        mention.fields.push_back({0, Decimal(one.count), "件", std::to_string(one.count), {}});
        if (one.scoped) mention.scope = {one.before ? "去年" : "全市"};
        mention.year_before = one.before;
        filing.mentions.push_back(std::move(mention));
    }
    prepare_counts(filing);
    return filing;
}

}  // namespace gouji::test
