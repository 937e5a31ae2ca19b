// SPDX-License-Identifier: Apache-2.0
#include "grammar/labels/labels.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/lexical/number.hpp"
#include "grammar/labels/private_label_walk.hpp"
#include "grammar/lexical/private_ordinal_grammar.hpp"

#include <algorithm>

namespace gouji {
namespace {

namespace p = tao::pegtl;
namespace g = ordinal_grammar;

struct OrdinalNumber {
    int number = 0;
};

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<g::arabic> {
    template <class Input>
    static void apply(const Input& in, OrdinalNumber& state) {
        state.number = 0;
        for (const char digit : in.string_view()) state.number = state.number * 10 + (digit - '0');
    }
};
template <>
struct action<g::written> {
    template <class Input>
    static void apply(const Input& in, OrdinalNumber& state) {
        const auto value = value_of_numeral(in.string_view());
        state.number = value && *value <= Decimal(99) ? static_cast<int>(value->mantissa()) : 0;
    }
};
template <>
struct action<g::circled> {
    template <class Input>
    static void apply(const Input& in, OrdinalNumber& state) {
        const auto one = utf8::decode(in.string_view(), 0);
        state.number = 1 + static_cast<int>(one.code - U'①');
    }
};

bool may_follow_ordinal(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at < text.size() && behind_ordinal_digits.find(utf8::decode(text, at).code) != std::u32string_view::npos;
}

}  // namespace

bool may_be_ordinal(std::string_view text, std::size_t at, char32_t code) {
    const auto digit_at = [&](std::size_t place) { return place < text.size() && is_digit(text[place]); };
    if (digit_at(at)) {
        const std::size_t end = at + (digit_at(at + 1) ? 2 : 1);
        return !digit_at(end) && may_follow_ordinal(text, end);
    }
    if (code == U'(' || ordinal_signs.find(code) != std::u32string_view::npos) return true;
    std::size_t end = at;
    constexpr int longest = 3;
    for (int characters = 0; characters < longest; ++characters) {
        const auto one = utf8::decode(text, end);
        if (one.code < 0x80 || !may_begin_number(one.code)) break;
        end += one.size;
    }
    return end > at && may_follow_ordinal(text, end);
}

std::optional<Ordinal> read_ordinal(std::string_view text, std::size_t at) {
    if (!may_begin_ordinal(text, at, utf8::decode(text, at).code)) return std::nullopt;
    OrdinalNumber state;
    p::memory_input<p::tracking_mode::lazy> input(text.data() + at, text.data() + text.size(), "");
    if (!p::parse<g::ordinal, action>(input, state)) return std::nullopt;
    return Ordinal{state.number, static_cast<std::size_t>(input.current() - text.data())};
}

int LabelSet::step(int node, char32_t code) const {
    const auto& next = states_[static_cast<std::size_t>(node)].next;
    const auto found = std::lower_bound(next.begin(), next.end(), std::pair{code, 0});
    return found == next.end() || found->first != code ? -1 : found->second;
}

void LabelSet::add(std::string_view label, int id) {
    int official = 0;
    std::size_t at = 0;
    if (const auto before = read_ordinal(label, 0)) {
        official = before->number;
        at = before->end;
    }
    int node = 0;
    while (at < label.size()) {
        const auto one = utf8::decode(label, at);
        at += one.size;
        if (is_filler(one.code)) continue;
        int next = step(node, one.code);
        if (next < 0) {
            next = static_cast<int>(states_.size());
            states_.emplace_back();
            auto& all = states_[static_cast<std::size_t>(node)].next;
            all.insert(std::upper_bound(all.begin(), all.end(), std::pair{one.code, 0}), {one.code, next});
        }
        node = next;
    }
    if (node == 0) return;
    auto& ids = states_[static_cast<std::size_t>(node)].ids;
    if (std::find(ids.begin(), ids.end(), std::pair{id, official}) == ids.end()) ids.emplace_back(id, official);
}

std::string letters_of(std::string_view text) {
    std::string letters;
    std::size_t at = 0;
    if (const auto ordinal = read_ordinal(text, 0)) at = ordinal->end;
    while (at < text.size()) {
        const auto character = utf8::decode(text, at);
        if (!is_filler(character.code)) utf8::append(letters, character.code);
        at += character.size;
    }
    return letters;
}

std::size_t skip_stray_line(std::string_view text, std::size_t at) {
    constexpr int longest = 4;
    std::size_t end = at;
    for (int characters = 0; characters <= longest && end < text.size(); ++characters) {
        const auto one = utf8::decode(text, end);
        if (one.code == U'\n') return characters > 0 ? end : at;
        if (!utf8::is_han(one.code)) return at;
        end += one.size;
    }
    return at;
}

std::optional<LabelSet::Hit> LabelSet::match_words(std::string_view text, std::size_t at) const {
    constexpr int most_strays = 2;
    std::optional<Hit> best;
    int node = 0;
    int strays = 0;
    labels::walk(
        labels::ByteCursor(text, at),
        [&](const labels::ByteCursor& cursor, bool) {
            const int next = step(node, cursor.code());
            if (next < 0) return false;
            node = next;
            const auto& ids = states_[static_cast<std::size_t>(node)].ids;
            if (!ids.empty()) best = Hit{&ids, 0, static_cast<std::uint32_t>(cursor.behind())};
            return true;
        },
        [&](std::size_t place) { return strays++ < most_strays ? skip_stray_line(text, place) : place; });
    return best;
}

std::optional<LabelSet::Hit> LabelSet::match(std::string_view text, std::size_t at) const {
    if (const auto before = read_ordinal(text, at)) {
        if (auto hit = match_words(text, before->end)) {
            hit->ordinal = before->number;
            return hit;
        }
    }
    return match_words(text, at);
}

}  // namespace gouji
