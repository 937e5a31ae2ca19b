// SPDX-License-Identifier: Apache-2.0
// Owns: the rules of the grammar that cuts prose into sentences.
// Refuses: to look into one; mentions.cpp does.
#pragma once

#include "grammar/private_lexical.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace gouji::sentence_grammar {

namespace p = tao::pegtl;

/// Bytes that no end of a sentence begins with: nearly all, and taken in one go.
struct inside {
    using rule_t = inside;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, const auto&...) {
        static constexpr std::array<bool, 256> ends = [] {
            std::array<bool, 256> made{};
            for (const char one : std::string_view("!?\n\xE3")) made[static_cast<unsigned char>(one)] = true;
            return made;
        }();
        const char* at = in.current();
        while (at != in.end() && !ends[static_cast<unsigned char>(*at)]) ++at;
        const auto size = static_cast<std::size_t>(at - in.current());
        in.bump(size);
        return size > 0;
    }
};
struct sentence : p::plus<p::sor<inside, p::seq<p::not_at<lexical::sentence_end>, p::utf8::any>>> {};
struct sentences : p::star<p::sor<lexical::sentence_end, sentence>> {};

}  // namespace gouji::sentence_grammar
