// SPDX-License-Identifier: Apache-2.0
// docs/codes says of every code what it means and what to do, with a file that provokes it; so does `gouji explain`.
#include "engine/cli/known_codes.hpp"
#include "reports/rules/code_page.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>

using namespace gouji;
using gouji::test::has;
using gouji::test::run;

namespace {

struct WrongFile {
    std::string content;  ///< without what it expects
    std::vector<std::string> codes;
};

/// The files that lint must find wrong: `# expect: code line:col` names each mistake.
std::vector<WrongFile> wrong_files() {
    std::vector<std::filesystem::path> paths;
    for (const auto& one : std::filesystem::directory_iterator("tests/lint")) {
        if (one.path().extension() == ".yaml") paths.push_back(one.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<WrongFile> files;
    for (const auto& path : paths) {
        WrongFile& file = files.emplace_back();
        std::istringstream in(gouji::test::read_file(path));
        for (std::string line; std::getline(in, line);) {
            const std::string mark = "# expect: ";
            if (line.starts_with(mark))
                file.codes.push_back(line.substr(mark.size(), line.find(' ', mark.size()) - mark.size()));
            else if (!line.starts_with("# SPDX")) file.content += line + "\n";
        }
    }
    return files;
}

}  // namespace

TEST_CASE("golden: the pages of the codes are made from the tables and the wrong files") {
    const std::vector<Code> codes = known_codes();
    const std::vector<WrongFile> files = wrong_files();
    std::vector<CodeExample> examples;
    for (const WrongFile& file : files) {
        // A file with several mistakes shows none of them well.
        if (file.codes.size() == 1) examples.push_back({file.codes.front(), file.content});
    }
    CHECK(examples.size() > 50);
    gouji::test::check_golden("../../docs/codes.zh.md", render_code_page(codes, examples, Language::zh));
    gouji::test::check_golden("../../docs/codes.en.md", render_code_page(codes, examples, Language::en));
}

TEST_CASE("explain: a code is explained as a rule is, in both languages") {
    const auto zh = run({"explain", "comma-in-formula"});
    CHECK(zh.exit == 0);
    CHECK(zh.out.starts_with("comma-in-formula  "));
    const auto en = run({"explain", "--lang", "en", "file-unreadable"});
    CHECK(has(en.out, "The file cannot be read"));
    CHECK(has(en.out, "Check the path and its permissions."));
    CHECK(has(run({"explain", "--format", "json", "--lang", "en", "file-unreadable"}).out, "\"severity\": \"error\""));
    for (const Code& one : known_codes()) CHECK(run({"explain", std::string(one.id)}).exit == 0);
    const auto unknown = run({"explain", "file-unreadabel"});
    CHECK(unknown.exit == 2);
    CHECK(has(unknown.err, "file-unreadable"));
}
