// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_pdf(std::string_view bytes) { follow(read_pdf({"report.pdf", std::string(bytes)}), bytes, shipped()); }

/// Every line a row of words, each cell at a column of its own: what pdftotext gives of such a page.
std::vector<std::string> seeds_of_pdf() {
    std::vector<std::string> made;
    for (const std::string& filing : filings_ending(".md")) {
        std::string page =
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
            "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html><body>\n<doc>\n<page width=\"595.0\" "
            "height=\"842.0\">\n<flow>\n";
        int top = 40;
        for (std::size_t from = 0; from < filing.size() && page.size() < 12'000; top += 14) {
            const std::size_t end = std::min(filing.find('\n', from), filing.size());
            page +=
                "<block xMin=\"40\" yMin=\"0\" xMax=\"500\" yMax=\"9\"><line xMin=\"40\" yMin=\"0\" xMax=\"500\" "
                "yMax=\"9\">\n";
            int left = 40;
            for (std::size_t at = from; at < end; left += 70) {
                const std::size_t bar = std::min(filing.find('|', at), end);
                if (bar > at)
                    page += "<word xMin=\"" + std::to_string(left) + ".0\" yMin=\"" + std::to_string(top)
                        + ".0\" xMax=\"" + std::to_string(left + 60) + ".0\" yMax=\"" + std::to_string(top + 10)
                        + ".0\">" + filing.substr(at, bar - at) + "</word>\n";
                at = bar + 1;
            }
            page += "</line></block>\n";
            from = end + 1;
        }
        made.push_back(page + "</flow>\n</page>\n</doc>\n</body>\n</html>\n");
    }
    std::string side = "<!DOCTYPE html PUBLIC \"\" \"\"><html><body><doc><page><flow><block><line>";
    int left = 40;
    for (const char* word : {"一、总体情况", "二、主动公开", "1.规章一二", "2.文件三四"}) {
        side += "<word xMin=\"" + std::to_string(left) + ".0\" yMin=\"400.0\" xMax=\"" + std::to_string(left + 10)
            + ".0\" yMax=\"500.0\">" + word + "</word>";
        left += 14;
    }
    made.push_back(side + "</line></block></flow></page></doc></body></html>");
    return made;
}

}  // namespace gouji::fuzz
