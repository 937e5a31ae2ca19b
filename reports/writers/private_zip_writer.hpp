// SPDX-License-Identifier: Apache-2.0
// Owns: a zip archive as bytes: entries in their order, without the time of day.
// Refuses: files and paths. And to be used outside of reports/.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Entries by name, with their bytes; empty where the archive cannot be made.
std::string write_zip(const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace gouji
