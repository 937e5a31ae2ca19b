// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/codes.hpp"
#include "grammar/pattern/pattern.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/text.hpp"

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/limit_depth.hpp>
#include <tao/pegtl/contrib/parse_tree.hpp>
#include <tao/pegtl/must_if.hpp>

#include <algorithm>

namespace gouji {
namespace pattern_grammar {

namespace p = tao::pegtl;

struct gap : TAO_PEGTL_STRING("…") {};
struct name : p::plus<p::not_one<'{', '}'>> {};
struct closing_brace : p::one<'}'> {};
struct capture : p::if_must<p::one<'{'>, name, closing_brace> {};
struct sequence;
struct closing_bracket : p::one<']'> {};
struct closing_parenthesis : p::one<')'> {};
struct alternatives : p::list<sequence, p::one<'|'>> {};
struct optional : p::if_must<p::one<'['>, alternatives, closing_bracket> {};
struct either : p::if_must<p::one<'('>, alternatives, closing_parenthesis> {};
struct literal : p::utf8::not_one<U'[', U']', U'(', U')', U'|', U'{', U'}', U'…'> {};
struct sequence : p::star<p::sor<gap, capture, optional, either, literal>> {};
struct whole : p::must<sequence, p::eof> {};

template <class Rule>
inline constexpr const char* expected = nullptr;
template <>
inline constexpr const char* expected<name> = "字段名|the name of a field";
template <>
inline constexpr const char* expected<closing_brace> = "}|}";
template <>
inline constexpr const char* expected<closing_bracket> = "]|]";
template <>
inline constexpr const char* expected<closing_parenthesis> = ")|)";
template <>
inline constexpr const char* expected<alternatives> = "文字|text";
template <>
inline constexpr const char* expected<sequence> = "文字|text";
template <>
inline constexpr const char* expected<p::eof> = "模式的结尾|the end of the pattern";

struct errors {
    template <class Rule>
    static constexpr const char* message = expected<Rule>;
    template <class Rule>
    static constexpr bool raise_on_failure = false;
};
template <class Rule>
using control = p::must_if<errors>::control<Rule>;

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<sequence> : p::limit_depth<16> {};

template <class Rule>
using selected = p::parse_tree::selector<Rule, p::parse_tree::store_content::on<name, literal>,
    p::parse_tree::remove_content::on<gap, capture, optional, either, sequence>>;

}  // namespace pattern_grammar

namespace {

namespace g = pattern_grammar;
using Tree = tao::pegtl::parse_tree::node;

PatternMistake mistake(std::size_t byte, std::string_view expected) {
    const std::size_t bar = expected.find('|');
    const Words words = {std::string(expected.substr(0, bar)), std::string(expected.substr(bar + 1))};
    return {diagnose(pattern_codes::syntax, {{"expected", words}}), {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte + 1)}};
}

std::unique_ptr<Tree> parse_tree(std::string_view text, std::vector<PatternMistake>& mistakes) {
    tao::pegtl::memory_input input(text.data(), text.size(), "pattern");
    try {
        auto tree = tao::pegtl::parse_tree::parse<g::whole, g::selected, g::action, g::control>(input);
        if (tree && !tree->children.empty()) return tree;
        mistakes.push_back(mistake(0, "文字|text"));
    } catch (const tao::pegtl::parse_error& error) {
        const bool deep = error.message().find("nesting depth") != std::string_view::npos;
        mistakes.push_back(mistake(error.positions().front().byte, deep ? "不超过 16 层的括号|brackets at most 16 deep" : error.message()));
    }
    return nullptr;
}

class Builder {
public:
    explicit Builder(Pattern& pattern) : pattern_(pattern) {}

    void sequence(const Tree& tree) {
        for (const auto& kid : tree.children) piece(*kid);
    }

    int emit(PatternStep step) {
        pattern_.steps.push_back(step);
        return static_cast<int>(pattern_.steps.size()) - 1;
    }

private:
    using Kind = PatternStep::Kind;

    int here() const { return static_cast<int>(pattern_.steps.size()); }
    PatternStep& at(int index) { return pattern_.steps[static_cast<std::size_t>(index)]; }

    void piece(const Tree& tree) {
        if (tree.is_type<g::literal>()) {
            const std::string folded = fold(tree.string_view());
            if (!folded.empty()) emit({Kind::literal, utf8::decode(folded, 0).code, 0, 0, 0});
        } else if (tree.is_type<g::gap>()) {
            emit({Kind::gap, 0, 0, 0, 0});
        } else if (tree.is_type<g::capture>()) {
            capture(tree.children[0]->string());
        } else {
            branches(tree, tree.is_type<g::optional>());
        }
    }

    void capture(const std::string& name) {
        const Capture kind = name == "机关" ? Capture::organ : name == "年份" ? Capture::year : name == "日期" ? Capture::date : Capture::figure;
        pattern_.captures.push_back({name, kind});
        emit({Kind::capture, 0, static_cast<int>(pattern_.captures.size()) - 1, 0, 0});
    }

    /// Each branch is tried in order; an optional one has the empty branch last.
    void branches(const Tree& tree, bool optional) {
        std::vector<int> jumps;
        for (std::size_t i = 0; i < tree.children.size(); ++i) {
            const bool last = i + 1 == tree.children.size() && !optional;
            const int split = last ? -1 : emit({Kind::split, 0, 0, here() + 1, 0});
            sequence(*tree.children[i]);
            jumps.push_back(emit({Kind::jump, 0, 0, 0, 0}));
            if (split >= 0) at(split).other = here();
        }
        for (const int jump : jumps) at(jump).next = here();
    }

    Pattern& pattern_;
};

constexpr std::size_t most_texts = 512;

/// Appends every text of the branch to every text so far; false when there are too many or it is no label.
bool expand(const Tree& tree, std::vector<std::string>& texts, std::optional<Code>& refusal) {
    for (const auto& kid : tree.children) {
        if (kid->is_type<g::literal>()) {
            for (auto& one : texts) one += kid->string_view();
            continue;
        }
        if (kid->is_type<g::gap>() || kid->is_type<g::capture>()) {
            refusal = pattern_codes::not_a_label;
            return false;
        }
        std::vector<std::string> grown;
        if (kid->is_type<g::optional>()) grown = texts;
        for (const auto& branch : kid->children) {
            std::vector<std::string> own = texts;
            if (!expand(*branch, own, refusal)) return false;
            grown.insert(grown.end(), own.begin(), own.end());
        }
        texts = std::move(grown);
        if (texts.size() > most_texts) {
            refusal = pattern_codes::too_many;
            return false;
        }
    }
    return true;
}

}  // namespace

ParsedPattern parse_pattern(std::string_view text) {
    ParsedPattern made;
    if (const auto tree = parse_tree(text, made.mistakes)) {
        Builder builder(made.pattern);
        builder.sequence(*tree->children[0]);
        builder.emit({PatternStep::Kind::end, 0, 0, 0, 0});
        made.pattern.prepare();
    }
    return made;
}

Expanded expand_pattern(std::string_view text) {
    Expanded made;
    const auto tree = parse_tree(text, made.mistakes);
    if (!tree) return made;
    made.texts = {""};
    std::optional<Code> refusal;
    if (!expand(*tree->children[0], made.texts, refusal)) {
        made.texts.clear();
        made.mistakes.push_back({diagnose(*refusal, {{"limit", same(std::to_string(most_texts))}}), {0, static_cast<std::uint32_t>(text.size())}});
    }
    for (auto& one : made.texts) one = fold(one);
    std::sort(made.texts.begin(), made.texts.end());
    made.texts.erase(std::unique(made.texts.begin(), made.texts.end()), made.texts.end());
    return made;
}

}  // namespace gouji
