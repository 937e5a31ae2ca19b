// SPDX-License-Identifier: Apache-2.0
// Owns: papers as a Word document (DOCX) for people to edit: A4, each paper a section, its pages numbered from 1.
// Papers come one by one, and wait where the outlet says.
// Refuses: markup from anywhere but the program itself: a text stays a text. And to be used outside of reports/.
#pragma once

#include "engine/base/words.hpp"
#include "reports/paper/private_paper.hpp"
#include "reports/run_writer.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace gouji {

/// The markup of a paper, without its number. What a section is like stands in its last paragraph, but for the last
/// section of all.
struct WordPaper {
    std::string begin;
    std::string last;             ///< its last paragraph, where no paper follows
    std::string last_of_section;  ///< the same, where one does
};
WordPaper word_paper_of(const Paper& paper);

class WordDocument {
public:
    /// `title`: of the whole.
    WordDocument(std::string title, Language language, ResultOutlet& outlet);

    /// `number`: of the paper, where it says one. False where there is no room.
    bool add(const WordPaper& paper, std::size_t number = 0);
    /// The same bytes for the same papers. False where the file cannot be made or written.
    bool finish();

private:
    std::string title_;
    Language language_;
    ResultOutlet& outlet_;
    std::unique_ptr<WaitingText> markup_;
    std::optional<WordPaper> before_;  ///< the ends of the last paper, which depend on whether one follows
};

}  // namespace gouji
