// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_mhtml(std::string_view bytes) {
    // What is damaged may be a text of another kind by now.
    follow(read_mhtml({"report.mht", std::string(bytes)}), bytes, shipped());
    follow(read_text({"report.mht", std::string(bytes)}), bytes, shipped());
}

std::vector<std::string> seeds_of_mhtml() {
    const std::string head =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--b\"\r\n\r\n----b\r\nContent-Type: "
        "text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: ";
    std::vector<std::string> made;
    for (const std::string& page : filings_ending(".html"))
        made.push_back(head + "8bit\r\n\r\n" + page + "\r\n----b--\r\n");
    made.push_back(head +
                   "quoted-printable\r\n\r\n<p>=E4=B8=80=\r\n=E3=80=81 "
                   "12=E4=BB=B6</p>=3D=\r\n\r\n----b\r\nContent-Type: image/png\r\n\r\nx\r\n----b--\r\n");
    made.push_back(
        head + "base64\r\n\r\nPHRhYmxlPjx0cj48dGQ+5LiA44CBPC90ZD48dGQ+MTI8L3RkPjwvdHI+PC90YWJsZT4=\r\n----b--\r\n");
    made.push_back(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; "
        "boundary=b\n\n--b\nContent-Type: text/html\n\n<p>1</p>\n--b--\n--a--\n");
    return made;
}

}  // namespace gouji::fuzz
