// SPDX-License-Identifier: Apache-2.0
// Owns: what can be wrong with waivers and decisions when they meet filings.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::check_codes {

inline constexpr Code waiver_expired{"waiver-expired", Severity::warning,
    "{organ} {year} 年度“{rule}”的豁免已于 {day} 到期。", "The waiver of '{rule}' for {organ} {year} expired on {day}.",
    "请核对问题是否已整改；需要延长时由批准人写新的到期日。",
    "Check whether the problem was put right; if not, the approver can set a new date."};
inline constexpr Code waiver_stale{"waiver-stale", Severity::warning,
    "{organ} {year} 年度“{rule}”的豁免不再成立：{name} 批准时为 {seen}，现为 {now}。",
    "The waiver of '{rule}' for {organ} {year} no longer holds: {name} was {seen} when it was granted and is now "
    "{now}.",
    "请按现在的数重新判断。", "Judge it again by the current figures."};
inline constexpr Code waiver_unused{"waiver-unused", Severity::warning,
    "{organ} {year} 年度“{rule}”的豁免没有用到：那里没有不通过的项。",
    "The waiver of '{rule}' for {organ} {year} is not used: nothing fails there.", "请删去它。", "Remove it."};

inline constexpr Code waiver_undated{"waiver-undated", Severity::warning,
    "{organ} {year} 年度“{rule}”的豁免没有采用：不知道今天是哪一天，无法判断是否到期（{day}）。",
    "The waiver of '{rule}' for {organ} {year} was not applied: the date of the run is unknown, so it may have expired "
    "({day}).",
    "请给出核对的日期。", "Give the date of the run."};

inline constexpr Code copies_same{"copies-same", Severity::note,
    "{organ} {year} 年度的报告另有一个文件：与 {other} 各数一致，是同一份报告，只核对一次。",
    "This is a second file of the {year} report of {organ}. Its figures are the same as in {other}, so the report is "
    "checked once.",
    "", ""};
inline constexpr Code copies_many{"copies-many", Severity::warning,
    "{organ} {year} 年度的报告给出了 {count} 个文件，超过 {limit} 个，没有相互对照。",
    "{count} files of the {year} report of {organ} were given, more than {limit}; they were not compared with each "
    "other.",
    "请看各文件的标题是否写对了机关和年度。", "Check whether their titles name the right organ and year."};

inline constexpr Code decision_stale{"decision-stale", Severity::warning,
    "{organ} {year} 年度“{rule}”的决定所依据的数已变：{name} 当时为 {seen}，现为 {now}。",
    "The decision on '{rule}' for {organ} {year} was based on other figures: {name} was {seen} and is now {now}.",
    "请按现在的数重新判断，并在决定的 cells 中写下现在的数。",
    "Judge it again, and write the current figures into the cells of the decision."};
inline constexpr Code decisions_elsewhere{"decisions-elsewhere", Severity::note,
    "另有 {count} 项决定是关于没有给出的报告的，原样保留。",
    "{count} {count|decision is about a report that was|decisions are about reports that were} not given; {count|it "
    "is|they are} kept unchanged.",
    "", ""};

inline constexpr std::array all = {waiver_expired, waiver_stale, waiver_unused, waiver_undated, copies_same,
    copies_many, decision_stale, decisions_elsewhere};

}  // namespace gouji::check_codes
