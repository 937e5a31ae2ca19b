// SPDX-License-Identifier: Apache-2.0
// Tables that are read as they are printed: rows of the report's own, columns in any order, halves side by side, units.
// A family that the program has never seen, with figures at random, goes through what pages do to tables.
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace gouji;

namespace {

const char* const family = R"(form: stocks
family: stocks
years: 2020..
titles: [ "{机关}{年份}年仓储年报" ]
tables:
  - table: 物资
    captions: [ 物资收发明细表 ]
    unit: 万元
    columns:
      - 期初: { label: [ 期初数, 期初 ], measure: amount }
      - 变动:
          label: 本期变动
          columns:
            - 收入: { measure: amount }
            - 发出: { measure: amount }
      - 期末: { label: [ 期末数, 期末 ], measure: amount }
    rows: { key: [ 物资代码 ], label: [ 物资名称 ], levels: [ 2, 4, 6 ], total: { 总计: [ 总计, 合计 ] } }
  - table: 两边
    captions: [ 资金平衡表 ]
    unit: 元
    beside: true
    blocks:
      - columns: [ 年末: { label: [ 年末数 ], measure: amount } ]
        rows: [ 左: { part: true, rows: [ 现金, 存款, 左边合计: 合计 ] } ]
      - columns: [ 年末: { label: [ 年末数 ], measure: amount } ]
        rows: [ 右: { part: true, rows: [ 借款, 结余, 右边合计: 合计 ] } ]
  - table: 类别
    captions: [ 类别表 ]
    columns: [ 件数 ]
    rows: { label: [ 类别名称 ], nesting: NESTING }
)";

const Catalogue& stocks(const std::string& nesting = "ordinal") {
    static std::map<std::string, Catalogue> known;
    if (const auto found = known.find(nesting); found != known.end()) return found->second;
    std::string form = family;
    form.replace(form.find("NESTING"), 7, nesting);
    auto loaded = load_catalogue({{"stocks.yaml", form}}, {false, {}});
    for (const auto& one : loaded.diagnostics) MESSAGE(one.message.en);
    REQUIRE(loaded);
    return known.emplace(nesting, std::move(*loaded)).first->second;
}

/// The cells of a table by row and column; what has no number says why, and what has a unit has it behind it.
std::map<std::string, std::string> cells_of(
    const std::string& body, const std::string& table, const std::string& nesting = "ordinal", bool page = false) {
    const std::string title = "松原县物资局2023年仓储年报";
    const std::string bytes = page ? "<html><body><p>" + title + "</p>" + body + "</body></html>" : title + "\n" + body;
    const auto text = read_text({page ? "a.html" : "a.txt", bytes});
    REQUIRE(text);
    const auto filing = read_filing(*text, stocks(nesting).editions, "a");
    std::map<std::string, std::string> made;
    if (!filing) return made;
    for (const Table& one : filing->tables) {
        if (one.name != table) continue;
        const int columns = one.layout->columns.leaf_count();
        for (std::size_t i = 0; i < one.cells.size(); ++i) {
            const Cell& cell = one.cells[i];
            const int place = static_cast<int>(i);
            if (!one.layout->cells[i] || cell.presence == Presence::absent) continue;
            made[one.layout->rows.leaf(place / columns).path + "|" + one.layout->columns.leaf(place % columns).name] =
                cell.presence == Presence::number ? cell.value.to_string() + one.layout->units[i]
                                                  : std::string(name_of(cell.presence));
        }
    }
    return made;
}

using Cells = std::map<std::string, std::string>;

const std::string caption = "物资收发明细表\n单位：万元\n";

}  // namespace

TEST_CASE("grids: columns are found by their words, rows by their codes") {
    const Cells right = {{"总计|期初", "3.00万元"}, {"总计|期末", "4.50万元"}, {"11 粮食|期初", "3.00万元"},
        {"11 粮食|期末", "4.50万元"}, {"1101 大米|期初", "3.00万元"}, {"1101 大米|期末", "blank"}};
    const std::string rows = "| 总计 | | 3.00 | 4.50 |\n| 11 | 粮食 | 3.00 | 4.50 |\n| 1101 | 大米 | 3.00 | |\n";
    CHECK(cells_of(caption + "| 物资代码 | 物资名称 | 期初数 | 期末数 |\n" + rows, "物资") == right);
    // Numbers of columns and of lines, a note, the header once more on the next page.
    CHECK(
        cells_of(caption + "| 物资代码 | 物资名称 | 期初数 | 期末数 |\n| 栏次 | | 1 | 2 |\n" + rows, "物资") == right);
    CHECK(
        cells_of(caption
                + "| 物资代码 | 物资名称 | 期初数 | 期末数 |\n| 总计 | | 3.00 | 4.50 |\n| 11 | 粮食 | 3.00 | 4.50 |\n"
                  "第 2 页\n| 物资代码 | 物资名称 | 期初数 | 期末数 |\n| 1101 | 大米 | 3.00 | |\n| 注：大米另计。 |\n",
            "物资")
        == right);
    // In another order, with columns that the form does not know, the unit in the header of another.
    CHECK(cells_of(caption
                  + "| 物资代码 | 物资名称 | 期末数 | 附注 | 损耗率 | 期初数（万元） |\n| 总计 | | 4.50 | 注1 | 1% | "
                    "3.00 |\n"
                    "| 11 | 粮食 | 4.50 | | | 3.00 |\n| 1101 | 大米 | | | | 3.00 |\n",
              "物资")
        == right);
    // Between blanks, and one cell a line.
    CHECK(cells_of(caption + "物资代码 物资名称 期初数 期末数\n合计 3.00 4.50\n11 粮食 3.00 4.50\n1101 大米 3.00 -\n",
              "物资")
        == Cells{{"总计|期初", "3.00万元"}, {"总计|期末", "4.50万元"}, {"11 粮食|期初", "3.00万元"},
            {"11 粮食|期末", "4.50万元"}, {"1101 大米|期初", "3.00万元"}, {"1101 大米|期末", "dash"}});
    CHECK(cells_of(caption + "物资代码\n物资名称\n期初数\n期末数\n总计\n3.00\n4.50\n11\n粮食\n3.00\n4.50\n", "物资")
        == Cells{{"总计|期初", "3.00万元"}, {"总计|期末", "4.50万元"}, {"11 粮食|期初", "3.00万元"},
            {"11 粮食|期末", "4.50万元"}});
    // The code in three columns, and in the cell of the name.
    CHECK(cells_of(
              caption + "| 物资代码 | 物资代码 | 物资名称 | 期初数 | 期末数 |\n| 11 | 01 | 大米 | 3.00 | |\n", "物资")
        == Cells{{"1101 大米|期初", "3.00万元"}, {"1101 大米|期末", "blank"}});
    CHECK(cells_of(caption + "| 物资名称 | 期初数 | 期末数 |\n| 1101大米 | 3.00 | |\n", "物资")
        == Cells{{"1101 大米|期初", "3.00万元"}, {"1101 大米|期末", "blank"}});
}

TEST_CASE("grids: what cannot be told is unreadable, and never shifted") {
    const std::string head = caption + "| 物资代码 | 物资名称 | 期初数 | 收入 | 发出 | 期末数 |\n";
    const auto cells =
        cells_of(head + "| 11 | 粮食 | 3.00 | 4.50 |\n| 12 | 油料 | 1.00 | 2.00 | 1.50 | 1.50 |\n", "物资");
    CHECK(cells.at("11 粮食|期初") == "unreadable");
    CHECK(cells.at("11 粮食|期末") == "unreadable");
    CHECK(cells.at("12 油料|发出") == "1.50万元");
    const auto loose = cells_of(
        caption + "物资代码 物资名称 期初数 收入 发出 期末数\n11 粮食 3.00 4.50\n12 油料 1.00 2.00 1.50 1.50\n",
        "物资");
    CHECK(loose.at("11 粮食|期初") == "unreadable");
    CHECK(loose.at("12 油料|期末") == "1.50万元");
}

TEST_CASE("grids: units and signs are those of the page") {
    const std::string rows =
        "| 物资代码 | 物资名称 | 期初数 | 期末数 |\n| 11 | 粮食 | (200.00) | （1,200.50） |\n| 12 | 油料 | -3 | 0 |\n";
    const auto cells = cells_of("物资收发明细表\n金额单位：元\n" + rows, "物资");
    CHECK(cells.at("11 粮食|期初") == "-200.00元");
    CHECK(cells.at("11 粮食|期末") == "-1200.50元");
    CHECK(cells.at("12 油料|期初") == "-3.00元");
    CHECK(cells.at("12 油料|期末") == "0元");
    CHECK(cells_of("物资收发明细表\n" + rows, "物资").at("12 油料|期末") == "0万元");
}

TEST_CASE("grids: halves side by side, each by its own words") {
    const Cells right = {{"现金|年末", "1.00元"}, {"存款|年末", "4.00元"}, {"左边合计|年末", "5.00元"},
        {"借款|年末", "2.00元"}, {"结余|年末", "3.00元"}, {"右边合计|年末", "5.00元"}};
    CHECK(cells_of("资金平衡表\n| 资产 | | | 负债 | | |\n| 项目 | 行次 | 年末数 | 项目 | 行次 | 年末数 |\n"
                   "| 现金 | 1 | 1.00 | 借款 | 4 | 2.00 |\n| 存款 | 2 | 4.00 | 结余 | 5 | 3.00 |\n| 合计 | 3 | 5.00 | "
                   "合计 | 6 | 5.00 |\n",
              "两边")
        == right);
    // The halves change places; a row of the left one is not printed.
    CHECK(cells_of("资金平衡表\n| 项目 | 年末数 | 项目 | 年末数 |\n| 借款 | 2.00 | 存款 | 4.00 |\n| 结余 | 3.00 | | "
                   "|\n| 合计 | 5.00 | 合计 | 5.00 |\n",
              "两边")
        == Cells{{"存款|年末", "4.00元"}, {"左边合计|年末", "5.00元"}, {"借款|年末", "2.00元"}, {"结余|年末", "3.00元"},
            {"右边合计|年末", "5.00元"}});
    // A row that the form does not know is a row of the report.
    CHECK(cells_of("资金平衡表\n| 项目 | 年末数 | 项目 | 年末数 |\n| 现金 | 1.00 | 借款 | 2.00 |\n| 票据 | 9.00 | 结余 "
                   "| 3.00 |\n",
              "两边")
              .at("票据|年末")
        == "9.00元");
}

TEST_CASE("grids: spans of a page, groups of columns, captions that end with another") {
    const std::string head =
        "<p>物资收发明细表</p><table><tr><td colspan=2>项目</td><td rowspan=2>期初数</td><td colspan=2>本期变动"
        "</td><td rowspan=2>期末数</td></tr><tr><td>物资代码</td><td>物资名称</td><td>发出</td><td>收入</td></tr>";
    const auto cells = cells_of(
        head
            + "<tr><td colspan=2>总计</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>"
              "<tr><td>11</td><td>粮食</td><td>1</td><td></td><td>3</td><td>4</td></tr></table>",
        "物资", "ordinal", true);
    CHECK(cells.at("总计|发出") == "2万元");
    CHECK(cells.at("总计|收入") == "3万元");
    CHECK(cells.at("11 粮食|发出") == "blank");
    CHECK(cells.at("11 粮食|收入") == "3万元");
    CHECK(cells.at("11 粮食|期末") == "4万元");
    CHECK(cells_of("甲类别表\n| 类别名称 | 件数 |\n| 甲 | 1 |\n说明见类别表一节。\n", "类别").size() == 1);
}

TEST_CASE("grids: rows lie below each other by code, ordinal, indent or 其中") {
    const auto paths = [](const std::string& nesting, const std::string& rows) {
        std::string all;
        for (const auto& [cell, value] : cells_of("类别表\n| 类别名称 | 件数 |\n" + rows, "类别", nesting))
            all += (all.empty() ? "" : " ") + cell.substr(0, cell.find('|'));
        return all;
    };
    CHECK(paths("ordinal", "| 一、甲 | 1 |\n| （一）乙 | 1 |\n| （二）丙 | 1 |\n| 二、丁 | 1 |\n")
        == "一、甲.(一)乙 一、甲.(二)丙 一、甲 二、丁");
    CHECK(paths("part", "| 甲 | 1 |\n| 其中：乙 | 1 |\n| 丙 | 1 |\n") == "丙 甲.其中:乙 甲");
    CHECK(paths("none", "| 甲 | 1 |\n| 其中：乙 | 1 |\n") == "其中:乙 甲");
    CHECK(paths("indent", "| 甲 | 1 |\n|   乙 | 1 |\n|     丙 | 1 |\n| 丁 | 1 |\n") == "丁 甲.乙.丙 甲.乙 甲");
}

TEST_CASE("grids: columns that the form lacks and rows that do not fit are told") {
    const auto text = read_text({"a.txt",
        "松原县物资局2023年仓储年报\n" + caption
            + "| 物资代码 | 物资名称 | 期初数 | 损耗数 | 期末数 |\n| 11 | 粮食 | 3.00 | 1.00 | 2.00 |\n| 12 | 油料 | "
              "3.00 |\n"});
    REQUIRE(text);
    const auto filing = read_filing(*text, stocks().editions, "a.txt");
    REQUIRE(filing);
    REQUIRE(filing.diagnostics.size() == 2);
    CHECK(filing.diagnostics[0].code == "columns-unknown");
    CHECK(filing.diagnostics[0].message.en.find("损耗数") != std::string::npos);
    CHECK(filing.diagnostics[1].code == "rows-unreadable");
    CHECK(filing.diagnostics[1].message.en.find("1 row whose") != std::string::npos);
}

namespace {

/// A table at random: codes with names, and figures.
struct RandomStock {
    struct Line {
        std::string code;
        std::string name;
        std::vector<std::string> figures;  ///< empty for a blank
    };
    std::vector<std::string> columns = {"期初数", "收入", "发出", "期末数"};
    std::vector<std::string> names = {"期初", "收入", "发出", "期末"};  ///< of the form
    std::vector<Line> lines;
};

RandomStock random_stock(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return random() % limit; };
    RandomStock made;
    for (unsigned top = 11; top < 12 + below(4); ++top) {
        for (unsigned kind = 0; kind < 1 + below(4); ++kind) {
            RandomStock::Line line;
            line.code = std::to_string(top) + (kind == 0 ? "" : kind < 10 ? "0" + std::to_string(kind) : "");
            line.name = (kind == 0 ? "大类" : "品种") + std::string(1, static_cast<char>('A' + below(26)));
            for (std::size_t c = 0; c < made.columns.size(); ++c) {
                if (below(6) == 0) line.figures.emplace_back();
                else line.figures.push_back(std::to_string(below(900)) + "." + std::to_string(10 + below(90)));
            }
            made.lines.push_back(std::move(line));
        }
    }
    return made;
}

/// What pages do to it; each gives the cells that a reader must find.
struct Damage {
    const char* name;
    bool keeps_blanks;
    std::string (*print)(const RandomStock&, const std::vector<std::size_t>& order);
};

std::string in_bars(const RandomStock& stock, const std::vector<std::size_t>& order, bool numbered) {
    std::string page = caption + "| 物资代码 | 物资名称 |";
    for (const std::size_t c : order) page += " " + stock.columns[c] + " |";
    page += "\n";
    if (numbered) {
        page += "| 栏次 | |";
        for (std::size_t c = 0; c < order.size(); ++c) page += " " + std::to_string(c + 1) + " |";
        page += "\n";
    }
    for (const auto& line : stock.lines) {
        page += "| " + line.code + " | " + line.name + " |";
        for (const std::size_t c : order) page += " " + line.figures[c] + " |";
        page += "\n";
    }
    return page;
}

const Damage damages[] = {
    {"bars", true, [](const RandomStock& stock, const auto& order) { return in_bars(stock, order, false); }},
    {"numbered columns", true, [](const RandomStock& stock, const auto& order) { return in_bars(stock, order, true); }},
    {"blanks between", false,
        [](const RandomStock& stock, const auto& order) {
            std::string page = caption + "物资代码 物资名称";
            for (const std::size_t c : order) page += " " + stock.columns[c];
            for (const auto& line : stock.lines) {
                page += "\n" + line.code + " " + line.name;
                for (const std::size_t c : order) page += (line.figures[c].empty() ? "" : " ") + line.figures[c];
            }
            return page + "\n";
        }},
    {"one cell a line", false,
        [](const RandomStock& stock, const auto& order) {
            std::string page = caption + "物资代码\n物资名称\n";
            for (const std::size_t c : order) page += stock.columns[c] + "\n";
            for (const auto& line : stock.lines) {
                page += line.code + "\n" + line.name + "\n";
                for (const std::size_t c : order) page += line.figures[c] + (line.figures[c].empty() ? "" : "\n");
            }
            return page;
        }},
};

}  // namespace

TEST_CASE("grids: whatever the page does, a figure is right or is said to be unreadable") {
    constexpr unsigned rounds = gouji::test::slow ? 40 : 400;
    for (const Damage& damage : damages) {
        std::size_t wrong = 0, right = 0, all = 0;
        for (unsigned seed = 0; seed < rounds; ++seed) {
            const RandomStock stock = random_stock(seed);
            std::vector<std::size_t> order = {0, 1, 2, 3};
            std::mt19937 random(seed);
            std::shuffle(order.begin(), order.end(), random);
            if (seed % 3 == 0) order.pop_back();  // a column is left out
            const Cells cells = cells_of(damage.print(stock, order), "物资");
            for (const auto& line : stock.lines) {
                for (const std::size_t c : order) {
                    const auto found = cells.find(line.code + " " + line.name + "|" + stock.names[c]);
                    const std::string value = found == cells.end() ? "missing" : found->second;
                    const std::string wanted = line.figures[c].empty() ? "blank" : line.figures[c] + "万元";
                    ++all;
                    right += value == wanted ? 1U : 0U;
                    const bool said = value == "unreadable" || value == "missing";
                    if (value == wanted || said) continue;
                    ++wrong;
                    INFO(damage.name, " ", seed, " ", found->first, ": ", value, ", not ", wanted);
                    CHECK(false);
                }
            }
            // What is left out is nowhere.
            if (order.size() == 3) {
                for (std::size_t c = 0; c < 4; ++c) {
                    if (std::find(order.begin(), order.end(), c) != order.end()) continue;
                    for (const auto& [cell, value] : cells) CHECK_FALSE(cell.ends_with("|" + stock.names[c]));
                }
            }
        }
        CAPTURE(damage.name);
        CHECK(wrong == 0);
        CHECK(all > 10 * rounds);
        if (damage.keeps_blanks) CHECK(right == all);
    }
}
