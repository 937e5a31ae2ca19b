// SPDX-License-Identifier: Apache-2.0
// Owns: what can be wrong with waivers and decisions when they meet filings.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::check_codes {

inline constexpr Code waiver_expired{"waiver-expired", Severity::warning, "{organ} {year} 年度“{rule}”的豁免已于 {day} 到期。", "The waiver of '{rule}' for {organ} {year} expired on {day}.",
    "请核对问题是否已整改；需要延长时由批准人写新的到期日。", "See whether the trouble was mended; its approver may write a new day."};
inline constexpr Code waiver_stale{"waiver-stale", Severity::warning, "{organ} {year} 年度“{rule}”的豁免不再成立：{name} 批准时为 {seen}，现为 {now}。",
    "The waiver of '{rule}' for {organ} {year} no longer holds: {name} was {seen} when it was granted and is {now}.", "请按现在的数重新判断。", "Judge it anew by the figures of today."};
inline constexpr Code waiver_unused{"waiver-unused", Severity::warning, "{organ} {year} 年度“{rule}”的豁免没有用到：那里没有不符。", "The waiver of '{rule}' for {organ} {year} is not used: nothing is wrong there.",
    "请删去它。", "Remove it."};

inline constexpr Code decision_stale{"decision-stale", Severity::warning, "{organ} {year} 年度“{rule}”的决定所依据的数已变：{name} 当时为 {seen}，现为 {now}。",
    "What was decided of '{rule}' for {organ} {year} was about other figures: {name} was {seen} and is {now}.", "请按现在的数重新判断，并在决定的 cells 中写下现在的数。", "Judge it anew, and write the figures of today into the cells of the decision."};
inline constexpr Code decisions_elsewhere{"decisions-elsewhere", Severity::note, "另有 {count} 项决定是关于没有给出的报告的，原样保留。", "{count} decisions are about reports that were not given; they stay as they are.", "", ""};

inline constexpr std::array all = {waiver_expired, waiver_stale, waiver_unused, decision_stale, decisions_elsewhere};

}  // namespace gouji::check_codes
