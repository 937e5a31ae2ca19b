// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_package.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/readers/private_xml.hpp"

#include <algorithm>
#include <cctype>

namespace gouji {
namespace {

/// "xl/" of xl/workbook.xml.
std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

/// The name of a part, seen from the part with the relation: /xl/a.xml, a.xml, ../xl/./a.xml.
std::string resolved(const std::string& folder, std::string_view target) {
    std::string made = target.starts_with('/') ? std::string() : folder;
    while (!target.empty()) {
        const std::size_t end = std::min(target.find_first_of("/\\"), target.size());
        const std::string_view step = target.substr(0, end);
        if (step == "..") {
            if (!made.empty()) made.pop_back();
            made = folder_of(made);
        } else if (!step.empty() && step != ".") {
            made += std::string(step) + (end < target.size() ? "/" : "");
        }
        target.remove_prefix(std::min(end + 1, target.size()));
    }
    return made;
}

/// The root element without its prefix; empty where the bytes are not XML in ASCII.
std::string_view root_of(std::string_view xml) {
    for (std::size_t at = xml.find('<'); at != std::string_view::npos && at + 1 < xml.size();
         at = xml.find('<', at + 1)) {
        if (std::isalpha(static_cast<unsigned char>(xml[at + 1])) == 0) continue;
        const std::string_view name = xml.substr(at + 1, xml.find_first_of(" \t\r\n/>", at + 1) - at - 1);
        const std::size_t colon = name.find(':');
        return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
    return {};
}

PackageKind kind_of(const Archive& archive, const std::string& part) {
    const std::string head = archive.head(part);
    const std::string_view root = root_of(head);
    const std::string name = utf8::lowered(part);
    if (root == "document" || (root.empty() && name.starts_with("word/") && name.ends_with(".xml")))
        return PackageKind::word;
    if (root == "workbook" || (root.empty() && name.starts_with("xl/") && name.ends_with(".xml")))
        return PackageKind::sheet;
    return PackageKind::other;
}

}  // namespace

MainPart main_part(const Archive& archive) {
    std::vector<std::string> names;
    if (const auto relations = relations_of(archive, {})) {
        for (const Relation& one : *relations) {
            if (one.type == "officeDocument") names.push_back(one.target);
        }
    }
    names.insert(names.end(), {"word/document.xml", "xl/workbook.xml"});
    for (const std::string& name : names) {
        if (!archive.has(name)) continue;
        if (const PackageKind kind = kind_of(archive, name); kind != PackageKind::other) return {kind, name};
    }
    return {};
}

PackageKind package_of(std::string_view bytes) {
    if (!bytes.starts_with("PK\x03\x04")) return PackageKind::other;
    const Result<Archive> archive = Archive::open(bytes);
    return archive ? main_part(*archive).kind : PackageKind::other;
}

Result<std::vector<Relation>> relations_of(const Archive& archive, const std::string& part) {
    const std::string folder = folder_of(part);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    std::vector<Relation> made;
    if (!archive.has(name)) return made;
    Result<Xml> tree = parse_part(archive, name);
    if (!tree) {
        Result<std::vector<Relation>> refused;
        refused.diagnostics = std::move(tree.diagnostics);
        return refused;
    }
    for (const pugi::xml_node one : (*tree)->document_element().children()) {
        if (attribute_named(one, "TargetMode") == "External") continue;
        const std::string_view type = attribute_named(one, "Type");
        made.push_back({std::string(attribute_named(one, "Id")), std::string(type.substr(type.rfind('/') + 1)),
            resolved(folder, attribute_named(one, "Target"))});
    }
    return made;
}

std::string related_part(
    const Archive& archive, const std::vector<Relation>& relations, std::string_view type, const std::string& part) {
    const auto found = std::find_if(relations.begin(), relations.end(),
        [&](const Relation& one) { return one.type == type && archive.has(one.target); });
    if (found != relations.end()) return found->target;
    const std::string name = folder_of(part) + std::string(type) + ".xml";
    return archive.has(name) ? name : std::string();
}

}  // namespace gouji
