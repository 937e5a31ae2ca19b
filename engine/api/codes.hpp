// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that the file system can make with what is read.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::api_codes {

inline constexpr Code unreadable{"file-unreadable", Severity::error, "无法读取文件：{why}。",
    "The file cannot be read: {why}.", "请检查路径与权限。", "Check the path and its permissions."};
inline constexpr Code link_outside{"rules-link-outside", Severity::error, "规则目录中的链接指向目录以外，没有读取。",
    "A link in the rule directory points outside it; it was not followed.", "请把文件放进目录，或另用 --rules 指明。",
    "Move the file into the directory, or name it with --rules."};

inline constexpr Code folder_unreadable{"folder-unreadable", Severity::error, "目录读不了，里面的文件没有读：{why}。",
    "The folder cannot be read, so its files were not read: {why}.", "请检查目录的权限。",
    "Check the permissions of the folder."};

inline constexpr std::array all = {unreadable, folder_unreadable, link_outside};

}  // namespace gouji::api_codes
