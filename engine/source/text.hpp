// SPDX-License-Identifier: Apache-2.0
// Owns: the normalised characters of a source, in UTF-8 and decoded, each with the bytes it came from.
// Refuses: to lose anything: the source stays as it was, and excerpts are cut from it.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/shown.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// One character on its way from bytes to text.
struct Glyph {
    char32_t code = 0;
    Span from;  ///< bytes of the source
};

/// One character of a text. Without default values, so that many are copied at once.
struct Letter {
    char32_t code;
    std::uint32_t at;  ///< where its bytes begin
};

/// The bytes of the source that the characters of a text came from.
class SourceMap {
public:
    /// The next characters begin at `at` and came from those bytes: either from the same number of bytes, character by
    /// character (`straight`: most of a text in UTF-8), or all bytes are of one character.
    void add(std::uint32_t at, Span from, bool straight) {
        if (straight && !runs_.empty() && runs_.back().straight && runs_.back().from.end == from.start)
            runs_.back().from.end = from.end;
        else runs_.push_back({at, from, straight});
    }
    /// To be called once all are added, before the first place is asked for.
    void finish();
    /// The bytes of a range of characters, of `size` in all; where they come from places in another order, the range
    /// around both ends.
    [[nodiscard]] Span source(Span span, std::uint32_t size) const;
    /// The same letters, `size` bytes in all, where their bytes were decoded from those of a file. All were added.
    [[nodiscard]] SourceMap through(
        std::span<const Letter> letters, std::uint32_t size, const ByteStarts& starts) const;

private:
    /// A stretch of characters, up to the next one, and its bytes.
    struct MappedRun {
        std::uint32_t at = 0;
        Span from;
        bool straight = false;
    };
    [[nodiscard]] const MappedRun& run_at(std::uint32_t at) const;

    std::vector<MappedRun> runs_;
    /// For each stretch of the text the run in which it begins, because spans are asked for by the hundred.
    static constexpr std::uint32_t stretch = 64;
    std::vector<std::uint32_t> run_of_stretch_;
};

/// What a source has besides its text: a web page says of itself what no reader sees.
struct PageHead {
    std::string title;      ///< of the window
    std::string article;    ///< of the article, by the standard for government pages
    std::string published;  ///< likewise, the day
    std::string source;     ///< likewise, who wrote it
    int pictures = 0;       ///< among the text; nothing in them is read
};

class Text {
public:
    Text() = default;
    explicit Text(const std::vector<Glyph>& glyphs);
    /// `count` letters; there may be room for more.
    Text(std::string characters, std::unique_ptr<Letter[]> letters, std::size_t count, SourceMap map)
        : characters_(std::move(characters)), letters_(std::move(letters)), count_(count), map_(std::move(map)) {
        map_.finish();
    }

    [[nodiscard]] std::string_view characters() const { return characters_; }
    /// The same, decoded: for code that looks at every character of a text.
    [[nodiscard]] std::span<const Letter> letters() const { return {letters_.get(), count_}; }
    [[nodiscard]] std::string_view view(Span span) const { return characters().substr(span.start, span.size()); }
    /// Those that begin in the stretch.
    [[nodiscard]] std::span<const Letter> letters(Span span) const;
    [[nodiscard]] Span all() const { return {0, static_cast<std::uint32_t>(characters_.size())}; }

    /// The glyphs were of what is shown in place of the source: where that has places in the bytes of the source, spans
    /// count these from now on.
    void set_shown(Shown shown);
    /// The source as people read it, where its bytes are not UTF-8; empty where they are.
    [[nodiscard]] const Shown& shown() const { return shown_; }
    Shown take_shown() { return std::move(shown_); }

    void set_page(PageHead page) { page_ = std::move(page); }
    /// Empty where the source has nothing of the kind.
    [[nodiscard]] const PageHead& page() const { return page_; }

    /// The bytes of the source of a range of `characters()`, which begins and ends where a character does.
    [[nodiscard]] Span source(Span span) const { return map_.source(span, all().end); }

private:
    std::string characters_;
    std::unique_ptr<Letter[]> letters_;
    std::size_t count_ = 0;
    Shown shown_;
    PageHead page_;
    SourceMap map_;
};

/// The characters of a text that is known to be UTF-8.
std::vector<Glyph> glyphs_of(std::string_view text);

/// The characters that the grammar reads for these: folded widths, spaces and scripts; pinyin notes left out;
/// headings damaged by a shifted decode restored.
std::vector<Glyph> normalise(std::vector<Glyph> glyphs);

/// The same folding for a text without an origin: labels and phrases of the forms, so that they match what is read.
std::string fold(std::string_view utf8);

}  // namespace gouji
