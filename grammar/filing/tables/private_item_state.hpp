// SPDX-License-Identifier: Apache-2.0
// Owns: what is known while a table is cut into items (the labels of the form, the items so far), and the rules that
// ask for it. These are written by hand, because no grammar can say them.
// Refuses: to say in which order they are tried; the grammar of tables does.
#pragma once

#include "engine/base/utf8.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/filing/tables/items.hpp"
#include "grammar/lexical/private_lexical.hpp"
#include "grammar/lexical/private_matched.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::item_grammar {

namespace p = tao::pegtl;

struct ItemState {
    ItemState(std::string_view whole, const LabelSet& set, std::span<const LabelPlace> of_set, std::size_t limit,
        ItemContext context)
        : text(whole), labels(set), places(of_set), title(context.title), end(limit), changes(context.has_changes) {
        for (std::size_t at = 0; at < title.size(); at += utf8::length(title[at]))
            title_letters.add(utf8::decode(title, at).code);
    }

    std::string_view text;
    const LabelSet& labels;
    std::span<const LabelPlace> places;  ///< of the labels, in all of the text
    std::string_view title;              ///< of the report, without blanks
    CharacterFilter title_letters;       ///< of it: most lines begin with another
    std::size_t end = 0;                 ///< of the stretch that is read
    bool changes = false;                ///< 增2 is a figure
    std::vector<Item> items;
    std::size_t next = 0;  ///< of the places, near the one that was asked for last

    template <class Input>
    [[nodiscard]] std::size_t at(const Input& in) const {
        return static_cast<std::size_t>(in.current() - text.data());
    }
    template <class Input>
    [[nodiscard]] Span span(const Input& in) const {
        return lexical::span_of(in, text);
    }
    /// The first place that is not before `at`.
    [[nodiscard]] std::size_t place_from(std::size_t at) {
        while (next > 0 && places[next - 1].at >= at) --next;
        while (next < places.size() && places[next].at < at) ++next;
        return next;
    }
    /// Where the next label begins, at `at` or after it; the end of the stretch where none does.
    [[nodiscard]] std::size_t next_label(std::size_t at) {
        const std::size_t place = place_from(at);
        return place < places.size() ? std::min<std::size_t>(places[place].at, end) : end;
    }
    /// The label that begins at `at`.
    [[nodiscard]] std::optional<LabelSet::Hit> label_at(std::size_t at) {
        const std::size_t place = place_from(at);
        if (place == places.size() || places[place].at != at) return std::nullopt;
        // A label that the end of the stretch cuts may be a shorter one before it.
        return places[place].hit.end <= end ? places[place].hit : labels.match(text.substr(0, end), at);
    }
    void add(Item::Kind kind, Span span) { items.push_back({span, {}, nullptr, 0, kind, true}); }
    void add_text(Span span) {
        if (!items.empty() && items.back().kind == Item::Kind::text) items.back().span.end = span.end;
        else add(Item::Kind::text, span);
    }
    /// True at the start of a line or of a cell, where a mark can stand for a figure.
    [[nodiscard]] bool after_separator() const { return items.empty() || items.back().kind != Item::Kind::text; }
};

/// The interface that PEGTL wants of a rule whose `take` says whether it matches, and consumes it. (Anything that
/// watches a parse, as tests do, comes after the state.)
template <class Rule>
struct by_hand {
    using rule_t = Rule;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control,
        class Input>
    static bool match(Input& in, ItemState& state, const auto&...) {
        return Rule::take(in, state);
    }
};

/// A rule that consults the form's labels instead of the grammar.
struct label : by_hand<label> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        const std::size_t at = state.at(in);
        // …0 0 02.重复申请: right after figures a zero is one of them, and no part of an ordinal.
        if (at < state.end && state.text[at] == '0' && !state.items.empty() && state.items.back().is_value())
            return false;
        const auto hit = state.label_at(at);
        if (!hit) return false;
        in.bump(hit->end - at);
        state.items.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(hit->end)}, {}, hit->ids,
            hit->ordinal, Item::Kind::label, true});
        return true;
    }
};

/// Words of prose: Han characters of which none begins a label, an ordinal or a number. For speed: the other
/// alternatives would make the same item of them one by one, and most of a text is prose.
struct words : by_hand<words> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        const std::size_t begin = state.at(in);
        std::size_t end = begin;
        const std::size_t next = state.next_label(begin);
        while (end < next) {
            const auto one = utf8::decode(state.text, end);
            if (!utf8::is_han(one.code) || may_begin_number(one.code)) break;
            end += one.size;
        }
        if (end == begin) return false;
        in.bump(end - begin);
        state.add_text({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        return true;
    }
};

/// Words in a cell right after one with a figure: a figure is in their place too, which nobody can read.
struct words_in_row : by_hand<words_in_row> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        const std::size_t count = state.items.size();
        if (count < 2 || state.items[count - 1].kind != Item::Kind::bar || !state.items[count - 2].is_value())
            return false;
        const std::size_t begin = state.at(in);
        constexpr std::size_t longest = 60;  // bytes
        const std::string_view rest = state.text.substr(begin, std::min(longest, state.end - begin));
        const std::size_t size = rest.find_first_of("|\n");
        if (size == std::string_view::npos || rest[size] != '|' || state.next_label(begin) < begin + size) return false;
        const char32_t first = utf8::decode(rest, 0).code;
        if (!utf8::is_han(first) || may_begin_number(first)) return false;
        in.bump(size);
        const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
        state.items.push_back({span, span, nullptr, 0, Item::Kind::figure, false, false});
        return true;
    }
};

/// A figure in digits alone on the rest of its line or cell, the end of that line, and those that follow line by line.
/// For speed alone: the other alternatives make the same items, as the layouts of tests/corpus hold. Most items of a
/// table are such; without this a report in plain text takes 7% more instructions.
struct plain_figures : by_hand<plain_figures> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        const auto begin = static_cast<std::uint32_t>(state.at(in));
        if (begin >= state.end || !is_digit(state.text[begin])) return false;
        const std::size_t next = state.next_label(begin);  // which digits may belong to
        std::uint32_t at = begin;
        for (bool line = true; line;) {
            std::uint32_t end = at;
            while (end < state.end && is_digit(state.text[end])) ++end;
            if (end == at || end == state.end || next < end || (state.text[end] != '\n' && state.text[end] != '|'))
                break;
            state.items.push_back({{at, end}, {at, end}, nullptr, 0, Item::Kind::figure, true});
            line = state.text[end] == '\n';
            if (line) state.add(Item::Kind::line, {end, end + 1});
            at = end + (line ? 1 : 0);
        }
        in.bump(at - begin);
        return at != begin;
    }
};

/// True where the digit in front belongs to the next label: …000 2.其他…
struct ordinal_of_label : by_hand<ordinal_of_label> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        const std::size_t at = state.at(in);
        if (at >= state.end || state.text[at] < '1' || state.text[at] > '9') return false;
        const auto hit = state.label_at(at);
        return hit && std::any_of(hit->ids->begin(), hit->ids->end(), [&](const auto& id) {
            return id.second != 0 && id.second == hit->ordinal;
        });
    }
};

struct after_separator : by_hand<after_separator> {
    template <class Input>
    static bool take(Input&, ItemState& state) {
        return state.after_separator();
    }
};

/// True at the start of the text, and behind a blank, a line end or a bar.
struct apart : by_hand<apart> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        const std::size_t at = state.at(in);
        return at == 0 || state.text[at - 1] == '|' || is_white(static_cast<unsigned char>(state.text[at - 1]));
    }
};

/// True where a figure that is no count may begin; it takes nothing. For speed: nearly all figures are digits
/// alone, and words no figure.
struct may_be_spoiled : by_hand<may_be_spoiled> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        if (!state.after_separator()) return false;
        std::size_t at = state.at(in);
        if (at >= state.end) return false;
        constexpr std::string_view none = " |\n()[]*_:;";
        if (none.find(state.text[at]) != std::string_view::npos) return false;
        const auto first = utf8::decode(state.text, at).code;
        if (utf8::is_han(first)) {
            constexpr std::u32string_view words = U"超不大小约近逾详见未无暂略增减上下升降持同新净多少";
            return words.find(first) != std::u32string_view::npos;
        }
        if (!is_digit(state.text[at])) return true;
        while (at < state.end && is_digit(state.text[at])) ++at;
        // 1.属于国家秘密
        if (at + 1 < state.end && state.text[at] == '.') return is_digit(state.text[at + 1]);
        return at < state.end && state.text[at] != '\n' && state.text[at] != '|' && state.text[at] != ' ';
    }
};

/// True where a cell begins, with nothing before the place but blanks.
struct after_bar : by_hand<after_bar> {
    template <class Input>
    static bool take(Input&, ItemState& state) {
        return !state.items.empty() && state.items.back().kind == Item::Kind::bar;
    }
};

struct in_table_of_changes : by_hand<in_table_of_changes> {
    template <class Input>
    static bool take(Input&, ItemState& state) {
        return state.changes;
    }
};

/// True where a line begins, or goes on after blanks, that is more than a figure.
struct line_of_words : by_hand<line_of_words> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        if (!state.items.empty() && state.items.back().kind != Item::Kind::line) return false;
        const char* at = in.current();
        while (at != in.end() && is_digit(*at)) ++at;
        return at != in.end() && *at != '\n';
    }
};

/// The title of the report or a good part of it, alone on a line: what a page prints above its rows.
struct running_head : by_hand<running_head> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        if (in.empty() || !state.title_letters.may_hold(utf8::decode(state.text, state.at(in)).code)) return false;
        constexpr std::size_t least = 8 * 3;  // 政府信息公开 begins labels too
        // With its blanks it may be longer than the title, but not without bound: a line of commas comes here at each
        // of them.
        const std::string_view rest =
            state.text.substr(state.at(in), std::min(state.end - state.at(in), 4 * state.title.size()));
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (line.size() < least) return false;
        const std::string words = utf8::without_blanks(line);
        if (words.size() < least || state.title.find(words) == std::string_view::npos) return false;
        in.bump(line.size());
        return true;
    }
};

/// True where a bracket is open on the line.
struct in_brackets : by_hand<in_brackets> {
    template <class Input>
    static bool take(Input& in, ItemState& state) {
        constexpr std::size_t most = 200;  // bytes
        return is_in_brackets(state.text, state.at(in), most);
    }
};

}  // namespace gouji::item_grammar
