// SPDX-License-Identifier: Apache-2.0
// What other programs call says what the program says, and the version stands in one place.
#include "engine/api/gouji.hpp"
#include "engine/base/calendar.hpp"
#include "engine/base/version.hpp"
#include "engine/rules/codes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gouji;
using gouji::test::run;
namespace fs = std::filesystem;

namespace {

/// The samples that need no converter.
std::vector<std::string> samples() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(GOUJI_ROOT) / "examples")) {
        if (entry.is_regular_file() && entry.path().extension() != ".yaml" && entry.path().extension() != ".pdf")
            names.push_back("examples/" + entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Report check_samples(const Catalogue& rules, const std::vector<std::string>& names) {
    std::vector<ReadFiling> filings;
    for (const std::string& name : names) {
        auto filing = read({name, gouji::test::read_file(name)}, rules);
        REQUIRE_MESSAGE(filing, name);
        filings.push_back(std::move(*filing));
    }
    return check(std::move(filings), rules);
}

}  // namespace

TEST_CASE("api: four calls make the bytes that the program writes, in every format") {
    const auto rules = load((fs::path(GOUJI_ROOT) / "rules").string());
    REQUIRE(rules);
    const auto names = samples();
    REQUIRE(names.size() >= 10);
    std::vector<std::vector<std::string>> runs = {names};
    for (const std::string& name : names) runs.push_back({name});
    for (const auto& files : runs) {
        const Report report = check_samples(*rules, files);
        CHECK(std::all_of(report.diagnostics.begin(), report.diagnostics.end(),
            [](const Diagnostic& one) { return one.code == "copies-same"; }));
        for (const ReportFormat& format : formats()) {
            if (files.size() == 1 && format.name != "json") continue;
            std::vector<std::string> arguments = {
                "check", "--all", "--lang", "en", "--format", std::string(format.name)};
            arguments.insert(arguments.end(), files.begin(), files.end());
            INFO(std::string(format.name), " ", files.front());
            CHECK(render(report, format.name, {Language::en, true}) == run(arguments).out);
        }
    }
    CHECK(render({}, "no such format", {}).empty());
}

TEST_CASE("api: what cannot be loaded or read is told") {
    const auto nowhere = load("there/are/no/rules");
    CHECK_FALSE(nowhere);
    REQUIRE(nowhere.diagnostics.size() == 1);
    CHECK(nowhere.diagnostics.front().severity == Severity::error);

    const auto wrong = load((fs::path(GOUJI_ROOT) / "tests" / "lint" / "ambiguous-name.yaml").string());
    CHECK_FALSE(wrong);
    CHECK(has_error(wrong.diagnostics));

    const auto rules = load((fs::path(GOUJI_ROOT) / "rules").string(), "tables-only");
    REQUIRE(rules);
    CHECK(rules->reported.size() < gouji::test::shipped().reported.size());
    const auto nothing = read({"picture.png", "\x89PNG\r\n"}, *rules);
    CHECK_FALSE(nothing);
    REQUIRE_FALSE(nothing.diagnostics.empty());
    CHECK(nothing.diagnostics.front().file == "picture.png");
}

TEST_CASE("api: waivers hold up to their day, and on no day that nobody named") {
    const std::string name = "examples/sums-2023.txt";
    const test::Folder folder("api-waivers");
    fs::copy(fs::path(GOUJI_ROOT) / "rules", fs::path(folder.path()) / "rules", fs::copy_options::recursive);
    folder.put("rules/waivers.yaml",
        test::run(
            {"baseline", "--reason", "r", "--approver", "a", "--today", "2026-01-01", "--expires", "2026-12-31", name})
            .out);
    const auto rules = load(folder.path() + "/rules");
    REQUIRE(rules);
    const auto waived = [&](std::optional<std::int64_t> today, std::string_view told) {
        std::vector<ReadFiling> filings;
        filings.push_back(std::move(*read({name, test::read_file(name)}, *rules)));
        const Report report = check(std::move(filings), *rules, today);
        CHECK(report.diagnostics.empty() == told.empty());
        for (const Diagnostic& one : report.diagnostics) CHECK(one.code == told);
        return report.filings.front().judgement.summary()[static_cast<std::size_t>(Outcome::waived)];
    };
    const auto last = parse_day("2026-12-31");
    CHECK(waived(last, "") == 4);
    CHECK(waived(*last + 1, "waiver-expired") == 0);
    CHECK(waived(std::nullopt, "waiver-undated") == 0);
}

TEST_CASE("version: one place has it, and the list of changes begins with it") {
    const std::string cmake = gouji::test::read_file(fs::path(GOUJI_ROOT) / "CMakeLists.txt");
    CHECK(cmake.find("VERSION " + std::string(version()) + " ") != std::string::npos);
    const std::string changes = gouji::test::read_file(fs::path(GOUJI_ROOT) / "CHANGELOG.md");
    const std::size_t first = changes.find("\n## ");
    REQUIRE(first != std::string::npos);
    CHECK(changes.substr(first + 4, version().size() + 1) == std::string(version()) + "\n");
    CHECK(run({"--version"}).out == "gouji " + std::string(version()) + "\n");
    CHECK(sources().size() == 64);
    CHECK(sources().find_first_not_of("0123456789abcdef") == std::string_view::npos);
}
