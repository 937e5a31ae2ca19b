// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/quick_yaml.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// Stops at the first thing that it does not know, and remembers that it did.
class QuickReader {
public:
    explicit QuickReader(std::string_view content) : content_(content) {}

    std::optional<Yaml> read() {
        if (content_.find('\t') != std::string_view::npos || content_.find('\r') != std::string_view::npos
            || content_.substr(0, 3) == "\xEF\xBB\xBF")
            return std::nullopt;
        if (!split() || lines_.empty() || lines_.front().column != 0) return std::nullopt;
        std::optional<Yaml> root(std::in_place);
        block(0, 0, *root);
        if (failed_ || next_ != lines_.size()) return std::nullopt;
        return root;
    }

private:
    /// A line that is neither empty nor a comment.
    struct YamlLine {
        std::size_t column = 0;  ///< of its first character
        std::size_t start = 0;   ///< of that character in the content
        std::size_t end = 0;
    };

    bool split() {
        for (std::size_t from = 0; from < content_.size();) {
            const std::size_t end = std::min(content_.find('\n', from), content_.size());
            const std::size_t first = std::min(content_.find_first_not_of(' ', from), end);
            if (first < end && content_[first] != '#') {
                const std::string_view line = content_.substr(first, end - first);
                if (first == from && (line.substr(0, 3) == "---" || line.substr(0, 3) == "...")) return false;
                lines_.push_back({first - from, first, end});
            }
            from = end + 1;
        }
        return true;
    }

    void fail() { failed_ = true; }

    /// Nodes are made where they stay: they are large, and there are thousands.
    void begin(Yaml::Kind kind, std::size_t offset, Yaml& node) {
        if (++nodes_ > most_nodes) fail();
        node.kind = kind;
        node.offset = offset;
    }

    [[nodiscard]] bool starts_item(const YamlLine& line) const {
        return content_[line.start] == '-' && line.start + 1 < line.end && content_[line.start + 1] == ' ';
    }

    /// The list or map that begins at the next line, in that column.
    void block(std::size_t column, int depth, Yaml& made) {
        constexpr int deepest = 40;
        if (failed_ || depth > deepest || next_ >= lines_.size() || lines_[next_].column != column) return fail();
        if (starts_item(lines_[next_])) list(column, depth, made);
        else map(column, lines_[next_].start, depth, made);
    }

    /// How many lines of a block begin in its column: entries are large, and lists of them are not to grow.
    [[nodiscard]] std::size_t lines_in(std::size_t column) const {
        std::size_t count = 0;
        for (std::size_t at = next_; at < lines_.size() && lines_[at].column >= column; ++at)
            count += lines_[at].column == column ? std::size_t{1} : std::size_t{0};
        return count;
    }

    void list(std::size_t column, int depth, Yaml& all) {
        begin(Yaml::Kind::list, lines_[next_].start, all);
        all.items.reserve(lines_in(column));
        while (!failed_ && next_ < lines_.size() && lines_[next_].column == column && starts_item(lines_[next_])) {
            YamlLine& line = lines_[next_];
            const std::size_t first = content_.find_first_not_of(' ', line.start + 1);
            if (first >= line.end || content_[first] == '#' || starts_item({0, first, line.end})) return fail();
            const std::size_t inner = column + (first - line.start);
            if (key_end(first, line.end)) {
                // The item is a map whose first key follows the dash.
                line.column = inner;
                line.start = first;
                map(inner, first, depth + 1, all.items.emplace_back());
            } else {
                value(first, line.end, all.items.emplace_back());
                ++next_;
                if (next_ < lines_.size() && lines_[next_].column > column) return fail();
            }
        }
        if (next_ < lines_.size() && lines_[next_].column > column) fail();
    }

    void map(std::size_t column, std::size_t offset, int depth, Yaml& all) {
        begin(Yaml::Kind::map, offset, all);
        all.entries.reserve(std::min(lines_in(column), most_keys));
        while (!failed_ && next_ < lines_.size() && lines_[next_].column == column && !starts_item(lines_[next_])) {
            const YamlLine line = lines_[next_];
            const auto end = key_end(line.start, line.end);
            if (!end || all.entries.size() == most_keys) return fail();
            auto& [key, below] = all.entries.emplace_back();
            scalar(line.start, *end, key);
            if (failed_ || all.find(key.text) != &below) return fail();
            map_value(line, *end + 1, depth, below);
        }
        if (next_ < lines_.size() && lines_[next_].column > column) fail();
    }

    /// The value after the colon of a key: on its line, or in the lines below.
    void map_value(const YamlLine& line, std::size_t after, int depth, Yaml& made) {
        const std::size_t first = std::min(content_.find_first_not_of(' ', after), line.end);
        ++next_;
        if (first < line.end) return value(first, line.end, made);
        if (next_ >= lines_.size()) return fail();
        const std::size_t inner = lines_[next_].column;
        const bool list_beside = inner == line.column && starts_item(lines_[next_]);
        if (inner <= line.column && !list_beside) return fail();
        block(inner, depth + 1, made);
    }

    /// The place of the colon that ends a key of a block map; nothing when the line does not begin with a key.
    [[nodiscard]] std::optional<std::size_t> key_end(std::size_t start, std::size_t end) const {
        const char first = content_[start];
        if (first == '"' || first == '\'') {
            const std::size_t close = std::min(content_.find(first, start + 1), end);
            const bool colon =
                close + 1 < end && content_[close + 1] == ':' && (close + 2 == end || content_[close + 2] == ' ');
            return colon ? std::optional(close + 1) : std::nullopt;
        }
        if (first == '{' || first == '[') return std::nullopt;
        for (std::size_t at = start; at < end; ++at) {
            const bool ends = content_[at] == ':' && (at + 1 == end || content_[at + 1] == ' ');
            if (ends) return at > start && content_[at - 1] != ' ' ? std::optional(at) : std::nullopt;
            if (content_[at] == '#' && content_[at - 1] == ' ') return std::nullopt;
        }
        return std::nullopt;
    }

    /// A value that fills the rest of a line.
    void value(std::size_t start, std::size_t end, Yaml& made) {
        while (end > start && content_[end - 1] == ' ') --end;
        if (content_[start] != '{' && content_[start] != '[') return scalar(start, end, made);
        std::size_t at = start;
        flow(at, end, 0, made);
        if (at != end) fail();
    }

    /// A text from here to there. Plain ones are refused where YAML could see more in them.
    void scalar(std::size_t start, std::size_t end, Yaml& made) {
        begin(Yaml::Kind::scalar, start, made);
        if (start >= end) return fail();
        const char first = content_[start];
        if (first == '"' || first == '\'') {
            if (content_[end - 1] != first || end - start < 2) return fail();
            made.text = content_.substr(start + 1, end - start - 2);
            made.quoted = true;
            ++made.offset;
            if (made.text.find(first) != std::string::npos
                || (first == '"' && made.text.find('\\') != std::string::npos))
                fail();
        } else {
            made.text = content_.substr(start, end - start);
            if (!is_plain(made.text)) fail();
        }
    }

    /// A text without quotes in which YAML can see nothing more.
    static bool is_plain(std::string_view text) {
        constexpr std::string_view signs = "&*!|>%@`?#,[]{}\"'";
        const char first = text.front();
        const bool sign = signs.find(first) != std::string_view::npos;
        const bool dash = (first == '-' || first == ':' || first == '?') && (text.size() == 1 || text[1] == ' ');
        return !sign && !dash && !is_cut(text) && text != "~";
    }

    /// A comment or a value begins in the text. Texts are short: one loop is quicker than two searches.
    static bool is_cut(std::string_view text) {
        for (std::size_t at = 1; at < text.size(); ++at) {
            if ((text[at] == '#' && text[at - 1] == ' ') || (text[at] == ' ' && text[at - 1] == ':')) return true;
        }
        return text.back() == ':';
    }

    /// { a: b, c: [ d ] } on one line; `at` moves past it.
    void flow(std::size_t& at, std::size_t end, int depth, Yaml& all) {
        constexpr int deepest = 20;
        if (failed_ || depth > deepest) return fail();
        const bool map = content_[at] == '{';
        const char close = map ? '}' : ']';
        begin(map ? Yaml::Kind::map : Yaml::Kind::list, at, all);
        if (map) all.entries.reserve(2);  // { zh: …, en: … }
        skip(++at, end);
        while (!failed_ && at < end && content_[at] != close) {
            if (map) flow_entry(at, end, depth, all);
            else flow_value(at, end, depth, all.items.emplace_back());
            if (failed_) return;
            skip(at, end);
            if (at < end && content_[at] == ',') {
                skip(++at, end);
                if (at < end && content_[at] == close) return fail();
            } else if (at >= end || content_[at] != close) {
                return fail();
            }
        }
        if (failed_ || at >= end) return fail();
        ++at;
    }

    void flow_entry(std::size_t& at, std::size_t end, int depth, Yaml& map) {
        if (map.entries.size() == most_keys) return fail();
        auto& [key, below] = map.entries.emplace_back();
        flow_scalar(at, end, key);
        if (failed_ || at + 1 >= end || content_[at] != ':' || content_[at + 1] != ' ' || map.find(key.text) != &below)
            return fail();
        skip(++at, end);
        flow_value(at, end, depth, below);
    }

    void flow_value(std::size_t& at, std::size_t end, int depth, Yaml& made) {
        if (at >= end) return fail();
        if (content_[at] == '{' || content_[at] == '[') flow(at, end, depth + 1, made);
        else flow_scalar(at, end, made);
    }

    void flow_scalar(std::size_t& at, std::size_t end, Yaml& made) {
        if (at >= end) return fail();
        const std::size_t start = at;
        if (const char quote = content_[at]; quote == '"' || quote == '\'') {
            at = std::min(content_.find(quote, at + 1), end) + 1;
            return at > end ? fail() : scalar(start, at, made);
        }
        for (; at < end; ++at) {
            const char c = content_[at];
            if (c == ',' || c == '}' || c == ']') break;
            if (c == '{' || c == '[' || c == '?') return fail();
            if (c == ':') {
                if (at + 1 < end && content_[at + 1] == ' ') break;
                return fail();  // what a colon inside means depends on what follows
            }
        }
        std::size_t last = at;
        while (last > start && content_[last - 1] == ' ') --last;
        if (last > start && content_[at] == ':' && last != at) return fail();
        scalar(start, last, made);
    }

    void skip(std::size_t& at, std::size_t end) const {
        while (at < end && content_[at] == ' ') ++at;
    }

    std::string_view content_;
    std::vector<YamlLine> lines_;
    std::size_t next_ = 0;
    std::size_t nodes_ = 0;
    bool failed_ = false;
};

}  // namespace

std::optional<Yaml> read_quickly(std::string_view content) { return QuickReader(content).read(); }

}  // namespace gouji
