// SPDX-License-Identifier: Apache-2.0
// The page "your own kind of report in an hour", followed to the letter in both languages.
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace gouji;
using gouji::test::blocks_of;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::run;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (end > at) words.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace

TEST_CASE("own reports: the page does what it says, from the draft to the findings") {
    for (const std::string language : {"zh", "en"}) {
        CAPTURE(language);
        const std::string page = read_file(fs::path(GOUJI_ROOT) / "docs" / ("own-reports." + language + ".md"));
        const auto reports = blocks_of(page, "text");
        const auto files = blocks_of(page, "yaml");
        REQUIRE(reports.size() == 1);
        REQUIRE(files.size() == 4);
        const Folder folder("own-" + language);
        const std::string report = folder.put("report.txt", reports.front());
        // The commands in their order; what the page writes between them is saved where it says.
        std::vector<std::string> outputs;
        std::vector<int> exits;
        for (const std::string& block : blocks_of(page, "sh")) {
            for (std::size_t at = 0; at < block.size();) {
                const std::size_t end = block.find('\n', at);
                std::vector<std::string> words = words_of(block.substr(at, end - at));
                at = end + 1;
                if (words.front() == "mkdir") {
                    fs::create_directories(fs::path(folder.path()) / words.back());
                    continue;
                }
                REQUIRE(words.front() == "gouji");
                words.erase(words.begin());
                if (words.front() == "rules") {
                    folder.put("my/form.yaml", files[1]);
                    folder.put("my/words.yaml", files[2]);
                    if (outputs.size() > 3) folder.put("my/rules.yaml", files[3]);
                }
                for (std::string& word : words) {
                    if (word == "report.txt" || word == "my" || word.starts_with("my/"))
                        word = folder.path() + "/" + word;
                }
                const auto ran = run(words);
                outputs.push_back(ran.out);
                exits.push_back(ran.exit);
                if (words.front() == "forms") CHECK(read_file(folder.path() + "/my/form.yaml") == files[0]);
            }
        }
        REQUIRE(outputs.size() == 6);
        CHECK(exits == std::vector{0, 0, 0, 0, 0, 1});
        CHECK(has(outputs[0], "| 01 | 总馆 | 20100 | 19800 | 45000 |"));
        CHECK(outputs[2].empty());
        CHECK_FALSE(has(outputs[3], "<unreadable>"));
        CHECK(has(outputs[3], "分馆外借[03 流动车]: 册次 8300册次, 占比 20.7%"));
        CHECK(has(outputs[5], language == "zh" ? "2 个错误" : "2 errors"));
        CHECK(has(outputs[5], "83,100"));
        CHECK(has(outputs[5], "8,300"));
    }
}
