// SPDX-License-Identifier: Apache-2.0
// Owns: exact fractions: what division makes of decimals. A decimal is a fraction over one and keeps its printed
// places.
// Refuses: rounding and floating point. What does not fit into 64 bits above and below is said, never wrapped.
#pragma once

#include "engine/base/decimal.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace gouji {

class Fraction {
public:
    constexpr Fraction() = default;
    constexpr Fraction(Decimal value) : top_(value) {}       // NOLINT: every decimal is a fraction
    constexpr Fraction(std::int64_t whole) : top_(whole) {}  // NOLINT

    [[nodiscard]] bool is_decimal() const { return bottom_ == 1; }
    [[nodiscard]] bool is_zero() const { return top_.is_zero(); }
    [[nodiscard]] bool is_negative() const { return top_.mantissa() < 0; }
    /// The decimal itself; for another fraction, the number above the line.
    [[nodiscard]] const Decimal& top() const { return top_; }
    [[nodiscard]] std::int64_t bottom() const { return bottom_; }

    [[nodiscard]] Fraction negated() const;
    [[nodiscard]] Fraction absolute() const { return is_negative() ? negated() : *this; }
    /// Goes into the number without a rest; nothing when that cannot be computed.
    [[nodiscard]] std::optional<bool> is_multiple_of(const Fraction& unit) const;

    /// 1237.40, or 77/169.
    [[nodiscard]] std::string to_string() const;
    /// To so many places, halves away from zero, and whether that is exact; for showing only.
    struct Rounded {
        Decimal value;
        bool exact = true;
    };
    [[nodiscard]] std::optional<Rounded> rounded(int places) const;

    friend std::optional<Fraction> add(const Fraction& a, const Fraction& b);
    friend std::optional<Fraction> multiply(const Fraction& a, const Fraction& b);
    /// Nothing for a zero below as well: ask first.
    friend std::optional<Fraction> divide(const Fraction& a, const Fraction& b);
    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction& a, const Fraction& b) { return (a <=> b) == 0; }

private:
    struct Parts;
    [[nodiscard]] Parts parts() const;
    static std::optional<Fraction> of(Parts parts);

    Decimal top_;  ///< whole and without a common divisor unless bottom_ is 1
    std::int64_t bottom_ = 1;
};

std::optional<Fraction> add(const Fraction& a, const Fraction& b);
std::optional<Fraction> subtract(const Fraction& a, const Fraction& b);
std::optional<Fraction> multiply(const Fraction& a, const Fraction& b);
std::optional<Fraction> divide(const Fraction& a, const Fraction& b);

}  // namespace gouji
