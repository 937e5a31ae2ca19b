// SPDX-License-Identifier: Apache-2.0
// Owns: a strict reading of YAML: every scalar stays a text, every mistake has its place.
// Refuses: what yaml-cpp would take in silence: duplicate keys, open quotes, second documents, anchors and aliases,
// tags.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/ast.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Yaml {
    enum class Kind { null, scalar, list, map };
    Kind kind = Kind::null;
    std::string text;         ///< of a scalar
    bool quoted = false;      ///< of a scalar: written in quotes or as a block
    std::size_t offset = 0;   ///< bytes into the file; of a quoted scalar, after the quote
    std::vector<Yaml> items;  ///< of a list
    struct Entry;
    std::vector<Entry> entries;  ///< of a map, in order

    // Entries hold trees themselves, so copies are defined after them.
    Yaml();
    Yaml(const Yaml&);
    Yaml(Yaml&&) noexcept;
    Yaml& operator=(const Yaml&);
    Yaml& operator=(Yaml&&) noexcept;
    ~Yaml();

    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
    [[nodiscard]] bool is_list() const { return kind == Kind::list; }
    [[nodiscard]] bool is_map() const { return kind == Kind::map; }
    /// The value of a key, or nullptr.
    [[nodiscard]] const Yaml* find(std::string_view key) const;
};

struct Yaml::Entry {
    Yaml key;
    Yaml value;
};

inline Yaml::Yaml() = default;
inline Yaml::Yaml(const Yaml&) = default;
inline Yaml::Yaml(Yaml&&) noexcept = default;
inline Yaml& Yaml::operator=(const Yaml&) = default;
inline Yaml& Yaml::operator=(Yaml&&) noexcept = default;
inline Yaml::~Yaml() = default;

/// Limits for the values in one file and the keys in one map: `find` goes through all keys.
inline constexpr std::size_t most_nodes = 400'000;
inline constexpr std::size_t most_keys = 300;

/// One file of rules or forms on its way in, and all that is wrong with it.
class YamlFile {
public:
    YamlFile(std::string name, std::string content) : name_(std::move(name)), content_(std::move(content)) {}

    /// Parses the content; null after a mistake that leaves nothing to read. Without `tests` their lines are not read.
    Yaml parse(bool tests = true);
    /// The same by yaml-cpp alone, which knows all of YAML and says what is wrong.
    Yaml parse_slowly(const std::string& content);
    /// The line of an offset, counted from 1.
    [[nodiscard]] int line_at(std::size_t offset);

    /// Notes a mistake at a node, at a part of the file, or at an offset.
    void complain(const Code& code, const Yaml& node, Substitutes arguments = {});
    void complain(Diagnostic diagnostic, std::size_t start, std::size_t end);

    /// A mistake and false unless the node is of the kind.
    bool expect(const Yaml& node, Yaml::Kind kind);
    /// The text of a scalar; a mistake and "" otherwise.
    std::string text(const Yaml& node);
    /// A scalar or a list of scalars.
    std::vector<std::string> texts(const Yaml& node);

    /// The scalar is in the file as it was read: no block, no line break inside.
    [[nodiscard]] bool stands_verbatim(const Yaml& node) const;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& content() const { return content_; }
    [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
    /// If the file has an error and mistakes of typing, only these are told: they cause the others.
    void prefer_typing();
    /// Says after the listed mistakes how many are not listed: nobody reads thousands, and each takes a walk through
    /// the file.
    void tell_left_out();
    /// There are more errors than are listed: nobody needs to look for others.
    [[nodiscard]] bool is_full() const;
    /// Formulas of the file that were parsed without a mistake: rules say `c in columns(申请)` again and again.
    [[nodiscard]] std::map<std::string, Node, std::less<>>& formulas() { return formulas_; }

private:
    /// False, with a mistake, when the file or a line of it is too long to parse.
    bool check_size();

    std::string name_;
    std::string content_;
    std::vector<Diagnostic> diagnostics_;
    std::size_t errors_ = 0;
    std::size_t others_ = 0;  ///< notes and warnings
    std::map<std::string, Node, std::less<>> formulas_;
    std::vector<std::size_t> line_starts_;  ///< found when first asked for
};

}  // namespace gouji
