// SPDX-License-Identifier: Apache-2.0
// The same filing in every layout, format and encoding gives the same model. A cell may be open and say so; it is never
// wrong in silence.
#include "engine/check/choose.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace gouji;
using gouji::corpus::Document;

namespace {

constexpr std::array<unsigned, 8> scales = {3, 8, 12, 60, 400, 5000, 90000, 700000};
constexpr unsigned sets = 24;

struct Tally {
    int cells = 0;
    int right = 0;
    int open = 0;     ///< marked: uncertain or unreadable
    int wrong = 0;    ///< in silence
    int decided = 0;  ///< tables without an open cell
    int tables = 0;

    void add(const Tally& other) {
        cells += other.cells;
        right += other.right;
        open += other.open;
        wrong += other.wrong;
        decided += other.decided;
        tables += other.tables;
    }
};

Document filing_for(unsigned seed) {
    const Form& form = gouji::test::shipped().form(seed % 3 == 2 ? "cn-disclosure-2019" : "cn-disclosure-2021")->form;
    return corpus::compose(form, corpus::make_figures(form, seed, scales[seed % scales.size()]), seed);
}

Tally compare(const Document& document, const Filing& filing, bool zeros_empty) {
    Tally tally;
    for (const TableForm& form : document.form->tables) {
        const Table* table = filing.table(form.name);
        const bool is_there = table && table->layout == &form;
        CHECK_MESSAGE(is_there, form.name);
        if (!is_there) continue;
        Tally one;
        for (int i = 0; i < static_cast<int>(form.cells.size()); ++i) {
            if (!form.cells[static_cast<std::size_t>(i)]) continue;
            const Cell& cell = table->cell(i);
            const Decimal& truth = document.figures.tables.at(form.name)[static_cast<std::size_t>(i)];
            ++one.cells;
            const bool empty = zeros_empty && truth.is_zero();
            const bool right = empty ? cell.presence == Presence::blank : cell.presence == Presence::number && cell.value == truth;
            if (cell.presence == Presence::unreadable || !cell.certain) ++one.open;
            else if (right) ++one.right;
            else ++one.wrong;
            if (cell.certain && cell.presence != Presence::unreadable) CHECK_MESSAGE(right, form.name, " ", form.rows.leaf(form.row_of(i)).path, " ", form.columns.leaf(form.column_of(i)).path, " ", cell.raw, " for ", truth.to_string());
        }
        if (form.name == "申请") {
            one.tables = 1;
            one.decided = one.open == 0 ? 1 : 0;
        }
        tally.add(one);
    }
    return tally;
}

void check_model(const Document& document, const Filing& filing) {
    CHECK(filing.organ == document.organ);
    CHECK(filing.year == document.year);
    CHECK(filing.published == document.published);
    CHECK(filing.tables.size() == document.form->tables.size());
    std::vector<std::string> sections;
    for (const Section& one : filing.sections) {
        if (one.name != preamble_name) sections.push_back(one.name);
    }
    std::vector<std::string> wanted;
    for (const SectionForm& one : document.form->sections) wanted.push_back(one.name);
    CHECK(sections == wanted);
    const auto received = std::find_if(filing.mentions.begin(), filing.mentions.end(), [](const Mention& one) { return one.form->fact == "受理"; });
    CHECK(received != filing.mentions.end());
    if (received != filing.mentions.end()) CHECK(received->fields.front().value == document.figures.at(*document.form->table("申请"), 0, 6));
}

void print(std::string_view name, const Tally& tally) {
    std::printf("%-56s %6d cells, %6.2f%% right, %d open, %d wrong; %d of %d tables decided\n", std::string(name).c_str(), tally.cells, 100.0 * tally.right / std::max(1, tally.cells), tally.open, tally.wrong, tally.decided, tally.tables);
}

}  // namespace

TEST_CASE("layouts: one filing in each of them is the same model") {
    Tally all;
    Tally joined;
    for (const corpus::Layout& layout : corpus::layouts()) {
        Tally tally;
        for (unsigned seed = 0; seed < sets; ++seed) {
            INFO(layout.name, ", set ", seed);
            const Document document = filing_for(seed);
            const Result<Text> text = read_text({"a" + std::string(layout.ending), layout.write(document)});
            CHECK(text);
            if (!text) continue;
            Result<Filing> filing = read_filing(*text, gouji::test::shipped().editions, "a");
            CHECK(filing);
            if (!filing) continue;
            choose_readings(*filing);
            check_model(document, *filing);
            tally.add(compare(document, *filing, layout.name == "page: zeros left empty"));
        }
        print(layout.name, tally);
        (layout.joined ? joined : all).add(tally);
    }
    print("all with their borders", all);
    print("all that run together", joined);
    CHECK(all.wrong == 0);
    CHECK(joined.wrong == 0);
    CHECK(all.right >= all.cells * 0.995);
    CHECK(joined.decided >= joined.tables * 0.97);
}
