// SPDX-License-Identifier: Apache-2.0
// Wrong cells, put into clean tables: that they are found, and named with their right values.
#include "engine/check/cause.hpp"
#include "engine/check/choose.hpp"
#include "engine/check/repair.hpp"
#include "engine/check/slips.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace gouji;

namespace {

/// A consistent filing of the samples, its table of applications the one that is changed.
struct Sample {
    Filing filing;
    std::size_t table = 0;

    [[nodiscard]] const TableForm& layout() const { return *filing.tables[table].layout; }
    [[nodiscard]] const Cell& cell(int index) const { return filing.tables[table].cell(index); }
};

std::vector<Sample> clean_samples() {
    std::vector<Sample> all;
    for (const char* file : {"clean-2022.txt", "traditional-2020.txt", "page-2022.html", "tracked-2021.docx", "workbook-2022.xlsx"}) {
        const Result<Text> text = read_text({file, gouji::test::read_file(std::filesystem::path(GOUJI_ROOT) / "examples" / file)});
        REQUIRE(text);
        Result<Filing> filing = read_filing(*text, gouji::test::shipped().editions, file);
        REQUIRE(filing);
        choose_readings(*filing);
        Sample made{std::move(*filing), 0};
        const auto found = std::find_if(made.filing.tables.begin(), made.filing.tables.end(), [](const Table& one) { return one.name == "申请"; });
        REQUIRE(found != made.filing.tables.end());
        made.table = static_cast<std::size_t>(found - made.filing.tables.begin());
        all.push_back(std::move(made));
    }
    return all;
}

struct Wrong {
    int cell = 0;
    Decimal value;
};

/// Another number: with digits exchanged, dropped, doubled or wrong, or any other.
Decimal slipped(const Decimal& right, std::mt19937& random) {
    const std::string digits = right.to_string();
    for (;;) {
        std::string made = digits;
        const std::size_t at = random() % digits.size();
        switch (random() % 5) {
            case 0: if (at + 1 < made.size()) std::swap(made[at], made[at + 1]); break;
            case 1: made.erase(at, 1); break;
            case 2: made.insert(at, 1, made[at]); break;
            case 3: made[at] = static_cast<char>('0' + random() % 10); break;
            default: made = std::to_string(random() % (2 * static_cast<unsigned>(right.mantissa()) + 20)); break;
        }
        const auto value = Decimal::parse(made);
        if (value && *value != right) return Decimal(value->mantissa());
    }
}

Judgement judged(const Sample& sample, const std::vector<Wrong>& wrong) {
    Filing filing = sample.filing;
    for (const Wrong& one : wrong) filing.tables[sample.table].cells[static_cast<std::size_t>(one.cell)].value = one.value;
    prepare_counts(filing);
    const Case given{&filing, nullptr};
    Judgement made = judge(given, gouji::test::shipped());
    find_causes(given, gouji::test::shipped(), made);
    return made;
}

bool is(const Suspect& suspect, const Sample& sample, int cell) {
    return suspect.at.table == "申请" && suspect.at.row == sample.layout().rows.leaf(sample.layout().row_of(cell)).path && suspect.at.column == sample.layout().columns.leaf(sample.layout().column_of(cell)).path &&
           suspect.expected == sample.cell(cell).value;
}

/// All of the wrong cells among the candidates, with their right values: in one candidate each, of one finding or of several.
bool names_all(const Judgement& judgement, const Sample& sample, const std::vector<Wrong>& wrong) {
    return std::all_of(wrong.begin(), wrong.end(), [&](const Wrong& one) {
        return std::any_of(judgement.findings.begin(), judgement.findings.end(), [&](const Finding& finding) {
            return std::any_of(finding.suspects.begin(), finding.suspects.end(), [&](const Suspect& suspect) { return is(suspect, sample, one.cell); });
        });
    });
}

bool failed(const Judgement& judgement) {
    return std::any_of(judgement.verdicts.begin(), judgement.verdicts.end(), [](const Verdict& one) { return one.outcome == Outcome::fail && one.severity == Severity::error; });
}

}  // namespace

TEST_CASE("cause: of one wrong cell, the cell and its value are named first") {
    std::mt19937 random(11);
    int changed = 0;
    int found = 0;
    int first = 0;
    int one_finding = 0;
    for (const Sample& sample : clean_samples()) {
        for (int cell = 0; cell < static_cast<int>(sample.layout().cells.size()); ++cell) {
            for (int again = 0; again < 3; ++again) {
                const std::vector<Wrong> wrong = {{cell, slipped(sample.cell(cell).value, random)}};
                const Judgement judgement = judged(sample, wrong);
                ++changed;
                found += failed(judgement) ? 1 : 0;
                const auto told = std::find_if(judgement.findings.begin(), judgement.findings.end(), [](const Finding& one) { return !one.suspects.empty(); });
                const bool named = told != judgement.findings.end() && is(told->suspects.front(), sample, cell);
                first += named ? 1 : 0;
                one_finding += named && told->explains.size() >= 2 ? 1 : 0;
            }
        }
    }
    std::printf("one wrong cell: %d changes, %d found, %d named first, %d with all their failures in one finding\n", changed, found, first, one_finding);
    CHECK(changed >= 2'000);
    CHECK(found == changed);
    CHECK(first >= changed * 0.99);
}

TEST_CASE("cause: of two wrong cells, the pair is among the candidates") {
    std::mt19937 random(12);
    int changed = 0;
    int found = 0;
    int named = 0;
    for (const Sample& sample : clean_samples()) {
        const auto cells = static_cast<unsigned>(sample.layout().cells.size());
        for (int i = 0; i < 420; ++i) {
            const int a = static_cast<int>(random() % cells);
            const int b = static_cast<int>((static_cast<unsigned>(a) + 1 + random() % (cells - 1)) % cells);
            const std::vector<Wrong> wrong = {{a, slipped(sample.cell(a).value, random)}, {b, slipped(sample.cell(b).value, random)}};
            const Judgement judgement = judged(sample, wrong);
            ++changed;
            found += failed(judgement) ? 1 : 0;
            named += names_all(judgement, sample, wrong) ? 1 : 0;
        }
    }
    std::printf("two wrong cells: %d changes, %d found, %d with the pair among the candidates\n", changed, found, named);
    CHECK(changed >= 2'000);
    CHECK(found == changed);
    CHECK(named >= changed * 0.99);
}

TEST_CASE("cause: slips have names") {
    const struct {
        std::optional<std::int64_t> printed;
        std::int64_t expected;
        const char* name;
    } cases[] = {
        {14, 41, "two digits exchanged"}, {411, 41, "a digit written twice"}, {4, 41, "a digit left out"}, {471, 41, "a digit too many"}, {12'340'000, 1'234, "the unit may be wrong: 万元 for 元, or the other way round"},
        {4'100, 41, "zeros too many or too few"}, {43, 41, "one digit wrong"}, {77, 41, "the number of a cell beside it: a row or a column may have slipped"}, {0, 41, "written as 0"}, {std::nullopt, 41, "left empty"}, {95, 41, ""},
    };
    for (const auto& one : cases) {
        INFO(one.expected, " ", one.name);
        CHECK(slip_between(one.printed, one.expected, {77}).name.en == one.name);
    }
}

TEST_CASE("cause: numbers that moved") {
    const Sample sample = clean_samples().front();
    const TableForm& layout = sample.layout();
    const auto cell = [&](int row, int column) { return layout.cell(row, column); };
    const auto value = [&](int row, int column) { return sample.cell(cell(row, column)).value; };
    // 上年结转 and 予以公开 stand on two sides of a sum; rows of one side may change places, and no sum would tell.
    std::vector<Wrong> exchanged = {{cell(0, 0), value(0, 1)}, {cell(0, 1), value(0, 0)}};
    std::vector<Wrong> rows;
    std::vector<Wrong> shifted = {{cell(0, 0), Decimal(0)}};
    for (int column = 0; column < 7; ++column) {
        rows.push_back({cell(1, column), value(2, column)});
        rows.push_back({cell(2, column), value(1, column)});
        if (column > 0) shifted.push_back({cell(0, column), value(0, column - 1)});
    }
    const struct {
        const std::vector<Wrong>& wrong;
        const char* why;
    } cases[] = {{exchanged, "its number and another stand in each other's place"}, {rows, "two rows stand in each other's place"}, {shifted, "the row slipped by a column"}};
    for (const auto& one : cases) {
        INFO(std::string(one.why));
        const Judgement judgement = judged(sample, one.wrong);
        const auto told = std::find_if(judgement.findings.begin(), judgement.findings.end(), [](const Finding& finding) { return !finding.suspects.empty(); });
        REQUIRE(told != judgement.findings.end());
        CHECK(told->suspects.front().why.en == one.why);
        CHECK(names_all(judgement, sample, {one.wrong.front()}));
    }
}

TEST_CASE("cause: under each of the readings that are left") {
    // 21|1|0|0|1|11|34 and 21|1|0|0|11|1|34 break the same two columns, where 0 and 12 would break none.
    std::string text = gouji::test::read_file("examples/run-together-2022.txt");
    const std::pair<std::string_view, std::string_view> changes[] = {{"申请数量2110001133", "申请数量2110011134"}, {"结转下年度继续办理2000002", "结转下年度继续办理2000024"}};
    for (const auto& [from, to] : changes) {
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    }
    const std::string out = gouji::test::run({"check", "-"}, text).out;
    for (const char* said : {"申请[本年新收, 法律服务机构] 现为 1，应为 0", "申请[本年新收, 其他] 现为 11，应为 12", "“本年新收”读作 21|1|0|0|1|11|34", "申请[本年新收, 法律服务机构] 现为 11，应为 0", "申请[本年新收, 其他] 现为 1，应为 12",
             "“本年新收”读作 21|1|0|0|11|1|34"}) {
        CHECK_MESSAGE(gouji::test::has(out, said), said);
    }
    CHECK_FALSE(gouji::test::has(out, "21|10|0|1|1|1|34）"));
}
