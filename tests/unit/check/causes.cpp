// SPDX-License-Identifier: Apache-2.0
// Wrong cells, put into clean tables: that they are found, and named with their right values.
#include "engine/check/causes/cause.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/readings/plain_counts.hpp"
#include "engine/check/readings/infer.hpp"
#include "engine/check/causes/repair.hpp"
#include "engine/check/causes/slips.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
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
    for (const char* file :
        {"clean-2022.txt", "traditional-2020.txt", "page-2022.html", "tracked-2021.docx", "workbook-2022.xlsx"}) {
        const Result<Text> text =
            read_text({file, gouji::test::read_file(std::filesystem::path(GOUJI_ROOT) / "examples" / file)});
        REQUIRE(text);
        Result<Filing> filing = read_filing(*text, gouji::test::shipped().editions, file);
        REQUIRE(filing);
        choose_readings(*filing);
        Sample made{std::move(*filing), 0};
        const auto found = std::find_if(
            made.filing.tables.begin(), made.filing.tables.end(), [](const Table& one) { return one.name == "申请"; });
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
            case 0:
                if (at + 1 < made.size()) std::swap(made[at], made[at + 1]);
                break;
            case 1: made.erase(at, 1); break;
            case 2: made.insert(at, 1, made[at]); break;
            case 3: made[at] = static_cast<char>('0' + random() % 10); break;
            default: made = std::to_string(random() % (2 * static_cast<unsigned>(right.mantissa()) + 20)); break;
        }
        const auto value = Decimal::parse(made);
        if (value && *value != right) return Decimal(value->mantissa());
    }
}

/// `blank`: cells that have lost their number.
Judgement judged(const Sample& sample, const std::vector<Wrong>& wrong, const std::vector<int>& blank = {}) {
    Filing filing = sample.filing;
    for (const Wrong& one : wrong)
        filing.tables[sample.table].cells[static_cast<std::size_t>(one.cell)].value = one.value;
    for (const int one : blank)
        filing.tables[sample.table].cells[static_cast<std::size_t>(one)].presence = Presence::blank;
    infer_cells(filing);
    prepare_counts(filing);
    const Case given{&filing, nullptr};
    Judgement made = judge(given, gouji::test::shipped());
    find_causes(given, gouji::test::shipped(), made);
    return made;
}

bool is(const Suspect& suspect, const Sample& sample, int cell) {
    return suspect.at.table == "申请" && suspect.at.row == sample.layout().rows.leaf(sample.layout().row_of(cell)).path
        && suspect.at.column == sample.layout().columns.leaf(sample.layout().column_of(cell)).path
        && suspect.expected == sample.cell(cell).value;
}

/// All of the wrong cells among the candidates, with their right values: in one candidate each, of one finding or of
/// several.
bool names_all(const Judgement& judgement, const Sample& sample, const std::vector<Wrong>& wrong) {
    return std::all_of(wrong.begin(), wrong.end(), [&](const Wrong& one) {
        return std::any_of(judgement.findings.begin(), judgement.findings.end(), [&](const Finding& finding) {
            return std::any_of(finding.suspects.begin(), finding.suspects.end(),
                [&](const Suspect& suspect) { return is(suspect, sample, one.cell); });
        });
    });
}

std::string name_of(const Sample& sample, int cell) {
    return sample.layout().rows.leaf(sample.layout().row_of(cell)).path + ", "
        + sample.layout().columns.leaf(sample.layout().column_of(cell)).path;
}

/// All that the findings say, a line each: what is told, how many failures it explains, and each candidate with its
/// cells.
std::string written(const Judgement& judgement) {
    std::string out;
    for (const Finding& finding : judgement.findings) {
        const Verdict& told = judgement.verdicts[finding.representative];
        out += "  " + told.rule->id + " " + told.at.table + " " + told.at.row + told.at.column + told.at.fact + " of "
            + std::to_string(finding.explains.size()) + "\n";
        for (const Suspect& one : finding.suspects) {
            out += "    " + std::to_string(one.candidate) + " " + one.name + " " + one.printed + " -> "
                + one.expected.to_string() + (one.why.empty() ? "" : " (" + one.why.zh + ")") + "\n";
        }
    }
    return out;
}

/// Digits that run together, with an error that two of their readings share.
std::string with_two_readings() {
    // 21|1|0|0|1|11|34 and 21|1|0|0|11|1|34 break the same two columns, where 0 and 12 would break none.
    std::string text = gouji::test::read_file("examples/run-together-2022.txt");
    const std::pair<std::string_view, std::string_view> changes[] = {
        {"申请数量2110001133", "申请数量2110011134"}, {"结转下年度继续办理2000002", "结转下年度继续办理2000024"}};
    for (const auto& [from, to] : changes) {
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    }
    return text;
}

bool failed(const Judgement& judgement) {
    return std::any_of(judgement.verdicts.begin(), judgement.verdicts.end(),
        [](const Verdict& one) { return one.outcome == Outcome::fail && one.severity == Severity::error; });
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
                const auto told = std::find_if(judgement.findings.begin(), judgement.findings.end(),
                    [](const Finding& one) { return !one.suspects.empty(); });
                const bool named = told != judgement.findings.end() && is(told->suspects.front(), sample, cell);
                first += named ? 1 : 0;
                one_finding += named && told->explains.size() >= 2 ? 1 : 0;
            }
        }
    }
    std::printf("one wrong cell: %d changes, %d found, %d named first, %d with all their failures in one finding\n",
        changed, found, first, one_finding);
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
            const std::vector<Wrong> wrong = {
                {a, slipped(sample.cell(a).value, random)}, {b, slipped(sample.cell(b).value, random)}};
            const Judgement judgement = judged(sample, wrong);
            ++changed;
            found += failed(judgement) ? 1 : 0;
            named += names_all(judgement, sample, wrong) ? 1 : 0;
        }
    }
    std::printf(
        "two wrong cells: %d changes, %d found, %d with the pair among the candidates\n", changed, found, named);
    CHECK(changed >= 2'000);
    CHECK(found == changed);
    CHECK(named >= changed * 0.99);
}

TEST_CASE("cause: golden of what is told of wrong cells") {
    const std::vector<Sample> samples = clean_samples();
    std::mt19937 random(13);
    std::string out;
    for (int i = 0; i < 80; ++i) {
        const Sample& sample = samples[static_cast<std::size_t>(i) % samples.size()];
        const auto cells = static_cast<unsigned>(sample.layout().cells.size());
        // Cells with something in them: that is where slips are told from each other.
        const auto any = [&] {
            for (;;) {
                const int cell = static_cast<int>(random() % cells);
                if (!sample.cell(cell).value.is_zero() || random() % 8 == 0) return cell;
            }
        };
        // In one row or column sums share what is wrong, and several repairs are as small.
        const auto related = [&](int first) {
            for (;;) {
                const int cell = any();
                if (cell != first
                    && (sample.layout().row_of(cell) == sample.layout().row_of(first)
                        || sample.layout().column_of(cell) == sample.layout().column_of(first)))
                    return cell;
            }
        };
        std::vector<Wrong> wrong;
        std::vector<int> blank;
        const int count = i % 4 == 3 ? 1 : 1 + i % 4;
        for (int k = 0; k < count; ++k) {
            const int cell = k > 0 && i % 3 != 0 ? related(wrong.front().cell) : any();
            wrong.push_back({cell, slipped(sample.cell(cell).value, random)});
        }
        if (i % 4 == 3) blank.push_back(related(wrong.front().cell));
        if (i % 12 == 5) blank.push_back(related(wrong.front().cell));
        std::string what;
        for (const Wrong& one : wrong)
            what += (what.empty() ? "" : "; ") + name_of(sample, one.cell) + ": "
                + sample.cell(one.cell).value.to_string() + " became " + one.value.to_string();
        for (const int one : blank)
            what += "; " + name_of(sample, one) + ": " + sample.cell(one).value.to_string() + " is left out";
        out += what + "\n" + written(judged(sample, wrong, blank));
    }
    // Two readings that break as much: each has its own candidate.
    Filing read = gouji::test::filing_of(with_two_readings());
    Judgement judgement = judge({&read, nullptr}, gouji::test::shipped());
    find_causes({&read, nullptr}, gouji::test::shipped(), judgement);
    out += "two readings\n" + written(judgement);
    gouji::test::check_golden("causes.txt", out);
}

TEST_CASE("cause: slips have names") {
    const struct {
        std::optional<std::int64_t> printed;
        std::int64_t expected;
        const char* name;
    } cases[] = {
        {14, 41, "two adjacent digits swapped"},
        {1243, 1234, "two adjacent digits swapped"},
        {2134, 1234, "two adjacent digits swapped"},
        {1432, 1234, ""},
        {3214, 1234, ""},
        {1354, 1234, ""},
        {411, 41, "a digit written twice"},
        {441, 41, "a digit written twice"},
        {12344, 1234, "a digit written twice"},
        {11234, 1234, "a digit written twice"},
        {4, 41, "a digit left out"},
        {1, 41, "a digit left out"},
        {124, 1234, "a digit left out"},
        {123, 1234, "a digit left out"},
        {12, 1234, ""},
        {471, 41, "one digit too many"},
        {4177, 41, ""},
        {417, 41, "one digit too many"},
        {5, 0, "one digit wrong"},
        {10, 0, ""},
        {10, 1, "one digit too many"},
        {12'340'000, 1'234, "the unit may be wrong: 万元 for 元, or the other way round"},
        {1'234, 12'340'000, "the unit may be wrong: 万元 for 元, or the other way round"},
        {12'340'001, 1'234, ""},
        {4'100, 41, "too many or too few zeros"},
        {41, 4'100, "too many or too few zeros"},
        {41'000, 41, "too many or too few zeros"},
        {41, 41'000, "too many or too few zeros"},
        {410, 41, "one digit too many"},
        {41, 410, "a digit left out"},
        {43, 41, "one digit wrong"},
        {1254, 1234, "one digit wrong"},
        {77, 41, "the number of a neighbouring cell: a row or a column may have shifted"},
        {0, 41, "written as 0"},
        {0, 4, "one digit wrong"},
        {std::nullopt, 41, "left empty"},
        {95, 41, ""},
    };
    for (const auto& one : cases) {
        INFO(one.printed.value_or(-1), " ", one.expected, " ", std::string(one.name));
        CHECK(slip_between(one.printed, one.expected, {77, 0}).name.en == one.name);
    }
}

TEST_CASE("cause: the cells beside one are those of its row and its column") {
    int slipped_cells = 0;
    for (const Sample& sample : clean_samples()) {
        const TableForm& layout = sample.layout();
        const int columns = layout.columns.leaf_count();
        const int cells = static_cast<int>(layout.cells.size());
        for (int cell = 0; cell < cells; ++cell) {
            for (const int from : {cell - 1, cell + 1, cell - columns, cell + columns}) {
                if (from < 0 || from >= cells || sample.cell(from).value == sample.cell(cell).value) continue;
                std::vector<std::int64_t> beside;
                for (int other = 0; other < cells; ++other) {
                    const int rows_apart = std::abs(layout.row_of(other) - layout.row_of(cell));
                    const int columns_apart = std::abs(layout.column_of(other) - layout.column_of(cell));
                    if (rows_apart + columns_apart == 1) beside.push_back(sample.cell(other).value.mantissa());
                }
                const Judgement judgement = judged(sample, {{cell, sample.cell(from).value}});
                for (const Finding& finding : judgement.findings) {
                    if (finding.suspects.empty() || finding.suspects.front().at.row.empty()
                        || !is(finding.suspects.front(), sample, cell))
                        continue;
                    const Slip slip =
                        slip_between(sample.cell(from).value.mantissa(), sample.cell(cell).value.mantissa(), beside);
                    CHECK(finding.suspects.front().why.en == slip.name.en);
                    slipped_cells += slip.name.zh.find("相邻单元格") != std::string::npos ? 1 : 0;
                }
            }
        }
    }
    CHECK(slipped_cells > 50);
}

TEST_CASE("cause: the smallest repairs are those that trying everything finds") {
    std::mt19937 random(14);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    int singles = 0;
    for (int round = 0; round < 3000; ++round) {
        constexpr int variables = 5;
        std::vector<std::int64_t> values;
        for (int v = 0; v < variables; ++v) values.push_back(below(9));
        std::vector<Sum> sums;
        for (int s = 1 + below(4); s > 0; --s) {
            Sum sum;
            for (int v = 0; v < variables; ++v) {
                const int factor = below(2) == 0 ? 0 : below(4) == 0 ? 2 : below(2) == 0 ? 1 : -1;
                if (factor != 0) sum.terms.emplace_back(v, factor);
            }
            if (sum.terms.empty()) sum.terms.emplace_back(0, 1);
            for (const auto& [v, factor] : sum.terms) sum.constant += factor * values[static_cast<std::size_t>(v)];
            sums.push_back(std::move(sum));
        }
        // Of sums that hold one value or two are changed.
        for (int i = below(2); i >= 0; --i) values[static_cast<std::size_t>(below(variables))] = below(12);
        const auto all_hold = [&](const std::vector<std::int64_t>& now) {
            return std::all_of(sums.begin(), sums.end(), [&](const Sum& sum) {
                std::int64_t total = 0;
                for (const auto& [v, factor] : sum.terms) total += factor * now[static_cast<std::size_t>(v)];
                return total == sum.constant;
            });
        };
        const auto after = [&](const Repair& repair) {
            std::vector<std::int64_t> now = values;
            for (const CellChange& one : repair) now[static_cast<std::size_t>(one.variable)] = one.value;
            return now;
        };
        Repairs repairs(sums, values);
        CHECK(repairs.broken() == !all_hold(values));
        std::vector<Repair> wanted;
        for (int v = 0; v < variables && !all_hold(values); ++v) {
            for (std::int64_t value = 0; value < 60; ++value) {
                if (all_hold(after({{v, value}}))) wanted.push_back({{v, value}});
            }
        }
        std::vector<Repair> found = repairs.smallest();
        std::sort(found.begin(), found.end());
        for (const Repair& one : found) {
            CHECK(all_hold(after(one)));
            CHECK(repairs.repaired_by(one));
            CHECK(one.size() == found.front().size());
            CHECK((one.size() == 1) == !wanted.empty());
            for (const CellChange& change : one)
                CHECK((change.value >= 0 && change.value != values[static_cast<std::size_t>(change.variable)]));
        }
        if (!wanted.empty()) CHECK((found == wanted));
        singles += wanted.empty() ? 0 : 1;
        const Repair any = {{below(variables), below(9)}};
        CHECK(repairs.repaired_by(any) == all_hold(after(any)));
        for (int v = 0; v < variables; ++v) {
            std::vector<std::size_t> with;
            for (std::size_t s = 0; s < sums.size(); ++s) {
                if (std::any_of(
                        sums[s].terms.begin(), sums[s].terms.end(), [&](const auto& term) { return term.first == v; }))
                    with.push_back(s);
            }
            CHECK((repairs.sums_of(v, false) == with));
        }
    }
    CHECK(singles > 500);
}

TEST_CASE("cause: figures with places behind the point") {
    const gouji::test::Folder folder("decimal");
    const std::string rules = folder.put("halves.yaml", R"(form: halves
family: halves
years: 2000..2100
titles: [ "{机关}{年份}年度巡查情况表" ]
tables:
  - { table: 巡查, columns: [ 里程, 天数 ], rows: [ 上半年, 下半年, 合计 ] }
relations:
  - id: halves-add-up
    title: { zh: 相加, en: Sum }
    basis: 合计
    for: c in columns(巡查)
    check: 巡查[上半年, c] + 巡查[下半年, c] == 巡查[合计, c]
    message: { zh: "{left} {right}", en: "{left} {right}" }
    tests: [ { given: { 巡查: { 上半年: { 里程: 1 } } }, expect: { undecided: true } } ]
)");
    const auto check = [&](const std::string& row) {
        return gouji::test::run({"check", "--all", "--rules", rules, "--lang", "en", "-"},
            "青溪县河道所2020年度巡查情况表\n| 项目 | 里程 | 天数 |\n| 上半年 | 2.5 | 3 |\n| 下半年 | 3.25 | 4 |\n| "
            "合计 | "
                + row + " |\n")
            .out;
    };
    const std::string mile = check("5.85 | 7");
    for (const char* said :
        {"合计 is 5.85, should be 5.75", "上半年 is 2.5, should be 2.6", "下半年 is 3.25, should be 3.35"})
        CHECK_MESSAGE(gouji::test::has(mile, said), mile);
    const std::string day = check("5.75 | 8");
    for (const char* said : {"合计 is 8, should be 7", "上半年 is 3, should be 4", "下半年 is 4, should be 5"})
        CHECK_MESSAGE(gouji::test::has(day, said), day);
    CHECK(gouji::test::has(check("5.75 | 7"), "0 errors"));
    // Of figures in several units nothing is added up for a cause.
    const std::string units = check("5.85万元 | 7");
    CHECK(gouji::test::has(units, "halves-add-up"));
    CHECK_FALSE(gouji::test::has(units, "should be"));
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
    } cases[] = {{exchanged, "its number is swapped with that of another cell"},
        {rows, "the numbers of two rows are swapped"}, {shifted, "the whole row is shifted by one column"}};
    for (const auto& one : cases) {
        INFO(std::string(one.why));
        const Judgement judgement = judged(sample, one.wrong);
        const auto told = std::find_if(judgement.findings.begin(), judgement.findings.end(),
            [](const Finding& finding) { return !finding.suspects.empty(); });
        REQUIRE(told != judgement.findings.end());
        CHECK(told->suspects.front().why.en == one.why);
        CHECK(names_all(judgement, sample, {one.wrong.front()}));
    }
}

TEST_CASE("cause: no count is said to be below zero") {
    std::mt19937 random(15);
    for (const Sample& sample : clean_samples()) {
        for (int row = 0; row < sample.layout().rows.leaf_count(); ++row) {
            for (const int step : {-1, 1}) {
                // A row that slipped by a column, over whose end came what does not belong there.
                std::vector<Wrong> wrong;
                for (int column = 0; column < 7; ++column) {
                    const int from = column - step;
                    wrong.push_back({sample.layout().cell(row, column),
                        from < 0 || from > 6 ? Decimal(static_cast<std::int64_t>(random() % 400))
                                             : sample.cell(sample.layout().cell(row, from)).value});
                }
                for (const Finding& finding : judged(sample, wrong).findings) {
                    for (const Suspect& one : finding.suspects) CHECK_FALSE(one.expected < Decimal(0));
                }
            }
        }
    }
}

TEST_CASE("cause: under each of the readings that are left") {
    const std::string out = gouji::test::run({"check", "--all", "-"}, with_two_readings()).out;
    for (const char* said :
        {"本年新收 现为 1，应为 0", "本年新收 · 其他 现为 11，应为 12", "“本年新收”读作 21|1|0|0|1|11|34",
            "本年新收 现为 11，应为 0", "本年新收 · 其他 现为 1，应为 12", "“本年新收”读作 21|1|0|0|11|1|34"}) {
        CHECK_MESSAGE(gouji::test::has(out, said), said);
    }
    CHECK_FALSE(gouji::test::has(out, "21|10|0|1|1|1|34）"));
}
