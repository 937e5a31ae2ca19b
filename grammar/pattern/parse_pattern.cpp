// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/parse_pattern.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/text.hpp"
#include "grammar/lexical/private_parse_failure.hpp"
#include "grammar/pattern/codes.hpp"
#include "grammar/pattern/private_pattern_grammar.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace gouji {
namespace pattern_grammar {

using lexical::Expected;

inline constexpr Expected text_expected{"文字", "text"};

/// What is expected where a rule fails that must match.
template <class Rule>
inline constexpr Expected expected{};
template <>
inline constexpr Expected expected<name>{"字段名", "the name of a field"};
template <>
inline constexpr Expected expected<closing_brace>{"}", "}"};
template <>
inline constexpr Expected expected<closing_bracket>{"]", "]"};
template <>
inline constexpr Expected expected<closing_parenthesis>{")", ")"};
template <>
inline constexpr Expected expected<alternatives> = text_expected;
template <>
inline constexpr Expected expected<sequence> = text_expected;
template <>
inline constexpr Expected expected<p::eof>{"模式的结尾", "the end of the pattern"};

template <class Rule>
using control = lexical::expecting_control<Rule, expected<Rule>>;

/// A part of a pattern; [ ] and ( ) have branches, each a sequence of pieces.
struct PatternPiece {
    enum class Kind { literal, gap, capture, optional, either };
    Kind kind = Kind::literal;
    std::string text;  ///< of a literal, folded; of a capture its name
    std::vector<std::vector<PatternPiece>> branches;
};

/// Builds the pieces while the grammar reads. After an opening bracket the grammar never goes back.
class PieceTree {
public:
    PieceTree() { open_group(PatternPiece::Kind::either); }

    void add(PatternPiece::Kind kind, std::string text = {}) {
        groups_.back().branches.back().push_back({kind, std::move(text), {}});
    }
    void open_group(PatternPiece::Kind kind) { groups_.push_back({kind, {}, {{}}}); }
    void next_branch() { groups_.back().branches.emplace_back(); }
    void close_group() {
        PatternPiece group = std::move(groups_.back());
        groups_.pop_back();
        groups_.back().branches.back().push_back(std::move(group));
    }
    [[nodiscard]] std::vector<PatternPiece> pieces() && { return std::move(groups_.front().branches.front()); }

private:
    std::vector<PatternPiece> groups_;
};

constexpr std::size_t deepest = 16;

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<sequence> : lexical::limit_nesting<deepest> {};

template <>
struct action<literal> {
    static void apply(const auto& in, PieceTree& pieces) {
        pieces.add(PatternPiece::Kind::literal, fold(in.string_view()));
    }
};
template <>
struct action<name> {
    static void apply(const auto& in, PieceTree& pieces) { pieces.add(PatternPiece::Kind::capture, in.string()); }
};
template <>
struct action<gap> {
    static void apply0(PieceTree& pieces) { pieces.add(PatternPiece::Kind::gap); }
};
template <>
struct action<opening_bracket> {
    static void apply0(PieceTree& pieces) { pieces.open_group(PatternPiece::Kind::optional); }
};
template <>
struct action<opening_parenthesis> {
    static void apply0(PieceTree& pieces) { pieces.open_group(PatternPiece::Kind::either); }
};
template <>
struct action<bar> {
    static void apply0(PieceTree& pieces) { pieces.next_branch(); }
};
template <>
struct action<closing_bracket> {
    static void apply0(PieceTree& pieces) { pieces.close_group(); }
};
template <>
struct action<closing_parenthesis> : action<closing_bracket> {};

}  // namespace pattern_grammar

namespace {

namespace g = pattern_grammar;
using PatternPiece = pattern_grammar::PatternPiece;

PatternMistake mistake_at(std::size_t byte, const Words& expected) {
    return {diagnose(pattern_codes::syntax, {{"expected", expected}}),
        {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte + 1)}};
}

/// Nothing, with a mistake, for a text that is not a pattern.
std::optional<std::vector<PatternPiece>> parse_pieces(std::string_view text, std::vector<PatternMistake>& mistakes) {
    tao::pegtl::memory_input input(text.data(), text.size(), "pattern");
    try {
        g::PieceTree pieces;
        if (tao::pegtl::parse<g::whole, g::action, g::control>(input, pieces)) return std::move(pieces).pieces();
        mistakes.push_back(mistake_at(0, g::text_expected.words()));
    } catch (const lexical::UnexpectedText& error) {
        mistakes.push_back(mistake_at(error.byte, error.expected));
    } catch (const lexical::NestedTooDeep& error) {
        const std::string limit = std::to_string(g::deepest);
        mistakes.push_back(
            mistake_at(error.byte, {"不超过 " + limit + " 层的括号", "brackets at most " + limit + " deep"}));
    }
    return std::nullopt;
}

/// From the pieces of a pattern to its steps.
class StepBuilder {
public:
    explicit StepBuilder(Pattern& pattern) : pattern_(pattern) {}

    void sequence(const std::vector<PatternPiece>& pieces) {
        for (const PatternPiece& each : pieces) piece(each);
    }

    int emit(PatternStep step) {
        pattern_.steps.push_back(step);
        return static_cast<int>(pattern_.steps.size()) - 1;
    }

private:
    using Kind = PatternStep::Kind;

    int here() const { return static_cast<int>(pattern_.steps.size()); }
    PatternStep& at(int index) { return pattern_.steps[static_cast<std::size_t>(index)]; }

    void piece(const PatternPiece& piece) {
        switch (piece.kind) {
            case PatternPiece::Kind::literal: literal(piece.text); break;
            case PatternPiece::Kind::gap: emit({.kind = Kind::gap}); break;
            case PatternPiece::Kind::capture: capture(piece.text); break;
            case PatternPiece::Kind::optional:
            case PatternPiece::Kind::either: branches(piece); break;
        }
    }

    void literal(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto one = utf8::decode(text, at);
            emit({.kind = Kind::literal, .code = one.code});
            at += one.size;
        }
    }

    void capture(const std::string& name) {
        const Capture kind = name == "机关" ? Capture::organ
            : name == "年份"                ? Capture::year
            : name == "日期"                ? Capture::date
                                            : Capture::figure;
        pattern_.captures.push_back({name, kind});
        emit({.kind = Kind::capture, .name = static_cast<int>(pattern_.captures.size()) - 1});
    }

    /// Each branch is tried in order; an optional one has the empty branch last.
    void branches(const PatternPiece& group) {
        std::vector<int> jumps;
        for (std::size_t i = 0; i < group.branches.size(); ++i) {
            const bool last = i + 1 == group.branches.size() && group.kind != PatternPiece::Kind::optional;
            const int split = last ? -1 : emit({.kind = Kind::split, .next = here() + 1});
            sequence(group.branches[i]);
            jumps.push_back(emit({.kind = Kind::jump}));
            if (split >= 0) at(split).other = here();
        }
        for (const int jump : jumps) at(jump).next = here();
    }

    Pattern& pattern_;
};

/// What every text of the pieces holds; empty where that cannot be said.
Pattern::LetterMark mark_of(const std::vector<PatternPiece>& pieces) {
    std::vector<Pattern::LetterPair> own;
    for (const PatternPiece& piece : pieces) {
        if (piece.kind != PatternPiece::Kind::literal) continue;
        char32_t before = 0;
        for (std::size_t at = 0; at < piece.text.size();) {
            const auto one = utf8::decode(piece.text, at);
            at += one.size;
            if (utf8::is_han(before) && utf8::is_han(one.code)) own.emplace_back(before, one.code);
            before = one.code;
        }
    }
    if (!own.empty()) return {own};
    for (const PatternPiece& piece : pieces) {
        if (piece.kind != PatternPiece::Kind::either) continue;
        Pattern::LetterMark made;
        for (const auto& branch : piece.branches) {
            const Pattern::LetterMark inner = mark_of(branch);
            made.insert(made.end(), inner.begin(), inner.end());
            if (inner.empty()) return {};
        }
        return made;
    }
    return {};
}

constexpr std::size_t most_texts = 512;

/// Appends every text of the pieces to every text so far; false when there are too many or it is not a label.
bool expand(const std::vector<PatternPiece>& pieces, std::vector<std::string>& texts, std::optional<Code>& refusal) {
    for (const PatternPiece& piece : pieces) {
        if (piece.kind == PatternPiece::Kind::literal) {
            for (auto& one : texts) one += piece.text;
            continue;
        }
        if (piece.kind == PatternPiece::Kind::gap || piece.kind == PatternPiece::Kind::capture) {
            refusal = pattern_codes::not_a_label;
            return false;
        }
        std::vector<std::string> grown;
        if (piece.kind == PatternPiece::Kind::optional) grown = texts;
        for (const auto& branch : piece.branches) {
            std::vector<std::string> own = texts;
            if (!expand(branch, own, refusal)) return false;
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
    if (const auto pieces = parse_pieces(text, made.mistakes)) {
        StepBuilder builder(made.pattern);
        builder.sequence(*pieces);
        builder.emit({.kind = PatternStep::Kind::end});
        for (const PatternPiece& one : *pieces) {
            if (Pattern::LetterMark mark = mark_of({one}); !mark.empty()) made.pattern.marks.push_back(std::move(mark));
        }
        made.pattern.prepare();
    }
    return made;
}

std::vector<PatternMistake> check_pattern(std::string_view text) {
    std::vector<PatternMistake> mistakes;
    parse_pieces(text, mistakes);
    return mistakes;
}

Expanded expand_pattern(std::string_view text) {
    Expanded made;
    const auto pieces = parse_pieces(text, made.mistakes);
    if (!pieces) return made;
    made.texts = {""};
    std::optional<Code> refusal;
    if (!expand(*pieces, made.texts, refusal)) {
        made.texts.clear();
        made.mistakes.push_back({diagnose(*refusal, {{"limit", same(std::to_string(most_texts))}}),
            {0, static_cast<std::uint32_t>(text.size())}});
    }
    std::sort(made.texts.begin(), made.texts.end());
    made.texts.erase(std::unique(made.texts.begin(), made.texts.end()), made.texts.end());
    return made;
}

}  // namespace gouji
