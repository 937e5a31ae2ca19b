// SPDX-License-Identifier: Apache-2.0
// The same filing in every layout, format and encoding gives the same model. A cell may be open and say so; it is never
// wrong in silence.
#include "engine/check/readings/choose.hpp"
#include "engine/files/convert.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/grammar/tally.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

using namespace gouji;
using gouji::corpus::Document;
using gouji::test::Tally;
using gouji::test::compare;
using gouji::test::print;

namespace {

constexpr std::array<unsigned, 8> scales = {3, 8, 12, 60, 400, 5000, 90000, 700000};
constexpr unsigned sets = 24;

Document filing_for(unsigned seed) {
    const Form& form = gouji::test::shipped().form(seed % 3 == 2 ? "cn-disclosure-2019" : "cn-disclosure-2021")->form;
    return corpus::compose(form, corpus::make_figures(form, seed, scales[seed % scales.size()]), seed);
}

void check_model(const Document& document, const Filing& filing) {
    CHECK(filing.organ == document.organ);
    CHECK(filing.year == document.year);
    CHECK(filing.published == document.published);
    CHECK(filing.tables.size() == document.form->tables.size());
    std::vector<std::string> sections;
    for (const Section& one : filing.sections) {
        if (one.name != preamble_name) sections.push_back(one.name);
    }
    std::vector<std::string> wanted;
    for (const SectionForm& one : document.form->sections) wanted.push_back(one.name);
    CHECK(sections == wanted);
    const auto received = std::find_if(
        filing.mentions.begin(), filing.mentions.end(), [](const Mention& one) { return one.form->fact == "受理"; });
    CHECK(received != filing.mentions.end());
    if (received != filing.mentions.end())
        CHECK(received->fields.front().value == document.figures.at(*document.form->table("申请"), 0, 6));
}

Tally read_and_compare(const Source& source, const Document& document, bool zeros_empty = false) {
    const Result<Text> text = read_text(source);
    CHECK(text);
    if (!text) return {};
    Result<Filing> filing = read_filing(*text, gouji::test::shipped().editions, source.name);
    CHECK(filing);
    if (!filing) return {};
    choose_readings(*filing);
    check_model(document, *filing);
    return compare(document, *filing, zeros_empty);
}

}  // namespace

TEST_CASE("layouts: one filing in each of them is the same model") {
    Tally all;
    Tally joined;
    for (const corpus::Layout& layout : corpus::layouts()) {
        Tally tally;
        for (unsigned seed = 0; seed < sets; ++seed) {
            INFO(layout.name, ", set ", seed);
            const Document document = filing_for(seed);
            tally.add(read_and_compare(
                {"a" + std::string(layout.ending), layout.write(document)}, document, layout.zeros_empty));
        }
        print(layout.name, tally);
        (layout.joined ? joined : all).add(tally);
    }
    print("all with their borders", all);
    print("all that run together", joined);
    CHECK(all.wrong == 0);
    CHECK(joined.wrong == 0);
    CHECK(all.right >= all.cells * 0.995);
    CHECK(joined.decided >= joined.tables * 0.97);
}

namespace {

/// What another program makes of our files, where it is installed; LibreOffice takes a folder at once, Chromium a page.
struct Through {
    std::string name;
    std::string layout;
    std::string program;
    std::string arguments;  ///< {in} and {out}: the files; {folder}
    std::string ending;
    bool at_once = false;
};

bool installed(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::string filled(std::string text, const std::string& name, const std::string& value) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name))
        text.replace(at, name.size(), value);
    return text;
}

const std::string office = "soffice -env:UserInstallation=file://{folder}/profile --headless --convert-to ";
const std::string browser =
    "chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync "
    "--user-data-dir={folder}/profile --no-pdf-header-footer --print-to-pdf={out} file://{in}";

const std::array<Through, 6> others = {
    Through{"PDF by LibreOffice", "DOCX", "soffice", office + "pdf --outdir {folder} {folder}/*.docx", ".pdf", true},
    Through{"DOC by LibreOffice", "DOCX", "soffice", office + "doc --outdir {folder} {folder}/*.docx", ".doc", true},
    Through{"XLS by LibreOffice", "XLSX", "soffice", office + "xls --outdir {folder} {folder}/*.xlsx", ".xls", true},
    Through{"PDF by Chromium", "page: spans", "chromium", browser, ".pdf"},
    Through{"PDF by Chromium, saved from a word processor", "page: saved from a word processor", "chromium", browser,
        ".pdf"},
    Through{"PDF by Chromium, laid out by tables", "page: laid out by tables", "chromium", browser, ".pdf"},
};

}  // namespace

TEST_CASE("layouts: through other programs the model is the same") {
    if (!installed("pdftotext")) return;
    Tally all;
    for (const Through& one : others) {
        if (!installed(one.program)) {
            std::printf("%-56s skipped: %s is not installed\n", one.name.c_str(), one.program.c_str());
            continue;
        }
        const gouji::test::Folder folder("layouts-" + std::to_string(&one - others.data()));
        const corpus::Layout& layout = *corpus::layout_named(one.layout);
        const auto convert_with = [&](const std::string& in, const std::string& out) {
            const std::string line =
                filled(filled(filled(one.arguments, "{folder}", folder.path()), "{in}", in), "{out}", out);
            CHECK(std::system((line + " >/dev/null 2>&1").c_str()) == 0);
        };
        std::vector<std::string> names;
        for (unsigned seed = 0; seed < sets; ++seed)
            names.push_back(
                folder.put("f" + std::to_string(seed) + std::string(layout.ending), layout.write(filing_for(seed))));
        if (one.at_once) convert_with({}, {});
        Tally tally;
        for (unsigned seed = 0; seed < sets; ++seed) {
            const std::string made = folder.path() + "/f" + std::to_string(seed) + one.ending;
            INFO(one.name, ", set ", seed);
            if (!one.at_once) convert_with(names[seed], made);
            Source source{made, gouji::test::read_file(made)};
            if (needs_converter(source)) {
                Result<Source> converted = convert(source);
                CHECK(converted);
                if (!converted) continue;
                source = std::move(*converted);
            }
            tally.add(read_and_compare(source, filing_for(seed)));
        }
        print(one.name, tally);
        all.add(tally);
    }
    print("all through other programs", all);
    CHECK(all.wrong == 0);
    CHECK(all.right >= all.cells * 0.995);
}
