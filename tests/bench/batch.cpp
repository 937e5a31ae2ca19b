// SPDX-License-Identifier: Apache-2.0
// What a batch costs a file, in processor time: the program as a user runs it, beside a hand-written reader and checker
// of this one layout, of texts in memory and from files to lines of JSON as the program goes, and beside ICU's
// conversion of the same bytes, as ratios in one run; how much faster two threads are than one, and how much memory
// both take.
// usage: bench_batch GOUJI FOLDER, with FOLDER made by gouji-corpus --plain
#include "tests/bench/process_use.hpp"

#include <unicode/unistr.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace gouji::bench;

namespace {

constexpr std::size_t rows = 25;
constexpr std::size_t columns = 7;

/// What somebody writes who knows the layout and nothing else: one cell a line, the labels of 2021 in their order, sums
/// by hand.
class Floor {
public:
    /// How many of the 66 checks do not hold.
    int check(std::string_view text) {
        read(text);
        int broken = 0;
        for (const auto& row : cells_) broken += row[0] + row[1] + row[2] + row[3] + row[4] + row[5] != row[6];
        for (std::size_t c = 0; c < columns; ++c) {
            broken += cells_[0][c] + cells_[1][c] != cells_[23][c] + cells_[24][c];
            int handled = 0;
            for (std::size_t r = 2; r < 23; ++r) handled += cells_[r][c];
            broken += handled != cells_[23][c];
        }
        for (std::size_t r = 0; r < 3; ++r)
            broken += reviews_[5 * r] + reviews_[5 * r + 1] + reviews_[5 * r + 2] + reviews_[5 * r + 3]
                != reviews_[5 * r + 4];
        for (std::size_t r = 1; r < 25; ++r) broken += cells_[r][6] < 0;
        return broken;
    }

private:
    static std::string_view line(std::string_view text, std::size_t& at) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view made = text.substr(at, end - at);
        at = std::min(end + 1, text.size());
        return made;
    }

    static int number(std::string_view text) {
        int value = -1;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    void read(std::string_view text) {
        static constexpr std::array<std::string_view, rows> labels = {"本年新收", "上年结转", "予以公开", "部分公开",
            "国家秘密", "行政法规禁止公开", "三安全一稳定", "第三方合法权益", "三类内部事务", "四类过程性",
            "行政执法案卷", "行政查询事项", "本机关不掌握", "没有现成信息", "补正后", "信访举报投诉", "重复申请",
            "公开出版物", "反复申请", "重新出具", "不补正", "缴纳费用", "其他", "总计", "结转下年度"};
        std::size_t at = text.find("收到和处理政府信息公开申请情况\n");
        if (at == std::string_view::npos) at = 0;
        for (std::size_t r = 0; r < rows; ++r) {
            // A label is a line that has its words and is followed by a figure.
            while (at < text.size()) {
                const std::string_view one = line(text, at);
                if (one.find(labels[r]) != std::string_view::npos && at < text.size() && text[at] >= '0'
                    && text[at] <= '9')
                    break;
            }
            for (int& cell : cells_[r]) cell = number(line(text, at));
        }
        std::size_t found = 0;
        while (at < text.size() && found < reviews_.size()) {
            const std::string_view one = line(text, at);
            if (!one.empty() && one[0] >= '0' && one[0] <= '9') reviews_[found++] = number(one);
        }
    }

    std::array<std::array<int, columns>, rows> cells_{};
    std::array<int, 15> reviews_{};
};

/// The whole way by hand, as little as it can be: what is in the folder, each file read, checked, and a line of JSON
/// written.
void check_files(const char* folder) {
    Floor reader;
    std::string text;
    std::string lines;
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) names.push_back(entry.path().string());
    }
    std::sort(names.begin(), names.end());
    const int out = open("/dev/null", O_WRONLY);
    for (const std::string& name : names) {
        const int file = open(name.c_str(), O_RDONLY);
        text.resize(std::size_t{1} << 16);
        const ssize_t got = read(file, text.data(), text.size());
        close(file);
        if (got < 0) continue;
        const int broken = reader.check(std::string_view(text).substr(0, static_cast<std::size_t>(got)));
        lines += "{\"file\": \"" + name + "\", \"broken\": " + std::to_string(broken) + "}\n";
        constexpr std::size_t enough = std::size_t{1} << 16;
        if (lines.size() < enough && name != names.back()) continue;
        if (write(out, lines.data(), lines.size()) < 0) break;
        lines.clear();
    }
    close(out);
}

std::optional<ProcessUse> run(const char* program, const char* folder, const char* jobs) {
    return use_of(program, {"check", "--format", "json", "--jobs", jobs, "-q", "-o", "/dev/null", folder});
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: bench_batch GOUJI FOLDER\n";
        return 2;
    }
    // Before anything is read: a process begins with the most memory that its parent had.
    const auto first = run(argv[1], argv[2], "1");
    const auto first_of_two = run(argv[1], argv[2], "2");
    if (!first || !first_of_two) return 1;
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[2])) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
        bytes += texts.back().size();
    }
    if (texts.empty()) return 2;
    const auto count = static_cast<double>(texts.size());
    std::vector<double> whole, floor, files, conversion, faster;
    int broken = 0;
    int units = 0;
    for (int round = 0; round < 5; ++round) {
        const auto one = run(argv[1], argv[2], "1");
        const auto two = run(argv[1], argv[2], "2");
        if (!one || !two) return 1;
        whole.push_back(one->processor / count * 1e3);
        faster.push_back(one->wall / two->wall);
        std::clock_t from = std::clock();
        Floor reader;
        for (const std::string& text : texts) broken += reader.check(text);
        floor.push_back(static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC / count * 1e6);
        from = std::clock();
        check_files(argv[2]);
        files.push_back(static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC / count * 1e6);
        from = std::clock();
        for (const std::string& text : texts) units += icu::UnicodeString::fromUTF8(text).length();
        conversion.push_back(static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC / count * 1e6);
    }
    std::cout << texts.size() << " files of " << bytes / texts.size() << " bytes, medians of " << whole.size()
              << " runs, one core\n"
              << "gouji check, JSON out:  " << median(whole) << " us a file\n"
              << "hand-written, 66 checks: " << median(floor) << " us a file (" << broken / 5
              << " checks broken), 1 : " << median(whole) / median(floor) << "\n"
              << "from files to lines:     " << median(files) << " us a file, 1 : " << median(whole) / median(files)
              << "\n"
              << "ICU, UTF-8 to UTF-16:   " << median(conversion) << " us a file (" << units / 5
              << " units), 1 : " << median(whole) / median(conversion) << "\n"
              << "two threads:            " << median(faster) << " times as fast as one; at most " << first->memory
              << " MiB with one, " << first_of_two->memory << " MiB with two\n";
    return 0;
}
