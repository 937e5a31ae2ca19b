// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/inputs.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/base/utf8.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/guard.hpp"
#include "engine/source/readers/readers.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <istream>
#include <iterator>
#include <map>
#include <system_error>
#include <utility>

namespace gouji {
namespace {

/// A document in a line of JSON has so many bytes at most; far more than any format is read of.
constexpr std::size_t most_of_a_line = 64U << 20U;

/// Everything that the stream has. One that is closed, or a folder, is told: it is no empty report.
Result<std::string> all_of(std::istream& in) {
    std::string all;
    std::array<char, 1 << 16> block;
    errno = 0;
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
        all.append(block.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return unreadable("-", errno == 0 ? EIO : errno);
    return all;
}

Diagnostic at_line(const Code& code, const std::string& file, int line, Words why = {}) {
    Diagnostic made = diagnose(code, {{"why", std::move(why)}});
    made.file = utf8::printable(file);
    made.line = line;
    made.column = 1;
    return made;
}

enum class LineRead { none, whole, too_long };

/// The next line, without its end. As soon as it is there: somebody may wait for the answer before they write the next.
LineRead read_line(std::istream& in, std::string& line) {
    line.clear();
    bool too_long = false;
    std::array<char, 1 << 14> block;
    for (;;) {
        in.getline(block.data(), block.size());
        const auto got = static_cast<std::size_t>(in.gcount());
        if (got == 0 && !in)
            return line.empty() && !too_long ? LineRead::none : too_long ? LineRead::too_long : LineRead::whole;
        const bool full = in.fail() && !in.eof();
        // What was got counts the line end where there was one.
        const std::size_t bytes = full || in.eof() ? got : got - 1;
        too_long = too_long || line.size() + bytes > most_of_a_line;
        if (!too_long) line.append(block.data(), bytes);
        if (!full) return too_long ? LineRead::too_long : LineRead::whole;
        in.clear();
    }
}

/// {"name": …, "text": …} or {"name": …, "path": …}; the name may be left out where there is a path.
Input parse_document(const std::string& line, const std::string& file, int number) {
    const auto refuse = [&](Words why) {
        Input made{};
        made.diagnostics.push_back(at_line(cli_codes::wrong_document, file, number, std::move(why)));
        return made;
    };
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    if (json.HasParseError()) return refuse(same(rapidjson::GetParseError_En(json.GetParseError())));
    if (!json.IsObject()) return refuse({"不是对象", "it is not an object"});
    const auto text_of = [&](const char* key) -> std::optional<std::string> {
        const auto found = json.FindMember(key);
        if (found == json.MemberEnd() || !found->value.IsString()) return std::nullopt;
        return std::string(found->value.GetString(), found->value.GetStringLength());
    };
    auto name = text_of("name");
    auto text = text_of("text");
    const auto path = text_of("path");
    if (text.has_value() == path.has_value())
        return refuse({"text 与 path 应恰有其一，且为字符串", "it must have a text or a path, but not both"});
    if (!name && !path) return refuse({"没有 name", "it has no name"});
    Input made{name ? *name : *path};
    if (path) made.path = *path;
    made.text = std::move(text);
    return made;
}

}  // namespace

Inputs::Inputs(
    const Arguments& arguments, std::istream& in, std::vector<Diagnostic>& diagnostics, std::vector<Diagnostic>& notes)
    : in_(in),
      diagnostics_(diagnostics),
      notes_(notes),
      written_(files_written(arguments)),
      documents_(arguments.documents) {
    for (const std::string& path : arguments.paths) {
        if (path.size() > 1 && path.front() == '@') find_listed(path.substr(1));
        else find(path, "PATH");
    }
    tell_passed(arguments.verbose);
    if (documents_.empty() || documents_ == "-") return;
    errno = 0;
    documents_file_.open(documents_, std::ios::binary);
    if (documents_file_ && !may_be_directory(documents_)) return;
    diagnostics.push_back(unreadable(documents_, documents_file_ ? EISDIR : errno));
    documents_.clear();
}

bool Inputs::is_written(const std::string& path) const {
    return std::any_of(written_.begin(), written_.end(), [&](const FileIdentity& one) { return one.is(path); });
}

void Inputs::find(const std::string& path, const std::string& option) {
    if (path == "-") {
        add(path);
    } else if (may_be_directory(path)) {
        find_below(path);
    } else if (is_written(path)) {
        diagnostics_.push_back(output_is_input(path, option));
    } else {
        add(path);
    }
}

void Inputs::find_below(const std::string& folder) {
    FoundBelow found = files_below(folder, known_endings());
    folders_.push_back(folder);
    std::move(found.passed.begin(), found.passed.end(), std::back_inserter(passed_));
    bool any = false;
    for (const auto& one : found.files) {
        if (is_written(one)) {
            notes_.push_back(diagnose(cli_codes::output_passed_over));
            notes_.back().file = utf8::printable(one);
            continue;
        }
        any = true;
        add(one);
    }
    if (!any && found.refused.empty()) {
        std::string endings;
        for (const auto one : known_endings()) endings += (endings.empty() ? "" : " ") + std::string(one);
        diagnostics_.push_back(diagnose(cli_codes::directory_empty, {{"endings", same(endings)}}));
        diagnostics_.back().file = utf8::printable(folder);
    }
    append(diagnostics_, std::move(found.refused));
}

/// In one line how many of each kind were left; the commonest kinds first.
void Inputs::tell_passed(bool names) {
    if (passed_.empty()) return;
    std::map<std::string, std::pair<Words, std::size_t>> counts;
    for (const auto& one : passed_) {
        auto& [kind, count] = counts.try_emplace(one.kind.en, one.kind, 0).first->second;
        ++count;
    }
    std::vector<std::pair<Words, std::size_t>> kinds;
    for (const auto& [name, one] : counts) kinds.push_back(one);
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    Words listed;
    constexpr std::size_t most_kinds = 8;
    for (std::size_t i = 0; i < kinds.size() && i < most_kinds; ++i) {
        const std::string count = " " + std::to_string(kinds[i].second);
        listed.zh += (i == 0 ? "" : "，") + kinds[i].first.zh + count;
        listed.en += (i == 0 ? "" : ", ") + kinds[i].first.en + count;
    }
    if (kinds.size() > most_kinds) listed = {listed.zh + "，等等", listed.en + ", and others"};
    std::string lines;
    for (const auto& one : passed_) lines += names ? "\n    " + utf8::printable(one.path) : "";
    notes_.push_back(diagnose(cli_codes::passed_over,
        {{"count", same(std::to_string(passed_.size()))}, {"kinds", listed}, {"names", same(lines)}}));
    if (folders_.size() == 1) notes_.back().file = utf8::printable(folders_.front());
}

void Inputs::add(std::string_view path) {
    found_ += path;
    found_ += '\0';
    ++count_;
}

/// One path a line, or, where a name may have line ends in it, each with a zero byte behind it (find -print0).
void Inputs::find_listed(const std::string& list) {
    auto content = list == "-" ? all_of(in_) : read_file(list);
    append(diagnostics_, std::move(content.diagnostics));
    if (!content) return;
    std::string_view names = *content;
    if (names.starts_with("\xEF\xBB\xBF")) names.remove_prefix(3);
    const char end = names.find('\0') == std::string_view::npos ? '\n' : '\0';
    bool any = false;
    for (std::size_t from = 0; from < names.size();) {
        std::size_t to = std::min(names.find(end, from), names.size());
        const std::size_t next = to + 1;
        if (end == '\n' && to > from && names[to - 1] == '\r') --to;
        if (names.substr(from, to - from).find_first_not_of(end == '\n' ? " \t" : "") != std::string_view::npos) {
            any = true;
            find(std::string(names.substr(from, to - from)), "@" + list);
        }
        from = next;
    }
    if (any) return;
    diagnostics_.push_back(diagnose(cli_codes::nothing_to_check));
    diagnostics_.back().file = "@" + utf8::printable(list);
}

std::optional<Input> Inputs::next() {
    if (at_ == found_.size()) return documents_.empty() ? std::nullopt : next_document();
    Input made{found_.substr(at_, found_.find('\0', at_) - at_)};
    at_ += made.name.size() + 1;
    made.standard_input = made.name == "-";
    return made;
}

/// What could not be read to its end, or held nothing, is told once.
std::optional<Input> Inputs::end_of_documents(const std::istream& from) {
    const int error = errno;
    if (std::exchange(ended_, true) || (document_seen_ && !from.bad())) return std::nullopt;
    Input made{};
    made.diagnostics.push_back(
        from.bad() ? unreadable(documents_, error == 0 ? EIO : error) : diagnose(cli_codes::nothing_to_check));
    made.diagnostics.back().file = utf8::printable(documents_);
    return made;
}

std::optional<Input> Inputs::next_document() {
    std::istream& from = documents_ == "-" ? in_ : documents_file_;
    std::string line;
    errno = 0;
    for (;;) {
        const LineRead read = read_line(from, line);
        if (read == LineRead::none) return end_of_documents(from);
        ++line_;
        if (read == LineRead::too_long) {
            Input made{};
            document_seen_ = true;
            made.diagnostics.push_back(
                at_line(cli_codes::wrong_document, documents_, line_, {"这一行太长", "the line is too long"}));
            return made;
        }
        if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        document_seen_ = true;
        Input made = parse_document(line, documents_, line_);
        if (!made.path.empty() && is_written(made.path)) {
            made.diagnostics.push_back(output_is_input(made.path, "--documents"));
        }
        return made;
    }
}

std::optional<std::size_t> Inputs::total() const { return documents_.empty() ? std::optional(count_) : std::nullopt; }

Result<Source> read_input(Input input, std::istream& in) {
    Result<Source> made;
    if (!input.diagnostics.empty()) {
        made.diagnostics = std::move(input.diagnostics);
    } else if (input.standard_input) {
        auto content = all_of(in);
        made.diagnostics = std::move(content.diagnostics);
        if (content) made.value = Source{input.name, std::move(*content)};
    } else if (input.text) {
        made.value = Source{utf8::printable(input.name), std::move(*input.text)};
    } else {
        auto content = read_file(input.path.empty() ? input.name : input.path);
        made.diagnostics = std::move(content.diagnostics);
        if (content) made.value = Source{utf8::printable(input.name), std::move(*content)};
    }
    return made;
}

}  // namespace gouji
