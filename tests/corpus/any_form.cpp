// SPDX-License-Identifier: Apache-2.0
// Filings of any form: figures by its equations, and each table in its section under a plain header.
#include "tests/corpus/document.hpp"

#include <algorithm>
#include <random>

namespace gouji::corpus {
namespace {

/// The one term whose sign no other has: the sum of the others. -1 where there is none.
int sum_of(const Equation& equation) {
    int sum = -1;
    for (const bool positive : {true, false}) {
        const auto has_sign = [&](const Equation::Term& term) { return (term.factor > 0) == positive; };
        if (std::count_if(equation.terms.begin(), equation.terms.end(), has_sign) == 1)
            sum = std::find_if(equation.terms.begin(), equation.terms.end(), has_sign)->cell;
    }
    return sum;
}

/// True where the sum was something else before.
bool put_sum(const Equation& equation, std::vector<Decimal>& values) {
    const int sum = sum_of(equation);
    if (sum < 0) return false;
    Decimal made;
    for (const Equation::Term& term : equation.terms) {
        if (term.cell != sum) made = *add(made, values[static_cast<std::size_t>(term.cell)]);
    }
    if (values[static_cast<std::size_t>(sum)] == made) return false;
    values[static_cast<std::size_t>(sum)] = made;
    return true;
}

std::vector<std::vector<GridCell>> grid_of(const TableForm& table, const Figures& figures) {
    std::vector<std::vector<GridCell>> rows(1);
    rows.front().push_back({"项目", 1, 1, false, true});
    for (int column = 0; column < table.columns.leaf_count(); ++column)
        rows.front().push_back({printed_label(table, false, table.columns.leaf_node(column))});
    int shown = -1;  // the last group
    for (int leaf = 0; leaf < table.rows.leaf_count(); ++leaf) {
        rows.emplace_back();
        const int node = table.rows.leaf_node(leaf);
        const int group = table.rows.node(node).parent;
        const auto under = group < 0 ? 0 : static_cast<int>(table.rows.leaves_under(group).size());
        if (group >= 0 && group != shown) rows.back().push_back({printed_label(table, true, group), under});
        shown = group;
        rows.back().push_back({printed_label(table, true, node), 1, group < 0 ? 2 : 1});
        for (const int column : table.columns_of(leaf))
            rows.back().push_back({figures.at(table, leaf, column).to_string(), 1, 1, true});
    }
    return rows;
}

}  // namespace

Figures make_figures_of_any(const Form& form, unsigned seed, unsigned scale) {
    std::mt19937 random(seed);
    Figures made;
    for (const TableForm& table : form.tables) {
        std::vector<Decimal> values(table.cells.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!table.cells[i]) continue;
            const auto count = static_cast<std::int64_t>(random() % scale);
            values[i] = table.measures[i] == Measure::amount ? *Decimal(count * 100 + 37).scaled(-2) : Decimal(count);
        }
        // One sum may be a part of another.
        for (bool changed = true; changed;) {
            changed = false;
            for (const Equation& one : table.equations) changed = put_sum(one, values) || changed;
        }
        made.tables[table.name] = std::move(values);
    }
    return made;
}

Document compose_any(const Form& form, const Figures& figures, unsigned seed) {
    Document made;
    made.form = &form;
    made.figures = figures;
    made.organ = organ_named(seed);
    made.year = 2015 + static_cast<int>(seed % 8);
    const auto add_block = [&](Block::Kind kind, std::string text) {
        made.blocks.push_back({kind, std::move(text), {}, nullptr});
    };
    std::string title = form.titles.front().text;
    for (const auto& [slot, value] :
        {std::pair<std::string, std::string>{"{机关}", made.organ}, {"{年份}", std::to_string(made.year)}})
        title.replace(title.find(slot), slot.size(), value);
    add_block(Block::Kind::title, title);
    for (const SectionForm& section : form.sections) {
        add_block(Block::Kind::heading, section.patterns.front().text);
        bool any = false;
        for (const TableForm& table : form.tables) {
            if (table.section != section.name) continue;
            made.blocks.push_back({Block::Kind::table, table.name, grid_of(table, figures), &table});
            any = true;
        }
        if (!any) add_block(Block::Kind::paragraph, "各项数据由承办科室填报，经负责人核对后汇总，口径与往年一致。");
    }
    return made;
}

}  // namespace gouji::corpus
