// SPDX-License-Identifier: Apache-2.0
#include "engine/api/gouji.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/check/causes/cause.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/decisions/decide.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/linked/link.hpp"
#include "engine/check/decisions/waive.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"

#include <cstddef>
#include <utility>

namespace gouji {

Result<Catalogue> load(const std::string& directory, const std::string& suite) {
    std::vector<Diagnostic> diagnostics;
    const auto files = find_rule_files(directory, true, diagnostics);
    Result<Catalogue> made;
    if (!has_error(diagnostics)) made = load_catalogue(files, {false, suite});
    append(diagnostics, std::move(made.diagnostics));
    made.diagnostics = std::move(diagnostics);
    return made;
}

Result<CheckedFiling> read(Source source, const Catalogue& catalogue) {
    Result<CheckedFiling> made;
    Result<Text> text = read_text(source);
    append(made.diagnostics, std::move(text.diagnostics));
    if (!text) return made;
    Result<Filing> filing = read_filing(*text, catalogue.editions, source.name);
    append(made.diagnostics, std::move(filing.diagnostics));
    if (!filing) return made;
    choose_readings(*filing);
    made.value = CheckedFiling{text->take_shown(), std::move(*filing), {}};
    if (made->shown.text.empty()) made->shown.text = std::move(source.bytes);
    return made;
}

Report check(std::vector<CheckedFiling> filings, const Catalogue& catalogue, std::optional<std::int64_t> today) {
    Report report;
    Linking linking(catalogue.organs);
    std::vector<const Filing*> given;
    std::vector<const Shown*> shown;
    for (CheckedFiling& one : filings) {
        linking.take_level(one.filing);
        given.push_back(&one.filing);
        shown.push_back(&one.shown);
    }
    LinkedFilings linked = link_filings(given, shown, catalogue.organs);
    report.diagnostics = std::move(linked.diagnostics);
    Waiving waiving(catalogue.waivers, today);
    Deciding deciding(catalogue.decisions);
    for (const auto& together : linked.judged) {
        std::vector<Judged> judged;
        for (const LinkedFilings::Judged& one : together) {
            CheckedFiling& checked = filings[one.number];
            checked.filing.copies = one.same;
            checked.judgement = judge(one.given, catalogue);
            waiving.apply(one.number, checked.filing, checked.judgement);
            find_causes(one.given, catalogue, checked.judgement);
            judged.push_back({one.number, &checked.filing, &checked.judgement});
        }
        deciding.apply(judged);
    }
    for (const auto& together : linked.judged) {
        for (const LinkedFilings::Judged& one : together) report.filings.push_back(std::move(filings[one.number]));
    }
    append(report.diagnostics, waiving.left());
    append(report.diagnostics, deciding.left());
    return report;
}

std::string render(const Report& report, std::string_view format, const ReportOptions& options) {
    const Format* found = format_named(format);
    return found ? render(found->check, report, options) : std::string();
}

}  // namespace gouji
