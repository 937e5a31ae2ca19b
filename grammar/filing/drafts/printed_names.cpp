// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "grammar/filing/drafts/private_printed_names.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::size_t most_characters = 40;

bool is_prose(std::string_view words) {
    return words.find("。") != std::string_view::npos || words.find(";") != std::string_view::npos;
}

/// Where 20xx or 19xx with 年 behind it begins; npos for none.
std::size_t find_year_in(std::string_view words) {
    for (std::size_t at = words.find("年"); at != std::string_view::npos; at = words.find("年", at + 1)) {
        constexpr std::size_t digits = 4;
        if (at < digits) continue;
        const std::string_view year = words.substr(at - digits, digits);
        const bool dated = (year.starts_with("20") || year.starts_with("19")) && is_digit(year[2]) && is_digit(year[3]);
        // 2023年3月 is a day.
        const std::string_view behind = words.substr(at + std::string_view("年").size());
        if (dated && !(!behind.empty() && is_digit(behind.front()))) return at - digits;
    }
    return std::string_view::npos;
}

/// The end of the name that the words begin with: 青禾县教育局部门决算; 0 for none.
std::size_t end_of_organ(std::string_view words) {
    std::size_t end = 0;
    constexpr std::array<std::string_view, 14> endings = {"人民政府", "委员会", "办公室", "局", "厅", "中心", "医院",
        "大学", "学院", "学校", "公司", "法院", "检察院", "街道办事处"};
    for (const std::string_view ending : endings) {
        const std::size_t at = words.find(ending);
        constexpr std::size_t least = 6;  // two characters
        if (at != std::string_view::npos && at >= least) end = std::max(end, at + ending.size());
    }
    return end;
}

}  // namespace

std::string draft_title(const Text& text) {
    std::string_view rest = text.characters();
    constexpr int most_lines = 30;
    for (int line = 0; line < most_lines && !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string words = utf8::without_blanks(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        std::erase(words, '|');
        const std::size_t year = find_year_in(words);
        if (year == std::string::npos || utf8::count(words) > most_characters || is_prose(words)) continue;
        std::string before = words.substr(0, year);
        std::string after = words.substr(year + std::string_view("2023年").size());
        const std::string_view degree = after.starts_with("度") ? "度" : "";
        after.erase(0, degree.size());
        if (!before.empty()) before = "{机关}";
        else if (const std::size_t organ = end_of_organ(after); organ > 0) after = "{机关}" + after.substr(organ);
        return before + "{年份}年[度]" + after;
    }
    return {};
}

bool may_be_caption(std::string_view words) {
    if (words.empty() || utf8::count(words) > most_characters || is_prose(words)) return false;
    if (words.find(':') != std::string_view::npos || words.find('|') != std::string_view::npos) return false;
    if (words.starts_with("注") || words.starts_with("单位")) return false;
    // 公开01表, 会小企01表, 表一
    const bool numbered =
        words.ends_with("表") && words.find_first_of("0123456789") != std::string_view::npos && utf8::count(words) <= 8;
    return !numbered && words.find_first_not_of("0123456789.-/ ") != std::string_view::npos;
}

}  // namespace gouji
