// SPDX-License-Identifier: Apache-2.0
#include "engine/base/decimal.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace gouji {
namespace {

__extension__ typedef __int128 Wide;

constexpr int most_digits = 18;

constexpr std::array<std::int64_t, most_digits + 1> powers = [] {
    std::array<std::int64_t, most_digits + 1> all{};
    std::int64_t power = 1;
    for (auto& one : all) {
        one = power;
        if (&one != &all.back()) power *= 10;
    }
    return all;
}();

std::int64_t power_of_ten(int exponent) { return powers[static_cast<std::size_t>(exponent)]; }

/// The mantissa as if it were printed with `places` places; 10^18 times any mantissa fits into 128 bits.
Wide widened(std::int64_t mantissa, int places, int wanted) {
    return static_cast<Wide>(mantissa) * power_of_ten(wanted - places);
}

std::optional<std::int64_t> narrowed(Wide value) {
    if (value > std::numeric_limits<std::int64_t>::max() || value < -std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(value);
}

}  // namespace

std::optional<Decimal> Decimal::of(std::int64_t mantissa, int places) {
    if (places < 0 || places > most_digits || mantissa == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return Decimal(mantissa, places);
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
    const bool negative = !digits.empty() && digits.front() == '-';
    if (negative) digits.remove_prefix(1);
    const std::size_t point = digits.find('.');
    const std::size_t seen = digits.size() - (point == std::string_view::npos ? 0 : 1);
    if (seen == 0 || seen > most_digits || point == 0 || point + 1 == digits.size()) return std::nullopt;
    std::int64_t mantissa = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == point) continue;
        if (digits[i] < '0' || digits[i] > '9') return std::nullopt;
        mantissa = mantissa * 10 + (digits[i] - '0');
    }
    const int places = point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    return Decimal(negative ? -mantissa : mantissa, places);
}

std::optional<Decimal> Decimal::scaled(int power) const {
    if (power <= 0) {
        const int places = places_ - power;
        if (places <= most_digits) return Decimal(mantissa_, places);
        return std::nullopt;
    }
    const int places = std::max(0, places_ - power);
    const auto mantissa =
        narrowed(static_cast<Wide>(mantissa_) * power_of_ten(std::min(most_digits, power - (places_ - places))));
    if (!mantissa) return std::nullopt;
    return Decimal(*mantissa, places);
}

Decimal Decimal::negated() const { return {-mantissa_, places_}; }

bool Decimal::is_whole() const { return mantissa_ % power_of_ten(places_) == 0; }

bool Decimal::is_multiple_of(const Decimal& unit) const {
    if (unit.is_zero()) return is_zero();
    const int places = std::max(places_, unit.places_);
    return widened(mantissa_, places_, places) % widened(unit.mantissa_, unit.places_, places) == 0;
}

std::string Decimal::to_string() const {
    std::string digits = std::to_string(mantissa_ < 0 ? -mantissa_ : mantissa_);
    const auto places = static_cast<std::size_t>(places_);
    if (places > 0) {
        if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
        digits.insert(digits.size() - places, ".");
    }
    return mantissa_ < 0 ? "-" + digits : digits;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
    const int places = std::max(a.places_, b.places_);
    const auto sum = narrowed(widened(a.mantissa_, a.places_, places) + widened(b.mantissa_, b.places_, places));
    if (!sum) return std::nullopt;
    return Decimal(*sum, places);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, b.negated()); }

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
    if (a.places_ + b.places_ > most_digits) return std::nullopt;
    const auto product = narrowed(static_cast<Wide>(a.mantissa_) * b.mantissa_);
    if (!product) return std::nullopt;
    return Decimal(*product, a.places_ + b.places_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int places = std::max(a.places_, b.places_);
    const Wide left = widened(a.mantissa_, a.places_, places);
    const Wide right = widened(b.mantissa_, b.places_, places);
    return left < right ? std::strong_ordering::less
        : left > right  ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

}  // namespace gouji
