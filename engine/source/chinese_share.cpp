// SPDX-License-Identifier: Apache-2.0
#include "engine/source/chinese_share.hpp"

#include "engine/base/utf8.hpp"

#include <bitset>

namespace gouji {
namespace {

constexpr char32_t first_han = 0x4E00;
constexpr std::size_t han_count = 0x5200;

/// Of everyday texts and of those of the administration; simplified, then those that Traditional writes otherwise.
constexpr std::u32string_view commonest =
    U"的一是在不了有和人这中大为上个国我以要时来用生到作地于出会年月日公开信息政府机关工部分行本其他件第三主动法理无数"
    U"报告"
    U"申请办民县市区局及等這為個國時來於會開機關動無數報請辦縣區";

const std::bitset<han_count> common = [] {
    std::bitset<han_count> made;
    for (const char32_t one : commonest) made.set(one - first_han);
    return made;
}();

}  // namespace

bool reads_as_chinese(std::string_view text) {
    std::size_t all = 0;
    std::size_t known = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::decode(text, at);
        at += size;
        if (code < first_han || code >= first_han + han_count) continue;
        ++all;
        if (common.test(code - first_han)) ++known;
    }
    constexpr std::size_t enough = 5;
    return known > 0 && known * enough >= all;
}

}  // namespace gouji
