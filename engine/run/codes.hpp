// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that a run of many filings can meet.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::run_codes {

inline constexpr Code room_lacking{"room-lacking", Severity::error, "临时文件写不进去或读不出来：这次没有做完。",
    "The temporary file could not be written or read back; the run is incomplete.", "请给 /tmp 腾出空间。",
    "Free some space in /tmp."};

inline constexpr std::array all = {room_lacking};

}  // namespace gouji::run_codes
