// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_paragraphs.hpp"

#include "grammar/filing/prose/private_frames.hpp"
#include "grammar/filing/prose/private_reporter_names.hpp"
#include "grammar/filing/prose/private_row_names.hpp"
#include "grammar/filing/prose/private_part_lists.hpp"
#include "grammar/filing/prose/private_printed_sums.hpp"
#include "grammar/filing/prose/private_stated_facts.hpp"
#include "grammar/filing/prose/private_statements.hpp"
#include "grammar/filing/prose/private_tokens.hpp"

#include <iterator>
#include <utility>

namespace gouji {
namespace {

class ParagraphReader {
public:
    /// `rows`: facts that are stated of rows are looked for, and no others.
    ParagraphReader(const Text& text, const Edition& edition, const Filing& filing, const RowNames* rows = nullptr)
        : text_(text),
          edition_(edition),
          rows_(rows),
          own_(filing.organ),
          tokens_({text.characters(), rows ? rows->words() : *edition.words, own_, edition.form->units, filing.year}),
          frames_of_(rows ? rows->words() : *edition.words, own_) {}

    void read(const Prose& prose) {
        if (!rows_) sums_.read(prose.sentences);
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < prose.sentences.size(); ++i) {
            const Sentence& sentence = prose.sentences[i];
            if (is_apart(end, sentence.span.start)) end_paragraph(prose.section);
            end = sentence.span.end;
            if (!may_state(prose.sentences, i)) {
                frames_of_.skip_sentence();
                continue;
            }
            tokens_.read(sentence.letters, sentence.span.end);
            read_clauses(tokens_.signs(), clauses_);
            frames_of_.read(tokens_.tokens(), clauses_, frames_);
        }
        end_paragraph(prose.section);
        frames_of_.end_section();
        tokens_.forget_figures();
    }

    ProseFigures take() { return std::move(made_); }

private:
    /// For speed: whether a sentence has a figure, denies something or speaks of all, and names what a form counts or
    /// is about what the sentence before counted, or is in a list; or is short, as headings are.
    [[nodiscard]] bool may_state(const std::vector<Sentence>& sentences, std::size_t at) const {
        constexpr std::size_t longest_heading = 12;
        if (rows_) return true;
        const std::span<const Letter> letters = sentences[at].letters;
        if (letters.size() <= longest_heading) return true;
        if (sums_.in_list(at)) return true;
        return edition_.naming.may_state(letters)
            && ((frames_of_.topic() & edition_.naming.counted()) != 0 || edition_.naming.may_name(letters)
                || (at + 1 < sentences.size() && edition_.naming.begins_list(sentences[at + 1].letters)));
    }

    /// Whether an empty line is between two places.
    [[nodiscard]] bool is_apart(std::uint32_t from, std::uint32_t to) const {
        const std::string_view between = text_.characters().substr(from, to - from);
        const std::size_t line = between.find('\n');
        return line != std::string_view::npos && between.find('\n', line + 1) != std::string_view::npos;
    }

    void end_paragraph(const std::string& section) {
        add_stated_facts(frames_, {text_, section, edition_, rows_}, made_);
        if (!rows_) add_part_lists(frames_, text_, section, edition_, made_.mentions);
        frames_.clear();
        frames_of_.end_paragraph();
    }

    const Text& text_;
    const Edition& edition_;
    const RowNames* rows_;
    ReporterNames own_;
    TokenReader tokens_;
    Clauses clauses_;
    FrameReader frames_of_;
    PrintedSums sums_;
    std::vector<Frame> frames_;
    ProseFigures made_;
};

}  // namespace

ProseFigures read_frames(
    const Text& text, const std::vector<Prose>& prose, const Edition& edition, const Filing& filing) {
    ProseFigures made;
    const auto read = [&](const RowNames* rows) {
        ParagraphReader reader(text, edition, filing, rows);
        for (const Prose& one : prose) reader.read(one);
        ProseFigures more = reader.take();
        std::move(more.mentions.begin(), more.mentions.end(), std::back_inserter(made.mentions));
        std::move(more.unread.begin(), more.unread.end(), std::back_inserter(made.unread));
    };
    if (!edition.words->empty()) read(nullptr);
    if (edition.row_sayings.empty()) return made;
    const RowNames rows(edition, filing.tables);
    if (!rows.empty()) read(&rows);
    return made;
}

}  // namespace gouji
