// SPDX-License-Identifier: Apache-2.0
// Owns: whether a request may be answered at all: by what its head says of where it comes from.
// Refuses: to look at what is asked.
#pragma once

#include "engine/base/words.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// What the head of a request says; empty for what it does not say.
struct RequestHead {
    std::string host;
    std::string origin;
    std::string fetch_site;  ///< Sec-Fetch-Site: browsers say whose page asks
    std::string authorization;
    std::string cookie;
};

/// Why a request comes from elsewhere; empty where it does not. A name that is not an address could be anybody's (DNS
/// rebinding): the host is an IP address or `localhost`, with the port of the server.
Words why_stranger(const RequestHead& head, int port);

/// The head has the token, as `Bearer` or in its cookie. Takes the same time whatever differs.
bool has_token(const RequestHead& head, std::string_view token);

inline constexpr std::string_view token_cookie = "gouji";

}  // namespace gouji
