// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_html(std::string_view bytes) { follow(read_text({"report.html", std::string(bytes)}), bytes, shipped()); }

std::vector<std::string> seeds_of_html() {
    std::vector<std::string> made = filings_ending(".html");
    made.push_back(
        "<p>一<table><tr><td rowspan=2 colspan=9999999999>1<td>2</table><!-- --><script>3</script>&#20108;&nbsp;");
    for (std::string& one : files_below("examples", ".html")) made.push_back(std::move(one));
    return made;
}

}  // namespace gouji::fuzz
