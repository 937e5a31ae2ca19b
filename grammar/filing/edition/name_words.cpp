// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition/name_words.hpp"

#include "engine/source/text.hpp"

#include <algorithm>
#include <tuple>

namespace gouji {

WordList::WordList(const std::vector<std::string>& words) {
    for (const std::string& one : words) {
        if (std::string folded = fold(one); !folded.empty()) words_.push_back(std::move(folded));
    }
    std::sort(words_.begin(), words_.end(), [](const std::string& a, const std::string& b) {
        return std::tuple(b.size(), std::string_view(a)) < std::tuple(a.size(), std::string_view(b));
    });
}

std::string_view WordList::beginning(std::string_view text) const {
    for (const std::string& one : words_) {
        if (text.starts_with(one)) return one;
    }
    return {};
}

std::string_view WordList::ending(std::string_view text) const {
    for (const std::string& one : words_) {
        if (text.ends_with(one)) return one;
    }
    return {};
}

bool WordList::is_in(std::string_view text) const {
    return std::any_of(
        words_.begin(), words_.end(), [&](const std::string& one) { return text.find(one) != std::string_view::npos; });
}

NameWords::NameWords(const Form::Names& names)
    : endings(names.endings),
      not_endings(names.not_endings),
      before(names.before),
      after(names.after),
      others(names.others),
      never(names.never),
      generic(names.generic),
      unplaced(names.unplaced),
      placed(names.placed),
      departments(names.departments),
      cited(names.cited) {}

}  // namespace gouji
