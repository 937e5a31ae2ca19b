// SPDX-License-Identifier: Apache-2.0
// Owns: the ways in which prose names the organ of the report: whole, or with letters left out (区教育局).
// Refuses: to find the organ; the head of the report names it.
#pragma once

#include "grammar/lexical/characters.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

class ReporterNames {
public:
    explicit ReporterNames(std::string_view organ);

    /// How many of these letters, one or more, name the organ from the first on; 0 for none. Each is of its name, in
    /// its order, and the last one ends it, or ends it without 人民政府 or 办公室.
    [[nodiscard]] std::size_t length(std::span<const char32_t> letters) const {
        return letters_.may_hold(letters.front()) ? length_of(letters) : 0;
    }
    [[nodiscard]] bool known() const { return !name_.empty(); }
    /// Whether 全县 is what it reports on: it is the government of a place, and no office of it.
    [[nodiscard]] bool is_government() const { return government_; }

private:
    [[nodiscard]] std::size_t length_of(std::span<const char32_t> letters) const;

    std::u32string name_;
    CharacterFilter letters_;  ///< of the name; for speed
    std::u32string ends_;      ///< last letters of its short forms
    bool government_ = false;
};

}  // namespace gouji
