// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/file_kinds.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace gouji {
namespace {

constexpr std::array kinds = {
    FileKind{"", "--rules", "规则", "rules"},
    FileKind{"form", "--rules", "表单", "a form"},
    FileKind{"lexicon", "--rules", "词表", "a lexicon"},
    FileKind{"suite", "--rules", "套件", "a suite"},
    FileKind{"tests", "--rules", "规则的例子", "tests of rules"},
    FileKind{"waivers", "--waivers", "豁免", "waivers"},
    FileKind{"decisions", "--decisions", "决定", "decisions"},
    FileKind{"organs", "--organs", "机关名单", "a list of organs"},
};

}  // namespace

const FileKind* kind_of_file(const Yaml& root) {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
        [&](const FileKind& one) { return one.key.empty() ? root.is_list() : root.is_map() && root.find(one.key); });
    return found == kinds.end() ? nullptr : &*found;
}

Words kinds_for(std::string_view option) {
    Words list;
    for (const FileKind& one : kinds) {
        if (!option.empty() && one.option != option) continue;
        list.zh += (list.zh.empty() ? "" : "、") + std::string(one.zh)
            + (one.key.empty() ? "（- id: …）" : "（" + std::string(one.key) + ":）");
        list.en += (list.en.empty() ? "" : ", ") + std::string(one.en)
            + (one.key.empty() ? " (- id: …)" : " (" + std::string(one.key) + ":)");
    }
    return list;
}

}  // namespace gouji
