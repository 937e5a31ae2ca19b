// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_formula.hpp"

#include "engine/rules/codes.hpp"
#include "engine/source/text.hpp"
#include "grammar/expression/expression.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Texts of a formula meet texts of a report, which are folded: full-width signs, Traditional characters.
void fold_texts(Node& node) {
    if (node.kind == NodeKind::text) node.text = fold(node.text);
    for (Node& kid : node.kids) fold_texts(kid);
}

/// `[ t in tables(申请, 复议诉讼) ]`: a comma cuts a formula in a flow list, and each part has one half of the
/// brackets.
bool is_cut(const YamlFile& file, const Yaml& node) {
    if (node.quoted) return false;
    const std::string& content = file.content();
    const std::size_t next = content.find_first_not_of(" \n", node.offset + node.text.size());
    const bool flow =
        next != std::string::npos && (content[next] == ',' || content[next] == ']' || content[next] == '}');
    const auto count = [&](char c) { return std::count(node.text.begin(), node.text.end(), c); };
    return flow && (count('(') != count(')') || count('[') != count(']'));
}

}  // namespace

Formula load_formula(YamlFile& file, const Yaml& node) {
    Formula formula;
    formula.text = file.text(node);
    formula.file = file.name();
    formula.offset = node.offset;
    if (!node.is_scalar()) return formula;
    if (!file.stands_verbatim(node)) {
        file.complain(rule_codes::yaml_folded, node);
        return formula;
    }
    if (const auto known = file.formulas().find(formula.text); known != file.formulas().end()) {
        formula.root = known->second;
        return formula;
    }
    ParsedFormula parsed = parse_formula(formula.text);
    if (!parsed.mistakes.empty() && is_cut(file, node)) {
        file.complain(rule_codes::comma_in_formula, node);
        return formula;
    }
    for (auto& mistake : parsed.mistakes)
        file.complain(std::move(mistake.diagnostic), node.offset + mistake.span.start, node.offset + mistake.span.end);
    if (!parsed.mistakes.empty()) return formula;
    formula.root = std::move(parsed.root);
    fold_texts(formula.root);
    // Longer ones are seldom written twice.
    constexpr std::size_t longest_kept = 64;
    if (formula.text.size() <= longest_kept) file.formulas().emplace(formula.text, formula.root);
    return formula;
}

void load_lets(YamlFile& file, const Yaml& node, Lets& lets) {
    if (!file.expect(node, Yaml::Kind::map)) return;
    for (const auto& [name, formula] : node.entries) lets.emplace_back(name.text, load_formula(file, formula));
}

}  // namespace gouji
