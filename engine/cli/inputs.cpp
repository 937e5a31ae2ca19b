// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/inputs.hpp"

#include "engine/api/files.hpp"
#include "engine/base/utf8.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/source/readers/readers.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <cerrno>
#include <istream>
#include <iterator>
#include <system_error>
#include <utility>

namespace gouji {
namespace {

/// A document in a line of JSON has so many bytes at most; far more than any format is read of.
constexpr std::size_t most_of_a_line = 64U << 20U;

std::string all_of(std::istream& in) { return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}; }

Diagnostic at_line(const Code& code, const std::string& file, int line, Words why = {}) {
    Diagnostic made = diagnose(code, {{"why", std::move(why)}});
    made.file = utf8::printable(file);
    made.line = line;
    made.column = 1;
    return made;
}

enum class Line { none, whole, too_long };

/// The next line, without its end. As soon as it is there: somebody may wait for the answer before they write the next.
Line read_line(std::istream& in, std::string& line) {
    line.clear();
    bool too_long = false;
    std::array<char, 1 << 14> block;
    for (;;) {
        in.getline(block.data(), block.size());
        const auto got = static_cast<std::size_t>(in.gcount());
        if (got == 0 && !in) return line.empty() && !too_long ? Line::none : too_long ? Line::too_long : Line::whole;
        const bool full = in.fail() && !in.eof();
        // What was got counts the line end where there was one.
        const std::size_t bytes = full || in.eof() ? got : got - 1;
        too_long = too_long || line.size() + bytes > most_of_a_line;
        if (!too_long) line.append(block.data(), bytes);
        if (!full) return too_long ? Line::too_long : Line::whole;
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
    if (!json.IsObject()) return refuse({"不是对象", "it is no object"});
    const auto text_of = [&](const char* key) -> std::optional<std::string> {
        const auto found = json.FindMember(key);
        if (found == json.MemberEnd() || !found->value.IsString()) return std::nullopt;
        return std::string(found->value.GetString(), found->value.GetStringLength());
    };
    auto name = text_of("name");
    auto text = text_of("text");
    const auto path = text_of("path");
    if (text.has_value() == path.has_value()) return refuse({"text 与 path 应恰有其一，且为字符串", "it must have a text or a path, and not both"});
    if (!name && !path) return refuse({"没有 name", "it has no name"});
    Input made{name ? *name : *path};
    if (path) made.path = *path;
    made.text = std::move(text);
    return made;
}

}  // namespace

Inputs::Inputs(const Arguments& arguments, std::istream& in, std::vector<Diagnostic>& diagnostics) : in_(in), documents_(arguments.documents) {
    for (const std::string& path : arguments.paths) {
        if (path.size() > 1 && path.front() == '@') find_listed(path.substr(1), diagnostics);
        else find(path, diagnostics);
    }
    if (documents_.empty() || documents_ == "-") return;
    errno = 0;
    documents_file_.open(documents_, std::ios::binary);
    if (documents_file_ && !may_be_directory(documents_)) return;
    diagnostics.push_back(unreadable(documents_, documents_file_ ? EISDIR : errno));
    documents_.clear();
}

void Inputs::find(const std::string& path, std::vector<Diagnostic>& diagnostics) {
    if (path == "-" || !may_be_directory(path)) {
        add(path);
        return;
    }
    std::error_code error;
    const auto files = files_below(path, known_endings(), error);
    if (error) {
        diagnostics.push_back(unreadable(path, error.value()));
    } else if (files.empty()) {
        std::string endings;
        for (const auto one : known_endings()) endings += (endings.empty() ? "" : " ") + std::string(one);
        diagnostics.push_back(diagnose(cli_codes::empty_directory, {{"endings", same(endings)}}));
        diagnostics.back().file = utf8::printable(path);
    }
    for (const auto& one : files) add(one);
}

void Inputs::add(std::string_view path) {
    found_ += path;
    found_ += '\0';
    ++count_;
}

/// One path a line, or, where a name may have line ends in it, each with a zero byte behind it (find -print0).
void Inputs::find_listed(const std::string& list, std::vector<Diagnostic>& diagnostics) {
    std::string names;
    if (list == "-") {
        names = all_of(in_);
    } else {
        auto content = read_file(list);
        append(diagnostics, std::move(content.diagnostics));
        if (content) names = std::move(*content);
    }
    const char end = names.find('\0') == std::string::npos ? '\n' : '\0';
    for (std::size_t from = 0; from < names.size();) {
        std::size_t to = std::min(names.find(end, from), names.size());
        const std::size_t next = to + 1;
        if (end == '\n' && to > from && names[to - 1] == '\r') --to;
        if (to > from) find(names.substr(from, to - from), diagnostics);
        from = next;
    }
}

std::optional<Input> Inputs::next() {
    if (at_ == found_.size()) return documents_.empty() ? std::nullopt : next_document();
    Input made{found_.substr(at_, found_.find('\0', at_) - at_)};
    at_ += made.name.size() + 1;
    made.standard_input = made.name == "-";
    return made;
}

std::optional<Input> Inputs::next_document() {
    std::istream& from = documents_ == "-" ? in_ : documents_file_;
    std::string line;
    for (;;) {
        const Line read = read_line(from, line);
        if (read == Line::none) return std::nullopt;
        ++line_;
        if (read == Line::too_long) {
            Input made{};
            made.diagnostics.push_back(at_line(cli_codes::wrong_document, documents_, line_, {"这一行太长", "the line is too long"}));
            return made;
        }
        if (line.find_first_not_of(" \t\r") != std::string::npos) return parse_document(line, documents_, line_);
    }
}

std::optional<std::size_t> Inputs::total() const { return documents_.empty() ? std::optional(count_) : std::nullopt; }

Result<Source> read_input(Input input, std::istream& in) {
    Result<Source> made;
    if (!input.diagnostics.empty()) {
        made.diagnostics = std::move(input.diagnostics);
    } else if (input.standard_input) {
        made.value = Source{input.name, all_of(in)};
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
