// SPDX-License-Identifier: Apache-2.0
// Owns: a zip archive on its way to an outlet: entries in their order, without the time of day. It is made in a file
// without a name, as sizes stand before what they are of.
// Refuses: paths. And to be used outside of reports/.
#pragma once

#include "reports/run_writer.hpp"

#include <string>
#include <vector>

namespace gouji {

struct ZipEntry {
    std::string name;
    std::string bytes;
    WaitingText* waiting = nullptr;  ///< its bytes, where they are too many to be held; `bytes` is empty then
};

/// False where the archive cannot be made or written.
bool write_zip(const std::vector<ZipEntry>& entries, ResultOutlet& outlet);

}  // namespace gouji
