// SPDX-License-Identifier: Apache-2.0
// Owns: the parts of office files as trees, and words for walking them by local names: prefixes are the writer's
// choice.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/readers/private_zip.hpp"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace gouji {

using Xml = std::unique_ptr<pugi::xml_document>;

/// A diagnostic when the bytes are not well-formed XML. Entities of a document's own are never expanded.
Result<Xml> parse_xml(const std::string& bytes);
Result<Xml> parse_part(const Archive& archive, const std::string& name);

inline std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}
inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }

/// The first child, or the attribute, of this local name; an empty one when there is none.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);
std::string_view attribute_named(pugi::xml_node node, std::string_view name);

/// The number that the attribute says, at least `least` and at most `most`; `least` when it says none.
int number_named(pugi::xml_node node, std::string_view name, int least, int most);

/// A switch such as <w:b/>: there, and not said to be off.
bool is_on(pugi::xml_node node, std::string_view name);

}  // namespace gouji
