// SPDX-License-Identifier: Apache-2.0
#include "engine/files/add_entries.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/base/utf8.hpp"
#include "engine/files/whole_file.hpp"

#include <utility>

namespace gouji {
namespace {

/// The blanks before the entries that a file has; two where it has none.
std::string indent_of(std::string_view content) {
    for (std::size_t line = 0; line < content.size();) {
        const std::size_t end = std::min(content.find('\n', line), content.size());
        const std::size_t at = content.find_first_not_of(' ', line);
        if (at < end && content.substr(at, 2) == "- ") return std::string(content.substr(line, at - line));
        line = end + 1;
    }
    return "  ";
}

/// What was typed stays byte for byte: entries are put behind it.
std::string with_entries(std::string content, const std::string& entries, std::string_view key) {
    const std::string begin = std::string(key) + ":";
    if (!content.empty() && content.back() != '\n') content += '\n';
    // As an empty list it was written by us: with entries it is none any more.
    if (const std::string empty = begin + " []\n"; content.ends_with(empty)
        && (content.size() == empty.size() || content[content.size() - empty.size() - 1] == '\n')) {
        content.resize(content.size() - empty.size());
        content += begin + "\n";
    }
    const bool begun = content.starts_with(begin) || content.find("\n" + begin) != std::string::npos;
    return content + (begun ? "" : begin + "\n") + entries;
}

Result<Catalogue> load_alone(const std::string& file, const std::string& content, std::string_view option) {
    LoadOptions options;
    options.thorough = false;
    options.alone = true;
    RuleFile one{utf8::printable(file), content};
    one.option = option;
    return load_catalogue({one}, options);
}

}  // namespace

std::optional<Diagnostic> add_entries(const std::string& file, const Addition& addition) {
    const FolderLock lock(file);
    std::string content;
    if (target_of(file).exists) {
        auto read = read_file(file);
        if (!read) return read.diagnostics.front();
        content = std::move(*read);
    }
    const auto refuse = [&] {
        Diagnostic told = diagnose(*addition.refused);
        told.file = utf8::printable(file);
        return told;
    };
    const auto had = load_alone(file, content, addition.option);
    if (!had) return refuse();
    const auto filled = addition.fill ? addition.fill(*had, content) : std::optional(content);
    if (!filled) return refuse();
    const std::string entries = addition.entries(*had, indent_of(content));
    const bool same = entries.empty() && *filled == content;
    if (same && (!content.empty() || addition.nothing.empty())) return std::nullopt;
    const std::string made = same ? addition.nothing
        : entries.empty()         ? *filled
                                  : with_entries(*filled, entries, addition.key);
    const auto has = load_alone(file, made, addition.option);
    if (!has || (!same && !addition.keeps(*had, *has))) return refuse();
    WholeFile written(file);
    written.write(made);
    return written.keep() ? std::nullopt : written.trouble();
}

}  // namespace gouji
