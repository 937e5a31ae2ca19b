// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/body.hpp"

#include <rapidjson/document.h>

#include <algorithm>

namespace gouji {
namespace {

using Value = rapidjson::Value;

std::string string_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

}  // namespace

/// An object within the document that it is a part of.
struct Body::Parsed {
    std::shared_ptr<const rapidjson::Document> document;
    const Value* object = nullptr;

    [[nodiscard]] const Value* find(std::string_view key) const {
        const auto found = object->FindMember(Value(key.data(), static_cast<rapidjson::SizeType>(key.size())));
        return found == object->MemberEnd() ? nullptr : &found->value;
    }
};

Body::Body() = default;
Body::~Body() = default;
Body::Body(Body&&) noexcept = default;
Body& Body::operator=(Body&&) noexcept = default;

std::optional<Body> Body::parse(std::string_view text) {
    auto document = std::make_shared<rapidjson::Document>();
    document->Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    if (document->HasParseError() || !document->IsObject()) return std::nullopt;
    Body body;
    const Value* object = document.get();
    body.parsed_ = std::make_shared<const Parsed>(Parsed{std::move(document), object});
    return body;
}

bool Body::has_only(const std::vector<std::string_view>& keys) const {
    return std::all_of(parsed_->object->MemberBegin(), parsed_->object->MemberEnd(), [&](const auto& member) {
        const std::string_view name(member.name.GetString(), member.name.GetStringLength());
        return std::find(keys.begin(), keys.end(), name) != keys.end();
    });
}

bool Body::has(std::string_view key) const { return parsed_->find(key) != nullptr; }

std::optional<std::string> Body::text(std::string_view key) const {
    const Value* value = parsed_->find(key);
    return value && value->IsString() ? std::optional(string_of(*value)) : std::nullopt;
}

std::optional<std::vector<std::string>> Body::texts(std::string_view key) const {
    const Value* value = parsed_->find(key);
    if (!value || !value->IsArray()) return std::nullopt;
    std::vector<std::string> all;
    for (const Value& one : value->GetArray()) {
        if (!one.IsString()) return std::nullopt;
        all.push_back(string_of(one));
    }
    return all;
}

std::optional<std::map<std::string, std::string>> Body::words(std::string_view key) const {
    const Value* value = parsed_->find(key);
    if (!value || !value->IsObject()) return std::nullopt;
    std::map<std::string, std::string> all;
    for (const auto& member : value->GetObject()) {
        if (!member.value.IsString()) return std::nullopt;
        all[string_of(member.name)] = string_of(member.value);
    }
    return all;
}

std::optional<std::vector<Body>> Body::objects(std::string_view key) const {
    const Value* value = parsed_->find(key);
    if (!value || !value->IsArray()) return std::nullopt;
    std::vector<Body> all;
    for (const Value& one : value->GetArray()) {
        if (!one.IsObject()) return std::nullopt;
        Body body;
        body.parsed_ = std::make_shared<const Parsed>(Parsed{parsed_->document, &one});
        all.push_back(std::move(body));
    }
    return all;
}

}  // namespace gouji
