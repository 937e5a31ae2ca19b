// SPDX-License-Identifier: Apache-2.0
// The form in which a program reads a run. Numbers are printed with their exact digits.
#include "engine/base/version.hpp"
#include "reports/private_filing_json.hpp"
#include "reports/report.hpp"

#include <optional>

namespace gouji {
namespace {

void put_head(Json& json, const Filing& filing) {
    json.put("file", std::string_view(filing.file));
    if (!filing.copies.empty()) json.list("copies", filing.copies, [&](const std::string& one) { json.text(one); });
    json.put_or_null("organ", filing.organ);
    json.key("year");
    if (filing.year) json.number(*filing.year);
    else json.null();
}

/// Where in a file of pages or parts the span begins; nothing in a file that is one text.
void put_place(Json& json, const Shown& shown, Span span) {
    const Place* place = span.empty() ? nullptr : shown.place(span);
    if (!place) return;
    json.key("place");
    json.object([&] {
        if (place->page > 0) {
            json.put_number("page", place->page);
            json.list("box", place->box, [&](int side) { json.number(side); });
            return;
        }
        json.put("part", std::string_view(place->part));
        if (place->table > 0) json.put_number("table", place->table);
        if (!place->cell.empty()) json.put("cell", std::string_view(place->cell));
    });
}

void put_at(Json& json, const At& at) {
    json.key("at");
    json.object([&] {
        const auto part = [&](std::string_view what, const std::string& value) {
            if (!value.empty()) json.put(what, std::string_view(value));
        };
        part("table", at.table);
        part("row", at.row);
        part("column", at.column);
        part("fact", at.fact);
        part("section", at.section);
    });
}

void write_cells(Json& json, const Table& table, const Shown& shown) {
    const Outline& rows = table.row_names();
    const Outline& columns = table.column_names();
    std::vector<int> present;
    for (int i = 0; i < static_cast<int>(table.cells.size()); ++i) {
        if (!table.layout || table.layout->cells[static_cast<std::size_t>(i)]) present.push_back(i);
    }
    json.list("cells", present, [&](int index) {
        const Cell& cell = table.cell(index);
        const bool number = cell.presence == Presence::number;
        json.object([&] {
            json.put("row", std::string_view(rows.leaf(index / columns.leaf_count()).path));
            json.put("column", std::string_view(columns.leaf(index % columns.leaf_count()).path));
            json.put("value", number ? std::optional(cell.value) : std::nullopt);
            json.put_or_null("unit", cell.unit);
            json.put_or_null("missing", name_of(cell.presence));
            json.put("raw", std::string_view(cell.printed()));
            json.put("span", cell.span);
            put_place(json, shown, cell.span);
            json.put("basis", name_of(cell.basis));
            json.put_truth("certain", cell.certain);
        });
    });
}

/// Whole digits run together may span several rows; `row` is the first of them.
void write_choices(Json& json, const Table& table) {
    json.list("choices", table.choices, [&](const Choice& choice) {
        json.object([&] {
            json.put("row",
                std::string_view(
                    table.row_names().leaf(choice.cells.front() / table.column_names().leaf_count()).path));
            json.list("readings", choice.readings, [&](const Choice::Reading& reading) {
                json.items(reading.values, [&](const Decimal& value) { json.exact(value); });
            });
            json.put_number("preferred", choice.preferred);
            std::vector<int> aside;
            for (int r = 0; r < static_cast<int>(choice.readings.size()); ++r) {
                if (choice.readings[static_cast<std::size_t>(r)].set_aside) aside.push_back(r);
            }
            json.list("set_aside", aside, [&](int reading) {
                json.object([&] {
                    json.put_number("reading", reading);
                    json.put("why", *choice.readings[static_cast<std::size_t>(reading)].set_aside);
                });
            });
        });
    });
}

}  // namespace

void write_read(Json& json, const CheckedFiling& checked) {
    const Filing& filing = checked.filing;
    put_head(json, filing);
    json.put_or_null("published", filing.published);
    json.put_or_null("form", filing.form ? filing.form->id : "");
    json.list("sections", filing.sections, [&](const Section& section) {
        json.object([&] {
            json.put("section", std::string_view(section.name));
            json.put("span", hull(section.heading, section.body));
        });
    });
    json.list("tables", filing.tables, [&](const Table& table) {
        json.object([&] {
            json.put_or_null("table", table.name);
            json.put_or_null("form", table.form ? table.form->id : "");
            json.put("span", table.span);
            write_cells(json, table, checked.shown);
            write_choices(json, table);
        });
    });
    json.list("mentions", filing.mentions, [&](const Mention& mention) {
        json.object([&] {
            json.put("fact", std::string_view(mention.form->fact));
            json.key("fields");
            json.object([&] {
                for (const auto& one : mention.fields) {
                    json.put(mention.form->fields[static_cast<std::size_t>(one.index)].name, std::optional(one.value));
                }
            });
            json.list("units", mention.fields, [&](const Mention::Field& one) { json.text(one.unit); });
            json.list("scope", mention.scope, [&](const std::string& one) { json.text(one); });
            json.put("section", std::string_view(mention.section));
            json.put("text", std::string_view(mention.text));
            json.put("span", mention.span);
            put_place(json, checked.shown, mention.span);
        });
    });
}

namespace {

/// A figure of another file: its name, and where it stands there.
void write_elsewhere(Json& json, const Elsewhere& one) {
    json.key("elsewhere");
    json.object([&] {
        json.put("file", std::string_view(one.file));
        json.put("span", one.span);
        if (one.page > 0) json.put_number("page", one.page);
        if (!one.part.empty()) json.put("part", std::string_view(one.part));
        if (one.table > 0) json.put_number("table", one.table);
        if (!one.cell.empty()) json.put("cell", std::string_view(one.cell));
    });
}

void write_operands(Json& json, const Verdict& verdict, const Shown& shown) {
    json.list("operands", verdict.operands, [&](const Operand& one) {
        json.object([&] {
            json.put("name", std::string_view(one.name));
            json.put("value", one.value);
            json.put_or_null("unit", one.unit);
            json.put_or_null("missing", one.missing);
            json.put("raw", std::string_view(one.raw));
            json.put("span", one.span);
            put_place(json, shown, one.span);
            json.put_truth("certain", one.certain);
            if (one.elsewhere) write_elsewhere(json, *one.elsewhere);
        });
    });
}

void write_words(Json& json, std::string_view name, const std::vector<Words>& all) {
    json.list(name, all, [&](const Words& one) { json.text(one); });
}

void write_suspects(Json& json, const Finding& finding, const Shown& shown) {
    json.list("suspects", finding.suspects, [&](const Suspect& one) {
        json.object([&] {
            json.put("table", std::string_view(one.at.table));
            json.put("row", std::string_view(one.at.row));
            json.put("column", std::string_view(one.at.column));
            json.put("printed", std::string_view(one.printed));
            json.put("expected", std::optional(one.expected));
            json.put("why", one.why);
            json.put_number("together", one.together);
            json.put("span", one.span);
            put_place(json, shown, one.span);
        });
    });
}

/// What a person typed, by the names of the fields, and the place where it stands.
void write_decision(Json& json, const Decision& decision) {
    json.put("fingerprint", std::string_view(decision.fingerprint));
    json.put("file", std::string_view(decision.file));
    json.put_number("line", decision.line);
    json.key("fields");
    json.object([&] {
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (!decision.fields[i].empty()) json.put(decision_fields[i].name, std::string_view(decision.fields[i]));
        }
    });
}

void write_notes(Json& json, const Finding& finding) {
    if (finding.notes.empty()) return;
    json.list("decisions", finding.notes, [&](const Noted& one) {
        json.object([&] {
            write_decision(json, one.decision);
            json.list("changed", one.changed, [&](const ChangedFigure& figure) {
                json.object([&] {
                    json.put("name", std::string_view(figure.name));
                    json.put("seen", std::string_view(figure.seen));
                    json.put("now", std::string_view(figure.now));
                });
            });
        });
    });
}

void write_finding(Json& json, const Finding& finding, const std::vector<Verdict>& verdicts, const Shown& shown) {
    const Verdict& verdict = verdicts[finding.told];
    json.object([&] {
        json.put("rule", std::string_view(verdict.rule->id));
        json.put("severity", name_of(verdict.severity));
        json.put("fingerprint", std::string_view(print_fingerprint(verdict.fingerprint)));
        json.put("title", verdict.rule->title);
        if (!verdict.rule->override_reason.empty()) json.put("severity_reason", verdict.rule->override_reason);
        json.put("message", verdict.message);
        json.put("basis", verdict.rule->basis);
        put_at(json, verdict.at);
        json.list("explains", finding.explains, [&](std::size_t one) {
            json.object([&] {
                json.put("rule", std::string_view(verdicts[one].rule->id));
                json.put("fingerprint", std::string_view(print_fingerprint(verdicts[one].fingerprint)));
                put_at(json, verdicts[one].at);
            });
        });
        json.list("written", verdict.written, [&](const std::string& one) { json.text(one); });
        write_words(json, "readings", verdict.readings);
        write_words(json, "assumptions", verdict.assumptions);
        write_operands(json, verdict, shown);
        write_suspects(json, finding, shown);
        write_notes(json, finding);
    });
}

void write_verdict(Json& json, const Verdict& verdict) {
    json.object([&] {
        json.put("rule", std::string_view(verdict.rule->id));
        json.put("severity", name_of(verdict.severity));
        json.put("fingerprint", std::string_view(print_fingerprint(verdict.fingerprint)));
        put_at(json, verdict.at);
        json.put("verdict", name_of(verdict.outcome));
        json.put("why", verdict.why);
        json.put("message", verdict.message);
        write_words(json, "readings", verdict.readings);
        write_words(json, "assumptions", verdict.assumptions);
    });
}

}  // namespace

void write_checked(Json& json, const CheckedFiling& checked, bool all) {
    put_head(json, checked.filing);
    json.list("findings", checked.judgement.findings,
        [&](const Finding& one) { write_finding(json, one, checked.judgement.verdicts, checked.shown); });
    if (!checked.judgement.settled.empty()) {
        json.list("settled", checked.judgement.settled, [&](const Settled& one) {
            json.object([&] {
                write_decision(json, one.decision);
                json.put("rule", std::string_view(one.decision.rule));
                json.put("finding", std::string_view(one.decision.finding));
                json.put_or_null("verdict", one.now ? name_of(*one.now) : "");
                json.put_truth("still_fails", one.still_fails);
            });
        });
    }
    if (all) json.list("verdicts", checked.judgement.verdicts, [&](const Verdict& one) { write_verdict(json, one); });
    json.key("summary");
    json.object([&] {
        const auto counts = checked.judgement.summary();
        for (std::size_t i = 0; i < counts.size(); ++i) json.put_number(outcome_names[i], counts[i]);
    });
}

namespace {

constexpr std::string_view list_name = "filings";

/// All before the first item of the list.
std::string head(const ReportOptions& options) {
    Json json(options.language);
    json.begin_object();
    json.put("version", version());
    json.key(list_name);
    json.begin_list();
    return json.take_open();
}

/// An item of the list, as it stands there behind the bracket or the comma.
template <class Write>
std::string item(const ReportOptions& options, const Write& write) {
    Json json(options.language);
    json.begin_object();
    json.key(list_name);
    json.begin_list();
    json.take_open();
    json.object([&] { write(json); });
    return json.take_open();
}

std::string tail(const Ending& ending, const ReportOptions& options) {
    Json json(options.language);
    json.begin_object();
    json.key(list_name);
    json.begin_list();
    // What it writes behind the list is the same behind any that has items, and behind one that has none.
    if (ending.tally.filings > 0) json.null();
    json.take_open();
    json.end_list();
    json.put_diagnostics(ending.diagnostics);
    json.end_object();
    return json.take();
}

}  // namespace

Parts check_json() {
    return {head,
        [](const CheckedFiling& checked, const ReportOptions& options) {
            return item(options, [&](Json& json) { write_checked(json, checked, options.all); });
        },
        ",", tail, false, false};
}

Parts read_json() {
    return {head,
        [](const CheckedFiling& checked, const ReportOptions& options) {
            return item(options, [&](Json& json) { write_read(json, checked); });
        },
        ",", tail, false};
}

std::string render_diagnostics_json(const std::vector<Diagnostic>& diagnostics, Language language) {
    Json json(language);
    json.object([&] { json.put_diagnostics(diagnostics); });
    return json.take();
}

}  // namespace gouji
