// SPDX-License-Identifier: Apache-2.0
#include "grammar/expression/expression.hpp"
#include "grammar/labels/labels.hpp"
#include "grammar/lexical/number.hpp"
#include "grammar/pattern/parse_pattern.hpp"
#include "grammar/pattern/pattern.hpp"
#include "grammar/pattern/pattern_index.hpp"
#include "grammar/pattern/pattern_marks.hpp"
#include "grammar/pattern/pattern_words.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace gouji;

namespace {

const std::vector<std::string> units = {"件", "宗", "条", "人次"};

}  // namespace

TEST_CASE("numbers as filings print them") {
    const struct {
        const char* in;
        const char* value;
        const char* unit;
        bool approximate;
    } cases[] = {
        {"177件", "177", "件", false},
        {"1,234件", "1234", "件", false},
        {"1,2345", "1", "", false},  // no grouping: the comma ends the number
        {"0.28万元", "0.28", "万元", false},
        {"1237.40万元", "1237.40", "万元", false},
        {"3.4万件", "34000.0", "件", false},
        {"300余件", "300", "件", true},
        {"99.6%", "99.6", "%", false},
        {"十二件", "12", "件", false},
        {"二百零五宗", "205", "宗", false},
        {"二〇二二", "2022", "", false},
        {"两万三千", "23000", "", false},
        {"90万人次", "900000", "人次", false},
        {"12 件", "12", "件", false},
        {"3940元", "3940", "元", false},
        {"351\n件,其中", "351", "件", false},  // a page broke the sentence
        {"351\n条例", "351", "", false},
    };
    for (const auto& one : cases) {
        INFO(one.in);
        const auto figure = read_figure(one.in, 0, units);
        REQUIRE(figure);
        REQUIRE(figure->value);
        CHECK(*figure->value == *Decimal::parse(one.value));
        CHECK(figure->unit == one.unit);
        CHECK(figure->approximate == one.approximate);
    }
    CHECK_FALSE(read_figure("件", 0, units));
    CHECK_FALSE(read_figure("", 0, units));
    const auto long_number = read_figure(std::string(400, '9'), 0, units);
    REQUIRE(long_number);
    CHECK_FALSE(long_number->value);
}

TEST_CASE("ordinals") {
    const struct {
        const char* in;
        int number;
    } cases[] = {{"(三)不予", 3}, {"3.危及", 3}, {"3、危及", 3}, {"四、结转", 4}, {"一 、概述", 1}, {"③危及", 3},
        {"(12)甲", 12}, {"十一、甲", 11}, {"3.5万", 0}, {"三类", 0}, {"157800", 0}};
    for (const auto& one : cases) {
        INFO(one.in);
        const auto ordinal = read_ordinal(one.in, 0);
        CHECK((ordinal ? ordinal->number : 0) == one.number);
    }
}

TEST_CASE("labels: blanks, line ends and signs inside; the longest wins") {
    LabelSet set;
    set.add("(四)无法提供", 1);
    set.add("3.危及三安全一稳定", 2);
    set.add("总计", 3);
    set.add("其他", 4);
    set.add("其他结果", 5);
    const auto id = [&](std::string_view text) {
        const auto hit = set.match(text, 0);
        return hit ? hit->ids->front().first : 0;
    };
    CHECK(id("(四)无法提供") == 1);
    CHECK(id("无法\n\n提供") == 1);
    CHECK(id("3.危及“三安全一稳定”") == 2);
    CHECK(id("总 计") == 3);
    CHECK(id("其他结果") == 5);
    CHECK(id("其他\n总计") == 4);
    CHECK(id("不是标签") == 0);
    CHECK(set.match("(四)无法提供", 0)->ordinal == 4);
}

TEST_CASE("patterns: what matches and what does not") {
    const struct {
        const char* pattern;
        const char* text;
        const char* captured;  // the first capture, or nullptr for no match
    } cases[] = {
        {"发出{件数}[信息处理费]收费通知", "发出3件收费通知", "3件"},
        {"发出{件数}[信息处理费]收费通知", "发出3件信息处理费收费通知", "3件"},
        {"(未|没有)发出收费通知", "没有发出收费通知", ""},
        {"收到…申请{件数}", "收到政府信息公开申请12件", "12件"},
        {"收到…申请{件数}", "收到信访件,另有申请12件", nullptr},  // a gap ends with its clause
        {"受理[公开]申请{件数}", "受理公开\n申请5件", "5件"},
        {"受理[公开]申请{件数}", "受理公开\n\n申请5件", nullptr},
        {"{机关}{年份}年[度]报告", "青禾县水利局2022年度报告", "青禾县水利局"},
        {"{年份}年,{机关}坚持", "2022年,我局坚持", nullptr},
        {"共{件数}(。|,)", "共312件,", "312件"},
        {"共{件数}(。|,)", "共312件", "312件"},
        {"共{件数}(。|,)", "共312件整", nullptr},
        {"{机关}{年份}年报告", "青禾县2022年报告", "青禾县"},
        {"{机关}{年份}年报告", "沛县2022年报告", "沛县"},
        {"{机关}{年份}年报告", "本县2022年报告", nullptr},
        {"{机关}{年份}年报告", "乡镇2022年报告", nullptr},
        {"{机关}{年份}年报告", "县市区2022年报告", nullptr},
        {"{机关}{年份}年报告", "城区2022年报告", nullptr},
        {"{机关}{年份}年报告", "有关的2022年报告", nullptr},
        {"{机关}{年份}年报告", "青禾县规划局(县林业局)2022年报告", "青禾县规划局(县林业局)"},
        {"{机关}{年份}年报告", "青山(高新)区管委会2022年报告", "青山(高新)区管委会"},
        {"{机关}{年份}年报告", "规划局()2022年报告", nullptr},
        {"{机关}{年份}年报告", "附件规划局(一)2022年报告", nullptr},
        {"时间:{日期}", "时间: 2025-01-22", "2025-01-22"},
        {"时间:{日期}", "时间:2023年1月3日", "2023年1月3日"},
        {"共{件数}", "共312", "312"},
    };
    for (const auto& one : cases) {
        INFO(one.pattern, " ~ ", one.text);
        const ParsedPattern parsed = parse_pattern(one.pattern);
        REQUIRE(parsed.mistakes.empty());
        const std::string_view text = one.text;
        FigureReader figures(text, units);
        const auto match = parsed.pattern.match(figures, 0, text.size());
        CHECK(match.has_value() == (one.captured != nullptr));
        if (match && one.captured && *one.captured) {
            REQUIRE_FALSE(match->captures.empty());
            const Span span = match->captures.front().span;
            CHECK(text.substr(span.start, span.size()) == one.captured);
        }
    }
}

TEST_CASE("patterns: full-width brackets are text, and expansion is bounded") {
    CHECK(expand_pattern("（一）予以公开").texts == std::vector<std::string>{"(一)予以公开"});
    CHECK(expand_pattern("[行政]规范性(文件|檔案)").texts.size() == 4);
    CHECK(expand_pattern("[a][b][c][d][e][f][g][h][i][j]").mistakes.size() == 1);
    CHECK(expand_pattern("甲…乙").mistakes.size() == 1);
    CHECK(parse_pattern("(未|没有").mistakes.size() == 1);
    CHECK(parse_pattern("甲]").mistakes.size() == 1);
    CHECK(parse_pattern("{}").mistakes.size() == 1);
    CHECK(parse_pattern("[甲]]乙").mistakes.front().span.start == 5);
    CHECK(parse_pattern(std::string(500, '[')).mistakes.size() == 1);
}

TEST_CASE("patterns: words are written out, and what is wrong is shown where it was written") {
    PatternWords words;
    words.add("收", "(收到|受理)");
    words.add("空", "");
    const struct {
        const char* pattern;
        const char* text;
    } cases[] = {
        {"<收>[到]{件数}", "(收到|受理)[到]{件数}"},
        {"共<收><空><收>", "共(收到|受理)(收到|受理)"},
        {"甲乙", "甲乙"},
        {"<收", "<收"},  // no words: the grammar of patterns refuses the signs
        {"<>收>", "<>收>"},
        {"<收[到]>", "<收[到]>"},
        {"＜收＞", "＜收＞"},
    };
    for (const auto& one : cases) {
        const WrittenOut out = words.write_out(one.pattern);
        CHECK(out.text == one.text);
        CHECK(out.mistakes.empty());
    }
    CHECK(words.is_used("收"));
    CHECK_FALSE(words.is_used("办"));
    CHECK(words.write_out("甲<办>乙").mistakes.front().span == Span{3, 8});

    const WrittenOut out = words.write_out("共<收>到<空>了");
    const auto at = [&](std::string_view what) {
        const auto start = static_cast<std::uint32_t>(out.text.find(what));
        return out.source({start, start + static_cast<std::uint32_t>(what.size())});
    };
    CHECK(at("共") == Span{0, 3});
    CHECK(at("受理") == Span{3, 8});
    CHECK(at("到了") == Span{8, 19});
    CHECK(at("了") == Span{16, 19});
    CHECK(at("理)到") == Span{3, 11});
}

TEST_CASE("patterns: a hostile pattern costs a bounded number of steps") {
    const ParsedPattern parsed = parse_pattern("[a][a][a][a][a][a][a][a][a][a][a][a][a][a][a][a]…[a][a][a][a][a][a]b");
    const std::string text(3000, 'a');
    FigureReader figures(text, units);
    for (std::size_t at = 0; at < 50; ++at) CHECK_FALSE(parsed.pattern.match(figures, at, text.size()));
}

TEST_CASE("patterns: the letters that every match has") {
    const struct {
        const char* pattern;
        const char* needed;
    } cases[] = {
        {"甲乙甲", "甲乙"},
        {"甲[乙]丙", "甲丙"},
        {"(甲乙|丙乙)", "乙"},
        {"[甲]乙(甲|丙甲)", "乙甲"},
        {"[甲][乙]", ""},
        {"([甲]乙|乙{件数}[丙])丁", "乙丁"},
        {"（甲", "(甲"},
        {"{件数}…", ""},
        {"甲。", "甲"},
    };
    for (const auto& one : cases) {
        INFO(one.pattern);
        std::vector<char32_t> needed = parse_pattern(one.pattern).pattern.needed;
        std::vector<char32_t> wanted;
        const std::string_view letters = one.needed;
        for (std::size_t at = 0; at < letters.size(); at += utf8::length(letters[at]))
            wanted.push_back(utf8::decode(letters, at).code);
        std::sort(needed.begin(), needed.end());
        std::sort(wanted.begin(), wanted.end());
        CHECK(needed == wanted);
    }
}

TEST_CASE("patterns: nearly every shipped phrase has a mark to be known by") {
    // Without one a phrase is looked for in every sentence that has its letters.
    std::size_t phrases = 0;
    std::size_t unmarked = 0;
    for (const Edition& edition : gouji::test::shipped().editions) {
        for (const Edition::CompiledPhrase& one : edition.phrases) {
            ++phrases;
            unmarked += one.pattern.marks.empty() ? 1U : 0U;
        }
    }
    CHECK(phrases > 30);
    CHECK(unmarked * 20 < phrases);
}

TEST_CASE("patterns: neither the index nor the marks ever leave out one that matches") {
    std::mt19937 random(5);
    const auto any = [&](auto... choices) {
        const std::array<std::string, sizeof...(choices)> all = {choices...};
        return all[random() % all.size()];
    };
    const std::function<std::string(int)> sequence = [&](int depth) {
        std::string made;
        for (auto pieces = 1 + random() % 3; pieces-- > 0;) {
            switch (random() % (depth < 2 ? 6 : 3)) {
                case 0:
                case 1: made += any("甲", "乙", "丙", "甲乙", "丁件"); break;
                case 2: made += any("{件数}", "{年份}", "…", "甲"); break;
                case 3: made += "[" + sequence(depth + 1) + "]"; break;
                default: made += "(" + sequence(depth + 1) + "|" + sequence(depth + 1) + ")"; break;
            }
        }
        return made;
    };
    int matches = 0;
    for (int round = 0; round < 3000; ++round) {
        std::vector<Pattern> patterns;
        for (int i = 0; i < 4; ++i) {
            ParsedPattern parsed = parse_pattern(sequence(0));
            if (parsed.mistakes.empty()) patterns.push_back(std::move(parsed.pattern));
        }
        std::string text;
        for (auto words = 2 + random() % 8; words-- > 0;)
            text += any("甲", "乙", "丙", "丁", "件", "12件", "3", "二〇二一", " ", "\n", ",");
        const PatternList list(patterns);
        std::vector<const Pattern*> each;
        for (const Pattern& one : list.patterns) each.push_back(&one);
        const PatternMarks marks(each);
        const Text letters(glyphs_of(text));
        FigureReader figures(text, units);
        std::vector<int> found;
        const auto holds = [&](std::size_t index) {
            return std::find(found.begin(), found.end(), static_cast<int>(index)) != found.end();
        };
        for (const Letter& letter : letters.letters()) {
            if (letter.code == U' ' || letter.code == U'\n') continue;
            for (std::size_t p = 0; p < list.patterns.size(); ++p) {
                const auto match = list.patterns[p].match(figures, letter.at, text.size());
                if (!match || match->end == letter.at) continue;  // a match of nothing is none
                ++matches;
                INFO("text ", text, " from byte ", letter.at);
                list.index.find(figures, letter, text.size(), found);
                CHECK(holds(p));
                marks.find(letters.letters(), found);
                CHECK(holds(p));
            }
        }
    }
    CHECK(matches > 3000);
}

TEST_CASE("formulas: precedence and shape") {
    const auto kind = [](std::string_view formula) { return parse_formula(formula).root.kind; };
    CHECK(kind("a + b == c") == NodeKind::equal);
    CHECK(kind("a == b and c == d or e") == NodeKind::either);
    CHECK(kind("not a == b") == NodeKind::invert);
    CHECK(kind("a in {1, 2} implies b") == NodeKind::implies);
    CHECK(kind("sum(申请[r, *] except 申请[r, 总计])") == NodeKind::call);
    CHECK(kind("申请［本年新收，自然人］ ＋ １") == NodeKind::add);  // as an input method writes it
    CHECK(kind("申请［本年新收，自然人］ ＋ 1") == NodeKind::add);
    const auto minus = parse_formula("10 - 3 - 2").root;
    CHECK(minus.kind == NodeKind::subtract);
    CHECK(minus.kids[0].kind == NodeKind::subtract);
    CHECK(parse_formula("0.28万元").root.unit == "万元");
    CHECK(parse_formula("不予公开.国家秘密").root.text == "不予公开.国家秘密");
    CHECK(kind("android") == NodeKind::name);  // a keyword only when the word ends
}

TEST_CASE("formulas: mistakes have their place") {
    const struct {
        const char* formula;
        unsigned at;
    } cases[] = {{"", 0}, {"a +", 3}, {"(a", 2}, {"sum(", 4}, {"申请[a, ]", 10}, {"a == ", 5}, {"a b", 2}, {"{1, }", 4},
        {"a in", 4}};
    for (const auto& one : cases) {
        INFO(one.formula);
        const auto parsed = parse_formula(one.formula);
        REQUIRE(parsed.mistakes.size() == 1);
        CHECK(parsed.mistakes.front().span.start == one.at);
    }
}

TEST_CASE("formulas: depth and length are bounded") {
    CHECK(parse_formula(std::string(60, '(') + "1" + std::string(60, ')')).mistakes.empty());
    CHECK(parse_formula(std::string(1500, '(') + "1" + std::string(1500, ')')).mistakes.size() == 1);
    CHECK(parse_formula(std::string(500'000, '(')).mistakes.size() == 1);
    CHECK(parse_formula(std::string(3000, '-') + "1").mistakes.size() == 1);
}
