// SPDX-License-Identifier: Apache-2.0
// Owns: every mistake that a rule or form file can hold, besides those of its formulas (engine/language/codes.hpp) and
// patterns (grammar/pattern/codes.hpp).
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::rule_codes {

inline constexpr Code yaml_syntax{"yaml-syntax", Severity::error, "YAML 有误：{why}。", "This is no YAML: {why}.",
    "请检查缩进、冒号后的空格和引号。", "Check the indentation, the blank behind each colon, and the quotes."};
inline constexpr Code yaml_bytes{"yaml-bytes", Severity::error, "文件不是有效的 UTF-8 文本。", "The file is not valid UTF-8 text.", "请另存为 UTF-8。", "Save it as UTF-8."};
inline constexpr Code yaml_duplicate{"yaml-duplicate-key", Severity::error, "键“{key}”重复。", "The key '{key}' is written twice.", "请删去其中一个。", "Remove one of them."};
inline constexpr Code yaml_anchor{"yaml-anchor", Severity::error, "不接受锚点与别名（& 和 *）。", "Anchors and aliases (& and *) are refused.",
    "请把内容写两遍；公式以 * 或 & 开头时请加引号。", "Write the content twice; quote a formula that begins with * or &."};
inline constexpr Code yaml_tag{"yaml-tag", Severity::error, "不接受标签“{tag}”。", "The tag '{tag}' is refused.", "请删去 ! 开头的标签；文字以 ! 开头时请加引号。", "Remove the tag; quote a text that begins with !."};
inline constexpr Code yaml_quote{"yaml-open-quote", Severity::error, "引号没有闭合。", "The quote is not closed.", "请补上引号。", "Write the closing quote."};
inline constexpr Code yaml_second{"yaml-second-document", Severity::error, "文件中有第二个 YAML 文档。", "The file holds a second YAML document.", "请删去 ---，或分成两个文件。", "Remove the ---, or make two files."};
inline constexpr Code yaml_cut{"yaml-comment-in-text", Severity::error, "“ #”之后的内容被当作注释，这一行的文字被截断。",
    "What stands behind ' #' is a comment: the text of this line is cut.", "请给整段文字加引号，或把注释移到上一行。", "Quote the whole text, or move the comment to the line above."};
inline constexpr Code unknown_key{"unknown-key", Severity::error, "没有键“{key}”。", "There is no key '{key}'.", "{near}", "{near}"};
inline constexpr Code missing_key{"missing-key", Severity::error, "缺少键“{key}”。", "The key '{key}' is missing.", "请补上“{key}:”。", "Write '{key}:'."};
inline constexpr Code wrong_kind{"wrong-kind", Severity::error, "此处应为{wanted}。", "This must be {wanted}.", "请改为{wanted}。", "Write {wanted}."};
inline constexpr Code wrong_word{"wrong-word", Severity::error, "“{word}”不是{what}。", "'{word}' is no {what}.", "{near}", "{near}"};
inline constexpr Code duplicate_id{"duplicate-id", Severity::error, "编号“{id}”已在 {file} 中使用。", "The id '{id}' is already used in {file}.", "请换一个编号。", "Choose another id."};
inline constexpr Code unknown_form{"unknown-form", Severity::error, "没有表单“{id}”。", "There is no form '{id}'.", "{near}", "{near}"};
inline constexpr Code not_a_domain{"not-a-domain", Severity::error, "for 应写成“变量 in 范围”。", "A for must be 'variable in domain'.",
    "例如：c in columns(申请)；范围有 rows、columns、tables、mentions、totals。", "For example: c in columns(申请). The domains are rows, columns, tables, mentions, totals."};
inline constexpr Code empty_domain{"empty-for", Severity::error, "for 的范围是空的，这条规则永远不会执行。", "The domain of this for is empty: the rule would never be applied.",
    "请检查范围中的名称。", "Check the names in the domain."};
inline constexpr Code unused_variable{"unused-variable", Severity::error, "变量“{name}”没有用到。", "The variable '{name}' is not used.", "请在 check 中使用它，或删去。", "Use it in check, or remove it."};
inline constexpr Code no_test{"no-test", Severity::error, "规则没有{which}的例子。", "The rule has no test that {which}.", "请在 tests 下写一个。", "Write one under tests."};
inline constexpr Code message_languages{"message-languages", Severity::error, "zh 与 en 消息所用的参数不同：{names}。", "The zh and en messages use different arguments: {names}.",
    "请让两种语言使用同样的参数。", "Use the same arguments in both."};
inline constexpr Code wrong_years{"wrong-years", Severity::error, "年份“{text}”应写成 2021、2021..2023、2021.. 或 ..2018。", "The years '{text}' must be written 2021, 2021..2023, 2021.. or ..2018.",
    "例如：years: 2021..", "For example: years: 2021.."};
inline constexpr Code relation_form{"relation-not-of-one-table", Severity::error, "表单的关系必须只涉及一张表。", "A relation of a form must speak of one table.",
    "请把它移到 rules 下的规则文件中。", "Move it into a rule file."};
inline constexpr Code no_rules{"no-rules", Severity::error, "{path} 中没有规则或表单文件。", "There is no rule or form file in {path}.", "请给出 .yaml 文件或含有它们的目录。", "Give a .yaml file, or a directory that has some."};
inline constexpr Code unreadable_rules{"rules-unreadable", Severity::error, "无法读取 {path}：{why}。", "Cannot read {path}: {why}.", "请检查路径与权限。", "Check the path and its permissions."};

inline constexpr std::array all = {yaml_syntax, yaml_bytes, yaml_duplicate, yaml_anchor, yaml_tag, yaml_quote, yaml_second, yaml_cut, unknown_key,
    missing_key, wrong_kind, wrong_word, duplicate_id, unknown_form, not_a_domain, empty_domain, unused_variable, no_test, message_languages,
    wrong_years, relation_form, no_rules, unreadable_rules};

}  // namespace gouji::rule_codes
