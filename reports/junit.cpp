// SPDX-License-Identifier: Apache-2.0
// JUnit XML: a suite for each filing, a case for each instance. A finding fails, what is undecided or waived is
// skipped, a file that could not be read is an error: nothing that was not verified looks like a pass.
#include "engine/base/origin.hpp"
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        switch (c) {
            case '&': made += "&amp;"; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            case '"': made += "&quot;"; break;
            case '\n': made += "&#10;"; break;
            default: made += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return made;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

}  // namespace

std::string render_check_junit(const Report& report, const ReportOptions& options) {
    const Language language = options.language;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::string(origin::junit_mark) + "\n";
    for (const CheckedFiling& checked : report.filings) {
        const auto& verdicts = checked.judgement.verdicts;
        const auto count = [&](auto is) { return std::to_string(std::count_if(verdicts.begin(), verdicts.end(), is)); };
        const auto is_skipped = [](const Verdict& one) {
            return one.outcome == Outcome::undecided || one.outcome == Outcome::waived
                || one.outcome == Outcome::assumed;
        };
        const auto is_case = [](const Verdict& one) { return one.outcome != Outcome::not_applicable; };
        out += " <testsuite" + attribute("name", checked.filing.file) + attribute("tests", count(is_case))
            + attribute("failures", count([](const Verdict& one) { return one.outcome == Outcome::fail; }))
            + attribute("errors", count([](const Verdict& one) { return one.outcome == Outcome::error; }))
            + attribute("skipped", count(is_skipped)) + ">\n";
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            const Verdict& one = verdicts[i];
            if (!is_case(one)) continue;
            const std::string place = tell_place(one.at, language);
            out += "  <testcase" + attribute("classname", one.rule->id)
                + attribute("name", one.rule->title.in(language) + (place.empty() ? "" : " [" + place + "]"));
            if (one.outcome == Outcome::pass) {
                out += "/>\n";
                continue;
            }
            const bool failed = one.outcome == Outcome::fail;
            const std::string why =
                failed ? one.message.in(language) : tell_outcome(one.outcome, language) + ": " + one.why.in(language);
            const std::string element = failed ? "failure" : one.outcome == Outcome::error ? "error" : "skipped";
            out += ">\n   <" + element + attribute("message", why);
            if (failed) {
                std::string text;
                for (const std::string& line : one.written) text += line + "\n";
                for (const Finding& finding : checked.judgement.findings) {
                    if (finding.told != i) continue;
                    for (const std::string& line : tell_causes(finding, language)) text += line + "\n";
                }
                out += attribute("type", name_of(one.severity)) + ">" + escaped(text) + "</failure>\n";
            } else {
                out += "/>\n";
            }
            out += "  </testcase>\n";
        }
        out += " </testsuite>\n";
    }
    for (const Diagnostic& one : report.diagnostics) {
        if (one.severity != Severity::error) continue;
        out += " <testsuite" + attribute("name", one.file) + attribute("tests", "1") + attribute("failures", "0")
            + attribute("errors", "1") + attribute("skipped", "0") + ">\n  <testcase" + attribute("classname", one.code)
            + attribute("name", one.file) + ">\n   <error" + attribute("message", one.message.in(language))
            + "/>\n  </testcase>\n </testsuite>\n";
    }
    return out + "</testsuites>\n";
}

}  // namespace gouji
