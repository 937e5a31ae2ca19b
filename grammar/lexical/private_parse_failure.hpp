// SPDX-License-Identifier: Apache-2.0
// Owns: what a grammar throws where a text does not go on as it must, or is nested too deep; the function that parses
// catches it.
// Refuses: messages made of another library's words.
#pragma once

#include "engine/base/words.hpp"

#include <tao/pegtl.hpp>

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace gouji::lexical {

/// What must follow, in both languages; a grammar says it for each of its rules that can fail so.
struct Expected {
    std::string_view zh;
    std::string_view en;

    [[nodiscard]] Words words() const { return {std::string(zh), std::string(en)}; }
};

struct UnexpectedText : std::exception {
    UnexpectedText(std::size_t at, Words words) : byte(at), expected(std::move(words)) {}

    std::size_t byte;
    Words expected;
};

struct NestedTooDeep : std::exception {
    explicit NestedTooDeep(std::size_t at) : byte(at) {}

    std::size_t byte;
};

/// Throws `What` where a rule fails that must match.
template <class Rule, const Expected& What>
struct expecting_control : tao::pegtl::normal<Rule> {
    template <class Input>
    [[noreturn]] static void raise(const Input& in, const auto&...) {
        static_assert(!What.en.empty(), "the rule must say what it expects");
        throw UnexpectedText(in.position().byte, What.words());
    }
};

/// The action of a rule that may be entered within itself `Most` times.
template <std::size_t Most>
struct limit_nesting : tao::pegtl::maybe_nothing {
    template <class Rule, tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M, template <class...> class Action,
        template <class...> class Control, class Input, class... States>
    static bool match(Input& in, States&&... states) {
        const Entered entered(in.private_depth);
        if (in.private_depth > Most) throw NestedTooDeep(in.position().byte);
        return tao::pegtl::match<Rule, A, M, Action, Control>(in, states...);
    }

private:
    class Entered {
    public:
        explicit Entered(std::size_t& depth) : depth_(depth) { ++depth_; }
        ~Entered() { --depth_; }
        Entered(const Entered&) = delete;
        Entered& operator=(const Entered&) = delete;

    private:
        std::size_t& depth_;
    };
};

}  // namespace gouji::lexical
