// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_paragraphs.hpp"

#include "grammar/filing/prose/private_frames.hpp"
#include "grammar/filing/prose/private_reporter_names.hpp"
#include "grammar/filing/prose/private_part_lists.hpp"
#include "grammar/filing/prose/private_stated_facts.hpp"
#include "grammar/filing/prose/private_statements.hpp"
#include "grammar/filing/prose/private_tokens.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// One of these is in every sentence that states something.
constexpr CharacterFilter stating_letters = [] {
    CharacterFilter made;
    for (const char32_t one : std::u32string_view(U"0123456789十百未无没均都皆已率")) made.add(one);
    return made;
}();

/// And one of these is in every sentence that names what a form counts, or begins a list.
constexpr CharacterFilter naming_letters = [] {
    CharacterFilter made;
    for (const char32_t one : std::u32string_view(U"申议诉规许罚强费信文其含包(件宗起")) made.add(one);
    return made;
}();

class ParagraphReader {
public:
    ParagraphReader(const Text& text, const Edition& edition, std::optional<int> year, std::string_view organ)
        : text_(text),
          edition_(edition),
          own_(organ),
          tokens_({text.characters(), *edition.words, own_, edition.form->units, year}),
          frames_of_(*edition.words, own_) {
        for (const Edition::CompiledSaying& one : edition.sayings) counted_ |= one.slots.front().any;
    }

    void read(const Prose& prose) {
        std::uint32_t end = 0;
        for (const Sentence& sentence : prose.sentences) {
            if (is_apart(end, sentence.span.start)) end_paragraph(prose.section);
            end = sentence.span.end;
            if (!may_state(sentence.letters)) {
                frames_of_.skip_sentence();
                continue;
            }
            tokens_.read(sentence.letters, sentence.span.end);
            read_clauses(tokens_.signs(), clauses_);
            frames_of_.read(tokens_.tokens(), clauses_, frames_);
        }
        end_paragraph(prose.section);
        frames_of_.end_section();
    }

    ProseFigures take() { return std::move(made_); }

private:
    /// For speed: whether a sentence has a figure, denies something or speaks of all, and names what a form counts or
    /// is about what the sentence before counted; or is short, as headings are.
    [[nodiscard]] bool may_state(std::span<const Letter> letters) const {
        constexpr std::size_t longest_heading = 12;
        if (letters.size() <= longest_heading) return true;
        const auto has = [&](const CharacterFilter& filter) {
            return std::any_of(
                letters.begin(), letters.end(), [&](const Letter& one) { return filter.may_hold(one.code); });
        };
        return has(stating_letters) && ((frames_of_.topic() & counted_) != 0 || has(naming_letters));
    }

    /// Whether an empty line is between two places.
    [[nodiscard]] bool is_apart(std::uint32_t from, std::uint32_t to) const {
        const std::string_view between = text_.characters().substr(from, to - from);
        const std::size_t line = between.find('\n');
        return line != std::string_view::npos && between.find('\n', line + 1) != std::string_view::npos;
    }

    void end_paragraph(const std::string& section) {
        add_stated_facts(frames_, text_, section, edition_, counted_, made_);
        add_part_lists(frames_, text_, section, edition_, made_.mentions);
        frames_.clear();
        frames_of_.end_paragraph();
    }

    const Text& text_;
    const Edition& edition_;
    ReporterNames own_;
    TokenReader tokens_;
    Clauses clauses_;
    FrameReader frames_of_;
    ValueSet counted_ = 0;  ///< things that the form counts
    std::vector<Frame> frames_;
    ProseFigures made_;
};

}  // namespace

ProseFigures read_frames(const Text& text, const std::vector<Prose>& prose, const Edition& edition,
    std::optional<int> year, std::string_view organ) {
    if (edition.words->empty()) return {};
    ParagraphReader reader(text, edition, year, organ);
    for (const Prose& one : prose) reader.read(one);
    return reader.take();
}

}  // namespace gouji
