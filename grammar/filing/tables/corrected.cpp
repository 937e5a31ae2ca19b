// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/corrected.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace gouji {
namespace {

constexpr std::array<std::string_view, 5> corrections = {"更正", "订正", "修正", "勘误", "更新后"};
/// The heading of the table is some hundred characters long.
constexpr std::size_t most_bytes_before = 900;
constexpr std::size_t most_bytes_of_line = 90;

bool contains(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

bool is_mark(std::string_view line) {
    return line.size() <= most_bytes_of_line && !line.ends_with("。")
        && std::any_of(
            corrections.begin(), corrections.end(), [&](std::string_view one) { return contains(line, one); });
}

/// 更正前 marks what was corrected.
bool is_former(std::string_view line) {
    return contains(line, "正前") || contains(line, "误前") || contains(line, "原表");
}

}  // namespace

bool is_marked_corrected(std::string_view gap) {
    if (gap.size() > most_bytes_before) gap.remove_prefix(gap.size() - most_bytes_before);
    bool corrected = false;
    while (!gap.empty()) {
        const std::size_t end = std::min(gap.find('\n'), gap.size());
        const std::string line = utf8::without_blanks(gap.substr(0, end));
        if (is_mark(line)) corrected = !is_former(line);
        gap.remove_prefix(std::min(end + 1, gap.size()));
    }
    return corrected;
}

}  // namespace gouji
