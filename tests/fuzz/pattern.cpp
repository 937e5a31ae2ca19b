// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "grammar/pattern/parse_pattern.hpp"
#include "grammar/pattern/pattern.hpp"
#include "grammar/pattern/pattern_index.hpp"
#include "grammar/pattern/pattern_marks.hpp"
#include "grammar/pattern/pattern_words.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

#include <algorithm>

namespace gouji::fuzz {

void take_pattern(std::string_view bytes) {
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    const std::string_view text = bytes.substr(std::min(line + 1, bytes.size()));
    // Patterns stand in files that have been decoded, and are matched against texts that were.
    if (!utf8::is_valid(bytes)) return;
    // A word can hold anything but mistakes.
    PatternWords words;
    words.add("甲", "(收到|受理)[了]");
    words.add("乙", "");
    const WrittenOut out = words.write_out(bytes.substr(0, line));
    for (const auto& one : parse_pattern(out.text).mistakes) {
        const Span source = out.source(one.span);
        hold(source.start <= source.end && source.start <= line, "a mistake has its place in what was written");
    }
    for (const auto& one : expand_pattern(bytes.substr(0, line)).texts) hold(utf8::is_valid(one), "a label is UTF-8");
    ParsedPattern parsed = parse_pattern(bytes.substr(0, line));
    for (const auto& one : parsed.mistakes) hold(one.span.start <= one.span.end, "a mistake has its place");
    if (!parsed.mistakes.empty()) return;
    const PatternList list({std::move(parsed.pattern)});
    const PatternMarks marks({&list.patterns.front()});
    const Text letters(glyphs_of(text));
    const std::vector<std::string> units = {"件", "人次"};
    FigureReader figures(text, units);
    std::vector<int> found;
    constexpr std::size_t longest = 500;  // places: each may cost thousands of steps
    for (const Letter& letter : letters.letters().first(std::min(letters.letters().size(), longest))) {
        if (letter.code == U' ' || letter.code == U'\t' || letter.code == U'\n') continue;
        const auto match = list.patterns.front().match(figures, letter.at, text.size());
        if (!match || match->end == letter.at) continue;
        hold(match->end <= text.size(), "a match ends in the text");
        for (const auto& one : match->captures)
            hold(one.span.start >= letter.at && one.span.end <= match->end, "what it captures is in it");
        list.index.find(figures, letter, text.size(), found);
        hold(!found.empty(), "the index has what matches");
        marks.find(letters.letters(), found);
        hold(!found.empty(), "the marks have what matches");
    }
}

std::vector<std::string> seeds_of_pattern() {
    return {"[共](收到|受理)…申请{件数}\n今年共收到政府信息公开申请12件，受理 3,456 件。",
        "{机关}{年份}年[度](报告|年报)\n青禾县水利局2022年年报", "发布日期[:：]{日期}\n发布日期: 2023年1月3日",
        "（三）[不予]公开\n(三)不予 公开", "[a|b](c|[d|(e|f)])…{甲}\nabcdef12", "<甲>[到]<乙>{件数}<丙>]\n收到12件"};
}

}  // namespace gouji::fuzz
