// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the borders over which a stranger's bytes come, each as a function that takes them, with the bytes
// to begin from.
// Refuses: to make bytes up; libFuzzer does (driver.cpp), and tests/unit/fuzz.cpp in every build.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::fuzz {

struct Target {
    std::string_view name;
    std::string_view what;
    /// Whatever the bytes are: no crash, no hang, and what is true of every result holds (`hold`).
    void (*take)(std::string_view bytes);
    std::vector<std::string> (*seeds)();
};

std::span<const Target> targets();
const Target* target_named(std::string_view name);

// One for each file.
void take_decode(std::string_view bytes);
std::vector<std::string> seeds_of_decode();
void take_plain(std::string_view bytes);
std::vector<std::string> seeds_of_plain();
void take_html(std::string_view bytes);
std::vector<std::string> seeds_of_html();
void take_docx(std::string_view bytes);
std::vector<std::string> seeds_of_docx();
void take_xlsx(std::string_view bytes);
std::vector<std::string> seeds_of_xlsx();
void take_pdf(std::string_view bytes);
std::vector<std::string> seeds_of_pdf();
void take_mhtml(std::string_view bytes);
std::vector<std::string> seeds_of_mhtml();
void take_package(std::string_view bytes);
std::vector<std::string> seeds_of_package();
void take_form(std::string_view bytes);
std::vector<std::string> seeds_of_form();
void take_rule(std::string_view bytes);
std::vector<std::string> seeds_of_rule();
void take_expression(std::string_view bytes);
std::vector<std::string> seeds_of_expression();
void take_pattern(std::string_view bytes);
std::vector<std::string> seeds_of_pattern();
void take_jsonl(std::string_view bytes);
std::vector<std::string> seeds_of_jsonl();
void take_reports(std::string_view bytes);
std::vector<std::string> seeds_of_reports();
void take_request(std::string_view bytes);
std::vector<std::string> seeds_of_request();
void take_store(std::string_view bytes);
std::vector<std::string> seeds_of_store();

}  // namespace gouji::fuzz
