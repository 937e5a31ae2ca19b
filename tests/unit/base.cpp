// SPDX-License-Identifier: Apache-2.0
#include "engine/base/decimal.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/measure.hpp"
#include "engine/base/outline.hpp"
#include "engine/base/utf8.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace gouji;

TEST_CASE("decimal: text goes in and comes out with its printed places") {
    for (const char* text : {"0", "7", "-3", "1237.40", "0.28", "-0.05", "999999999999999999", "0.00000000000000001"}) {
        const auto value = Decimal::parse(text);
        REQUIRE(value);
        CHECK(value->to_string() == text);
    }
    for (const char* text : {"", "-", ".", "1.", ".5", "1.2.3", "1a", "+1", "1 2", "1234567890123456789", "０"}) {
        INFO(text);
        CHECK_FALSE(Decimal::parse(text));
    }
}

TEST_CASE("decimal: values compare whatever their places are") {
    CHECK(*Decimal::parse("0.50") == *Decimal::parse("0.5"));
    CHECK(*Decimal::parse("-1.1") < *Decimal::parse("-1.09"));
    CHECK(*Decimal::parse("999999999999999999") > *Decimal::parse("0.00000000000000001"));
    CHECK(Decimal::parse("3.00")->is_whole());
    CHECK_FALSE(Decimal::parse("3.01")->is_whole());
}

TEST_CASE("decimal: what does not fit is said, never wrapped") {
    const Decimal big = *Decimal::parse("999999999999999999");
    CHECK_FALSE(multiply(big, big));
    CHECK_FALSE(add(*multiply(big, Decimal(9)), big));
    CHECK(add(big, big)->to_string() == "1999999999999999998");
    CHECK_FALSE(add(big, *Decimal::parse("0.5")));
    CHECK_FALSE(big.scaled(4));
    CHECK(Decimal::parse("0.28")->scaled(4)->to_string() == "2800");
    CHECK(Decimal::parse("12")->scaled(-1)->to_string() == "1.2");
    CHECK_FALSE(Decimal(1).scaled(-19));
}

TEST_CASE("decimal: multiples") {
    CHECK(Decimal(2800).is_multiple_of(Decimal(10)));
    CHECK_FALSE(Decimal(105).is_multiple_of(Decimal(10)));
    CHECK(Decimal::parse("0.3")->is_multiple_of(*Decimal::parse("0.1")));
    CHECK(Decimal(0).is_multiple_of(Decimal(0)));
    CHECK_FALSE(Decimal(1).is_multiple_of(Decimal(0)));
}

TEST_CASE("decimal: sums agree with integers of a hundredth") {
    std::mt19937 random(1);
    std::uniform_int_distribution<std::int64_t> cents(-1'000'000'000, 1'000'000'000);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t a = cents(random);
        const std::int64_t b = cents(random);
        const auto decimal = [](std::int64_t value) { return *Decimal(value).scaled(-2); };
        CHECK(*add(decimal(a), decimal(b)) == decimal(a + b));
        CHECK(*subtract(decimal(a), decimal(b)) == decimal(a - b));
        CHECK((decimal(a) < decimal(b)) == (a < b));
    }
}

TEST_CASE("measure: units and what goes with what") {
    CHECK(unit_of("万元").power == 4);
    CHECK(unit_of("‰").power == -1);
    CHECK(unit_of("宗").measure == Measure::count);
    CHECK(common(Measure::any, Measure::amount) == Measure::amount);
    CHECK_FALSE(common(Measure::count, Measure::amount));
    CHECK(measure_named("share") == Measure::share);
    CHECK_FALSE(measure_named("shares"));
}

TEST_CASE("outline: paths, shortened paths, and what is near") {
    Outline rows;
    const int results = rows.add("办理结果", -1, true, false);
    rows.add("予以公开", results);
    const int refused = rows.add("不予公开", results, false, false);
    rows.add("国家秘密", refused);
    const int other = rows.add("其他处理", results, false, false);
    rows.add("其他", other);
    rows.add("其他", refused);
    CHECK(rows.node(1).path == "予以公开");
    CHECK(rows.node(3).path == "不予公开.国家秘密");
    CHECK(std::get<int>(rows.find("国家秘密")) == 3);
    CHECK(std::get<int>(rows.find("其他处理.其他")) == 5);
    CHECK(std::get<Outline::Ambiguous>(rows.find("其他")).paths.size() == 2);
    CHECK(std::get<Outline::Unknown>(rows.find("予以公幵")).nearest == "予以公开");
    CHECK(rows.leaves_under(refused).size() == 2);
    CHECK(rows.leaves_under(-1).size() == 4);
}

TEST_CASE("diagnostic: the place counts characters, the mark bytes") {
    Diagnostic one;
    place(one, "f.yaml", "一行\n甲乙 x == y\n", {14, 15});
    CHECK(one.line == 2);
    CHECK(one.column == 4);
    CHECK(one.excerpt == "甲乙 x == y");
    CHECK(one.excerpt.substr(one.mark.start, one.mark.size()) == "x");
}

TEST_CASE("diagnostic: a name without an argument stays") {
    CHECK(fill("{a} {b} {", "", {{"a", same("1")}}).zh == "1 {b} {");
}

TEST_CASE("utf8: distances in characters") {
    CHECK(utf8::distance("总计", "合计", 3) == 1);
    CHECK(utf8::distance("", "合计", 3) == 2);
    CHECK(utf8::distance("abcdef", "", 2) == 3);
    CHECK(utf8::count("甲a乙") == 3);
}
