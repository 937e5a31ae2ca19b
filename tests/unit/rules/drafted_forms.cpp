// SPDX-License-Identifier: Apache-2.0
// Forms drafted from reports: each passes lint as it is, and reads its own report like the form that was
// written by hand.
#include "engine/cli/codes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

/// Figures of the tables that `gouji read` shows, in order of their digits.
std::vector<std::string> figures_of(const std::string& shown) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < shown.size();) {
        const std::size_t end = std::min(shown.find_first_of(" \n", at), shown.size());
        const std::string word = shown.substr(at, end - at);
        if (has(word, ".") && word.find_first_not_of("-.0123456789") == std::string::npos) all.push_back(word);
        at = end + 1;
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("drafts: a form made of a report passes lint, and reads the figures that the shipped form reads") {
    const Folder folder("drafts");
    const std::string form = folder.path() + "/draft.yaml";
    for (const std::string report :
        {"examples/final-accounts/clean-2023.html", "examples/final-accounts/clean-2023.xlsx",
            "examples/final-accounts/wrong-2023.txt", "examples/small-business/sheet-2023.txt"}) {
        CAPTURE(report);
        for (const std::string language : {"zh", "en"}) {
            const auto drafted = run({"forms", "draft", "--lang", language, report, "-o", form});
            CHECK(drafted.exit == 0);
            CHECK(drafted.err.empty());
            const auto linted = run({"rules", "lint", form});
            CHECK(linted.exit == 0);
            CHECK(linted.out.empty());
        }
        const auto by_hand = figures_of(run({"read", report}).out);
        const auto by_draft = run({"read", "--rules", form, report});
        CHECK(has(by_draft.out, "my-reports"));
        CHECK(by_hand.size() > 30);
        CHECK(figures_of(by_draft.out) == by_hand);
    }
}

TEST_CASE("drafts: what a report does not print is told, and nothing is guessed") {
    const Folder folder("drafts-of-little");
    const auto prose = run({"forms", "draft", folder.put("a.txt", "某局2023年总结\n\n全年收到申请12件。\n")});
    CHECK(prose.exit == 2);
    CHECK(prose.out.empty());
    CHECK(has(prose.err, cli_codes::nothing_to_draft.id));
    // No title and no caption.
    const auto bare =
        run({"forms", "draft", folder.put("b.txt", "| 项目 | 件数 |\n|---|---|\n| 甲 | 3 |\n| 乙 | 4 |\n")});
    CHECK(bare.exit == 0);
    CHECK(has(bare.out, "# 没有看到带年份的标题"));
    CHECK(has(bare.out, "# 这张表上方没有名称"));
    CHECK_FALSE(has(bare.out, "captions"));
    CHECK(has(bare.out, "- 甲\n"));
    CHECK(run({"forms", "draft", folder.path() + "/none.txt"}).exit == 2);
    CHECK(run({"forms", "draft"}).exit == 2);
    CHECK(run({"forms"}).exit == 2);
}

TEST_CASE("drafts: signs of the pattern language and odd names do not break the file") {
    const Folder folder("drafts-odd");
    const std::string report =
        "松原县水利局2023年度水费表\n\n水费[一览]表\n\n| 项目 | 金额(元)|数{量} | \"比\"率% |\n|---|---|---|---|\n"
        "| 甲<乙>: | 3.50 | 1 | 2% |\n| 甲|乙 | 4.50 | 2 | 3% |\n| 2023 | 4.50 | 2 | 3% |\n| … | 1.00 | 2 | 3% |\n"
        "| 甲乙 | 4.50 | 2 | 3% |\n";
    const std::string form = folder.path() + "/draft.yaml";
    const auto drafted = run({"forms", "draft", folder.put("a.txt", report), "-o", form});
    REQUIRE(drafted.exit == 0);
    CHECK(run({"rules", "lint", form}).exit == 0);
}

TEST_CASE("read --text: what the grammar reads, of each file below its name") {
    const Folder folder("texts");
    const std::string page =
        folder.put("a.html", "<table><tr><td>甲</td><td></td><td>３</td></tr></table><p>某局。</p>");
    const std::string text = folder.put("b.txt", "乙\n");
    const auto one = run({"read", "--text", page});
    CHECK(one.exit == 0);
    CHECK(has(one.out, "| 甲 |  | 3 |"));
    CHECK_FALSE(has(one.out, "=="));
    const auto two = run({"read", "--text", page, text, folder.path() + "/none.txt"});
    CHECK(two.exit == 2);
    CHECK(two.out.find("== " + page + "\n") == 0);
    CHECK(has(two.out, "\n== " + text + "\n\n乙\n"));
    CHECK(run({"check", "--text", page}).exit == 2);
}
