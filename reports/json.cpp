// SPDX-License-Identifier: Apache-2.0
// The form in which a program reads a run. Numbers are printed with their exact digits.
#include "reports/report.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <optional>

namespace gouji {
namespace {

class Json {
public:
    explicit Json(Language language) : language_(language), writer_(buffer_) { writer_.SetIndent(' ', 1); }

    template <class Write>
    void object(Write write) {
        writer_.StartObject();
        write();
        writer_.EndObject();
    }
    template <class List, class Write>
    void list(std::string_view name, const List& all, Write write) {
        key(name);
        items(all, write);
    }
    template <class List, class Write>
    void items(const List& all, Write write) {
        writer_.StartArray();
        for (const auto& one : all) write(one);
        writer_.EndArray();
    }
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void put(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void put(std::string_view name, const Words& words) { put(name, std::string_view(words.in(language_))); }
    void put_or_null(std::string_view name, std::string_view value) {
        key(name);
        if (value.empty()) writer_.Null();
        else text(value);
    }
    void number(std::int64_t value) { writer_.Int64(value); }
    void put_number(std::string_view name, std::int64_t value) {
        key(name);
        number(value);
    }
    void put_truth(std::string_view name, bool value) {
        key(name);
        writer_.Bool(value);
    }
    void exact(const Decimal& value) {
        const std::string digits = value.to_string();
        writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    void put(std::string_view name, const std::optional<Decimal>& value) {
        key(name);
        if (value) exact(*value);
        else writer_.Null();
    }
    void put(std::string_view name, Span span) {
        key(name);
        object([&] {
            put_number("start", span.start);
            put_number("end", span.end);
        });
    }
    void put(std::string_view name, const At& at) {
        key(name);
        object([&] {
            const auto part = [&](std::string_view what, const std::string& value) {
                if (!value.empty()) put(what, std::string_view(value));
            };
            part("table", at.table);
            part("row", at.row);
            part("column", at.column);
            part("fact", at.fact);
        });
    }

    void put_head(const Filing& filing) {
        put("file", std::string_view(filing.file));
        put_or_null("organ", filing.organ);
        key("year");
        if (filing.year) number(*filing.year);
        else writer_.Null();
    }

    void put_diagnostics(const std::vector<Diagnostic>& diagnostics) {
        list("diagnostics", diagnostics, [&](const Diagnostic& one) {
            object([&] {
                put("code", std::string_view(one.code));
                put("severity", name_of(one.severity));
                put("message", one.message);
                put("file", std::string_view(one.file));
                put_number("line", one.line);
                put_number("column", one.column);
                put("help", one.help);
            });
        });
    }

    std::string take() { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

private:
    Language language_;
    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

void write_cells(Json& json, const Table& table) {
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
            json.put("raw", std::string_view(cell.raw));
            json.put("span", cell.span);
            json.put("basis", name_of(cell.basis));
            json.put_truth("certain", cell.certain);
        });
    });
}

/// Whole digits run together may span several rows; `row` is the first of them.
void write_choices(Json& json, const Table& table) {
    json.list("choices", table.choices, [&](const Choice& choice) {
        json.object([&] {
            json.put("row", std::string_view(table.row_names().leaf(choice.cells.front() / table.column_names().leaf_count()).path));
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

void write_read(Json& json, const Filing& filing) {
    json.put_head(filing);
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
            write_cells(json, table);
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
        });
    });
}

void write_operands(Json& json, const Verdict& verdict) {
    json.list("operands", verdict.operands, [&](const Operand& one) {
        json.object([&] {
            json.put("name", std::string_view(one.name));
            json.put("value", one.value);
            json.put_or_null("unit", one.unit);
            json.put_or_null("missing", one.missing);
            json.put("raw", std::string_view(one.raw));
            json.put("span", one.span);
            json.put_truth("certain", one.certain);
        });
    });
}

void write_words(Json& json, std::string_view name, const std::vector<Words>& all, Language language) {
    json.list(name, all, [&](const Words& one) { json.text(one.in(language)); });
}

void write_finding(Json& json, const Verdict& verdict, Language language) {
    json.object([&] {
        json.put("rule", std::string_view(verdict.rule));
        json.put("severity", name_of(verdict.severity));
        json.put("fingerprint", std::string_view(verdict.fingerprint));
        json.put("title", verdict.title);
        json.put("message", verdict.message);
        json.put("basis", verdict.basis);
        json.put("at", verdict.at);
        const std::vector<const Verdict*> explained = {&verdict};
        json.list("explains", explained, [&](const Verdict* one) {
            json.object([&] {
                json.put("rule", std::string_view(one->rule));
                json.put("at", one->at);
            });
        });
        json.list("written", verdict.written, [&](const std::string& one) { json.text(one); });
        write_words(json, "readings", verdict.readings, language);
        write_words(json, "assumptions", verdict.assumptions, language);
        write_operands(json, verdict);
    });
}

void write_verdict(Json& json, const Verdict& verdict, Language language) {
    json.object([&] {
        json.put("rule", std::string_view(verdict.rule));
        json.put("severity", name_of(verdict.severity));
        json.put("at", verdict.at);
        json.put("verdict", name_of(verdict.outcome));
        json.put("why", verdict.why);
        json.put("message", verdict.message);
        write_words(json, "readings", verdict.readings, language);
        write_words(json, "assumptions", verdict.assumptions, language);
    });
}

}  // namespace

std::string render_check_json(const Report& report, const ReportOptions& options) {
    Json json(options.language);
    json.object([&] {
        json.put("version", options.version);
        json.list("filings", report.filings, [&](const CheckedFiling& checked) {
            json.object([&] {
                json.put_head(checked.filing);
                std::vector<const Verdict*> findings;
                for (const auto& one : checked.judgement.verdicts) {
                    if (one.outcome == Outcome::fail) findings.push_back(&one);
                }
                json.list("findings", findings, [&](const Verdict* one) { write_finding(json, *one, options.language); });
                if (options.all) json.list("verdicts", checked.judgement.verdicts, [&](const Verdict& one) { write_verdict(json, one, options.language); });
                json.key("summary");
                json.object([&] {
                    const auto counts = checked.judgement.summary();
                    for (std::size_t i = 0; i < counts.size(); ++i) json.put_number(outcome_names[i], counts[i]);
                });
            });
        });
        json.put_diagnostics(report.diagnostics);
    });
    return json.take();
}

std::string render_read_json(const Report& report, const ReportOptions& options) {
    Json json(options.language);
    json.object([&] {
        json.put("version", options.version);
        json.list("filings", report.filings, [&](const CheckedFiling& checked) { json.object([&] { write_read(json, checked.filing); }); });
        json.put_diagnostics(report.diagnostics);
    });
    return json.take();
}

std::string render_diagnostics_json(const std::vector<Diagnostic>& diagnostics, Language language) {
    Json json(language);
    json.object([&] { json.put_diagnostics(diagnostics); });
    return json.take();
}

}  // namespace gouji
