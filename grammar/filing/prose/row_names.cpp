// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_row_names.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/labels/labels.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace gouji {
namespace {

/// 2050201 学前教育, 一、教育支出 and 其中:设备(台) as the prose names them.
std::string name_in_prose(const OutlineNode& row) {
    std::string_view name = row.name;
    if (!row.key.empty() && name.starts_with(row.key)) name.remove_prefix(row.key.size());
    while (name.starts_with(' ')) name.remove_prefix(1);
    if (const auto ordinal = read_ordinal(name, 0)) name.remove_prefix(ordinal->end);
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos && colon + 1 < name.size()) name.remove_prefix(colon + 1);
    return utf8::without_blanks(name.substr(0, name.find('(')));
}

std::u32string letters_in(std::string_view name) {
    std::u32string letters;
    for (std::size_t at = 0; at < name.size();) {
        const utf8::Character one = utf8::decode(name, at);
        letters += one.code;
        at += one.size;
    }
    return letters;
}

}  // namespace

RowNames::RowNames(const Edition& edition, std::span<const Table> tables) : words_(*edition.words) {
    const auto value = words_.give(WordClass::what, std::string(row_value));
    if (!value) return;
    value_ = *value;
    std::set<std::string> wanted;
    for (const Edition::CompiledSaying& one : edition.row_sayings)
        wanted.insert(edition.form->mentions[static_cast<std::size_t>(one.mention)].rows);
    for (const Table& table : tables) {
        if (table.layout && wanted.count(table.name) > 0) add_rows(table);
    }
    for (const auto& [place, row] : rows_) words_.add(place.second, WordClass::what, value_);
}

void RowNames::add_rows(const Table& table) {
    constexpr std::size_t least_characters = 2;
    std::set<std::string> twice;
    const Outline& rows = table.layout->rows;
    for (int leaf = 0; leaf < rows.leaf_count(); ++leaf) {
        const OutlineNode& row = rows.leaf(leaf);
        const std::string name = name_in_prose(row);
        const std::u32string letters = letters_in(name);
        if (letters.size() < least_characters) continue;
        const auto known = words_.longest(letters);
        if (known && known->letters == letters.size()) continue;
        const bool fresh = rows_.try_emplace({table.name, name}, row.path).second;
        if (!fresh) twice.insert(name);
    }
    for (const std::string& name : twice) rows_.erase({table.name, name});
}

std::string RowNames::row_of(const std::string& table, std::string_view name) const {
    const auto found = rows_.find({table, utf8::without_blanks(name)});
    return found == rows_.end() ? std::string() : found->second;
}

}  // namespace gouji
