// SPDX-License-Identifier: Apache-2.0
// Owns: pages for tests of PDF, as pdftotext describes them.
// Refuses: to run pdftotext.
#pragma once

#include <string>
#include <vector>

namespace gouji::test {

/// What pdftotext -bbox-layout says of pages on which these words stand; Han characters are 10 points wide, others 5.
struct Word {
    int left;
    int top;
    const char* text;
};

inline std::string boxes_of(const std::vector<std::vector<Word>>& pages) {
    std::string made =
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
        "\"\"><html><head><title></title></head><body><doc>\n";
    for (const auto& words : pages) {
        made += "<page width=\"600\" height=\"800\"><flow><block><line>";
        for (const Word& one : words) {
            int width = 0;
            for (const char* c = one.text; *c != 0; ++c)
                width += (static_cast<unsigned char>(*c) & 0xC0) == 0x80 ? 0
                    : static_cast<unsigned char>(*c) < 0x80              ? 5
                                                                         : 10;
            const auto side = [](const char* name, int value) {
                return std::string(" ") + name + "=\"" + std::to_string(value) + ".00\"";
            };
            made += "<word" + side("xMin", one.left) + side("yMin", one.top) + side("xMax", one.left + width)
                + side("yMax", one.top + 12) + ">" + one.text + "</word>";
        }
        made += "</line></block></flow></page>";
    }
    return made + "</doc></body></html>";
}

}  // namespace gouji::test
