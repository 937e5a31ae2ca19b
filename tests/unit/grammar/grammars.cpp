// SPDX-License-Identifier: Apache-2.0
// Every grammar: none can loop without end or recurse without reading (PEGTL's analysis), and every rule of it matches
// somewhere in the samples, in filings laid out by the tests, or in the shipped rules: what nothing reaches is not
// needed.
#include "grammar/expression/private_expression_grammar.hpp"
#include "grammar/filing/tables/private_item_grammar.hpp"
#include "grammar/filing/tables/private_line_grammar.hpp"
#include "grammar/filing/tables/private_statistics_grammar.hpp"
#include "grammar/pattern/private_capture_grammar.hpp"
#include "grammar/pattern/private_pattern_grammar.hpp"
#include "grammar/pattern/private_word_grammar.hpp"
#include "grammar/pattern/pattern_words.hpp"
#include "grammar/lexical/private_number_grammar.hpp"
#include "grammar/lexical/private_ordinal_grammar.hpp"
#include "tests/unit/support.hpp"
#include "tests/unit/grammar/texts.hpp"

#include <doctest/doctest.h>
#include <tao/pegtl/contrib/analyze.hpp>
#include <tao/pegtl/contrib/state_control.hpp>
#include <tao/pegtl/visit.hpp>

#include <map>
#include <set>

using namespace gouji;
using gouji::test::texts;
namespace p = tao::pegtl;
namespace fs = std::filesystem;

// What the analysis cannot know of the rules that are written by hand: whether they read anything.
namespace tao::pegtl {
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::plain_figures> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::label> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::words> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::words_in_row> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::ordinal_of_label> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::in_brackets> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::after_separator> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::apart> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::after_bar> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::may_be_spoiled> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::in_table_of_changes> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::running_head> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, gouji::item_grammar::line_of_words> : analyze_opt_traits<> {};
}  // namespace tao::pegtl

namespace {

/// What no rule of ours is responsible for: the ways in which a parse gives up, and rules that only say so.
bool is_ours(std::string_view rule) {
    return rule.find("raise<") == std::string_view::npos && rule.find("::failure") == std::string_view::npos;
}

/// Prose, as far as the grammar knows it: what ends a sentence, and anything else.
using sentences_of_text = p::star<p::sor<lexical::sentence_end, p::utf8::any>>;

/// How often each rule of a grammar has matched; it watches a parse as its last state. (PEGTL's own coverage knows not
/// all of the rules that it meets.)
class Watch {
public:
    template <class Rule>
    static constexpr bool enable = true;

    template <class Rule>
    void success(const auto&...) {
        ++matches_[p::demangle<Rule>()];
    }
    template <class Rule>
    void start(const auto&...) {}
    template <class Rule>
    void failure(const auto&...) {}
    template <class Rule>
    void raise(const auto&...) {}
    template <class Rule>
    void unwind(const auto&...) {}
    template <class Rule>
    void apply(const auto&...) {}
    template <class Rule>
    void apply0(const auto&...) {}

    template <class Grammar, template <class...> class Action = p::nothing, class Input, class... States>
    bool parse(Input& input, States&... states) {
        return p::parse<Grammar, Action, p::state_control<p::normal>::type>(input, states..., *this);
    }

    /// All rules that the grammar is made of.
    template <class Grammar>
    void check_all() {
        p::visit<Grammar, Enter>(matches_);
        std::size_t reached = 0;
        for (const auto& one : matches_) {
            if (!is_ours(one.first)) continue;
            CHECK_MESSAGE(one.second > 0, "nothing reaches ", std::string(one.first));
            reached += one.second > 0 ? 1 : 0;
        }
        CHECK(reached >= 3);
    }

private:
    template <class Rule>
    struct Enter {
        static void visit(std::map<std::string_view, std::size_t>& matches) {
            matches.try_emplace(p::demangle<Rule>(), 0);
        }
    };

    std::map<std::string_view, std::size_t> matches_;
};

/// A grammar that is asked at any place of a text.
template <class Grammar>
void check_reached_anywhere() {
    Watch seen;
    for (const std::string& text : texts()) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
            // A few characters are enough for any of them.
            p::memory_input input(text.data() + at, std::min<std::size_t>(text.size() - at, 48), "");
            seen.parse<Grammar>(input);
        }
    }
    seen.check_all<Grammar>();
}

template <class Grammar>
void check_reached_by(const std::set<std::string>& inputs) {
    Watch seen;
    REQUIRE(inputs.size() > 20);
    for (const std::string& one : inputs) {
        p::memory_input input(one.data(), one.size(), "");
        CHECK_MESSAGE(seen.parse<Grammar>(input), one);
    }
    seen.check_all<Grammar>();
}

}  // namespace

TEST_CASE("grammars: none of them can loop or recurse without reading") {
    CHECK(p::analyze<number_grammar::figure>(-1) == 0);
    CHECK(p::analyze<ordinal_grammar::ordinal>(-1) == 0);
    CHECK(p::analyze<capture_grammar::year_text>(-1) == 0);
    CHECK(p::analyze<capture_grammar::date_text>(-1) == 0);
    CHECK(p::analyze<pattern_grammar::whole>(-1) == 0);
    CHECK(p::analyze<formula_grammar::whole>(-1) == 0);
    CHECK(p::analyze<sentences_of_text>(-1) == 0);
    CHECK(p::analyze<line_grammar::lines>(-1) == 0);
    CHECK(p::analyze<item_grammar::items>(-1) == 0);
    CHECK(p::analyze<statistics_grammar::table>(-1) == 0);
    // It would say so: a rule that may read nothing, again and again.
    CHECK(p::analyze<p::star<lexical::blanks>>(-1) > 0);
}

TEST_CASE("grammars: every rule of numbers and ordinals is reached") {
    check_reached_anywhere<number_grammar::figure>();
    check_reached_anywhere<ordinal_grammar::ordinal>();
}

TEST_CASE("grammars: every rule of years and days is reached") {
    check_reached_anywhere<capture_grammar::year_text>();
    Watch days;
    for (const std::string day : {"2023年1月3日", "2023-01-03", "2023/1/3", "2023.1.3", "2023–01–03", "20230103",
             "20230103-7", "二〇二三年元月十三日", "二O二三年一月三号", "2023 年 一月 廿三日", "2023年1O月3日"}) {
        p::memory_input input(day, "");
        days.parse<capture_grammar::date_text>(input);
    }
    days.check_all<capture_grammar::date_text>();
}

TEST_CASE("grammars: every rule of sentences, lines and tables is reached") {
    Watch sentences;
    Watch lines;
    Watch items;
    for (const std::string& text : texts()) {
        p::memory_input prose(text.data(), text.size(), "");
        CHECK(sentences.parse<sentences_of_text>(prose));
        p::memory_input rows(text.data(), text.size(), "");
        CHECK(lines.parse<line_grammar::lines>(rows));
        const LabelPlaces places(Text(glyphs_of(text)), *gouji::test::shipped().editions.front().labels);
        for (const Edition& edition : gouji::test::shipped().editions) {
            for (std::size_t t = 0; t < edition.tables.size(); ++t) {
                item_grammar::ItemState state(text, edition.tables[t]->set, places.of(edition.table_sets[t]),
                    text.size(),
                    {.title = "石桥镇人民政府2021年政府信息公开工作年度报告",
                        .has_changes = !edition.form->tables[t].changes.empty()});
                p::memory_input<p::tracking_mode::lazy> table(text.data(), text.data() + text.size(), "");
                const bool read = items.parse<item_grammar::items, item_grammar::action>(table, state);
                CHECK(read);
            }
        }
    }
    sentences.check_all<sentences_of_text>();
    lines.check_all<line_grammar::lines>();
    items.check_all<item_grammar::items>();
}

TEST_CASE("grammars: every rule of statistics in running text is reached") {
    Watch seen;
    for (const std::string& text : texts()) {
        for (std::size_t at = text.find("计量单位"); at != std::string::npos; at = text.find("计量单位", at + 1)) {
            p::memory_input input(text.data() + at, text.size() - at, "");
            seen.parse<statistics_grammar::table>(input);
        }
    }
    seen.check_all<statistics_grammar::table>();
}

TEST_CASE("grammars: every rule of formulas and patterns is reached by what is shipped") {
    // What no shipped rule needs yet.
    std::set<std::string> formulas = {"true implies not false", "-1 × 2 ÷ 4 != 3 * 1", "1 ≠ 2", "1 < 2 and 2 ＜ 3",
        "1 ≤ 2 or 2 ≥ 1", "1 ＝＝ 1", "published >= 2023-01-31", "百分之5 == 5% and 千分之5 == 5‰ and 1％ > 0",
        "“甲” == \"甲\"", "1个 + 1项 + 1次 + 1宗 + 1条 + 1份 + 1人 + 1人次 + 1家 + 1期 + 1天 + 1件 > 0",
        "0.28万元 + 1．5亿元 = 2元"};
    std::set<std::string> patterns;
    PatternWords words;
    for (const Rule& rule : gouji::test::shipped().rules) {
        formulas.insert(rule.check.text);
        if (rule.when) formulas.insert(rule.when->text);
        for (const Formula& one : rule.fors) formulas.insert(one.text);
    }
    for (const FormEntry& one : gouji::test::shipped().forms) {
        for (const MentionForm& mention : one.form.mentions) {
            for (const auto& phrase : mention.phrases) patterns.insert(phrase.pattern.text);
        }
        for (const Form::Word& word : one.form.words) words.add(word.name, words.write_out(word.pattern.text).text);
    }
    check_reached_by<formula_grammar::whole>(formulas);
    check_reached_by<word_grammar::whole>(patterns);
    std::set<std::string> written_out;
    for (const auto& one : patterns) written_out.insert(words.write_out(one).text);
    check_reached_by<pattern_grammar::whole>(written_out);
}
