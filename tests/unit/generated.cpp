// SPDX-License-Identifier: Apache-2.0
// Properties over generated filings: consistent ones are read right in every layout and give no finding; one wrong cell
// is never passed over.
#include "engine/check/judge.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>

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

/// A table other than that of applications, with a figure for each cell as `figure` says.
std::string other_table(const TableForm& form, Layout layout, const std::function<std::string(int row, int column)>& figure) {
    std::string text;
    const auto put = [&](const std::string& one) { text += layout == Layout::bars ? "| " + one + " " : one + "\n"; };
    const auto label = [](const Spelling& spelling) {
        std::string made;
        int depth = 0;
        for (const char c : spelling.pattern.text) {
            if (c == '[') ++depth;
            if (depth == 0 && c != '(' && c != ')') made += c;
            if (c == ']') --depth;
        }
        // The first of several spellings in brackets: 规范性(文件|档案).
        const auto bar = made.find('|');
        return bar == std::string::npos ? made : made.substr(0, bar);
    };
    const auto end = [&] { text += layout == Layout::bars ? "|\n" : ""; };
    if (form.across) {
        for (int row = 0; row < form.rows.leaf_count(); ++row) {
            for (const Spelling& one : form.column_labels) put(label(one));
        }
        end();
        for (int row = 0; row < form.rows.leaf_count(); ++row) {
            for (int column = 0; column < form.columns.leaf_count(); ++column) put(figure(row, column));
        }
        end();
        return text;
    }
    std::vector<int> before;
    for (int row = 0; row < form.rows.leaf_count(); ++row) {
        const std::vector<int> columns = form.columns_of(row);
        if (columns != before) {
            put("信息内容");
            for (const int column : columns) put(label(*std::find_if(form.column_labels.begin(), form.column_labels.end(), [&](const Spelling& one) { return form.columns.node(one.node).leaf == column; })));
            end();
            before = columns;
        }
        put(label(*std::find_if(form.row_labels.begin(), form.row_labels.end(), [&](const Spelling& one) { return form.rows.node(one.node).leaf == row; })));
        for (const int column : columns) put(figure(row, column));
        end();
    }
    return text;
}

/// The six sections with their tables, and prose that agrees with them.
std::string filing_text(TableFigures& figures, const Form& form, Layout layout, unsigned seed = 0) {
    const int last = form.table("申请")->rows.leaf_count() - 1;
    const std::string line = layout == Layout::joined ? "" : "\n";
    std::mt19937 random(seed + 77);
    const auto number = [&](unsigned limit) { return static_cast<std::int64_t>(random() % limit); };
    const Layout others = layout == Layout::joined ? Layout::cells : layout;
    const std::string year = std::to_string(*form.years.first);
    std::string prose = "全年共受理政府信息公开申请" + std::to_string(figures.at(0, 6)) + "件，结转下年度办理" + std::to_string(figures.at(last, 6)) + "件。";
    if (seed % 2 == 0) prose += "其中自然人申请" + std::to_string(figures.at(0, 0)) + "件，商业企业申请" + std::to_string(figures.at(0, 1)) + "件。";
    if (seed % 3 == 0) prose += "办理结果中，予以公开" + std::to_string(figures.at(2, 6)) + "件，部分公开" + std::to_string(figures.at(3, 6)) + "件。";
    if (figures.at(last, 6) == 0) prose += "政府信息公开申请均已按期办结。";
    const std::int64_t mails = number(90), calls = number(90), visits = number(90);
    prose += "网站收到留言" + std::to_string(mails + calls + visits) + "条，其中信箱" + std::to_string(mails) + "条、电话" + std::to_string(calls) + "条、来访" + std::to_string(visits) + "条。";
    std::vector<std::int64_t> reviews;
    for (int row = 0; row < 3; ++row) {
        std::int64_t sum = 0;
        for (int column = 0; column < 4; ++column) {
            reviews.push_back(number(seed % 5 + 1));
            sum += reviews.back();
        }
        reviews.push_back(sum);
    }
    const TableForm& disclosure = *form.table("主动公开");
    const std::set<std::string> least = {"现行有效件数", "对外公开总数量", "采购项目数量"};  // not below the others of their row
    const auto disclosed = [&](int row, int column) {
        const bool amount = disclosure.measures[static_cast<std::size_t>(disclosure.cell(row, column))] == Measure::amount;
        return amount ? std::to_string(number(900)) + "." + std::to_string(number(9) + 1) + (disclosure.units[static_cast<std::size_t>(disclosure.cell(row, column))].empty() ? "万元" : "") : std::to_string(number(60) + (least.contains(disclosure.columns.leaf(column).name) ? 60 : 0));
    };
    return "青禾县水利局" + year + "年政府信息公开工作年度报告\n发布日期：" + std::to_string(*form.years.first + 1) + "-01-" + std::to_string(10 + number(20)) + "\n本报告所列数据的统计期限自" + year +
           "年1月1日起至12月31日止。\n一、总体情况" + line + prose + line + "二、主动公开政府信息情况\n" + other_table(disclosure, others, disclosed) + "三、收到和处理政府信息公开申请情况" + line + figures.print(layout) +
           "四、政府信息公开行政复议、行政诉讼情况\n" + other_table(*form.table("复议诉讼"), others, [&](int row, int column) { return std::to_string(reviews[static_cast<std::size_t>(row * 5 + column)]); }) +
           "五、存在的主要问题及改进情况" + line + "栏目更新不够及时，解读形式较为单一。下一步将完善制度，加强培训，逐项改进。" + line + "六、其他需要报告的事项" + line + "未发出收费通知。\n";
}

int count(const Judgement& judgement, Outcome outcome) {
    return static_cast<int>(std::count_if(judgement.verdicts.begin(), judgement.verdicts.end(), [&](const Verdict& one) { return one.outcome == outcome && one.severity != Severity::note; }));
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
                const std::string text = filing_text(figures, form, style, seed);
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
                const Judgement judgement = judge({&filing, nullptr}, gouji::test::shipped());
                for (const Verdict& one : judgement.verdicts) {
                    if (one.severity == Severity::note || one.outcome != Outcome::fail) continue;
                    CHECK_MESSAGE(false, one.rule, " ", one.at.table, " ", one.at.row, one.at.column, one.at.fact, " ", one.message.zh);
                }
                CHECK(filing.tables.size() == 3);
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
