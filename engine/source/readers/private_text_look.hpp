// SPDX-License-Identifier: Apache-2.0
// Owns: how characters look that changes what they say: struck ones are not there, a raised or lowered digit is no
// digit of the figure beside it.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_xml.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

enum class Height : std::uint8_t { line, raised, lowered };

struct TextLook {
    bool struck = false;
    Height height = Height::line;
};

/// The character as Unicode has it at that height: 1 becomes ¹. Characters without such a form stay.
char32_t at_height(char32_t code, Height height);

/// Characters as they are shown: none where they are struck.
std::string shown_with(std::string_view text, TextLook look);

/// What the properties of characters in an office file say themselves; the rest is as `around`.
TextLook look_of(pugi::xml_node properties, TextLook around);

/// The looks that the styles of a document in WordprocessingML give to its characters.
class StyleLooks {
public:
    explicit StyleLooks(pugi::xml_node styles);
    /// Of a run: by its own properties, its style, or that of its paragraph.
    [[nodiscard]] TextLook of(pugi::xml_node run_properties, pugi::xml_node paragraph_properties) const;

private:
    [[nodiscard]] TextLook of_style(std::string_view name, TextLook around, int depth) const;

    std::map<std::string, pugi::xml_node, std::less<>> styles_;
};

}  // namespace gouji
