// SPDX-License-Identifier: Apache-2.0
// Owns: the signs of a sentence, put together by the grammar of clauses: which words belong to which figure.
// Refuses: to know what the words mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace gouji {

/// A statement, or a mark between two of them. Numbers are those of tokens.
struct ClausePart {
    enum class Kind { statement, open, close, comma, semicolon, colon, linked, end };
    Kind kind = Kind::statement;
    std::size_t first = 0;
    std::size_t last = 0;                ///< the token after it
    std::optional<std::size_t> figure;   ///< the figure that its words are of
    std::optional<std::size_t> percent;  ///< the share that follows, or the rate that they give
};

struct Clauses {
    std::vector<ClausePart> parts;
    std::vector<bool> silent;  ///< of each token, whether it is in a phrase that says nothing, or in brackets beside it
};

/// Fills `clauses` anew.
void read_clauses(std::string_view signs, Clauses& clauses);

}  // namespace gouji
