// SPDX-License-Identifier: Apache-2.0
// Labels of several sets found at once, against each set alone; digits before a label's own ordinal; and how well a
// table can fit at best.
#include "grammar/filing/tables/items.hpp"
#include "grammar/filing/tables/table_score.hpp"
#include "grammar/filing/tables/tables.hpp"
#include "grammar/labels/label_index.hpp"
#include "tests/unit/support.hpp"
#include "tests/unit/grammar/texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

using namespace gouji;

namespace {

std::shared_ptr<const LabelSet> set_of(std::initializer_list<const char*> labels) {
    auto made = std::make_shared<LabelSet>();
    int id = 0;
    for (const char* one : labels) made->add(one, ++id);
    return made;
}

/// What stands where, by set and place: the ids, the ordinal and the end.
using Hits = std::map<std::pair<std::size_t, std::size_t>,
    std::tuple<const std::vector<std::pair<int, int>>*, int, std::size_t>>;

Hits apart(std::string_view text, const LabelIndex& index) {
    Hits made;
    for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
        for (std::size_t set = 0; set < index.size(); ++set) {
            if (const auto hit = index.set(set)->match(text, at)) made[{set, at}] = {hit->ids, hit->ordinal, hit->end};
        }
    }
    return made;
}

Hits together(std::string_view text, const LabelIndex& index) {
    Hits made;
    const LabelPlaces places(Text(glyphs_of(text)), index);
    for (std::size_t set = 0; set < index.size(); ++set) {
        for (const LabelPlace& one : places.of(set)) {
            CHECK(places.at(set, one.at) == &one.hit);
            made[{set, one.at}] = {one.hit.ids, one.hit.ordinal, one.hit.end};
        }
    }
    return made;
}

}  // namespace

TEST_CASE("labels: several sets together find what each finds alone") {
    const LabelIndex index({
        set_of({"3.其他处理", "其他", "总计", "无法提供", "（四）无法提供政府信息"}),
        set_of({"其他处理结果", "提供政府信息公开申请", "要求申请人缴纳费用", "甲", "𠮷林"}),
        set_of({"提供政府信息公开其他申请", "三安全一稳定", "总计"}),
        set_of({}),
    });
    const char* cases[] = {
        "其他",
        "3.其他处理\n1\n2",
        "13.其他处理结果",
        "(三)其他\n(四)无法提供\n政府信息",
        "总 计|总\n\n计|总;计",
        "危及“三安全一稳定”",
        "三、三安全一稳定",
        "甲乙其他甲",
        "其",
        "",
        "𠮷 林 𠮷林𠮷",
        "(四)𠮷\n林",
        "①其他②",
        "12其他",
        "一二、其他",
        // A line of another column's label: one set goes on with it, another behind it.
        "提供政府信息公开\n其他\n申请",
        "提供政府信息公开\n申请",
        "要求申请人缴\n其他\n纳费用",
        "要求申请人缴\n其他\n总计\n纳费用",
        "要求申请人缴\n甲\n乙\n丙\n纳费用",
        "要求\n其他\n申请人缴纳费用",
    };
    for (const char* one : cases) {
        INFO(std::string(one));
        CHECK(together(one, index) == apart(one, index));
    }
    const Hits broken = together("提供政府信息公开\n其他\n申请", index);
    CHECK(broken.contains({1, 0}));
    CHECK(broken.contains({2, 0}));
}

TEST_CASE("labels: those of the shipped forms together are what they are apart, in every layout") {
    const LabelIndex& index = *gouji::test::shipped().editions.front().labels;
    for (const std::string& text : gouji::test::texts()) {
        const bool same = together(text, index) == apart(text, index);
        INFO(text.substr(0, 300));
        CHECK(same);
    }
}

TEST_CASE("items: a digit before a label is that label's where it is its own ordinal") {
    const LabelIndex index({set_of({"3.危及三安全一稳定", "其他"})});
    const struct {
        const char* text;
        const char* figure;  ///< the first
        int ordinal;         ///< of the label
    } cases[] = {
        {"0003.危及三安全一稳定", "000", 3},
        {"3.危及三安全一稳定 5", "5", 3},
        {"12\n3.危及三安全一稳定", "12", 3},
        {"13.其他", "", 13},
        {"124 其他", "124", 0},
        {"7其他", "7", 0},
    };
    for (const auto& one : cases) {
        const std::string text = one.text;
        INFO(text);
        const LabelPlaces places(Text(glyphs_of(text)), index);
        const auto items = read_items(text, {0, static_cast<std::uint32_t>(text.size())}, *index.set(0), places.of(0));
        const auto figure =
            std::find_if(items.begin(), items.end(), [](const Item& item) { return item.kind == Item::Kind::figure; });
        const auto label =
            std::find_if(items.begin(), items.end(), [](const Item& item) { return item.kind == Item::Kind::label; });
        CHECK((figure == items.end() ? "" : text.substr(figure->number.start, figure->number.size())) == one.figure);
        REQUIRE(label != items.end());
        CHECK(label->ordinal == one.ordinal);
    }
}

TEST_CASE("items: what the end of the stretch cuts may be a shorter label") {
    const LabelIndex index({set_of({"其他", "其他处理结果"})});
    const std::string text = "其他处理结果";
    const LabelPlaces places(Text(glyphs_of(text)), index);
    const auto whole = read_items(text, {0, 18}, *index.set(0), places.of(0));
    REQUIRE(whole.size() == 1);
    CHECK(whole.front().span == Span{0, 18});
    const auto cut = read_items(text, {0, 12}, *index.set(0), places.of(0));
    REQUIRE(cut.size() == 2);
    CHECK(cut.front().span == Span{0, 6});
    CHECK(cut.back().kind == Item::Kind::text);
}

TEST_CASE("tables: none fits better than its labels and cells allow, or has more cells than its labels") {
    int read_at_all = 0;
    const std::vector<std::string> texts = gouji::test::texts();
    for (std::size_t n = 0; n < texts.size(); n += gouji::test::slow ? 5 : 1) {
        const std::string& one = texts[n];
        const Text text = gouji::test::text_of(one);
        const LabelPlaces places(text, *gouji::test::shipped().editions.front().labels);
        const TableText from{text, places, {}};
        for (const Edition& edition : gouji::test::shipped().editions) {
            for (std::size_t t = 0; t < edition.tables.size(); ++t) {
                for (const TablePlace place : {TablePlace::anywhere, TablePlace::own_section}) {
                    const auto read = read_table(from, text.all(), place, edition, t);
                    if (!read) continue;
                    ++read_at_all;
                    CHECK(read->score <= best_score(edition.form->tables[t]));
                    const auto is_plain = [](const Cell& cell) { return cell.presence == Presence::number; };
                    CHECK(std::count_if(read->table.cells.begin(), read->table.cells.end(), is_plain)
                        <= most_cells(places, text.all(), edition, t));
                }
            }
        }
    }
    CHECK(read_at_all > (gouji::test::slow ? 20 : 100));
}
