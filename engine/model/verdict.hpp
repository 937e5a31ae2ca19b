// SPDX-License-Identifier: Apache-2.0
// Owns: what an instance of a rule comes to, and what a person is shown of a failed one.
// Refuses: to evaluate anything.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"
#include "engine/base/words.hpp"
#include "engine/model/decision.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

enum class Outcome { pass, fail, assumed, undecided, not_applicable, waived, error };

inline constexpr std::array<std::string_view, 7> outcome_names = {
    "pass", "fail", "assumed", "undecided", "not-applicable", "waived", "error"};

inline std::string_view name_of(Outcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }

struct OutcomeWords {
    std::string_view zh;
    std::string_view en;
};
/// What people read for an outcome, everywhere; docs/glossary.md has the same words.
inline constexpr std::array<OutcomeWords, 7> outcome_words = {OutcomeWords{"通过", "pass"},
    OutcomeWords{"不通过", "fail"}, OutcomeWords{"未能独立证明", "assumed"}, OutcomeWords{"不能判定", "undecided"},
    OutcomeWords{"不适用", "not applicable"}, OutcomeWords{"豁免", "waived"}, OutcomeWords{"出错", "error"}};

/// The names that an instance has bound, for people and for JSON.
struct At {
    std::string table;
    std::string row;
    std::string column;
    std::string fact;
    std::string section;

    friend bool operator==(const At&, const At&) = default;
};

/// Where a figure of another file stands, as far as people can look it up there.
struct Elsewhere {
    std::string file;
    Span span;
    int line = 0;      ///< from 1; 0 where the file has none, or nobody asked for it
    int page = 0;      ///< from 1; 0 where there are none
    std::string part;  ///< a sheet's name, or a part of the package
    int table = 0;     ///< of the part, from 1
    std::string cell;  ///< B7
};

/// A figure that took part.
struct Operand {
    std::string name;  ///< 申请[本年新收, 其他], or 收费通知.件数
    std::optional<Decimal> value;
    std::string unit;
    std::string missing;  ///< kind of presence, when there is no value
    std::string raw;
    Span span;  ///< empty where it is of another file
    bool certain = true;
    std::shared_ptr<const Elsewhere> elsewhere = {};  ///< of a figure of another file

    /// 0.28万元, or the kind of presence.
    [[nodiscard]] std::string shown() const { return value ? value->to_string() + unit : missing; }
};

/// What a rule says of itself; its verdicts point at it.
struct RuleHead {
    std::string id;
    Words title;
    Words holds;  ///< what holds when it passes; empty where it does not say
    Words basis;
    Words override_reason;  ///< why a suite changed its severity; empty when none did
    std::size_t index = 0;  ///< its place in the catalogue
};

struct Verdict {
    const RuleHead* rule = nullptr;  ///< lives as long as the catalogue that judged
    Severity severity = Severity::error;
    At at;
    std::vector<std::pair<std::string, std::string>>
        /// variables of the rule and what they stood for, for tests of rules; empty where all that is said is that it
        /// passed
        bound;
    Outcome outcome = Outcome::pass;
    Words why;
    Words message;
    /// The formula with its figures: 11（…） + 0（…） = 11, one line a side.
    std::vector<std::string> written;
    /// What is said of readings: which remain, which were set aside.
    std::vector<Words> readings;
    /// Missing figures that were taken for something.
    std::vector<Words> assumptions;
    std::vector<Operand> operands;
    std::uint64_t fingerprint = 0;
    std::uint64_t former = 0;  ///< what version 0.1.0 had in its place; 0 where that is the same
};

/// A finding about something said is known by its place, in the upper half, and by what was said, in the lower half: so
/// a statement whose figures changed is still found by its place.
inline std::uint64_t place_in_fingerprint(std::uint64_t fingerprint) { return fingerprint >> 32U; }

/// 16 hexadecimal digits, as people and files have it.
inline std::string print_fingerprint(std::uint64_t fingerprint) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; fingerprint >>= 4) text[i] = digits[fingerprint & 0xF];
    return text;
}

/// A cell that may be wrong. With `expected` in it and in the others of the same `candidate`, what failed would hold.
struct Suspect {
    At at;
    std::string name;     ///< 申请[本年新收, 其他]
    std::string printed;  ///< the kind of presence where there is no number
    Decimal expected;
    Words why;          ///< how the one may have become the other; empty when no slip is known that does it
    int candidate = 0;  ///< from 0, the likeliest first: the cells with one number are wrong together
    Span span;
};

/// What a person is shown: a failed instance, with the others that the same cause explains.
struct Finding {
    std::size_t representative = 0;     ///< the verdict that a person is shown first
    std::vector<std::size_t> explains;  ///< all of its verdicts, that one among them
    std::vector<Suspect> suspects;      ///< in order of likelihood
    std::vector<Noted> notes;           ///< what people have decided of its verdicts
};

/// A decision whose instance is no finding any more.
struct Settled {
    Decision decision;
    std::optional<Outcome> now;  ///< of the instance; nothing when there is no such instance
    bool still_fails = false;    ///< its rule does, elsewhere in the report
};

/// All that a run says of one filing.
struct Judgement {
    std::vector<Verdict> verdicts;
    std::vector<Finding> findings;  ///< every failed verdict is in one
    std::vector<Settled> settled;
    std::array<int, 7> unlisted{};  ///< verdicts that are only counted, because nobody asked for them, by outcome

    [[nodiscard]] std::array<int, 7> summary() const {
        std::array<int, 7> counts = unlisted;
        for (const auto& one : verdicts) ++counts[static_cast<std::size_t>(one.outcome)];
        return counts;
    }
};

}  // namespace gouji
