// SPDX-License-Identifier: Apache-2.0
#include "reports/text/private_text_page.hpp"

#include "reports/excerpt.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <memory>

namespace gouji {
namespace {

/// Columns on a terminal: what switches a colour takes none.
int columns_of(std::string_view text) {
    std::string seen;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\x1b') at = std::min(text.find('m', at), text.size());
        else seen += text[at];
    }
    return width_of(seen);
}

/// The pieces between which a line may be broken (UAX #14): a word with the blank after it, a Han character.
std::vector<std::string> pieces_of(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) return {std::string(text)};
    const auto whole = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    breaks->setText(whole);
    std::vector<std::string> pieces;
    for (int32_t begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next())
        whole.tempSubStringBetween(begin, end).toUTF8String(pieces.emplace_back());
    return pieces;
}

std::string_view without_last_blanks(std::string_view text) { return text.substr(0, text.find_last_not_of(' ') + 1); }

}  // namespace

TextColour colour_of(Severity severity) {
    return severity == Severity::error  ? TextColour::red
        : severity == Severity::warning ? TextColour::yellow
                                        : TextColour::blue;
}

std::string TextPage::paint(TextColour colour, const std::string& text) const {
    if (!colour_ || colour == TextColour::plain) return text;
    return "\x1b[" + std::to_string(static_cast<int>(colour)) + "m" + text + "\x1b[0m";
}

void TextPage::line(std::string_view text, int indent) {
    constexpr int narrowest = 20;  // below that a line has no room for a word
    std::string begin(static_cast<std::size_t>(indent), ' ');
    if (width_ < indent + narrowest || indent + columns_of(text) <= width_) return drawn(text, indent);
    std::string line;
    const auto put = [&] {
        text_ += begin;
        text_ += without_last_blanks(line);
        text_ += '\n';
    };
    for (const std::string& piece : pieces_of(text)) {
        const int room = width_ - static_cast<int>(begin.size());
        if (!line.empty() && columns_of(without_last_blanks(line + piece)) > room) {
            put();
            begin.assign(static_cast<std::size_t>(indent) + 2, ' ');
            line.clear();
        }
        line += piece;
    }
    put();
}

void TextPage::lines(const std::vector<std::string>& texts, int indent) {
    for (const std::string& text : texts) line(text, indent);
}

void TextPage::drawn(std::string_view text, int indent) {
    text_.append(static_cast<std::size_t>(indent), ' ').append(text) += '\n';
}

}  // namespace gouji
