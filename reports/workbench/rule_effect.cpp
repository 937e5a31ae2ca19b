// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/rule_effect.hpp"

#include "reports/writers/private_filing_json.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::size_t most_instances = 100;

/// An instance under both; nothing where it is not there.
struct ChangedInstance {
    const RuleOutcomes::One* now = nullptr;
    const RuleOutcomes::One* before = nullptr;
};

const RuleOutcomes::One* same_in(const RuleOutcomes* all, const RuleOutcomes::One& wanted) {
    if (!all) return nullptr;
    for (const RuleOutcomes::One& one : all->instances) {
        if (one.rule == wanted.rule && one.at == wanted.at) return &one;
    }
    return nullptr;
}

std::vector<ChangedInstance> shown_of(const RuleOutcomes& now, const RuleOutcomes* before) {
    std::vector<ChangedInstance> shown;
    for (const RuleOutcomes::One& one : now.instances) {
        const RuleOutcomes::One* was = same_in(before, one);
        if (one.outcome == Outcome::fail || !was || was->outcome != one.outcome) shown.push_back({&one, was});
    }
    if (before) {
        for (const RuleOutcomes::One& one : before->instances) {
            if (!same_in(&now, one)) shown.push_back({nullptr, &one});
        }
    }
    if (shown.size() > most_instances) shown.resize(most_instances);
    return shown;
}

void write_counts(JsonWriter& json, std::string_view name, const RuleOutcomes* outcomes) {
    std::array<int, outcome_names.size()> counts{};
    if (outcomes) {
        for (const RuleOutcomes::One& one : outcomes->instances) ++counts[static_cast<std::size_t>(one.outcome)];
    }
    json.key(name);
    json.object([&] {
        for (std::size_t i = 0; i < counts.size(); ++i) json.number_field(outcome_names[i], counts[i]);
    });
}

void write_instance(JsonWriter& json, const ChangedInstance& instance) {
    const RuleOutcomes::One& one = instance.now ? *instance.now : *instance.before;
    json.object([&] {
        json.field("rule", std::string_view(one.rule));
        write_at(json, one.at);
        json.field_or_null("now", instance.now ? name_of(instance.now->outcome) : "");
        json.field_or_null("before", instance.before ? name_of(instance.before->outcome) : "");
        json.field("message", one.message);
    });
}

}  // namespace

std::string render_effect(const RuleEffect& effect, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.diagnostics_field(effect.diagnostics);
        json.list("reports", effect.now, [&](const RuleOutcomes& now) {
            const auto found = std::find_if(effect.before.begin(), effect.before.end(),
                [&](const RuleOutcomes& one) { return one.file == now.file; });
            const RuleOutcomes* before = found == effect.before.end() ? nullptr : &*found;
            const auto id = effect.ids.find(now.file);
            json.object([&] {
                json.field("report", std::string_view(id == effect.ids.end() ? "" : id->second));
                json.field_or_null("organ", now.organ);
                json.key("year");
                if (now.year) json.number(*now.year);
                else json.null();
                write_counts(json, "now", &now);
                write_counts(json, "before", before);
                json.list(
                    "instances", shown_of(now, before), [&](const ChangedInstance& one) { write_instance(json, one); });
            });
        });
    });
    return json.finish();
}

}  // namespace gouji
