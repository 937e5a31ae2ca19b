// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_statistics_lines.hpp"

#include "grammar/filing/tables/private_statistics_grammar.hpp"
#include "grammar/lexical/private_matched.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace gouji {
namespace {

namespace p = tao::pegtl;
namespace g = statistics_grammar;

struct StatisticsState {
    std::string_view text;
    StatisticsTable table;
    StatisticsRow row;
};

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<g::code_word> {
    static void apply0(StatisticsState& state) { state.table.has_codes = true; }
};
template <>
struct action<g::column> {
    template <class Input>
    static void apply(const Input& in, StatisticsState& state) {
        state.table.columns.push_back(lexical::span_of(in, state.text));
    }
};
template <>
struct action<g::label> {
    template <class Input>
    static void apply(const Input& in, StatisticsState& state) {
        state.row = {lexical::span_of(in, state.text), {}, {}, false};
    }
};
template <>
struct action<g::unit> {
    template <class Input>
    static void apply(const Input& in, StatisticsState& state) {
        state.row.unit = lexical::span_of(in, state.text);
    }
};
template <>
struct action<g::figure> {
    template <class Input>
    static void apply(const Input& in, StatisticsState& state) {
        state.row.figures.push_back(lexical::span_of(in, state.text));
    }
};
template <>
struct action<g::joined_figures> {
    template <class Input>
    static void apply(const Input& in, StatisticsState& state) {
        state.row.figures.assign(1, lexical::span_of(in, state.text));
        state.row.joined = true;
    }
};
template <>
struct action<g::row> {
    template <class Input>
    static void apply(const Input& in, StatisticsState& state) {
        state.table.where.end = lexical::span_of(in, state.text).end;
        state.table.rows.push_back(std::move(state.row));
    }
};

/// The word before the column of units, with the blanks between them; 0 for none.
std::size_t size_of_name_before(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> names = {"指标名称", "统计指标", "项目名称", "指标", "项目", "内容"};
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\n')) --end;
    for (const std::string_view name : names) {
        if (text.substr(0, end).ends_with(name)) return at - end + name.size();
    }
    return 0;
}

}  // namespace

std::vector<StatisticsTable> find_statistics(std::string_view text) {
    constexpr std::string_view word = "计量单位";
    std::vector<StatisticsTable> found;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
        const std::size_t name = size_of_name_before(text, at);
        if (name == 0) continue;
        StatisticsState state{text, {}, {}};
        state.table.where.start = static_cast<std::uint32_t>(at - name);
        p::memory_input<p::tracking_mode::lazy> input(text.data() + at, text.data() + text.size(), "");
        if (!p::parse<g::table, action>(input, state) || state.table.rows.size() < 2) continue;
        found.push_back(std::move(state.table));
    }
    return found;
}

}  // namespace gouji
