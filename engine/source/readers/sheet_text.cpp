// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_sheet_text.hpp"

#include "engine/base/utf8.hpp"

#include <charconv>

namespace gouji {
namespace {

constexpr std::size_t size_of_escape = 7;

/// The unit that an escape at the place means, or -1.
int unit_at(std::string_view text, std::size_t at) {
    if (text.size() - at < size_of_escape || text.substr(at, 2) != "_x" || text[at + size_of_escape - 1] != '_')
        return -1;
    int unit = 0;
    const char* const end = text.data() + at + size_of_escape - 1;
    const auto [behind, error] = std::from_chars(text.data() + at + 2, end, unit, 16);
    return error == std::errc{} && behind == end && unit >= 0 ? unit : -1;
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

}  // namespace

std::string unescaped(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const int unit = unit_at(text, at);
        if (unit < 0) {
            made += text[at++];
            continue;
        }
        at += size_of_escape;
        const int next = unit >= 0xD800 && unit < 0xDC00 && at < text.size() ? unit_at(text, at) : -1;
        if (next >= 0xDC00 && next < 0xE000) {
            utf8::append(made, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00)));
            at += size_of_escape;
        } else {
            utf8::append(made, unit >= 0xD800 && unit < 0xE000 ? U'\uFFFD' : static_cast<char32_t>(unit));
        }
    }
    return made;
}

SheetString string_of(pugi::xml_node node) {
    SheetString made;
    for (const pugi::xml_node one : node.children()) {
        if (local_name(one) == "t") made.push_back({unescaped(one.child_value()), {}});
        if (local_name(one) != "r") continue;
        const pugi::xml_node properties = child_named(one, "rPr");
        made.push_back({unescaped(child_named(one, "t").child_value()), {}});
        if (properties) made.back().look = look_of(properties, {});
    }
    return made;
}

std::string shown_in(TextLook cell, const SheetString& string) {
    std::string made;
    for (const SheetRun& run : string) made += shown_with(run.text, run.look.value_or(cell));
    return made;
}

bool is_calculated(pugi::xml_node workbook) {
    const pugi::xml_node how = child_named(workbook, "calcPr");
    const std::string_view completed = attribute_named(how, "calcCompleted");
    return !is_true(attribute_named(how, "fullCalcOnLoad")) && (completed.empty() || is_true(completed));
}

bool lacks_result(pugi::xml_node cell) {
    if (!child_named(cell, "f")) return false;
    const pugi::xml_node value = child_named(cell, "v");
    return !value || (attribute_named(cell, "t") != "str" && std::string_view(value.child_value()).empty());
}

}  // namespace gouji
