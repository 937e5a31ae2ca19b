// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/decision_list.hpp"

#include "reports/writers/private_json_writer.hpp"

namespace gouji {
namespace {

void write_list(JsonWriter& json, const std::vector<Decision>& decisions) {
    json.list("decisions", decisions, [&](const Decision& one) {
        json.object([&] {
            json.field("fingerprint", std::string_view(one.fingerprint));
            json.field("rule", std::string_view(one.rule));
            json.field_or_null("organ", one.organ);
            json.key("year");
            if (one.year) json.number(*one.year);
            else json.null();
            json.field("finding", std::string_view(one.finding));
            json.key("fields");
            json.object([&] {
                for (std::size_t i = 0; i < decision_fields.size(); ++i) {
                    if (!one.fields[i].empty()) json.field(decision_fields[i].name, std::string_view(one.fields[i]));
                }
            });
        });
    });
}

}  // namespace

std::string render_decisions(const std::vector<Decision>& decisions, const std::string& version, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.field("version", std::string_view(version));
        write_list(json, decisions);
    });
    return json.finish();
}

std::string render_conflict(
    const std::vector<Diagnostic>& why, const std::vector<Decision>& decisions, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.diagnostics_field(why);
        write_list(json, decisions);
    });
    return json.finish();
}

}  // namespace gouji
