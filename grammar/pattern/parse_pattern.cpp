// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/codes.hpp"
#include "grammar/pattern/pattern.hpp"
#include "grammar/pattern/private_pattern_grammar.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/text.hpp"

#include <tao/pegtl/contrib/limit_depth.hpp>
#include <tao/pegtl/must_if.hpp>

#include <algorithm>
#include <utility>

namespace gouji {
namespace pattern_grammar {

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

/// A part of a pattern; [ ] and ( ) have branches, each a row of pieces.
struct Piece {
    enum class Kind { literal, gap, capture, optional, either };
    Kind kind = Kind::literal;
    std::string text;  ///< of a literal, folded; of a capture its name
    std::vector<std::vector<Piece>> branches;
};

/// Makes the pieces while the grammar reads. Behind a bracket that opens the grammar never goes back.
class Pieces {
public:
    Pieces() { open(Piece::Kind::either); }

    void put(Piece::Kind kind, std::string text = {}) {
        groups_.back().branches.back().push_back({kind, std::move(text), {}});
    }
    void open(Piece::Kind kind) { groups_.push_back({kind, {}, {{}}}); }
    void part() { groups_.back().branches.emplace_back(); }
    void close() {
        Piece group = std::move(groups_.back());
        groups_.pop_back();
        groups_.back().branches.back().push_back(std::move(group));
    }
    std::vector<Piece> take() { return std::move(groups_.front().branches.front()); }

private:
    std::vector<Piece> groups_;
};

template <class Rule>
struct action : p::nothing<Rule> {};
template <>
struct action<sequence> : p::limit_depth<16> {};

template <>
struct action<literal> {
    static void apply(const auto& in, Pieces& pieces) { pieces.put(Piece::Kind::literal, fold(in.string_view())); }
};
template <>
struct action<name> {
    static void apply(const auto& in, Pieces& pieces) { pieces.put(Piece::Kind::capture, in.string()); }
};
template <>
struct action<gap> {
    static void apply0(Pieces& pieces) { pieces.put(Piece::Kind::gap); }
};
template <>
struct action<opening_bracket> {
    static void apply0(Pieces& pieces) { pieces.open(Piece::Kind::optional); }
};
template <>
struct action<opening_parenthesis> {
    static void apply0(Pieces& pieces) { pieces.open(Piece::Kind::either); }
};
template <>
struct action<bar> {
    static void apply0(Pieces& pieces) { pieces.part(); }
};
template <>
struct action<closing_bracket> {
    static void apply0(Pieces& pieces) { pieces.close(); }
};
template <>
struct action<closing_parenthesis> : action<closing_bracket> {};

}  // namespace pattern_grammar

namespace {

namespace g = pattern_grammar;
using Piece = pattern_grammar::Piece;

PatternMistake mistake(std::size_t byte, std::string_view expected) {
    const std::size_t bar = expected.find('|');
    const Words words = {std::string(expected.substr(0, bar)), std::string(expected.substr(bar + 1))};
    return {diagnose(pattern_codes::syntax, {{"expected", words}}),
        {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte + 1)}};
}

/// Nothing, with the mistake told, for what is no pattern.
std::optional<std::vector<Piece>> parse_pieces(std::string_view text, std::vector<PatternMistake>& mistakes) {
    tao::pegtl::memory_input input(text.data(), text.size(), "pattern");
    try {
        g::Pieces pieces;
        if (tao::pegtl::parse<g::whole, g::action, g::control>(input, pieces)) return pieces.take();
        mistakes.push_back(mistake(0, "文字|text"));
    } catch (const tao::pegtl::parse_error& error) {
        const bool deep = error.message().find("nesting depth") != std::string_view::npos;
        mistakes.push_back(mistake(
            error.positions().front().byte, deep ? "不超过 16 层的括号|brackets at most 16 deep" : error.message()));
    }
    return std::nullopt;
}

class Builder {
public:
    explicit Builder(Pattern& pattern) : pattern_(pattern) {}

    void sequence(const std::vector<Piece>& pieces) {
        for (const Piece& one : pieces) piece(one);
    }

    int emit(PatternStep step) {
        pattern_.steps.push_back(step);
        return static_cast<int>(pattern_.steps.size()) - 1;
    }

private:
    using Kind = PatternStep::Kind;

    int here() const { return static_cast<int>(pattern_.steps.size()); }
    PatternStep& at(int index) { return pattern_.steps[static_cast<std::size_t>(index)]; }

    void piece(const Piece& piece) {
        switch (piece.kind) {
            case Piece::Kind::literal: literal(piece.text); break;
            case Piece::Kind::gap: emit({.kind = Kind::gap}); break;
            case Piece::Kind::capture: capture(piece.text); break;
            case Piece::Kind::optional:
            case Piece::Kind::either: branches(piece); break;
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
    void branches(const Piece& group) {
        std::vector<int> jumps;
        for (std::size_t i = 0; i < group.branches.size(); ++i) {
            const bool last = i + 1 == group.branches.size() && group.kind != Piece::Kind::optional;
            const int split = last ? -1 : emit({.kind = Kind::split, .next = here() + 1});
            sequence(group.branches[i]);
            jumps.push_back(emit({.kind = Kind::jump}));
            if (split >= 0) at(split).other = here();
        }
        for (const int jump : jumps) at(jump).next = here();
    }

    Pattern& pattern_;
};

/// Of these one is in every text of the pieces, with all of its pairs; none where that cannot be said.
Pattern::Mark mark_of(const std::vector<Piece>& pieces) {
    std::vector<Pattern::LetterPair> own;
    for (const Piece& piece : pieces) {
        if (piece.kind != Piece::Kind::literal) continue;
        char32_t before = 0;
        for (std::size_t at = 0; at < piece.text.size();) {
            const auto one = utf8::decode(piece.text, at);
            at += one.size;
            if (utf8::is_han(before) && utf8::is_han(one.code)) own.emplace_back(before, one.code);
            before = one.code;
        }
    }
    if (!own.empty()) return {own};
    for (const Piece& piece : pieces) {
        if (piece.kind != Piece::Kind::either) continue;
        Pattern::Mark made;
        for (const auto& branch : piece.branches) {
            const Pattern::Mark inner = mark_of(branch);
            made.insert(made.end(), inner.begin(), inner.end());
            if (inner.empty()) return {};
        }
        return made;
    }
    return {};
}

constexpr std::size_t most_texts = 512;

/// Appends every text of the pieces to every text so far; false when there are too many or it is no label.
bool expand(const std::vector<Piece>& pieces, std::vector<std::string>& texts, std::optional<Code>& refusal) {
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::literal) {
            for (auto& one : texts) one += piece.text;
            continue;
        }
        if (piece.kind == Piece::Kind::gap || piece.kind == Piece::Kind::capture) {
            refusal = pattern_codes::not_a_label;
            return false;
        }
        std::vector<std::string> grown;
        if (piece.kind == Piece::Kind::optional) grown = texts;
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
        Builder builder(made.pattern);
        builder.sequence(*pieces);
        builder.emit({.kind = PatternStep::Kind::end});
        for (const Piece& one : *pieces) {
            if (Pattern::Mark mark = mark_of({one}); !mark.empty()) made.pattern.marks.push_back(std::move(mark));
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
