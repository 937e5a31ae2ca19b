// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/targets.hpp"

#include <algorithm>
#include <array>

namespace gouji::fuzz {
namespace {

constexpr std::array table = {
    Target{"decode", "bytes of any encoding", take_decode, seeds_of_decode},
    Target{"plain", "a text, read, judged and written out", take_plain, seeds_of_plain},
    Target{"html", "a web page, likewise", take_html, seeds_of_html},
    Target{"docx", "a package with this document in it, or these bytes as a package", take_docx, seeds_of_docx},
    Target{"xlsx", "a package with this sheet in it, or these bytes as a package", take_xlsx, seeds_of_xlsx},
    Target{"pdf", "words with their places, as pdftotext gives them", take_pdf, seeds_of_pdf},
    Target{"mhtml", "a web page in a message of MIME", take_mhtml, seeds_of_mhtml},
    Target{"package", "the relations of a package, or these bytes as an archive of anything", take_package,
        seeds_of_package},
    Target{"form", "a form file", take_form, seeds_of_form},
    Target{"rule", "a file of rules, compiled and evaluated", take_rule, seeds_of_rule},
    Target{"expression", "the formula of a rule", take_expression, seeds_of_expression},
    Target{"pattern", "a pattern of a form on its first line, a text behind it", take_pattern, seeds_of_pattern},
    Target{"jsonl", "documents, one a line", take_jsonl, seeds_of_jsonl},
    Target{"reports", "one to three reports given together: checked under two suites, explained, in every format",
        take_reports, seeds_of_reports},
    Target{"request", "a request to the workbench", take_request, seeds_of_request},
    Target{
        "store", "readings and judgements as a store keeps them, and the file of a store", take_store, seeds_of_store},
};

}  // namespace

std::span<const Target> targets() { return table; }

const Target* target_named(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Target& one) { return one.name == name; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace gouji::fuzz
