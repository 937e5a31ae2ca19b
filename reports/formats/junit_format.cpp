// SPDX-License-Identifier: Apache-2.0
// JUnit XML: a suite for each filing, a case for each instance that failed, and one for all others of a rule with the
// same outcome and reason. A finding fails, what is undecided or waived is skipped, a file that could not be read is an
// error: nothing that was not verified looks like a pass. With --all each instance has its case.
#include "engine/base/origin.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plain_names.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

namespace gouji {
namespace {

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\n': escaped += "&#10;"; break;
            default: escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return escaped;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + xml_escaped(value) + "\"";
}

bool is_failure(const Verdict& verdict) { return verdict.outcome == Outcome::fail; }
bool is_mistake(const Verdict& verdict) { return verdict.outcome == Outcome::error; }
bool is_skipped(const Verdict& verdict) {
    return verdict.outcome == Outcome::undecided || verdict.outcome == Outcome::waived
        || verdict.outcome == Outcome::assumed;
}

bool has_own_case(const Verdict& verdict) {
    return is_failure(verdict) || is_mistake(verdict) || verdict.outcome == Outcome::waived;
}

/// The sum that failed, and for the verdict that speaks for a finding its causes.
std::string failure_text(const Judgement& judgement, const Verdict& verdict, Language language) {
    std::vector<std::string> lines = plain_sum(verdict.written, verdict.at, language);
    for (const Finding& finding : judgement.findings) {
        if (&verdict_of(judgement, finding) != &verdict) continue;
        for (std::string& cause : describe_causes(finding, verdict.at, {language})) lines.push_back(std::move(cause));
    }
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::string junit_case(const Judgement& judgement, const Verdict& verdict, const ReportOptions& options) {
    const Language language = options.language;
    // A case that stands for others as well has no place.
    const std::string place = !options.all && !has_own_case(verdict) ? "" : place_words(verdict.at, language);
    const std::string begin = "  <testcase" + attribute("classname", verdict.rule->id)
        + attribute("name", verdict.rule->title.in(language) + (place.empty() ? "" : " [" + place + "]"));
    if (verdict.outcome == Outcome::pass) return begin + "/>\n";
    if (is_failure(verdict))
        return begin + ">\n   <failure" + attribute("message", verdict.message.in(language))
            + attribute("type", name_of(verdict.severity)) + ">"
            + xml_escaped(failure_text(judgement, verdict, language)) + "</failure>\n  </testcase>\n";
    const std::string why = outcome_word(verdict.outcome, language) + ": " + verdict.why.in(language);
    return begin + ">\n   <" + (is_mistake(verdict) ? "error" : "skipped") + attribute("message", why)
        + "/>\n  </testcase>\n";
}

/// The verdicts that have a case: all that apply, or else what failed and one of each outcome and reason of a rule.
std::vector<const Verdict*> cases_of(const Judgement& judgement, bool all) {
    std::set<std::tuple<std::string_view, Outcome, std::string_view>> told;
    std::vector<const Verdict*> cases;
    for (const Verdict& one : judgement.verdicts) {
        if (one.outcome == Outcome::not_applicable) continue;
        if (all || has_own_case(one) || told.insert({one.rule->id, one.outcome, one.why.zh}).second)
            cases.push_back(&one);
    }
    return cases;
}

std::string junit_suite(const CheckedFiling& checked, const ReportOptions& options) {
    const std::vector<const Verdict*> cases = cases_of(checked.judgement, options.all);
    const auto count = [&](auto is) {
        return std::to_string(std::count_if(cases.begin(), cases.end(), [&](const Verdict* one) { return is(*one); }));
    };
    std::string out = " <testsuite" + attribute("name", checked.filing.file)
        + attribute("tests", std::to_string(cases.size())) + attribute("failures", count(is_failure))
        + attribute("errors", count(is_mistake)) + attribute("skipped", count(is_skipped)) + ">\n";
    for (const Verdict* one : cases) out += junit_case(checked.judgement, *one, options);
    return out + " </testsuite>\n";
}

std::string unread_suite(const Diagnostic& diagnostic, Language language) {
    return " <testsuite" + attribute("name", diagnostic.file) + attribute("tests", "1") + attribute("failures", "0")
        + attribute("errors", "1") + attribute("skipped", "0") + ">\n  <testcase"
        + attribute("classname", diagnostic.code) + attribute("name", diagnostic.file) + ">\n   <error"
        + attribute("message", diagnostic.message.in(language)) + "/>\n  </testcase>\n </testsuite>\n";
}

std::string head(const ReportOptions&) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::string(origin::junit_mark) + "\n";
}

std::string tail(const FinishedRun& run, const ReportOptions& options) {
    std::string out;
    for (const Diagnostic& diagnostic : run.diagnostics) {
        if (diagnostic.severity == Severity::error) out += unread_suite(diagnostic, options.language);
    }
    return out + "</testsuites>\n";
}

constexpr TextParts parts = {.head = head, .filing = junit_suite, .tail = tail};

}  // namespace

extern const ReportFormat junit_format = {"junit", "供持续集成读取的 JUnit XML", "JUnit XML for continuous integration",
    {.begin = begin_text_parts<parts>}, {}};

}  // namespace gouji
