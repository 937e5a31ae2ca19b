// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/typing.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/keys.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace gouji {
namespace {

constexpr std::string_view wide_colon = "：";
constexpr std::string_view wide_blank = "　";
constexpr std::string_view hard_blank = "\xC2\xA0";

/// All keys that any file may have.
bool is_key(std::string_view word) {
    static const std::set<std::string_view> all = [] {
        std::set<std::string_view> keys = {"zh", "en"};
        for (const KeyTable& table : key_tables()) {
            for (const Key& key : table.keys) keys.insert(key.name);
        }
        return keys;
    }();
    return all.contains(word);
}

/// A block of text (`message: |`) goes on while lines are indented further than its key.
class Blocks {
public:
    /// The line is text of a block, where anything may be typed on purpose.
    bool holds(std::string_view line, std::size_t indent) {
        const bool blank = indent == line.size();
        if (open_ != none && (blank || indent > open_)) return true;
        open_ = none;
        const std::size_t last = line.find_last_not_of(" +-");
        if (!blank && last != std::string_view::npos && (line[last] == '|' || line[last] == '>') && last > 0
            && line[last - 1] == ' ')
            open_ = indent;
        return false;
    }

private:
    static constexpr std::size_t none = std::string_view::npos;
    std::size_t open_ = none;  ///< the indentation of the key of the block
};

class TypingSearch {
public:
    explicit TypingSearch(std::string_view content) : content_(content) {}

    std::vector<TypingMistake> all() {
        if (is_package() || is_table()) return std::move(found_);
        Blocks blocks;
        for (std::size_t from = 0; from < content_.size();) {
            const std::size_t end = std::min(content_.find('\n', from), content_.size());
            const std::string_view line = content_.substr(from, end - from);
            const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
            if (!blocks.holds(line, indent) && indent < line.size() && line[indent] != '#')
                check_line(from, line, indent);
            from = end + 1;
        }
        return std::move(found_);
    }

private:
    void complain(const Code& code, std::size_t start, std::size_t size, Substitutes arguments = {}) {
        found_.push_back({diagnose(code, arguments), start, start + size});
    }

    bool is_package() {
        const bool package = content_.starts_with("PK\x03\x04") || content_.starts_with("\xD0\xCF\x11\xE0");
        if (package) complain(rule_codes::yaml_package, 0, 1);
        return package;
    }

    /// Lines of cells with commas between, and no key in the first.
    bool is_table() {
        const std::string_view head = content_.substr(content_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        const std::string_view first = head.substr(0, head.find('\n'));
        const auto signs = [&](char one) { return std::count(first.begin(), first.end(), one); };
        const bool table = signs(',') > 0 && signs(':') == 0 && !first.starts_with("-")
            && first.find_first_of("{[#") == std::string_view::npos;
        if (table) complain(rule_codes::yaml_table, 0, 1);
        return table;
    }

    /// True after a mistake: the rest of the line says nothing then.
    bool check_indent(std::size_t from, std::string_view line, std::size_t indent) {
        for (const auto& [sign, name] : {std::pair<std::string_view, Words>{"\t", {"制表符（Tab）", "a tab"}},
                 {wide_blank, {"全角空格", "a full-width blank"}}, {hard_blank, {"不换行空格", "a no-break space"}}}) {
            if (line.substr(indent, sign.size()) != sign) continue;
            complain(rule_codes::yaml_indentation, from + indent, sign.size(), {{"sign", name}});
            return true;
        }
        return false;
    }

    void check_line(std::size_t from, std::string_view line, std::size_t indent) {
        if (check_indent(from, line, indent)) return;
        std::size_t key = indent;
        while (line.substr(key, 2) == "- ") key = std::min(line.find_first_not_of(' ', key + 2), line.size());
        const std::size_t end = std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", key), line.size());
        const std::string_view word = line.substr(key, end - key);
        if (!is_key(word)) return;
        const Substitutes named = {{"key", same(word)}};
        const std::string_view rest = line.substr(end);
        if (rest.starts_with(wide_colon))
            return complain(rule_codes::yaml_wide_colon, from + end, wide_colon.size(), named);
        if (rest.size() > 1 && rest[0] == ':' && rest[1] != ' ' && rest[1] != '\r')
            complain(rule_codes::yaml_no_blank, from + end, 1, named);
    }

    std::string_view content_;
    std::vector<TypingMistake> found_;
};

}  // namespace

std::vector<TypingMistake> typing_mistakes(std::string_view content) { return TypingSearch(content).all(); }

}  // namespace gouji
