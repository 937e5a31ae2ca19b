// SPDX-License-Identifier: Apache-2.0
// Owns: the workbench over HTTP: one address, its page, /api/v1, events.
// Refuses: requests of other sites, of other names for this machine (DNS rebinding), without the token where one is
// asked for, too large, or too slow.
#pragma once

#include "engine/serve/workbench.hpp"

#include <memory>
#include <string>

namespace gouji {

/// 127.0.0.1:8642, [::1]:8642
struct ListenAddress {
    std::string host = "127.0.0.1";
    int port = 8642;  ///< 0 for any that is free

    /// Nobody on another machine can reach it.
    [[nodiscard]] bool is_loopback() const;
    [[nodiscard]] std::string to_string() const;
};
/// Nothing where the text is no address with a port; a host is an IP address or `localhost`.
std::optional<ListenAddress> parse_listen(const std::string& text);

class HttpServer {
public:
    /// `token`: asked for where it is not empty. The workbench must live as long.
    HttpServer(Workbench& bench, std::string token);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// The address is taken; a port of 0 becomes the one that was free.
    [[nodiscard]] std::optional<Diagnostic> bind(ListenAddress& address);
    /// Answers until `stop`.
    void run();
    /// From any thread.
    void stop();

private:
    class Listening;
    std::unique_ptr<Listening> listening_;
};

}  // namespace gouji
