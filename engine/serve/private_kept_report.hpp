// SPDX-License-Identifier: Apache-2.0
// Owns: what the workbench keeps of one report: its reading as bytes, its entry in the list, where its file is.
// Refuses: to change once it is shared: a newer one takes its place.
#pragma once

#include "engine/serve/codes.hpp"
#include "engine/serve/workbench.hpp"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Workbench::Kept {
    std::uint64_t number = 0;
    std::uint64_t revision = 0;  ///< of the judgement that the list shows
    ListedReport listed;
    std::string organ;
    std::string forms_version;  ///< what `reading` was made by
    std::string reading;        ///< encoded, without its text; empty where the file was refused
    Spool::Part bytes;
    Spool::Part text;
    Original original = Original::text;

    /// Those of its reading; what was said of it beside others comes anew with each judgement.
    [[nodiscard]] std::vector<Diagnostic> own_diagnostics() const {
        std::vector<Diagnostic> own = listed.diagnostics;
        std::erase_if(own, [](const Diagnostic& one) { return one.code == serve_codes::same_report.id; });
        return own;
    }

    /// Nothing was found in it: the other file was checked.
    void say_copy_of(const std::string& file) {
        listed.diagnostics = own_diagnostics();
        listed.diagnostics.push_back(diagnose(serve_codes::same_report, {{"file", same(file)}}));
        listed.counts = {};
        listed.rules.clear();
        listed.undecided = 0;
    }
};

inline std::string id_of(std::uint64_t number) { return "r" + std::to_string(number); }

/// 0 where the id is none.
inline std::uint64_t number_of(std::string_view id) {
    std::uint64_t number = 0;
    if (!id.starts_with('r')) return 0;
    const auto end = id.data() + id.size();
    return std::from_chars(id.data() + 1, end, number).ptr == end ? number : 0;
}

}  // namespace gouji
