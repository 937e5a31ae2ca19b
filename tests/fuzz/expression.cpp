// SPDX-License-Identifier: Apache-2.0
#include "grammar/expression/expression.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_expression(std::string_view bytes) {
    const ParsedFormula parsed = parse_formula(bytes);
    for (const FormulaMistake& one : parsed.mistakes)
        hold(one.span.start <= one.span.end && one.span.start <= bytes.size(), "a mistake has its place");
    if (!parsed.mistakes.empty() || bytes.find('\n') != std::string_view::npos) return;
    // As the text of a rule: in single quotes, each of its own doubled.
    std::string rule = "- id: a\n  title: 题\n  for: r in rows(表)\n  check: '";
    for (const char c : bytes) rule += c == '\'' ? std::string("''") : std::string(1, c);
    rule += "'\n";
    const Result<Catalogue> loaded =
        load_catalogue({{"form.yaml", std::string(small_form())}, {"rule.yaml", rule}}, {false, {}});
    if (loaded) judge_small(*loaded);
}

std::vector<std::string> seeds_of_expression() {
    return {"表[r, 左] + 表[r, 右] == 表[r, 合]", "sum(表[*, 左]) - 3 * (表[一, 右] + 1) >= -2.5",
        "not (表[r, 左] > 1 and 表[r, 右] < 2) or 表[r, 合] != 3", "all c in columns(表): 表[r, c] <= 表[r, 合]",
        "any m in mentions(收): m.件数 == 表[三, 合]", "count(m in mentions(收)) in 1..3", "means(收)",
        "section(甲).length > 3 or organ == \"某局\"", "if 表[r, 左] == 0 then 表[r, 右] == 0 else true",
        "within(表[r, 合], 10%, 表[r, 左])", "previous.表[r, 合] == 表[r, 左]", "missing(表[r, 左]) or year > 2019",
        "((((((((1))))))))", "99999999999999999 * 99999999999999999 == 1"};
}

}  // namespace gouji::fuzz
