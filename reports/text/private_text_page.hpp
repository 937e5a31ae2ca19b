// SPDX-License-Identifier: Apache-2.0
// Owns: lines of text for a person: indentation, colours, and the width that they are broken at.
// Refuses: to know what they say. And to be used outside of reports/.
#pragma once

#include "reports/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

enum class TextColour { plain = 0, bold = 1, red = 31, yellow = 33, blue = 34 };
TextColour colour_of(Severity severity);

class TextPage {
public:
    /// `options`: whether colours are shown, and how many columns a line may have.
    explicit TextPage(const ReportOptions& options) : colour_(options.colour), width_(options.width) {}

    [[nodiscard]] std::string paint(TextColour colour, const std::string& text) const;
    /// Indented by so many blanks. What does not fit goes on in the next line, two blanks further in.
    void line(std::string_view text, int indent = 0);
    void lines(const std::vector<std::string>& texts, int indent);
    /// As it is: a row of a table, and the carets below it.
    void drawn(std::string_view text, int indent);
    void gap() { text_ += '\n'; }
    std::string finish() { return std::move(text_); }

private:
    bool colour_;
    int width_;
    std::string text_;
};

}  // namespace gouji
