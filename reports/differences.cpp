// SPDX-License-Identifier: Apache-2.0
// How two runs differ, for a person and for a program.
#include "engine/base/version.hpp"
#include "reports/past.hpp"
#include "reports/private_json.hpp"
#include "reports/private_telling.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array kinds = {Label{"新增", "came"}, Label{"消失", "went"}, Label{"改变", "changed"}};

std::string kind_of(const Difference& one, Language language) {
    return kinds[static_cast<std::size_t>(one.kind)].in(language);
}

const PastFinding& finding_of(const Difference& one) { return one.now ? *one.now : *one.before; }

/// Why a finding is no more.
std::string tell_going(const Difference& one, Language language) {
    if (one.filing_gone)
        return Label{"新的结果中没有这份报告。", "Its report is not among the new results."}.in(language);
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
        if (outcome_names[i] == one.outcome)
            return fill("现为：{outcome}。", "Now: {outcome}.",
                {{"outcome", same(tell_outcome(static_cast<Outcome>(i), language))}}, language);
    }
    return {};
}

}  // namespace

std::string render_differences_text(const std::vector<Difference>& all, Language language) {
    std::string out;
    std::array<int, kinds.size()> counts{};
    for (const Difference& one : all) {
        ++counts[static_cast<std::size_t>(one.kind)];
        const PastFinding& finding = finding_of(one);
        out += kind_of(one, language) + "  " + tell_severity(finding.severity, language) + " " + finding.rule + "  "
            + finding.organ + " · " + finding.year + "\n  " + finding.message + "\n";
        if (one.kind == Difference::Kind::changed && one.before->message != finding.message)
            out += "  " + Label{"先前：", "Before: "}.in(language) + one.before->message + "\n";
        for (const auto& figure : one.figures)
            out += "    " + figure.name + ": " + (figure.before.empty() ? "–" : figure.before) + " → "
                + (figure.now.empty() ? "–" : figure.now) + "\n";
        if (const std::string why = one.kind == Difference::Kind::went ? tell_going(one, language) : ""; !why.empty())
            out += "  " + why + "\n";
        out += "\n";
    }
    const auto count = [&](Difference::Kind kind) {
        return same(std::to_string(counts[static_cast<std::size_t>(kind)]));
    };
    return out
        + fill("新增 {came}，消失 {went}，改变 {changed}。\n", "{came} came, {went} went, {changed} changed.\n",
            {{"came", count(Difference::Kind::came)}, {"went", count(Difference::Kind::went)},
                {"changed", count(Difference::Kind::changed)}},
            language);
}

std::string render_differences_json(const std::vector<Difference>& all, Language language) {
    Json json(language);
    json.object([&] {
        json.put("version", version());
        json.list("differences", all, [&](const Difference& one) {
            const PastFinding& finding = finding_of(one);
            json.object([&] {
                json.put("kind", kind_of(one, Language::en));
                json.put("rule", finding.rule);
                json.put("severity", name_of(finding.severity));
                json.put("fingerprint", finding.explains.front());
                json.put_or_null("organ", finding.organ);
                json.put_or_null("year", finding.year);
                json.put("file", finding.file);
                json.put("message", finding.message);
                if (one.before && one.now) json.put("before", one.before->message);
                if (one.kind == Difference::Kind::went) {
                    json.put_or_null("verdict", one.outcome);
                    json.put_truth("filing_gone", one.filing_gone);
                }
                json.list("figures", one.figures, [&](const Difference::Figure& figure) {
                    json.object([&] {
                        json.put("name", figure.name);
                        json.put_or_null("before", figure.before);
                        json.put_or_null("now", figure.now);
                    });
                });
            });
        });
    });
    return json.take();
}

}  // namespace gouji
