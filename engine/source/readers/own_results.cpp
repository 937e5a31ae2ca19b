// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_own_results.hpp"

#include "engine/base/origin.hpp"
#include "engine/base/utf8.hpp"
#include "engine/source/readers/private_xml.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace gouji {
namespace {

constexpr std::size_t most_of_a_head = 4096;

/// The next line, without its end; `text` goes on after it.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool begins(std::string_view line, const origin::Opening& with) {
    return line.starts_with(with.zh) || line.starts_with(with.en);
}

/// The mark is in the head of the page, before anything that a report could say.
bool is_page(std::string_view head) {
    const std::string lowered = utf8::lowered(head);
    const std::size_t mark = lowered.find(origin::page_mark);
    return mark != std::string::npos && lowered.find("<head") < mark
        && mark < std::min({lowered.find("<body"), lowered.find("</head"), lowered.size()});
}

/// The header of the list: spreadsheets save it with other quotes and separators.
bool is_listing(std::string_view text) {
    std::string_view line = take_line(text).substr(0, most_of_a_head);
    for (const origin::Opening& title : origin::listing) {
        const std::size_t end = std::min(line.find_first_of(",;\t"), line.size());
        std::string_view field = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        if (field.size() > 1 && field.front() == '"' && field.back() == '"') field = field.substr(1, field.size() - 2);
        if (field != title.zh && field != title.en) return false;
    }
    return true;
}

/// Keys in their order, with anything but a bracket for the values between them.
bool has_keys(std::string_view json, std::initializer_list<std::string_view> keys) {
    if (!json.starts_with('{')) return false;
    json.remove_prefix(1);
    for (const std::string_view key : keys) {
        if (!json.starts_with(key)) return false;
        const std::size_t next = json.find(",\"", key.size());
        json.remove_prefix(next == std::string_view::npos ? json.size() : next + 1);
    }
    return true;
}

bool is_json(std::string_view head) {
    const std::string json = utf8::without_blanks(head);
    for (const std::string_view next :
        {"\"filings\":[", "\"differences\":[", "\"diagnostics\":[", "\"kind\":\"summary\""}) {
        if (has_keys(json, {"\"version\":\"", next})) return true;
    }
    for (const std::string_view list : {"\"findings\":[", "\"published\":"}) {
        if (has_keys(json, {"\"file\":\"", "\"organ\":", "\"year\":", list})) return true;
    }
    return json.starts_with("{\"$schema\":")
        && json.find("\"runs\":[{\"tool\":{\"driver\":{\"name\":\"gouji\"") != std::string::npos;
}

/// A report for GitLab: a list of issues, each of which names its maker first.
bool is_issues(std::string_view head) {
    return utf8::without_blanks(head).starts_with("[{\"engine_name\":\"" + std::string(origin::gitlab_engine) + "\"");
}

/// ::error file=report.txt,line=12,col=3,title=…::…
bool is_annotations(std::string_view text) {
    const std::string_view line = take_line(text);
    for (const std::string_view command : {"::error file=", "::warning file=", "::notice file="}) {
        if (line.starts_with(command)) return line.find(",title=") != std::string_view::npos;
    }
    return false;
}

/// 通过 34，不通过 2。: an outcome, how many times, and a stop.
bool begins_with_counts(std::string_view line) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t first = line.find_first_of(digits);
    if (first == std::string_view::npos || first == 0 || line[first - 1] != ' ') return false;
    line.remove_prefix(std::min(line.find_first_not_of(digits, first), line.size()));
    return line.starts_with("，") || line.starts_with("。") || line.starts_with(", ") || line.starts_with(".");
}

/// 共 12 份报告：8 个错误, or in the other language: the number of reports, and how many errors they have.
bool is_run(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    const std::string_view line = take_line(text);
    for (const auto& [before, after, errors] :
        {std::tuple{origin::run_before_number.zh, origin::run_after_number.zh, " 个错误"},
            {origin::run_before_number.en, origin::run_after_number.en, " error"}}) {
        if (!line.starts_with(before)) continue;
        const std::string_view rest = line.substr(before.size());
        const std::size_t end = std::min(rest.find_first_not_of(digits), rest.size());
        if (end > 0 && rest.substr(end).starts_with(after) && rest.find(errors) != std::string_view::npos) return true;
    }
    return false;
}

/// report.txt:12:3: error requests-unbalanced …
bool is_concise(std::string_view text) {
    const std::string_view line = take_line(text);
    for (const std::string_view severity : {": error ", ": warning ", ": note "}) {
        std::size_t at = line.find(severity);
        bool numbered = at != std::string_view::npos;
        for (int number = 0; number < 2 && numbered; ++number) {
            const std::size_t last = at;
            while (at > 0 && line[at - 1] >= '0' && line[at - 1] <= '9') --at;
            numbered = at < last && at > 1 && line[at - 1] == ':';
            if (numbered) --at;
        }
        if (numbered) return true;
    }
    return false;
}

/// Such a line below a title that ends with the name of a file.
bool is_checked(std::string_view text) {
    const std::string_view title = take_line(text);
    const std::size_t first = title.find(" · ");
    if (first == std::string_view::npos || title.find(" · ", first + 1) == std::string_view::npos) return false;
    while (!text.empty()) {
        std::string_view line = take_line(text);
        if (!line.starts_with("  ")) continue;
        line.remove_prefix(2);
        for (const std::string_view name : {origin::checked.zh, origin::checked.en}) {
            if (line.starts_with(name) && begins_with_counts(line.substr(name.size()))) return true;
        }
    }
    return false;
}

bool is_read(std::string_view text) {
    take_line(text);
    return std::all_of(origin::read.begin(), origin::read.end(), [&](const origin::Opening& field) {
        const std::string_view line = take_line(text);
        return line.starts_with("  ") && begins(line.substr(2), field);
    });
}

/// The author that the properties of a workbook or document name; office programs keep it when they save.
bool is_office_file(const Source& source) {
    const Result<Archive> archive = Archive::open(source.bytes);
    const std::string part = "docProps/core.xml";
    if (!archive || !archive->has(part)) return false;
    const Result<Xml> properties = parse_part(*archive, part);
    return properties
        && std::string_view(child_named((*properties)->document_element(), "creator").child_value())
               .starts_with(origin::writer);
}

}  // namespace

bool is_own_text(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::string_view head = text.substr(0, most_of_a_head);
    switch (head.empty() ? '\0' : head.front()) {
        case '<':
            return head.starts_with(origin::markdown_mark)
                || head.substr(0, 128).find(origin::junit_mark) != std::string_view::npos || is_page(head);
        case '{': return is_json(head);
        case '[': return is_issues(head);
        case ':': return is_annotations(text);
        default: return is_listing(text) || is_concise(text) || is_checked(text) || is_read(text) || is_run(text);
    }
}

bool is_own_result(const Source& source) {
    return source.bytes.starts_with("PK\x03\x04") ? is_office_file(source) : is_own_text(source.bytes);
}

}  // namespace gouji
