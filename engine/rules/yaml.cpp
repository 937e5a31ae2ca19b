// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/yaml.hpp"

#include "engine/base/utf8.hpp"
#include "engine/rules/blank_tests.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/quick_yaml.hpp"
#include "engine/rules/typing.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace gouji {
namespace {

Words words_of(Yaml::Kind kind) {
    switch (kind) {
        case Yaml::Kind::null: return {"空", "nothing"};
        case Yaml::Kind::scalar: return {"文字", "a text"};
        case Yaml::Kind::list: return {"列表（- …）", "a list (- …)"};
        case Yaml::Kind::map: return {"键: 值", "keys with values"};
    }
    return {};
}

// yaml-cpp reads 4 MB in about a second, and one long line slower than many short ones.
constexpr std::size_t largest_file = std::size_t{4} << 20U;
constexpr std::size_t longest_line = 16'000;
/// Listed for a file, errors and others counted separately, so that no error is lost among warnings.
constexpr std::size_t most_mistakes = 100;

/// Thrown to end the parsing of a file that holds too much; caught in this file.
struct TooMuch {
    std::size_t at = 0;
};

/// Builds the tree from yaml-cpp's events, which show anchors and tags and never follow an alias.
class YamlBuilder : public YAML::EventHandler {
public:
    explicit YamlBuilder(YamlFile& file) : file_(file) {}

    Yaml root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(node(Yaml::Kind::null, mark)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        add(node(Yaml::Kind::null, mark));
        refuse(rule_codes::yaml_anchor, mark);
    }
    void OnScalar(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        Yaml scalar = node(Yaml::Kind::scalar, mark);
        check(mark, tag, anchor);
        scalar.text = value;
        scalar.quoted = tag == "!";
        const std::string& content = file_.content();
        if (scalar.quoted && scalar.offset < content.size()
            && (content[scalar.offset] == '"' || content[scalar.offset] == '\'')) {
            check_quote(scalar.offset);
            ++scalar.offset;
        } else if (!scalar.quoted) {
            if (value.empty() || value == "~") scalar.kind = Yaml::Kind::null;
            check_cut(scalar);
        }
        add(std::move(scalar));
    }
    void OnSequenceStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        check(mark, tag, anchor);
        open(node(Yaml::Kind::list, mark));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        check(mark, tag, anchor);
        open(node(Yaml::Kind::map, mark));
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Yaml node;
        bool has_key = false;
        Yaml key;
    };

    static Yaml node(Yaml::Kind kind, const YAML::Mark& mark) {
        Yaml at_mark;
        at_mark.kind = kind;
        at_mark.offset = static_cast<std::size_t>(std::max(mark.pos, 0));
        return at_mark;
    }

    void refuse(const Code& code, const YAML::Mark& mark, Substitutes arguments = {}) {
        const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
        file_.complain(diagnose(code, arguments), at, at + 1);
    }

    void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0) refuse(rule_codes::yaml_anchor, mark);
        if (!tag.empty() && tag != "?" && tag != "!") refuse(rule_codes::yaml_tag, mark, {{"tag", same(tag)}});
    }

    void check_quote(std::size_t at) {
        const std::string& content = file_.content();
        const char quote = content[at];
        for (std::size_t i = at + 1; i < content.size(); ++i) {
            if (quote == '"' && content[i] == '\\') ++i;
            else if (content[i] == quote && quote == '\'' && i + 1 < content.size() && content[i + 1] == quote) ++i;
            else if (content[i] == quote) return;
        }
        file_.complain(diagnose(rule_codes::yaml_open_quote), at, at + 1);
    }

    /// `check: a == b # c` was perhaps meant whole: a formula and a message are never followed by a comment.
    void check_cut(const Yaml& scalar) {
        const std::string& content = file_.content();
        const std::size_t end = std::min(content.find('\n', scalar.offset), content.size());
        const std::size_t hash =
            scalar.offset + std::string_view(content).substr(scalar.offset, end - scalar.offset).find(" #");
        if (hash >= end || hash < scalar.offset || scalar.text.size() < hash - scalar.offset - 1) return;
        const bool formula = scalar.text.find_first_of("=<>[]()+*{}") != std::string::npos;
        if (formula && !stack_.empty() && stack_.back().has_key)
            file_.complain(diagnose(rule_codes::yaml_comment_in_text), hash + 1, hash + 2);
    }

    void open(Yaml node) { stack_.push_back({std::move(node), false, {}}); }

    void close() {
        Yaml done = std::move(stack_.back().node);
        stack_.pop_back();
        add(std::move(done));
    }

    void add(Yaml node) {
        if (++nodes_ > most_nodes) throw TooMuch{node.offset};
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& top = stack_.back();
        if (top.node.is_list()) {
            top.node.items.push_back(std::move(node));
        } else if (!top.has_key) {
            if (top.node.entries.size() == most_keys) throw TooMuch{node.offset};
            top.key = std::move(node);
            top.has_key = true;
        } else {
            if (top.node.find(top.key.text))
                file_.complain(rule_codes::yaml_duplicate_key, top.key, {{"key", same(top.key.text)}});
            top.node.entries.push_back({std::move(top.key), std::move(node)});
            top.has_key = false;
        }
    }

    YamlFile& file_;
    Yaml root_;
    std::vector<Open> stack_;
    std::size_t nodes_ = 0;
};

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
    for (const auto& [name, value] : entries) {
        if (name.text == key) return &value;
    }
    return nullptr;
}

bool YamlFile::is_full() const { return errors_ > most_mistakes; }

void YamlFile::prefer_typing() {
    if (errors_ == 0) return;
    auto typed = typing_mistakes(content_);
    if (typed.empty()) return;
    diagnostics_.clear();
    errors_ = others_ = 0;
    for (TypingMistake& mistake : typed) complain(std::move(mistake.diagnostic), mistake.start, mistake.end);
}

void YamlFile::tell_left_out() {
    const auto more = [](std::size_t all) { return all > most_mistakes ? all - most_mistakes : 0; };
    const std::size_t left_out = more(errors_) + more(others_);
    if (left_out == 0) return;
    Diagnostic rest = diagnose(rule_codes::more_mistakes, {{"count", same(std::to_string(left_out))}});
    if (errors_ == 0) rest.severity = Severity::warning;
    place(rest, name_, content_,
        {static_cast<std::uint32_t>(content_.size()), static_cast<std::uint32_t>(content_.size())});
    diagnostics_.push_back(std::move(rest));
}

void YamlFile::complain(Diagnostic diagnostic, std::size_t start, std::size_t end) {
    if (++(diagnostic.severity == Severity::error ? errors_ : others_) > most_mistakes) return;
    place(diagnostic, name_, content_, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    diagnostics_.push_back(std::move(diagnostic));
}

void YamlFile::complain(const Code& code, const Yaml& node, Substitutes arguments) {
    const std::size_t size = node.is_scalar() ? node.text.size() : 1;
    complain(diagnose(code, arguments), node.offset, node.offset + std::max<std::size_t>(size, 1));
}

int YamlFile::line_at(std::size_t offset) {
    if (line_starts_.empty()) {
        line_starts_.push_back(0);
        for (std::size_t at = 0; (at = content_.find('\n', at)) != std::string::npos;) line_starts_.push_back(++at);
    }
    return static_cast<int>(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - line_starts_.begin());
}

bool YamlFile::stands_verbatim(const Yaml& node) const {
    const std::string_view content(content_);
    if (node.offset > content.size()) return false;
    const std::string_view here = content.substr(node.offset);
    if (here.substr(0, node.text.size()) == node.text) return node.text.find('\n') == std::string::npos;
    // A text with escapes may still be on one line; a block or a folded text is not.
    const bool block = !here.empty() && (here[0] == '>' || here[0] == '|');
    return !block && here.substr(0, node.text.size()).find('\n') == std::string_view::npos;
}

bool YamlFile::check_size() {
    if (content_.size() > largest_file) {
        complain(diagnose(rule_codes::too_large, {{"limit", same(std::to_string(largest_file >> 20U))}}), 0, 1);
        return false;
    }
    for (std::size_t from = 0; from < content_.size();) {
        const std::size_t end = std::min(content_.find('\n', from), content_.size());
        if (end - from > longest_line) {
            complain(
                diagnose(rule_codes::line_too_long, {{"limit", same(std::to_string(longest_line))}}), from, from + 1);
            return false;
        }
        from = end + 1;
    }
    return true;
}

Yaml YamlFile::parse(bool tests) {
    if (!check_size()) return {};
    if (!utf8::is_text(content_)) {
        complain(diagnose(rule_codes::yaml_bytes), 0, 1);
        return {};
    }
    const std::string wanted = tests ? content_ : blank_tests(content_);
    if (auto quick = read_quickly(wanted)) return std::move(*quick);
    return parse_slowly(wanted);
}

Yaml YamlFile::parse_slowly(const std::string& content) {
    std::istringstream stream(content);
    YamlBuilder builder(*this);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) return {};
        Yaml root = builder.root();
        YamlBuilder second(*this);
        if (parser.HandleNextDocument(second))
            complain(diagnose(rule_codes::yaml_second_document), content_.rfind("---"), content_.rfind("---") + 3);
        return root;
    } catch (const TooMuch& found) {
        complain(diagnose(rule_codes::yaml_too_much,
                     {{"nodes", same(std::to_string(most_nodes))}, {"keys", same(std::to_string(most_keys))}}),
            found.at, found.at + 1);
        return {};
    } catch (const YAML::Exception& error) {
        const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
        complain(diagnose(rule_codes::yaml_syntax, {{"why", same(error.msg)}}), at, at + 1);
        return {};
    }
}

bool YamlFile::expect(const Yaml& node, Yaml::Kind kind) {
    if (node.kind == kind) return true;
    complain(rule_codes::wrong_kind, node, {{"wanted", words_of(kind)}});
    return false;
}

std::string YamlFile::text(const Yaml& node) { return expect(node, Yaml::Kind::scalar) ? node.text : std::string(); }

std::vector<std::string> YamlFile::texts(const Yaml& node) {
    std::vector<std::string> all;
    if (node.is_list()) {
        for (const Yaml& item : node.items) all.push_back(text(item));
    } else {
        all.push_back(text(node));
    }
    return all;
}

}  // namespace gouji
