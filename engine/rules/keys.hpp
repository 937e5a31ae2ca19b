// SPDX-License-Identifier: Apache-2.0
// Owns: the tables of the keys that rule, form, suite, waiver and test files may have. The loaders check by them, and
// the reference pages and the JSON Schemas are made from them.
// Refuses: to read values; a key's type says what follows it, the loader reads it.
#pragma once

#include <span>
#include <string_view>

namespace gouji {

struct Key {
    enum class Type {
        text,           ///< one text
        words,          ///< one text, or { zh: …, en: … }
        texts,          ///< one text or a list
        flag,           ///< true or false
        choice,         ///< one of the words of `of`
        formula,        ///< one formula
        formulas,       ///< one formula or a list
        lets,           ///< names with formulas
        years,          ///< 2021, 2021..2023, 2021.., ..2018
        days,           ///< 2021-09-01, 2021-09-01..2023-12-31, …
        day,            ///< 2021-09-01
        number,         ///< digits
        map,            ///< keys of the table `of`
        maps,           ///< a list of such maps
        map_or_choice,  ///< one word of the choice `of`, or keys of the table of that name
        tree,           ///< anything; the loader says what
    };
    std::string_view name;
    Type type = Type::text;
    bool needed = false;
    std::string_view of;
    std::string_view zh;
    std::string_view en;
};

struct KeyTable {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    std::span<const Key> keys;
    bool open = false;  ///< other keys are names: of tables, of cells
};

std::span<const KeyTable> key_tables();
const KeyTable& key_table(std::string_view name);

/// A word that a key may have, with what it means.
struct KeyWord {
    std::string_view word;
    std::string_view zh;
    std::string_view en;
};
/// Words that a key may have.
struct WordTable {
    std::string_view name;
    std::span<const KeyWord> words;
};
std::span<const WordTable> word_tables();
const WordTable& word_table(std::string_view name);
/// The words that a key of a table may have; none where it may say anything, or is not there.
std::span<const KeyWord> words_of(std::string_view table, std::string_view key);

}  // namespace gouji
