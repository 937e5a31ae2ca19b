// SPDX-License-Identifier: Apache-2.0
// A store says what a run without one says, knows what has not changed, finds the year before, and can be asked by SQL.
#include "engine/store/schema.hpp"
#include "reports/report.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <csignal>

using namespace gouji;
using namespace gouji::test;

namespace {

/// The rows of a question, each with | between its columns; a mistake in it fails the test.
std::vector<std::string> ask(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    std::vector<std::string> rows;
    char* error = nullptr;
    const auto take = [](void* to, int columns, char** values, char**) {
        std::string row;
        for (int i = 0; i < columns; ++i) row += (i > 0 ? "|" : "") + std::string(values[i] ? values[i] : "NULL");
        static_cast<std::vector<std::string>*>(to)->push_back(row);
        return 0;
    };
    const int result = sqlite3_exec(database, sql.c_str(), take, &rows, &error);
    const std::string why = error ? error : "";
    sqlite3_free(error);
    sqlite3_close(database);
    CAPTURE(sql);
    CAPTURE(why);
    REQUIRE(result == SQLITE_OK);
    return rows;
}

std::string filing(int year, unsigned seed, const std::string& organ = corpus::organ_named(1)) {
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    return corpus::layouts().front().write(
        corpus::compose(form, corpus::make_figures(form, seed, 200), 1, {organ, year, 5}));
}

struct Shop {
    explicit Shop(const std::string& name) : folder(name), store(folder.path() + "/store.db") {}

    Ran check(const std::vector<std::string>& more, bool stored = true) const {
        std::vector<std::string> command = {"check", "--format", "json", "--all"};
        if (stored) command.insert(command.end(), {"--store", store});
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }

    Folder folder;
    std::string store;
};

}  // namespace

TEST_CASE("store: a run says the same with one, the first time and the second, and in every format") {
    const Shop shop("store-same");
    for (const std::string& path :
        {std::string("examples"), std::string("examples/sums-2023.txt"), std::string("examples/tracked-2021.docx")}) {
        CAPTURE(path);
        const Ran wanted = shop.check({path}, false);
        for (int round = 0; round < 2; ++round) {
            const Ran ran = shop.check({path});
            CHECK((ran.out == wanted.out));
            CHECK(ran.err == wanted.err);
            CHECK(ran.exit == wanted.exit);
        }
        for (const auto& one : formats()) {
            if (one.name == "xlsx") continue;
            CAPTURE(one.name);
            CHECK((run({"check", "--format", std::string(one.name), "--store", shop.store, path}).out
                == run({"check", "--format", std::string(one.name), path}).out));
        }
    }
}

TEST_CASE("store: what has not changed is neither judged nor written again; what has is") {
    const Shop shop("store-changed");
    const std::string path = shop.folder.put("a.txt", read_file("examples/sums-2023.txt"));
    const std::string other = shop.folder.put("b.txt", filing(2022, 3));
    shop.check({path, other});
    const auto findings = ask(shop.store, "SELECT rule, \"column\" FROM findings ORDER BY rule, \"column\"");
    CHECK(!findings.empty());
    // A judgement that is not made anew: its words are those that stand in the store.
    ask(shop.store, "UPDATE documents SET counts = '{\"kept\": {\"pass\": 1}}'");
    shop.check({path, other});
    CHECK(ask(shop.store, "SELECT DISTINCT rule FROM outcomes") == std::vector<std::string>{"kept"});
    // A suite is other rules.
    shop.check({"--suite", "tables-only", path});
    CHECK(ask(shop.store, "SELECT count(*) FROM outcomes WHERE file LIKE '%a.txt' AND rule = 'kept'")
        == std::vector<std::string>{"0"});
    CHECK(ask(shop.store, "SELECT count(*) FROM outcomes WHERE file LIKE '%b.txt' AND rule = 'kept'")
        == std::vector<std::string>{"1"});
    // Another file under the same name.
    shop.folder.put("a.txt", filing(2023, 5, corpus::organ_named(2)));
    shop.check({path});
    CHECK(ask(shop.store, "SELECT count(*) FROM findings WHERE severity = 'error'") == std::vector<std::string>{"0"});
    CHECK(ask(shop.store, "SELECT count(*) FROM readings") == std::vector<std::string>{"2"});
    // The same file under another name is not read again, and is a document of its own.
    shop.check({shop.folder.put("c.txt", filing(2023, 5, corpus::organ_named(2)))});
    CHECK(ask(shop.store, "SELECT count(*) FROM readings") == std::vector<std::string>{"2"});
    CHECK(ask(shop.store, "SELECT count(*) FROM filings") == std::vector<std::string>{"3"});
}

TEST_CASE("store: a rule that asks for words finds them, also in a file that was read before anything asked") {
    const Shop shop("store-words");
    const std::string path = shop.folder.put("a.txt",
        "青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n本局只有\n三名职员。\n二、主动公开政府信息情况\n无。"
        "\n");
    const std::string wordy = shop.folder.put("wordy.yaml",
        "- id: own\n  title: { zh: 甲, en: a }\n  basis: { zh: 甲, en: a }\n  forms: [ cn-disclosure-2021 ]\n  check: "
        "not contains(section(总体情况), \"三名职员\")\n  severity: error\n  message: { zh: 甲, en: a }\n");
    const auto found = [&](const Ran& ran) { return ran.out.find("\"own\"") != std::string::npos; };
    CHECK(!found(shop.check({path})));
    CHECK(ask(shop.store, "SELECT count(*) FROM readings") == std::vector<std::string>{"1"});
    CHECK(found(shop.check({"--rules", wordy, path}, false)));
    CHECK(found(shop.check({"--rules", wordy, path})));
    // Without such a rule the words of sections, which are most of a filing, are not kept.
    const auto loaded = load_catalogue(shipped_files());
    REQUIRE(loaded);
    CHECK(std::none_of(
        loaded->editions.begin(), loaded->editions.end(), [](const Edition& one) { return one.keeps_words; }));
}

TEST_CASE("store: the year before is found in it, and what it says follows it") {
    const Shop shop("store-previous");
    const std::string before = shop.folder.put("2022.txt", filing(2022, 3));
    const std::string now = shop.folder.put("2023.txt", filing(2023, 4));
    // Among the findings of either filing, not only among its verdicts.
    const auto carried = [](const std::string& json) {
        for (std::size_t at = json.find("\"findings\""); at != std::string::npos;
             at = json.find("\"findings\"", at + 1)) {
            if (has(json.substr(at, json.find("\"verdicts\"", at) - at), "carry-over-differs")) return true;
        }
        return false;
    };
    CHECK(carried(shop.check({before, now}, false).out));
    CHECK(!carried(shop.check({now}).out));
    shop.check({before});
    // The file of 2023 is what it was; what is known of 2022 is not.
    const Ran linked = shop.check({now});
    CHECK(carried(linked.out));
    CHECK((shop.check({now}).out == linked.out));
    // Another 2022, that carries out what 2023 carries in, since it is the same report one year earlier.
    shop.folder.put("2022.txt", filing(2022, 7));
    shop.check({before});
    CHECK((shop.check({now}).out != linked.out));
    // Two different ones for one year: which counts is not known.
    shop.check({shop.folder.put("2022-again.txt", filing(2022, 8))});
    CHECK(!carried(shop.check({now}).out));
    // The same content twice is one.
    ask(shop.store, "DELETE FROM documents");
    for (const std::string& name : {std::string("x.txt"), std::string("y.txt")})
        shop.check({shop.folder.put(name, filing(2022, 3))});
    CHECK(carried(shop.check({now}).out));
}

TEST_CASE("store: renamed organs and those below are found in it as in a run") {
    const Shop shop("store-organs");
    const std::string organs =
        shop.folder.put("organs.yaml", "organs:\n  - { organ: 新城县水利局, before: [ 旧城县水务局 ] }\n");
    const std::string before = shop.folder.put("2022.txt", filing(2022, 3, "旧城县水务局"));
    const std::string now = shop.folder.put("2023.txt", filing(2023, 4, "新城县水利局"));
    const Ran wanted = shop.check({"--organs", organs, before, now}, false);
    REQUIRE(has(wanted.out, "carry-over-differs"));
    shop.check({"--organs", organs, before});
    const Ran ran = shop.check({"--organs", organs, now});
    CHECK(has(wanted.out,
        ran.out.substr(
            ran.out.find("\"findings\""), ran.out.find("\"diagnostics\"") - ran.out.find("\"findings\"") - 5)));
}

TEST_CASE("store: waivers and decisions are laid anew in every run") {
    const Shop shop("store-decided");
    const std::string path = "examples/sums-2023.txt";
    const std::string waivers = shop.folder.put("waivers.yaml",
        run({"baseline", "--reason", "known", "--approver", "someone", "--today", "2026-01-01", path}).out);
    const std::vector<std::string> waiving = {"--waivers", waivers, "--today", "2026-01-02", path};
    const Ran plain = shop.check({path}, false);
    const Ran waived = shop.check(waiving, false);
    REQUIRE(plain.out != waived.out);
    CHECK((shop.check({path}).out == plain.out));
    CHECK((shop.check(waiving).out == waived.out));
    CHECK(ask(shop.store, "SELECT count(*) FROM verdicts WHERE verdict = 'waived'") != std::vector<std::string>{"0"});
    CHECK((shop.check(waiving).out == waived.out));
    CHECK((shop.check({path}).out == plain.out));
    const std::string decisions = shop.folder.path() + "/decisions.yaml";
    run({"decide", "--decisions", decisions, path});
    std::string typed = read_file(decisions);
    const auto at = typed.find("结论:");
    REQUIRE(at != std::string::npos);
    typed.replace(at, typed.find('\n', at) - at, "结论: 确认");
    shop.folder.put("decisions.yaml", typed);
    CHECK(
        (shop.check({"--decisions", decisions, path}).out == shop.check({"--decisions", decisions, path}, false).out));
    CHECK(ask(shop.store, "SELECT count(*) FROM findings WHERE json_extract(decision, '$.结论') = '确认'")
        == std::vector<std::string>{"1"});
}

TEST_CASE("store: the views say what was printed") {
    const Shop shop("store-views");
    shop.check({"examples"});
    CHECK(ask(shop.store,
              "SELECT value FROM figures WHERE file LIKE '%sums-2023.txt' AND \"table\" = '申请' AND row = '本年新收' "
              "AND \"column\" = '商业企业'")
        == std::vector<std::string>{"11"});
    CHECK(ask(shop.store, "SELECT count(*) FROM figures WHERE value IS NULL AND missing IS NULL")
        == std::vector<std::string>{"0"});
    CHECK(ask(shop.store, "SELECT count(*) FROM figures WHERE value IS NOT NULL AND missing IS NOT NULL")
        == std::vector<std::string>{"0"});
    CHECK(
        ask(shop.store, "SELECT count(*) FROM figures WHERE typeof(value) = 'real'") == std::vector<std::string>{"0"});
    CHECK(ask(shop.store, "SELECT DISTINCT verdict FROM verdicts WHERE verdict IN ('pass', 'not-applicable')").empty());
    const std::string text = run({"check", "examples"}).out;
    for (const std::string& message : ask(shop.store, "SELECT message_zh FROM findings")) CHECK(has(text, message));
    CHECK(ask(shop.store, "SELECT sum(errors) FROM filings")
        == ask(shop.store, "SELECT count(*) FROM findings WHERE severity = 'error'"));
}

TEST_CASE("store: tables as they are printed and rows of statements are in the views, also of an older file") {
    const Shop shop("store-printed");
    shop.check({"examples/final-accounts/clean-2023.html"});
    const std::string question =
        "SELECT value, unit FROM figures WHERE \"table\" = '支出决算' AND row = '2050203 初中教育' AND \"column\" = "
        "'项目支出'";
    const std::vector<std::string> answer = {"130.00|万元"};
    CHECK(ask(shop.store, question) == answer);
    CHECK(ask(shop.store, "SELECT value FROM stated WHERE row = '205 教育支出' AND field = '占比'")
        == std::vector<std::string>{"83.58%"});
    // The first version had other views.
    ask(shop.store,
        "DROP VIEW figures; DROP VIEW stated; CREATE VIEW stated AS SELECT 1 AS file; PRAGMA user_version = 1");
    shop.check({"examples/final-accounts/clean-2023.html"});
    CHECK(ask(shop.store, question) == answer);
    CHECK(ask(shop.store, "PRAGMA user_version") == std::vector<std::string>{"2"});
}

TEST_CASE("store: every question of its page is answered") {
    const Shop shop("store-page");
    shop.check({"examples"});
    const std::string page = read_file("docs/store.md");
    int asked = 0;
    for (const std::string& question : gouji::test::blocks_of(page, "sql")) {
        ask(shop.store, question);
        ++asked;
    }
    CHECK(asked > 5);
    // The page names every view with all its columns.
    for (const std::string& view : ask(shop.store, "SELECT name FROM sqlite_master WHERE type = 'view'")) {
        for (const std::string& column : ask(shop.store, "SELECT name FROM pragma_table_info('" + view + "')")) {
            const std::size_t row = page.find("| `" + view + "` |");
            CAPTURE(view);
            CAPTURE(column);
            REQUIRE(row != std::string::npos);
            CHECK(has(page.substr(row, page.find('\n', row) - row), "`" + column + "`"));
        }
    }
}

TEST_CASE("store: files that are none are left as they are") {
    const Shop shop("store-foreign");
    const auto refused = [&](const std::string& code) {
        const std::string before = read_file(shop.store);
        const Ran ran = shop.check({"examples/sums-2023.txt"});
        CHECK(ran.exit == 2);
        CHECK(has(ran.err, code));
        CHECK(read_file(shop.store) == before);
        std::filesystem::remove(shop.store);
    };
    shop.folder.put("store.db",
        "This is some text of mine, and longer than the hundred bytes that the head of a database has: it is no "
        "database at all.\n");
    refused("store-foreign");
    ask(shop.store, "CREATE TABLE mine (a)");
    refused("store-foreign");
    shop.check({"examples/sums-2023.txt"});
    ask(shop.store, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 99");
    refused("store-newer");
    CHECK(run({"check", "--store", "/no/such/folder/store.db", "examples"}).exit == 2);
    CHECK(has(run({"check", "--store", "/no/such/folder/store.db", "examples"}).err, "store-not-opened"));
}

TEST_CASE("store: bytes in it that were changed cost a reading, and no more") {
    const Shop shop("store-broken");
    const Ran wanted = shop.check({"examples/sums-2023.txt", "examples/clean-2022.txt"});
    ask(shop.store, "UPDATE readings SET reading = substr(reading, 1, 200); UPDATE documents SET judgement = x'0102'");
    CHECK((shop.check({"examples/sums-2023.txt", "examples/clean-2022.txt"}).out == wanted.out));
    ask(shop.store, "UPDATE readings SET reading = x''; UPDATE documents SET judgement = zeroblob(5000)");
    CHECK((shop.check({"examples/sums-2023.txt", "examples/clean-2022.txt"}).out == wanted.out));
}

TEST_CASE("store: a disk that is full leaves the result whole, and is told") {
    const Shop shop("store-full");
    shop.check({"examples/clean-2022.txt"});
    const Ran wanted = shop.check({"examples"}, false);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit none = before;
    none.rlim_cur = std::filesystem::file_size(shop.store) + 16384;
    setrlimit(RLIMIT_FSIZE, &none);
    const Ran ran = shop.check({"examples"});
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(has(ran.err, "store-not-written"));
    CHECK(ran.exit == 2);
    CHECK(has(ran.out, wanted.out.substr(0, wanted.out.rfind("\"diagnostics\""))));
    CHECK(ask(shop.store, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK((shop.check({"examples"}).out == wanted.out));
}
