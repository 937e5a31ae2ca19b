// SPDX-License-Identifier: Apache-2.0
#include "tests/corpus/document.hpp"

#include <algorithm>
#include <random>
#include <set>

namespace gouji::corpus {
namespace {

/// std::mt19937 is the same everywhere; the distributions of the library are not.
class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}
    std::int64_t below(unsigned limit) { return limit == 0 ? 0 : static_cast<std::int64_t>(random_() % limit); }

private:
    std::mt19937 random_;
};

/// 25 or 23 rows of seven figures: each kind of applicant adds up to the total, each way of handling to 总计, and what
/// came in is what was handled or carried over.
std::vector<Decimal> applications(const TableForm& table, Chance& chance, unsigned scale) {
    std::vector<std::int64_t> values(table.cells.size());
    const auto at = [&](int row, int column) -> std::int64_t& { return values[static_cast<std::size_t>(table.cell(row, column))]; };
    const int rows = table.rows.leaf_count();
    const unsigned weights[] = {scale, scale / 4, 0, scale / 20, scale / 15, scale / 6};
    for (int c = 0; c < 6; ++c) {
        std::int64_t handled = 0;
        for (int r = 2; r < rows - 2; ++r) {
            // 逾期不缴费 stays 0: the prose of these filings says that no fee notice was sent.
            const bool unpaid = table.rows.leaf(r).path == "其他处理.逾期不缴费";
            at(r, c) = !unpaid && chance.below(3) == 0 ? chance.below(weights[c]) : 0;
            handled += at(r, c);
        }
        at(rows - 2, c) = handled;
        at(rows - 1, c) = chance.below(weights[c] / 5);
        at(1, c) = std::min(chance.below(weights[c] / 5), handled + at(rows - 1, c));
        at(0, c) = handled + at(rows - 1, c) - at(1, c);
    }
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < 6; ++c) at(r, 6) += at(r, c);
    }
    return {values.begin(), values.end()};
}

std::vector<Decimal> reviews(const TableForm& table, Chance& chance, unsigned most) {
    std::vector<Decimal> values;
    for (int row = 0; row < table.rows.leaf_count(); ++row) {
        std::int64_t sum = 0;
        for (int column = 0; column + 1 < table.columns.leaf_count(); ++column) {
            values.emplace_back(chance.below(most));
            sum += values.back().mantissa();
        }
        values.emplace_back(sum);
    }
    return values;
}

std::vector<Decimal> disclosure(const TableForm& table, Chance& chance, unsigned scale) {
    const std::set<std::string> most = {"现行有效件数", "对外公开总数量", "采购项目数量"};  // not below the others of their row
    std::vector<Decimal> values(table.cells.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!table.cells[i]) continue;
        const std::int64_t count = chance.below(scale) + (most.contains(table.columns.leaf(table.column_of(static_cast<int>(i))).name) ? scale : 0);
        values[i] = table.measures[i] == Measure::amount ? *Decimal(count * 100 + chance.below(99) + 1).scaled(-2) : Decimal(count);
    }
    return values;
}

}  // namespace

Figures make_figures(const Form& form, unsigned seed, unsigned scale) {
    Chance chance(seed);
    Figures made;
    for (const TableForm& table : form.tables) {
        if (table.name == "申请") made.tables[table.name] = applications(table, chance, scale);
        else if (table.name == "复议诉讼") made.tables[table.name] = reviews(table, chance, seed % 5 + scale / 50 + 1);
        else made.tables[table.name] = disclosure(table, chance, scale);
    }
    return made;
}

}  // namespace gouji::corpus
