// SPDX-License-Identifier: Apache-2.0
// Owns: the words of a form: names for parts of patterns, which other patterns write as <名>.
// Refuses: to say what a pattern means: it writes words out, as text, before a pattern is parsed.
//
// A word may use words that come before it, never itself or later ones: so writing out ends.
#pragma once

#include "grammar/pattern/parse_pattern.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A pattern with its words written out.
struct WrittenOut {
    std::string text;
    std::vector<PatternMistake> mistakes;  ///< with their bytes in the pattern as it was written

    /// The text of a word.
    struct WrittenWord {
        Span text;  ///< bytes of `text`
        Span name;  ///< bytes of <名> in the pattern
    };
    std::vector<WrittenWord> parts;

    /// The bytes of the pattern that these bytes of `text` come from; within a word its name.
    [[nodiscard]] Span source(Span span) const;
};

class PatternWords {
public:
    /// `text` is written out, without mistakes of its own.
    void add(const std::string& name, std::string text) { texts_.insert_or_assign(name, std::move(text)); }
    /// Notes the words that the pattern uses. The result has at most `most_bytes` bytes.
    WrittenOut write_out(std::string_view pattern);
    [[nodiscard]] bool is_used(const std::string& name) const { return used_.contains(name); }

    /// A short file must not become patterns that fill the memory.
    static constexpr std::size_t most_bytes = 8192;
    static constexpr std::size_t most_bytes_in_all = std::size_t{4} << 20U;
    static Diagnostic too_long();

private:
    /// Writes out <名>. False where the text becomes too long.
    bool add_word(WrittenOut& out, std::string_view word, Span span);

    std::map<std::string, std::string> texts_;
    std::set<std::string> used_;
};

}  // namespace gouji
