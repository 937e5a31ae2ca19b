// SPDX-License-Identifier: Apache-2.0
// docs/glossary.md says what the program prints: verdicts, severities, missing figures, and the names in the code.
#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/rules/keys.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

using Row = std::vector<std::string>;

/// The rows of the table under a heading, without the head of the table.
std::vector<Row> rows_under(const std::string& page, const std::string& heading) {
    std::vector<Row> rows;
    const auto from = page.find("\n## " + heading + "\n");
    REQUIRE(from != std::string::npos);
    const std::string part = page.substr(from + 1, page.find("\n## ", from + 1) - from);
    for (std::size_t at = part.find("\n| "); at != std::string::npos; at = part.find("\n| ", at + 1)) {
        const std::string line = part.substr(at + 3, part.find(" |\n", at) - at - 3);
        Row& row = rows.emplace_back();
        for (std::size_t cell = 0; cell <= line.size();) {
            const std::size_t end = std::min(line.find(" | ", cell), line.size());
            row.push_back(line.substr(cell, end - cell));
            cell = end + 3;
        }
    }
    rows.erase(rows.begin());
    return rows;
}

std::string glossary() { return gouji::test::read_file(fs::path(GOUJI_ROOT) / "docs" / "glossary.md"); }

std::string_view first_words(std::string_view text) {
    return text.substr(0, std::min(text.find("，"), text.find("：")));
}

}  // namespace

TEST_CASE("glossary: verdicts have one word each, in rules, in results and on the page") {
    const auto rows = rows_under(glossary(), "Verdicts");
    REQUIRE(rows.size() == outcome_names.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(rows[i][0] == outcome_names[i]);
        CHECK(rows[i][1] == outcome_words[i].zh);
        for (const Key& key : key_table("expect").keys) {
            if (key.name == rows[i][0]) CHECK(first_words(key.zh) == rows[i][1]);
        }
    }
    // What a run prints at the end of each report: 核对：通过 105，不通过 4.
    std::set<std::string> printed;
    const std::string out = gouji::test::run({"check", "examples"}).out;
    constexpr std::string_view head = "核对：";
    for (std::size_t at = 0; (at = out.find(head, at)) != std::string::npos;) {
        at += head.size();
        for (const std::size_t end = std::min(out.find("。", at), out.find('\n', at)); at < end;) {
            printed.insert(out.substr(at, out.find(' ', at) - at));
            at = std::min(out.find("，", at), end) + std::string_view("，").size();
        }
    }
    CHECK(printed.size() >= 4);
    for (const std::string& word : printed) {
        INFO(word);
        CHECK(std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row[1] == word; }));
    }
}

TEST_CASE("glossary: severities and missing figures are those of the program") {
    const auto severities = rows_under(glossary(), "Severities");
    const auto known = word_table("severity").words;
    REQUIRE(severities.size() == known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        CHECK(severities[i][0] == known[i].word);
        CHECK(severities[i][1] == known[i].zh);
    }
    const auto missing = rows_under(glossary(), "Kinds of missing figures");
    const auto keys = key_table("missing").keys;
    REQUIRE(missing.size() == keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        CHECK(missing[i][0] == keys[i].name);
        CHECK(missing[i][1] == first_words(keys[i].zh));
        CHECK(name_of(static_cast<Presence>(i + 1)) == keys[i].name);
    }
}

TEST_CASE("glossary: the names in the code are there") {
    std::string headers;
    for (const char* folder : {"engine", "grammar", "reports"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOUJI_ROOT) / folder)) {
            if (entry.path().extension() == ".hpp") headers += gouji::test::read_file(entry.path());
        }
    }
    const auto rows = rows_under(glossary(), "Words of the program");
    CHECK(rows.size() >= 20);
    for (const Row& row : rows) {
        REQUIRE(row.size() == 4);
        if (row[2] == "–") continue;
        const std::string name = row[2].substr(1, row[2].size() - 2);
        INFO(name);
        const bool defined = gouji::test::has(headers, "\nstruct " + name + " ")
            || gouji::test::has(headers, "\nclass " + name + " ")
            || gouji::test::has(headers, "\nenum class " + name + " ");
        CHECK(defined);
    }
}
