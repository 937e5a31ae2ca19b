// SPDX-License-Identifier: Apache-2.0
// Owns: a form made ready for reading: its labels as automata, its phrases as compiled patterns.
// Refuses: to read YAML (engine/rules does) and to choose among forms (read.cpp does).
#pragma once

#include "engine/model/form.hpp"
#include "grammar/filing/edition/known_words.hpp"
#include "grammar/filing/edition/name_words.hpp"
#include "grammar/filing/edition/naming_words.hpp"
#include "grammar/labels/label_index.hpp"
#include "grammar/pattern/parse_pattern.hpp"
#include "grammar/pattern/pattern.hpp"
#include "grammar/pattern/pattern_index.hpp"
#include "grammar/pattern/pattern_marks.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// What a column without figures of a printed table has.
enum class HeadWord : std::uint8_t { key, label, number };

struct Edition {
    const Form* form = nullptr;

    /// The labels of one table, with columns numbered after the rows, and the cells of each row.
    struct Labels {
        LabelSet set;
        int rows = 0;
        std::vector<std::vector<int>> cells;  ///< of each leaf row, those that the form has, in order
        /// Of a table that is read as it is printed: its captions, and the headers of columns without figures, each
        /// with a `HeadWord` as its id.
        LabelSet captions;
        LabelSet heads;
        bool printed = false;
        [[nodiscard]] bool is_row(int id) const { return id < rows; }
    };
    /// One for each of the form's tables. Forms that have the same table share it: it reads the same under both.
    std::vector<std::shared_ptr<const Labels>> tables;
    std::shared_ptr<const LabelSet> sections;  ///< ids are the form's sections
    /// of each, the letters of its headings, for those misspelt
    std::vector<std::vector<std::string>> section_letters;
    /// The labels of all forms that are read together, and which of its sets are this one's; made by `join_labels`.
    std::shared_ptr<const LabelIndex> labels;
    std::vector<std::size_t> table_sets;
    std::size_t section_set = 0;
    /// Forms with the same list share it, as they share tables.
    using Patterns = std::shared_ptr<const PatternList>;
    Patterns titles;
    Patterns organs;
    Patterns publishers;
    Patterns subjects;
    Patterns periods;
    Patterns published;
    Patterns written;
    NameWords names;
    std::vector<std::pair<std::string, Pattern>> levels;
    Patterns scopes;
    std::vector<Patterns> mention_scopes;  ///< of each mention, besides those of the form
    struct CompiledPhrase {
        int mention = 0;
        int phrase = 0;
        Pattern pattern;
        std::vector<int> fields;  ///< for each capture of the pattern, the field of the mention
    };
    std::vector<CompiledPhrase> phrases;
    PatternIndex phrase_index;                ///< which of them may begin at a place of the text
    PatternMarks phrase_marks;                ///< whether any of them may be in a sentence
    bool keeps_words = false;                 ///< of sections: a rule asks for them
    std::shared_ptr<const KnownWords> words;  ///< of the lexicon; forms of one family share them
    /// What a frame must say for a mention to be stated by it.
    struct CompiledSaying {
        int mention = 0;
        const Saying* saying = nullptr;
        struct Slot {
            bool may_be_empty = false;
            ValueSet any = 0;                ///< one of these or several
            std::vector<ValueSet> together;  ///< or all of these and no other
        };
        std::array<Slot, slot_count> slots;
        ValueSet base = 0;
    };
    std::vector<CompiledSaying> sayings;
    std::vector<CompiledSaying> row_sayings;  ///< of facts that are stated of rows; `what` is the row
    const MentionForm* parts = nullptr;       ///< the fact of lists with a sum, if the form has one
    ValueSet list_stops = 0;                  ///< what happened to what is no part of such a list
    NamingWords naming;
};

/// A mistake in a text of the form file.
struct EditionMistake {
    PatternMistake mistake;
    Written where;
};

/// Texts compiled before: forms that extend each other share most of theirs, and a mistake in one is told once.
struct CompiledTexts {
    std::map<std::string, Pattern> patterns;                   ///< with their words written out
    std::map<std::string, bool> words;                         ///< likewise, and whether they are patterns
    std::size_t written_out = 0;                               ///< bytes of patterns that have words
    std::set<std::pair<std::string, std::size_t>> miswritten;  ///< file and byte of patterns whose words are wrong
    std::map<std::vector<std::string>, Edition::Patterns> lists;
    std::map<std::string, std::vector<std::string>> labels;
    std::map<std::string, std::shared_ptr<const Edition::Labels>> tables;  ///< by all that their reading depends on
    std::map<std::string, std::shared_ptr<const KnownWords>> lexicons;     ///< by family
};

/// The level that an organ's name shows; empty when it shows none.
std::string level_of(std::string_view organ, const Edition& edition);

Edition compile_edition(const Form& form, CompiledTexts& known, std::vector<EditionMistake>& mistakes);

/// Makes one automaton of the labels of forms that are read together.
void join_labels(std::vector<Edition>& editions);

}  // namespace gouji
