// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/items.hpp"

#include "grammar/filing/tables/private_item_grammar.hpp"

#include <algorithm>
#include <utility>

namespace gouji {

std::vector<Item> read_items(std::string_view text, Span where, const LabelSet& labels,
    std::span<const LabelPlace> places, ItemContext context) {
    item_grammar::ItemState state(text, labels, places, where.end, context);
    constexpr std::uint32_t usual = 3;  // bytes of an item in a table: a figure and the end of its line are two
    constexpr std::uint32_t most = 1024;
    state.items.reserve(std::min(where.size() / usual, most));
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy> input(
        text.data() + where.start, text.data() + where.end, "");
    tao::pegtl::parse<item_grammar::items, item_grammar::action>(input, state);
    return std::move(state.items);
}

}  // namespace gouji
