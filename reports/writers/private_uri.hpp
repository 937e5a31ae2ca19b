// SPDX-License-Identifier: Apache-2.0
// Owns: names of files as addresses.
// Refuses: to be used outside of reports/.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// A path, as messages show it, as a URI reference (RFC 3986): every byte that is not unreserved is percent-encoded;
/// absolute paths are file URIs.
std::string uri_of(std::string_view shown);

}  // namespace gouji
