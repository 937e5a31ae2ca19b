// SPDX-License-Identifier: Apache-2.0
#include "engine/base/words.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The form in "file was|files were" that goes with the number: English has one for 1 and one for everything else.
std::string_view by_number(std::string_view number, std::string_view forms) {
    const std::size_t bar = std::min(forms.find('|'), forms.size());
    return number == "1" ? forms.substr(0, bar) : forms.substr(std::min(bar + 1, forms.size()));
}

}  // namespace

std::string fill(std::string_view pattern, Substitutes arguments, Language language) {
    std::string out;
    out.reserve(pattern.size() + 32);
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            out += pattern.substr(at);
            break;
        }
        out += pattern.substr(at, open - at);
        const std::string_view inside = pattern.substr(open + 1, close - open - 1);
        const std::string_view name = inside.substr(0, inside.find('|'));
        bool found = false;
        for (const auto& [key, words] : arguments) {
            if (key == name) {
                out += name.size() == inside.size() ? std::string_view(words.in(language))
                                                    : by_number(words.in(language), inside.substr(name.size() + 1));
                found = true;
                break;
            }
        }
        if (!found) out += pattern.substr(open, close - open + 1);
        at = close + 1;
    }
    return out;
}

std::string joined(const std::vector<std::string>& all) {
    std::string text;
    for (const auto& one : all) text += (text.empty() ? "" : ", ") + one;
    return text;
}

Words fill(std::string_view zh, std::string_view en, Substitutes arguments) {
    return {fill(zh, arguments, Language::zh), fill(en, arguments, Language::en)};
}

}  // namespace gouji
