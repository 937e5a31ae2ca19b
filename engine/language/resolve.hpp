// SPDX-License-Identifier: Apache-2.0
// Owns: what names mean: variables, lets, facts, tables, sections, rows and columns.
// Refuses: operators and calls; the compiler knows them.
#pragma once

#include "engine/language/emit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gouji {

class NameResolver : public ProgramEmitter {
public:
    NameResolver(const Names& names, std::vector<Binding> bindings, const Lets& lets, Issues& issues)
        : ProgramEmitter(issues), names_(names), bindings_(std::move(bindings)), lets_(lets) {}

    /// Goes on under other bindings. What names mean under all of them stays known.
    void bind_anew(const std::vector<Binding>& bindings) {
        bindings_ = bindings;
        broken_lets_.clear();
    }

    const TableNames* table_of(const Node& node);
    std::optional<FieldRef> field_of(const Node& node);
    const Binding* binding(std::string_view variable) const;
    /// The place of a row or column that a selector names itself, by no variable.
    Outline::Found named_place(const Node& selector, const Outline& outline);
    const Names& names(Whose whose = Whose::own) const {
        return whose == Whose::previous && names_.previous ? *names_.previous : names_;
    }
    /// Takes `previous.` off a path.
    static Whose take_whose(std::string_view& path);

    void emit_section(Question::What what, const Typed& section);
    /// The same of a node that must be a section; false after a mistake.
    bool emit_section(Question::What what, const Node& node);
    /// A question about a table or a section, whichever `part` is; false after a mistake at `node`.
    bool emit_part(
        Question::What of_table, Question::What of_section, std::string_view name, const Typed& part, const Node& node);

protected:
    ~NameResolver() = default;

    Typed visit_name(const Node& node);
    Typed visit_index(const Node& node);

    const Names& names_;
    std::vector<Binding> bindings_;
    const Lets& lets_;
    std::vector<std::size_t> open_lets_;
    Whose whose_ = Whose::own;  ///< whose figures a name means that does not say it

private:
    Typed visit_names_of(const Node& node, std::string_view path, Whose whose);
    std::vector<std::string> names_known(const Names& names) const;
    Typed visit_bound(const Binding& bound, const Node& node, std::string_view tail);
    Typed visit_let(std::size_t index, const Node& node);
    Typed total_of(const TotalNames& total, const Node& node, std::string_view tail);
    std::optional<Typed> field_of_kind(const FactNames& fact, int slot, Whose whose, std::string_view tail);
    Typed field_of_fact(const FactNames& fact, int slot, Whose whose, std::string_view tail, const Node& node);
    Typed lacking_cell(const Node& node, const TableNames& table, Whose whose);

    // What nodes mean that are no variables and no lets. A rule is compiled once for each row or column, and its names
    // are looked up once.
    struct KnownTable {
        const TableNames* table = nullptr;
        Whose within = Whose::own;  ///< what `whose_` was
        Whose whose = Whose::own;
    };
    struct KnownPlace {
        const Outline* outline = nullptr;
        int place = -1;  ///< in the outline
    };
    std::unordered_map<const Node*, KnownTable> known_tables_;
    std::unordered_map<const Node*, KnownPlace> known_places_;

    std::vector<std::size_t> broken_lets_;  ///< told once, and not visited again: lets of lets grow by powers
};

}  // namespace gouji
