// SPDX-License-Identifier: Apache-2.0
// Owns: the words around a figure of the prose that give it another scope: another year, a part of the organs.
// Refuses: to find the figures (mentions.cpp does), and to be used outside of this folder.
#pragma once

#include "engine/base/utf8.hpp"
#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gouji {

/// Where the character before a place begins.
inline std::uint32_t character_before(std::string_view text, std::uint32_t at) {
    return static_cast<std::uint32_t>(utf8::previous(text, at));
}

/// Whether a sign that ends a clause, or the end of a line, is there.
bool ends_clause(std::string_view text, std::uint32_t at);

/// 近, 约, 超 right before the place where a figure begins.
bool is_rough(std::string_view text, std::uint32_t figure);

class ScopeFinder {
public:
    /// `year`: of the filing, which is not another scope.
    ScopeFinder(const Text& text, const Edition& edition, FigureReader& figures, std::optional<int> year)
        : text_(text), edition_(edition), figures_(figures), year_(year) {}

    /// The scopes before a mention whose phrase is there: those of the form, and `own` ones of the mention.
    void add_scopes(Mention& mention, Span where, const PatternList& own);

private:
    void add_scopes_at(const PatternList& scopes, const Letter& letter, std::size_t end, Mention& mention);
    void add_scope(const Pattern& scope, std::size_t at, std::size_t end, Mention& mention);
    [[nodiscard]] std::uint32_t clause_start(std::uint32_t at) const;

    const Text& text_;
    const Edition& edition_;
    FigureReader& figures_;
    std::optional<int> year_;
    std::vector<int> likely_;  ///< room that every letter uses anew
};

}  // namespace gouji
