// SPDX-License-Identifier: Apache-2.0
// Owns: a form made ready for reading: its labels as automata, its phrases as compiled patterns.
// Refuses: to read YAML (engine/rules does) and to choose among forms (build.cpp does).
#pragma once

#include "engine/model/form.hpp"
#include "grammar/labels.hpp"
#include "grammar/pattern/pattern.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

struct Edition {
    const Form* form = nullptr;

    /// Labels of one table; columns are numbered behind the rows.
    struct Labels {
        LabelSet set;
        int rows = 0;
        [[nodiscard]] bool is_row(int id) const { return id < rows; }
    };
    std::vector<Labels> tables;   ///< one for each of the form's tables
    LabelSet sections;            ///< ids are the form's sections
    std::vector<Pattern> titles;
    std::vector<Pattern> organs;
    std::vector<Pattern> published;
    std::vector<std::pair<std::string, Pattern>> levels;
    std::vector<Pattern> scopes;
    std::vector<std::vector<Pattern>> own_scopes;  ///< one list for each mention
    struct Phrase {
        int mention = 0;
        int phrase = 0;
        Pattern pattern;
        std::vector<int> fields;  ///< for each capture of the pattern, the field of the mention
    };
    std::vector<Phrase> phrases;
    // Which of the lists above may begin at a place of the text.
    PatternIndex title_index;
    PatternIndex organ_index;
    PatternIndex published_index;
    PatternIndex phrase_index;
    PatternLetters phrase_letters;  ///< likewise, of a sentence
};

/// What is wrong with a text of the form file.
struct EditionMistake {
    PatternMistake mistake;
    Written where;
};

/// Texts compiled before: forms that extend each other share most of theirs, and a mistake in one is told once.
struct CompiledTexts {
    std::map<std::string, Pattern> patterns;
    std::map<std::string, std::vector<std::string>> labels;
};

/// The level that an organ's name shows; empty when it shows none.
std::string level_of(std::string_view organ, const Edition& edition);

Edition compile_edition(const Form& form, CompiledTexts& known, std::vector<EditionMistake>& mistakes);

}  // namespace gouji
