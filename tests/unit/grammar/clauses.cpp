// SPDX-License-Identifier: Apache-2.0
// What clauses of the prose say: sentences as reports have them, and sentences made at random from known words, with
// what they must say.
#include "engine/source/normalise.hpp"
#include "grammar/filing/prose/mentions.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gouji;

namespace {

const Edition& edition() {
    const auto& all = gouji::test::shipped().editions;
    return *std::find_if(
        all.begin(), all.end(), [](const Edition& one) { return one.form->id == "cn-disclosure-2021"; });
}

ProseFigures read(const std::string& prose, const Edition& edition, std::string_view organ) {
    const Text text(normalise(glyphs_of(prose)));
    constexpr int year = 2023;
    Filing filing;
    filing.year = year;
    filing.organ = organ;
    return find_mentions(text, {read_prose(text, "总体情况", text.all())}, edition, filing);
}

/// What is stated, as 受理 12; statements that a person must look at are left out, and so are lists with a sum.
std::vector<std::string> stated(
    const std::string& prose, const Edition& of = edition(), std::string_view organ = "青禾县水利局") {
    std::vector<std::string> all;
    for (const Mention& one : read(prose, of, organ).mentions) {
        if (one.scope.empty() && !one.form->parts)
            all.push_back(one.form->fact + " " + one.fields.front().value.to_string());
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("clauses: what sentences of reports state") {
    const struct {
        const char* sentence;
        std::vector<std::string> facts;
    } cases[] = {
        {"2023年，我局共收到社会各界依申请公开4宗，均已按时答复。", {"受理 4", "均已办结 0"}},
        {"全年无依申请公开。", {"受理 0"}},
        {"本年度没有收到公民、法人或者其他组织提出的政府信息公开申请。", {"受理 0"}},
        {"2023年度，本机关未收到政府信息公开申请，未发生行政复议、行政诉讼。", {"受理 0", "行政复议 0", "行政诉讼 0"}},
        {"全年受理和办结依申请公开6件。", {"受理 6"}},
        {"收到政府信息公开申请15件，其中15件按时办结完毕。", {"受理 15", "办理 15"}},
        {"目前依法办结政府信息公开申请59件。", {"办理 59"}},
        {"收到政府信息公开申请20件，2022年结转的3件，全部办结。", {"受理 20", "上年结转 3"}},
        {"全年共收到政府信息公开申请22件，结转下年度继续办理的2件。", {"受理 22", "结转下年度 2"}},
        {"皆在规定时限内受理、答复。", {}},
        {"收到信息公开申请9件，皆在规定时限内答复。", {"受理 9", "均已办结 0"}},
        {"所有申请均已按时答复。", {"均已办结 0"}},
        {"因政府信息公开工作被申请行政复议3件，被纠错2件。", {"行政复议 3", "复议纠正 2"}},
        {"未出现因政府信息公开引发的行政复议或行政诉讼案件。", {"行政复议 0", "行政诉讼 0"}},
        {"未产生因政府信息公开申请的行政复议和行政诉讼。", {"行政复议 0", "行政诉讼 0"}},
        {"全年制定出台行政规范性文件6篇。", {"制发规范性文件 6"}},
        {"本年制发规范性文件9件（含新制定5件，废止4件）。", {"制发规范性文件 5", "废止规范性文件 4"}},
        {"共受理依申请公开信息8条，答复8条。", {"受理 8", "办理 8"}},
        {"2023年共收到政府信息公开申请36件，比上年增加5件。", {"受理 36", "申请增加 5"}},
        {"2023年，全县各级行政机关共收到政府信息公开申请36件。", {}},
        {"2023年，各乡镇共收到政府信息公开申请36件。", {}},
        {"通过网络收到政府信息公开申请12件。", {}},
        {"五年来共受理政府信息公开申请200件。", {}},
        {"上半年收到政府信息公开申请20件。", {}},
        {"收到政府信息公开申请约20件。", {}},
        {"未收到针对政府信息公开申请答复的投诉。", {}},
        {"未收到关于政府信息公开工作的举报。", {}},
        {"2022年收到政府信息公开申请18件。", {}},
        {"收到政府信息公开申请38件，其中自然人申请35件、法人或其他组织申请3件。",
            {"受理 38", "自然人申请 35", "法人申请 3"}},
        {"收到政府信息公开申请38件。其中予以公开20件，部分公开5件，不予公开3件，无法提供8件，不予处理2件。",
            {"受理 38", "予以公开 20", "部分公开 5", "不予公开 3", "无法提供 8", "不予处理 2"}},
        {"全年办结政府信息公开申请38件，其中，予以公开20件、部分公开18件。", {"办理 38", "予以公开 20", "部分公开 18"}},
        {"因政府信息公开引起的行政诉讼案件2件，均驳回原告诉讼请求。", {"行政诉讼 2", "均胜诉 0"}},
        {"发生行政诉讼2件，其中未经复议直接起诉1件，复议后起诉1件。",
            {"行政诉讼 2", "未经复议直接起诉 1", "复议后起诉 1"}},
        {"行政复议4件，结果维持3件，尚未审结1件。", {"复议维持 3", "复议未结 1"}},
        {"本年新收政府信息公开申请数量12件，上年结转政府信息公开申请数量1件，本年度办理结果13件，结转下年度继续办理0件"
         "。",
            {"受理 12", "上年结转 1", "办理 13", "结转下年度 0"}},
        {"依申请公开受理12件，办结12件，办结率100%。", {"受理 12", "办理 12", "均已办结 0"}},
        {"政府信息公开申请受理总量12件。", {"受理 12"}},
        {"共接到政府信息公开申请12件次。", {"受理 12"}},
        {"收到有效政府信息公开申请12件。", {"受理 12"}},
        {"受理群众依申请公开事项12件。", {"受理 12"}},
        {"接收并办理政府信息公开申请12件。", {"受理 12"}},
        {"共收到政府信息公开申请12件，已全部按照《条例》规定答复申请人。", {"受理 12", "均已办结 0"}},
        {"共收到政府信息公开申请12件，按时办结率100%。", {"受理 12", "均已办结 0"}},
        {"收到申请12件，答复率100%。", {"受理 12", "均已办结 0"}},
        {"共收到申请12件，其中网上申请8件，信函申请4件，均已在规定时限内答复申请人。", {"受理 12", "均已办结 0"}},
        {"依法受理政府信息公开申请12件，同比增长20%。", {"受理 12", "申请增长率 20"}},
        {"未收取信息处理费。", {"实收费 0"}},
        {"本年度未发生政府信息公开相关的行政复议、行政诉讼案件。", {"行政复议 0", "行政诉讼 0"}},
        {"无因政府信息公开被申请行政复议、提起行政诉讼的情况。", {"行政复议 0", "行政诉讼 0"}},
        {"我单位2023年没有因政府信息公开引发的行政复议、行政诉讼。", {"行政复议 0", "行政诉讼 0"}},
        {"废止规范性文件3件，现行有效规范性文件20件。", {"废止规范性文件 3", "现行有效规范性文件 20"}},
        {"全年新制发行政规范性文件3件，废止2件，现行有效30件。",
            {"制发规范性文件 3", "废止规范性文件 2", "现行有效规范性文件 30"}},
        {"办理行政许可120件、行政处罚30件。", {"行政许可决定 120", "行政处罚决定 30"}},
        {"作出行政许可决定120件、行政处罚决定30件、行政强制决定1件。",
            {"行政许可决定 120", "行政处罚决定 30", "行政强制决定 1"}},
        {"办理人大代表建议10件、政协提案12件，办结率100%。", {}},
        {"受理12345热线工单300件，办结300件，办结率100%。", {}},
        {"收到网民留言300条，均已办结。", {}},
        {"举办培训2次，参加50人次，均已办结。", {}},
        {"收到政府信息公开申请10件，内容涉及征地拆迁，均已依法答复。", {"受理 10", "均已办结 0"}},
        {"政府信息公开行政复议2件，均维持。", {"行政复议 2", "均获维持 0"}},
        {"全年共收到政府信息公开申请8件，办理8件，均为予以公开。", {"受理 8", "办理 8", "予以公开 8"}},
        {"县政府办公室代表县政府受理政府信息公开申请17件。", {}},
        {"局办公室受理政府信息公开申请60件。", {}},
        {"指导各部门办理政府信息公开申请60件。", {}},
        {"延期答复政府信息公开申请10件。", {}},
    };
    for (const auto& one : cases) {
        INFO(one.sentence);
        auto facts = one.facts;
        std::sort(facts.begin(), facts.end());
        CHECK(stated(one.sentence) == facts);
    }
}

TEST_CASE("clauses: a statement of the year before, and of nothing else") {
    const struct {
        const char* sentence;
        std::vector<std::string> before;
    } cases[] = {
        {"去年收到政府信息公开申请80件，今年收到政府信息公开申请120件。", {"受理 80"}},
        {"2022年，我局收到政府信息公开申请80件。", {"受理 80"}},
        {"2022年度发生行政复议3件。", {"行政复议 3"}},
        {"去年未收到政府信息公开申请。", {"受理 0"}},
        // Some of that year's, and of this year.
        {"办结去年申请5件。", {}},
        {"去年收到的申请5件已办结。", {}},
        {"去年收到申请5件本年办结。", {}},
        {"上年结转申请5件。", {}},
        {"2021年收到政府信息公开申请80件。", {}},
        {"2022年，收到申请80件，2023年收到申请120件。", {"受理 80"}},
        // Not all of that year, not of this organ, not quite.
        {"去年上半年收到政府信息公开申请30件。", {}},
        {"去年各乡镇收到政府信息公开申请7件。", {}},
        {"去年收到政府信息公开申请80余件。", {}},
        {"去年某某收到政府信息公开申请80件。", {}},
    };
    for (const auto& [text, before] : cases) {
        const std::string& sentence = text;  // clang 14 cannot name a part of a binding in CAPTURE
        CAPTURE(sentence);
        std::vector<std::string> all;
        for (const Mention& one : read(sentence, edition(), "青禾县水利局").mentions) {
            if (one.year_before) all.push_back(one.form->fact + " " + one.fields.front().value.to_string());
        }
        CHECK(all == before);
    }
}

TEST_CASE("clauses: all of a place is the organ only where the organ governs it") {
    const std::string sentence = "全县收到政府信息公开申请12件。";
    CHECK(stated(sentence, edition(), "青禾县人民政府") == std::vector<std::string>{"受理 12"});
    CHECK(stated(sentence, edition(), "青禾县人民政府办公室").empty());
    CHECK(stated(sentence, edition(), "青禾县水利局").empty());
    // Its own name may leave letters out; that of another organ does not say what it says.
    CHECK(stated("县水利局收到政府信息公开申请12件。") == std::vector<std::string>{"受理 12"});
    CHECK(stated("县教育局收到政府信息公开申请12件。").empty());
}

TEST_CASE("clauses: lists with a sum have any number of parts") {
    const struct {
        const char* sentence;
        int whole;
        std::vector<int> parts;
    } cases[] = {
        {"公开信息36条，其中甲类1条、乙类2条、丙类3条、丁类4条、戊类5条、己类6条、庚类7条、辛类8条。", 36,
            {1, 2, 3, 4, 5, 6, 7, 8}},
        {"公开信息10条（其中甲类4条，乙类6条），主要通过网站公开。", 10, {4, 6}},
        {"公开信息10条，其中：甲类4条，占40%；乙类6条，占60%。", 10, {4, 6}},
        {"公开信息10条，其中甲类4条，乙类6条，收到留言56条。", 10, {4, 6}},
        {"公开信息10条，包括甲类3条，乙类4条。", 10, {3, 4}},
        {"公开信息10条。其中，甲类4条，乙类6条，开展征集3期。", 10, {4, 6}},
        {"公开信息10条，其中公文4件（含规范性文件1件）、补贴类6条。", 10, {4, 6}},
    };
    for (const auto& one : cases) {
        INFO(one.sentence);
        std::vector<std::pair<int, std::vector<int>>> lists;
        for (const Mention& mention : read(one.sentence, edition(), "").mentions) {
            if (!mention.form->parts) continue;
            auto& list = lists.emplace_back();
            list.first = static_cast<int>(mention.fields.front().value.mantissa());
            for (const Decimal& part : mention.fields.back().parts)
                list.second.push_back(static_cast<int>(part.mantissa()));
        }
        CHECK(std::find(lists.begin(), lists.end(), std::pair(one.whole, one.parts)) != lists.end());
    }
}

TEST_CASE("clauses: words that nobody knows are told, and state nothing") {
    const ProseFigures figures = read("收到要求减免龘费的政府信息公开申请12件。", edition(), "");
    CHECK(std::all_of(figures.mentions.begin(), figures.mentions.end(),
        [](const Mention& one) { return !one.scope.empty() || one.form->parts; }));
    const ProseFigures unread = read("龘龘政府信息公开申请12件。", edition(), "");
    REQUIRE(unread.unread.size() == 1);
    CHECK(unread.unread.front().words == std::vector<std::string>{"龘龘"});
}

namespace {

/// A sentence of clauses, each of pieces that a word may be put between, with what it states.
class SentenceMaker {
public:
    explicit SentenceMaker(unsigned seed) : random_(seed) {}

    struct Clause {
        std::vector<std::string> pieces;
        std::vector<std::string> facts;
    };
    std::vector<Clause> make() {
        std::vector<Clause> clauses;
        if (among(6) == 0) {
            clauses.push_back(none());
            return clauses;
        }
        clauses.push_back(first());
        const int more = among(3);
        for (int i = 0; i < more; ++i) clauses.push_back(later());
        if (among(4) == 0) clauses.push_back(all());
        return clauses;
    }
    int among(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
    std::string any(const std::vector<std::string>& words) {
        return words[static_cast<std::size_t>(among(static_cast<int>(words.size())))];
    }

private:
    std::string figure(int count) { return std::to_string(count) + any({"件", "宗", "份", "起"}); }
    int number() { return among(3) == 0 ? among(10000) : among(100); }
    void begin(Clause& clause) {
        for (const auto& words : std::vector<std::vector<std::string>>{{"", "2023年", "全年", "本年度"},
                 {"", "我局", "本机关", "县水利局"}, {"", "依法", "及时"}, {"", "共", "累计"}}) {
            const std::string word = any(words);
            if (!word.empty()) clause.pieces.push_back(word);
        }
    }
    /// 收到政府信息公开申请12件, 收到12件政府信息公开申请
    void counted(Clause& clause, const std::string& verb, const std::string& noun, int count) {
        if (!verb.empty()) clause.pieces.push_back(verb);
        const bool before = among(3) == 0 && !verb.empty();
        if (before) clause.pieces.push_back(figure(count));
        clause.pieces.push_back(noun);
        if (!before) clause.pieces.push_back(figure(count));
    }
    std::string noun() { return any({"政府信息公开申请", "依申请公开", "信息公开申请", "依申请公开事项"}); }

    Clause first() {
        Clause clause;
        begin(clause);
        const int count = number();
        switch (among(3)) {
            case 0:
                counted(clause, any({"收到", "受理", "接到", "新收", "接收"}), noun(), count);
                clause.facts = {"受理 " + std::to_string(count)};
                break;
            case 1:
                counted(clause, any({"办结", "答复", "办理"}), noun(), count);
                clause.facts = {"办理 " + std::to_string(count)};
                break;
            default:
                counted(clause, any({"收到并办理", "受理和答复"}), noun(), count);
                clause.facts = {"受理 " + std::to_string(count)};
        }
        return clause;
    }
    Clause later() {
        const struct {
            std::vector<std::string> words;
            const char* fact;
        } kinds[] = {{{"办结", "已答复", "依法办理"}, "办理"}, {{"予以公开", "同意公开"}, "予以公开"},
            {{"部分公开"}, "部分公开"}, {{"不予公开"}, "不予公开"}, {{"不予处理"}, "不予处理"},
            {{"无法提供"}, "无法提供"}, {{"结转下年度继续办理", "结转2024年办理"}, "结转下年度"},
            {{"上年结转", "2022年结转", "结转上年度"}, "上年结转"}};
        const auto& kind = kinds[among(static_cast<int>(std::size(kinds)))];
        const int count = number();
        return {{any(kind.words), figure(count)}, {kind.fact + (" " + std::to_string(count))}};
    }
    Clause all() {
        return {
            {any({"均", "全部", "都"}), any({"按时", "依法", "在法定期限内"}), any({"答复", "办结"})}, {"均已办结 0"}};
    }
    Clause none() {
        Clause clause;
        begin(clause);
        clause.pieces.push_back(any({"未", "没有"}));
        if (among(2) == 0) {
            clause.pieces.push_back(any({"收到", "受理"}));
            clause.pieces.push_back(noun());
            clause.facts = {"受理 0"};
        } else {
            clause.pieces.push_back(any({"发生", "产生"}));
            clause.pieces.push_back("因");
            clause.pieces.push_back("政府信息公开");
            clause.pieces.push_back(any({"引起的", "引发的"}));
            clause.pieces.push_back(any({"行政复议和行政诉讼", "行政复议、行政诉讼案件"}));
            clause.facts = {"行政复议 0", "行政诉讼 0"};
        }
        return clause;
    }

    std::mt19937 random_;
};

std::string joined(const std::vector<SentenceMaker::Clause>& clauses) {
    std::string sentence;
    for (const auto& clause : clauses) {
        if (!sentence.empty()) sentence += "，";
        for (const std::string& piece : clause.pieces) sentence += piece;
    }
    return sentence + "。";
}

constexpr int sentences = gouji::test::slow ? 5'000 : 100'000;

}  // namespace

TEST_CASE("clauses: sentences made of known words state what they were made of") {
    SentenceMaker maker(20261201);
    for (int i = 0; i < sentences; ++i) {
        const auto clauses = maker.make();
        std::vector<std::string> facts;
        bool carried = false;
        for (const auto& clause : clauses) {
            // 均已办结 behind what was carried over is about those alone.
            if (!(carried && clause.facts.front() == "均已办结 0"))
                facts.insert(facts.end(), clause.facts.begin(), clause.facts.end());
            carried = clause.facts.front().find("结转") != std::string::npos;
        }
        std::sort(facts.begin(), facts.end());
        const std::string sentence = joined(clauses);
        const auto found = stated(sentence);
        if (found == facts) continue;
        INFO(sentence);
        CHECK(found == facts);
        break;
    }
}

TEST_CASE("clauses: one word that nobody knows, put anywhere, and nothing is stated") {
    SentenceMaker maker(20261202);
    for (int i = 0; i < sentences; ++i) {
        auto clauses = maker.make();
        // What comes after takes what it leaves out from the first clause.
        auto& pieces = clauses.front().pieces;
        const auto place = maker.among(static_cast<int>(pieces.size()) + 1);
        pieces.insert(pieces.begin() + place, maker.any({"龘", "靐龘", "鳜鲂"}));
        const std::string sentence = joined(clauses);
        const auto found = stated(sentence);
        if (found.empty()) continue;
        INFO(sentence);
        CHECK(found.empty());
        break;
    }
}

TEST_CASE("clauses: a wording is added by one line, as the guides say") {
    const std::string sentence = "全年收悉政府信息公开申请12件。";
    CHECK(stated(sentence).empty());
    for (const char* page : {"guide.zh.md", "guide.en.md", "forms.zh.md", "forms.en.md"}) {
        const std::string text = gouji::test::read_file(std::filesystem::path(GOUJI_ROOT) / "docs" / page);
        const std::size_t from = text.find("lexicon: cn-disclosure");
        REQUIRE(from != std::string::npos);
        auto files = gouji::test::shipped_files();
        files.push_back({"mine.yaml", text.substr(from, text.find("```", from) - from), true, false});
        const auto loaded = load_catalogue(files);
        REQUIRE(loaded);
        const auto own = std::find_if(loaded->editions.begin(), loaded->editions.end(),
            [](const Edition& one) { return one.form->id == "cn-disclosure-2021"; });
        CHECK(stated(sentence, *own) == std::vector<std::string>{"受理 12"});
    }
}

namespace {

std::vector<Letter> letters_of(std::u32string_view word) {
    std::vector<Letter> all;
    for (const char32_t one : word) all.push_back({one, static_cast<std::uint32_t>(all.size())});
    return all;
}

}  // namespace

// What is left out is left out for speed alone.
TEST_CASE("clauses: a sentence is left out only if it has none of the words") {
    std::size_t naming = 0;
    for (const Edition& one : gouji::test::shipped().editions) {
        const ValueSet be = one.words->find(WordClass::all, be_value).value_or(0);
        one.words->each_word([&](const KnownWord& word, std::u32string_view letters) {
            const std::u32string sentence = U"且 " + std::u32string(letters) + U" 之";
            const std::vector<Letter> all = letters_of(sentence);
            const bool counted = word.word_class == WordClass::what && (word.value & one.naming.counted()) != 0;
            if (counted || word.word_class == WordClass::part) {
                ++naming;
                CHECK(one.naming.may_name(all));
            }
            if (word.word_class == WordClass::part) CHECK(one.naming.begins_list(std::span(all).subspan(1)));
            const bool states = word.word_class == WordClass::no || word.word_class == WordClass::rate
                || (word.word_class == WordClass::all && word.value != be);
            if (states) CHECK(one.naming.may_state(all));
        });
    }
    CHECK(naming > 100);
    const NamingWords& words = edition().naming;
    CHECK(words.may_state(letters_of(U"共3件")));
    CHECK(words.may_name(letters_of(U"申 请数")));
    CHECK(words.may_name(letters_of(U"2023 年结转")));
    CHECK(!words.may_name(letters_of(U"组织观摩活动")));
    CHECK(!words.begins_list(letters_of(U"主要负责人其中")));
}

TEST_CASE("clauses: parts of a sum that no word tells of") {
    const auto lists = [](const std::string& prose) {
        const ProseFigures all = read(prose, edition(), "青禾县水利局");
        return std::count_if(
            all.mentions.begin(), all.mentions.end(), [](const Mention& one) { return one.form->parts; });
    };
    CHECK(lists("累计推出动态消息100条。县门户60条，县公众号40条。") == 1);
    CHECK(lists("累计推出动态消息100条。县门户60条，县公众号41条。") == 0);
    CHECK(lists("累计推出动态消息100条。县门户60次，县公众号40条。") == 0);
}
