// SPDX-License-Identifier: Apache-2.0
// What a person at a terminal meets: help, mistakes in arguments, colours, progress, completions.
#include "engine/cli/progress.hpp"
#include "engine/cli/run_program.hpp"
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

TEST_CASE("help: columns of Han characters are counted") {
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
    CHECK(has(run({"check", "no-such-file"}).err, "没有这个文件"));
    CHECK(has(run({"check", "--lang", "en", "no-such-file"}).err, "no such file"));
}

TEST_CASE("quiet, verbose, and a summary for whoever writes to a file") {
    const Folder folder("quiet");
    const std::string out = folder.path() + "/out.json";
    CHECK(has(run({"check", "--format", "json", "-o", out, "examples/sums-2023.txt"}).err, "共 1 份报告：2 个错误"));
    CHECK(run({"check", "--format", "json", "-q", "-o", out, "examples/sums-2023.txt"}).err.empty());
    CHECK(run({"check", "--format", "json", "examples/sums-2023.txt"}).err.empty());
    // Errors are told even so.
    CHECK(has(run({"check", "-q", "no-such-file"}).err, "file-unreadable"));
    const auto verbose =
        run({"check", "--verbose", "--lang", "en", "examples/sums-2023.txt", "examples/structure-2023.txt"});
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
