// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/guard_request.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace gouji {
namespace {

bool is_address(const std::string& host) {
    in_addr four{};
    in6_addr six{};
    if (host == "localhost" || inet_pton(AF_INET, host.c_str(), &four) == 1) return true;
    return host.size() > 2 && host.front() == '[' && host.back() == ']'
        && inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &six) == 1;
}

bool is_own_host(const std::string& host, int port) {
    const std::string end = ":" + std::to_string(port);
    if (host.ends_with(end)) return is_address(host.substr(0, host.size() - end.size()));
    return port == 80 && is_address(host);
}

bool is_same(std::string_view a, std::string_view b) {
    unsigned differs = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size(); ++i)
        differs |= static_cast<unsigned>(
            static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b.empty() ? '\0' : b[i % b.size()]));
    return differs == 0;
}

std::string cookie_in(std::string_view cookies) {
    const std::string begin = std::string(token_cookie) + "=";
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        std::string_view one = cookies.substr(0, end);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.starts_with(begin)) return std::string(one.substr(begin.size()));
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
    }
    return {};
}

}  // namespace

Words why_stranger(const RequestHead& head, int port) {
    if (!is_own_host(head.host, port)) return {"Host 不是这台服务器的地址", "Host is not the address of this server"};
    if (!head.origin.empty() && head.origin != "http://" + head.host)
        return {"Origin 是另一个网站", "Origin is another site"};
    if (!head.fetch_site.empty() && head.fetch_site != "same-origin" && head.fetch_site != "none")
        return {"由另一个网站的页面发出", "a page of another site sent it"};
    return {};
}

bool has_token(const RequestHead& head, std::string_view token) {
    constexpr std::string_view bearer = "Bearer ";
    if (head.authorization.starts_with(bearer))
        return is_same(std::string_view(head.authorization).substr(bearer.size()), token);
    return is_same(cookie_in(head.cookie), token);
}

}  // namespace gouji
