// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_uri.hpp"

namespace gouji {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

/// The bytes of a name as utf8::printable shows it: \xFF is one of them.
std::string bytes_of_printable(std::string_view shown) {
    std::string bytes;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const bool escaped = shown.substr(at).starts_with("\\x") && at + 3 < shown.size();
        const std::size_t high = escaped ? hex.find(shown[at + 2]) : std::string_view::npos;
        const std::size_t low = escaped ? hex.find(shown[at + 3]) : std::string_view::npos;
        if (high == std::string_view::npos || low == std::string_view::npos) {
            bytes += shown[at];
        } else {
            bytes += static_cast<char>(high << 4U | low);
            at += 3;
        }
    }
    return bytes;
}

}  // namespace

std::string uri_of(std::string_view shown) {
    const std::string path = bytes_of_printable(shown);
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')
            || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) uri += c;
        else uri += {'%', hex[byte >> 4U], hex[byte & 15U]};
    }
    return uri;
}

}  // namespace gouji
