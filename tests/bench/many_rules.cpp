// SPDX-License-Identifier: Apache-2.0
// What rules cost as there are more of them, in processor time: `check`, `rules lint` and `rules test` with 1,000 and
// with 4,000 rules in one file, and the ratio; then 500 rules that all fail beside 500 that hold.
// usage: bench_many_rules PROGRAM REPORT; the report has the form of 2021
#include "tests/bench/process_use.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace gouji::bench;
namespace fs = std::filesystem;

namespace {

/// Rules as an auditor writes them: with titles, messages in both languages, and two tests each. `bound`: what the two
/// figures together may be more than the total.
std::string rules_text(int count, int bound) {
    constexpr std::array rows = {"本年新收", "上年结转", "予以公开", "部分公开", "国家秘密", "行政查询事项",
        "没有现成信息", "重复申请", "结转下年度"};
    std::string out;
    for (int i = 0; i < count; ++i) {
        const auto number = static_cast<std::size_t>(i);
        const std::string a = rows[number % rows.size()];
        const std::string b = rows[(number / 7 + 1) % rows.size()];
        const std::string limit = bound < 0 ? "- " + std::to_string(i - bound) : "+ " + std::to_string(i + bound);
        out += "- id: own-" + std::to_string(i)
            + "\n  title: { zh: 某项过大, en: A figure is too large }\n  basis: 某项规定第三条\n"
              "  forms: [ cn-disclosure-2021 ]\n  for: c in columns(申请)\n  check: 申请["
            + a + ", c] + 申请[" + b + ", c] <= 申请[总计, c] " + limit
            + "\n  message: { zh: \"“{c}”列为 {left}，不得超过 {right}。\", en: \"Column {c} is {left}, at most "
              "{right}.\" }\n  tests:\n    - given: { 申请: { 予以公开: [ 3, 1, 0, 0, 0, 2, 6 ] } }\n"
              "      expect: pass\n    - given: { 申请: { "
            + a + ": { 自然人: 900000 } } }\n      expect: { fail: [ { c: 自然人 } ] }\n";
    }
    return out;
}

class RuleGrowth {
public:
    RuleGrowth(std::string program, std::string report, fs::path room)
        : program_(std::move(program)), report_(std::move(report)), room_(std::move(room)) {}

    bool print() {
        const std::string few = file_of(1000, 1000);
        const std::string many = file_of(4000, 1000);
        const auto check = [&](const std::string& rules) {
            return std::vector<std::string>{"check", "--rules", rules, report_};
        };
        const auto tool = [](const char* name) {
            return [name](const std::string& rules) { return std::vector<std::string>{"rules", name, rules}; };
        };
        const auto quietly = [&](const std::string& rules) {
            return std::vector<std::string>{
                "check", "--rules", rules, "--format", "concise", "-q", "-o", "/dev/null", report_};
        };
        return print_pair("check, 1,000 and 4,000 rules", check(few), check(many))
            && print_pair("rules lint, 1,000 and 4,000 rules", tool("lint")(few), tool("lint")(many))
            && print_pair("rules test, 1,000 and 4,000 rules", tool("test")(few), tool("test")(many))
            && print_pair(
                "500 rules that hold, and that fail", quietly(file_of(500, 1000)), quietly(file_of(500, -1'000'000)));
    }

private:
    std::string file_of(int count, int bound) const {
        const fs::path path = room_ / (std::to_string(count) + (bound < 0 ? "-fail" : "") + ".yaml");
        std::ofstream(path) << rules_text(count, bound);
        return path.string();
    }

    bool print_pair(const char* what, const std::vector<std::string>& one, const std::vector<std::string>& other) {
        constexpr int runs = 7;
        const auto first = process_times(program_, one, runs);
        const auto second = process_times(program_, other, runs);
        if (first.empty() || second.empty()) return false;
        std::printf(
            "%s: %.1f ms and %.1f ms, 1 : %.2f\n", what, median(first), median(second), median(second) / median(first));
        return true;
    }

    std::string program_;
    std::string report_;
    fs::path room_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::string name = (fs::temp_directory_path() / "gouji-many-rules-XXXXXX").string();
    if (!mkdtemp(name.data())) return 2;
    const bool good = RuleGrowth(argv[1], argv[2], name).print();
    fs::remove_all(name);
    if (!good) std::fprintf(stderr, "%s could not be run on %s\n", argv[1], argv[2]);
    return good ? 0 : 2;
}
