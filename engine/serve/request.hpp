// SPDX-License-Identifier: Apache-2.0
// Owns: a request to the workbench and its answer, as plain data.
// Refuses: sockets and the rules of HTTP; http_server.hpp has them.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/words.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

struct Request {
    std::string method;
    std::string path;                                            ///< below /api/v1, decoded
    std::multimap<std::string, std::string, std::less<>> query;  ///< decoded
    std::string body;
    std::string remote;  ///< the address of who asks: one conversion at a time for each

    [[nodiscard]] std::string value(std::string_view name) const {
        const auto found = query.find(name);
        return found == query.end() ? std::string() : found->second;
    }
    [[nodiscard]] bool has(std::string_view name) const { return query.find(name) != query.end(); }
    [[nodiscard]] Language language() const { return value("lang") == "en" ? Language::en : Language::zh; }
};

struct Answer {
    int status = 200;
    std::string type = "application/json";
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{};
};

/// A refusal: the diagnostics as JSON.
Answer refuse(int status, const std::vector<Diagnostic>& why, Language language);

}  // namespace gouji
