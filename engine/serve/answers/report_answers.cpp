// SPDX-License-Identifier: Apache-2.0
// One report: what was read and found, and its original.
#include "engine/check/linked/link.hpp"
#include "engine/files/other_program.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/mark_page.hpp"
#include "engine/serve/private_answers.hpp"
#include "reports/rules/rule_explanation.hpp"

#include <charconv>
#include <optional>

namespace gouji {
namespace {

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t number = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return !text.empty() && read.ptr == end && read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

/// Nothing that a report contains may run or load anything, wherever it is shown.
constexpr std::string_view locked_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

Answer refuse_picture(const Words& why, Language language) {
    return refuse(503, {diagnose(serve_codes::no_picture, {{"why", why}})}, language);
}

}  // namespace

Answer answer_show(Workbench& bench, const Request& request, const PathParts& parts) {
    const auto report = bench.open(parts[0]);
    if (!report) return not_there(parts[0], request.language());
    const ShownReport shown{&report->listed, report->checked ? &*report->checked : nullptr, report->original};
    return {.body = render_shown(shown, request.language())};
}

Answer answer_findings(Workbench& bench, const Request& request, const PathParts& parts) {
    const auto report = bench.open(parts[0]);
    if (!report || !report->checked) return not_there(parts[0], request.language());
    return {.body = render_findings(*report->checked, request.value("all") == "true", request.language())};
}

Answer answer_text(Workbench& bench, const Request& request, const PathParts& parts) {
    const auto report = bench.open(parts[0]);
    const auto text = bench.text_of(parts[0]);
    if (!report || !text) return not_there(parts[0], request.language());
    return {.body = render_text_with_marks(*text, report->checked ? &*report->checked : nullptr, request.language())};
}

Answer answer_page(Workbench& bench, const Request& request, const PathParts& parts) {
    const auto report = bench.open(parts[0]);
    const auto bytes = bench.bytes_of(parts[0]);
    if (!report || !bytes) return not_there(parts[0], request.language());
    if (report->original != Original::page) return refuse(404, {diagnose(serve_codes::not_shown)}, request.language());
    const Span span{number_in(request.value("start")).value_or(0), number_in(request.value("end")).value_or(0)};
    Answer made{.type = "text/html", .body = mark_page(*bytes, span)};
    made.headers.emplace_back("Content-Security-Policy", locked_policy);
    return made;
}

Answer answer_picture(Workbench& bench, const Request& request, const PathParts& parts) {
    const auto report = bench.open(parts[0]);
    const auto bytes = bench.bytes_of(parts[0]);
    const auto page = number_in(parts[1]);
    if (!report || !bytes || !page || *page == 0) return not_there(parts[0], request.language());
    if (report->original != Original::pictures)
        return refuse(404, {diagnose(serve_codes::not_shown)}, request.language());
    constexpr ProgramLimits limits{std::size_t{1} << 30U, 20};
    const std::string number = std::to_string(*page);
    const Conversions::Turn turn(bench.conversions(), request.remote);
    ProgramRun ran =
        run_program({"pdftoppm", "-png", "-r", "108", "-f", number, "-l", number, "/dev/stdin"}, *bytes, limits);
    if (ran.exit == ProgramRun::not_found)
        return refuse_picture({"没有 pdftoppm", "pdftoppm is not installed"}, request.language());
    // Of a page that is not there it makes nothing.
    if (ran.exit == 0 && ran.output.empty()) return not_there(parts[1], request.language());
    if (ran.exit != 0 || ran.cut)
        return refuse_picture({"文件损坏或太大", "the file is damaged or too large"}, request.language());
    return {.type = "image/png", .body = std::move(ran.output)};
}

Answer answer_file(Workbench& bench, const Request& request, const PathParts& parts) {
    auto bytes = bench.bytes_of(parts[0]);
    if (!bytes) return not_there(parts[0], request.language());
    Answer made{.type = "application/octet-stream", .body = std::move(*bytes)};
    made.headers.emplace_back("Content-Disposition", "attachment");
    return made;
}

Answer answer_explanation(Workbench& bench, const Request& request, const PathParts& parts) {
    auto report = bench.open(parts[0]);
    if (!report || !report->checked) return not_there(parts[0], request.language());
    const std::string id = request.value("rule");
    const BenchRules::Found rule = report->rules->rule(id);
    if (rule.entries.empty()) return not_there(id, request.language());
    std::vector<ExplainedFiling> filings;
    bench.explain(*report, [&](const Case& asked) {
        const CheckedFiling& checked = *report->checked;
        filings.push_back({checked.filing.file, checked.shown.text, checked.shown.starts,
            explain_rule(asked, report->rules->catalogue, rule.first), checked.filing.unread});
    });
    return {.body = render_explanation(rule.entries, filings, true, RulesFormat::json, request.language())};
}

}  // namespace gouji
