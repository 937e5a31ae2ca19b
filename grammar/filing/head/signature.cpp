// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/signature.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/date_text.hpp"
#include "grammar/filing/head/organ_name.hpp"

#include <algorithm>
#include <string_view>

namespace gouji {
namespace {

/// Adds what the line has of a signature: a name, a day, or both; false where it is something else.
bool add_line(std::string_view line, const NameWords& names, Signature& signature) {
    const DateText day = last_date_in(line);
    std::string_view rest = line;
    if (!day.value.empty()) {
        if (line.substr(day.end).find_first_not_of(" )]") != std::string_view::npos) return false;
        rest = line.substr(0, day.start);
    }
    std::string own = utf8::without_blanks(rest);
    if (own.starts_with('(') && own.find(')') == std::string::npos) own.erase(0, 1);
    const std::string name = own.empty() ? std::string() : organ_name(own, names).text;
    const std::string_view left = std::string_view(own).substr(0, own.find(name));
    const bool sealed = !name.empty() && (left.empty() || left == names.before.beginning(own));
    if (!own.empty() && !sealed) return false;
    if (sealed) signature.names.push_back(name);
    if (!day.value.empty() && signature.day.empty()) signature.day = day.value;
    return true;
}

}  // namespace

Signature find_signature(const ReportHead& head) {
    constexpr std::size_t most_lines = 8;
    constexpr std::string_view stop = "。";
    const std::string_view characters = head.text.characters();
    Signature signature;
    if (head.names.endings.empty() || head.heading == head.text.all().end) return signature;
    std::vector<Span> lines = lines_of(characters, {head.heading, head.text.all().end});
    std::reverse(lines.begin(), lines.end());
    for (std::size_t i = 0; i < std::min(most_lines, lines.size()); ++i) {
        std::string_view line = head.text.view(lines[i]);
        if (line.find('|') != std::string_view::npos) break;
        const std::size_t sentence = line.rfind(stop);
        if (sentence != std::string_view::npos) line.remove_prefix(sentence + stop.size());
        const bool added = !line.empty() && add_line(line, head.names, signature);
        if (sentence != std::string_view::npos || (!added && (!signature.names.empty() || !signature.day.empty())))
            break;
    }
    return signature;
}

}  // namespace gouji
