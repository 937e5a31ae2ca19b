// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "engine/source/decode.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_decode(std::string_view bytes) {
    const Result<Shown> made = decode(bytes);
    if (!made) return hold(!made.diagnostics.empty(), "a refusal says why");
    hold(utf8::is_valid(made->text), "what is shown is UTF-8");
    if (made->starts.empty()) return hold(utf8::is_valid(bytes), "bytes that are taken as they are are UTF-8");
    hold(made->starts.size() == made->text.size(), "each byte that is shown has its place");
    ByteStarts::Walk walk(made->starts);
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < made->text.size(); at += utf8::length(made->text[at])) {
        const std::uint32_t place = walk.of(static_cast<std::uint32_t>(at));
        hold(before <= place && place < bytes.size(), "places are in order");
        hold(at == 0 || place == before || made->starts.first_at(place) == at, "a place leads back to its character");
        before = place;
    }
    hold(made->starts.end() == bytes.size(), "the last place is the end");
}

std::vector<std::string> seeds_of_decode() {
    const std::string text = "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况 12 件\n";
    std::vector<std::string> made = {
        text, "\xEF\xBB\xBF" + text, "<meta charset=gb2312>" + corpus::encode(text, "GBK")};
    for (const char* encoding : {"GB18030", "Big5", "UTF-16LE", "UTF-16BE", "UTF-16"})
        made.push_back(corpus::encode(text, encoding));
    made.push_back(text.substr(0, 33) + "\xE4\xB8" + text.substr(33));
    return made;
}

}  // namespace gouji::fuzz
