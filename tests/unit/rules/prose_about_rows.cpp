// SPDX-License-Identifier: Apache-2.0
// Facts that are stated of the rows that a report prints for itself: which statements name a row, and the row in rules.
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
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
