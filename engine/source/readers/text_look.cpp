// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_text_look.hpp"

#include "engine/base/utf8.hpp"

namespace gouji {

char32_t at_height(char32_t code, Height height) {
    constexpr std::u32string_view plain = U"0123456789+-=()";
    constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    constexpr std::u32string_view lowered = U"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
    if (height == Height::line) return code;
    constexpr char32_t first_wide = U'！';  // of signs that are as wide as a Han character
    constexpr char32_t last_wide = U'～';
    const char32_t narrow = code >= first_wide && code <= last_wide ? code - first_wide + U'!' : code;
    const std::size_t place = plain.find(narrow);
    if (place == std::u32string_view::npos) return code;
    return height == Height::raised ? raised[place] : lowered[place];
}

std::string shown_with(std::string_view text, TextLook look) {
    std::string made;
    if (look.struck) return made;
    if (look.height == Height::line) return std::string(text);
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        utf8::append(made, at_height(one.code, look.height));
        at += one.size;
    }
    return made;
}

TextLook look_of(pugi::xml_node properties, TextLook around) {
    for (const std::string_view name : {"strike", "dstrike"}) {
        if (child_named(properties, name)) around.struck = is_on(properties, name);
        if (around.struck) break;
    }
    const std::string_view height = attribute_named(child_named(properties, "vertAlign"), "val");
    if (!height.empty())
        around.height = height == "superscript" ? Height::raised
            : height == "subscript"             ? Height::lowered
                                                : Height::line;
    return around;
}

StyleLooks::StyleLooks(pugi::xml_node styles) {
    for (const pugi::xml_node style : styles.children()) {
        if (local_name(style) == "style") styles_.emplace(attribute_named(style, "styleId"), style);
    }
}

TextLook StyleLooks::of_style(std::string_view name, TextLook around, int depth) const {
    constexpr int deepest = 20;
    const auto style = styles_.find(name);
    if (style == styles_.end() || depth > deepest) return around;
    const std::string_view base = attribute_named(child_named(style->second, "basedOn"), "val");
    return look_of(child_named(style->second, "rPr"), of_style(base, around, depth + 1));
}

TextLook StyleLooks::of(pugi::xml_node run_properties, pugi::xml_node paragraph_properties) const {
    const auto style = [](pugi::xml_node properties, std::string_view name) {
        return attribute_named(child_named(properties, name), "val");
    };
    const TextLook paragraph = of_style(style(paragraph_properties, "pStyle"), {}, 0);
    return look_of(run_properties, of_style(style(run_properties, "rStyle"), paragraph, 0));
}

}  // namespace gouji
