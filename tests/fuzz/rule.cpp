// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_rule(std::string_view bytes) {
    const Result<Catalogue> loaded =
        load_catalogue({{"form.yaml", std::string(small_form())}, {"rule.yaml", std::string(bytes)}});
    if (!loaded) return hold(!loaded.diagnostics.empty(), "a refusal says why");
    judge_small(*loaded);
}

std::vector<std::string> seeds_of_rule() {
    std::vector<std::string> made = files_below("tests/lint", ".yaml");
    made.push_back(
        "- id: a\n  title: 题\n  for: r in rows(表)\n  when: 表[r, 左] > 0\n  let:\n    x: 表[r, 合] - 1\n  check: x + "
        "1 == 表[r, 左] + 表[r, 右]\n  message: { zh: \"{r} {left} {right} {x}\", en: \"{r}\" }\n  tests:\n    - "
        "given: { 表: { 一: [ 1, 2, 3 ] } }\n      expect: pass\n");
    made.push_back(
        "- id: b\n  title: 题\n  for: m in mentions(收)\n  check: m == 表[总, 合] or m <= sum(表[*, 合])\n  tolerance: "
        "rounding\n  severity: note\n");
    made.push_back("organs:\n  - { name: 某县某局, level: 县级, under: 某县 }\n");
    made.push_back("waivers:\n  - { rule: a, organ: 某局, reason: 试, approver: 某人, expires: 2030-01-01 }\n");
    return made;
}

}  // namespace gouji::fuzz
