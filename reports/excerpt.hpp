// SPDX-License-Identifier: Apache-2.0
// Owns: drawing a line of the original with carets under the characters that are meant.
// Refuses: to change the original: control characters alone are shown as blanks.
#pragma once

#include "engine/base/span.hpp"
#include "engine/base/words.hpp"
#include "engine/source/line_columns.hpp"
#include "engine/source/shown.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// Columns that a text takes in a terminal; Han characters take two.
int width_of(std::string_view utf8);

struct Excerpt {
    int line = 0;    ///< from 1
    int column = 0;  ///< in characters, from 1
    std::string text;
    std::string carets;
};

/// The line of `content` that the span begins in, cut to some 76 columns around the span, with carets under it.
Excerpt draw_excerpt(std::string_view content, Span span);

/// 第 2 页, 表 2 的 D3, 收费!B7: where in a file of pages or parts; empty for none.
std::string name_place(const Place* place, Language language);

/// From 1, the column in characters.
struct TextPlace {
    int line = 0;
    int column = 0;
};

/// Where a span is in a content, as editors count: lines from 1, columns from 1 in units of UTF-16. The end is the
/// column after its last character.
struct TextRegion {
    int first_line = 0;
    int first_column = 0;
    int last_line = 0;
    int last_column = 0;
};

/// Places of spans in a content: line and column. The lines are found when the first place is asked for, since most
/// filings have none to show; so it is for one thread.
class Places {
public:
    explicit Places(std::string_view content);
    /// `starts`: of the characters of the content, in what spans count; empty when that is the content. It must outlive
    /// the places.
    Places(std::string_view content, const ByteStarts& starts);
    [[nodiscard]] Excerpt draw(Span span) const;
    [[nodiscard]] TextPlace begin_of(Span span) const;
    [[nodiscard]] TextRegion locate(Span span) const;
    /// The span in bytes of the content, within it.
    [[nodiscard]] Span in_content(Span span) const;

private:
    [[nodiscard]] const LineColumns& lines() const;

    std::string_view content_;
    mutable std::optional<LineColumns> lines_;
    const ByteStarts* starts_ = nullptr;
};

}  // namespace gouji
