// SPDX-License-Identifier: Apache-2.0
// Owns: rule files as JSON (`RuleFile` in docs/api/openapi.yaml).
// Refuses: to read or write them.
#pragma once

#include "engine/base/words.hpp"

#include <string>
#include <vector>

namespace gouji {

struct RuleText {
    std::string name;
    std::string version;  ///< of the text: by it a change by somebody else is seen; never empty
    std::string text;

    static RuleText of(std::string name, std::string text);
};
std::string render_rule_names(const std::vector<RuleText>& files, Language language);
std::string render_rule_text(const RuleText& file, Language language);

}  // namespace gouji
