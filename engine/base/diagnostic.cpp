// SPDX-License-Identifier: Apache-2.0
#include "engine/base/diagnostic.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

Diagnostic diagnose(const Code& code, Substitutes arguments) {
    Diagnostic diagnostic;
    diagnostic.code = code.id;
    diagnostic.severity = code.severity;
    diagnostic.message = fill(code.zh, code.en, arguments);
    diagnostic.help = fill(code.help_zh, code.help_en, arguments);
    return diagnostic;
}

namespace {

/// The beginning of the line that holds `at`.
std::size_t line_start(std::string_view content, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : content.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

int count_lines(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

void place(Diagnostic& diagnostic, std::string_view file, std::string_view content, Span where) {
    diagnostic.file = file;
    const std::size_t start = std::min<std::size_t>(where.start, content.size());
    const std::size_t end = std::clamp<std::size_t>(where.end, start, content.size());
    const std::size_t first = line_start(content, start);
    const std::size_t last = std::min(content.find('\n', start), content.size());
    diagnostic.line = 1 + count_lines(content.substr(0, first));
    diagnostic.column = 1 + static_cast<int>(utf8::count(content.substr(first, start - first)));
    diagnostic.excerpt = content.substr(first, last - first);
    if (!diagnostic.excerpt.empty() && diagnostic.excerpt.back() == '\r') diagnostic.excerpt.pop_back();
    const auto clip = [&](std::size_t at) {
        return static_cast<std::uint32_t>(std::min(at - first, diagnostic.excerpt.size()));
    };
    diagnostic.mark = {clip(start), clip(std::min(end, last))};
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(
        diagnostics.begin(), diagnostics.end(), [](const Diagnostic& one) { return one.severity == Severity::error; });
}

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace gouji
