// SPDX-License-Identifier: Apache-2.0
// What the command line is given: files of the wrong kind, wrong words, folders with all sorts of files, nothing.
#include "engine/api/codes.hpp"
#include "engine/cli/codes.hpp"
#include "engine/rules/codes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::run;
namespace fs = std::filesystem;

namespace {

const char* const sample = "examples/sums-2023.txt";

}  // namespace

TEST_CASE("options: each takes its kind of file, and says what it was given instead") {
    const Folder folder("kinds");
    const std::vector<std::pair<std::string, std::string>> files = {
        {"--rules", folder.put("rules.yaml", read_file("rules/standard/fees.yaml"))},
        {"--waivers", folder.put("waivers.yaml", "waivers: []\n")},
        {"--decisions", folder.put("decisions.yaml", "decisions: []\n")},
        {"--organs", folder.put("organs.yaml", "organs: []\n")},
    };
    for (const auto& asked : files) {
        const std::string& option = asked.first;
        for (const auto& given : files) {
            const std::string& other = given.first;
            const std::string& file = given.second;
            CAPTURE(option);
            CAPTURE(file);
            const auto zh = run({"check", option, file, sample});
            const auto en = run({"check", "--lang", "en", option, file, sample});
            CHECK(zh.exit == (option == other ? (option == "--rules" ? 0 : 1) : 2));
            CHECK(has(zh.err, rule_codes::other_kind.id) == (option != other));
            if (option == other) continue;
            CHECK(has(zh.err, option + " 要的是"));
            CHECK(has(en.err, option + " takes "));
            CHECK(has(en.err, "Give this file with " + other));
        }
        CHECK(run({"check", option, sample, sample}).exit == 2);
    }
    // A folder of rules may hold all of them.
    CHECK(run({"check", "--rules", folder.path(), sample}).exit == 0);
    CHECK(has(run({"check", "--suite", "rules/suites/strict.yaml", sample}).err, cli_codes::suite_is_file.id));
    CHECK(has(run({"check", "--suite", "strikt", sample}).err, "strict"));
}

TEST_CASE("options: what is wrong is told in both languages, with the nearest word") {
    const struct {
        std::vector<std::string> words;
        const char* zh;
        const char* en;
    } cases[] = {
        {{"check", "--formt", "json", "x"}, "是否指“--format”", "Did you mean '--format'"},
        {{"check", "--jbos=2", "x"}, "没有选项“--jbos”", "no option '--jbos'"},
        {{"check", "--zzzzzzzzzz", "x"}, "全部选项见 --help", "See --help for all options"},
        {{"check", "--format", "josn", "x"}, "是否指“json”", "Did you mean 'json'"},
        {{"check", "--fail-on", "eror", "x"}, "是否指“error”", "Did you mean 'error'"},
        {{"check", "--lang", "fr", "x"}, "“fr”不能作 --lang 的值", "'fr' is not a valid value for --lang"},
        {{"check", "--jobs", "-1", "x"}, "--jobs", "--jobs"},
        {{"check", "--jobs", "many", "x"}, "0 到 256", "from 0 to 256"},
        {{"check", "--rule-book", "javascript:alert(1)", "x"}, "https://", "begins with https://"},
        {{"check", "--today", "tomorrow", "x"}, "2027-01-31", "2027-01-31"},
        {{"check", "--rules", "a", "--rules", "b", "x"}, "“--rules”只能写一次", "'--rules' can be given only once"},
        {{"check", "--format", "json", "--format", "json", "x"}, "“--format”只能写一次",
            "'--format' can be given only once"},
        {{"check", "x", "--rules"}, "--rules 后面没有写值", "There is no value after --rules"},
        {{"check", "--rules", "--all", "x"}, "--rules 后面没有写值", "There is no value after --rules"},
        {{"check", "--all=perhaps", "x"}, "它后面不写值", "It takes no value"},
        {{"check"}, "没有写 PATH", "PATH is missing"},
        {{"baseline", "x"}, "没有写 --reason", "--reason is missing"},
        {{"baseline", "--raeson", "r", "x"}, "是否指“--reason”", "Did you mean '--reason'"},
        {{"diff", "x"}, "没有写 NEW", "NEW is missing"},
        {{"decide", "-o", "x.yaml", "x"}, "没有选项“-o”", "no option '-o'"},
        {{"completion", "bash", "zsh"}, "多了“zsh”", "Unexpected argument 'zsh'"},
        {{"completion", "bahs"}, "是否指“bash”", "Did you mean 'bash'"},
        {{"rules"}, "没有写命令", "No command was given"},
        {{"rules", "lin"}, "是否指“lint”", "Did you mean 'lint'"},
        {{"rules", "show"}, "没有写 ID", "ID is missing"},
        {{"chekc", "x"}, "是否指“check”", "Did you mean 'check'"},
        {{"--format", "json", "check", "x"}, "“--format”要写在命令后面", "'--format' belongs after the command"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.en);
        const auto zh = run(one.words);
        CHECK(zh.exit == 2);
        CHECK_MESSAGE(has(zh.err, one.zh), zh.err);
        for (const char* english : {"required", "not expected", "Could not", " not in ", "TEXT"}) {
            CHECK_FALSE(has(zh.err, english));
        }
        auto words = one.words;
        if (words.size() > 1 && words[1] == "--lang") words.insert(words.begin(), {"--lang", "en"});
        else words.insert(words.begin(), "--lang=en");
        const auto en = run(words);
        CHECK(en.exit == 2);
        CHECK_MESSAGE(has(en.err, one.en), en.err);
    }
    CHECK(has(run({"--lang", "en", "check", sample}).out, "error"));
    CHECK(has(run({"rules", "--lang", "en", "list"}).out, "Applications do not balance"));
}

TEST_CASE("folders: endings in any letters are read, everything else is counted and named") {
    const Folder folder("endings");
    const std::string text = read_file(sample);
    fs::create_directories(folder.path() + "/in/.git");
    for (const char* name : {"a.TXT", "b.Txt", "c.MD", "in/d.Text"}) folder.put(name, text);
    for (const char* name : {"e.ZZZ", "f.zzz", "g", "h.old.1", ".i", "in/.git/j", "a name. of nothing"}) {
        folder.put(name, "x");
    }
    fs::create_symlink("..", folder.path() + "/in/up");
    fs::create_symlink("nowhere", folder.path() + "/in/broken");
    const auto ran = run({"check", "--format", "jsonl", "--lang", "en", folder.path()});
    for (const char* name : {"a.TXT", "b.Txt", "c.MD", "in/d.Text"}) {
        CHECK(has(ran.out, std::string("/") + name + "\""));
    }
    CHECK(has(ran.err, cli_codes::passed_over.id));
    CHECK(has(ran.err,
        "9 entries of the folder were not read: .zzz 2, hidden 2, no ending 2, .1 1, broken links 1, links to folders "
        "1."));
    CHECK_FALSE(has(ran.err, "e.ZZZ"));
    CHECK(has(run({"check", "-v", "--format", "jsonl", folder.path()}).err, "/in/.git/j\n"));
    CHECK(run({"check", "-q", "--format", "jsonl", folder.path()}).err.empty());
    CHECK(has(run({"check", folder.path()}).err, "隐藏文件 2"));
    // A link to nothing that is called a report is an input that cannot be read; one in a circle, too.
    fs::create_symlink("gone", folder.path() + "/in/report.txt");
    fs::create_symlink("round.txt", folder.path() + "/in/round.txt");
    const auto broken = run({"check", "--format", "jsonl", folder.path()});
    CHECK(broken.exit == 2);
    CHECK(has(broken.err, "/in/report.txt: "));
    CHECK(has(broken.err, "符号链接成环"));
    // What is named is tried, whatever its ending.
    CHECK(run({"check", folder.put("report.zzz", text)}).exit == 1);
    CHECK(run({"check", "--rules", folder.put("FEES.YAML", read_file("rules/standard/fees.yaml")), sample}).exit == 0);
}

TEST_CASE("nothing to check is never clean") {
    const Folder folder("nothing");
    const struct {
        std::vector<std::string> words;
        std::string_view code;
    } cases[] = {
        {{"check", "@" + folder.put("empty.list", "")}, cli_codes::nothing_to_check.id},
        {{"check", "@" + folder.put("blank.list", "\xEF\xBB\xBF\r\n \n\n")}, cli_codes::nothing_to_check.id},
        {{"check", "@-"}, cli_codes::nothing_to_check.id},
        {{"read", "@-"}, cli_codes::nothing_to_check.id},
        {{"check", "--documents", folder.put("empty.jsonl", "")}, cli_codes::nothing_to_check.id},
        {{"check", "--documents", folder.put("blank.jsonl", "\n  \n")}, cli_codes::nothing_to_check.id},
        {{"check", "--apart", "--documents", "-"}, cli_codes::nothing_to_check.id},
        {{"check", folder.path()}, cli_codes::directory_empty.id},
        {{"check", "--rules", folder.put("no-rules.yaml", "# - id: x\n"), sample}, cli_codes::no_rule_to_check.id},
        {{"check", "--rules", folder.put("newer.yaml", "- id: x\n  needs: 99.0\n"), sample},
            cli_codes::no_rule_to_check.id},
        {{"check", "--rules", folder.put("suite.yaml", "suite: none\ntitle: 无\nrules: []\n"), "--suite", "none",
             sample},
            cli_codes::no_rule_to_check.id},
        {{"baseline", "--reason", "r", "--approver", "a", "--rules", folder.path() + "/no-rules.yaml", sample},
            cli_codes::no_rule_to_check.id},
    };
    for (const auto& one : cases) {
        CAPTURE(one.words.back());
        const auto ran = run(one.words);
        CHECK(ran.exit == 2);
        CHECK_MESSAGE(has(ran.err, one.code), ran.err);
    }
    CHECK(run({"read", "--rules", folder.path() + "/no-rules.yaml", sample}).exit == 0);
}

TEST_CASE("lists and documents: a byte order mark at the head is no part of a name") {
    const Folder folder("marks");
    CHECK(run({"check", "@" + folder.put("list", "\xEF\xBB\xBF\n" + std::string(sample) + "\r\n\n")}).exit == 1);
    CHECK(run({"check", "@" + folder.put("zeros", "\xEF\xBB\xBF" + std::string(sample) + std::string(1, '\0'))}).exit
        == 1);
    CHECK(run({"check", "--documents",
                  folder.put("documents", "\xEF\xBB\xBF{\"path\": \"" + std::string(sample) + "\"}\n")})
              .exit
        == 1);
}

TEST_CASE("sarif: findings alone without --all, and names of any bytes as URIs") {
    const Folder folder("uris");
    const std::string text = read_file(sample);
    const std::pair<std::string, std::string> names[] = {{"a\xFF.txt", "a%FF.txt"}, {"b\\xFF.txt", "b%5CxFF.txt"},
        {"c\x01 d.txt", "c%01%20d.txt"}, {"县.txt", "%E5%8E%BF.txt"}};
    for (const auto& one : names) {
        const std::string& uri = one.second;
        CAPTURE(uri);
        CHECK(has(run({"check", "--format", "sarif", folder.put(one.first, text)}).out, uri + "\""));
    }
    const std::string waivers = folder.path() + "/w.yaml";
    CHECK(run({"baseline", "--reason", "r", "--approver", "a", "-o", waivers, sample}).exit == 0);
    const auto kinds = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"check", "--format", "sarif"});
        words.emplace_back(sample);
        const std::string out = run(words).out;
        return std::pair{has(out, "\"suppressions\""), has(out, "\"kind\": \"open\"")};
    };
    CHECK(kinds({"--waivers", waivers}) == std::pair{false, false});
    CHECK(kinds({"--all", "--waivers", waivers}) == std::pair{true, true});
    CHECK(has(run({"check", "--format", "sarif", sample}).out, "\"kind\": \"fail\""));
}

TEST_CASE("baseline: what people typed is kept, new entries stand behind it") {
    const Folder folder("typed");
    const std::string report = folder.put("report.txt", read_file(sample));
    const std::string file = folder.path() + "/w.yaml";
    const auto baseline = [&](std::vector<std::string> more) {
        more.insert(
            more.begin(), {"baseline", "--reason", "r", "--approver", "a", "--today", "2027-01-01", "-o", file});
        more.push_back(report);
        return run(more);
    };
    CHECK(baseline({}).exit == 0);
    const std::string typed = "# 手写的说明\n"
        + gouji::test::replaced(read_file(file), "reason: \"r\"", "reason: 已与台账核对   # 见会议纪要");
    for (const std::vector<std::string>& more :
        {std::vector<std::string>{}, {"--waivers", file}, {"--waivers", folder.path() + "/./w.yaml"}}) {
        folder.put("w.yaml", typed);
        folder.put("report.txt", read_file(sample));
        CHECK(baseline(more).exit == 0);
        CHECK(read_file(file) == typed);
        folder.put("report.txt",
            gouji::test::replaced(
                read_file(sample), "上年结转政府信息公开申请数量\n1\n1\n", "上年结转政府信息公开申请数量\n1\n4\n"));
        CHECK(baseline(more).exit == 0);
        const std::string added = read_file(file);
        CHECK(added.starts_with(typed));
        CHECK(added.size() > typed.size());
        CHECK(baseline(more).exit == 0);
        CHECK(read_file(file) == added);
    }
    // Reports with nothing to waive leave an empty list, to which entries can be added.
    folder.put("w.yaml", "waivers: []\n");
    CHECK(baseline({}).exit == 0);
    CHECK(read_file(file).starts_with("waivers:\n  # "));
    for (const char* other :
        {"- id: x\n", "decisions: []\n", "reports: 3\n", "waivers: [ { rule: r } ]\n", "waivers: []\n# 结束\n"}) {
        folder.put("w.yaml", other);
        CHECK(baseline({}).exit == 2);
        CHECK(read_file(file) == other);
    }
    // One report that came twice has its waivers once.
    const std::string copy = folder.put("copy.txt", read_file(report));
    CHECK(run({"baseline", "--reason", "r", "--approver", "a", report, copy}).out
        == run({"baseline", "--reason", "r", "--approver", "a", report}).out);
}

TEST_CASE("rules new: a file that is there is not written over") {
    const Folder folder("new");
    const std::string file = folder.put("my.yaml", "- id: mine\n");
    const auto ran = run({"rules", "new", "-o", file, "x"});
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, cli_codes::output_exists.id));
    CHECK(read_file(file) == "- id: mine\n");
    CHECK(run({"rules", "new", "-o", folder.path() + "/other.yaml", "x"}).exit == 0);
}

TEST_CASE("one place opens files for writing") {
    for (const char* folder : {"engine", "grammar", "reports"}) {
        for (const auto& entry : fs::recursive_directory_iterator(std::string(GOUJI_ROOT) + "/" + folder)) {
            const std::string name = entry.path().filename().string();
            // The store writes its own; those that are left out besides are programs of the build.
            if (!entry.is_regular_file() || name == "whole_file.cpp" || name.starts_with("make_")
                || has(entry.path().string(), "/store/")) {
                continue;
            }
            const std::string code = read_file(entry.path());
            INFO(entry.path().string());
            for (const char* word : {"std::ofstream", "std::fstream", " fopen(", "std::fopen(", "O_CREAT", "O_TRUNC",
                     "std::rename", "fs::rename"}) {
                CAPTURE(word);
                CHECK_FALSE(has(code, word));
            }
        }
    }
}
