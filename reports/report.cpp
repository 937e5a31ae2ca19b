// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include <array>

namespace gouji {
namespace {

constexpr std::array table = {
    Format{"text", "供人阅读的文字", "text for a person", render_check_text, render_read_text},
    Format{"json", "供程序读取的 JSON", "JSON for a program", render_check_json, render_read_json},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format* format_named(std::string_view name) {
    for (const auto& one : table) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

}  // namespace gouji
