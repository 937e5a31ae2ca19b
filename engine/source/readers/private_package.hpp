// SPDX-License-Identifier: Apache-2.0
// Owns: which part of a package of office files is what: the main part as _rels/.rels names it, others by the relations
// of the part that needs them (ECMA-376, part 2). Refuses: to read a part, and to be used outside of this folder.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/readers/private_zip.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

enum class PackageKind { other, word, sheet };

struct MainPart {
    PackageKind kind = PackageKind::other;
    std::string name;
};

/// By its relations; word/document.xml or xl/workbook.xml where there are none.
MainPart main_part(const Archive& archive);

/// The same of bytes that may be no archive.
PackageKind package_of(std::string_view bytes);

struct Relation {
    std::string id;
    std::string type;    ///< the last word of its address: styles, sharedStrings
    std::string target;  ///< name of the part
};

/// The relations of a part, or of the package itself where `part` is empty; empty where there are none.
Result<std::vector<Relation>> relations_of(const Archive& archive, const std::string& part);

/// The part of that type, or the one of that name beside `part`; empty where neither is there.
std::string related_part(
    const Archive& archive, const std::vector<Relation>& relations, std::string_view type, const std::string& part);

}  // namespace gouji
