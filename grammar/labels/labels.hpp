// SPDX-License-Identifier: Apache-2.0
// Owns: the labels of a form, compiled so that the grammar can ask which of them begins at a place of the text.
// Refuses: to mend labels. Blanks, line ends and punctuation may be inside a label; its letters must all be there.
#pragma once

#include "engine/base/utf8.hpp"
#include "grammar/lexical/characters.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// The number before a label, with the place after it: （三） 3. 三、 3) ③. Nothing where there is none.
struct Ordinal {
    int number = 0;
    std::size_t end = 0;
};
std::optional<Ordinal> read_ordinal(std::string_view text, std::size_t at);

/// For `may_begin_ordinal`, where the character alone does not settle it.
bool may_be_ordinal(std::string_view text, std::size_t at, char32_t code);

/// False where no ordinal can begin, which is at most characters and decided by a look at one of them. `code` is the
/// character at `at`.
inline bool may_begin_ordinal(std::string_view text, std::size_t at, char32_t code) {
    return ordinal_filter.may_hold(code) && may_be_ordinal(text, at, code);
}

/// True for blanks, line ends and punctuation, which may be anywhere inside a label. '|' separates cells and may not.
inline bool is_filler(char32_t code) {
    if (code < 0x80)
        return code != U'|' && !(code >= U'0' && code <= U'9') && !(code >= U'a' && code <= U'z')
            && !(code >= U'A' && code <= U'Z');
    return code <= 0x3020 && ((code >= 0x3000 && code != 0x3007) || (code >= 0x2010 && code <= 0x2027) || code == 0xB7);
}

/// The letters of a label, or of the text in its place, without its ordinal and filler.
std::string letters_of(std::string_view text);

/// The end of a line of one to four Han characters that begins at `at`, as is found between the lines of a label where
/// a page is laid out in columns; `at` where there is no such line.
std::size_t skip_stray_line(std::string_view text, std::size_t at);

class LabelSet {
public:
    /// `label` is folded text, with its official ordinal if it has one: "2.其他法律行政法规禁止公开".
    void add(std::string_view label, int id);

    struct Hit {
        const std::vector<std::pair<int, int>>* ids = nullptr;  ///< id and official ordinal (0 for none)
        int ordinal = 0;                                        ///< as printed
        std::uint32_t end = 0;
    };
    /// The longest label that begins at `at`, with or without an ordinal before it.
    [[nodiscard]] std::optional<Hit> match(std::string_view text, std::size_t at) const;

private:
    friend class LabelIndex;  // which joins several
    [[nodiscard]] std::optional<Hit> match_words(std::string_view text, std::size_t at) const;
    /// The state after a character, -1 for none.
    [[nodiscard]] int step(int node, char32_t code) const;

    struct LabelState {
        std::vector<std::pair<int, int>> ids;
        std::vector<std::pair<char32_t, int>> next;  ///< sorted; most states have one
    };
    std::vector<LabelState> states_ = {{}};
};

}  // namespace gouji
