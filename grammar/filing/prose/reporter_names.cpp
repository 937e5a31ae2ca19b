// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_reporter_names.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

std::u32string letters_of_name(std::string_view organ) {
    std::u32string letters;
    for (std::size_t at = 0; at < organ.size();) {
        const auto [code, size] = utf8::decode(organ, at);
        letters += code;
        at += size;
    }
    return letters;
}

/// What a name may leave out at its end, the longer ones first.
constexpr std::array<std::u32string_view, 10> left_out = {U"人民政府办公室", U"人民政府办公厅", U"政府办公室",
    U"人民政府", U"管理委员会", U"委员会", U"管委会", U"办事处", U"办公室", U"政府"};
constexpr std::u32string_view places = U"省市县区州旗镇乡盟";

}  // namespace

ReporterNames::ReporterNames(std::string_view organ) : name_(letters_of_name(organ)) {
    if (name_.empty()) return;
    for (const char32_t one : name_) letters_.add(one);
    ends_ = name_.back();
    for (const std::u32string_view one : left_out) {
        if (name_.size() > one.size() + 1 && name_.ends_with(one)) ends_ += name_[name_.size() - one.size() - 1];
    }
    if (name_.ends_with(U"办公室") || name_.ends_with(U"办公厅") || name_.ends_with(U"办事处")) ends_ += U'办';
    government_ = name_.ends_with(U"人民政府") || places.find(name_.back()) != std::u32string_view::npos
        || name_.ends_with(U"街道办事处") || name_.ends_with(U"管理委员会");
}

std::size_t ReporterNames::length_of(std::span<const char32_t> letters) const {
    // 区局 says by its first letter that it is a name; 政府 alone is a word.
    constexpr std::u32string_view unplaced = U"省市县区州旗镇乡";
    const std::size_t shortest = unplaced.find(letters.front()) != std::u32string_view::npos ? 2 : 3;
    std::size_t best = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < letters.size() && from < name_.size(); ++i) {
        const std::size_t place = name_.find(letters[i], from);
        if (place == std::u32string::npos) break;
        from = place + 1;
        if (i + 1 >= shortest && ends_.find(letters[i]) != std::u32string::npos) best = i + 1;
    }
    // 某某街道 may write 某某街道办事处; the office of a government is not the government.
    constexpr std::array<std::u32string_view, 4> added = {U"人民政府", U"政府", U"办事处", U"管委会"};
    for (const std::u32string_view one : added) {
        if (best > 0 && letters.size() >= best + one.size()
            && std::equal(one.begin(), one.end(), letters.begin() + static_cast<std::ptrdiff_t>(best)))
            return best + one.size();
    }
    return best;
}

}  // namespace gouji
