// SPDX-License-Identifier: Apache-2.0
// MHTML (RFC 2557), as browsers and Word save a page with its pictures: the first page in it is read, the rest is left
// out.
#include "engine/base/utf8.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace gouji {
namespace {

/// Parts within parts; a saved page has one level, a forwarded one two.
constexpr int deepest = 4;
/// Bytes of the headers of one part.
constexpr std::size_t longest_head = 16'384;

struct Headers {
    std::string type;      ///< Content-Type with its parameters, as written; empty for none
    std::string encoding;  ///< Content-Transfer-Encoding, in lower case
    bool mime = false;     ///< says that it is MIME
    std::size_t end = 0;   ///< where the body begins; 0 where these are not headers
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// Lines `Name: value`, with their continuations, up to an empty line.
Headers headers_of(std::string_view text) {
    Headers made;
    std::string* open = nullptr;
    for (std::size_t at = 0; at < std::min(text.size(), longest_head);) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = std::min(end + 1, text.size());
        if (trimmed(line).empty()) {
            made.end = at;
            return made;
        }
        if (is_blank(line.front())) {
            if (open) *open += " " + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) return {};
        const std::string name = utf8::lowered(line.substr(0, colon));
        open = name == "content-type" ? &made.type : name == "content-transfer-encoding" ? &made.encoding : nullptr;
        if (open) *open = std::string(trimmed(line.substr(colon + 1)));
        made.mime = made.mime || name == "mime-version";
    }
    return {};
}

bool is_type(const Headers& headers, std::string_view type) { return utf8::lowered(headers.type).starts_with(type); }

/// The boundary that the type names; empty for none.
std::string boundary_of(const Headers& headers) {
    constexpr std::string_view name = "boundary=";
    const std::size_t found = utf8::lowered(headers.type).find(name);
    if (found == std::string::npos) return {};
    const std::string_view value = std::string_view(headers.type).substr(found + name.size());
    if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
    return std::string(value.substr(0, value.find_first_of("; \t")));
}

/// Bytes of a part, each with the byte of the file that it came from, and the end.
struct MimePart {
    std::string bytes;
    std::vector<std::uint32_t> origins;

    void put(char byte, std::size_t from) {
        bytes += byte;
        origins.push_back(static_cast<std::uint32_t>(from));
    }
};

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char low = static_cast<char>(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// RFC 2045, 6.7: anything but an escape stays as it is.
void decode_quoted(std::string_view body, std::size_t from, MimePart& made) {
    for (std::size_t at = 0; at < body.size();) {
        if (body[at] != '=') {
            made.put(body[at], from + at);
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < body.size() && (is_blank(body[end]) || body[end] == '\r')) ++end;
        if (end < body.size() && body[end] == '\n') {
            at = end + 1;
            continue;
        }
        const bool escape = at + 2 < body.size() && digit_of(body[at + 1]) >= 0 && digit_of(body[at + 2]) >= 0;
        made.put(escape ? static_cast<char>(digit_of(body[at + 1]) << 4 | digit_of(body[at + 2])) : '=', from + at);
        at += escape ? 3 : 1;
    }
}

/// RFC 2045, 6.8: anything but its letters is skipped.
void decode_base64(std::string_view body, std::size_t from, MimePart& made) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<int, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < letters.size(); ++i)
        values[static_cast<unsigned char>(letters[i])] = static_cast<int>(i);
    unsigned bits = 0;
    int count = 0;
    for (std::size_t at = 0; at < body.size() && body[at] != '='; ++at) {
        const int value = values[static_cast<unsigned char>(body[at])];
        if (value < 0) continue;
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        made.put(static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU), from + at);
    }
}

MimePart decoded(const Headers& headers, std::string_view body, std::size_t from) {
    MimePart made;
    const std::string encoding = utf8::lowered(headers.encoding);
    if (encoding.starts_with("quoted-printable")) decode_quoted(body, from, made);
    else if (encoding.starts_with("base64")) decode_base64(body, from, made);
    else
        for (std::size_t at = 0; at < body.size(); ++at) made.put(body[at], from + at);
    made.origins.push_back(static_cast<std::uint32_t>(from + body.size()));
    return made;
}

/// Where a line begins with the mark, from `at` on.
std::size_t find_line(std::string_view text, std::string_view mark, std::size_t at) {
    for (at = text.find(mark, at); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        if (at == 0 || text[at - 1] == '\n') return at;
    }
    return std::string_view::npos;
}

/// The body parts of a message between its boundaries, until `visit(part, place)` says that one was enough.
template <class Visit>
void for_each_part(std::string_view body, const std::string& boundary, const Visit& visit) {
    const std::string mark = "--" + boundary;
    for (std::size_t at = find_line(body, mark, 0); at != std::string_view::npos;) {
        const std::size_t line = body.find('\n', at);
        if (line == std::string_view::npos || body.substr(at + mark.size()).starts_with("--")) return;
        const std::size_t next = find_line(body, mark, line + 1);
        const std::string_view part = body.substr(line + 1, next == std::string_view::npos ? next : next - line - 1);
        if (visit(part, line + 1)) return;
        at = next;
    }
}

/// The first page of the message that begins at `from` of the file.
std::optional<MimePart> page_in(std::string_view message, std::size_t from, int depth) {
    const Headers headers = headers_of(message);
    const std::string_view body = message.substr(headers.end);
    if (headers.end == 0) return std::nullopt;
    if (is_type(headers, "text/html") || is_type(headers, "application/xhtml"))
        return decoded(headers, body, from + headers.end);
    const std::string boundary = boundary_of(headers);
    if (!is_type(headers, "multipart/") || boundary.empty() || depth == deepest) return std::nullopt;
    std::optional<MimePart> found;
    for_each_part(body, boundary, [&](std::string_view part, std::size_t place) {
        found = page_in(part, from + headers.end + place, depth + 1);
        if (found && found->bytes.empty()) found.reset();
        return found.has_value();
    });
    return found;
}

std::size_t size_of_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? 3 : std::min(bytes.find_first_not_of("\r\n"), bytes.size());
}

}  // namespace

bool is_mhtml(const Source& source) {
    const std::string_view bytes = source.bytes;
    const std::size_t begin = size_of_mark(bytes);
    // Few texts begin with a header.
    const std::size_t name = bytes.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-", begin);
    if (name == begin || name == std::string_view::npos || bytes[name] != ':') return false;
    const Headers headers = headers_of(bytes.substr(begin));
    return headers.mime && (is_type(headers, "multipart/") || is_type(headers, "text/html"));
}

Result<Text> read_mhtml(const Source& source) {
    const std::size_t begin = size_of_mark(source.bytes);
    const auto page = page_in(std::string_view(source.bytes).substr(begin), begin, 0);
    if (!page) return diagnose(source_codes::mhtml_damaged);
    return read_encoded({source.name, page->bytes}, page->origins);
}

}  // namespace gouji
