// SPDX-License-Identifier: Apache-2.0
// Owns: the table of what the workbench answers, and the choice among it. docs/api/openapi.yaml describes each entry; a
// test fails where the two differ.
// Refuses: HTTP: a request comes as plain data, so that tests and fuzzers ask without a socket.
#pragma once

#include "engine/serve/request.hpp"
#include "engine/serve/workbench.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What stands in the path for {report}, {name}, …, in their order.
using PathParts = std::vector<std::string>;

struct Route {
    std::string_view method;
    std::string_view path;       ///< /reports/{report}/text
    std::string_view operation;  ///< its name in docs/api/openapi.yaml
    std::size_t most_bytes;      ///< of a body; 0 where it takes none
    Answer (*answer)(Workbench& bench, const Request& request, const PathParts& parts);
};
std::span<const Route> routes();

/// The most bytes that the body of such a request may have, before it is read; nothing where there is no such route.
std::optional<std::size_t> most_bytes_of(std::string_view method, std::string_view path);

/// Any request, whatever is in it, has an answer. From any thread.
Answer answer(Workbench& bench, const Request& request);

}  // namespace gouji
