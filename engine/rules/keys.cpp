// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/keys.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using T = Key::Type;

constexpr std::array rule_keys = {
    Key{"id", T::text, true, "", "编号，唯一；问题、例子、豁免都用它", "unique; findings, tests and waivers name it"},
    Key{"title", T::words, true, "", "标题：不通过时，问题是什么", "the title: what is wrong when the rule fails"},
    Key{"holds", T::words, false, "", "通过时成立的是什么，如 收支平衡；不写则用标题",
        "what holds when it passes, such as: applications balance; by default its title stands for it"},
    Key{"basis", T::words, true, "", "依据：法规及条款", "the basis: the regulation and its article"},
    Key{"note", T::words, false, "", "什么情况下这条规则可能误报", "when the rule may be wrong"},
    Key{"needs", T::text, false, "", "需要的勾稽版本，如 0.3；版本不够时跳过并注明",
        "the version of gouji that it needs, such as 0.3; an older version skips it with a note"},
    Key{"forms", T::texts, false, "", "适用的表单；不写则适用于所列年度的各表单",
        "forms that it applies to; by default all forms of its years"},
    Key{"years", T::years, false, "", "适用的年度：2021、2021..2023、2021.. 或 ..2018",
        "years that it applies to: 2021, 2021..2023, 2021.. or ..2018"},
    Key{"levels", T::texts, false, "", "适用的机关层级，如 县级", "organ levels that it applies to, such as 县级"},
    Key{"effective", T::days, false, "", "报告公布日期在此期间的才适用：2021-09-01..",
        "applies to reports published on these dates: 2021-09-01.."},
    Key{"for", T::formulas, false, "", "变量 in 范围，或其列表；每个取值核对一次",
        "variable in domain, or a list of them; one instance for each binding"},
    Key{"let", T::lets, false, "", "给公式起名，供 check、when、其他 let 和消息使用",
        "names for formulas, for check, when, other lets and the message"},
    Key{"use", T::texts, false, "", "引用的公式库", "formula libraries that it uses"},
    Key{"when", T::formula, false, "", "前提条件；不成立则不适用",
        "a condition; where it is false, the rule is not applicable"},
    Key{"check", T::formula, true, "", "必须成立的公式", "the formula that must hold"},
    Key{"tolerance", T::map_or_choice, false, "tolerance",
        "容差：exact、rounding、truncation、printed 或 { within: 1元 }；不写时比例按四舍五入、其他精确",
        "exact, rounding, truncation, printed, or { within: 1元 }; by default shares are taken as rounded, all else is "
        "exact"},
    Key{"missing", T::map_or_choice, false, "missing",
        "缺数怎么算：undecided、zero、skip、fail、proven、computed；或按种类分别写",
        "what a missing figure counts as: undecided, zero, skip, fail, proven or computed; for all kinds, or for each "
        "kind"},
    Key{"severity", T::choice, false, "severity", "严重程度：error（缺省）、warning、note",
        "error (the default), warning or note"},
    Key{"message", T::words, true, "", "不通过时说的话；可用 for 的变量、let 的名称、left、right、difference",
        "the message when it fails; may use the variables of for, the names of let, left, right and difference"},
    Key{"tests", T::maps, false, "test", "例子：至少一个通过、一个不通过",
        "examples: at least one that passes and one that fails"},
};

constexpr std::array library_keys = {
    Key{"library", T::text, false, "", "公式库的名称；不写则供本文件的各条规则使用",
        "the name by which rules use it; without a name it serves the rules of its file"},
    Key{"use", T::texts, false, "", "引用的其他公式库", "other libraries that it uses"},
    Key{"let", T::lets, true, "", "给公式起名", "names for formulas"},
};

constexpr std::array tolerance_keys = {
    Key{"within", T::text, true, "", "两边至多相差多少：1件、0.5元；1% 对比例指百分点，对其他数指较大一边的百分之一",
        "how far apart the two sides may be: 1件, 0.5元; 1% means percentage points between shares, otherwise one per "
        "cent of the larger side"},
};

constexpr std::array missing_keys = {
    Key{"blank", T::choice, false, "policy", "空白", "nothing is written"},
    Key{"dash", T::choice, false, "policy", "横线", "a dash"},
    Key{"slash", T::choice, false, "policy", "斜线", "a slash"},
    Key{"absent", T::choice, false, "policy", "没有这一格，或这处说法没有写到这个数",
        "there is no such row or column, or a statement leaves the figure out"},
    Key{"unreadable", T::choice, false, "policy", "无法辨认", "it cannot be read"},
};

constexpr std::array test_keys = {
    Key{"rule", T::text, false, "", "被测规则；写在规则里的例子不用",
        "the rule under test; not used for tests inside a rule"},
    Key{"given", T::map, true, "given", "给出的小报告", "a small filing"},
    Key{"expect", T::tree, true, "expect", "pass，或各结果及其变量",
        "pass, or outcomes with the values of the variables that lead to them"},
};

constexpr std::array given_keys = {
    Key{"form", T::text, false, "", "表单；缺省为规则的第一个表单", "the form; by default the first form of the rule"},
    Key{"year", T::number, false, "", "年度；缺省为表单的第一年", "the year; by default the first year of the form"},
    Key{"organ", T::text, false, "", "机关名称", "the name of the organ"},
    Key{"level", T::text, false, "", "机关层级；缺省由名称得出",
        "the level of the organ; by default taken from its name"},
    Key{"published", T::day, false, "", "公布日期", "the date of publication"},
    Key{"text", T::tree, false, "", "正文，或按节分列的正文", "prose, or prose by section"},
    Key{"mentions", T::tree, false, "", "正文中的数：[ { 受理: 17 }, { 收费通知: { 件数: 3 }, scope: 全市 } ]",
        "figures in the prose: [ { 受理: 17 }, { 收费通知: { 件数: 3 }, scope: 全市 } ]"},
    Key{"own", T::tree, false, "", "报告自有的表：名称与数；几张表写成列表",
        "a table of the report's own: labels with numbers; several as a list"},
    Key{"previous", T::map, false, "given", "上一年的报告；写法相同",
        "the previous year's report, written the same way"},
    Key{"copies", T::maps, false, "given", "同一份报告的其他文件；写法相同",
        "other files of the same report, written the same way"},
    Key{"below", T::maps, false, "given", "下级机关的报告；写法相同",
        "the reports of the organs below, written the same way"},
};

constexpr std::array expect_keys = {
    Key{"pass", T::tree, false, "", "通过", "it holds"},
    Key{"fail", T::tree, false, "", "不通过", "it does not hold"},
    Key{"assumed", T::tree, false, "", "未能独立证明：成立，但读数本身就依据它",
        "it holds, but was itself used to read the figures"},
    Key{"undecided", T::tree, false, "", "不能判定", "it cannot be decided"},
    Key{"not-applicable", T::tree, false, "", "不适用", "it does not apply"},
    Key{"error", T::tree, false, "", "出错：无法计算", "it cannot be computed"},
};

constexpr std::array suite_keys = {
    Key{"suite", T::text, true, "", "套件名称", "the name of the suite"},
    Key{"title", T::words, false, "", "标题", "the title of the suite"},
    Key{"extends", T::texts, false, "", "在这些套件的基础上", "suites that it builds on"},
    Key{"rules", T::texts, false, "", "加入的规则；* 为全部", "rules that it adds; * means all"},
    Key{"disable", T::maps, false, "disable", "停用的规则及理由", "rules that it disables, and why"},
    Key{"override", T::maps, false, "override", "更改严重程度及理由", "rules whose severity it changes, and why"},
};

constexpr std::array disable_keys = {
    Key{"rule", T::text, true, "", "规则编号", "id of the rule"},
    Key{"reason", T::words, true, "", "理由", "why"},
};

constexpr std::array override_keys = {
    Key{"rule", T::text, true, "", "规则编号", "id of the rule"},
    Key{"severity", T::choice, true, "severity", "改为", "the new severity"},
    Key{"reason", T::words, true, "", "理由", "why"},
};

constexpr std::array waivers_keys = {
    Key{"waivers", T::maps, true, "waiver", "豁免的列表", "the list of waivers"},
};

constexpr std::array organs_keys = {
    Key{"organs", T::maps, true, "organ", "机关的名单", "the list of organs"},
};

constexpr std::array organ_keys = {
    Key{"organ", T::text, true, "", "机关名称，与报告标题一致", "the organ, as the title of its report says"},
    Key{"names", T::texts, false, "", "其他写法、曾用名", "other spellings and former names"},
    Key{"before", T::texts, false, "", "它承接了哪些机关的工作；上一年的报告可以是它们的",
        "organs whose work it took over; the previous year's report may be theirs"},
    Key{"level", T::text, false, "", "层级；不写则由名称得出", "its level; by default taken from its name"},
    Key{"under", T::text, false, "", "汇总它的报告的上级机关", "the organ whose report sums up its own"},
};

constexpr std::array waiver_keys = {
    Key{"rule", T::text, true, "", "规则编号", "id of the rule"},
    Key{"organ", T::text, true, "", "机关名称，与报告标题一致", "the organ, as the title of its report says"},
    Key{"year", T::number, true, "", "年度", "the year of the report"},
    Key{"at", T::map, false, "at", "哪一行、哪一列、哪张表、哪件事项；不写则为这条规则的每一处",
        "which row, column, table or fact; by default every instance of the rule"},
    Key{"cells", T::tree, true, "",
        "批准时看到的数：{ \"申请[本年新收, 其他]\": 11 }；没有写到的为 0，数字一变豁免即失效",
        "the figures when it was granted: { \"申请[本年新收, 其他]\": 11 }; figures not listed are 0; the waiver "
        "lapses when a figure changes"},
    Key{"reason", T::text, true, "", "理由", "why"},
    Key{"approver", T::text, true, "", "批准人", "the person who granted it"},
    Key{"expires", T::day, true, "", "到期日（当日仍有效）", "the last day on which it is valid"},
};

constexpr std::array at_keys = {
    Key{"table", T::text, false, "", "表", "the table"},
    Key{"row", T::text, false, "", "行", "the row"},
    Key{"column", T::text, false, "", "列", "the column"},
    Key{"fact", T::text, false, "", "事项", "the fact"},
    Key{"section", T::text, false, "", "章节", "the section"},
};

constexpr std::array tests_keys = {
    Key{"tests", T::maps, true, "test", "例子的列表，每个写明 rule", "a list of examples, each naming its rule"},
};

constexpr std::array form_keys = {
    Key{"form", T::text, true, "", "表单编号", "the id of the form"},
    Key{"extends", T::text, false, "", "以另一表单为底本", "the form that it is based on"},
    Key{"family", T::text, false, "", "同一类报告的各表单", "forms of one kind of report"},
    Key{"years", T::years, false, "", "施行的年度", "the years in which it is in force"},
    Key{"words", T::tree, false, "", "给模式的各部分起名：名称与模式；其后的模式写 <名称> 代入，标签除外",
        "names for parts of patterns, each with a pattern; later patterns, except labels, use it as <name>"},
    Key{"titles", T::texts, false, "", "标题的写法", "the patterns of titles"},
    Key{"organs", T::texts, false, "", "标题之外，正文怎样写明是哪个机关的报告",
        "patterns of statements that name the organ, for reports whose titles do not"},
    Key{"publishers", T::texts, false, "", "写明发布机关的行；写在前面的更可信",
        "patterns of lines that name the organ that published the page; the first counts most"},
    Key{"subjects", T::texts, false, "", "以机关为主语的句子", "patterns of sentences whose subject is the organ"},
    Key{"periods", T::texts, false, "", "写明统计期限的句子", "patterns of statements of the period of the figures"},
    Key{"published", T::texts, false, "", "公布日期在哪里；写在前面的更可信",
        "patterns of phrases that give the date of publication; the first counts most"},
    Key{"written", T::texts, false, "", "成文日期在哪里；没有公布日期时才用",
        "patterns of phrases that give the date of writing, for pages that give no other"},
    Key{"names", T::map, false, "names", "机关名称里和名称旁边的词", "words in names of organs and beside them"},
    Key{"levels", T::tree, false, "", "机关层级及名称的写法；先合者为准",
        "organ levels with patterns of the names that show them; the first match counts"},
    Key{"units", T::texts, false, "", "量词", "words that count things"},
    Key{"scopes", T::texts, false, "", "范围词", "scope words"},
    Key{"sections", T::tree, false, "", "各节及其标题的写法", "sections and the spellings of their headings"},
    Key{"tables", T::maps, false, "table", "各表", "tables"},
    Key{"mentions", T::maps, false, "mention", "正文中要找的数", "figures to look for in the prose"},
    Key{"relations", T::maps, false, "rule", "表单本身的关系：完整的规则",
        "relations that the form itself demands, written as full rules"},
};

constexpr std::array names_keys = {
    Key{"endings", T::texts, false, "", "名称的结尾", "what names end with"},
    Key{"not_endings", T::texts, false, "", "结尾相同而不是名称的词", "words that end likewise and end no name"},
    Key{"before", T::texts, false, "", "名称前面、不属于名称的词", "words before a name that are not part of it"},
    Key{"after", T::texts, false, "", "名称后面、不属于名称的词", "words after a name that are not part of it"},
    Key{"others", T::texts, false, "", "后面跟着别的机关的词", "words that the name of another organ follows"},
    Key{"never", T::texts, false, "", "名称里不会有的词", "words that are in no name"},
    Key{"generic", T::texts, false, "", "以这些词开头的不指明任何机关，如 我局",
        "what begins with them names nobody, such as 我局"},
    Key{"unplaced", T::texts, false, "", "以这些词开头的名称没有写明地方，如 县水利局",
        "names that begin with them leave out the place, such as 县水利局"},
    Key{"placed", T::texts, false, "", "看似没有写明地方、其实写明了的名称开头",
        "beginnings of names that only seem to leave it out"},
    Key{"departments", T::texts, false, "", "各地都有的部门；只写 水利局 等于没有写明地方",
        "departments that every place has; 水利局 alone leaves out the place"},
    Key{"cited", T::texts, false, "", "标题后面的词，表明只是提到这个标题",
        "words after a title that is only mentioned"},
};

constexpr std::array table_keys = {
    Key{"table", T::text, true, "", "表名", "the name of the table"},
    Key{"aliases", T::texts, false, "", "别名", "other names for it"},
    Key{"section", T::text, false, "", "所在的节", "the section that contains it"},
    Key{"across", T::flag, false, "", "所有单元格排成一行", "all cells are on one line, row after row"},
    Key{"columns", T::tree, false, "", "各列", "columns"},
    Key{"rows", T::tree, false, "", "各行", "rows"},
    Key{"blocks", T::tree, false, "", "行列各异的几块", "parts that have their own columns and rows"},
    Key{"beside", T::flag, false, "", "这几块左右并排，如收入与支出",
        "the blocks are side by side, such as 收入 and 支出"},
    Key{"captions", T::texts, false, "", "表上方的表名；写了它，表就按所印的行列来读",
        "the names printed above the table; a table with captions is read as it is printed, by the words of its "
        "header"},
    Key{"unit", T::text, false, "", "页面没有写单位时，金额的单位", "the unit of amounts where the page gives none"},
};

constexpr std::array open_rows_keys = {
    Key{"label", T::texts, true, "", "名称列的表头", "headers of the column with the names"},
    Key{"key", T::texts, false, "", "编码列的表头", "headers of the column with the codes"},
    Key{"levels", T::tree, false, "", "各级编码的位数，如 [ 3, 5, 7 ]", "how many digits the codes of each level have"},
    Key{"nesting", T::choice, false, "nesting", "上下级怎样看出；有 levels 的按编码",
        "what shows which row is below which; with levels it is the code"},
    Key{"total", T::tree, false, "", "在所有行之上的一行，如 { 合计: [ 合计, 总计 ] }",
        "the row over all others, such as { 合计: [ 合计, 总计 ] }"},
};

constexpr std::array line_keys = {
    Key{"label", T::texts, false, "", "在报告中的写法", "how it is written in reports"},
    Key{"part", T::flag, false, "", "只为求和而设的组，不写进路径", "a group for sums only; not part of paths"},
    Key{"rows", T::tree, false, "", "组中的行", "rows of the group"},
    Key{"columns", T::tree, false, "", "组中的列", "columns of the group"},
    Key{"measure", T::choice, false, "measure", "数的种类", "what its figures measure"},
    Key{"unit", T::text, false, "", "表头所印的单位", "the unit printed in the header"},
    Key{"change", T::flag, false, "", "所填是增减数，可写作 增2、减1、不变",
        "its figures are changes, and may be written 增2, 减1 or 不变"},
};

constexpr std::array mention_keys = {
    Key{"fact", T::text, true, "", "事项", "the fact"},
    Key{"kind", T::text, false, "", "事项的种类", "the kind of facts that it belongs to"},
    Key{"fields", T::tree, false, "", "所含的数及其种类", "its figures and what they measure"},
    Key{"rows", T::text, false, "", "一张表：句中写出它的哪一行，说的就是那一行",
        "a table: the fact is stated of the row that the clause names"},
    Key{"signed", T::flag, false, "", "下降、减少的数小于零", "a figure beside a word for a fall is below zero"},
    Key{"sections", T::texts, false, "", "在哪些节里找；开头 指第一节以前",
        "sections to look in; 开头 is the part before the first section"},
    Key{"parts", T::flag, false, "", "所含的数依次为总数、另一个可能的总数、列举的各项",
        "its figures are a whole, another figure that may be the whole, and the parts of a list"},
    Key{"stops", T::texts, false, "", "列举到此为止：说到这些事的句子不是其中一项",
        "what ends a list: a clause in which one of these happened is not a part of it"},
    Key{"says", T::tree, false, "", "怎样的一句话说的是它：各栏取词表中的哪些值",
        "what a clause says that states it: the values of the lexicon for each slot"},
    Key{"scopes", T::texts, false, "", "另加的范围词", "scope words besides those of the form"},
    Key{"phrases", T::tree, false, "", "固定的说法", "fixed phrases"},
    Key{"means", T::formulas, false, "", "可能对应表中的哪些数", "the figures of the tables that it may refer to"},
};

constexpr std::array says_keys = {
    Key{"what", T::texts, false, "", "所数的事物", "the thing that is counted"},
    Key{"of", T::texts, false, "", "这事物关于什么", "what that thing is about"},
    Key{"happened", T::texts, false, "", "发生了什么", "what happened to it"},
    Key{"who", T::texts, false, "", "谁申请", "who applied"},
    Key{"how", T::texts, false, "", "经由什么渠道", "the way it came in or went out"},
    Key{"when", T::texts, false, "", "哪一年，不写则为本年", "the year, by default this one"},
    Key{"whose", T::texts, false, "", "谁的，不写则为本机关", "whose it is, by default the organ's own"},
    Key{"all", T::texts, false, "", "不写数而说到全部的词", "a word that speaks of all without a figure"},
    Key{"rate", T::texts, false, "", "什么的比率", "the rate of what"},
    Key{"change", T::texts, false, "", "比上年增减", "how it changed against the year before"},
    Key{"unit", T::texts, false, "", "量词，不写则不限", "the unit, by default any"},
    Key{"figure", T::number, false, "", "这样说等于说的数，如“均已办结”等于例外为 0",
        "the figure that such a claim stands for, such as 0 exceptions for 均已办结"},
    Key{"base", T::texts, false, "", "前一句所数的若是这些事，另把那个数记为第二个字段",
        "where the clause before counted what happened so, its figure is stated as the second field"},
};

constexpr std::array lexicon_keys = {
    Key{"lexicon", T::text, true, "", "词表所属的表单类别（family）", "the family of forms whose prose it is for"},
    Key{"what", T::tree, false, "", "所数的事物", "things that are counted"},
    Key{"of", T::tree, false, "", "事物关于什么", "what a thing is about"},
    Key{"happened", T::tree, false, "", "发生了什么", "what happened to a thing"},
    Key{"who", T::tree, false, "", "谁申请", "who applied"},
    Key{"how", T::tree, false, "", "经由什么渠道", "the ways in which things come in or go out"},
    Key{"when", T::tree, false, "", "哪一年", "words for years"},
    Key{"whose", T::tree, false, "", "谁的", "words for the organ, for parts of it and for others"},
    Key{"all", T::tree, false, "", "不写数而说到全部的词", "words that speak of all without a figure"},
    Key{"rate", T::tree, false, "", "比率", "rates"},
    Key{"change", T::tree, false, "", "增减", "words for a rise or a fall"},
    Key{"no", T::texts, false, "", "否定词", "words that say that there was none"},
    Key{"part", T::texts, false, "", "引出各部分的词", "words that begin a list of parts"},
    Key{"total", T::texts, false, "", "合计词", "words before a total"},
    Key{"share", T::texts, false, "", "占比词", "words before a share"},
    Key{"against", T::texts, false, "", "与上年比较的词", "words that compare with the year before"},
    Key{"other", T::texts, false, "", "其他", "words for the rest of a list"},
    Key{"begin", T::texts, false, "", "引出状语的介词", "prepositions of phrases that say nothing here"},
    Key{"end", T::texts, false, "", "结束这种状语的词", "the ends of such phrases"},
    Key{"plain", T::texts, false, "", "不改变意思的词", "words that change nothing"},
};

constexpr std::array decisions_keys = {
    Key{"decisions", T::maps, false, "decision", "决定的列表", "the list of decisions"},
};

constexpr std::array decision_keys = {
    Key{"fingerprint", T::text, true, "", "问题的指纹", "the fingerprint of the finding"},
    Key{"rule", T::text, true, "", "规则编号", "id of the rule"},
    Key{"organ", T::text, true, "", "机关名称；不明则为空", "the organ; empty if unknown"},
    Key{"year", T::number, false, "", "年度", "the year of the report"},
    Key{"finding", T::text, false, "", "决定时的问题描述", "the finding at the time of the decision"},
    Key{"cells", T::tree, true, "", "决定时看到的数；没有写到的为 0，数字一变即提示重新判断",
        "the figures at the time of the decision; figures not listed are 0; a change is reported"},
    Key{"结论", T::choice, false, "conclusion", "确认或驳回", "confirmed or rejected"},
    Key{"理由", T::text, false, "", "理由，驳回时应写", "the reason; needed with 驳回"},
    Key{"严重程度", T::choice, false, "gravity", "人的判断，代替按规则推定的",
        "a person's judgement, instead of the one that follows from the rule"},
    Key{"责任单位", T::text, false, "", "责任单位", "the unit responsible"},
    Key{"责任人", T::text, false, "", "责任人", "the person responsible"},
    Key{"整改措施", T::text, false, "", "整改措施", "the corrective measures"},
    Key{"完成时限", T::text, false, "", "完成时限", "the deadline"},
    Key{"整改状态", T::choice, false, "state", "整改状态", "the state of the correction"},
    Key{"佐证材料", T::text, false, "", "佐证材料", "the evidence"},
    Key{"销号日期", T::text, false, "", "销号日期", "the date on which it was closed"},
    Key{"复核人", T::text, false, "", "复核人", "the person who reviewed it"},
};

constexpr std::array tables = {
    KeyTable{"rule", "规则", "a rule", rule_keys},
    KeyTable{"library", "公式库", "a formula library", library_keys},
    KeyTable{"tolerance", "容差", "a tolerance", tolerance_keys},
    KeyTable{"missing", "各种缺数", "kinds of missing figures", missing_keys},
    KeyTable{"test", "例子", "a test", test_keys},
    KeyTable{"given", "小报告；其他键为表名", "a small filing; other keys are tables", given_keys, true},
    KeyTable{"expect", "期望的结果", "what is expected", expect_keys},
    KeyTable{"suite", "套件", "a suite", suite_keys},
    KeyTable{"disable", "停用", "a disabled rule", disable_keys},
    KeyTable{"override", "更改严重程度", "a changed severity", override_keys},
    KeyTable{"waivers", "豁免文件", "a file of waivers", waivers_keys},
    KeyTable{"waiver", "豁免", "a waiver", waiver_keys},
    KeyTable{"decisions", "决定文件", "a file of decisions", decisions_keys},
    KeyTable{"decision", "决定", "a decision", decision_keys},
    KeyTable{"organs", "机关名单", "a file of organs", organs_keys},
    KeyTable{"organ", "机关", "an organ", organ_keys},
    KeyTable{"at", "位置", "a place", at_keys},
    KeyTable{"tests", "测试文件", "a file of tests", tests_keys},
    KeyTable{"form", "表单", "a form", form_keys},
    KeyTable{"names", "机关名称的用词", "words of names of organs", names_keys},
    KeyTable{"table", "表", "a table", table_keys},
    KeyTable{"open_rows", "由各报告自定的行", "rows that each report prints for itself", open_rows_keys},
    KeyTable{"line", "行或列", "a row or a column", line_keys},
    KeyTable{"mention", "正文中的数", "a figure in the prose", mention_keys},
    KeyTable{"says", "一句话所说", "what a clause says", says_keys},
    KeyTable{"lexicon", "词表", "a lexicon", lexicon_keys},
};

constexpr std::array severities = {
    KeyWord{"error", "错误", "an error"}, KeyWord{"warning", "警告", "a warning"}, KeyWord{"note", "提示", "a note"}};
constexpr std::array policies = {KeyWord{"undecided", "不能判定", "the rule is undecided"},
    KeyWord{"zero", "按 0 计", "it counts as 0"}, KeyWord{"skip", "求和时不计入", "sums leave it out"},
    KeyWord{"fail", "不通过", "the rule fails"},
    KeyWord{"proven", "本表的关系能证明它是 0 时按 0 计，否则不能判定",
        "0 where the relations of its table prove it, otherwise undecided"},
    KeyWord{"computed", "同上；空缺的合计按本表的关系推算",
        "the same; an empty total is also computed from the relations of its table"}};
constexpr std::array tolerances = {KeyWord{"exact", "精确", "exactly as printed"},
    KeyWord{"rounding", "按四舍五入：45.6% 指 45.55% 至 45.65%", "as rounded: 45.6% means 45.55% to 45.65%"},
    KeyWord{
        "truncation", "按截尾：45.6% 指 45.6% 至不足 45.7%", "as cut off: 45.6% means from 45.6% to just under 45.7%"},
    KeyWord{"printed", "按四舍五入或按截尾，其一成立即可；只按截尾成立时注明",
        "as rounded or as cut off, whichever holds; noted if only the latter does"}};
constexpr std::array measures = {KeyWord{"count", "件数", "things counted"}, KeyWord{"amount", "金额", "money"},
    KeyWord{"share", "比例", "a part of a whole"}, KeyWord{"number", "没有单位的数", "a bare number"}};

constexpr std::array nestings = {KeyWord{"none", "不分上下级", "no row is below another"},
    KeyWord{"code", "按编码：2010301 在 20103 之下", "by the code: 2010301 is below 20103"},
    KeyWord{"indent", "按缩进", "by how far the names are indented"},
    KeyWord{"ordinal", "按序号：（一） 在 一、 之下", "by the ordinals: （一） is below 一、"},
    KeyWord{"part", "其中 及其后各行在前一行之下", "其中 and the rows after it are below the row before"}};

constexpr std::array conclusions = {
    KeyWord{"确认", "问题属实", "the finding is right"}, KeyWord{"驳回", "不是问题", "the finding is wrong"}};
constexpr std::array gravities = {
    KeyWord{"重大", "重大", "grave"}, KeyWord{"一般", "一般", "ordinary"}, KeyWord{"轻微", "轻微", "slight"}};
constexpr std::array states = {KeyWord{"已整改", "已整改", "corrected"},
    KeyWord{"持续整改", "持续整改", "being corrected"}, KeyWord{"未整改", "未整改", "not started"}};

constexpr std::array words = {WordTable{"severity", severities}, WordTable{"policy", policies},
    WordTable{"missing", policies}, WordTable{"tolerance", tolerances}, WordTable{"measure", measures},
    WordTable{"nesting", nestings}, WordTable{"conclusion", conclusions}, WordTable{"gravity", gravities},
    WordTable{"state", states}};

template <class Tables>
const auto& named(const Tables& all, std::string_view name) {
    return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
}

}  // namespace

std::span<const KeyTable> key_tables() { return tables; }
const KeyTable& key_table(std::string_view name) { return named(tables, name); }
std::span<const WordTable> word_tables() { return words; }
const WordTable& word_table(std::string_view name) { return named(words, name); }

std::span<const KeyWord> words_of(std::string_view table, std::string_view key) {
    for (const Key& one : key_table(table).keys) {
        if (one.name == key && one.type == Key::Type::choice) return word_table(one.of).words;
    }
    return {};
}

}  // namespace gouji
