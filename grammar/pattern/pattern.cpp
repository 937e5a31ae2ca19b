// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/pattern.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/pattern/private_match_pattern.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <memory_resource>
#include <string>

namespace gouji {
namespace {

using Kind = PatternStep::Kind;

/// Calls `visit` once with each step that takes or ends something and that comes first from `from` on.
template <class Visit>
void for_each_first(const std::vector<PatternStep>& steps, std::size_t from, const Visit& visit) {
    if (steps.empty()) return;
    std::array<std::byte, 512> room{};  // enough for most patterns
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    std::pmr::vector<bool> seen(steps.size(), false, &memory);
    std::pmr::vector<std::size_t> open(1, from, &memory);
    while (!open.empty()) {
        const std::size_t index = open.back();
        open.pop_back();
        if (seen[index]) continue;
        seen[index] = true;
        const PatternStep& one = steps[index];
        if (one.kind == Kind::jump || one.kind == Kind::split) {
            open.push_back(static_cast<std::size_t>(one.next));
            if (one.kind == Kind::split) open.push_back(static_cast<std::size_t>(one.other));
        } else {
            visit(index);
        }
    }
}

}  // namespace

Pattern::Beginning Pattern::beginning_from(std::size_t step) const {
    Beginning made;
    for_each_first(steps, step, [&](std::size_t index) {
        const PatternStep& one = steps[index];
        if (one.kind == Kind::literal) {
            made.codes.push_back(one.code);
        } else if (one.kind == Kind::capture) {
            switch (captures[static_cast<std::size_t>(one.name)].kind) {
                case Capture::figure:
                    made.figure = true;
                    made.after.push_back(index + 1);
                    break;
                case Capture::organ: made.name = true; break;
                case Capture::year:
                case Capture::date: made.numeral = true; break;
            }
        } else {
            made.anything = true;
        }
    });
    return made;
}

namespace {

/// Letters, numbered as they come, so that sets of them are bits.
class NumberedLetters {
public:
    using Set = std::bitset<256>;  // letters beyond so many are not asked for

    void add(char32_t letter, Set& to) {
        const std::size_t number = std::min(letters_.find(letter), letters_.size());
        if (number == letters_.size()) letters_ += letter;
        if (number < to.size()) to.set(number);
    }
    [[nodiscard]] std::vector<char32_t> of(const Set& set) const {
        std::vector<char32_t> all;
        for (std::size_t number = 0; number < std::min(letters_.size(), set.size()); ++number) {
            if (set[number]) all.push_back(letters_[number]);
        }
        return all;
    }

private:
    std::u32string letters_;
};

}  // namespace

/// Steps lead forward only, so that one pass knows at each of them what every way to it has read.
void Pattern::find_needed() {
    NumberedLetters letters;
    std::vector<std::optional<NumberedLetters::Set>> read(steps.size());
    const auto reach = [&](std::size_t step, const NumberedLetters::Set& before) {
        read[step] = read[step] ? *read[step] & before : before;
    };
    if (!read.empty()) read.front().emplace();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!read[i]) continue;
        NumberedLetters::Set own = *read[i];
        const PatternStep& step = steps[i];
        if (step.kind == Kind::end) {
            needed = letters.of(own);
        } else if (step.kind == Kind::jump || step.kind == Kind::split) {
            reach(static_cast<std::size_t>(step.next), own);
            if (step.kind == Kind::split) reach(static_cast<std::size_t>(step.other), own);
        } else {
            // The end of a sentence matches 。 too.
            if (step.kind == Kind::literal && step.code != U'。') letters.add(step.code, own);
            reach(i + 1, own);
        }
    }
}

void Pattern::prepare() {
    find_needed();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool name =
            steps[i].kind == Kind::capture && captures[static_cast<std::size_t>(steps[i].name)].kind == Capture::organ;
        if (steps[i].kind != Kind::gap && !name) continue;
        steps[i].after = static_cast<int>(after.size());
        CharacterFilter& filter = after.emplace_back();
        const Beginning first = beginning_from(i + 1);
        for (const char32_t code : first.codes) filter.add(code);
        // Blanks may come before a letter, the bar of a cell or a bracket before a day.
        for (const char32_t code : {U' ', U'\t', U'\n', U'|', U'['}) filter.add(code);
        if (first.figure || first.numeral) filter.add_numbers();
        if (first.name || first.anything) filter.add_all();
    }
}

std::optional<Pattern::Match> Pattern::match(FigureReader& figures, std::size_t at, std::size_t limit) const {
    return steps.empty() ? std::nullopt : match_pattern(*this, figures, at, limit);
}

}  // namespace gouji
