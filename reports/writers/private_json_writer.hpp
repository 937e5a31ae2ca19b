// SPDX-License-Identifier: Apache-2.0
// Owns: writing JSON: names, texts in one language, numbers with their exact digits.
// Refuses: to be used outside of reports/.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"
#include "engine/base/words.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class JsonWriter {
public:
    explicit JsonWriter(Language language) : language_(language), writer_(buffer_) { writer_.SetIndent(' ', 1); }

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
    /// A list of one object.
    template <class Write>
    void list_of_one(std::string_view name, Write write) {
        key(name);
        writer_.StartArray();
        object(write);
        writer_.EndArray();
    }
    template <class List, class Write>
    void items(const List& all, Write write) {
        writer_.StartArray();
        for (const auto& one : all) write(one);
        writer_.EndArray();
    }
    /// For what comes from several places. Each begin has its end, if only in another text (`part`).
    void begin_object() { writer_.StartObject(); }
    void end_object() { writer_.EndObject(); }
    void begin_list() { writer_.StartArray(); }
    void end_list() { writer_.EndArray(); }
    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void text(const Words& words) { text(std::string_view(words.in(language_))); }
    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void field(std::string_view name, const Words& words) { field(name, std::string_view(words.in(language_))); }
    void field_or_null(std::string_view name, std::string_view value) {
        key(name);
        if (value.empty()) writer_.Null();
        else text(value);
    }
    void null() { writer_.Null(); }
    /// A value that is put in afterwards: the text goes on behind it.
    void nothing() { writer_.RawValue("", 0, rapidjson::kNumberType); }
    void number(std::int64_t value) { writer_.Int64(value); }
    void number_field(std::string_view name, std::int64_t value) {
        key(name);
        number(value);
    }
    void truth_field(std::string_view name, bool value) {
        key(name);
        writer_.Bool(value);
    }
    void exact(const Decimal& value) {
        const std::string digits = value.to_string();
        writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    void field(std::string_view name, const std::optional<Decimal>& value) {
        key(name);
        if (value) exact(*value);
        else writer_.Null();
    }
    void field(std::string_view name, Span span) {
        key(name);
        object([&] {
            number_field("start", span.start);
            number_field("end", span.end);
        });
    }
    void diagnostics_field(const std::vector<Diagnostic>& diagnostics) {
        list("diagnostics", diagnostics, [&](const Diagnostic& one) {
            object([&] {
                field("code", std::string_view(one.code));
                field("severity", name_of(one.severity));
                field("message", one.message);
                field("file", std::string_view(one.file));
                number_field("line", one.line);
                number_field("column", one.column);
                field("help", one.help);
            });
        });
    }

    /// The text since the last call, with its open brackets.
    std::string part() {
        std::string written(buffer_.GetString(), buffer_.GetSize());
        buffer_.Clear();
        return written;
    }
    std::string finish() { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

private:
    Language language_;
    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

}  // namespace gouji
