// SPDX-License-Identifier: Apache-2.0
#include "engine/store/private_stored_rows.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <string_view>

namespace gouji {
namespace {

class List {
public:
    void open(char bracket) { bracket == '[' ? writer_.StartArray() : writer_.StartObject(); }
    void close(char bracket) { bracket == ']' ? writer_.EndArray() : writer_.EndObject(); }
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void number(std::int64_t value) { writer_.Int64(value); }
    void null() { writer_.Null(); }
    /// SQL has no exact numbers but whole ones.
    void value(const Decimal& one) {
        if (one.places() == 0) number(one.mantissa());
        else text(one.to_string());
    }
    void put(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        text(value);
    }
    std::string take() { return {buffer_.GetString(), buffer_.GetSize()}; }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

/// What few of the cells have: by their places.
template <class Say>
void put_few(List& list, std::string_view name, const Table& table, const Say& say) {
    bool any = false;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!table.layout->cells[i]) continue;
        const std::string_view said = say(table.cells[i]);
        if (said.empty()) continue;
        if (!any) {
            list.key(name);
            list.open('{');
        }
        any = true;
        list.put(std::to_string(i), said);
    }
    if (any) list.close('}');
}

}  // namespace

std::string figures_of(const Filing& filing, const LayoutIds& layouts) {
    List list;
    list.open('[');
    for (const Table& table : filing.tables) {
        const auto layout = layouts.find(table.layout);
        if (layout == layouts.end()) continue;
        list.open('{');
        list.key("layout");
        list.number(layout->second);
        list.key("cells");
        list.open('[');
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            if (table.cells[i].presence == Presence::number && table.layout->cells[i]) list.value(table.cells[i].value);
            else list.null();
        }
        list.close(']');
        put_few(list, "units", table, [](const Cell& cell) { return std::string_view(cell.unit); });
        put_few(list, "missing", table, [](const Cell& cell) { return name_of(cell.presence); });
        put_few(list, "open", table, [](const Cell& cell) { return std::string_view(cell.certain ? "" : "1"); });
        list.close('}');
    }
    list.close(']');
    return list.take();
}

std::string mentions_of(const Filing& filing) {
    List list;
    list.open('[');
    for (const Mention& one : filing.mentions) {
        list.open('{');
        list.put("fact", one.form->fact);
        list.key("fields");
        list.open('{');
        for (const auto& field : one.fields) {
            list.key(one.form->fields[static_cast<std::size_t>(field.index)].name);
            if (field.unit.empty()) list.value(field.value);
            else list.text(field.value.to_string() + field.unit);
        }
        list.close('}');
        list.put("text", one.text);
        list.close('}');
    }
    list.close(']');
    return list.take();
}

std::string verdicts_of(const Judgement& judgement) {
    List list;
    list.open('[');
    for (const Verdict& one : judgement.verdicts) {
        if (one.outcome == Outcome::pass || one.outcome == Outcome::not_applicable) continue;
        list.open('{');
        list.put("rule", one.rule->id);
        list.put("verdict", name_of(one.outcome));
        list.put("table", one.at.table);
        list.put("row", one.at.row);
        list.put("column", one.at.column);
        list.put("fact", one.at.fact);
        list.put("section", one.at.section);
        list.put("why", one.outcome == Outcome::fail ? one.message.zh : one.why.zh);
        list.close('}');
    }
    list.close(']');
    return list.take();
}

std::string counts_of(const Judgement& judgement) {
    std::map<std::string_view, std::array<int, outcome_names.size()>> counts;
    for (const Verdict& one : judgement.verdicts) ++counts[one.rule->id][static_cast<std::size_t>(one.outcome)];
    List list;
    list.open('{');
    for (const auto& [rule, own] : counts) {
        list.key(rule);
        list.open('{');
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (own[i] == 0) continue;
            list.key(outcome_names[i]);
            list.number(own[i]);
        }
        list.close('}');
    }
    list.close('}');
    return list.take();
}

std::string fields_of(const Decision& decision) {
    List list;
    list.open('{');
    for (std::size_t i = 0; i < decision_fields.size(); ++i) list.put(decision_fields[i].name, decision.fields[i]);
    list.close('}');
    return list.take();
}

}  // namespace gouji
