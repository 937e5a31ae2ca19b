// SPDX-License-Identifier: Apache-2.0
#include "engine/check/readings/choose.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/tables/divide.hpp"
#include "grammar/filing/read_filing.hpp"
#include "grammar/filing/prose/sentences.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::has;
using gouji::test::value;

namespace {

const TableForm& requests() { return *gouji::test::shipped().form("cn-disclosure-2021")->form.table("申请"); }

std::vector<int> row_cells(int row) {
    std::vector<int> cells;
    for (int c = 0; c < 7; ++c) cells.push_back(requests().cell(row, c));
    return cells;
}

Division divide_row(const std::string& digits) {
    return divide_digits(digits, {{0, static_cast<std::uint32_t>(digits.size())}}, row_cells(0), requests());
}

/// All ways to cut the digits, written without any cleverness.
void cut(const std::string& digits, std::size_t at, std::vector<std::int64_t>& parts,
    std::vector<std::vector<std::int64_t>>& all) {
    if (parts.size() == 7) {
        if (at == digits.size()) all.push_back(parts);
        return;
    }
    for (std::size_t size = 1; size <= 9 && at + size <= digits.size(); ++size) {
        if (size > 1 && digits[at] == '0') return;
        parts.push_back(std::stoll(digits.substr(at, size)));
        cut(digits, at + size, parts, all);
        parts.pop_back();
    }
}

}  // namespace

TEST_CASE("divide: every division that agrees with the row's total, against a naive search") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        std::string digits;
        std::int64_t total = 0;
        for (int i = 0; i < 6; ++i) {
            const auto part = static_cast<std::int64_t>(random()
                % (random() % 3 == 0        ? 1U
                        : random() % 2 == 0 ? 12U
                                            : 130U));
            total += part;
            digits += std::to_string(part);
        }
        // One in four totals is wrong: then every division is kept, for the row itself is at fault.
        digits += std::to_string(total + (round % 4 == 0 ? 1 : 0));
        std::vector<std::vector<std::int64_t>> all;
        std::vector<std::int64_t> parts;
        cut(digits, 0, parts, all);
        const auto agrees = [](const std::vector<std::int64_t>& one) {
            return one[0] + one[1] + one[2] + one[3] + one[4] + one[5] == one[6];
        };
        std::vector<std::vector<std::int64_t>> wanted;
        std::copy_if(all.begin(), all.end(), std::back_inserter(wanted), agrees);
        const bool evidence = !wanted.empty() && wanted.size() != all.size();
        if (wanted.empty()) wanted = all;
        const Division made = divide_row(digits);
        INFO(digits);
        constexpr std::size_t most_readings = 512;
        if (wanted.size() > most_readings) {
            CHECK(made.too_many);
            continue;
        }
        REQUIRE_FALSE(made.too_many);
        REQUIRE(made.readings.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            for (std::size_t c = 0; c < 7; ++c) CHECK(made.readings[i].values[c] == Decimal(wanted[i][c]));
        }
        CHECK(made.evidence.empty() != evidence);
    }
}

namespace {

/// A count as it may be written: 0, 1234 or 1,234.
bool is_count(std::string_view text) {
    if (text.size() > 11 || (text.size() > 1 && text[0] == '0') || text[0] == ',') return false;
    if (text.find(',') == std::string_view::npos) return text.size() <= 9;
    const std::size_t first = text.find(',');
    if (first > 3) return false;
    for (std::size_t at = first; at < text.size(); at += 4) {
        if (text[at] != ',' || at + 4 > text.size() || text.substr(at + 1, 3).find(',') != std::string_view::npos)
            return false;
    }
    return true;
}

/// All ways to cut the text into seven counts, no separator left over.
void cut_counts(const std::string& text, std::size_t at, std::vector<std::string>& parts,
    std::vector<std::vector<std::string>>& all) {
    if (parts.size() == 7) {
        if (at == text.size()) all.push_back(parts);
        return;
    }
    for (std::size_t size = 1; at + size <= text.size(); ++size) {
        if (!is_count(std::string_view(text).substr(at, size))) continue;
        parts.push_back(text.substr(at, size));
        cut_counts(text, at + size, parts, all);
        parts.pop_back();
    }
}

}  // namespace

TEST_CASE("divide: separators of thousands hold their digits together, against a naive search") {
    std::mt19937 random(4);
    int several = 0;
    for (int round = 0; round < 300; ++round) {
        std::string text;
        std::int64_t total = 0;
        const auto write = [&](std::int64_t value) {
            std::string digits = std::to_string(value);
            if (random() % 4 != 0) {
                for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
                    digits.insert(static_cast<std::size_t>(at), ",");
            }
            text += digits;
        };
        for (int i = 0; i < 6; ++i) {
            const unsigned limits[] = {1, 1, 1, 12, 1300, 1'300'000};
            const auto part = static_cast<std::int64_t>(random() % limits[random() % 6]);
            total += part;
            write(part);
        }
        write(total);
        std::vector<std::vector<std::string>> all;
        std::vector<std::string> parts;
        cut_counts(text, 0, parts, all);
        const auto number = [](std::string digits) {
            std::erase(digits, ',');
            return std::stoll(digits);
        };
        std::vector<std::vector<std::string>> wanted;
        std::copy_if(all.begin(), all.end(), std::back_inserter(wanted), [&](const auto& one) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < 6; ++i) sum += number(one[i]);
            return sum == number(one[6]);
        });
        constexpr std::size_t most_readings = 512;
        const Division made = divide_row(text);
        INFO(text);
        REQUIRE(!wanted.empty());
        if (wanted.size() > most_readings) {
            CHECK(made.too_many);
            continue;
        }
        several += all.size() > 1 ? 1 : 0;
        CHECK(made.others_unknown == (all.size() > most_readings));
        if (!made.others_unknown) CHECK(made.others.values.size() == 7 * (all.size() - wanted.size()));
        REQUIRE(made.readings.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            for (std::size_t c = 0; c < 7; ++c) {
                CHECK(made.readings[i].values[c] == Decimal(number(wanted[i][c])));
                const Span span = made.readings[i].spans[c];
                CHECK(text.substr(span.start, span.size()) == wanted[i][c]);
            }
        }
    }
    CHECK(several > 100);
}

TEST_CASE("divide: borders between runs are kept, and too much is given up") {
    const Division two = divide_digits("12 00003 15", {{0, 2}, {3, 8}, {9, 11}}, row_cells(0), requests());
    REQUIRE(two.readings.size() == 1);
    CHECK(two.readings[0].values[0] == Decimal(12));
    CHECK(two.readings[0].values[6] == Decimal(15));
    CHECK(divide_digits("12 00003 15", {{0, 2}, {3, 8}, {9, 11}}, row_cells(0), requests()).readings[0].spans[6]
        == Span{9, 11});
    CHECK(divide_row("123").readings.empty());
    CHECK(divide_row("000000").readings.empty());
    CHECK(divide_row("0000000").readings.size() == 1);
    CHECK(divide_row("").readings.empty());
    CHECK(divide_row("1,23000001").readings.empty());
    CHECK(divide_row("1,234000001,234").readings.size() == 1);
    CHECK(divide_row("123456789000000").readings.empty() == false);
    CHECK(divide_row(std::string(30, '1')).too_many);
}

TEST_CASE("choose: combinations that break more relations than the best are set aside, with the reason") {
    const Filing filing =
        filing_of(gouji::test::read_file(std::string(GOUJI_ROOT) + "/examples/run-together-2022.txt"));
    const Table* table = filing.table("申请");
    REQUIRE(table);
    REQUIRE(table->searched);
    CHECK(table->least_broken == 2);
    bool aside = false;
    for (const auto& choice : table->choices) {
        for (const auto& reading : choice.readings) aside = aside || reading.set_aside;
    }
    CHECK(aside);
    CHECK(value(filing, "申请", "本年新收", "其他") == "11");
}

TEST_CASE("filings: the same figures in three layouts and two scripts") {
    const char* rows[][2] = {{"一、本年新收政府信息公开申请数量", "5,0,0,0,0,1,6"},
        {"二、上年结转政府信息公开申请数量", "1,0,0,0,0,0,1"}, {"（一）予以公开", "4,0,0,0,0,1,5"},
        {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1,0,0,0,0,0,1"},
        {"1.属于国家秘密", "0,0,0,0,0,0,0"}, {"2.其他法律行政法规禁止公开", "0,0,0,0,0,0,0"},
        {"（七）总计", "5,0,0,0,0,1,6"}, {"四、结转下年度继续办理", "1,0,0,0,0,0,1"}};
    const auto build = [&](const char* separator, const char* open, const char* close) {
        std::string text = "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
        for (const auto& [label, figures] : rows) {
            text += std::string(open) + label;
            std::string cells = figures;
            for (std::size_t at = 0; at < cells.size(); ++at) {
                if (cells[at] == ',') continue;
                text += separator;
                text += cells[at];
            }
            text += close;
        }
        return text + "四、政府信息公开行政复议、行政诉讼情况\n";
    };
    const std::string layouts[] = {
        build("\n", "", "\n"), build(" | ", "| ", " |\n"), build("   ", "", "\n"), build("", "", "")};
    for (const auto& text : layouts) {
        INFO(text);
        const Filing filing = filing_of(text);
        CHECK(filing.organ == "青禾县水利局");
        CHECK(filing.year == 2022);
        CHECK(value(filing, "申请", "本年新收", "自然人") == "5");
        CHECK(value(filing, "申请", "本年新收", "总计") == "6");
        CHECK(value(filing, "申请", "部分公开", "自然人") == "1");
        CHECK(value(filing, "申请", "总计", "其他") == "1");
        CHECK(value(filing, "申请", "无法提供.本机关不掌握", "自然人") == "absent");
    }
}

TEST_CASE("filings: blanks, dashes, slashes, broken and misspelled labels, page numbers") {
    const Filing filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "| 一、本年新收政府信息公开申请数量 | 3 |  | - | / | 0 | 0 | 3 |\n"
        "| 二、上年结转政府信息公开申请数量 | １２ | 1,234 | 0 | 0 | 0 | 0 | x |\n"
        "| （一）予以公开 | NaN | 1 | None | null | n/a | #N/A | 1 |\n"
        "| 2.其他法律行政止公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
        "| 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "| 5.要求行政机关确认或重\n新出具已获取信息 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n"
        "- 3 -\n"
        "| （七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "四、政府信息公开行政复议、行政诉讼情况\n");
    const struct {
        const char* row;
        const char* column;
        const char* value;
    } cases[] = {{"本年新收", "自然人", "3"}, {"本年新收", "商业企业", "blank"}, {"本年新收", "科研机构", "dash"},
        {"本年新收", "社会公益组织", "slash"}, {"上年结转", "自然人", "12"}, {"上年结转", "商业企业", "1234"},
        {"上年结转", "总计", "unreadable"}, {"其他法律行政法规禁止公开", "自然人", "2"},
        {"予以公开", "自然人", "blank"}, {"予以公开", "商业企业", "1"}, {"予以公开", "科研机构", "blank"},
        {"予以公开", "社会公益组织", "blank"}, {"予以公开", "法律服务机构", "blank"}, {"予以公开", "其他", "blank"},
        {"予以公开", "总计", "1"}, {"确认或重新出具", "总计", "7"}, {"总计", "总计", "0"}};
    for (const auto& one : cases) {
        INFO(one.row, " ", one.column);
        CHECK(value(filing, "申请", one.row, one.column) == one.value);
    }
    CHECK(filing.table("申请")->cell(requests().cell(5, 0)).basis == Basis::restored);
}

TEST_CASE("filings: tables that are pictures are told, and pictures beside tables are not") {
    const auto notices = [](const std::string& bytes) {
        const Result<Text> text = read_text({"a", bytes});
        REQUIRE(text);
        const Result<Filing> filing = read_filing(*text, gouji::test::shipped().editions, "a");
        REQUIRE(filing);
        std::string told;
        for (const Diagnostic& one : filing.diagnostics) told += one.code + ": " + one.message.en;
        return told;
    };
    const auto page = [](const std::string& table) {
        return "<html><h1>青禾县水利局2022年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>"
            + table + "<p>五、存在的主要问题及改进情况</p><p>解读形式单一。</p></html>";
    };
    const std::string all = "Tables were not found (主动公开、申请、复议诉讼), and the file has ";
    CHECK(has(notices(page("<img src=\"1.png\">")), "tables-pictured: " + all + "1 picture:"));
    CHECK(has(notices(page("<p><img src=1.png width=600></p><img src=2.png>")), "has 2 pictures:"));
    CHECK(has(
        notices("青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n![](表一.png)\n二、主动公开政府信息情况\n"),
        "has 1 picture:"));
    CHECK(notices(page("<img src=\"logo.png\" width=\"16\">")).empty());
    CHECK(notices(page("")).empty());
    // A table that the report may have, and no section asks for.
    CHECK(notices("青禾县水利局2016年政府信息公开工作年度报告\n一、概述\n按时公开。\n![](图.png)\n").empty());
}

TEST_CASE("sentences: their signs and empty lines end them, single line ends do not") {
    const struct {
        const char* in;
        std::vector<std::string> out;
    } cases[] = {
        {"", {}},
        {"。\n\n!?", {}},
        {"甲。乙!丙?丁", {"甲", "乙", "丙", "丁"}},
        {"甲\n乙。", {"甲\n乙"}},
        {"甲\n \n乙", {"甲", "乙"}},
        {"甲\n\n\n乙", {"甲", "\n乙"}},
        {"。。甲", {"甲"}},
        {"\n甲,乙;1.5", {"\n甲,乙;1.5"}},
    };
    for (const auto& one : cases) {
        INFO(one.in);
        // Of a stretch only: what stands around it belongs to no sentence.
        const Text text(glyphs_of("前" + std::string(one.in) + "\n后"));
        const std::uint32_t around = 3;
        std::vector<std::string> out;
        for (const Sentence& sentence : read_prose(text, "", {around, text.all().end - around - 1}).sentences) {
            out.emplace_back(text.view(sentence.span));
            const auto letters = text.letters(sentence.span);
            CHECK(sentence.letters.data() == letters.data());
            CHECK(sentence.letters.size() == letters.size());
        }
        CHECK(out == one.out);
    }
}

TEST_CASE("mentions: units, scope, clause and sentence") {
    const auto found = [](const std::string& prose) {
        const Filing filing = filing_of("青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n" + prose
            + "\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。\n");
        std::string text;
        for (const auto& mention : filing.mentions) {
            CHECK_FALSE(mention.text.starts_with(','));
            CHECK_FALSE(mention.text.ends_with(','));
            text += (text.empty() ? "" : "; ") + mention.form->fact;
            for (const auto& field : mention.fields) text += " " + field.value.to_string() + field.unit;
            for (const auto& scope : mention.scope) text += " [" + scope + "]";
        }
        return text;
    };
    const struct {
        const char* prose;
        const char* found;
    } cases[] = {
        {"全年受理政府信息公开申请1,234件。", "受理 1234件"},
        {"受理政府信息公开申请。另有12件来信。", ""},  // never across the end of a sentence
        {"办公室代表区政府受理政府信息公开申请17件。", "受理 17件 [办公室] [代表] [区政府]"},
        {"受理政府信息公开申请近300件。", "受理 300件 [近] [300件]"},  // 近 stands between: another phrase
        {"受理政府信息公开申请300余件。", "受理 300件 [300余件]"},
        {"未收到政府信息公开申请。", "受理 0"},
        {"受理政府信息公开申请十二件，结转下年度办理2件。", "受理 12件; 结转下年度 2件"},
        {"受理政府信息公开申请80元。", ""},  // money is no count
        {"2022年受理政府信息公开申请9件，2021年受理政府信息公开申请7件。", "受理 9件; 受理 7件 [2021年]"},
        {"2021年，我局受理政府信息公开申请7件。", "受理 7件 [2021年]"},
        {"受理政府信息公开申请9件，其中受理政府信息公开申请3件。", "受理 9件; 受理 3件 [其中]"},
        {"办理政府信息公开申请9件，其中予以公开7件。", "办理 9件; 予以公开 7件"},
        {"办理政府信息公开申请9件，予以公开的7件，部分公开的2件。信息公开类行政诉讼4件，均胜诉。",
            "办理 9件; 分项 9件 9件; 予以公开 7件; 部分公开 2件; 行政诉讼 4件; 均胜诉 0"},
        {"主动公开信息36件、依申请公开436件、不予公开43件。", ""},  // documents, not outcomes
        {"上年结转政府信息公开申请3件。", "上年结转 3件"},
        {"受理政府信息公开申请9件，办结8件。", "受理 9件; 办理 8件"},
        {"收到依申请公开9件（含网上7件），上年结转2件，同比增长5%，已全部办结11件。",
            "受理 9件; 上年结转 2件; 办理 11件"},
        {"受理政府信息公开申请9件，按时办结8件，办结留言5件。",
            "受理 9件; 办理 8件"},  // others may have been late, or be something else
        {"受理政府信息公开申请9件，留言7条，办结5件。", "受理 9件"},
        {"自然人新收申请7件，商业企业新收申请2件。", "自然人申请 7件; 商业企业申请 2件"},
        {"收到公民、法人和其他组织提出的政府信息公开申请9件，其中新收申请7件。", "受理 9件; 受理 7件 [其中]"},
        {"全年无行政复议。上年结转3件。", ""},
        {"行政复议案件2件，上年结转1件，结转下年度1件。", "分项 2件 2件"},
        {"信访30件。其中上年结转1件。", ""},
        // Of figures before the words the nearest counts, and none of a bracket that they do not stand in.
        {"受理政府信息公开申请12件、办结10件、2件结转下年度办理。", "受理 12件; 办理 10件; 结转下年度 2件"},
        {"全年共办结10件剩余2件转下年度办理。", ""},
        {"2件（含网上1件）结转下年度。", ""},
        {"受理申请12件（其中2件结转下年度）。", "受理 12件; 结转下年度 2件"},
        {"2件（1件为网上，1件为信函）结转至下年度。", "分项 2件 2件"},
        {"办结10件、结转下年度2件。", "结转下年度 2件"},  // which stands right behind them
        {"办结10件、结转下年度继续办理2件。", "结转下年度 2件"},
        {"信访30件，受理政府信息公开申请9件，上年结转1件。", "受理 9件; 上年结转 1件"},
        {"受理政府信息公开申请9件，均已办结。", "受理 9件; 均已办结 0"},
        {"受理政府信息公开申请9件，除2件外，均已办结。", "受理 9件"},
        {"受理政府信息公开申请9件，其中到期的7件均已办结。", "受理 9件"},
        {"受理政府信息公开申请9件，收到留言8条，均已办结。", "受理 9件"},
        {"收到建议申请9件，均已办结。", "受理 9件 [建议]"},
        {"上年结转政府信息公开申请9件，均已办结。", "上年结转 9件"},
        {"信息公开类行政诉讼4件，已审结的2件均胜诉。", "行政诉讼 4件"},
        {"行政复议4件，1件尚未审结，其余均获维持。", "复议未结 1件"},
        {"未发生政府信息公开行政复议、行政诉讼。", "行政复议 0; 行政诉讼 0"},
        {"没有发生因政府信息公开引起的行政复议，行政诉讼案件1件。", "行政复议 0; 行政诉讼 1件"},
        {"未收到政府信息公开行政复议申请。", "行政复议 0"},
        {"因信息公开引发行政复议2件、行政诉讼1件。", "行政复议 2件; 行政诉讼 1件"},
        {"信息公开行政复议、诉讼3件。", "复议和诉讼 3件"},
        {"政府信息公开行政复议和行政诉讼案件共计3件。", "复议和诉讼 3件"},
        {"未发生政府信息公开行政诉讼。", "行政诉讼 0"},
        {"未发生新的政府信息公开行政复议和行政诉讼案件。", "行政复议 0 [新]; 行政诉讼 0 [新]"},
        {"未发生政府信息公开行政复议、行政诉讼败诉案件。", ""},
        {"未发生政府信息公开行政复议被纠正的情况。", "复议纠正 0"},
        {"平台收到政府信息公开申请9件。", "受理 9件 [平台]"},
        {"查阅点接待200人次，受理政府信息公开申请2件。", "受理 2件 [查阅点]"},
        {"我局12月受理政府信息公开申请2件。", "受理 2件 [12月]"},
        {"共处理政府信息公开申请188件（新收185件、上年结转3件）。", "办理 188件; 受理 185件; 上年结转 3件"},
        {"办理建议提案30件（新收25件、上年结转5件）。", ""},
        {"政府信息公开申请数量为185件。", "受理 185件"},
        {"疫情期间受理政府信息公开申请2件。", "受理 2件 [疫情]"},
        {"各股室受理政府信息公开申请12件。", "受理 12件 [各股室]"},
        {"水政科受理政府信息公开申请5件，我科办理政府信息公开申请5件。", "受理 5件 [水政科]; 办理 5件 [我科]"},
        {"代县政府答复政府信息公开申请3件。", "办理 3件 [代] [县政府]"},
        {"受理依申请公开9件次。", "受理 9件次"},
        {"发出收费通知2件次，总金额260元，实际收到200元。", "收费通知 2件次; 应收费 260元 2件次; 实收费 200元"},
        {"应收信息处理费260元，实收信息处理费0元。", "应收费 260元; 实收费 0元"},
        {"按规定应收取信息处理费20元，经批准免收。", "应收费 20元; 实收费 20元 [应收取]"},
        {"共收取130元信息处理费。", "实收费 130元"},
        {"本年度收取信息处理费总金额为0.13万元。", "实收费 0.13万元"},
        {"收取信息处理费的总额共计0元。", "实收费 0元"},
    };
    for (const auto& one : cases) {
        INFO(one.prose);
        CHECK(found(one.prose) == one.found);
    }
}

TEST_CASE("titles and dates") {
    const struct {
        const char* text;
        const char* organ;
        int year;
        const char* published;
    } cases[] = {
        {"当前位置：首页\n青禾县水利局2022年政府信息公开工作年度报告\n发布时间：2023-01-13\n", "青禾县水利局", 2022,
            "2023-01-13"},
        {"青禾县水利局\n2022年度政府信息公开工作年度报告\n发布日期：2023年1月9日\n", "青禾县水利局", 2022,
            "2023-01-09"},
        {"2022年青禾县水利局政府信息公开工作年度报告\n时间：2023年13月9日\n", "青禾县水利局", 2022, ""},
        {"往年报告\n青禾县水利局2021年政府信息公开工作年度报告\n青禾县水利局2020年政府信息公开工作年度报告\n\n青禾县水"
         "利局2022年政府信息公开工作年度报告\n一、总体情况\n"
         "与青禾县水利局2021年政府信息公开工作年度报告相比有进步。\n",
            "青禾县水利局", 2022, ""},
        {"2022年政府信息公开工作年度报告\n发布机构：青禾县水利局\n一、总体情况\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局关于二〇二二年政府信息公开年度报告\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局2022年政府信息公开年报\n成文日期：2023-01-10 发布日期：[2023-01-12]\n", "青禾县水利局", 2022,
            "2023-01-12"},
        {"青禾县水利局2022年政府信息公开年报\n成文日期：2023-01-10 归档于2023-01-12\n", "青禾县水利局", 2022,
            "2023-01-10"},
        {"青禾县水利局2022年政府信息公开年报\n成文日期：2023-01-10\n附件成文日期：2023-01-08\n", "青禾县水利局", 2022,
            "2023-01-10"},
        {"青禾县水利局2022年政府信息公开年报\n更新时间：2023-05-10\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局2022年政府信息公开年报\n更新时间：2023-05-10\n时间：2023-01-12\n", "青禾县水利局", 2022,
            "2023-01-12"},
        {"青禾县水利局2022年政府信息公开年报\n2023-01-12 09:21:05 来源：本站 点击：3\n", "青禾县水利局", 2022,
            "2023-01-12"},
        {"青禾县水利局2022年政府信息公开年报\n2023年1月12日　信息来源：县水利局\n", "青禾县水利局", 2022, "2023-01-12"},
        {"青禾县水利局2022年政府信息公开年报\n（2023年1月12日）\n一、总体情况\n（2022年5月1日）\n", "青禾县水利局",
            2022, "2023-01-12"},
        {"青禾县水利局2022年政府信息公开年报\n一、总体情况\n2022年5月1日，我局公开（2022年5月1日）信息，来源：档案。\n",
            "青禾县水利局", 2022, ""},
        {"青禾县水利局2022年政府信息公开年报\n公布日期\n2023-01-12\n发布时间：2023-15-12\n", "青禾县水利局", 2022,
            "2023-01-12"},
        {"青禾县水利局2022年政府信息公开年报\n| 发布日期 | 2023-01-12 |\n", "青禾县水利局", 2022, "2023-01-12"},
        {"关于印发青禾县水利局2022年政府信息公开工作年度报告的通知\n", "青禾县水利局", 2022, ""},
        {"关于青禾县水利局二0二二年政府信息公开工作年度报告\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局二O二二年政府信息公开工作年度报告\n", "青禾县水利局", 2022, ""},
        {"2022年度青禾县水利局政务公开工作年报\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局政府信息公开工作2022年度报告\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局政府信息公开工作年度报告(2022)\n", "青禾县水利局", 2022, ""},
        {"青禾县水利局关于2022年度政府信息公开工作情况的报告\n", "青禾县水利局", 2022, ""},
        {"青禾县规划局（县林业局）2022年政府信息公开工作年度报告\n", "青禾县规划局(县林业局)", 2022, ""},
    };
    for (const auto& one : cases) {
        INFO(one.text);
        const Filing filing = filing_of(one.text);
        CHECK(filing.organ == one.organ);
        CHECK(filing.year == one.year);
        CHECK(filing.published == one.published);
    }
}

TEST_CASE("headings: of other words by their number, and no row of a table") {
    const struct {
        const char* line;
        bool heading;
    } cases[] = {
        {"一、总体情况", true},
        {"一、2022年政府信息公开工作总体情况", true},
        {"一、1.5亿元项目", false},
        {"六、其他需要报告事项", true},
        {"六、其他事项", true},
        {"六、其他处理", false},
        {"六、其他处理 3", false},
        {"四、行政复议、行政诉讼情况", true},
        {"四、结转下年度继续办理", false},
        {"四、结转下年度继续办理 0", false},
        {"一、做好主动公开。", false},
    };
    for (const auto& one : cases) {
        INFO(one.line);
        const Filing filing = filing_of(
            "青禾县水利局2022年政府信息公开工作年度报告\n" + std::string(one.line) + "\n本年度工作有序开展。\n");
        CHECK(filing.sections.size() == (one.heading ? 1U : 0U));
    }
}

TEST_CASE("headings: the words of the form alone on their line, numbered in any way") {
    const struct {
        const char* before;
        const char* behind;
        bool heading;
    } cases[] = {
        {"", "", true},
        {"  ", " ", true},
        {"第三部分 ", "", true},
        {"第3部分：", "", true},
        {"第三章", "", true},
        {"叁、", "", true},
        {"三 ", "", true},
        {"三", "", true},
        {"03 ", "", true},
        {"Ⅲ、", "", true},
        {"III. ", "", true},
        {"【", "】", true},
        {"● ", "", true},
        {"本年", "", false},
        {"三 ", "良好", false},
        {"上一节是第三部分第三章", "", false},
        {"", "。", false},
    };
    for (const auto& one : cases) {
        INFO(one.before);
        const std::string words = "收到和处理政府信息公开申请情况";
        const Filing filing = filing_of(
            "青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\n0\n0\n3\n行政规范性文件\n5\n1"
            "\n14\n"
            + std::string(one.before) + words + one.behind + "\n没有申请。\n");
        const auto found = std::find_if(filing.sections.begin(), filing.sections.end(),
            [](const Section& section) { return section.name == "申请情况"; });
        CHECK((found != filing.sections.end()) == one.heading);
        if (!one.heading) continue;
        // Its numbering is no figure of the row before it.
        CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "14");
        CHECK(found->prose == "没有申请。");
    }
}

TEST_CASE("filings: arbitrary texts of the right words never crash") {
    const char* pieces[] = {"一、本年新收政府信息公开申请数量", "（七）总计", "总计", "其他", "1.属于国家秘密", "|",
        "\n", "0", "157", "00011", "-", "/", "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况", "行政复议", "结果维持", " ", "。", "受理政府信息公开申请", "12件",
        "合计", "规章", "1,23", ".", "（", "青禾县水利局2022年政府信息公开工作年度报告"};
    std::mt19937 random(9);
    for (int round = 0; round < 400; ++round) {
        std::string text = "青禾县水利局2022年政府信息公开工作年度报告\n";
        for (int i = 0; i < 120; ++i) text += pieces[random() % std::size(pieces)];
        const Filing filing = filing_of(text);
        for (const auto& table : filing.tables) {
            for (const auto& cell : table.cells) CHECK(cell.span.end <= text.size());
        }
    }
}

TEST_CASE("tables: of the spellings of a row, with an ordinal and without, the first says which one is meant") {
    const auto loaded = load_catalogue({{"form.yaml", R"(form: own
family: own
titles: [ "{机关}{年份}年报" ]
sections: [ 甲: 一、甲 ]
tables:
  - table: 表
    section: 甲
    columns: [ 左, 右 ]
    rows:
      - 一: [ "1.其他事项", 其他事项 ]
      - 二: [ "2.其他事项", 其他事项 ]
      - 三: 三行
)"}});
    for (const auto& one : loaded.diagnostics) INFO(one.message.en);
    REQUIRE(loaded);
    const auto filing =
        read_filing(gouji::test::text_of("某县某局2022年报\n一、甲\n左 右\n2.其他事项\n5\n6\n三行\n7\n8\n"),
            loaded->editions, "own");
    REQUIRE(filing);
    const Table* table = filing->table("表");
    REQUIRE(table);
    CHECK(table->cell(table->layout->cell(0, 0)).presence == Presence::absent);
    CHECK(table->cell(table->layout->cell(1, 0)).value == Decimal(5));
    CHECK(table->cell(table->layout->cell(2, 1)).value == Decimal(8));
}
