// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/bench_state.hpp"

#include "engine/base/version.hpp"
#include "engine/model/decision.hpp"
#include "engine/rules/keys.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {
std::string render_state(const BenchState& state, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.field("version", version());
        json.number_field("rules", static_cast<std::int64_t>(state.rules));
        json.field("rules_version", std::string_view(state.rules_version));
        json.truth_field("may_decide", state.may_decide);
        json.truth_field("may_change_rules", state.may_change_rules);
        json.truth_field("has_store", state.has_store);
        json.number_field("most_bytes", static_cast<std::int64_t>(state.most_bytes));
        json.number_field("most_reports", static_cast<std::int64_t>(state.most_reports));
        json.list("endings", state.endings, [&](const std::string& one) { json.text(one); });
        json.list("fields", decision_fields, [&](const DecisionField& field) {
            json.object([&] {
                json.field("name", field.name);
                json.field("title", language == Language::zh ? field.name : field.en);
                json.list("values", words_of("decision", field.name), [&](const KeyWord& one) { json.text(one.word); });
            });
        });
    });
    return json.finish();
}

std::string render_organs(const std::map<std::string, std::map<int, std::string>>& organs, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.list("organs", organs, [&](const auto& organ) {
            json.object([&] {
                json.field("organ", std::string_view(organ.first));
                json.list("years", organ.second, [&](const auto& year) {
                    json.object([&] {
                        json.number_field("year", year.first);
                        json.field("report", std::string_view(year.second));
                    });
                });
            });
        });
    });
    return json.finish();
}

}  // namespace gouji
