// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, which sentences print a number and others after it, with the same letter after them, that add
// up to it, as a list does where no word says that it is one.
// Refuses: to say what the numbers count; part_lists.cpp does.
#pragma once

#include "grammar/filing/prose/sentences.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji {

class PrintedSums {
public:
    /// Of these sentences, in place of those before.
    void read(const std::vector<Sentence>& sentences);
    /// Whether the sentence has the sum or a part of one of them.
    [[nodiscard]] bool in_list(std::size_t sentence) const { return in_list_[sentence]; }

private:
    struct Number {
        std::int64_t value = 0;
        std::size_t sentence = 0;
        char32_t unit = 0;  ///< the letter after it
    };
    void add(const Sentence& sentence, std::size_t place);
    void mark_parts(std::size_t whole, std::size_t first);

    std::vector<Number> numbers_;
    std::vector<std::size_t> firsts_;  ///< of each sentence, the first of its numbers, or of those after it
    std::vector<bool> in_list_;
};

}  // namespace gouji
