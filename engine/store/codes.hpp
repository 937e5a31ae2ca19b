// SPDX-License-Identifier: Apache-2.0
// Owns: the trouble that a store can make.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::store_codes {

inline constexpr Code not_opened{"store-not-opened", Severity::error, "打不开存储文件：{why}。",
    "The store cannot be opened: {why}.", "请检查路径与权限。", "Check the path and its permissions."};
inline constexpr Code foreign{"store-foreign", Severity::error, "这个文件不是 gouji 的存储。",
    "This file is not a gouji store.", "请换一个文件名；没有的会新建。",
    "Name another file; it is created if it does not exist."};
inline constexpr Code newer{"store-newer", Severity::error, "这个存储是更新的版本写的。",
    "This store was written by a newer version.", "请用新版本，或换一个文件名。",
    "Use that version, or name another file."};
inline constexpr Code not_written{"store-not-written", Severity::error,
    "存储没有写成：{why}。结果仍然完整，存储里缺这一次的。",
    "The store was not written: {why}. The result is complete, but the store does not have it.",
    "请检查磁盘空间，以及是否有别的程序占用；再运行一次即可补上。",
    "Check the disk space, and whether another program is using the store; running again completes it."};

inline constexpr Code older{"store-older", Severity::error, "这个存储是旧版本写的。",
    "This store was written by an older version.", "请先对它运行一次 gouji check --store，即成为新版本的。",
    "Run gouji check --store with it once, which makes it one of this version."};
inline constexpr Code empty{"store-empty", Severity::error, "这个存储里没有知道机关和年份的报告。",
    "This store has no report of a known organ and year.", "请先运行 gouji check --store，把报告存进去。",
    "First put reports into it with gouji check --store."};
inline constexpr Code not_asked{"store-not-asked", Severity::error, "这个存储读不完整：{why}。",
    "The store cannot be read completely: {why}.", "请换一份备份，或对报告重新运行 gouji check --store。",
    "Use a backup, or run gouji check --store on the reports again."};

inline constexpr std::array all = {not_opened, foreign, newer, older, empty, not_written, not_asked};

}  // namespace gouji::store_codes
