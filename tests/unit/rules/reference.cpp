// SPDX-License-Identifier: Apache-2.0
// docs/reference.md is made from the tables of the program; a table that changes without its page fails here.
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/known_codes.hpp"
#include "engine/language/domains.hpp"
#include "engine/language/functions/functions.hpp"
#include "engine/rules/keys.hpp"
#include "engine/source/readers/readers.hpp"
#include "reports/report.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace gouji;

namespace {

std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

class Page {
public:
    void heading(std::string_view title, std::string_view first) {
        text_ += "\n## " + std::string(title) + "\n\n| " + std::string(first) + " | | 中文 |\n|---|---|---|\n";
    }
    void row(std::string_view name, std::string_view en, std::string_view zh) {
        text_ += "| `" + cell(name) + "` | " + cell(en) + " | " + cell(zh) + " |\n";
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_ =
        "# Reference\n\nMade from the tables of the program by its tests (`GOUJI_REWRITE_GOLDENS=1`); do not edit by "
        "hand.\n";
};

void add_keys(Page& page) {
    for (const KeyTable& table : key_tables()) {
        page.heading("Keys of " + std::string(table.en) + "（" + std::string(table.zh) + "）", "key");
        for (const Key& key : table.keys)
            page.row(key.name, std::string(key.needed ? "**needed** " : "") + std::string(key.en), key.zh);
    }
    for (const WordTable& table : word_tables()) {
        if (table.name == "missing") continue;  // the same words as policy
        page.heading("Words of " + std::string(table.name), "word");
        for (const auto& word : table.words) page.row(word.word, word.en, word.zh);
    }
}

/// Options as the parser itself knows them, each once.
void add_options(Page& page) {
    page.heading("Options", "option");
    const Usage en = usage(Language::en);
    const Usage zh = usage(Language::zh);
    std::set<std::string> seen;
    for (std::size_t c = 0; c < en.commands.size(); ++c) {
        for (std::size_t o = 0; o < en.commands[c].options.size(); ++o) {
            const auto& option = en.commands[c].options[o];
            std::string names;
            for (const std::string& one : option.names) names += (names.empty() ? "" : ", ") + one;
            // Which formats there are differs between commands, and is the next table.
            if (names.empty() || names == "--format" || !seen.insert(names).second) continue;
            page.row(names, option.description, zh.commands[c].options[o].description);
        }
    }
}

void add_codes(Page& page) {
    const std::vector<Code> codes = known_codes();
    for (std::size_t i = 0; i + 1 < codes.size(); ++i) CHECK(codes[i].id != codes[i + 1].id);
    page.heading("Diagnostics", "code");
    for (const Code& one : codes) {
        const bool near = one.help_en == "{near}";
        page.row(one.id,
            std::string(one.en) + " " + std::string(near ? "The nearest known name is shown." : one.help_en),
            std::string(one.zh) + std::string(near ? "并指出最接近的名称。" : one.help_zh));
    }
}

}  // namespace

TEST_CASE("reference: the page is made from the tables") {
    Page page;
    page.heading("Functions", "function");
    for (const auto& one : functions()) page.row(one.signature, one.en, one.zh);
    page.heading("Domains of `for`, all, any, none, count, sum", "domain");
    for (const auto& one : domains()) page.row(one.signature, one.en, one.zh);
    add_keys(page);
    page.heading("Commands", "command");
    for (const auto& one : commands()) page.row("gouji " + std::string(one.name), one.en, one.zh);
    for (const auto& command : commands()) {
        for (const auto& one : command.subcommands) {
            page.row("gouji " + std::string(command.name) + " " + std::string(one.name), one.en, one.zh);
        }
    }
    add_options(page);
    page.heading("Input formats", "reader");
    for (const auto& one : readers()) page.row(one.name, one.en, one.zh);
    page.heading("Output formats", "format");
    for (const auto& one : formats()) page.row(one.name, one.en, one.zh);
    add_codes(page);
    gouji::test::check_golden("../../docs/reference.md", page.take());
}
