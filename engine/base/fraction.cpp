// SPDX-License-Identifier: Apache-2.0
#include "engine/base/fraction.hpp"

#include <limits>

namespace gouji {
namespace {

__extension__ typedef __int128 Wide;

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

Wide common_divisor(Wide a, Wide b) {
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool fits(Wide value) { return magnitude(value) <= std::numeric_limits<std::int64_t>::max(); }

Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

}  // namespace

/// Above and below the line without a common divisor; below is positive. Each is under 2^63 when the fraction is whole
/// or was divided, and below is at most 10^18 of a decimal: a product of two fits into 126 bits.
struct Fraction::Parts {
    Wide top = 0;
    Wide bottom = 1;
};

Fraction::Parts Fraction::parts() const {
    Parts made{top_.mantissa(), bottom_ == 1 ? power_of_ten(top_.places()) : Wide{bottom_}};
    const Wide shared = common_divisor(made.top, made.bottom);
    if (shared > 1) made = {made.top / shared, made.bottom / shared};
    return made;
}

std::optional<Fraction> Fraction::of(Parts parts) {
    if (parts.bottom < 0) parts = {-parts.top, -parts.bottom};
    const Wide shared = common_divisor(parts.top, parts.bottom);
    if (shared > 1) parts = {parts.top / shared, parts.bottom / shared};
    if (!fits(parts.top) || !fits(parts.bottom)) return std::nullopt;
    Fraction made;
    made.top_ = Decimal(static_cast<std::int64_t>(parts.top));
    made.bottom_ = static_cast<std::int64_t>(parts.bottom);
    return made;
}

Fraction Fraction::negated() const {
    Fraction made = *this;
    made.top_ = top_.negated();
    return made;
}

std::optional<bool> Fraction::is_multiple_of(const Fraction& unit) const {
    if (unit.is_zero()) return is_zero();
    const auto times = divide(*this, unit);
    if (!times) return std::nullopt;
    return times->bottom_ == 1 && times->top_.is_whole();
}

std::string Fraction::to_string() const {
    return bottom_ == 1 ? top_.to_string() : top_.to_string() + "/" + std::to_string(bottom_);
}

std::optional<Fraction::Rounded> Fraction::rounded(int places) const {
    const Parts whole = parts();
    const Wide scale = power_of_ten(places);
    if (magnitude(whole.top) > std::numeric_limits<std::int64_t>::max() / scale) return std::nullopt;
    const Wide scaled = whole.top * scale;
    const Wide twice = magnitude(scaled) * 2 + whole.bottom;
    const Wide digits = twice / (whole.bottom * 2);
    const auto value = Decimal(static_cast<std::int64_t>(scaled < 0 ? -digits : digits)).scaled(-places);
    if (!value) return std::nullopt;
    return Rounded{*value, scaled % whole.bottom == 0};
}

std::optional<Fraction> add(const Fraction& a, const Fraction& b) {
    if (a.is_decimal() && b.is_decimal()) {
        const auto sum = add(a.top_, b.top_);
        return sum ? std::optional<Fraction>(*sum) : std::nullopt;
    }
    const auto left = a.parts();
    const auto right = b.parts();
    const Wide shared = common_divisor(left.bottom, right.bottom);
    const Wide first = left.top * (right.bottom / shared);
    const Wide second = right.top * (left.bottom / shared);
    const Wide bottom = left.bottom / shared;
    if (bottom > std::numeric_limits<std::int64_t>::max() / 2
        || right.bottom > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return Fraction::of({first + second, bottom * right.bottom});
}

std::optional<Fraction> subtract(const Fraction& a, const Fraction& b) { return add(a, b.negated()); }

std::optional<Fraction> multiply(const Fraction& a, const Fraction& b) {
    if (a.is_decimal() && b.is_decimal()) {
        if (const auto product = multiply(a.top_, b.top_)) return Fraction(*product);
    }
    const auto left = a.parts();
    const auto right = b.parts();
    return Fraction::of({left.top * right.top, left.bottom * right.bottom});
}

std::optional<Fraction> divide(const Fraction& a, const Fraction& b) {
    if (b.is_zero()) return std::nullopt;
    const auto above = a.parts();
    const auto below = b.parts();
    return Fraction::of({above.top * below.bottom, above.bottom * below.top});
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
    if (a.is_decimal() && b.is_decimal()) return a.top_ <=> b.top_;
    const auto left = a.parts();
    const auto right = b.parts();
    const Wide first = left.top * right.bottom;
    const Wide second = right.top * left.bottom;
    return first < second ? std::strong_ordering::less
        : first > second  ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

}  // namespace gouji
