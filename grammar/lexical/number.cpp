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

struct State {
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
    static void apply(const Input& in, State& state) {
        state.digits = in.string_view();
    }
};
template <>
struct action<g::numeral> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        state.numeral = in.string_view();
    }
};
template <>
struct action<g::roughly> {
    static void apply0(State& state) { state.approximate = true; }
};
template <>
struct action<g::power> {
    template <class Input>
    static void apply(const Input& in, State& state) {
        state.power = in.string_view();
    }
};
/// Han characters differ in their last byte more than in their first.
bool starts(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text[with.size() - 1] == with.back() && text.starts_with(with);
}

constexpr std::array<std::string_view, 3> own_units = {"元", "%", "‰"};

/// The unit at `at` behind blanks, or nothing. Behind a line end, where a page broke the sentence, it is one only if no
/// word goes on with it: 351 件, but not 351 条例.
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

std::optional<Decimal> value_of_numeral(std::string_view text) {
    constexpr std::u32string_view values = U"零一二三四五六七八九";
    constexpr std::u32string_view powers = U"十百千万亿";
    constexpr std::array<std::int64_t, 5> factors = {10, 100, 1000, 10000, 100000000};
    constexpr std::size_t longest = 60;
    if (text.empty() || text.size() > longest) return std::nullopt;
    std::int64_t total = 0;  // closed groups: …亿, …万
    std::int64_t group = 0;  // below the next 万
    std::int64_t digit = -1;
    bool positional = true;  // 二〇二二: digits alone
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        auto one = utf8::decode(text, at);
        at += one.size;
        if (one.code == U'〇' || one.code == U'○') one.code = U'零';
        if (one.code == U'两') one.code = U'二';
        if (const auto value = values.find(one.code); value != std::u32string_view::npos) {
            digit = static_cast<std::int64_t>(value);
            plain += static_cast<char>('0' + value);
            continue;
        }
        const auto power = powers.find(one.code);
        if (power == std::u32string_view::npos) return std::nullopt;
        positional = false;
        if (power < 3) {
            group += (digit < 0 ? 1 : digit) * factors[power];
        } else {
            group += std::max<std::int64_t>(digit, 0);
            if (group > 99'999'999 || total > 99'999'999) return std::nullopt;
            total = (total + group) * factors[power];
            group = 0;
        }
        digit = -1;
    }
    if (positional) return Decimal::parse(plain);
    return Decimal(total + group + std::max<std::int64_t>(digit, 0));
}

std::optional<Figure> read_figure(std::string_view text, std::size_t at, std::span<const std::string> units) {
    State state;
    p::memory_input<p::tracking_mode::lazy> input(text.data() + at, text.data() + text.size(), "");
    if (!p::parse<g::figure, action>(input, state)) return std::nullopt;
    Figure made;
    made.approximate = state.approximate;
    made.digits_end = at + state.digits.size() + state.numeral.size();
    made.end = made.digits_end;
    auto end = static_cast<std::size_t>(input.current() - text.data());
    const std::string_view unit = unit_at(text, end, units);
    const bool scaled = !state.power.empty();
    if (!state.digits.empty()) {
        std::string plain(state.digits);
        std::erase(plain, ',');
        made.value = Decimal::parse(plain);
    } else {
        made.value = value_of_numeral(state.numeral);
        if (!made.value) return std::nullopt;
    }
    if (unit.empty() && !scaled) {
        std::size_t direct = made.digits_end;
        made.unit = unit_at(text, direct, units);
        if (!made.unit.empty()) made.end = direct;
        return made;
    }
    made.end = end;
    if (unit == "元") {
        made.unit = std::string(state.power) + "元";
        return made;
    }
    made.unit = unit;
    if (scaled && made.value) made.value = made.value->scaled(state.power == "万" ? 4 : 8);
    return made;
}

}  // namespace gouji
