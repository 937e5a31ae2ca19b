// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/fill_decisions.hpp"

#include "engine/base/utf8.hpp"
#include "engine/model/decision.hpp"
#include "engine/rules/yaml.hpp"

#include <algorithm>

namespace gouji {
namespace {

struct TextEdit {
    std::size_t at = 0;
    std::size_t size = 0;  ///< of what is replaced
    std::string text;
};

/// Where the value of a key begins and how long it is; nothing where it is no text on one line.
std::optional<TextEdit> place_of_value(std::string_view content, const Yaml::Entry& entry) {
    const std::size_t colon = entry.key.offset + entry.key.text.size();
    if (content.substr(entry.key.offset, entry.key.text.size()) != entry.key.text || colon >= content.size()
        || content[colon] != ':')
        return std::nullopt;
    const Yaml& value = entry.value;
    if (value.is_null()) {
        const std::size_t next = content.find_first_not_of(' ', colon + 1);
        const bool tilde = next != std::string_view::npos && content[next] == '~';
        return tilde ? TextEdit{next, 1, {}} : TextEdit{colon + 1, 0, {}};
    }
    if (!value.is_scalar()) return std::nullopt;
    if (!value.quoted) {
        if (content.substr(value.offset, value.text.size()) != value.text) return std::nullopt;
        return TextEdit{value.offset, value.text.size(), {}};
    }
    const std::size_t first = value.offset - 1;
    const char quote = content[first];
    if (quote != '"' && quote != '\'') return std::nullopt;
    for (std::size_t at = value.offset; at < content.size(); ++at) {
        if (content[at] == '\\' && quote == '"') ++at;
        else if (content[at] == quote && quote == '\'' && content.substr(at + 1, 1) == "\'") ++at;
        else if (content[at] == quote) return TextEdit{first, at + 1 - first, {}};
    }
    return std::nullopt;
}

/// A line for a key that the entry does not have: before the fields that come after it, or before `cells`.
std::optional<TextEdit> place_of_line(std::string_view content, const Yaml& entry, std::size_t field) {
    const Yaml::Entry* before = nullptr;
    const auto consider = [&](std::string_view key) {
        const auto found = std::find_if(
            entry.entries.begin(), entry.entries.end(), [&](const Yaml::Entry& one) { return one.key.text == key; });
        // The first key of an entry is behind its dash.
        if (!before && found != entry.entries.end() && found != entry.entries.begin()) before = &*found;
    };
    for (std::size_t i = field + 1; i < decision_fields.size(); ++i) consider(decision_fields[i].name);
    consider("cells");
    if (!before && entry.entries.size() > 1) before = &entry.entries[1];
    if (!before || before->key.offset == 0) return std::nullopt;
    const std::size_t line = content.rfind('\n', before->key.offset - 1) + 1;
    const std::string_view indent = content.substr(line, before->key.offset - line);
    if (line == 0 || indent.find_first_not_of(' ') != std::string_view::npos) return std::nullopt;
    return TextEdit{line, 0, std::string(indent) + std::string(decision_fields[field].name) + ":\n"};
}

std::optional<TextEdit> edit_of(std::string_view content, const Yaml& entry, const DecisionChange& change) {
    const std::string value = written_value(change.value);
    for (const Yaml::Entry& one : entry.entries) {
        if (one.key.text != decision_fields[change.field].name) continue;
        auto edit = place_of_value(content, one);
        if (!edit) return std::nullopt;
        // Behind the colon of a key without a value.
        edit->text = (content[edit->at - 1] == ':' ? " " : "") + value;
        return edit;
    }
    auto edit = place_of_line(content, entry, change.field);
    if (edit) edit->text.insert(edit->text.size() - 1, " " + value);
    return edit;
}

}  // namespace

std::string written_value(std::string_view value) {
    bool plain = !value.empty() && value.front() != '-';
    bool any = false;  // anything but letters: true, no
    for (std::size_t at = 0; at < value.size();) {
        const auto one = utf8::decode(value, at);
        at += one.size;
        const bool digit = (one.code >= '0' && one.code <= '9') || one.code == '-';
        const bool letter = (one.code >= 'a' && one.code <= 'z') || (one.code >= 'A' && one.code <= 'Z');
        plain = plain && (digit || letter || utf8::is_han(one.code));
        any = any || !letter;
    }
    if (plain && any) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::optional<std::string> fill_decisions(const std::string& content, const std::vector<DecisionChange>& changes) {
    if (changes.empty()) return content;
    YamlFile file("", content);
    const Yaml root = file.parse();
    const Yaml* list = root.find("decisions");
    if (!list) return std::nullopt;
    std::vector<TextEdit> edits;
    for (const DecisionChange& change : changes) {
        if (change.decision >= list->items.size()) return std::nullopt;
        auto edit = edit_of(content, list->items[change.decision], change);
        if (!edit) return std::nullopt;
        edits.push_back(std::move(*edit));
    }
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.at < b.at; });
    std::string made;
    std::size_t at = 0;
    for (const TextEdit& edit : edits) {
        if (edit.at < at) return std::nullopt;
        made += content.substr(at, edit.at - at) + edit.text;
        at = edit.at + edit.size;
    }
    return made + content.substr(at);
}

}  // namespace gouji
