// SPDX-License-Identifier: Apache-2.0
// What a person at a terminal meets: help, mistakes in arguments, colours, progress, completions.
#include "engine/cli/progress.hpp"
#include "engine/cli/run.hpp"
#include "engine/cli/shells.hpp"
#include "reports/excerpt.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <thread>

using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

TEST_CASE("help: columns of Han characters are counted, and mistakes are told in both languages") {
    // What stands on the right begins in one column, whatever stands on the left.
    std::istringstream help(run({"baseline", "--help"}).out);
    int options = 0;
    for (std::string line; std::getline(help, line);) {
        if (!line.starts_with("  ") || line.size() < 40) continue;
        const auto gap = line.find("  ", 3);
        const auto right = gap == std::string::npos ? std::string::npos : line.find_first_not_of(' ', gap);
        if (right == std::string::npos) continue;
        CHECK_MESSAGE(gouji::width_of(line.substr(0, right)) == 32, line);
        ++options;
    }
    CHECK(options > 8);
    const struct {
        std::vector<std::string> words;
        const char* zh;
        const char* en;
    } wrong[] = {
        {{"check"}, "PATH 必填", "PATH is required"},
        {{"check", "--bogus", "x"}, "不认识的参数", "not expected"},
        {{"check", "--fail-on", "x", "y"}, "应为其中之一：{error, note, warning}", "not in {error, note, warning}"},
        {{"check", "--lang"}, "取值缺失", "missing"},
        {{"check", "--jobs", "a", "x"}, "应在此范围", "not in range"},
        {{"rules"}, "没有写子命令", "subcommand is required"},
        {{"completion", "cmd"}, "应为其中之一", "not in {bash"},
        {{"check", "no-such-file"}, "没有这个文件", "no such file"},
        {{"check", "/"}, "没有可读的文件", "no file of a known type"},
    };
    for (const auto& one : wrong) {
        if (one.words.back() == "/") continue;  // all of the machine is too much to search
        INFO(one.en);
        const auto zh = run(one.words);
        CHECK(zh.exit == 2);
        CHECK_MESSAGE(has(zh.err, one.zh), zh.err);
        auto words = one.words;
        if (words.back() == "--lang") continue;
        words.insert(words.begin() + 1, {"--lang", "en"});
        if (words[0] != "rules") CHECK(has(run(words).err, one.en));
    }
}

TEST_CASE("quiet, verbose, and a summary for whoever writes to a file") {
    const Folder folder("quiet");
    const std::string out = folder.path() + "/out.json";
    CHECK(has(run({"check", "--format", "json", "-o", out, "examples/sums-2023.txt"}).err, "共 1 份报告：2 个错误"));
    CHECK(run({"check", "--format", "json", "-q", "-o", out, "examples/sums-2023.txt"}).err.empty());
    CHECK(run({"check", "--format", "json", "examples/sums-2023.txt"}).err.empty());
    // Errors are told even so.
    CHECK(has(run({"check", "-q", "no-such-file"}).err, "file-unreadable"));
    const auto verbose = run({"check", "--verbose", "--lang", "en", "examples/sums-2023.txt", "examples/structure-2023.txt"});
    CHECK(has(verbose.err, "examples/sums-2023.txt: 云岭市林业局 · 2023 · 主动公开 (cn-disclosure-2021), 申请"));
    CHECK(has(verbose.err, "examples/structure-2023.txt: "));
    CHECK(has(run({"read", "-v", "examples/sums-2023.txt"}).err, "正文"));
}

TEST_CASE("colours are for a terminal alone") {
    const std::string esc = "\x1b[";
    CHECK_FALSE(has(run({"check", "examples/sums-2023.txt"}).out, esc));
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    gouji::Streams streams{in, out, err, GOUJI_PROGRAM, true, true};
    const char* words[] = {"gouji", "check", "examples/sums-2023.txt"};
    CHECK(gouji::run_program(3, words, streams) == 1);
    CHECK(has(out.str(), esc + "31m错误" + esc + "0m"));
    // What is coloured says the same without.
    std::string plain;
    const std::string coloured = out.str();
    for (std::size_t at = 0; at < coloured.size(); ++at) {
        if (coloured.compare(at, 2, esc) == 0) at = coloured.find('m', at);
        else plain += coloured[at];
    }
    CHECK(plain == run({"check", "examples/sums-2023.txt"}).out);
}

TEST_CASE("progress: a line that is gone when the run ends") {
    std::ostringstream out;
    {
        gouji::Progress progress(&out, "read", 3);
        progress.step();
        CHECK(out.str().empty());
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
        progress.step();
        CHECK(has(out.str(), "2/3"));
    }
    CHECK(out.str().ends_with("\r\x1b[K"));
    gouji::Progress none(nullptr, "", 3);
    none.step();
}

TEST_CASE("completions and manual: made from the parser, for every command and option") {
    const auto usage = gouji::usage(gouji::Language::en);
    std::vector<std::string> texts;
    for (const std::string& shell : gouji::shell_names()) texts.push_back(run({"completion", shell}).out);
    texts.push_back(run({"manual", "--lang", "en"}).out);
    for (const auto& text : texts) {
        for (const auto& command : usage.commands) {
            CHECK_MESSAGE(has(text, command.name), command.name);
            for (const auto& option : command.options) {
                for (const std::string& name : option.names) {
                    const std::string bare = name.substr(name.find_first_not_of('-'));
                    CHECK_MESSAGE((has(text, bare) || has(text, "fail\\-on")), name);
                }
                for (const std::string& word : option.words) {
                    if (&text != &texts.back()) CHECK_MESSAGE(has(text, word), word);
                }
            }
        }
    }
    CHECK(has(texts.back(), ".TH GOUJI 1"));
    CHECK(has(run({"manual"}).out, "退出码"));
}
