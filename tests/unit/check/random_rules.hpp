// SPDX-License-Identifier: Apache-2.0
// Owns: files of rules as a user could write them, made at random: formulas of every kind, mentions, the year before,
// the organs below, policies for missing figures, tolerances, several rules in one file.
// Refuses: to be right every time: a condition may be true by accident, and such a file is refused. A test counts
// these.
#pragma once

#include "engine/model/form.hpp"
#include "tests/unit/check/naive/tree.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace gouji::test {

class RuleWriter {
public:
    RuleWriter(const Form& form, unsigned seed) : form_(form), random_(seed) {}

    /// A file of so many rules, with ids from `first` on.
    std::string file(int first, int rules) {
        std::string made;
        for (int i = 0; i < rules; ++i) made += rule("random-" + std::to_string(first + i)) + "\n";
        return made;
    }

private:
    enum class Bound { nothing, column, row, mention, two_mentions, total, table, section };

    bool one_in(int times) { return random_.below(times) == 0; }
    std::string any(std::initializer_list<const char*> words) {
        return *(words.begin() + random_.below(static_cast<int>(words.size())));
    }

    std::string rule(const std::string& id) {
        bound_ = static_cast<Bound>(random_.below(8));
        std::string made =
            "- id: " + id + "\n  title: { zh: 随机, en: random }\n  basis: 无\n  forms: [ " + form_.id + " ]\n";
        if (bound_ == Bound::column) made += "  for: c in columns(申请)\n";
        if (bound_ == Bound::row) made += "  for: r in rows(申请)\n";
        first_ = fact();
        second_ = fact();
        if (bound_ == Bound::mention) made += "  for: m in mentions(" + first_ + ")\n";
        if (bound_ == Bound::two_mentions)
            made += "  for: [ m in mentions(" + first_ + "), n in mentions(" + second_ + ") ]\n";
        if (bound_ == Bound::total) made += "  for: t in totals(*)\n";
        if (bound_ == Bound::table) made += "  for: t in tables(*)\n";
        if (bound_ == Bound::section) made += "  for: s in sections(*)\n";
        const bool has_let = one_in(3);
        if (has_let) made += "  let: { half: \"" + number(2) + "\" }\n";
        if (one_in(4)) made += "  when: \"" + truth(1) + "\"\n";
        // Short ones as people write them, and long ones that nobody would.
        const std::string before =
            one_in(3) ? "" : truth(1 + random_.below(3)) + " " + any({"or", "and", "implies"}) + " ";
        made += "  check: \"" + before + of_variable() + (has_let ? " or half > 3" : "") + "\"\n";
        if (one_in(2)) made += "  missing: " + policies() + "\n";
        if (one_in(6)) made += "  tolerance: " + any({"exact", "rounding", "truncation"}) + "\n";
        return made + "  severity: " + any({"error", "warning", "note"}) + "\n  message: { zh: \"甲"
            + std::string(has_let ? "{half}" : "") + "\", en: \"a" + (has_let ? "{half}" : "") + "\" }\n";
    }

    /// Something true or false of what the rule's variables stand for: one that is not used is a mistake.
    std::string of_variable() {
        switch (bound_) {
            case Bound::nothing: return comparison(1);
            case Bound::column: return "(申请[本年新收, c] <= " + number(1) + ")";
            case Bound::row: return "(申请[r, 总计] >= " + number(1) + ")";
            case Bound::total: return any({"(sum(t.parts) == t.total)", "(t.total >= 0)", "(known(t.total))"});
            case Bound::table:
                return any({"(present(t))", "(times(t) <= 1)", "(ordered(t))", "(differing(t, \\\"repeats\\\") == 0)",
                    "(form(t) == form)"});
            case Bound::section:
                return any({"(present(s))", "(times(s) <= 1)", "(ordered(s))", "(length(s) >= 10)",
                    "(copied(s) <= 50%)", "(contains(s, \\\"申请\\\"))"});
            case Bound::mention: return of_mention("m", first_, 1);
            case Bound::two_mentions:
                return "(" + of_mention("m", first_, 1) + " and " + of_mention("n", second_, 1) + ")";
        }
        return {};
    }

    std::string policies() {
        if (one_in(3)) return any({"zero", "skip", "fail", "proven", "computed", "undecided"});
        std::string made;
        for (const char* kind : {"blank", "dash", "slash", "absent", "unreadable"}) {
            if (one_in(2))
                made += (made.empty() ? "" : ", ") + (kind + (": " + any({"zero", "skip", "fail", "undecided"})));
        }
        return made.empty() ? "undecided" : "{ " + made + " }";
    }

    std::string fact() {
        return any({"受理", "办理", "上年结转", "结转下年度", "收费通知", "应收费", "应收费", "实收费", "行政复议"});
    }
    std::string count_fact() { return any({"受理", "办理", "上年结转", "结转下年度", "收费通知"}); }

    std::string cell() {
        const TableForm& table = *form_.table("申请");
        const auto name = [&](const Outline& outline) {
            return outline.leaf(random_.below(outline.leaf_count())).path;
        };
        const std::string row = bound_ == Bound::row && one_in(2) ? "r" : name(table.rows);
        const std::string column = bound_ == Bound::column && one_in(2) ? "c" : name(table.columns);
        return whose() + "申请[" + row + ", " + column + "]";
    }
    std::string whose() { return one_in(8) ? "previous." : one_in(12) ? "below." : ""; }
    std::string several() {
        return whose() + "申请[" + any({"本年新收", "办理结果", "总计", "不予公开", "*"}) + ", "
            + any({"*", "总计", "法人或其他组织"}) + "]";
    }

    /// Counts: what can be added and compared with each other.
    std::string number(int depth) {
        if (depth <= 0) return one_in(4) ? std::to_string(random_.below(12)) : one_in(3) ? stated_count() : cell();
        switch (random_.below(11)) {
            case 0: return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1: return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2: return number(depth - 1) + " * " + std::to_string(random_.below(4));
            case 3: return "if(" + truth(depth - 1) + ", " + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 4: return "abs(" + number(depth - 1) + ")";
            case 5: return "sum(leaves(" + several() + "))";
            case 6:
                return "missing(" + several()
                    + (one_in(2) ? ", \\\"" + any({"blank", "dash", "slash", "absent", "unreadable"}) + "\\\")" : ")");
            case 7:
                return "count(k in mentions(" + count_fact() + "), k.value > " + std::to_string(random_.below(9)) + ")";
            case 8: return "sum(k in mentions(" + count_fact() + "), k.件数)";
            default: return one_in(2) ? stated_count() : cell();
        }
    }
    std::string stated_count() {
        const bool bound = bound_ == Bound::mention || bound_ == Bound::two_mentions;
        return bound && one_in(3) ? "count(k in mentions(" + count_fact() + "), k.value == 3)" : count_fact() + ".件数";
    }

    std::string truth(int depth) {
        const bool bound = bound_ == Bound::mention || bound_ == Bound::two_mentions;
        if (bound && one_in(2)) return of_mention("m", first_, depth);
        if (depth <= 0) return comparison(0);
        switch (random_.below(13)) {
            case 0: return "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
            case 1: return "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
            case 2: return "(" + truth(depth - 1) + " implies " + truth(depth - 1) + ")";
            case 3: return "not (" + truth(depth - 1) + ")";
            case 4: return "known(" + cell() + " + " + number(depth - 1) + ")";
            case 5:
                return any({"known(previous)", "known(below)", "known(copies)", "differing(申请, \\\"repeats\\\") == 0",
                    "differing(\\\"copies\\\") == 0", "present(申请)", "present(section(总体情况))", "ordered(申请)",
                    "stated(受理.件数)", "year > 2020", "level == \\\"县级\\\""});
            case 6:
                return any({"all", "any", "none"}) + "(d in columns(申请), " + "申请[本年新收, d] >= " + number(0)
                    + ")";
            case 7:
                return any({"all", "any", "none"}) + "(k in mentions(" + count_fact() + "), k.value <= " + number(0)
                    + ")";
            case 8:
                return "multiple_of(" + cell() + " + " + number(depth - 1) + ", " + std::to_string(1 + random_.below(5))
                    + ")";
            case 9: return "(" + cell() + " in { " + number(depth - 1) + ", " + number(0) + " })";
            case 10: return "(" + cell() + " / " + cell() + " <= " + std::to_string(random_.below(100)) + "%)";
            default: return comparison(depth);
        }
    }

    /// Of what the variable stands for, by the fields that its fact has.
    std::string of_mention(const std::string& variable, const std::string& named, int depth) {
        const bool amounts = named == "应收费" || named == "实收费";
        if (amounts && one_in(2))
            return "(" + variable + ".金额 " + any({"<=", "==", ">"}) + " " + std::to_string(random_.below(5000))
                + "元)";
        if (named != "实收费" && one_in(2))
            return "(" + variable + ".件数 " + any({"<=", "==", ">"}) + " " + number(depth - 1) + ")";
        switch (random_.below(5)) {
            case 0: return "known(" + variable + ".value)";
            case 4: return "year_before(" + variable + ")";
            case 1: return "scoped(" + variable + ")";
            case 2: return "(known(" + variable + ".value) implies " + comparison(depth - 1) + ")";
            default: return "(stated(" + variable + ".value) and " + comparison(depth - 1) + ")";
        }
    }

    std::string comparison(int depth) {
        return "(" + (depth > 1 ? number(depth - 1) : cell()) + " " + any({"==", "!=", "<", "<=", ">", ">="}) + " "
            + number(depth - 1) + ")";
    }

    const Form& form_;
    Random random_;
    Bound bound_ = Bound::nothing;
    std::string first_;   ///< the fact that m stands for
    std::string second_;  ///< and n
};

}  // namespace gouji::test
