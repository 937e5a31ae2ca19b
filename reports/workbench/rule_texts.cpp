// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/rule_texts.hpp"

#include "engine/model/verdict.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <cstdint>
#include <utility>

namespace gouji {
namespace {

/// FNV-1a: it tells apart versions that people save one after the other.
std::uint64_t number_of_text(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

}  // namespace

RuleText RuleText::of(std::string name, std::string text) {
    std::string version = print_fingerprint(number_of_text(text));
    return {std::move(name), std::move(version), std::move(text)};
}

std::string render_rule_names(const std::vector<RuleText>& files, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.list("files", files, [&](const RuleText& one) {
            json.object([&] {
                json.field("name", std::string_view(one.name));
                json.field("version", std::string_view(one.version));
            });
        });
    });
    return json.finish();
}

std::string render_rule_text(const RuleText& file, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.field("name", std::string_view(file.name));
        json.field("version", std::string_view(file.version));
        json.field("text", std::string_view(file.text));
    });
    return json.finish();
}

}  // namespace gouji
