// SPDX-License-Identifier: Apache-2.0
// PDF through pdftotext: what it gives is read as laid out text; where it cannot, a message says why.
#include "engine/cli/codes.hpp"
#include "engine/cli/convert.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

/// A PDF of one page with these lines, in a font that every viewer has.
std::string pdf_of(const std::vector<std::string>& lines) {
    std::string content = "BT /F1 12 Tf 72 720 Td 16 TL\n";
    for (const std::string& line : lines) content += "(" + line + ") Tj T*\n";
    content += "ET";
    const std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string made = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places.push_back(made.size());
        made += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t table = made.size();
    made += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t place : places) {
        const std::string digits = std::to_string(place);
        made += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return made + "trailer << /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

bool installed() { return std::system("pdftotext -v >/dev/null 2>&1") == 0; }

}  // namespace

TEST_CASE("pdf: its text is what is read, and what has none is told" * doctest::skip(!installed())) {
    const auto text = convert({"a.pdf", pdf_of({"Table of loans", "fiction     12     8     20", "science      3     4      7"})});
    REQUIRE(text);
    CHECK(has(text->bytes, "fiction"));
    CHECK(has(text->bytes, "20"));
    const auto empty = convert({"a.pdf", pdf_of({})});
    REQUIRE(empty);
    const auto scanned = read_text(*empty);
    REQUIRE_FALSE(scanned);
    CHECK(scanned.diagnostics.front().code == source_codes::scanned.id);
    const auto broken = convert({"a.pdf", "%PDF-1.4\nnothing\n"});
    REQUIRE_FALSE(broken);
    CHECK(broken.diagnostics.front().code == cli_codes::not_converted.id);
}

TEST_CASE("pdf: one that cannot be read leaves the other files checked") {
    const Folder folder("pdf");
    const auto ran = run({"check", folder.put("broken.pdf", "%PDF-1.4\nnothing\n"), "examples/clean-2022.txt"});
    CHECK(ran.exit == 2);
    CHECK(has(ran.out, "青禾县水利局"));
    CHECK((has(ran.err, "converter-failed") || has(ran.err, "converter-missing")));
}
