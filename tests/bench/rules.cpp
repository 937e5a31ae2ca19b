// SPDX-License-Identifier: Apache-2.0
// What rules cost: loading 200 and 500 of them, and evaluating the standard rules beside the same checks written by
// hand in C++. The ratio of the two is printed at the end. usage: bench_rules RULES_FOLDER FILING
#include "engine/check/readings/choose.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/corpus/files.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <optional>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

using corpus::read_file;
using corpus::rule_files;

/// Rules as an auditor writes them: with titles, messages in both languages, and two tests each.
std::string many_rules(int count) {
    constexpr std::array rows = {"本年新收", "上年结转", "予以公开", "部分公开", "国家秘密", "行政查询事项",
        "没有现成信息", "重复申请", "总计", "结转下年度"};
    std::string out;
    for (int i = 0; i < count; ++i) {
        const std::string a = rows[static_cast<std::size_t>(i) % rows.size()];
        const std::string b = rows[static_cast<std::size_t>(i / 7 + 1) % rows.size()];
        const std::string limit = std::to_string(1000 + i);
        out += "- id: own-" + std::to_string(i) + "\n  title: { zh: 某项过大, en: A figure is too large }\n "
                " basis: 某项规定第三条\n  forms: [ cn-disclosure-2021 ]\n  for: c in columns(申请)\n  check: "
                "申请[" + a + ", c] + 申请[" + b +
               ", c] <= 申请[总计, c] + " + limit + "\n  message: { zh: \"“{c}”列为 {left}，不得超过 {right}。\", "
                       "en: \"Column {c} is {left}, at most {right}.\" }\n  tests:\n    - given: { 申请: { "
                       "予以公开: [ 3, 1, 0, 0, 0, 2, 6 ] } }\n      expect: pass\n    - given: { 申请: { " +
               a + ": { 自然人: 9000 } } }\n      expect: { fail: [ { c: 自然人 } ] }\n";
    }
    return out;
}

/// Nine of the standard rules by hand, for the form of 2021: no names, no tables of rules, the positions written down.
class ByHand {
public:
    std::array<int, 7> outcomes{};

    explicit ByHand(const Filing& filing) : filing_(filing) {
        const Table* requests = filing.table("申请");
        const Table* reviews = filing.table("复议诉讼");
        for (const char* name : {"主动公开", "申请", "复议诉讼"})
            count(filing.table(name) ? Outcome::pass : Outcome::fail);
        if (requests) check_requests(*requests);
        if (reviews) check_reviews(*reviews);
        check_narrative(requests, reviews);
        check_fees(requests);
        count(Outcome::not_applicable);  // no table of the report's own
    }

private:
    using Figure = std::optional<std::int64_t>;

    void count(Outcome outcome) { ++outcomes[static_cast<std::size_t>(outcome)]; }

    static Figure at(const Table& table, int row, int column, int width) {
        const Cell& cell = table.cells[static_cast<std::size_t>(row * width + column)];
        if (cell.presence != Presence::number || cell.value.places() != 0) return std::nullopt;
        return cell.value.mantissa();
    }

    void equal(Figure left, Figure right) {
        count(!left || !right ? Outcome::undecided : *left == *right ? Outcome::pass : Outcome::fail);
    }

    static Figure plus(Figure a, Figure b) { return a && b ? Figure(*a + *b) : std::nullopt; }

    void check_requests(const Table& table) {
        constexpr int width = 7;
        constexpr int received = 0, carried_in = 1, first_outcome = 2, handled = 23, carried_out = 24;
        for (int c = 0; c < width; ++c) {
            Figure sum = 0;
            for (int r = first_outcome; r < handled; ++r) sum = plus(sum, at(table, r, c, width));
            equal(sum, at(table, handled, c, width));
            equal(plus(at(table, received, c, width), at(table, carried_in, c, width)),
                plus(at(table, handled, c, width), at(table, carried_out, c, width)));
        }
        for (int r = 0; r <= carried_out; ++r) {
            Figure sum = 0;
            for (int c = 0; c + 1 < width; ++c) sum = plus(sum, at(table, r, c, width));
            equal(sum, at(table, r, width - 1, width));
        }
    }

    void check_reviews(const Table& table) {
        constexpr int width = 5;
        for (int r = 0; r < 3; ++r) {
            Figure sum = 0;
            for (int c = 0; c + 1 < width; ++c) sum = plus(sum, at(table, r, c, width));
            equal(sum, at(table, r, width - 1, width));
        }
    }

    /// The figure of a statement against those that it may stand for.
    void check_narrative(const Table* requests, const Table* reviews) {
        bool any = false;
        for (const Mention& mention : filing_.mentions) {
            const std::string& kind = mention.form->kind;
            if (kind != "申请件数" && kind != "申请人" && kind != "办理结果" && kind != "复议诉讼件数") continue;
            any = true;
            const Table* table = kind == "复议诉讼件数" ? reviews : requests;
            if (!table) {
                count(Outcome::undecided);
                continue;
            }
            const std::int64_t stated = mention.fields.front().value.mantissa();
            bool found = false;
            bool open = false;
            for (const Figure& one : meanings(mention.form->fact, *table)) {
                open = open || !one;
                found = found || (one && *one == stated);
            }
            count(found ? Outcome::pass : open || !mention.scope.empty() ? Outcome::undecided : Outcome::fail);
        }
        if (!any) count(Outcome::not_applicable);
    }

    static std::vector<Figure> meanings(const std::string& fact, const Table& table) {
        constexpr int width = 7;  // the last column is the total
        const auto cell = [&](int row, int column = 6) { return at(table, row, column, width); };
        const auto sum = [&](int first, int last) {
            Figure all = 0;
            for (int r = first; r <= last; ++r) all = plus(all, cell(r));
            return all;
        };
        if (fact == "受理" || fact == "办理") return {cell(0), plus(cell(0), cell(1)), cell(23)};
        if (fact == "结转下年度") return {cell(24)};
        if (fact == "上年结转") return {cell(1)};
        if (fact == "自然人申请") return {cell(0, 0), cell(23, 0), plus(cell(0, 0), cell(1, 0))};
        if (fact == "商业企业申请") return {cell(0, 1), cell(23, 1), plus(cell(0, 1), cell(1, 1))};
        if (fact == "予以公开") return {cell(2)};
        if (fact == "部分公开") return {cell(3)};
        if (fact == "不予公开") return {sum(4, 11)};
        if (fact == "无法提供") return {sum(12, 14)};
        if (fact == "不予处理") return {sum(15, 19)};
        if (fact == "其他处理") return {sum(20, 22)};
        const auto review = [&](int row) { return at(table, row, 4, 5); };
        if (fact == "行政复议") return {review(0)};
        if (fact == "复议和诉讼") return {plus(review(0), plus(review(1), review(2)))};
        return {plus(review(1), review(2)), review(1), review(2)};
    }

    void check_fees(const Table* requests) {
        const auto stated = [&](const char* fact) -> Figure {
            for (const Mention& one : filing_.mentions) {
                if (one.form->fact != fact) continue;
                const auto value = one.fields.front().value.scaled(unit_of(one.fields.front().unit).power);
                return value ? Figure(value->mantissa()) : std::nullopt;
            }
            return std::nullopt;
        };
        const Figure notices = stated("收费通知"), due = stated("应收费"), collected = stated("实收费");
        if (!notices && !due) {
            count(Outcome::not_applicable);
        } else {
            const Figure unpaid = requests ? at(*requests, 21, 6, 7) : std::nullopt;
            const bool none = notices && *notices == 0;
            const bool wrong = (none && ((due && *due > 0) || (collected && *collected > 0) || (unpaid && *unpaid > 0)))
                || (notices && *notices > 0 && due && *due == 0) || (due && collected && *collected > *due);
            count(wrong ? Outcome::fail : Outcome::pass);
        }
        count(!due ? Outcome::not_applicable : *due % 10 == 0 ? Outcome::pass : Outcome::fail);
    }

    const Filing& filing_;
};

struct Setup {
    std::vector<RuleFile> shipped;
    std::vector<RuleFile> some;  ///< 200 rules, and the forms alone beside them
    std::vector<RuleFile> many;  ///< 500, beside all that are shipped
    std::optional<Catalogue> catalogue;
    Filing filing;
};
Setup* setup = nullptr;

bool prepare(const char* rules, const char* file) {
    static Setup made;
    setup = &made;
    made.shipped = rule_files(rules);
    made.many = made.shipped;
    made.many.push_back({"many.yaml", many_rules(500), true, false});
    made.some = made.shipped;
    for (RuleFile& one : made.some) one.only_forms = true;
    made.some.push_back({"some.yaml", many_rules(200), true, false});
    made.shipped.push_back({"by-hand.yaml",
        "suite: by-hand\nrules: [ table-missing, free-total-differs, requests-unbalanced, requests-row-total-differs, "
        "requests-outcome-total-differs, reviews-total-differs, narrative-count-differs, fee-notice-inconsistent, "
        "fee-amount-not-multiple ]\n",
        true, false});
    auto loaded = load_catalogue(made.shipped, {true, "by-hand"});
    if (!loaded) return false;
    made.catalogue = std::move(*loaded);
    auto text = read_text({file, read_file(file)});
    if (!text) return false;
    auto filing = read_filing(*text, made.catalogue->editions, file);
    if (!filing) return false;
    made.filing = std::move(*filing);
    choose_readings(made.filing);
    const auto by_rules = count_outcomes({&made.filing, nullptr}, *made.catalogue);
    const auto by_hand = ByHand(made.filing).outcomes;
    const auto many = load_catalogue(made.many);
    for (const auto& one : many.diagnostics) std::cerr << one.file << ":" << one.line << ": " << one.message.en << "\n";
    if (by_rules == by_hand && many) return true;
    for (std::size_t i = 0; i < by_hand.size(); ++i)
        std::cerr << outcome_names[i] << ": " << by_rules[i] << " by rules, " << by_hand[i] << " by hand\n";
    return false;
}

void load_500_to_judge(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_catalogue(setup->many, {false, {}}));
}
void load_500_to_lint(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_catalogue(setup->many));
}
void load_200_to_judge(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_catalogue(setup->some, {false, {}}));
}
void load_forms(benchmark::State& state) {
    const std::vector<RuleFile> forms(setup->some.begin(), setup->some.end() - 1);
    for (auto _ : state) benchmark::DoNotOptimize(load_catalogue(forms, {false, {}}));
}
void load_shipped(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_catalogue(setup->shipped, {false, {}}));
}
void evaluate_by_rules(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(count_outcomes({&setup->filing, nullptr}, *setup->catalogue));
}
void evaluate_by_hand(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(ByHand(setup->filing).outcomes);
}
void judge_with_words(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(judge({&setup->filing, nullptr}, *setup->catalogue));
}
BENCHMARK(load_shipped)->Unit(benchmark::kMillisecond);
BENCHMARK(load_forms)->Unit(benchmark::kMillisecond);
BENCHMARK(load_200_to_judge)->Unit(benchmark::kMillisecond);
BENCHMARK(load_500_to_judge)->Unit(benchmark::kMillisecond);
BENCHMARK(load_500_to_lint)->Unit(benchmark::kMillisecond);
BENCHMARK(evaluate_by_rules)->Unit(benchmark::kMicrosecond);
BENCHMARK(evaluate_by_hand)->Unit(benchmark::kMicrosecond);
BENCHMARK(judge_with_words)->Unit(benchmark::kMicrosecond);

/// Both in turns, so that a busy machine slows both; the smallest ratio of processor times of eleven rounds and the
/// median.
void print_ratio() {
    const auto time = [](auto work) {
        constexpr int rounds = 2000;
        const std::clock_t from = std::clock();
        for (int i = 0; i < rounds; ++i) work();
        return static_cast<double>(std::clock() - from);
    };
    std::vector<double> ratios;
    for (int i = 0; i < 11; ++i) {
        const double rules = time([] {
            benchmark::DoNotOptimize(count_outcomes({&setup->filing, nullptr}, *setup->catalogue));
        });
        const double hand = time([] { benchmark::DoNotOptimize(ByHand(setup->filing).outcomes); });
        ratios.push_back(rules / hand);
    }
    std::sort(ratios.begin(), ratios.end());
    std::cout << "rules by hand: 1 : " << ratios[ratios.size() / 2] << " (median of 11; " << ratios.front() << " to "
              << ratios.back() << ")\n";
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (argc != 3 || !prepare(argv[1], argv[2])) {
        std::cerr
            << "usage: bench_rules RULES_FOLDER FILING; the checks by hand know the form of 2021 without readings\n";
        return 2;
    }
    benchmark::RunSpecifiedBenchmarks();
    print_ratio();
    return 0;
}
