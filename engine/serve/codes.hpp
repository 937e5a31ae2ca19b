// SPDX-License-Identifier: Apache-2.0
// Owns: what the workbench refuses.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::serve_codes {

inline constexpr Code not_there{"serve-not-there", Severity::error, "没有“{what}”。", "There is no '{what}'.",
    "它可能已被移除；请重新打开这一页。", "It may have been removed; open the page again."};
inline constexpr Code wrong_method{"serve-wrong-method", Severity::error, "“{what}”不能这样用（{method}）。",
    "'{what}' does not take {method}.", "用法见 docs/api/openapi.yaml。", "docs/api/openapi.yaml says what it takes."};
inline constexpr Code wrong_body{"serve-wrong-body", Severity::error, "请求的内容不对：{why}。",
    "The body of the request is wrong: {why}.", "应有的内容见 docs/api/openapi.yaml。",
    "docs/api/openapi.yaml says what it must have."};
inline constexpr Code unnamed{"serve-unnamed", Severity::error, "没有写文件名。", "The file has no name.",
    "请在地址中写 name=…。", "Write name=… in the address."};
inline constexpr Code too_large{"serve-too-large", Severity::error, "太大：上限是 {limit} 字节。",
    "It is too large: the limit is {limit} bytes.", "请检查文件；报告没有这么大。",
    "Check the file; no report is so large."};
inline constexpr Code too_many{"serve-too-many", Severity::error, "报告太多：上限是 {limit} 份。",
    "There are too many reports: the limit is {limit}.", "请先移除一些，或在命令行用 gouji check 核对整个目录。",
    "Remove some first, or check the whole folder with gouji check."};
inline constexpr Code no_room{"serve-no-room", Severity::error, "没有地方存放这个文件：{why}。",
    "There is no room for this file: {why}.", "请检查 /tmp 的空间。", "Check the free space of /tmp."};
inline constexpr Code no_decisions{"serve-no-decisions", Severity::error, "这里不能写决定。",
    "Decisions cannot be written here.", "请用 gouji serve --decisions FILE 启动。",
    "Start it with gouji serve --decisions FILE."};
inline constexpr Code decisions_not_written{"serve-decisions-not-written", Severity::error,
    "决定文件不能这样写下去，没有改动。", "The file of decisions cannot be continued; it is unchanged.",
    "decisions 应写成文件末尾的列表，每项以 - fingerprint 开头，每个栏目各占一行。",
    "The file must end with the list decisions; each entry begins with - fingerprint and has one line for each field."};
inline constexpr Code no_rule_folder{"serve-no-rule-folder", Severity::error, "这里不能保存规则。",
    "Rules cannot be saved here.", "请用 gouji serve --rules DIR 启动，DIR 是您自己的规则目录。",
    "Start it with gouji serve --rules DIR, where DIR is a folder of your own."};
inline constexpr Code decided_meanwhile{"serve-decided-meanwhile", Severity::error,
    "别人刚刚改了这条决定，您的没有保存。", "Somebody else has just changed this decision; yours was not saved.",
    "请看现在的内容，再决定。", "Look at what it says now, and decide again."};
inline constexpr Code changed_meanwhile{"serve-changed-meanwhile", Severity::error,
    "这个文件在您打开之后被改过，您的没有保存。", "The file was changed after you opened it; yours was not saved.",
    "请重新打开它，再写入您的改动。", "Open it again, and make your change there."};
inline constexpr Code wrong_name{"serve-wrong-name", Severity::error, "“{name}”不能作规则文件的名称。",
    "'{name}' cannot be the name of a rule file.", "请用字母、数字、- 和 _，以 .yaml 结尾，不带目录。",
    "Use letters, digits, - and _, with .yaml at the end and no folder."};
inline constexpr Code not_shown{"serve-not-shown", Severity::error, "这份报告不能这样显示。",
    "This report cannot be shown in this way.", "请看它的文字。", "Look at its text."};
inline constexpr Code no_picture{"serve-no-picture", Severity::error, "无法画出这一页：{why}。",
    "The page cannot be drawn: {why}.", "请安装 poppler-utils；文字仍可查看。",
    "Install poppler-utils; the text can still be seen."};
inline constexpr Code no_finding{"serve-no-finding", Severity::error, "这份报告中没有问题 {fingerprint}。",
    "The report has no finding {fingerprint}.", "规则或读法可能已经改变；请重新打开报告。",
    "Rules or readings may have changed; open the report again."};
inline constexpr Code same_report{"serve-same-report", Severity::note, "内容与“{file}”相同，只核对那一份。",
    "It says the same as '{file}', which was checked.", "不需要做什么。", "Nothing needs to be done."};
inline constexpr Code stranger{"serve-stranger", Severity::error, "请求不是从这个页面来的，没有处理：{why}。",
    "The request does not come from this page and was not taken: {why}.", "请打开启动时显示的链接。",
    "Open the link that was printed at the start."};
inline constexpr Code no_token{"serve-no-token", Severity::error, "没有口令。", "The token is missing.",
    "请打开启动时显示的链接。", "Open the link that was printed at the start."};
inline constexpr Code wrong_listen{"serve-wrong-listen", Severity::error, "“{address}”不是可以监听的地址。",
    "'{address}' is not an address to listen on.", "例如 127.0.0.1:8642、0.0.0.0:8642、[::1]:8642。",
    "Examples: 127.0.0.1:8642, 0.0.0.0:8642, [::1]:8642."};
inline constexpr Code cannot_listen{"serve-cannot-listen", Severity::error, "不能在 {address} 上监听：{why}。",
    "Cannot listen on {address}: {why}.", "可能已有一个在运行；请换一个端口，0 表示任选一个。",
    "Another one may be running; choose another port, 0 for any."};
inline constexpr Code page_missing{"serve-page-missing", Severity::warning,
    "这个程序构建时没有网页，只有接口 /api/v1。", "This program was built without its page; only /api/v1 answers.",
    "请安装 npm 后重新构建。", "Install npm and build again."};

inline constexpr std::array all = {not_there, wrong_method, wrong_body, unnamed, too_large, too_many, no_room,
    no_decisions, decisions_not_written, no_rule_folder, decided_meanwhile, changed_meanwhile, wrong_name, not_shown,
    no_picture, no_finding, same_report, stranger, no_token, wrong_listen, cannot_listen, page_missing};

}  // namespace gouji::serve_codes
