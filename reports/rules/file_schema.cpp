// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/file_schema.hpp"

#include "engine/rules/keys.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <array>
#include <initializer_list>

namespace gouji {
namespace {

class SchemaWriter {
public:
    explicit SchemaWriter(Language language) : language_(language), json_(language) {}

    std::string write(std::string_view kind) {
        json_.object([&] {
            json_.field("$schema", "http://json-schema.org/draft-07/schema#");
            const KeyTable& root = key_table(kind);
            json_.field("title", Words{"勾稽：" + std::string(root.zh), "Gouji: " + std::string(root.en)});
            if (kind == "rule") {
                // A rule file is a list of rules, and of lets that they share.
                json_.field("type", "array");
                json_.key("items");
                any_of({"rule", "library"});
            } else {
                json_.field("$ref", "#/definitions/" + std::string(kind));
            }
            json_.key("definitions");
            json_.object([&] {
                for (const KeyTable& table : key_tables()) {
                    json_.key(table.name);
                    definition(table);
                }
            });
        });
        return json_.finish();
    }

private:
    std::string_view in(std::string_view zh, std::string_view en) const { return language_ == Language::zh ? zh : en; }

    void any_of(std::initializer_list<std::string_view> tables) {
        json_.object(
            [&] { json_.list("anyOf", tables, [&](std::string_view one) { json_.object([&] { reference(one); }); }); });
    }

    void reference(std::string_view table) { json_.field("$ref", "#/definitions/" + std::string(table)); }

    void definition(const KeyTable& table) {
        json_.object([&] {
            json_.field("type", "object");
            json_.field("description", in(table.zh, table.en));
            json_.truth_field("additionalProperties", table.open);
            std::vector<std::string_view> needed;
            for (const Key& key : table.keys) {
                if (key.needed) needed.push_back(key.name);
            }
            if (!needed.empty()) json_.list("required", needed, [&](std::string_view one) { json_.text(one); });
            json_.key("properties");
            json_.object([&] {
                for (const Key& key : table.keys) {
                    json_.key(key.name);
                    json_.object([&] {
                        json_.field("description", in(key.zh, key.en));
                        type(key);
                    });
                }
            });
        });
    }

    void scalar() {
        constexpr std::array types = {
            std::string_view("string"), std::string_view("number"), std::string_view("boolean")};
        json_.list("type", types, [&](std::string_view one) { json_.text(one); });
    }

    void either(auto first, auto second) {
        json_.key("anyOf");
        const std::array<int, 2> both = {0, 1};
        json_.items(both, [&](int which) { json_.object([&] { which == 0 ? first() : second(); }); });
    }

    void list_of(auto item) {
        json_.field("type", "array");
        json_.key("items");
        json_.object(item);
    }

    void words_of(std::string_view table) {
        const auto& words = word_table(table).words;
        json_.list("enum", words, [&](const KeyWord& one) { json_.text(one.word); });
        json_.list("markdownEnumDescriptions", words, [&](const KeyWord& one) { json_.text(in(one.zh, one.en)); });
    }

    void words() {
        json_.field("type", "object");
        json_.truth_field("additionalProperties", false);
        const std::array<std::string_view, 2> languages = {"zh", "en"};
        json_.list("required", languages, [&](std::string_view one) { json_.text(one); });
        json_.key("properties");
        json_.object([&] {
            for (const auto one : languages) {
                json_.key(one);
                json_.object([&] { scalar(); });
            }
        });
    }

    void pattern(std::string_view text) {
        either([&] { json_.field("type", "integer"); },
            [&] {
                json_.field("type", "string");
                json_.field("pattern", text);
            });
    }

    /// One case for each kind of value, however many there are.
    void type(const Key& key) {
        using T = Key::Type;
        switch (key.type) {
            case T::text:
            case T::formula: return scalar();
            case T::words: return either([&] { scalar(); }, [&] { words(); });
            case T::texts:
            case T::formulas: return either([&] { scalar(); }, [&] { list_of([&] { scalar(); }); });
            case T::flag: return json_.field("type", "boolean");
            case T::choice: return words_of(key.of);
            case T::lets:
                json_.field("type", "object");
                json_.key("additionalProperties");
                return json_.object([&] { scalar(); });
            case T::years: return pattern("^([0-9]{4})?(\\.\\.)?([0-9]{4})?$");
            case T::days: return pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2})?(\\.\\.)?([0-9]{4}-[0-9]{2}-[0-9]{2})?$");
            case T::day: return pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            case T::number: return pattern("^[0-9]+$");
            case T::map: return reference(key.of);
            case T::maps: return list_of([&] { reference(key.of); });
            case T::map_or_choice: return either([&] { words_of(key.of); }, [&] { reference(key.of); });
            case T::tree:
                if (!key.of.empty()) either([&] { scalar(); }, [&] { reference(key.of); });
                return;
        }
    }

    Language language_;
    JsonWriter json_;
};

}  // namespace

std::vector<std::string> schema_kinds() {
    return {"rule", "form", "lexicon", "suite", "waivers", "decisions", "organs", "tests"};
}

std::string render_schema(std::string_view kind, Language language) { return SchemaWriter(language).write(kind); }

}  // namespace gouji
