// SPDX-License-Identifier: Apache-2.0
// Owns: the marks by which a file is known to be a result of the program: reports/ writes them, engine/source looks for
// them.
// Refuses: a mark that changes from one run to the next; a version may follow it.
#pragma once

#include <array>
#include <string_view>

namespace gouji::origin {

/// Who made the file; the version follows.
inline constexpr std::string_view writer = "gouji ";

/// In the head of a page, at the head of Markdown, and the root of JUnit XML, as they are written.
inline constexpr std::string_view page_mark = "<meta name=\"generator\" content=\"gouji ";
inline constexpr std::string_view markdown_mark = "<!-- gouji ";
inline constexpr std::string_view junit_mark = "<testsuites name=\"gouji\">";

/// The maker of each issue in a report for GitLab.
inline constexpr std::string_view gitlab_engine = "gouji";

/// The beginning of a line that is in every result of its kind, in each language. Text has no place for a mark.
struct Opening {
    std::string_view zh;
    std::string_view en;
};

/// The first columns of the list of findings.
inline constexpr std::array listing = {Opening{"序号", "number"}, Opening{"机关", "organ"}, Opening{"年度", "year"},
    Opening{"问题描述", "what does not agree"}};
/// Text: what was checked in a filing; what a run comes to, on both sides of the number of reports; what was read of a
/// filing.
inline constexpr Opening checked = {"核对：", "Checked: "};
inline constexpr Opening run_before_number = {"共 ", ""};
inline constexpr Opening run_after_number = {" 份报告：", " report"};
inline constexpr std::array read = {Opening{"机关：", "Organ: "}, Opening{"年度：", "Year: "},
    Opening{"公布日期：", "Published: "}, Opening{"表单：", "Form: "}};

}  // namespace gouji::origin
