// SPDX-License-Identifier: Apache-2.0
#include "engine/store/private_stored_rows.hpp"

#include "engine/model/cell_unit.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <string_view>

namespace gouji {
namespace {

class JsonColumn {
public:
    void open(char bracket) { bracket == '[' ? writer_.StartArray() : writer_.StartObject(); }
    void close(char bracket) { bracket == ']' ? writer_.EndArray() : writer_.EndObject(); }
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void number(std::int64_t value) { writer_.Int64(value); }
    void null() { writer_.Null(); }
    /// SQL has no exact numbers except whole ones.
    void value(const Decimal& one) {
        if (one.places() == 0) number(one.mantissa());
        else text(one.to_string());
    }
    void add(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        text(value);
    }
    std::string json() { return {buffer_.GetString(), buffer_.GetSize()}; }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

/// Something that only some of the cells have, by their places.
template <class Say>
void add_some(JsonColumn& column, std::string_view name, const Table& table, const Say& say) {
    bool any = false;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!table.layout->cells[i]) continue;
        const std::string_view said = say(table.cells[i]);
        if (said.empty()) continue;
        if (!any) {
            column.key(name);
            column.open('{');
        }
        any = true;
        column.add(std::to_string(i), said);
    }
    if (any) column.close('}');
}

/// A table with a layout of its own: each cell with its names.
void add_printed(JsonColumn& column, const Table& table) {
    const TableForm& layout = *table.layout;
    column.open('{');
    column.add("form", table.form->id);
    column.add("table", table.name);
    column.key("printed");
    column.open('[');
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!layout.cells[i]) continue;
        const Cell& cell = table.cells[i];
        column.open('{');
        column.add("row", layout.rows.leaf(layout.row_of(static_cast<int>(i))).path);
        column.add("column", layout.columns.leaf(layout.column_of(static_cast<int>(i))).path);
        column.key("value");
        if (cell.presence == Presence::number) column.value(cell.value);
        else column.null();
        column.add("unit", unit_of_cell(table, static_cast<int>(i)));
        if (cell.presence != Presence::number) column.add("missing", name_of(cell.presence));
        if (!cell.certain) column.add("open", "1");
        column.close('}');
    }
    column.close(']');
    column.close('}');
}

}  // namespace

std::string figures_of(const Filing& filing, const LayoutIds& layouts) {
    JsonColumn column;
    column.open('[');
    for (const Table& table : filing.tables) {
        if (table.own_layout) {
            add_printed(column, table);
            continue;
        }
        const auto layout = layouts.find(table.layout);
        if (layout == layouts.end()) continue;
        column.open('{');
        column.key("layout");
        column.number(layout->second);
        column.key("cells");
        column.open('[');
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            if (table.cells[i].presence == Presence::number && table.layout->cells[i])
                column.value(table.cells[i].value);
            else column.null();
        }
        column.close(']');
        add_some(column, "units", table, [](const Cell& cell) { return std::string_view(cell.unit); });
        add_some(column, "missing", table, [](const Cell& cell) { return name_of(cell.presence); });
        add_some(column, "open", table, [](const Cell& cell) { return std::string_view(cell.certain ? "" : "1"); });
        column.close('}');
    }
    column.close(']');
    return column.json();
}

std::string mentions_of(const Filing& filing) {
    JsonColumn column;
    column.open('[');
    for (const Mention& one : filing.mentions) {
        column.open('{');
        column.add("fact", one.form->fact);
        if (!one.row.empty()) column.add("row", one.row);
        column.key("fields");
        column.open('{');
        for (const auto& field : one.fields) {
            column.key(one.form->fields[static_cast<std::size_t>(field.index)].name);
            if (field.unit.empty()) column.value(field.value);
            else column.text(field.value.to_string() + field.unit);
        }
        column.close('}');
        column.add("text", one.text);
        column.close('}');
    }
    column.close(']');
    return column.json();
}

std::string verdicts_of(const Judgement& judgement) {
    JsonColumn column;
    column.open('[');
    for (const Verdict& one : judgement.verdicts) {
        if (one.outcome == Outcome::pass || one.outcome == Outcome::not_applicable) continue;
        column.open('{');
        column.add("rule", one.rule->id);
        column.add("verdict", name_of(one.outcome));
        column.add("table", one.at.table);
        column.add("row", one.at.row);
        column.add("column", one.at.column);
        column.add("fact", one.at.fact);
        column.add("section", one.at.section);
        column.add("why", one.outcome == Outcome::fail ? one.message.zh : one.why.zh);
        column.close('}');
    }
    column.close(']');
    return column.json();
}

std::string counts_of(const Judgement& judgement) {
    std::map<std::string_view, std::array<int, outcome_names.size()>> counts;
    for (const Verdict& one : judgement.verdicts) ++counts[one.rule->id][static_cast<std::size_t>(one.outcome)];
    JsonColumn column;
    column.open('{');
    for (const auto& [rule, own] : counts) {
        column.key(rule);
        column.open('{');
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (own[i] == 0) continue;
            column.key(outcome_names[i]);
            column.number(own[i]);
        }
        column.close('}');
    }
    column.close('}');
    return column.json();
}

std::string fields_of(const Decision& decision) {
    JsonColumn column;
    column.open('{');
    for (std::size_t i = 0; i < decision_fields.size(); ++i) column.add(decision_fields[i].name, decision.fields[i]);
    column.close('}');
    return column.json();
}

}  // namespace gouji
