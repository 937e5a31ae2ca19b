// SPDX-License-Identifier: Apache-2.0
// Owns: the words that the prose of a family of reports is understood by, each with its class, and what a fact says in
// them: plain data.
// Refuses: to find words in a text (grammar/filing/prose does).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji {

/// What a word does in its clause. The first ones are the slots of a frame: a fact says which values of them it takes.
enum class WordClass : std::uint8_t {
    what,      ///< the thing that is counted: 申请, 行政复议
    of,        ///< what that thing is about: 政府信息公开
    happened,  ///< 收到, 办结, 结转, 予以公开
    who,       ///< who applied: 自然人
    how,       ///< the way it came in or went out: 网络, 信函
    when,      ///< 上年, 下年; years that are printed become these
    whose,     ///< 自己, 全境, 下级
    all,       ///< 均, 已, 为: a clause without a figure speaks of all that the clause before it counted
    rate,      ///< 办结率
    change,    ///< 增长, 下降
    no,        ///< 未, 无
    part,      ///< 其中, 包括
    total,     ///< 共, 累计
    share,     ///< 占, 占比
    against,   ///< 同比, 较
    other,     ///< 其他: what the words beside it are, and none of them
    begin,     ///< a preposition whose phrase says nothing here: 按照
    end,       ///< the end of such a phrase: 规定, 名义
    plain,     ///< a word that changes nothing: 依法, 及时
};
inline constexpr std::size_t word_class_count = 19;
inline constexpr std::size_t slot_count = 10;  ///< the classes before `no`

/// In the order of the classes. Those without values are lists in the file.
inline constexpr std::array<std::string_view, word_class_count> word_class_names = {"what", "of", "happened", "who",
    "how", "when", "whose", "all", "rate", "change", "no", "part", "total", "share", "against", "other", "begin", "end",
    "plain"};

inline bool has_values(WordClass one) { return static_cast<std::size_t>(one) < slot_count; }

/// Values that the grammar itself gives or takes away.
inline constexpr std::string_view own_value = "自己";        ///< whose: the reporter, which says nothing more
inline constexpr std::string_view whole_value = "全境";      ///< whose: all of the place; of a government the reporter
inline constexpr std::string_view office_value = "机关";     ///< whose: an organ without its place
inline constexpr std::string_view this_year_value = "本年";  ///< when: says nothing more
inline constexpr std::string_view last_year_value = "上年";
inline constexpr std::string_view next_year_value = "下年";
inline constexpr std::string_view other_time_value = "他时";
inline constexpr std::string_view happened_value = "发生";  ///< happened: says no more beside another one
/// all: by itself, in a sentence without a figure, it speaks of nothing that was counted.
inline constexpr std::string_view be_value = "为";
inline constexpr std::string_view every_value = "均";   ///< all: each of them, and not only the last
inline constexpr std::string_view fall_value = "下降";  ///< change: of a fact with signs, the figure is below zero
/// A field that is stated where the clause says so of all that was counted before: 均为自然人申请.
inline constexpr std::string_view all_field = "全部";
inline constexpr std::string_view no_value = "无";  ///< in what a fact says: the slot may be empty

}  // namespace gouji
