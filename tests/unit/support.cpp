// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/support.hpp"

#include "tests/corpus/files.hpp"

#include "engine/check/readings/choose.hpp"
#include "engine/cli/run_program.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace gouji::test {

namespace fs = std::filesystem;

Text text_of(std::string_view bytes) {
    auto read = read_plain({"test", std::string(bytes)});
    return read ? std::move(*read) : Text();
}

std::vector<RuleFile> shipped_files() { return corpus::rule_files(fs::path(GOUJI_ROOT) / "rules"); }

const Catalogue& shipped() {
    static const Result<Catalogue> loaded = [] {
        auto made = load_catalogue(shipped_files());
        if (!made) return made;
        for (Edition& one : made->editions) one.keeps_words = true;  // tests look at them
        return made;
    }();
    REQUIRE(loaded);
    return *loaded;
}

Filing filing_of(std::string_view bytes) {
    auto filing = read_filing(text_of(bytes), shipped().editions, "test");
    REQUIRE(filing);
    choose_readings(*filing);
    return std::move(*filing);
}

std::string value(const Filing& filing, std::string_view table, std::string_view row, std::string_view column) {
    const Table* found = filing.table(table);
    REQUIRE(found);
    const int r = found->layout->rows.node(std::get<int>(found->layout->rows.find(row))).leaf;
    const int c = found->layout->columns.node(std::get<int>(found->layout->columns.find(column))).leaf;
    const Cell& cell = found->cell(found->layout->cell(r, c));
    return cell.presence == Presence::number ? cell.value.to_string() + cell.unit.get()
                                             : std::string(name_of(cell.presence));
}

Ran run(std::vector<std::string> arguments, std::string_view input) {
    arguments.insert(arguments.begin(), "gouji");
    std::vector<const char*> argv;
    for (const auto& one : arguments) argv.push_back(one.c_str());
    std::istringstream in{std::string(input)};
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{in, out, err, GOUJI_PROGRAM};
    Ran ran;
    ran.exit = run_program(static_cast<int>(argv.size()), argv.data(), streams);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

std::string read_file(const fs::path& path) { return corpus::read_file(path); }

std::vector<std::string> blocks_of(const std::string& page, const std::string& language) {
    const std::string open = "```" + language + "\n";
    std::vector<std::string> blocks;
    for (std::size_t at = 0; (at = page.find(open, at)) != std::string::npos;) {
        at += open.size();
        const std::size_t end = page.find("```", at);
        blocks.push_back(page.substr(at, end - at));
        at = end;
    }
    return blocks;
}

std::vector<std::string> sample_texts() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator("examples")) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void check_golden(const std::string& name, const std::string& actual) {
    const fs::path path = fs::path(GOUJI_ROOT) / "tests" / "golden" / name;
    if (const char* rewrite = std::getenv("GOUJI_REWRITE_GOLDENS"); rewrite && std::string_view(rewrite) == "1") {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    INFO("golden: ", name, "; GOUJI_REWRITE_GOLDENS=1 writes it anew");
    CHECK(actual == read_file(path));
}

Stub::Stub(const std::string& name, const std::string& script) : folder_("stub-" + name), path_(std::getenv("PATH")) {
    const std::string file = folder_.put(name, "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    setenv("PATH", (folder_.path() + ":" + path_).c_str(), 1);
}

Stub::~Stub() { setenv("PATH", path_.c_str(), 1); }

}  // namespace gouji::test
