// SPDX-License-Identifier: Apache-2.0
// Properties over generated filings: consistent ones are read right in every layout and give no finding; one wrong cell
// is never passed over.
#include "engine/check/judge.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>

using namespace gouji;

namespace {

enum class Layout { cells, bars, joined };

/// A consistent table of applications: 25 or 23 rows of seven figures.
class TableFigures {
public:
    TableFigures(const TableForm& form, unsigned seed, unsigned scale) : form_(form), values_(form.cells.size()) {
        std::mt19937 random(seed);
        const auto rows = form.rows.leaf_count();
        const auto below = [&](unsigned limit) { return limit == 0 ? 0 : static_cast<std::int64_t>(random() % limit); };
        const unsigned weights[] = {scale, scale / 4, 0, scale / 20, scale / 15, scale / 6};
        for (int c = 0; c < 6; ++c) {
            std::int64_t handled = 0;
            for (int r = 2; r < rows - 2; ++r) {
                // 逾期不缴费 stays 0: the prose of these filings says that no fee notice was sent.
                const bool unpaid = form.rows.leaf(r).path == "其他处理.逾期不缴费";
                at(r, c) = !unpaid && random() % 3 == 0 ? below(weights[c]) : 0;
                handled += at(r, c);
            }
            at(rows - 2, c) = handled;
            at(rows - 1, c) = below(weights[c] / 5);
            at(1, c) = std::min(below(weights[c] / 5), handled + at(rows - 1, c));
            at(0, c) = handled + at(rows - 1, c) - at(1, c);
        }
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < 6; ++c) at(r, 6) += at(r, c);
        }
    }

    std::int64_t& at(int row, int column) { return values_[static_cast<std::size_t>(form_.cell(row, column))]; }

    /// Labels as the form spells them first, groups where they stand.
    std::string print(Layout layout) {
        std::string text;
        for (std::size_t n = 0; n < form_.rows.nodes().size(); ++n) {
            const auto spelling = std::find_if(form_.row_labels.begin(), form_.row_labels.end(), [&](const Spelling& one) { return one.node == static_cast<int>(n); });
            std::string label;
            for (const char c : spelling->pattern.text) {
                if (c != '[' && c != ']') label += c;
            }
            const auto open = label.find('(');
            if (open != std::string::npos) label = label.substr(0, open) + label.substr(open + 1, label.find('|') - open - 1) + label.substr(label.find(')') + 1);
            const int leaf = form_.rows.nodes()[n].leaf;
            text += layout == Layout::bars ? "| " + label : label;
            for (int c = 0; leaf >= 0 && c < 7; ++c) {
                const char* before = layout == Layout::cells ? "\n" : layout == Layout::bars ? " | " : "";
                text += before + std::to_string(at(leaf, c));
            }
            text += layout == Layout::cells ? "\n" : layout == Layout::bars ? " |\n" : "";
        }
        return text;
    }

private:
    const TableForm& form_;
    std::vector<std::int64_t> values_;
};

std::string filing_text(TableFigures& figures, const Form& form, Layout layout) {
    const int last = form.table("申请")->rows.leaf_count() - 1;
    const std::string line = layout == Layout::joined ? "" : "\n";
    return "青禾县水利局" + std::to_string(*form.years.first) + "年政府信息公开工作年度报告\n一、总体情况" + line + "全年共受理政府信息公开申请" + std::to_string(figures.at(0, 6)) +
           "件，结转下年度办理" + std::to_string(figures.at(last, 6)) + "件。" + line + "三、收到和处理政府信息公开申请情况" + line + figures.print(layout) +
           "五、存在的主要问题及改进情况" + line + "更新不够及时。" + line + "六、其他需要报告的事项" + line + "未发出收费通知。\n";
}

int count(const Judgement& judgement, Outcome outcome) {
    return static_cast<int>(std::count_if(judgement.verdicts.begin(), judgement.verdicts.end(), [&](const Verdict& one) { return one.outcome == outcome && one.rule != "table-missing"; }));
}

constexpr unsigned scales[] = {3, 12, 60, 400, 5000, 90000};

}  // namespace

TEST_CASE("generated: consistent filings are read right in every layout, and nothing is found in them") {
    for (const char* id : {"cn-disclosure-2021", "cn-disclosure-2019"}) {
        const Form& form = gouji::test::shipped().form(id)->form;
        const TableForm& layout = *form.table("申请");
        for (unsigned seed = 0; seed < 36; ++seed) {
            for (const Layout style : {Layout::cells, Layout::bars, Layout::joined}) {
                TableFigures figures(layout, seed, scales[seed % std::size(scales)]);
                const std::string text = filing_text(figures, form, style);
                INFO(text);
                const Filing filing = gouji::test::filing_of(text);
                const Table* table = filing.table("申请");
                REQUIRE(table);
                REQUIRE(table->layout == &layout);
                for (int row = 0; row < layout.rows.leaf_count(); ++row) {
                    for (int column = 0; column < 7; ++column) {
                        const Cell& cell = table->cell(layout.cell(row, column));
                        // A cell may be uncertain, or unreadable; it is never wrong in silence.
                        if (cell.certain) CHECK(cell.value == Decimal(figures.at(row, column)));
                        if (style != Layout::joined) CHECK(cell.certain);
                    }
                }
                CHECK(count(judge({&filing, nullptr}, gouji::test::shipped()), Outcome::fail) == 0);
            }
        }
    }
}

TEST_CASE("generated: one wrong cell, anywhere, is found") {
    const Form& form = gouji::test::shipped().form("cn-disclosure-2021")->form;
    const TableForm& layout = *form.table("申请");
    for (int cell = 0; cell < static_cast<int>(layout.cells.size()); ++cell) {
        TableFigures figures(layout, 5, 60);
        figures.at(layout.row_of(cell), layout.column_of(cell)) += 1 + cell % 9;
        const Filing filing = gouji::test::filing_of(filing_text(figures, form, cell % 2 == 0 ? Layout::cells : Layout::bars));
        INFO(cell);
        CHECK(count(judge({&filing, nullptr}, gouji::test::shipped()), Outcome::fail) >= 2);
    }
}

TEST_CASE("generated: one wrong cell among digits that run together is never read wrong in silence, nor passed over") {
    const Form& form = gouji::test::shipped().form("cn-disclosure-2021")->form;
    const TableForm& layout = *form.table("申请");
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 random(seed);
        TableFigures figures(layout, seed, scales[seed % std::size(scales)]);
        const int wrong = static_cast<int>(random() % layout.cells.size());
        figures.at(layout.row_of(wrong), layout.column_of(wrong)) += 1 + static_cast<std::int64_t>(random() % 30);
        const Filing filing = gouji::test::filing_of(filing_text(figures, form, Layout::joined));
        const Table* table = filing.table("申请");
        REQUIRE(table);
        INFO("seed ", seed);
        for (int cell = 0; cell < static_cast<int>(layout.cells.size()); ++cell) {
            const Cell& read = table->cell(cell);
            if (read.presence == Presence::number && read.certain) CHECK(read.value == Decimal(figures.at(layout.row_of(cell), layout.column_of(cell))));
        }
        const Judgement judgement = judge({&filing, nullptr}, gouji::test::shipped());
        CHECK(count(judgement, Outcome::fail) + count(judgement, Outcome::undecided) > 0);
    }
}
