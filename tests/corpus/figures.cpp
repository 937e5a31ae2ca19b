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
    const auto at = [&](int row, int column) -> std::int64_t& {
        return values[static_cast<std::size_t>(table.cell(row, column))];
    };
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
    const std::set<std::string> most = {
        "现行有效件数", "对外公开总数量", "采购项目数量"};  // not below the others of their row
    std::vector<Decimal> values(table.cells.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!table.cells[i]) continue;
        const std::int64_t count = chance.below(scale)
            + (most.contains(table.columns.leaf(table.column_of(static_cast<int>(i))).name) ? scale : 0);
        values[i] = table.measures[i] == Measure::amount ? *Decimal(count * 100 + chance.below(99) + 1).scaled(-2)
                                                         : Decimal(count);
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

void continue_from(const Form& form, const Figures& before, Figures& now) {
    const TableForm& applications = *form.table("申请");
    auto& values = now.tables.at("申请");
    const auto at = [&](int row, int column) -> Decimal& {
        return values[static_cast<std::size_t>(applications.cell(row, column))];
    };
    const int rows = applications.rows.leaf_count();
    constexpr int handled_row = 2;  // 予以公开
    std::int64_t sums[4] = {};      // of the rows that change
    for (int c = 0; c < 6; ++c) {
        at(1, c) = before.at(applications, rows - 1, c);
        const std::int64_t received = at(rows - 2, c).mantissa() + at(rows - 1, c).mantissa() - at(1, c).mantissa();
        if (received < 0) {
            at(handled_row, c) = Decimal(at(handled_row, c).mantissa() - received);
            at(rows - 2, c) = Decimal(at(rows - 2, c).mantissa() - received);
        }
        at(0, c) = Decimal(std::max<std::int64_t>(received, 0));
        for (const int row : {0, 1, handled_row}) sums[row] += at(row, c).mantissa();
        sums[3] += at(rows - 2, c).mantissa();
    }
    for (const int row : {0, 1, handled_row}) at(row, 6) = Decimal(sums[row]);
    at(rows - 2, 6) = Decimal(sums[3]);

    const TableForm* disclosed = form.table("主动公开");
    const auto column = [&](std::string_view name) {
        for (int leaf = 0; leaf < disclosed->columns.leaf_count(); ++leaf) {
            if (disclosed->columns.leaf(leaf).name == name) return leaf;
        }
        return -1;
    };
    const int made = column("本年制发件数");
    const int repealed = column("本年废止件数");
    const int valid = column("现行有效件数");
    if (made < 0 || repealed < 0 || valid < 0) return;
    auto& stocks = now.tables.at("主动公开");
    for (int row = 0; row < disclosed->rows.leaf_count(); ++row) {
        if (!disclosed->has(row, valid)) continue;
        const auto stock = [&](int which) -> Decimal& {
            return stocks[static_cast<std::size_t>(disclosed->cell(row, which))];
        };
        const std::int64_t was = before.at(*disclosed, row, valid).mantissa();
        stock(repealed) = Decimal(std::min(stock(repealed).mantissa(), was));
        stock(valid) = Decimal(was + stock(made).mantissa() - stock(repealed).mantissa());
    }
}

}  // namespace gouji::corpus
