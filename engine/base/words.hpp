// SPDX-License-Identifier: Apache-2.0
// Owns: a sentence in the two languages that the program speaks.
// Refuses: to choose between them before somebody reads it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

enum class Language { zh, en };

struct Words {
    std::string zh;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
    [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
    friend bool operator==(const Words&, const Words&) = default;
};

/// Substitutes of a sentence: a name in the pattern, and its text in both languages.
using Substitutes = std::initializer_list<std::pair<std::string_view, Words>>;

/// Replaces each `{name}` of the pattern; a name without an argument is kept as it is written. `{name|one|many}` is the
/// form that goes with a number: "{count} {count|file was|files were} not read".
std::string fill(std::string_view pattern, Substitutes arguments, Language language);

/// Both languages at once.
Words fill(std::string_view zh, std::string_view en, Substitutes arguments);

/// The one that is read.
inline std::string fill(std::string_view zh, std::string_view en, Substitutes arguments, Language language) {
    return fill(language == Language::zh ? zh : en, arguments, language);
}

/// The same text in both languages: a name of the form, a number, a path.
inline Words same(std::string_view text) { return {std::string(text), std::string(text)}; }

/// "a, b, c"
std::string joined(const std::vector<std::string>& all);

}  // namespace gouji
