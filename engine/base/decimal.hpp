// SPDX-License-Identifier: Apache-2.0
// Owns: exact decimal numbers, as printed in filings: 1237.40 keeps its two places.
// Refuses: rounding and floating point. What does not fit into 18 digits is said, never wrapped.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

class Decimal {
public:
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t whole) : mantissa_(whole) {}  // NOLINT: counts are decimals

    /// Digits with at most one point and one leading minus; at most 18 digits in all. Nothing otherwise.
    static std::optional<Decimal> parse(std::string_view digits);

    /// `mantissa` with so many of its digits after the point, 0 to 18; nothing otherwise.
    static std::optional<Decimal> of(std::int64_t mantissa, int places);

    /// 10^power times the number, power from -18 to 18; nothing if it does not fit.
    [[nodiscard]] std::optional<Decimal> scaled(int power) const;

    [[nodiscard]] Decimal negated() const;
    [[nodiscard]] Decimal absolute() const { return mantissa_ < 0 ? negated() : *this; }
    [[nodiscard]] bool is_zero() const { return mantissa_ == 0; }
    [[nodiscard]] bool is_whole() const;
    /// Digits after the point as printed, 0 to 18.
    [[nodiscard]] int places() const { return places_; }
    /// All digits as one whole number, with the sign: 1237.40 is 123740 at 2 places.
    [[nodiscard]] std::int64_t mantissa() const { return mantissa_; }
    /// True when `unit` goes into the number without a rest. A zero unit divides nothing but zero.
    [[nodiscard]] bool is_multiple_of(const Decimal& unit) const;

    /// The digits, with all printed places.
    [[nodiscard]] std::string to_string() const;

    friend std::optional<Decimal> add(const Decimal& a, const Decimal& b);
    friend std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
    friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

    /// By value: 0.50 equals 0.5.
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

private:
    constexpr Decimal(std::int64_t mantissa, int places) : mantissa_(mantissa), places_(places) {}

    std::int64_t mantissa_ = 0;
    int places_ = 0;
};

std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

}  // namespace gouji
