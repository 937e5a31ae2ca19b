// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_xml.hpp"

#include "engine/source/codes.hpp"

#include <algorithm>
#include <charconv>

namespace gouji {

Result<Xml> parse_xml(const std::string& bytes) {
    auto made = std::make_unique<pugi::xml_document>();
    if (!made->load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return diagnose(source_codes::archive_damaged);
    return made;
}

Result<Xml> parse_part(const Archive& archive, const std::string& name) {
    Result<std::string> bytes = archive.read(name);
    if (bytes) return parse_xml(*bytes);
    Result<Xml> refused;
    refused.diagnostics = std::move(bytes.diagnostics);
    return refused;
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_node one : node.children()) {
        if (local_name(one) == name) return one;
    }
    return {};
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute one : node.attributes()) {
        if (local_name(one.name()) == name) return one.value();
    }
    return {};
}

int number_named(pugi::xml_node node, std::string_view name, int least, int most) {
    const std::string_view digits = attribute_named(node, name);
    int made = least;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), made);
    if (error == std::errc::result_out_of_range) return most;
    return error == std::errc{} ? std::clamp(made, least, most) : least;
}

bool is_on(pugi::xml_node node, std::string_view name) {
    const pugi::xml_node found = child_named(node, name);
    if (!found) return false;
    const std::string_view value = attribute_named(found, "val");
    return value != "0" && value != "false" && value != "off";
}

}  // namespace gouji
