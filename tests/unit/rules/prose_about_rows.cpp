// SPDX-License-Identifier: Apache-2.0
// Facts that are stated of the rows that a report prints for itself: which statements name a row, and the row in rules.
#include "engine/run/read_document.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

/// The rule file of a small family whose facts are stated of rows.
const char* const stalls = R"(form: stalls
family: stalls
years: 2020..
titles: [ "{机关}{年份}年市场年报" ]
units: [ 个, 件 ]
tables:
  - table: 摊位
    captions: [ 摊位情况表 ]
    columns: [ 数量 ]
    rows: { key: 编号, label: 名称, levels: [ 1, 2 ] }
  - table: 另表
    captions: [ 另一张表 ]
    columns: [ 数量 ]
    rows: { key: 编号, label: 名称, levels: [ 1, 2 ] }
mentions:
  - fact: 摊位数
    rows: 摊位
    says: { happened: [ 设, 无 ] }
  - fact: 变化
    rows: 摊位
    signed: true
    says: { happened: [ 设, 无 ], when: [ 上年, 无 ], change: [ 增长, 下降 ] }
  - fact: 摊位占比
    rows: 摊位
    fields: { 占比: share }
    says: { happened: [ 设, 无 ] }
)";
const char* const words_of_stalls = R"(lexicon: stalls
happened: { 设: [ 设, 设有 ] }
when: { 上年: [ 上年 ] }
change: { 增长: [ 增加 ], 下降: [ 减少 ] }
part: [ 其中, 分别为, 分别有 ]
share: [ 占 ]
against: [ 比 ]
plain: [ 共, 的 ]
)";

/// What is stated of rows in some prose, as `gouji read` shows it: fact[row] and figures.
std::vector<std::string> stated_of_rows(const std::string& prose) {
    const Folder folder("stalls");
    folder.put("rules/form.yaml", stalls);
    folder.put("rules/words.yaml", words_of_stalls);
    const std::string report = folder.put("a.txt",
        "松原县市场局2023年市场年报\n\n摊位情况表\n| 编号 | 名称 | 数量 |\n| 1 | 蔬菜 | 12 |\n| 11 | 叶菜 | 8 |\n"
        "| 12 | 根菜 | 4 |\n| 2 | 水产 | 5 |\n| 21 | 其他 | 2 |\n| 3 | 其他 | 1 |\n\n"
            + prose + "\n");
    const std::string shown = run({"read", "--rules", folder.path() + "/rules", report}).out;
    std::vector<std::string> all;
    for (std::size_t at = shown.find("\n    ", shown.find("正文所述")); at != std::string::npos;
         at = shown.find("\n    ", at + 1)) {
        const std::string line = shown.substr(at + 5, shown.find('\n', at + 1) - at - 5);
        if (line.starts_with("  ")) {
            if (has(line, "另看") && !all.empty()) all.back() += " ?";
        } else if (has(line, "  “")) {
            all.push_back(line.substr(0, line.find("  “")));
        }
    }
    return all;
}

}  // namespace

TEST_CASE("prose about rows: each statement names its row, and a name of several rows none") {
    const struct {
        const char* prose;
        std::vector<std::string> stated;
    } cases[] = {
        {"蔬菜设12个，其中叶菜8个、根菜4个。",
            {"摊位数[1 蔬菜]: 件数 12个", "摊位数[11 叶菜]: 件数 8个", "摊位数[12 根菜]: 件数 4个"}},
        {"水产共设5个，占29.4%。", {"摊位数[2 水产]: 件数 5个"}},
        {"水产占29.4%。", {"摊位占比[2 水产]: 占比 29.4%"}},
        // Two rows have this name.
        {"其他设2个。", {}},
        // A word that nobody knows.
        {"水产大棚设5个。", {"摊位数[2 水产]: 件数 5个 ?"}},
        {"水产大棚5个。", {}},
        {"水产新设5个。", {"摊位数[2 水产]: 件数 5个 ?"}},
        // Of another year.
        {"上年水产设6个。", {"摊位数[2 水产]: 件数 6个 ?"}},
        {"水产设5个，比上年减少1个。", {"摊位数[2 水产]: 件数 5个", "变化[2 水产]: 件数 -1个"}},
        {"水产设5个，比上年增加1个。", {"摊位数[2 水产]: 件数 5个", "变化[2 水产]: 件数 1个"}},
        // A figure for each, or for none.
        {"叶菜、根菜分别为8个、4个。", {"摊位数[11 叶菜]: 件数 8个", "摊位数[12 根菜]: 件数 4个"}},
        {"叶菜、根菜和水产分别设有8个、4个和5个。", {}},
        {"叶菜、根菜和水产分别为8个、4个和5个。",
            {"摊位数[11 叶菜]: 件数 8个", "摊位数[12 根菜]: 件数 4个", "摊位数[2 水产]: 件数 5个"}},
        {"叶菜、根菜和水产分别为8个、4个。", {}},
        {"其中，叶菜、根菜分别为8个、4个。", {"摊位数[11 叶菜]: 件数 8个", "摊位数[12 根菜]: 件数 4个"}},
        {"叶菜和根菜共12个。", {}},
        // No row of the report.
        {"干货设5个。", {}},
    };
    for (const auto& one : cases) {
        const std::string prose = one.prose;
        CAPTURE(prose);
        const auto stated = stated_of_rows(prose);
        CHECK(stated.size() == one.stated.size());
        for (std::size_t i = 0; i < std::min(stated.size(), one.stated.size()); ++i) CHECK(stated[i] == one.stated[i]);
    }
}

TEST_CASE("prose about rows: row(m) is the row in any table, also within all, count and sum") {
    const Folder folder("rows-of-statements");
    const std::string rules = std::string(stalls) + "relations: []\n";
    folder.put("rules/form.yaml", rules.substr(0, rules.find("relations")));
    folder.put("rules/words.yaml", words_of_stalls);
    const std::string head = "  title: { zh: 甲, en: A }\n  basis: b\n  forms: [ stalls ]\n  message: m\n";
    folder.put("rules/rules.yaml",
        "- id: each\n" + head + "  for: m in mentions(摊位数)\n  check: m.value == 摊位[row(m), 数量]\n"
        "- id: other\n" + head + "  for: m in mentions(摊位数)\n  check: m.value == 另表[row(m), 数量]\n"
        "- id: all\n" + head + "  check: all(m in mentions(摊位数), m.value == 摊位[row(m), 数量])\n"
        "- id: sum\n" + head + "  check: sum(m in mentions(摊位数), m.value) == 17\n");
    const std::string report =
        "松原县市场局2023年市场年报\n\n摊位情况表\n| 编号 | 名称 | 数量 |\n| 1 | 蔬菜 | 12 |\n"
        "| 2 | 水产 | 5 |\n\n另一张表\n| 编号 | 名称 | 数量 |\n| 2 | 水产 | 5 |\n| 1 | 蔬菜 | 11 |\n\n";
    const auto outcomes = [&](const std::string& prose) {
        const std::string out = run({"check", "--all", "--format", "json", "--rules", folder.path() + "/rules",
                                        folder.put("a.txt", report + prose + "\n")})
                                    .out;
        std::string found;
        for (const std::string rule : {"each", "other", "all", "sum"}) {
            std::size_t passed = 0, failed = 0;
            const std::string mark = "\"rule\": \"" + rule + "\"";
            for (std::size_t at = out.find(mark, out.find("\"verdicts\"")); at != std::string::npos;
                 at = out.find(mark, at + 1)) {
                const std::string verdict = out.substr(out.find("\"verdict\": ", at), 20);
                passed += has(verdict, "\"pass\"") ? 1U : 0U;
                failed += has(verdict, "\"fail\"") ? 1U : 0U;
            }
            found += rule + " " + std::to_string(passed) + "/" + std::to_string(failed) + " ";
        }
        return found;
    };
    CHECK(outcomes("蔬菜设12个，水产设5个。") == "each 2/0 other 1/1 all 1/0 sum 1/0 ");
    CHECK(outcomes("蔬菜设13个，水产设5个。") == "each 1/1 other 1/1 all 0/1 sum 0/1 ");
}

namespace {

/// A report with rows and statements about them at random, and what they state.
class RandomStatements {
public:
    explicit RandomStatements(unsigned seed) : random_(seed) {
        std::vector<std::string> names = {"蔬菜", "水产", "粮油", "干货", "禽蛋", "豆制品", "调味品", "熟食", "花卉",
            "茶叶", "日用品", "五金电料", "鞋帽", "小家电", "文具", "玩具"};
        std::shuffle(names.begin(), names.end(), random_);
        rows_.assign(names.begin(), names.begin() + 4 + below(10));
    }

    struct Report {
        std::string text;
        std::vector<std::string> stated;
    };

    /// `unknown`: a word that nobody knows stands in each statement.
    Report report(bool unknown) {
        Report made;
        made.text = "松原县市场局2023年市场年报\n\n摊位情况表\n| 编号 | 名称 | 数量 |\n";
        for (std::size_t i = 0; i < rows_.size(); ++i)
            made.text += "| " + code(i) + " | " + rows_[i] + " | " + std::to_string(below(90)) + " |\n";
        made.text += "\n";
        for (int sentence = 0; sentence < 4; ++sentence) {
            const int clauses = 1 + below(3);
            for (int i = 0; i < clauses; ++i)
                made.text += statement(unknown, made.stated) + (i + 1 == clauses ? "。" : below(2) == 0 ? "，" : "；");
            made.text += below(2) == 0 ? "\n" : "";
        }
        made.text += "\n";
        return made;
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    static std::string code(std::size_t row) {
        return row < 9 ? std::to_string(row + 1) : "1" + std::to_string(row - 9);
    }

    std::string figure(const std::string& row, std::vector<std::string>& stated) {
        const std::string number = std::to_string(1 + below(300));
        stated.push_back(row + " " + number);
        return number + "个";
    }

    std::string statement(bool unknown, std::vector<std::string>& stated) {
        const auto row = static_cast<std::size_t>(below(static_cast<int>(rows_.size())));
        const std::string name = rows_[row], path = code(row) + " " + name;
        const std::string odd = unknown ? std::array{"外围", "某某", "摊主称"}[static_cast<std::size_t>(below(3))] : "";
        switch (below(5)) {
            case 0: return name + odd + "设" + figure(path, stated);
            case 1: return name + odd + figure(path, stated);
            case 2:
                return name + "共" + odd + "设有" + figure(path, stated) + "，占" + std::to_string(below(100)) + "%";
            case 3: return "设" + odd + name + figure(path, stated);
            default: {
                const std::size_t other = (row + 1) % rows_.size();
                const std::string both = name + odd + "、" + rows_[other] + "分别为";
                const std::string first = figure(path, stated);
                return both + first + "、" + figure(code(other) + " " + rows_[other], stated);
            }
        }
    }

    std::mt19937 random_;
    std::vector<std::string> rows_;
};

}  // namespace

TEST_CASE("prose about rows: statements at random are read back, and none with a word that nobody knows") {
    const auto loaded = load_catalogue({{"form.yaml", stalls}, {"words.yaml", words_of_stalls}}, {false, {}});
    REQUIRE(loaded);
    constexpr unsigned rounds = gouji::test::slow ? 100 : 1000;
    std::size_t all = 0;
    for (unsigned seed = 0; seed < 2 * rounds; ++seed) {
        const bool unknown = seed % 2 == 1;
        const auto report = RandomStatements(seed).report(unknown);
        const auto read = read_document({"a.txt", report.text}, *loaded);
        REQUIRE(read);
        std::vector<std::string> stated;
        for (const Mention& one : read->filing.mentions) {
            if (one.form->fact != "摊位数" || !one.scope.empty()) continue;
            stated.push_back(one.row + " " + one.fields.front().value.to_string());
        }
        CAPTURE(report.text);
        CHECK(stated == (unknown ? std::vector<std::string>{} : report.stated));
        all += report.stated.size();
    }
    CHECK(all > 10 * rounds);
}
