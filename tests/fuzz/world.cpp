// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/world.hpp"

#include "engine/base/utf8.hpp"
#include "engine/check/causes/cause.hpp"
#include "engine/api/gouji.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/verdicts/explain.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/linked/link.hpp"
#include "engine/source/readers/readers.hpp"
#include "engine/store/encode.hpp"
#include "grammar/filing/read_filing.hpp"
#include "reports/report.hpp"
#include "tests/corpus/files.hpp"
#include "tests/corpus/layouts.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

namespace gouji::fuzz {
namespace {

namespace fs = std::filesystem;

void render_all(const Report& report) {
    for (const ReportFormat& one : formats()) {
        // A workbook is written through a file in memory, which is slow, and has a test of its own.
        if (one.name == "xlsx") continue;
        for (const Rendering* rendering : {&one.check, &one.read}) {
            if (!rendering->begin) continue;
            const std::string made = render(*rendering, report, {Language::en, true});
            hold(made.starts_with("PK\x03\x04") || utf8::is_valid(made), "what is written is UTF-8, or a package");
        }
    }
}

}  // namespace

void hold(bool truth, std::string_view what) {
    if (truth) return;
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

const Catalogue& shipped() {
    static const Result<Catalogue> loaded = load_catalogue(corpus::rule_files(fs::path(GOUJI_ROOT) / "rules"));
    hold(loaded.value.has_value(), "the shipped rules load");
    return *loaded;
}

std::string_view small_form() {
    return R"(form: small
family: small
years: 2020..
title: [ "{机关}{年份}年报" ]
units: [ 件 ]
sections:
  - 甲: 一、甲
  - 乙: 二、乙
tables:
  - table: 表
    section: 甲
    columns: [ 左, 右, { 合: 合计 } ]
    rows:
      - 一: "1.[第]一行"
      - 二: 二行
      - 三: (三|叁)行
relations:
  - id: across
    for: r in rows(表)
    check: 表[r, 左] + 表[r, 右] == 表[r, 合]
mentions:
  - fact: 收
    kind: 件数
    phrases: [ "收到{件数}" ]
)";
}

std::string_view small_report() {
    return "某县某局2022年报\n一、甲\n一行 1 2 3\n二行 4 5 9\n三行 5 7 12\n二、乙\n本年收到12件，另有3件。\n";
}

void follow(const Result<Text>& text, std::string_view bytes, const Catalogue& catalogue) {
    if (!text) return hold(!text.diagnostics.empty(), "a refusal says why");
    const std::string_view characters = text->characters();
    hold(utf8::is_valid(characters), "characters are UTF-8");
    for (std::size_t at = 0; at < characters.size(); at += utf8::length(characters[at])) {
        const auto start = static_cast<std::uint32_t>(at);
        const Span from = text->source({start, start + static_cast<std::uint32_t>(utf8::length(characters[at]))});
        hold(from.start <= from.end && from.end <= std::max(bytes.size(), text->shown().text.size()),
            "characters come from the source");
    }
    auto filing = read_filing(*text, catalogue.editions, "file");
    if (!filing) return;
    choose_readings(*filing);
    const ReadFiling read{text->shown(), std::move(*filing)};
    const FilingEncoding encoding(catalogue);
    const std::string encoded = encoding.encode(read, {});
    auto again = encoding.decode_filing(encoded);
    hold(again.value.has_value(), "a reading comes back from its bytes");
    again->filing.file = "file";
    hold(encoding.encode(*again, {}) == encoded, "and is the same");
    CheckedFiling checked{std::move(again->shown), std::move(again->filing), {}};
    if (checked.shown.text.empty()) checked.shown.text = bytes;
    const Case given{&checked.filing};
    checked.judgement = judge(given, catalogue);
    find_causes(given, catalogue, checked.judgement);
    Report report;
    report.filings.push_back(std::move(checked));
    render_all(report);
}

namespace {

const Catalogue& suite_named(const char* suite) {
    static std::map<std::string, Result<Catalogue>> loaded;
    const auto [at, is_new] = loaded.try_emplace(suite);
    if (is_new) at->second = load_catalogue(corpus::rule_files(fs::path(GOUJI_ROOT) / "rules"), {false, suite});
    hold(at->second.value.has_value(), "the shipped suites load");
    return *at->second;
}

std::vector<ReadFiling> read_all(const std::vector<std::string>& reports, const Catalogue& catalogue) {
    std::vector<ReadFiling> filings;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        auto made = read({"report-" + std::to_string(i) + ".txt", reports[i]}, catalogue);
        hold(made.value.has_value() || !made.diagnostics.empty(), "a refusal says why");
        if (made) filings.push_back(std::move(*made.value));
    }
    return filings;
}

void explain_all(const std::vector<ReadFiling>& read, const Catalogue& catalogue) {
    std::vector<const ReadFiling*> filings;
    for (const ReadFiling& filing : read) filings.push_back(&filing);
    for (const auto& together : link_filings(filings, catalogue.organs).together) {
        for (const LinkedFilings::Linked& linked : together) {
            for (const auto& rules : catalogue.reported) explain_rule(linked.filings, catalogue, rules.first);
        }
    }
}

}  // namespace

void follow_together(const std::vector<std::string>& reports) {
    for (const char* suite : {"standard", "strict"}) {
        const Catalogue& catalogue = suite_named(suite);
        const Report report = check(read_all(reports, catalogue), catalogue);
        render_all(report);
    }
    // The strict suite has all rules.
    const Catalogue& all = suite_named("strict");
    explain_all(read_all(reports, all), all);
}

void judge_small(const Catalogue& catalogue) {
    const std::string bytes(small_report());
    follow(read_text({"small.txt", bytes}), bytes, catalogue);
}

std::vector<std::string> filings_ending(std::string_view ending) {
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    std::vector<std::string> made;
    for (const corpus::Layout& layout : corpus::layouts()) {
        if (layout.ending != ending) continue;
        made.push_back(layout.write(
            corpus::compose(form, corpus::make_figures(form, 3, 20), 1, {corpus::organ_named(1), 2022, 1})));
    }
    return made;
}

std::vector<std::string> files_below(std::string_view folder, std::string_view ending) {
    std::vector<std::string> made;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOUJI_ROOT) / folder)) {
        if (entry.is_regular_file() && entry.path().string().ends_with(ending))
            made.push_back(corpus::read_file(entry.path()));
    }
    return made;
}

}  // namespace gouji::fuzz
