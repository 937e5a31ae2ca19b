// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_filing_json.hpp"

#include "reports/finding/private_described_finding.hpp"
#include "reports/writers/private_json_places.hpp"

#include <optional>

namespace gouji {
namespace {

void write_head(JsonWriter& json, const Filing& filing) {
    json.field("file", std::string_view(filing.file));
    if (!filing.copies.empty()) json.list("copies", filing.copies, [&](const std::string& one) { json.text(one); });
    json.field_or_null("organ", filing.organ);
    json.key("year");
    if (filing.year) json.number(*filing.year);
    else json.null();
}

void write_json_cell(JsonWriter& json, const Table& table, int index, const ShownPlaces& where) {
    const Cell& cell = table.cell(index);
    const int columns = table.column_names().leaf_count();
    json.object([&] {
        json.field("row", std::string_view(table.row_names().leaf(index / columns).path));
        json.field("column", std::string_view(table.column_names().leaf(index % columns).path));
        json.field("value", cell.presence == Presence::number ? std::optional(cell.value) : std::nullopt);
        json.field_or_null("unit", cell.unit);
        json.field_or_null("missing", name_of(cell.presence));
        json.field("raw", std::string_view(cell.printed()));
        write_place(json, where, cell.span, OwnColumn::of_table);
        json.field("basis", name_of(cell.basis));
        json.truth_field("certain", is_certain(table, index));
    });
}

void write_cells(JsonWriter& json, const Table& table, const ShownPlaces& where) {
    std::vector<int> present;
    for (int i = 0; i < static_cast<int>(table.cells.size()); ++i) {
        if (!table.layout || table.layout->cells[static_cast<std::size_t>(i)]) present.push_back(i);
    }
    json.list("cells", present, [&](int index) { write_json_cell(json, table, index, where); });
}

/// Whole digits run together may span several rows; `row` is the first of them.
void write_choices(JsonWriter& json, const Table& table) {
    json.list("choices", table.choices, [&](const Choice& choice) {
        json.object([&] {
            json.field("row",
                std::string_view(
                    table.row_names().leaf(choice.cells.front() / table.column_names().leaf_count()).path));
            json.list("readings", choice.readings, [&](const Choice::Reading& reading) {
                json.items(reading.values, [&](const Decimal& value) { json.exact(value); });
            });
            json.number_field("preferred", choice.preferred);
            std::vector<int> aside;
            for (int r = 0; r < static_cast<int>(choice.readings.size()); ++r) {
                if (choice.readings[static_cast<std::size_t>(r)].set_aside) aside.push_back(r);
            }
            json.list("set_aside", aside, [&](int reading) {
                json.object([&] {
                    json.number_field("reading", reading);
                    json.field("why", *choice.readings[static_cast<std::size_t>(reading)].set_aside);
                });
            });
        });
    });
}

void write_table(JsonWriter& json, const Table& table, const ShownPlaces& where) {
    json.object([&] {
        json.field_or_null("table", table.name);
        json.field_or_null("form", table.form ? table.form->id : "");
        json.key("span");
        write_span(json, where, table.span);
        write_cells(json, table, where);
        write_choices(json, table);
    });
}

void write_mention(JsonWriter& json, const Mention& mention, const ShownPlaces& where) {
    const auto name_of_field = [&](const Mention::Field& field) {
        return mention.form->fields[static_cast<std::size_t>(field.index)].name;
    };
    json.object([&] {
        json.field("fact", std::string_view(mention.form->fact));
        if (!mention.row.empty()) json.field("row", std::string_view(mention.row));
        json.key("fields");
        json.object([&] {
            for (const auto& field : mention.fields) {
                if (field.parts.empty()) json.field(name_of_field(field), std::optional(field.value));
                else json.list(name_of_field(field), field.parts, [&](const Decimal& part) { json.exact(part); });
            }
        });
        json.list("units", mention.fields, [&](const Mention::Field& field) { json.text(field.unit); });
        json.list("spans", mention.fields, [&](const Mention::Field& field) { write_span(json, where, field.span); });
        json.list("scope", mention.scope, [&](const std::string& word) { json.text(word); });
        if (!mention.frame.empty()) json.field("frame", std::string_view(mention.frame));
        json.field("section", std::string_view(mention.section));
        json.field("text", std::string_view(mention.text));
        write_place(json, where, mention.span);
    });
}

}  // namespace

void write_at(JsonWriter& json, const At& at) {
    json.key("at");
    json.object([&] {
        const auto part = [&](std::string_view what, const std::string& value) {
            if (!value.empty()) json.field(what, std::string_view(value));
        };
        part("table", at.table);
        part("row", at.row);
        part("column", at.column);
        part("fact", at.fact);
        part("section", at.section);
    });
}

bool is_certain(const Table& table, int index) {
    const Cell& cell = table.cell(index);
    return cell.certain && cell.presence != Presence::unreadable && cell.basis != Basis::restored
        && !table.is_disputed(index);
}

void write_read(JsonWriter& json, const CheckedFiling& checked) {
    const Filing& filing = checked.filing;
    const ShownPlaces where(checked.shown);
    write_head(json, filing);
    json.field_or_null("published", filing.published);
    json.field_or_null("form", filing.form ? filing.form->id : "");
    json.list("sections", filing.sections, [&](const Section& section) {
        json.object([&] {
            json.field("section", std::string_view(section.name));
            json.key("span");
            write_span(json, where, hull(section.heading, section.body));
        });
    });
    json.list("tables", filing.tables, [&](const Table& table) { write_table(json, table, where); });
    json.list("mentions", filing.mentions, [&](const Mention& mention) { write_mention(json, mention, where); });
    json.list("unread", filing.unread, [&](const UnreadClause& clause) {
        json.object([&] {
            json.field("text", std::string_view(clause.text));
            json.list("words", clause.words, [&](const std::string& word) { json.text(word); });
            write_place(json, where, clause.span);
        });
    });
}

namespace {

/// A figure of another file: its name, and where it is there.
void write_elsewhere(JsonWriter& json, const Elsewhere& one) {
    json.key("elsewhere");
    json.object([&] {
        json.field("file", std::string_view(one.file));
        json.field("span", one.span);
        if (one.page > 0) json.number_field("page", one.page);
        if (!one.part.empty()) json.field("part", std::string_view(one.part));
        if (one.table > 0) json.number_field("table", one.table);
        if (!one.cell.empty()) json.field("cell", std::string_view(one.cell));
    });
}

void write_operands(JsonWriter& json, const Verdict& verdict, const ShownPlaces& where) {
    json.list("operands", verdict.operands, [&](const Operand& one) {
        json.object([&] {
            json.field("name", std::string_view(one.name));
            json.field("value", one.value);
            json.field_or_null("unit", one.unit);
            json.field_or_null("missing", one.missing);
            json.field("raw", std::string_view(one.raw));
            write_place(json, where, one.span);
            json.truth_field("certain", one.certain);
            if (one.elsewhere) write_elsewhere(json, *one.elsewhere);
        });
    });
}

void write_words(JsonWriter& json, std::string_view name, const std::vector<Words>& all) {
    json.list(name, all, [&](const Words& one) { json.text(one); });
}

void write_suspects(JsonWriter& json, const Finding& finding, const ShownPlaces& where) {
    json.list("suspects", finding.suspects, [&](const Suspect& one) {
        json.object([&] {
            json.field("table", std::string_view(one.at.table));
            json.field("row", std::string_view(one.at.row));
            json.field("column", std::string_view(one.at.column));
            json.field("printed", std::string_view(one.printed));
            json.field("expected", std::optional(one.expected));
            json.field("why", one.why);
            json.number_field("together", one.candidate);
            write_place(json, where, one.span, OwnColumn::of_table);
        });
    });
}

/// The entry of a person, by the names of the fields, and where it is.
void write_decision(JsonWriter& json, const Decision& decision) {
    json.field("fingerprint", std::string_view(decision.fingerprint));
    json.field("file", std::string_view(decision.file));
    json.number_field("line", decision.line);
    json.key("fields");
    json.object([&] {
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (!decision.fields[i].empty()) json.field(decision_fields[i].name, std::string_view(decision.fields[i]));
        }
    });
}

void write_notes(JsonWriter& json, const Finding& finding) {
    if (finding.notes.empty()) return;
    json.list("decisions", finding.notes, [&](const Noted& one) {
        json.object([&] {
            write_decision(json, one.decision);
            json.list("changed", one.changed, [&](const ChangedFigure& figure) {
                json.object([&] {
                    json.field("name", std::string_view(figure.name));
                    json.field("seen", std::string_view(figure.seen));
                    json.field("now", std::string_view(figure.now));
                });
            });
        });
    });
}

void write_explained(JsonWriter& json, const Verdict& verdict) {
    json.object([&] {
        json.field("rule", std::string_view(verdict.rule->id));
        json.field("fingerprint", std::string_view(print_fingerprint(verdict.fingerprint)));
        write_at(json, verdict.at);
    });
}

void write_finding(JsonWriter& json, const Finding& finding, const CheckedFiling& checked, const ShownPlaces& where) {
    const Judgement& judgement = checked.judgement;
    const Verdict& verdict = verdict_of(judgement, finding);
    const Span span = span_of(checked.filing, verdict, &finding);
    json.object([&] {
        json.field("rule", std::string_view(verdict.rule->id));
        json.field("severity", name_of(verdict.severity));
        json.field("fingerprint", std::string_view(print_fingerprint(verdict.fingerprint)));
        json.field("title", verdict.rule->title);
        if (!verdict.rule->override_reason.empty()) json.field("severity_reason", verdict.rule->override_reason);
        json.field("message", verdict.message);
        json.field("basis", verdict.rule->basis);
        write_at(json, verdict.at);
        write_place(json, where, span);
        json.list("explains", finding.explains,
            [&](std::size_t explained) { write_explained(json, judgement.verdicts[explained]); });
        json.list("written", verdict.written, [&](const std::string& one) { json.text(one); });
        write_words(json, "readings", verdict.readings);
        write_words(json, "assumptions", verdict.assumptions);
        write_operands(json, verdict, where);
        write_suspects(json, finding, where);
        write_notes(json, finding);
    });
}

void write_verdict(JsonWriter& json, const Verdict& verdict) {
    json.object([&] {
        json.field("rule", std::string_view(verdict.rule->id));
        json.field("severity", name_of(verdict.severity));
        json.field("fingerprint", std::string_view(print_fingerprint(verdict.fingerprint)));
        write_at(json, verdict.at);
        json.field("verdict", name_of(verdict.outcome));
        json.field("why", verdict.why);
        json.field("message", verdict.message);
        write_words(json, "readings", verdict.readings);
        write_words(json, "assumptions", verdict.assumptions);
    });
}

}  // namespace

void write_checked(JsonWriter& json, const CheckedFiling& checked, bool all) {
    const ShownPlaces where(checked.shown);
    write_head(json, checked.filing);
    json.list(
        "findings", checked.judgement.findings, [&](const Finding& one) { write_finding(json, one, checked, where); });
    if (!checked.judgement.settled.empty()) {
        json.list("settled", checked.judgement.settled, [&](const Settled& one) {
            json.object([&] {
                write_decision(json, one.decision);
                json.field("rule", std::string_view(one.decision.rule));
                json.field("finding", std::string_view(one.decision.finding));
                json.field_or_null("verdict", one.now ? name_of(*one.now) : "");
                json.truth_field("still_fails", one.still_fails);
            });
        });
    }
    if (all) json.list("verdicts", checked.judgement.verdicts, [&](const Verdict& one) { write_verdict(json, one); });
    json.key("summary");
    json.object([&] {
        const auto counts = checked.judgement.summary();
        for (std::size_t i = 0; i < counts.size(); ++i) json.number_field(outcome_names[i], counts[i]);
    });
}

}  // namespace gouji
