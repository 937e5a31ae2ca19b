// SPDX-License-Identifier: Apache-2.0
#include "engine/base/decimal.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/measure.hpp"
#include "engine/base/outline.hpp"
#include "engine/base/utf8.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/fraction.hpp"

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
    CHECK(unit_of("‰").power == -3);
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
    CHECK(rows.nearest("予以公幵") == "予以公开");
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

TEST_CASE("diagnostic: a word in English goes with its number") {
    const auto said = [](std::string_view count) {
        return fill(
            "{count} 个文件", "{count} {count|file was|files were} not read{count||: }", {{"count", same(count)}});
    };
    CHECK(said("1").en == "1 file was not read");
    CHECK(said("0").en == "0 files were not read: ");
    CHECK(said("21").en == "21 files were not read: ");
    CHECK(said("1").zh == "1 个文件");
    CHECK(fill("", "{other|file|files}", {{"count", same("1")}}).en == "{other|file|files}");
}

TEST_CASE("utf8: distances in characters") {
    CHECK(utf8::distance("总计", "合计", 3) == 1);
    CHECK(utf8::distance("", "合计", 3) == 2);
    CHECK(utf8::distance("abcdef", "", 2) == 3);
    CHECK(utf8::count("甲a乙") == 3);
}

TEST_CASE("fractions: exact, and said when they do not fit") {
    const Fraction third = *divide(Fraction(1), Fraction(3));
    CHECK(third.to_string() == "1/3");
    CHECK(*add(third, third) == *divide(Fraction(2), Fraction(3)));
    CHECK(*multiply(third, Fraction(3)) == Fraction(1));
    CHECK(*subtract(third, third) == Fraction());
    CHECK(third < *divide(Fraction(34), Fraction(100)));
    CHECK(third > Fraction(*Decimal::parse("0.33333333333333333")));
    CHECK(*divide(Fraction(*Decimal::parse("0.5")), Fraction(*Decimal::parse("0.25"))) == Fraction(2));
    CHECK_FALSE(divide(Fraction(1), Fraction()));
    CHECK(divide(Fraction(-1), Fraction(-3)) == third);
    CHECK(third.rounded(4)->value.to_string() == "0.3333");
    CHECK_FALSE(third.rounded(4)->exact);
    CHECK(divide(Fraction(-2), Fraction(3))->rounded(1)->value.to_string() == "-0.7");
    CHECK(divide(Fraction(1), Fraction(8))->rounded(2)->value.to_string() == "0.13");
    const Fraction large(999'999'999'999'999'999);
    CHECK_FALSE(multiply(large, large));
    CHECK_FALSE(add(*divide(Fraction(1), large), *divide(Fraction(1), Fraction(999'999'999'999'999'998))));
    CHECK(*Fraction(30).is_multiple_of(Fraction(10)));
    CHECK_FALSE(*third.is_multiple_of(Fraction(1)));
}

TEST_CASE("calendar: days there and back") {
    CHECK(print_day(*parse_day("2024-02-29")) == "2024-02-29");
    CHECK(*day_of(1970, 1, 1) == 0);
    CHECK(*day_of(2023, 1, 31) - *day_of(2023, 1, 1) == 30);
    for (const char* text : {"2023-02-29", "2023-1-31", "2023/01/31", "", "0000-01-01", "2023-13-01"})
        CHECK_FALSE(parse_day(text));
    CHECK(print_day(99'999'999).empty());
}

TEST_CASE("measures: what sums, products and quotients are") {
    CHECK(product_of(Measure::count, Measure::amount) == Measure::amount);
    CHECK_FALSE(product_of(Measure::amount, Measure::amount));
    CHECK(quotient_of(Measure::count, Measure::count) == Measure::share);
    CHECK(quotient_of(Measure::amount, Measure::count) == Measure::amount);
    CHECK_FALSE(quotient_of(Measure::count, Measure::amount));
    CHECK(difference_of(Measure::date, Measure::date) == Measure::count);
    CHECK_FALSE(sum_of(Measure::date, Measure::date));
    CHECK(sum_of(Measure::date, Measure::count) == Measure::date);
}

TEST_CASE("UTF-8: what is whole and what is not, wherever it stands among other bytes") {
    const std::string good[] = {
        "", "é", "中", "\u0800", "\uD7FF", "\uE000", "\uFFFD", "\uFFFF", "𠮷", "\U0010FFFF", "中文é𠮷"};
    const std::string bad[] = {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE4\xB8",
        "\xF0\xA0\xAE", "\xE4\xB8\xC3\xA9", "\xE4\x28\xAD"};
    const std::string controls[] = {std::string(1, '\0'), "\x01", "\x1F", "\x7F", "\v"};
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t behind = 0; behind < 20; ++behind) {
            const auto among = [&](const std::string& one) {
                return std::string(before, 'a') + one + std::string(behind, '\n');
            };
            CAPTURE(before);
            CAPTURE(behind);
            for (const std::string& one : good) CHECK(utf8::is_text(among(one)));
            for (const std::string& one : bad) CHECK_FALSE(utf8::is_valid(among(one)));
            for (const std::string& one : controls) CHECK((utf8::is_valid(among(one)) && !utf8::is_text(among(one))));
        }
    }
}
