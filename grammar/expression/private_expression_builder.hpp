// SPDX-License-Identifier: Apache-2.0
// Owns: the tree of a formula while it is read, and how its operators bind.
// Refuses: to know the grammar, which calls it.
#pragma once

#include "engine/base/utf8.hpp"
#include "engine/language/ast.hpp"

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// Full-width letters, digits and signs as their ASCII ones.
inline std::string narrowed(std::string_view text) {
    std::string ascii;
    ascii.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = utf8::decode(text, at);
        const bool wide = character.code >= U'！' && character.code <= U'～';
        utf8::append(ascii, wide ? character.code - U'！' + U'!' : character.code);
        at += character.size;
    }
    return ascii;
}

/// Builds the tree while the grammar reads: operands wait in a row until it is known what joins them.
class FormulaBuilder {
public:
    explicit FormulaBuilder(std::string_view formula) : formula_(formula) {}

    /// The tree of the whole formula; to be called once.
    [[nodiscard]] Node root() { return std::move(operands_.front()); }

    void push(NodeKind kind, std::string_view text) {
        operands_.push_back({kind, span_of(text), kind == NodeKind::name ? narrowed(text) : std::string(text), {}, {}});
    }

    /// 3件, 0.28万元, 百分之5: digits come before their unit, and both before the number that they are.
    void see_digits(std::string_view digits) { digits_ = digits, unit_ = {}; }
    void see_unit(std::string_view unit) { unit_ = unit; }
    void push_number() {
        operands_.push_back(
            {NodeKind::number, hull(span_of(digits_), span_of(unit_)), narrowed(digits_), narrowed(unit_), {}});
    }
    void push_share(std::string_view whole) {
        operands_.push_back(
            {NodeKind::number, span_of(whole), narrowed(digits_), whole.starts_with("百") ? "%" : "‰", {}});
    }

    void mark() { marks_.push_back(operands_.size()); }
    /// All operands since the last mark, and so many `before` it, become the kids of one node.
    Node& gather(NodeKind kind, std::size_t before = 0) {
        const auto from = operands_.begin() + static_cast<std::ptrdiff_t>(marks_.back() - before);
        marks_.pop_back();
        Node made{kind, {}, {}, {}, {std::make_move_iterator(from), std::make_move_iterator(operands_.end())}};
        operands_.erase(from, operands_.end());
        for (const Node& kid : made.kids) made.span = hull(made.span, kid.span);
        return operands_.emplace_back(std::move(made));
    }
    void gather_set() { gather(NodeKind::set); }
    void gather_index() { gather(NodeKind::index, 1); }
    void gather_call() {
        Node& call = gather(NodeKind::call, 1);
        call.span = call.kids.front().span;
        call.text = std::move(call.kids.front().text);
        call.kids.erase(call.kids.begin());
    }
    void negate() { wrap(NodeKind::negate); }
    void invert() { wrap(NodeKind::invert); }

    void open_chain() { chains_.push_back(operators_.size()); }
    /// a + b * c − d is (a + (b * c)) − d: what binds as closely or closer is joined before the next operator counts.
    void push(NodeKind kind, int binding) {
        join(binding);
        operators_.push_back({kind, binding});
    }
    void close_chain() {
        join(0);
        chains_.pop_back();
    }

private:
    struct PendingOperator {
        NodeKind kind;
        int binding;  ///< the higher, the closer
    };

    void wrap(NodeKind kind) {
        Node outer{kind, operands_.back().span, {}, {}, {}};
        outer.kids.push_back(std::move(operands_.back()));
        operands_.back() = std::move(outer);
    }

    void join(int least) {
        while (operators_.size() > chains_.back() && operators_.back().binding >= least) {
            Node right = std::move(operands_.back());
            operands_.pop_back();
            Node made{operators_.back().kind, hull(operands_.back().span, right.span), {}, {}, {}};
            made.kids.reserve(2);
            made.kids.push_back(std::move(operands_.back()));
            made.kids.push_back(std::move(right));
            operands_.back() = std::move(made);
            operators_.pop_back();
        }
    }

    [[nodiscard]] Span span_of(std::string_view part) const {
        if (!part.data()) return {};
        const auto start = static_cast<std::uint32_t>(part.data() - formula_.data());
        return {start, start + static_cast<std::uint32_t>(part.size())};
    }

    std::string_view formula_;
    std::vector<Node> operands_;
    std::vector<PendingOperator> operators_;
    std::vector<std::size_t> marks_;
    std::vector<std::size_t> chains_;
    std::string_view digits_;
    std::string_view unit_;
};

}  // namespace gouji
