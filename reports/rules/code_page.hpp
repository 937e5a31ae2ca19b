// SPDX-License-Identifier: Apache-2.0
// Owns: what a code means that stands beside a diagnostic, as text, JSON, or an entry of a page.
// Refuses: to know the codes.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "reports/rules/rule_list.hpp"

#include <span>
#include <string>
#include <string_view>

namespace gouji {

/// For a person who met the code, or for a program.
std::string render_code(const Code& code, RulesFormat format, Language language);

/// A file that provokes a code.
struct CodeExample {
    std::string_view code;
    std::string_view content;
};

/// Markdown: every code with what it means, what to do, and the shortest file that provokes it, if there is one.
std::string render_code_page(std::span<const Code> codes, std::span<const CodeExample> examples, Language language);

}  // namespace gouji
