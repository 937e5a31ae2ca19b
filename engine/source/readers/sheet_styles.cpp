// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_sheet_styles.hpp"

#include "engine/source/readers/private_number_format.hpp"

#include <map>

namespace gouji {

std::vector<SheetStyle> sheet_styles_of(pugi::xml_node styles) {
    constexpr int most = 1 << 20;
    std::map<int, std::string> codes;
    for (const pugi::xml_node one : child_named(styles, "numFmts").children())
        codes.emplace(number_named(one, "numFmtId", 0, most), attribute_named(one, "formatCode"));
    std::vector<TextLook> fonts;
    for (const pugi::xml_node one : child_named(styles, "fonts").children()) {
        if (local_name(one) == "font") fonts.push_back(look_of(one, {}));
    }
    std::vector<SheetStyle> made;
    for (const pugi::xml_node one : child_named(styles, "cellXfs").children()) {
        const int number = number_named(one, "numFmtId", 0, most);
        const auto own = codes.find(number);
        const auto font = static_cast<std::size_t>(number_named(one, "fontId", 0, most));
        made.push_back({own == codes.end() ? std::string(builtin_format(number)) : own->second,
            font < fonts.size() ? fonts[font] : TextLook{}});
    }
    return made;
}

}  // namespace gouji
