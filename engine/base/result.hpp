// SPDX-License-Identifier: Apache-2.0
// Owns: what a stage hands on: a value where there is one, and the diagnostics on the way to it.
// Refuses: exceptions; none crosses a layer.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace gouji {

template <class Value>
struct Result {
    std::optional<Value> value;
    std::vector<Diagnostic> diagnostics;

    Result() = default;
    Result(Value made) : value(std::move(made)) {}                     // NOLINT: a plain value is a result
    Result(Diagnostic why) { diagnostics.push_back(std::move(why)); }  // NOLINT: so is a refusal

    explicit operator bool() const { return value.has_value(); }
    Value& operator*() { return *value; }
    const Value& operator*() const { return *value; }
    Value* operator->() { return &*value; }
    const Value* operator->() const { return &*value; }
};

}  // namespace gouji
