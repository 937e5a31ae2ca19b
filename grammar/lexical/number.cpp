// SPDX-License-Identifier: Apache-2.0
#include "grammar/lexical/number.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/lexical/private_number_grammar.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

namespace p = tao::pegtl;
namespace g = number_grammar;

/// The parts of a figure as the grammar finds them.
struct FigureParts {
    std::string_view digits;
    std::string_view numeral;
    std::string_view power;
    bool approximate = false;
};

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<g::digits> {
    template <class Input>
    static void apply(const Input& in, FigureParts& parts) {
        parts.digits = in.string_view();
    }
};
template <>
struct action<g::numeral> {
    template <class Input>
    static void apply(const Input& in, FigureParts& parts) {
        parts.numeral = in.string_view();
    }
};
template <>
struct action<g::roughly> {
    static void apply0(FigureParts& parts) { parts.approximate = true; }
};
template <>
struct action<g::power> {
    template <class Input>
    static void apply(const Input& in, FigureParts& parts) {
        parts.power = in.string_view();
    }
};
/// For speed: Han characters differ in their last byte more often than in their first.
bool starts(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text[with.size() - 1] == with.back() && text.starts_with(with);
}

constexpr std::array<std::string_view, 3> own_units = {"元", "%", "‰"};

/// The unit at `at` after blanks, or nothing. After a line end, where a page broke the sentence, it is a unit only if
/// no word goes on with it: 351 件, but not 351 条例.
std::string_view unit_at(std::string_view text, std::size_t& at, std::span<const std::string> units) {
    std::size_t from = at;
    const auto skip_blanks = [&] {
        while (from < text.size() && text[from] == ' ') ++from;
    };
    skip_blanks();
    const bool broken = from < text.size() && text[from] == '\n';
    if (broken) ++from;
    skip_blanks();
    const std::string_view rest = text.substr(std::min(from, text.size()));
    std::string_view best;
    const auto look = [&](std::string_view unit) {
        if (starts(rest, unit) && unit.size() > best.size()) best = rest.substr(0, unit.size());
    };
    for (const auto unit : own_units) look(unit);
    for (const auto& unit : units) look(unit);
    if (broken && utf8::is_han(utf8::decode(rest, best.size()).code)) return {};
    if (!best.empty()) at = from + best.size();
    return best;
}

}  // namespace

namespace {

/// The value of a numeral, character by character.
class NumeralValue {
public:
    /// False for a character that is not of a numeral, and where the value becomes too large.
    bool add(char32_t code) {
        constexpr std::u32string_view values = U"零一二三四五六七八九";
        constexpr std::u32string_view powers = U"十百千万亿";
        if (code == U'〇' || code == U'○') code = U'零';
        if (code == U'两') code = U'二';
        if (const auto value = values.find(code); value != std::u32string_view::npos) {
            digit_ = static_cast<std::int64_t>(value);
            plain_ += static_cast<char>('0' + value);
            return true;
        }
        const auto power = powers.find(code);
        return power != std::u32string_view::npos && add_power(power);
    }

    [[nodiscard]] std::optional<Decimal> value() const {
        if (positional_) return Decimal::parse(plain_);
        return Decimal(total_ + group_ + std::max<std::int64_t>(digit_, 0));
    }

private:
    bool add_power(std::size_t power) {
        constexpr std::array<std::int64_t, 5> factors = {10, 100, 1000, 10000, 100000000};
        constexpr std::size_t first_of_groups = 3;  // 万
        constexpr std::int64_t most = 99'999'999;
        positional_ = false;
        if (power < first_of_groups) {
            group_ += (digit_ < 0 ? 1 : digit_) * factors[power];
        } else {
            group_ += std::max<std::int64_t>(digit_, 0);
            if (group_ > most || total_ > most) return false;
            total_ = (total_ + group_) * factors[power];
            group_ = 0;
        }
        digit_ = -1;
        return true;
    }

    std::int64_t total_ = 0;  ///< closed groups: …亿, …万
    std::int64_t group_ = 0;  ///< below the next 万
    std::int64_t digit_ = -1;
    bool positional_ = true;  ///< 二〇二二: digits alone
    std::string plain_;
};

}  // namespace

std::optional<Decimal> value_of_numeral(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.empty() || text.size() > longest) return std::nullopt;
    NumeralValue numeral;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = utf8::decode(text, at);
        if (!numeral.add(character.code)) return std::nullopt;
        at += character.size;
    }
    return numeral.value();
}

namespace {

/// The unit after the digits, or after what the grammar has read from them to `end`: 余, a power of ten. The power is
/// part of an amount's unit and of any other number.
void add_unit(Figure& figure, std::string_view text, std::size_t end, std::string_view power,
    std::span<const std::string> units) {
    const std::string_view unit = unit_at(text, end, units);
    if (unit.empty() && power.empty()) {
        std::size_t direct = figure.digits_end;
        figure.unit = unit_at(text, direct, units);
        if (!figure.unit.empty()) figure.end = direct;
        return;
    }
    figure.end = end;
    if (unit == "元") {
        figure.unit = std::string(power) + "元";
        return;
    }
    figure.unit = unit;
    if (!power.empty() && figure.value) figure.value = figure.value->scaled(power == "万" ? 4 : 8);
}

std::optional<Decimal> value_of(const FigureParts& parts) {
    if (parts.digits.empty()) return value_of_numeral(parts.numeral);
    std::string plain(parts.digits);
    std::erase(plain, ',');
    return Decimal::parse(plain);
}

}  // namespace

std::optional<Figure> read_figure(std::string_view text, std::size_t at, std::span<const std::string> units) {
    FigureParts parts;
    p::memory_input<p::tracking_mode::lazy> input(text.data() + at, text.data() + text.size(), "");
    if (!p::parse<g::figure, action>(input, parts)) return std::nullopt;
    Figure figure;
    figure.value = value_of(parts);
    if (parts.digits.empty() && !figure.value) return std::nullopt;
    figure.approximate = parts.approximate;
    figure.digits_end = at + parts.digits.size() + parts.numeral.size();
    figure.end = figure.digits_end;
    add_unit(figure, text, static_cast<std::size_t>(input.current() - text.data()), parts.power, units);
    // In .85万元 the zero before the point is not printed; after the end of a sentence an amount seldom begins.
    if (at > 0 && text[at - 1] == '.' && (figure.unit.ends_with("元") || figure.unit == "%")) figure.value.reset();
    return figure;
}

}  // namespace gouji
