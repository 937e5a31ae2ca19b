// SPDX-License-Identifier: Apache-2.0
// Owns: the cells and names of tables of the report's own.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"

#include <map>
#include <string>
#include <string_view>

namespace gouji {

/// What is printed there, without blanks around it.
Cell own_cell(const Text& text, Span span);

/// 条, 件, 万元: what is counted, without a number.
bool is_own_unit(std::string_view words);

/// Of a header, without blanks: 计量单位, 代码. Such a column has no figures of the report.
bool names_no_figures(std::string_view header);

/// Names in an outline must differ; a repeated label gets its number.
class OwnNames {
public:
    void add(Outline& outline, std::string_view name);

private:
    std::map<std::string, int, std::less<>> seen_;
};

}  // namespace gouji
