// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/shown_report.hpp"

#include "engine/base/utf8.hpp"
#include "reports/excerpt.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/workbench/private_layout_json.hpp"
#include "reports/workbench/private_listed_json.hpp"
#include "reports/writers/private_filing_json.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace gouji {
namespace {

constexpr std::array<std::string_view, 4> original_names = {"text", "page", "pictures", "parts"};

/// All spans that the other answers have of a filing, each once.
std::vector<Span> spans_of(const CheckedFiling& checked) {
    std::vector<Span> spans;
    const Filing& filing = checked.filing;
    for (const Table& table : filing.tables) {
        for (const Cell& cell : table.cells) spans.push_back(cell.span);
    }
    for (const Mention& mention : filing.mentions) {
        spans.push_back(mention.span);
        for (const Mention::Field& field : mention.fields) spans.push_back(field.span);
    }
    for (const UnreadClause& clause : filing.unread) spans.push_back(clause.span);
    for (const Finding& finding : checked.judgement.findings) {
        const Verdict& verdict = verdict_of(checked.judgement, finding);
        spans.push_back(span_of(filing, verdict, &finding));
        for (const Operand& one : verdict.operands) spans.push_back(one.span);
        for (const Suspect& one : finding.suspects) spans.push_back(one.span);
    }
    const auto before = [](const Span& a, const Span& b) {
        return a.start != b.start ? a.start < b.start : a.end < b.end;
    };
    const auto same = [](const Span& a, const Span& b) { return a.start == b.start && a.end == b.end; };
    std::sort(spans.begin(), spans.end(), before);
    spans.erase(std::unique(spans.begin(), spans.end(), same), spans.end());
    std::erase_if(spans, [](const Span& one) { return one.empty(); });
    return spans;
}

/// Counts units of UTF-16, as browsers do, up to bytes of a text that are asked for in any order.
class Utf16Places {
public:
    explicit Utf16Places(std::string_view text) {
        std::uint32_t units = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i % stretch == 0) before_.push_back(units);
            units += units_at(text[i]);
        }
        before_.push_back(units);
        text_ = text;
    }

    [[nodiscard]] std::int64_t of(std::size_t at) const {
        at = std::min(at, text_.size());
        std::uint32_t units = before_[std::min(at / stretch, before_.size() - 1)];
        for (std::size_t i = at / stretch * stretch; i < at; ++i) units += units_at(text_[i]);
        return units;
    }

private:
    static constexpr std::size_t stretch = 256;

    /// A character counts at its first byte: one unit, or two beyond the first plane.
    static std::uint32_t units_at(char byte) {
        const auto one = static_cast<unsigned char>(byte);
        return (one & 0xC0U) == 0x80 ? 0 : one >= 0xF0 ? 2 : 1;
    }

    std::string_view text_;
    std::vector<std::uint32_t> before_;  ///< units before each stretch
};

}  // namespace

std::string render_shown(const ShownReport& report, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.key("report");
        write_listed(json, *report.listed);
        json.key("filing");
        if (report.checked) json.object([&] { write_read(json, *report.checked); });
        else json.null();
        json.list("layouts", report.checked ? report.checked->filing.tables : std::vector<Table>(),
            [&](const Table& table) { write_layout(json, table); });
        json.field("original", original_names[static_cast<std::size_t>(report.original)]);
    });
    return json.finish();
}

std::string render_findings(const CheckedFiling& checked, bool all, Language language) {
    JsonWriter json(language);
    json.object([&] { write_checked(json, checked, all); });
    return json.finish();
}

std::string render_draft(const CheckedFiling& checked, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.key("filing");
        json.object([&] { write_read(json, checked); });
        json.key("checked");
        json.object([&] { write_checked(json, checked, true); });
    });
    return json.finish();
}

std::string render_text_with_marks(std::string_view text, const CheckedFiling* checked, Language language) {
    // A browser takes no broken characters.
    const std::string printable = utf8::is_valid(text) ? std::string() : utf8::printable(text);
    JsonWriter json(language);
    json.object([&] {
        json.field("text", printable.empty() ? text : std::string_view(printable));
        std::vector<Span> spans;
        if (checked && printable.empty()) spans = spans_of(*checked);
        const Utf16Places units(text);
        const ByteStarts none;
        const Places places(text, checked ? checked->shown.starts : none);
        json.list("marks", spans, [&](const Span& span) {
            const Span shown = places.in_content(span);
            const std::array<std::int64_t, 4> mark = {span.start, span.end, units.of(shown.start), units.of(shown.end)};
            json.items(mark, [&](std::int64_t number) { json.number(number); });
        });
    });
    return json.finish();
}

}  // namespace gouji
