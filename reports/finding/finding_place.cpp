// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_finding_place.hpp"

#include "reports/finding/private_plain_names.hpp"

#include <utility>

namespace gouji {

TextPlace begin_of(const CheckedFiling& checked, const Places& places, const Finding& finding) {
    const Span span = span_of(checked.filing, verdict_of(checked.judgement, finding), &finding);
    return span.empty() ? TextPlace{1, 1} : places.begin_of(span);
}

std::vector<std::string> lines_of(const CheckedFiling& checked, const Finding& finding, Language language) {
    const Verdict& verdict = verdict_of(checked.judgement, finding);
    std::vector<std::string> lines;
    for (const std::size_t one : finding.explains)
        lines.push_back(checked.judgement.verdicts[one].message.in(language));
    for (std::string& line : plain_sum(verdict.written, verdict.at, language)) lines.push_back(std::move(line));
    for (std::string& cause : describe_causes(finding, verdict.at, {language})) lines.push_back(std::move(cause));
    return lines;
}

}  // namespace gouji
