// SPDX-License-Identifier: Apache-2.0
// Owns: reading the bodies of requests: JSON with the keys that an answer asks for, and no others.
// Refuses: depth: nesting costs no stack.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class Body {
public:
    /// Nothing where the text is not one JSON object in UTF-8.
    static std::optional<Body> parse(std::string_view text);
    ~Body();
    Body(Body&&) noexcept;
    Body& operator=(Body&&) noexcept;

    /// It has no other keys than these.
    [[nodiscard]] bool has_only(const std::vector<std::string_view>& keys) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key) const;
    /// An object whose values are texts.
    [[nodiscard]] std::optional<std::map<std::string, std::string>> words(std::string_view key) const;
    /// A list of objects.
    [[nodiscard]] std::optional<std::vector<Body>> objects(std::string_view key) const;

private:
    struct Parsed;
    Body();
    std::shared_ptr<const Parsed> parsed_;
};

}  // namespace gouji
