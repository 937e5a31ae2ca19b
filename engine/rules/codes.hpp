// SPDX-License-Identifier: Apache-2.0
// Owns: every mistake that a rule or form file can hold, besides those of its formulas (engine/language/codes.hpp) and
// patterns (grammar/pattern/codes.hpp).
#pragma once

#include "engine/base/diagnostic.hpp"

#include <array>

namespace gouji::rule_codes {

inline constexpr Code yaml_syntax{"yaml-syntax", Severity::error, "到这里为止的内容不是有效的 YAML。",
    "This is not valid YAML: {why}.", "请检查这一行和前一行的缩进、冒号后的空格和引号。",
    "Check the indentation, the space after each colon, and the quotes on this line and the one before."};
inline constexpr Code yaml_wide_colon{"yaml-wide-colon", Severity::error, "键“{key}”后面是全角冒号。",
    "The colon after the key '{key}' is full-width.", "请改为半角冒号加一个空格：“{key}: ”。",
    "Write '{key}: ', with an ASCII colon and a space."};
inline constexpr Code yaml_no_blank{"yaml-no-blank", Severity::error, "键“{key}”的冒号后面没有空格。",
    "There is no space after the colon of the key '{key}'.", "请加一个空格：“{key}: ”。", "Write '{key}: '."};
inline constexpr Code yaml_indentation{"yaml-indentation", Severity::error, "缩进里有{sign}。",
    "The indentation contains {sign}.", "缩进只能用半角空格；多数编辑器可以设置用空格代替制表符。",
    "Indent with ASCII spaces only; most editors can be set to replace tabs with spaces."};
inline constexpr Code yaml_table{"yaml-table", Severity::error, "这是表格（CSV），不是 YAML。",
    "This is a table (CSV), not YAML.", "请写成 YAML；gouji rules new 写出可以照着改的文件。",
    "Write it as YAML; gouji rules new writes a file to start from."};
inline constexpr Code yaml_package{"yaml-package", Severity::error,
    "这是办公文件或压缩包（如 XLSX、DOCX），不是 YAML。",
    "This is an office document or an archive (such as XLSX or DOCX), not YAML.", "请写成 YAML 文本文件。",
    "Write it as a YAML text file."};
inline constexpr Code yaml_bytes{"yaml-bytes", Severity::error, "文件不是有效的 UTF-8 文本。",
    "The file is not valid UTF-8 text.", "请另存为 UTF-8。", "Save it as UTF-8."};
inline constexpr Code yaml_duplicate_key{"yaml-duplicate-key", Severity::error, "键“{key}”重复。",
    "The key '{key}' appears twice.", "请删去其中一个。", "Remove one of them."};
inline constexpr Code yaml_too_much{"yaml-too-much", Severity::error,
    "文件内容太多：至多 {nodes} 项，每处至多 {keys} 个键。",
    "The file is too large: it may have at most {nodes} values, and {keys} keys in one place.", "请分成几个文件。",
    "Split it into several files."};
inline constexpr Code too_many_rules{"too-many-rules", Severity::error, "规则超过 {limit} 条。",
    "There are more than {limit} rules.", "请只给出要用的规则。", "Give only the rules that you use."};
inline constexpr Code more_mistakes{"more-mistakes", Severity::error, "这个文件另有 {count} 处问题，没有列出。",
    "The file has {count} more {count|mistake|mistakes}, not listed here.", "请先改正上面这些。",
    "Correct the ones above first."};
inline constexpr Code yaml_anchor{"yaml-anchor", Severity::error, "不接受锚点与别名（& 和 *）。",
    "Anchors and aliases (& and *) are not accepted.", "请把内容写两遍；公式以 * 或 & 开头时请加引号。",
    "Write the content out twice; put a formula that begins with * or & in quotes."};
inline constexpr Code yaml_tag{"yaml-tag", Severity::error, "不接受标签“{tag}”。", "The tag '{tag}' is not accepted.",
    "请删去 ! 开头的标签；文字以 ! 开头时请加引号。", "Remove the tag; put a text that begins with ! in quotes."};
inline constexpr Code yaml_open_quote{"yaml-open-quote", Severity::error, "引号没有闭合。",
    "The quotation mark is not closed.", "请补上引号。", "Add the closing quotation mark."};
inline constexpr Code yaml_second_document{"yaml-second-document", Severity::error, "文件中有第二个 YAML 文档。",
    "The file contains a second YAML document.", "请删去 ---，或分成两个文件。",
    "Remove the ---, or split the file in two."};
inline constexpr Code yaml_comment_in_text{"yaml-comment-in-text", Severity::error,
    "“ #”之后的内容被当作注释，这一行的文字被截断。",
    "Everything after ' #' is a comment, so the text on this line is cut off.",
    "请给整段文字加引号，或把注释移到上一行。", "Put the whole text in quotes, or move the comment to the line above."};
inline constexpr Code unknown_key{
    "unknown-key", Severity::error, "没有键“{key}”。", "There is no key '{key}'.", "{near}", "{near}"};
inline constexpr Code comma_in_text{"comma-in-text", Severity::error,
    "花括号里的逗号把文字切断了：“{text}”成了一个键。", "A comma in braces splits the text: '{text}' became a key.",
    "文字里有逗号时，请给整段文字加引号。", "Put a text that contains a comma in quotes."};
inline constexpr Code missing_key{"missing-key", Severity::error, "缺少键“{key}”。", "The key '{key}' is missing.",
    "请补上“{key}:”。", "Add '{key}:'."};
inline constexpr Code wrong_kind{"wrong-kind", Severity::error, "此处应为{wanted}。", "This must be {wanted}.",
    "请改为{wanted}。", "Write {wanted}."};
inline constexpr Code other_kind{"other-kind", Severity::error, "{option} 要的是{wanted}；这个文件里是{found}。",
    "{option} takes {wanted}; this file contains {found}.", "这个文件请用 {other} 指明。",
    "Give this file with {other}."};
inline constexpr Code wrong_expectation{"wrong-expectation", Severity::error, "“{word}”没有说明期望的结果。",
    "'{word}' does not say what result is expected.",
    "请写 true 或变量的值，如 { c: 自然人 }；都应通过时写 expect: pass。",
    "Write true, or values of variables such as { c: 自然人 }; if all pass, write expect: pass."};
inline constexpr Code wrong_word{
    "wrong-word", Severity::error, "“{word}”不是{what}。", "{what} '{word}'.", "{near}", "{near}"};
inline constexpr Code duplicate_id{"duplicate-id", Severity::error, "编号“{id}”已在 {file} 中使用。",
    "The id '{id}' is already used in {file}.", "请换一个编号。", "Choose another id."};
inline constexpr Code unknown_organ{"unknown-organ", Severity::error, "名单里没有机关“{name}”。",
    "No list contains the organ '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_form{
    "unknown-form", Severity::error, "没有表单“{id}”。", "There is no form '{id}'.", "{near}", "{near}"};
inline constexpr Code unknown_part{"unknown-part", Severity::error, "表单没有{what}“{name}”。",
    "The form has no {what} '{name}'.", "{near}", "{near}"};
inline constexpr Code unknown_family{"unknown-family", Severity::error, "没有“{id}”这一类表单。",
    "No form is of the family '{id}'.", "{near}", "{near}"};
inline constexpr Code unused_variable{"unused-variable", Severity::error, "“{name}”没有用到。", "'{name}' is not used.",
    "请在 check 中使用它，或删去。", "Use it in check, or remove it."};
inline constexpr Code no_test{"no-test", Severity::error, "规则没有{which}的例子。",
    "The rule has no test that {which}.", "请在 tests 下写一个。", "Add one under tests."};
inline constexpr Code message_languages{"message-languages", Severity::error, "zh 与 en 消息所用的参数不同：{names}。",
    "The zh and en messages use different arguments: {names}.", "请让两种语言使用同样的参数。",
    "Use the same arguments in both."};
inline constexpr Code wrong_years{"wrong-years", Severity::error,
    "年份“{text}”应写成 2021、2021..2023、2021.. 或 ..2018。",
    "Write the years '{text}' as 2021, 2021..2023, 2021.. or ..2018.", "例如：years: 2021..",
    "For example: years: 2021.."};
inline constexpr Code wrong_day{"wrong-day", Severity::error, "“{text}”不是日期。", "'{text}' is not a date.",
    "请写成 2023-01-31；一段时间写成 2021-09-01.. 或 2021-09-01..2023-12-31。",
    "Write a date as 2023-01-31, and a range as 2021-09-01.. or 2021-09-01..2023-12-31."};
inline constexpr Code empty_range{"empty-range", Severity::error, "这段时间里规则永远不适用：{why}。",
    "The rule would never apply: {why}.", "请核对 years、effective 与表单施行的年度。",
    "Check years and effective against the years in which the forms are in force."};
inline constexpr Code yaml_folded{"yaml-folded", Severity::error, "公式不能折行，也不能写成 > 或 | 的块。",
    "A formula must not be folded over several lines, or written as a block after > or |.",
    "请把公式写在一行里；太长时用 let 拆开。", "Write it on one line; split a long formula with let."};
inline constexpr Code comma_in_formula{"comma-in-formula", Severity::error, "方括号或花括号里的逗号把公式切断了。",
    "A comma in brackets or braces splits the formula.", "请给整个公式加引号，或每个公式另起一行。",
    "Put the whole formula in quotes, or each formula on its own line."};
inline constexpr Code line_too_long{"yaml-line-too-long", Severity::error, "一行超过 {limit} 字节。",
    "A line is longer than {limit} bytes.", "请把它分成几行。", "Break it into several lines."};
inline constexpr Code too_large{"yaml-too-large", Severity::error, "文件超过 {limit} MB。",
    "The file is larger than {limit} MB.", "请分成几个文件。", "Split it into several files."};
inline constexpr Code too_many_instances{"too-many-instances", Severity::error,
    "这些变量的组合超过 {limit} 种（长公式一种抵几种）。",
    "The variables have more than {limit} combinations (each combination of a long formula counts as several).",
    "请缩小 for 的范围。", "Narrow the domains of the for."};
inline constexpr Code too_many_in_all{"too-many-in-all", Severity::error,
    "到这条规则为止，各规则的变量组合共超过 {limit} 种（长公式一种抵几种）。",
    "The rules up to this one have more than {limit} combinations of variables (each combination of a long formula "
    "counts as several).",
    "请缩小 for 的范围，或分开使用这些规则。", "Narrow the domains of the for, or use these rules separately."};
inline constexpr Code unknown_library{
    "unknown-library", Severity::error, "没有公式库“{name}”。", "There is no library '{name}'.", "{near}", "{near}"};
inline constexpr Code library_cycle{"library-cycle", Severity::error, "公式库互相引用：{names}。",
    "These libraries use each other in a cycle: {names}.", "请让其中一个不再引用其他。",
    "Make one of them independent of the others."};
inline constexpr Code name_taken{"name-taken", Severity::error, "名称“{name}”已是{what}。",
    "The name '{name}' is already {what}.", "请换一个名称。", "Choose another name."};
inline constexpr Code constant_condition{"constant-condition", Severity::error, "这个条件总是{value}，与报告无关。",
    "This condition is always {value}, whatever the report says.", "请检查两边是否写成了同一个式子，或漏写了单元格。",
    "Check that the two sides are not the same, and that no cell is missing."};
inline constexpr Code not_in_form{"not-in-form", Severity::error, "表单 {form}（{years}）没有这里所写的内容：{message}",
    "The form {form} ({years}) does not have what is written here: {message}",
    "请用 forms 或 years 写明规则只适用于哪些表单。", "Use forms or years to say which forms the rule is for."};
inline constexpr Code relation_implied{"relation-implied", Severity::warning, "这条规则已由其他规则推出：{rules}。",
    "This rule follows from other rules: {rules}.", "请删去它，或改为检查别的关系。",
    "Remove it, or check a different relation."};
inline constexpr Code relation_contradicts{"relation-contradicts", Severity::error,
    "这条规则与其他规则矛盾，不可能同时成立：{rules}。",
    "This rule contradicts other rules; they cannot all hold: {rules}.", "请核对系数和常数。",
    "Check the terms and the constant."};
inline constexpr Code unknown_level{"unknown-level", Severity::error, "没有机关层级“{name}”。",
    "There is no organ level '{name}'.", "{near}", "{near}"};
inline constexpr Code needs_newer{"rule-needs-newer", Severity::note, "规则“{id}”需要勾稽 {needs}，已跳过。",
    "The rule '{id}' needs gouji {needs} and was skipped.", "请升级勾稽，或改用旧写法。",
    "Upgrade gouji, or write the rule for this version."};
inline constexpr Code wrong_version{"wrong-version", Severity::error, "“{text}”不是版本号。",
    "'{text}' is not a version number.", "请写成 0.2 或 0.2.1。", "Write 0.2 or 0.2.1."};
inline constexpr Code unknown_rule{
    "unknown-rule", Severity::error, "没有规则“{id}”。", "There is no rule '{id}'.", "{near}", "{near}"};
inline constexpr Code unknown_suite{
    "unknown-suite", Severity::error, "没有套件“{name}”。", "There is no suite '{name}'.", "{near}", "{near}"};
inline constexpr Code suite_cycle{"suite-cycle", Severity::error, "套件互相引用：{names}。",
    "These suites extend each other in a cycle: {names}.", "请让其中一个不再引用其他。",
    "Make one of them independent of the others."};
inline constexpr Code override_without_target{"override-without-target", Severity::error,
    "套件里没有规则“{id}”，无从停用或更改。", "The suite has no rule '{id}' to disable or change.",
    "请先把它列入 rules，或核对编号。", "Add it to rules first, or check the id."};
inline constexpr Code form_cycle{"form-cycle", Severity::error, "表单互相引用：{names}。",
    "These forms extend each other in a cycle: {names}.", "请让其中一个不再引用其他。",
    "Make one of them independent of the others."};
inline constexpr Code relation_not_of_one_table{"relation-not-of-one-table", Severity::error,
    "表单的关系必须只涉及一张表。", "A relation of a form must be about one table only.",
    "请把它移到 rules 下的规则文件中。", "Move it to a rule file."};
inline constexpr Code no_rules{"no-rules", Severity::error, "{path} 中没有规则或表单文件。",
    "{path} contains no rule or form file.", "请给出 .yaml 文件或含有它们的目录。",
    "Give a .yaml file, or a directory that contains some."};
inline constexpr Code rules_unreadable{"rules-unreadable", Severity::error, "无法读取 {path}：{why}。",
    "Cannot read {path}: {why}.", "请检查路径与权限。", "Check the path and its permissions."};

inline constexpr std::array all = {yaml_syntax, yaml_wide_colon, yaml_no_blank, yaml_indentation, yaml_table,
    yaml_package, yaml_bytes, yaml_too_much, too_many_rules, more_mistakes, yaml_duplicate_key, yaml_anchor, yaml_tag,
    yaml_open_quote, yaml_second_document, yaml_comment_in_text, unknown_key, comma_in_text, missing_key, wrong_kind,
    other_kind, wrong_expectation, wrong_word, duplicate_id, unknown_organ, unknown_form, unknown_part, unknown_family,
    unused_variable, no_test, message_languages, wrong_years, wrong_day, empty_range, yaml_folded, comma_in_formula,
    line_too_long, too_large, too_many_instances, too_many_in_all, unknown_library, library_cycle, name_taken,
    constant_condition, not_in_form, relation_implied, relation_contradicts, unknown_level, needs_newer, wrong_version,
    unknown_rule, unknown_suite, suite_cycle, override_without_target, form_cycle, relation_not_of_one_table, no_rules,
    rules_unreadable};

}  // namespace gouji::rule_codes
