// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/pattern_words.hpp"

#include "engine/language/compile.hpp"
#include "grammar/pattern/codes.hpp"
#include "grammar/pattern/private_word_grammar.hpp"

#include <cstdint>

namespace gouji {
namespace {

namespace g = word_grammar;

/// The text between the words, and the words, as they come.
struct WordSpans {
    struct WordSpan {
        Span span;
        bool word = false;
    };
    std::vector<WordSpan> all;

    void add(const auto& in, bool word) {
        const auto start = static_cast<std::uint32_t>(in.position().byte);
        all.push_back({{start, start + static_cast<std::uint32_t>(in.size())}, word});
    }
};

template <class Rule>
struct action : g::p::nothing<Rule> {};
template <>
struct action<g::word> {
    static void apply(const auto& in, WordSpans& spans) { spans.add(in, true); }
};
template <>
struct action<g::plain> {
    static void apply(const auto& in, WordSpans& spans) { spans.add(in, false); }
};

}  // namespace

Span WrittenOut::source(Span span) const {
    Span made = span;
    for (const WrittenWord& one : parts) {
        if (span.start >= one.text.end) made.start = one.name.end + (span.start - one.text.end);
        else if (span.start >= one.text.start) made.start = one.name.start;
        if (span.end > one.text.end) made.end = one.name.end + (span.end - one.text.end);
        else if (span.end > one.text.start) made.end = one.name.end;
    }
    return made;
}

Diagnostic PatternWords::too_long() {
    return diagnose(pattern_codes::too_long,
        {{"limit", same(std::to_string(most_bytes))}, {"all", same(std::to_string(most_bytes_in_all >> 20U))}});
}

WrittenOut PatternWords::write_out(std::string_view pattern) {
    WrittenOut out;
    if (pattern.find('<') == std::string_view::npos) {
        out.text = pattern;
        return out;
    }
    WordSpans spans;
    g::p::memory_input input(pattern.data(), pattern.size(), "pattern");
    g::p::parse<g::whole, action>(input, spans);
    for (const auto& [span, is_word] : spans.all) {
        const std::string_view text = pattern.substr(span.start, span.size());
        if (!is_word) out.text += text;
        else if (!add_word(out, text.substr(1, text.size() - 2), span)) break;
    }
    return out;
}

bool PatternWords::add_word(WrittenOut& out, std::string_view word, Span span) {
    const std::string name(word);
    const auto known = texts_.find(name);
    if (known == texts_.end()) {
        std::vector<std::string> names;
        for (const auto& [own, unused] : texts_) names.push_back(own);
        out.mistakes.push_back(
            {diagnose(pattern_codes::unknown_word, {{"name", same(name)}, {"near", near_or_all(name, names)}}), span});
        return true;
    }
    used_.insert(name);
    const auto start = static_cast<std::uint32_t>(out.text.size());
    out.text += known->second;
    out.parts.push_back({{start, static_cast<std::uint32_t>(out.text.size())}, span});
    if (out.text.size() <= most_bytes) return true;
    out.mistakes.push_back({too_long(), span});
    return false;
}

}  // namespace gouji
