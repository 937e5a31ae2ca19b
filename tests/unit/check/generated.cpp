// SPDX-License-Identifier: Apache-2.0
// Properties over generated filings: consistent ones give no finding in any layout; one wrong cell is never passed
// over.
#include "engine/check/verdicts/judge.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace gouji;

namespace {

constexpr unsigned scales[] = {3, 12, 60, 400, 5000, 90000};

const Form& form_named(const char* id) { return gouji::test::shipped().form(id)->form; }

int count(const Judgement& judgement, Outcome outcome) {
    return static_cast<int>(std::count_if(judgement.verdicts.begin(), judgement.verdicts.end(),
        [&](const Verdict& one) { return one.outcome == outcome && one.severity != Severity::note; }));
}

/// A filing with one wrong cell in its table of applications, read and judged.
struct Wrong {
    corpus::Figures figures;
    Filing filing;
    Judgement judgement;
};

Wrong with_wrong_cell(const Form& form, unsigned seed, unsigned scale, int cell, std::int64_t more,
    std::string (*write)(const corpus::Document&)) {
    Wrong made{corpus::make_figures(form, seed, scale), {}, {}};
    Decimal& value = made.figures.tables.at("申请")[static_cast<std::size_t>(cell)];
    value = *add(value, Decimal(more));
    made.filing = gouji::test::filing_of(write(corpus::compose(form, made.figures, seed)));
    made.judgement = judge({&made.filing, nullptr}, gouji::test::shipped());
    return made;
}

/// The figures of all tables, nothing for a cell without one.
std::vector<std::optional<Decimal>> cells_of(const std::string& read) {
    std::vector<std::optional<Decimal>> cells;
    for (const Filing filing = gouji::test::filing_of(read); const Table& table : filing.tables) {
        for (const Cell& one : table.cells)
            cells.push_back(one.presence == Presence::number ? std::optional(one.value) : std::nullopt);
    }
    return cells;
}

}  // namespace

TEST_CASE("generated: nothing is found in consistent filings") {
    for (const char* id : {"cn-disclosure-2021", "cn-disclosure-2019"}) {
        const Form& form = form_named(id);
        for (unsigned seed = 0; seed < 36; ++seed) {
            const corpus::Document document =
                corpus::compose(form, corpus::make_figures(form, seed, scales[seed % std::size(scales)]), seed);
            for (const auto write : {corpus::write_cells, corpus::write_bars, corpus::write_joined}) {
                const std::string text = write(document);
                INFO(text);
                const Filing filing = gouji::test::filing_of(text);
                for (const Verdict& one : judge({&filing, nullptr}, gouji::test::shipped()).verdicts) {
                    if (one.severity == Severity::note || one.outcome != Outcome::fail) continue;
                    CHECK_MESSAGE(false, one.rule->id, " ", one.at.table, " ", one.at.row, one.at.column, one.at.fact,
                        " ", one.message.zh);
                }
            }
        }
    }
}

TEST_CASE("generated: one wrong cell, anywhere, is found") {
    const Form& form = form_named("cn-disclosure-2021");
    for (int cell = 0; cell < static_cast<int>(form.table("申请")->cells.size()); ++cell) {
        INFO(cell);
        const Wrong made =
            with_wrong_cell(form, 5, 60, cell, 1 + cell % 9, cell % 2 == 0 ? corpus::write_cells : corpus::write_bars);
        CHECK(count(made.judgement, Outcome::fail) >= 2);
    }
}

TEST_CASE("generated: one wrong cell among digits that run together is never read wrong in silence, nor passed over") {
    const Form& form = form_named("cn-disclosure-2021");
    const TableForm& layout = *form.table("申请");
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 random(seed);
        const int cell = static_cast<int>(random() % layout.cells.size());
        const Wrong made = with_wrong_cell(form, seed, scales[seed % std::size(scales)], cell,
            1 + static_cast<std::int64_t>(random() % 30), corpus::write_joined);
        INFO("seed ", seed);
        const Table* table = made.filing.table("申请");
        REQUIRE(table);
        for (std::size_t i = 0; i < layout.cells.size(); ++i) {
            const Cell& read = table->cell(static_cast<int>(i));
            if (read.presence == Presence::number && read.certain)
                CHECK(read.value == made.figures.tables.at("申请")[i]);
        }
        CHECK(count(made.judgement, Outcome::fail) + count(made.judgement, Outcome::undecided) > 0);
    }
}

TEST_CASE("generated: years that go on from each other agree") {
    const Form& form = form_named("cn-disclosure-2021");
    for (unsigned seed = 0; seed < 40; ++seed) {
        const corpus::Figures first = corpus::make_figures(form, seed, scales[seed % std::size(scales)]);
        corpus::Figures second = corpus::make_figures(form, seed + 1000, scales[(seed + 1) % std::size(scales)]);
        corpus::continue_from(form, first, second);
        const Filing before =
            gouji::test::filing_of(corpus::write_cells(corpus::compose(form, first, seed, {"青禾县水利局", 2021, 6})));
        const Filing now = gouji::test::filing_of(
            corpus::write_cells(corpus::compose(form, second, seed + 1000, {"青禾县水利局", 2022, 6})));
        for (const Verdict& one : judge({&now, &before}, gouji::test::shipped()).verdicts) {
            if (one.outcome == Outcome::fail && one.rule->id != "text-copied")
                CHECK_MESSAGE(false, one.rule->id, " ", one.at.row, one.at.column, " ", one.message.zh);
        }
    }
}

TEST_CASE("generated: fingerprints differ in a filing and between filings, and stay when its figures change") {
    const Form& form = form_named("cn-disclosure-2021");
    const auto prints_of = [&](const std::string& organ, int year, unsigned seed, bool only_places = false) {
        const Filing filing = gouji::test::filing_of(
            corpus::write_cells(corpus::compose(form, corpus::make_figures(form, seed, 60), 1, {organ, year, 6})));
        std::set<std::uint64_t> prints;
        const Judgement judgement = judge({&filing, nullptr}, gouji::test::shipped());
        for (const Verdict& one : judgement.verdicts) prints.insert(one.fingerprint);
        CHECK(prints.size() == judgement.verdicts.size());
        // What is said in prose is known by what it says, and by its place when that changes.
        if (only_places) {
            prints.clear();
            for (const Verdict& one : judgement.verdicts)
                prints.insert(one.former != 0 ? place_in_fingerprint(one.fingerprint) : one.fingerprint);
        }
        return prints;
    };
    std::set<std::uint64_t> all;
    std::size_t verdicts = 0;
    for (unsigned organ = 0; organ < 40; ++organ) {
        for (const int year : {2022, 2023}) {
            const auto own = prints_of(corpus::organ_named(organ), year, organ);
            verdicts += own.size();
            all.insert(own.begin(), own.end());
        }
    }
    CHECK(verdicts > 10000);
    CHECK(all.size() == verdicts);
    CHECK(prints_of("青禾县水利局", 2022, 1, true) == prints_of("青禾县水利局", 2022, 2, true));
}

TEST_CASE("generated: what belongs to the page stands between figures, and changes none") {
    const Form& form = form_named("cn-disclosure-2021");
    const std::string text =
        corpus::write_cells(corpus::compose(form, corpus::make_figures(form, 7, 60), 7, {"青禾县水利局", 2022, 6}));
    const auto plain = cells_of(text);
    CHECK(plain.size() > 200);
    const auto first = text.find("二、上年结转");
    REQUIRE(first != std::string::npos);
    // Between rows, and between the figures of one.
    const auto with = [&](const std::string& line) {
        std::string made = text.substr(0, first);
        int lines = 0;
        for (std::size_t at = first; at < text.size();) {
            const std::size_t end = text.find('\n', at) + 1;
            if (++lines % 5 == 0 && lines < 80) made += line + "\n";
            made += text.substr(at, end - at);
            at = end;
        }
        return made;
    };
    for (const char* line : {"- 3 -", "— 12 —", "第3页", "  第 3 页 共 7 页", "第3页/共7页", "共7页，第3页", "3/7",
             "青禾县水利局2022年政府信息公开工作年度报告", "2022年政府信息公开 工作年度报告", "2023/1/19 9:05",
             "2023年1月19日 星期四 09:05:33    信息公开年报_青禾县",
             "https://www.qinghe.example.cn/xxgk/t20230119_55.html      3/7", "  http://qinghe.example.cn",
             "file:///C:/年报.html", "\n\n- 3 -\n青禾县水利局2022年政府信息公开工作年度报告\n"}) {
        INFO(std::string(line));
        CHECK(cells_of(with(line)) == plain);
    }
    // A figure alone, or the report of another organ, is no line of the page.
    for (const char* line : {"3", "第三方", "2023", "12:30", "网址", "云岭市林业局2022年政府信息公开工作年度报告"}) {
        INFO(std::string(line));
        CHECK(cells_of(with(line)) != plain);
    }
}

TEST_CASE("generated: labels as converters leave them are the same labels") {
    const Form& form = form_named("cn-disclosure-2021");
    const std::string text =
        corpus::write_cells(corpus::compose(form, corpus::make_figures(form, 7, 60), 7, {"青禾县水利局", 2022, 6}));
    const auto plain = cells_of(text);
    const struct {
        const char* from;
        const char* to;
    } changes[] = {
        {"1.属于国家秘密", "1\\.属于国家秘密"},  // Markdown where no list is meant
        {"三、本年度办理结果", "三 、"},         // a label that is cut off and set with blanks
        {"行政规范性文件", "行政规范性\n\n\n\n文件"},
        {"（七）总计", "（七）合计"},
    };
    for (const auto& one : changes) {
        INFO(std::string(one.from));
        CHECK(cells_of(gouji::test::replaced(text, one.from, one.to)) == plain);
    }
}

TEST_CASE("generated: organs have names of their own") {
    std::set<std::string> names;
    for (unsigned i = 0; i < 50000; ++i) names.insert(corpus::organ_named(i));
    CHECK(names.size() == 50000);
}

TEST_CASE("generated: a condition asked of every cell is written once") {
    const Form& form = form_named("cn-disclosure-2021");
    const gouji::test::Folder folder("written");
    const std::string page = folder.put("blank.html",
        corpus::layout_named("page: zeros left empty")
            ->write(corpus::compose(form, corpus::make_figures(form, 1, 60), 1)));
    CHECK(gouji::test::has(gouji::test::run({"check", "--format", "json", page}).out, "count(missing × 175) = "));
}

TEST_CASE("generated: where an index of patterns names none, none matches") {
    for (const Edition& edition : gouji::test::shipped().editions) {
        for (unsigned seed = 0; seed < 6; ++seed) {
            const Form& form = form_named("cn-disclosure-2021");
            const Text read = gouji::test::text_of(
                corpus::write_columns(corpus::compose(form, corpus::make_figures(form, seed, 60), seed, {"", 0, 40})));
            const std::string_view text = read.characters();
            FigureReader figures(text, form.units);
            std::vector<int> likely;
            int matches = 0;
            for (const Letter& letter : read.letters()) {
                edition.phrase_index.find(figures, letter, text.size(), likely);
                for (std::size_t p = 0; p < edition.phrases.size(); ++p) {
                    if (!edition.phrases[p].pattern.match(figures, letter.at, text.size())) continue;
                    ++matches;
                    // A match that begins with blanks begins again behind them.
                    const bool blank = letter.code == U' ' || letter.code == U'\n';
                    CHECK((blank || std::find(likely.begin(), likely.end(), static_cast<int>(p)) != likely.end()));
                }
            }
            if (edition.form == &form) CHECK(matches > 0);
        }
    }
}
