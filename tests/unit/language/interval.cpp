// SPDX-License-Identifier: Apache-2.0
// Printed figures that stand for intervals, as a rule's tolerance says, in formulas of the language.
#include "engine/language/tolerate.hpp"
#include "tests/unit/language/small.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace gouji;
using namespace gouji::test;

TEST_CASE("language: a printed figure stands for an interval where the rule says so") {
    using T = Tolerance::Kind;
    const auto printed = [](const char* text, int last) {
        Value made = Value::of(Fraction(*Decimal::parse(text)));
        made.last_digit = static_cast<std::int8_t>(last);
        return made;
    };
    const struct {
        const char* formula;
        const char* share;  ///< the value of 占比
        int last;           ///< the power of ten of its last digit
        T kind;
        const char* value;
    } cases[] = {
        // 45.6%
        {"占比.value == 4556 / 10000", "0.456", -3, T::exact, "false"},
        {"占比.value == 4556 / 10000", "0.456", -3, T::rounding, "true"},
        {"占比.value == 4556 / 10000", "0.456", -3, T::automatic, "true"},
        {"占比.value == 4555 / 10000", "0.456", -3, T::rounding, "true"},
        {"占比.value == 4565 / 10000", "0.456", -3, T::rounding, "true"},
        {"占比.value == 45651 / 100000", "0.456", -3, T::rounding, "false"},
        {"占比.value == 4554 / 10000", "0.456", -3, T::rounding, "false"},
        {"占比.value == 4569 / 10000", "0.456", -3, T::truncation, "true"},
        {"占比.value == 4560 / 10000", "0.456", -3, T::truncation, "true"},
        {"占比.value == 4570 / 10000", "0.456", -3, T::truncation, "false"},
        {"占比.value == 4559 / 10000", "0.456", -3, T::truncation, "false"},
        {"占比.value == -4569 / 10000", "-0.456", -3, T::truncation, "true"},
        {"占比.value != 4556 / 10000", "0.456", -3, T::rounding, "false"},
        {"占比.value < 4560 / 10000", "0.456", -3, T::rounding, "false"},
        {"占比.value <= 4555 / 10000", "0.456", -3, T::rounding, "true"},
        {"占比.value > 4554 / 10000", "0.456", -3, T::rounding, "true"},
        {"占比.value in {1 / 3, 4563 / 10000}", "0.456", -3, T::rounding, "true"},
        {"占比.value - 占比.value == 0", "0.456", -3, T::rounding, "true"},
        {"占比.value - 占比.value == 1 / 10000", "0.456", -3, T::rounding, "false"},
        {"占比.value + 占比.value == 9130 / 10000", "0.456", -3, T::rounding, "true"},
        {"占比.value + 占比.value == 9131 / 10000", "0.456", -3, T::rounding, "false"},
        {"占比.value * 占比.value == 2080 / 10000", "0.456", -3, T::rounding, "true"},
        {"1 / 占比.value == 219 / 100", "0.456", -3, T::rounding, "false"},
        {"1 / 占比.value == 2195 / 1000", "0.456", -3, T::rounding, "true"},
        {"abs(-占比.value) == 4563 / 10000", "0.456", -3, T::rounding, "true"},
        {"sum(占比.value, 占比.value) == 9125 / 10000", "0.456", -3, T::rounding, "true"},
        {"sum(占比.value, 占比.value) == 9131 / 10000", "0.456", -3, T::rounding, "false"},
        {"known(占比.value)", "0.456", -3, T::rounding, "true"},
        {"not known(占比.value)", "0.456", -3, T::rounding, "false"},
        {"1 / 3 in {1 / 4, 占比.value}", "0.333", -3, T::rounding, "true"},
        {"占比.value in {1 / 3, 4566 / 10000}", "0.456", -3, T::rounding, "false"},
        {"占比.value in {4566 / 10000, 表[甲, 三] / 表[甲, 一]}", "0.456", -3, T::rounding, "?"},
        {"表[甲, 三] / 表[甲, 一] in {占比.value}", "0.456", -3, T::rounding, "?"},
        {"if(占比.value > 1 / 2, 1 / 7, 占比.value) == 4563 / 10000", "0.456", -3, T::rounding, "true"},
        {"if(占比.value < 1 / 2, 占比.value, 1 / 7) == 4563 / 10000", "0.456", -3, T::rounding, "true"},
        {"if(占比.value < 1 / 2, 占比.value, 1 / 7) == 1 / 7", "0.456", -3, T::rounding, "false"},
        // A multiple moves as far as its factor says; a negative one turns the ends around.
        {"2 * 占比.value == 913 / 1000", "0.456", -3, T::rounding, "true"},
        {"占比.value * 2 == 9131 / 10000", "0.456", -3, T::rounding, "false"},
        {"1 - 占比.value == 5445 / 10000", "0.456", -3, T::rounding, "true"},
        {"1 - 占比.value == 5446 / 10000", "0.456", -3, T::rounding, "false"},
        {"-占比.value == -4565 / 10000", "0.456", -3, T::rounding, "true"},
        {"-占比.value == -4570 / 10000", "0.456", -3, T::truncation, "false"},
        {"-占比.value == -4560 / 10000", "0.456", -3, T::truncation, "true"},
        {"占比.value / 2 == 22825 / 100000", "0.456", -3, T::rounding, "true"},
        {"占比.value / 2 == 22826 / 100000", "0.456", -3, T::rounding, "false"},
        {"占比.value / -2 == -22825 / 100000", "0.456", -3, T::rounding, "true"},
        {"占比.value / -2 == -22826 / 100000", "0.456", -3, T::rounding, "false"},
        // 0.4555² and 0.4565² are the ends of a product.
        {"占比.value * 占比.value == 20748025 / 100000000", "0.456", -3, T::rounding, "true"},
        {"占比.value * 占比.value == 20748024 / 100000000", "0.456", -3, T::rounding, "false"},
        {"占比.value * 占比.value == 20839225 / 100000000", "0.456", -3, T::rounding, "true"},
        {"占比.value * 占比.value == 20839226 / 100000000", "0.456", -3, T::rounding, "false"},
        {"-占比.value * 占比.value == -20839225 / 100000000", "0.456", -3, T::rounding, "true"},
        {"-占比.value * 占比.value == -20839226 / 100000000", "0.456", -3, T::rounding, "false"},
        {"占比.value * -占比.value == -20748025 / 100000000", "0.456", -3, T::rounding, "true"},
        {"占比.value * -占比.value == -20748024 / 100000000", "0.456", -3, T::rounding, "false"},
        // (0.456 − 0.456 ± 0.0005) · (0.456 ± 0.0005): both ends come from the larger factor.
        {"(占比.value - 456 / 1000) * 占比.value == 22825 / 100000000", "0.456", -3, T::rounding, "true"},
        {"(占比.value - 456 / 1000) * 占比.value == 22826 / 100000000", "0.456", -3, T::rounding, "false"},
        {"(占比.value - 456 / 1000) * 占比.value == -22825 / 100000000", "0.456", -3, T::rounding, "true"},
        {"(占比.value - 456 / 1000) * 占比.value == -22826 / 100000000", "0.456", -3, T::rounding, "false"},
        // 1 / 0.4555 and 1 / 0.4565 are the ends of a quotient.
        {"1 / 占比.value == 10000 / 4555", "0.456", -3, T::rounding, "true"},
        {"1 / 占比.value == 10001 / 4555", "0.456", -3, T::rounding, "false"},
        {"1 / 占比.value == 10000 / 4565", "0.456", -3, T::rounding, "true"},
        {"1 / 占比.value == 9999 / 4565", "0.456", -3, T::rounding, "false"},
        {"-1 / 占比.value == -10000 / 4555", "0.456", -3, T::rounding, "true"},
        {"-1 / 占比.value == -10001 / 4555", "0.456", -3, T::rounding, "false"},
        {"占比.value / 占比.value == 4565 / 4555", "0.456", -3, T::rounding, "true"},
        {"占比.value / 占比.value == 4566 / 4555", "0.456", -3, T::rounding, "false"},
        {"1 / (占比.value - 456 / 1000) == 1", "0.456", -3, T::rounding, "?"},
        {"1 / (占比.value - 4555 / 10000) == 5000", "0.456", -3, T::rounding, "?"},
        {"1 / (占比.value - 4565 / 10000) == -5000", "0.456", -3, T::rounding, "?"},
        {"1 / (占比.value - 4570 / 10000) == -1000", "0.456", -3, T::truncation, "?"},
        {"1 / (占比.value - 4550 / 10000) == 1000", "0.456", -3, T::rounding, "true"},
        {"占比.value / (表[甲, 一] - 3) == 1", "0.456", -3, T::rounding, "?"},
        {"占比.value / 表[甲, 三] == 1", "0.456", -3, T::rounding, "?"},
        {"占比.value * 表[甲, 三] == 1", "0.456", -3, T::rounding, "?"},
        {"占比.value + 表[甲, 三] / 表[甲, 一] == 1", "0.456", -3, T::rounding, "?"},
        // An amount that may be on either side of 0 is at most what its farther end is.
        {"abs(占比.value - 4562 / 10000) == 7 / 10000", "0.456", -3, T::rounding, "true"},
        {"abs(占比.value - 4562 / 10000) == 71 / 100000", "0.456", -3, T::rounding, "false"},
        {"abs(占比.value - 4558 / 10000) == 7 / 10000", "0.456", -3, T::rounding, "true"},
        {"abs(占比.value - 4558 / 10000) == 71 / 100000", "0.456", -3, T::rounding, "false"},
        {"abs(占比.value - 4562 / 10000) == 0", "0.456", -3, T::rounding, "true"},
        {"abs(占比.value - 4562 / 10000) == -1 / 100000", "0.456", -3, T::rounding, "false"},
        {"abs(占比.value - 4550 / 10000) == 15 / 10000", "0.456", -3, T::rounding, "true"},
        {"abs(占比.value - 4550 / 10000) == 4 / 10000", "0.456", -3, T::rounding, "false"},
        {"abs(占比.value - 4570 / 10000) == 15 / 10000", "0.456", -3, T::rounding, "true"},
        {"abs(占比.value - 4570 / 10000) == 4 / 10000", "0.456", -3, T::rounding, "false"},
        {"abs(占比.value - 4565 / 10000) == 1 / 1000", "0.456", -3, T::rounding, "true"},
        {"abs(占比.value - 4565 / 10000) == -1 / 10000", "0.456", -3, T::rounding, "false"},
        {"abs(-3) == 3 and 占比.value > 0", "0.456", -3, T::rounding, "true"},
        // One figure is the same wherever it stands, two are not.
        {"两比.前 - 两比.前 == 1 / 10000", "0.456", -3, T::rounding, "false"},
        {"两比.前 - 两比.后 == 1 / 1000", "0.456", -3, T::rounding, "true"},
        {"两比.前 - 两比.后 == 11 / 10000", "0.456", -3, T::rounding, "false"},
        {"两比.前 - 两比.后 == 1 / 1000", "0.456", -3, T::truncation, "false"},
        {"两比.前 - 两比.后 == -9999 / 10000000", "0.456", -3, T::truncation, "true"},
        // As rounded or as cut, whichever makes it true.
        {"占比.value == 4555 / 10000", "0.456", -3, T::printed, "true"},
        {"占比.value == 4569 / 10000", "0.456", -3, T::printed, "true"},
        {"占比.value == 4570 / 10000", "0.456", -3, T::printed, "false"},
        {"占比.value == 0", "0", -3, T::truncation, "true"},
        {"占比.value == -1 / 10000", "0", -3, T::truncation, "false"},
        // Counts never stand for intervals.
        {"表[甲, 一] == 31 / 10", "0.456", -3, T::rounding, "false"},
        // 46%
        {"占比.value == 4650 / 10000", "0.46", -2, T::rounding, "true"},
        {"占比.value == 4651 / 10000", "0.46", -2, T::rounding, "false"},
    };
    Figures figures;
    figures.cells[0] = Value::of(Fraction(3));
    for (const auto& one : cases) {
        INFO(std::string(one.formula), " ", std::string(one.share));
        figures.fields[0] = figures.fields[1] = printed(one.share, one.last);
        const auto program = program_of(one.formula);
        REQUIRE(program);
        const Tolerance tolerance{one.kind, {}, Measure::any};
        const Value value = matters(tolerance, *program) ? evaluate_within(tolerance, *program, figures)
                                                         : evaluate(*program, figures, scratch());
        CHECK((value.is_truth() ? (value.truth ? "true" : "false") : "?") == std::string(one.value));
    }
    const auto within = [&](const char* formula, Fraction most, Measure measure) {
        const auto program = program_of(formula);
        REQUIRE(program);
        return evaluate_within({T::within, most, measure}, *program, figures).is_true();
    };
    CHECK(within("表[甲, 一] == 4", Fraction(1), Measure::count));
    CHECK_FALSE(within("表[甲, 一] == 5", Fraction(1), Measure::count));
    CHECK(within("表[甲, 一] * 100 == 303", *divide(Fraction(1), Fraction(100)), Measure::share));
    CHECK_FALSE(within("表[甲, 一] * 100 == 304", *divide(Fraction(1), Fraction(100)), Measure::share));
    figures.fields[0] = printed("0.456", -3);
    CHECK(within("占比.value == 455 / 1000", *divide(Fraction(1), Fraction(1000)), Measure::share));
    CHECK_FALSE(within("占比.value == 454 / 1000", *divide(Fraction(1), Fraction(1000)), Measure::share));
    figures.cells[0] = Value::of(Fraction(-100));
    CHECK(within("表[甲, 一] == -101", *divide(Fraction(1), Fraction(100)), Measure::share));
    CHECK_FALSE(within("表[甲, 一] == -98", *divide(Fraction(1), Fraction(100)), Measure::share));
    CHECK_FALSE(within("表[甲, 一] < -99", Fraction(1), Measure::count));
    CHECK(within("表[甲, 一] <= -101", Fraction(1), Measure::count));
    CHECK_FALSE(within("表[甲, 一] <= -102", Fraction(1), Measure::count));
    CHECK(within("表[甲, 一] >= -99", Fraction(1), Measure::count));
    CHECK_FALSE(within("表[甲, 一] != -99", Fraction(1), Measure::count));
    CHECK(within("表[甲, 一] > -102", Fraction(1), Measure::count));
}
