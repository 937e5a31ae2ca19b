// SPDX-License-Identifier: Apache-2.0
#include "reports/private_listing.hpp"

#include "engine/base/origin.hpp"

namespace gouji {
namespace {

/// What was typed into a field; of several decisions about one finding each on a line.
std::string typed(const Finding& finding, std::size_t field) {
    std::string made;
    for (const Noted& one : finding.notes) {
        const std::string& value = one.decision.fields[field];
        if (!value.empty()) made += (made.empty() ? "" : "\n") + value;
    }
    return made;
}

std::string lines(const std::vector<std::string>& all) {
    std::string made;
    for (const std::string& one : all) made += (made.empty() ? "" : "\n") + one;
    return made;
}

std::string changed_since(const Finding& finding, Language language) {
    std::string made;
    for (const Noted& one : finding.notes) {
        if (one.decision.is_empty()) continue;
        for (const ChangedFigure& figure : one.changed) {
            made += (made.empty() ? "" : "\n")
                + fill("{name} 由 {seen} 变为 {now}", "{name}: {seen}, now {now}",
                    {{"name", same(figure.name)}, {"seen", same(figure.seen)}, {"now", same(figure.now)}}, language);
        }
    }
    return made;
}

Label title_of(const origin::Opening& one) { return {one.zh, one.en}; }

std::vector<ListingColumn> make_columns() {
    std::vector<ListingColumn> all = {
        {title_of(origin::listing[0]), 6, [](const Listed& one, Language) { return std::to_string(one.number); }},
        {title_of(origin::listing[1]), 20, [](const Listed& one, Language) { return one.checked.filing.organ; }},
        {title_of(origin::listing[2]), 7,
            [](const Listed& one, Language) {
                return one.checked.filing.year ? std::to_string(*one.checked.filing.year) : "";
            }},
        {title_of(origin::listing[3]), 50, tell_messages},
        {{"问题类别", "kind"}, 18,
            [](const Listed& one, Language language) { return one.verdict.rule->title.in(language); }},
        {{"位置", "place"}, 20,
            [](const Listed& one, Language language) { return tell_place(one.verdict.at, language); }},
        {{"可能的原因", "likely cause"}, 40,
            [](const Listed& one, Language language) { return lines(tell_causes(one.finding, language)); }},
        {{"定性依据", "basis"}, 30,
            [](const Listed& one, Language language) { return one.verdict.rule->basis.in(language); }},
        {{"证据", "evidence"}, 40, tell_evidence},
        {{"文件", "file"}, 24,
            [](const Listed& one, Language language) { return tell_files(one.checked.filing, language); }},
        {{"规则", "rule"}, 20, [](const Listed& one, Language) { return one.verdict.rule->id; }},
        {{"指纹", "fingerprint"}, 18,
            [](const Listed& one, Language) { return print_fingerprint(one.verdict.fingerprint); }},
    };
    for (std::size_t i = 0; i < decision_fields.size(); ++i) {
        ListingColumn column{{decision_fields[i].name, decision_fields[i].en}, 14,
            [i](const Listed& one, Language) { return typed(one.finding, i); }};
        // How grave it is has an answer before a person gives one.
        if (i == decision_field("严重程度")) {
            column.of = [i](const Listed& one, Language language) {
                const std::string own = typed(one.finding, i);
                return own.empty() ? tell_gravity(one.verdict.severity, language) : own;
            };
        }
        all.push_back(std::move(column));
    }
    all.push_back({{"决定后变动的数", "changed since decided"}, 24,
        [](const Listed& one, Language language) { return changed_since(one.finding, language); }});
    return all;
}

}  // namespace

std::span<const ListingColumn> listing_columns() {
    static const std::vector<ListingColumn> all = make_columns();
    return all;
}

void for_each_listed(const Report& report, const std::function<void(const Listed&)>& take) {
    int number = 0;
    for (const CheckedFiling& checked : report.filings) {
        if (checked.judgement.findings.empty()) continue;
        const Places places(checked.shown.text, checked.shown.starts);
        for (const Finding& finding : checked.judgement.findings)
            take({++number, checked, finding, checked.judgement.verdicts[finding.told], places});
    }
}

std::string tell_evidence(const Listed& one, Language language) {
    std::string made;
    for (const Operand* told : told_figures(one.verdict, one.finding)) {
        const Operand& operand = *told;
        if (operand.elsewhere)
            made += (made.empty() ? "" : "\n") + operand.name + " = " + operand.shown() + Label{"（", " ("}.in(language)
                + tell_elsewhere(*operand.elsewhere, language) + Label{"）", ")"}.in(language);
        if (operand.span.empty()) continue;
        const std::string place = name_place(one.checked.shown.place(operand.span), language);
        const Region at = one.places.locate(operand.span);
        made += (made.empty() ? "" : "\n") + operand.name + " = " + operand.shown() + Label{"（", " ("}.in(language)
            + (place.empty()
                    ? fill("第 {line} 行", "line {line}", {{"line", same(std::to_string(at.first_line))}}, language)
                    : place)
            + Label{"）", ")"}.in(language);
    }
    return made;
}

std::string tell_messages(const Listed& one, Language language) {
    std::vector<std::string> messages = {one.verdict.message.in(language)};
    for (const std::size_t other : one.finding.explains) {
        if (other != one.finding.told) messages.push_back(one.checked.judgement.verdicts[other].message.in(language));
    }
    return lines(messages);
}

}  // namespace gouji
