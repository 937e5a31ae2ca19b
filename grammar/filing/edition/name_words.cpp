// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition/name_words.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/text.hpp"

#include <algorithm>
#include <tuple>

namespace gouji {
namespace {

char32_t first_letter(std::string_view text) { return utf8::decode(text, 0).code; }
char32_t last_letter(std::string_view text) { return utf8::decode(text, utf8::previous(text, text.size())).code; }

}  // namespace

WordList::WordList(const std::vector<std::string>& words) {
    for (const std::string& one : words) {
        if (std::string folded = fold(one); !folded.empty()) words_.push_back(std::move(folded));
    }
    std::sort(words_.begin(), words_.end(), [](const std::string& a, const std::string& b) {
        return std::tuple(b.size(), std::string_view(a)) < std::tuple(a.size(), std::string_view(b));
    });
    for (std::size_t word = 0; word < words_.size(); ++word) {
        first_.push_back({first_letter(words_[word]), word});
        last_.push_back({last_letter(words_[word]), word});
    }
    for (std::vector<Entry>* entries : {&first_, &last_}) {
        std::stable_sort(
            entries->begin(), entries->end(), [](const Entry& a, const Entry& b) { return a.letter < b.letter; });
    }
}

std::string_view WordList::longest(const std::vector<Entry>& entries, char32_t letter, auto fits) const {
    auto at = std::lower_bound(
        entries.begin(), entries.end(), letter, [](const Entry& one, char32_t sought) { return one.letter < sought; });
    for (; at != entries.end() && at->letter == letter; ++at) {
        if (fits(words_[at->word])) return words_[at->word];
    }
    return {};
}

std::string_view WordList::beginning(std::string_view text) const {
    if (text.empty()) return {};
    return longest(first_, first_letter(text), [&](std::string_view word) { return text.starts_with(word); });
}

std::string_view WordList::ending(std::string_view text) const {
    if (text.empty()) return {};
    return longest(last_, last_letter(text), [&](std::string_view word) { return text.ends_with(word); });
}

bool WordList::is_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
        if (!beginning(text.substr(at)).empty()) return true;
    }
    return false;
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
