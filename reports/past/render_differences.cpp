// SPDX-License-Identifier: Apache-2.0
#include "reports/past/render_differences.hpp"

#include "engine/base/version.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <array>

namespace gouji {
namespace {

constexpr std::array kinds = {Wording{"新增", "came"}, Wording{"消失", "went"}, Wording{"改变", "changed"}};

std::string kind_of(const Difference& one, Language language) {
    return kinds[static_cast<std::size_t>(one.kind)].in(language);
}

const PastFinding& finding_of(const Difference& one) { return one.now ? *one.now : *one.before; }

/// Why a finding is gone.
std::string why_gone(const Difference& one, Language language) {
    if (one.filing_gone)
        return Wording{"新的结果中没有这份报告。", "Its report is not among the new results."}.in(language);
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
        if (outcome_names[i] == one.outcome)
            return fill("现为：{outcome}。", "Now: {outcome}.",
                {{"outcome", same(outcome_word(static_cast<Outcome>(i), language))}}, language);
    }
    return {};
}

std::string difference_text(const Difference& difference, Language language) {
    const PastFinding& finding = finding_of(difference);
    std::string out = kind_of(difference, language) + "  " + severity_word(finding.severity, language) + " "
        + finding.rule + "  " + finding.organ + " · " + finding.year + "\n  " + finding.message + "\n";
    if (difference.kind == Difference::Kind::changed && difference.before->message != finding.message)
        out += "  " + Wording{"先前：", "Before: "}.in(language) + difference.before->message + "\n";
    const auto or_dash = [](const std::string& figure) { return figure.empty() ? "–" : figure; };
    for (const auto& figure : difference.figures)
        out += "    " + figure.name + ": " + or_dash(figure.before) + " → " + or_dash(figure.now) + "\n";
    const std::string why = difference.kind == Difference::Kind::went ? why_gone(difference, language) : "";
    if (!why.empty()) out += "  " + why + "\n";
    return out + "\n";
}

void write_difference(JsonWriter& json, const Difference& difference) {
    const PastFinding& finding = finding_of(difference);
    json.field("kind", kind_of(difference, Language::en));
    json.field("rule", finding.rule);
    json.field("severity", name_of(finding.severity));
    json.field("fingerprint", finding.explains.front());
    json.field_or_null("organ", finding.organ);
    json.field_or_null("year", finding.year);
    json.field("file", finding.file);
    json.field("message", finding.message);
    if (difference.before && difference.now) json.field("before", difference.before->message);
    if (difference.kind == Difference::Kind::went) {
        json.field_or_null("verdict", difference.outcome);
        json.truth_field("filing_gone", difference.filing_gone);
    }
    json.list("figures", difference.figures, [&](const Difference::DifferingFigure& figure) {
        json.object([&] {
            json.field("name", figure.name);
            json.field_or_null("before", figure.before);
            json.field_or_null("now", figure.now);
        });
    });
}

}  // namespace

std::string render_differences_text(const std::vector<Difference>& all, Language language) {
    std::string out;
    std::array<int, kinds.size()> counts{};
    for (const Difference& difference : all) {
        ++counts[static_cast<std::size_t>(difference.kind)];
        out += difference_text(difference, language);
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
    JsonWriter json(language);
    json.object([&] {
        json.field("version", version());
        json.list("differences", all,
            [&](const Difference& difference) { json.object([&] { write_difference(json, difference); }); });
    });
    return json.finish();
}

}  // namespace gouji
