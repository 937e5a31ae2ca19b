// SPDX-License-Identifier: Apache-2.0
// What a store says across its years: figures, findings that repeat, missing reports; and what is no store to ask.
#include "engine/cli/codes.hpp"
#include "engine/rules/main_figures.hpp"
#include "engine/store/codes.hpp"
#include "reports/trends/collect_series.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>

using namespace gouji;
using namespace gouji::test;

namespace {

std::string all_replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Runs SQL that must succeed.
void change(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

/// A report of the organ and year, made from a sample; `received` is its figure of new applications.
std::string report_of(const std::string& organ, int year, int received) {
    std::string text = read_file("examples/clean-2022.txt");
    text = all_replaced(std::move(text), "2022年", std::to_string(year) + "年");
    text = all_replaced(std::move(text), "青禾县水利局", organ);
    return all_replaced(std::move(text), "185", std::to_string(received));
}

/// A store of three organs: one was renamed, one has a gap, one has two files that do not say the same.
struct YearsInStore {
    explicit YearsInStore(const std::string& name) : folder(name), store(folder.path() + "/store.db") {
        const struct {
            const char* file;
            const char* organ;
            int year;
            int received;
        } reports[] = {
            {"in/a2021.txt", "青禾县水务局", 2021, 171},
            {"in/a2022.txt", "青禾县水利局", 2022, 185},
            {"in/a2023.txt", "青禾县水利局", 2023, 203},
            {"in/b2021.txt", "青禾县民政局", 2021, 190},
            {"in/b2023.txt", "青禾县民政局", 2023, 150},
            {"in/c2022.txt", "青禾县教育局", 2022, 185},
            {"in/c2023.txt", "青禾县教育局", 2023, 186},
            {"in/c2023-again.txt", "青禾县教育局", 2023, 187},
        };
        for (const auto& one : reports) folder.put(one.file, report_of(one.organ, one.year, one.received));
        folder.put("in/unknown.txt", all_replaced(read_file("examples/clean-2022.txt"), "青禾县水利局", ""));
        organs = folder.put("organs.yaml",
            "organs:\n  - { organ: 青禾县水利局, names: [ 青禾县水务局 ] }\n  - { organ: 青禾县财政局, names: [ "
            "青禾县国库局 ] }\n");
        run({"check", "--store", store, folder.path() + "/in"});
    }

    /// What is printed, without the folder, which is another in each run.
    Ran trends(std::vector<std::string> more) const {
        more.insert(more.begin(), {"trends", "--store", store});
        Ran ran = run(more);
        ran.out = all_replaced(ran.out, folder.path() + "/", "");
        return ran;
    }

    Folder folder;
    std::string store;
    std::string organs;
};

TrendPoint point(std::size_t figure, const std::string& organ, int year, std::int64_t value) {
    TrendPoint made;
    made.figure = figure;
    made.organ = organ;
    made.year = year;
    made.value = Decimal(value);
    return made;
}

}  // namespace

TEST_CASE("trends: golden of the text and of the tables") {
    const YearsInStore years("trends-golden");
    const std::string before = read_file(years.store);
    check_golden("trends.zh.txt", years.trends({"--organs", years.organs}).out);
    check_golden("trends.en.txt", years.trends({"--organs", years.organs, "--lang", "en"}).out);
    for (const std::string& what : {std::string("figures"), std::string("findings"), std::string("gaps")}) {
        const Ran ran = years.trends({"--organs", years.organs, "--format", "csv", "--what", what});
        check_golden("trends." + what + ".csv", ran.out);
        CHECK(ran.exit == 0);
    }
    CHECK(years.trends({"--format", "csv", "--organs", years.organs}).out
        == years.trends({"--format", "csv", "--organs", years.organs, "--what", "figures"}).out);
    // It is asked, not changed.
    CHECK((read_file(years.store) == before));
}

TEST_CASE("trends: figures that are chosen, by short names and by those of tables as they are printed") {
    const YearsInStore years("trends-chosen");
    const auto asked = [&](const std::string& figure) {
        return years.trends({"--figure", figure, "--format", "csv"}).out;
    };
    const std::string csv = asked("requests[不予公开.国家秘密, 自然人]");
    CHECK(has(csv, "\"申请\",\"不予公开.国家秘密\",\"自然人\""));
    CHECK(asked(" 申请 [ 国家秘密 ,自然人 ]") == csv);
    CHECK(years.trends({"--figure", "申请[总计, 总计]", "--figure", "申请[本年新收, 自然人]", "--what", "figures"}).out
        != years.trends({"--figure", "申请[总计, 总计]", "--what", "figures"}).out);
    run({"check", "--store", years.store, "examples/final-accounts/clean-2023.html"});
    CHECK(has(asked("支出决算[2050203 初中教育, 项目支出]"), "\"130.00\",\"万元\""));
}

TEST_CASE("trends: what a report is summed up by is known without names") {
    const auto all = main_figures(shipped());
    const auto is_main = [&](const FigureName& name) { return std::find(all.begin(), all.end(), name) != all.end(); };
    CHECK(is_main({"申请", "本年新收", "总计"}));
    CHECK(is_main({"申请", "结转下年度", "总计"}));
    CHECK(is_main({"收支总表", "收入总计", "决算数"}));
    CHECK(is_main({"资产负债表", "资产总计", "期末余额"}));
    CHECK_FALSE(is_main({"申请", "予以公开", "总计"}));
    CHECK_FALSE(is_main({"申请", "总计", "自然人"}));
    CHECK_FALSE(is_main({"申请", "本年新收", "自然人"}));
    for (const char* wrong : {"", "申请", "申请[总计]", "申请[总计, ]", "[总计, 总计]", "申请[总计, 总计", "]申请,["})
        CHECK_FALSE(parse_figure(wrong, shipped()));
}

TEST_CASE("trends: of many organs those that change most stay, and the sums are of all") {
    const std::vector<FigureName> names = {{"表", "甲", "列"}, {"表", "乙", "列"}};
    SeriesCollector collector(names, {2020, 2021, 2022}, 2);
    collector.add(point(0, "a", 2020, 5));
    collector.add(point(0, "a", 2022, 1));
    collector.add(point(0, "b", 2020, 7));
    collector.add(point(0, "b", 2021, 7));
    collector.add(point(0, "c", 2021, 100));
    collector.add(point(0, "c", 2022, 60));
    collector.add(point(1, "c", 2022, 3));
    const auto all = collector.finish();
    REQUIRE(all.size() == 2);
    const FigureSeries& first = all.front();
    CHECK(first.organs.count == 3);
    CHECK(first.organs.left_out() == 1);
    REQUIRE(first.organs.entries.size() == 2);
    CHECK(first.organs.entries[0].organ == "c");
    CHECK(first.organs.entries[0].change == Decimal(40));
    CHECK(first.organs.entries[1].organ == "a");
    CHECK(first.sums == std::vector<std::optional<Decimal>>{Decimal(12), Decimal(107), Decimal(61)});
    CHECK(first.counts == std::vector<std::int64_t>{2, 2, 2});
    CHECK_FALSE(first.no_sums);
    CHECK(all.back().organs.count == 1);
    CHECK(all.back().sums == std::vector<std::optional<Decimal>>{std::nullopt, std::nullopt, Decimal(3)});
}

TEST_CASE("trends: what files of a year do not agree on, and other units, are no numbers to add") {
    const std::vector<FigureName> names = {{"表", "甲", "列"}};
    SeriesCollector collector(names, {2020, 2021}, 9);
    collector.add(point(0, "a", 2020, 5));
    collector.add(point(0, "a", 2020, 6));
    collector.add(point(0, "a", 2021, 5));
    collector.add(point(0, "a", 2021, 5));
    TrendPoint other = point(0, "b", 2020, 9);
    other.unit = "万元";
    collector.add(other);
    other.year = 2021;
    other.certain = false;
    collector.add(other);
    const auto all = collector.finish();
    REQUIRE(all.size() == 1);
    const auto& organs = all.front().organs.entries;
    REQUIRE(organs.size() == 2);
    using State = YearValue::State;
    CHECK(organs[0].years[0].state == State::differs);
    CHECK(organs[0].years[1].state == State::number);
    CHECK(organs[1].years[1].state == State::open);
    CHECK(all.front().no_sums);
}

TEST_CASE("trends: names of a report are text on the page") {
    const YearsInStore years("trends-page");
    change(years.store, "UPDATE documents SET organ = '<script>x</script>' WHERE organ = '青禾县教育局'");
    const std::string page = years.trends({"--format", "html"}).out;
    CHECK(has(page, "&lt;script&gt;x&lt;/script&gt;"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "style=\""));
    CHECK(has(page, "default-src &#39;none&#39;"));
    CHECK(has(page, "<svg"));
    // A formula for a spreadsheet is none either.
    change(years.store, "UPDATE documents SET organ = '=1+1' WHERE organ = '青禾县民政局'");
    CHECK(has(years.trends({"--format", "csv"}).out, "\"'=1+1\""));
}

TEST_CASE("trends: what is wrong is told in both languages, with 2") {
    const YearsInStore years("trends-wrong");
    const auto refused = [&](const Code& code, const std::vector<std::string>& words) {
        CAPTURE(code.id);
        const Ran zh = run(words);
        CHECK(zh.exit == 2);
        CHECK(has(zh.err, code.id));
        auto in_english = words;
        in_english.insert(in_english.end(), {"--lang", "en"});
        const Ran en = run(in_english);
        CHECK(en.exit == 2);
        CHECK(has(en.err, std::string(code.help_en).substr(0, 12)));
        CHECK_FALSE(has(en.err, zh.err));
    };
    const auto refused_store = [&](const Code& code, const std::string& path) {
        refused(code, {"trends", "--store", path});
    };
    refused_store(store_codes::not_opened, years.folder.path() + "/none.db");
    refused_store(store_codes::foreign, years.folder.put("text.db", std::string(200, 'x')));
    refused_store(store_codes::empty, years.folder.put("empty.db", ""));
    const std::string mine = years.folder.path() + "/mine.db";
    change(mine, "CREATE TABLE mine (a)");
    refused_store(store_codes::foreign, mine);
    // One that calls itself a store, and has other tables.
    change(mine, "PRAGMA application_id = 1196381514; PRAGMA user_version = 2");
    refused_store(store_codes::foreign, mine);
    const std::vector<std::string> asked = {"trends", "--store", years.store, "--figure"};
    const auto with = [&](const std::string& figure) {
        auto words = asked;
        words.push_back(figure);
        return words;
    };
    refused(cli_codes::wrong_figure, with("申请"));
    refused(cli_codes::no_such_figure, with("申请[总计, 没有这一列]"));
    refused(cli_codes::no_such_figure, with("没有这个表[总计, 总计]"));
    CHECK(has(run({"trends"}).err, cli_codes::missing_argument.id));
    CHECK(has(run({"trends", "--store", years.store, "--format", "json"}).err, cli_codes::wrong_value.id));
    CHECK(has(run({"trends", "--store", years.store, "--what", "all"}).err, cli_codes::wrong_value.id));
    CHECK(has(run({"trends", "--store", years.store, "-o", years.store}).err, cli_codes::output_is_input.id));
    change(years.store, "PRAGMA user_version = 1");
    refused_store(store_codes::older, years.store);
    change(years.store, "PRAGMA user_version = 99");
    refused_store(store_codes::newer, years.store);
    change(years.store, "PRAGMA user_version = 2; UPDATE documents SET figures = '{' WHERE year = 2023");
    const std::string result = years.folder.put("result.txt", "the former one");
    CHECK(run({"trends", "--store", years.store, "-o", result}).exit == 2);
    CHECK(read_file(result) == "the former one");
    refused_store(store_codes::not_asked, years.store);
    change(years.store, "UPDATE documents SET year = NULL");
    refused_store(store_codes::empty, years.store);
}
