// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "grammar/filing/drafts/private_drafted_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace gouji {
namespace {

/// A header cell that is not yet known to be one column or several.
struct HeaderCell {
    std::vector<std::string> groups;
    std::string name;
};

bool heads_names(std::string_view name) {
    constexpr std::array<std::string_view, 12> words = {"类", "款", "项", "编码", "代码", "名称", "科目编码",
        "科目名称", "项目", "科目", "功能分类科目编码", "项目名称"};
    return std::find(words.begin(), words.end(), name) != words.end();
}

/// How many characters two names share: 公务用车购置及运行费 and 公务用车购置费.
std::size_t shared_characters(std::string_view a, std::string_view b) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < b.size();) {
        const auto one = utf8::decode(b, at);
        if (a.find(b.substr(at, one.size)) != std::string_view::npos) ++count;
        at += one.size;
    }
    return count;
}

/// Puts the lines of a header together. Which cells of a line are over several columns is not in the text: as many as
/// the columns demand, and of these the ones whose words are most like those below.
class HeaderSeer {
public:
    HeaderSeer(const Text& text, std::size_t columns) : text_(text), wanted_(columns) {}

    std::vector<HeaderCell> see(std::span<const GridLine> header) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            std::vector<std::string> names;
            for (const Span cell : header[i].cells) {
                if (!cell.empty()) names.push_back(words_of_cell(text_, cell));
            }
            if (names.empty()) continue;
            if (names.size() == wanted_) cells_.clear();  // lines above it name groups of all columns
            if (cells_.empty()) add_line(names);
            else if (cells_.size() < wanted_) split(std::move(names), i + 1 == header.size());
        }
        return std::move(cells_);
    }

private:
    void add_line(const std::vector<std::string>& names) {
        for (const std::string& name : names) cells_.push_back({{}, name});
    }

    /// The names of a line are below some of the cells.
    void split(std::vector<std::string> names, bool last) {
        const auto heads =
            static_cast<std::size_t>(std::find_if_not(names.begin(), names.end(), heads_names) - names.begin());
        if (heads > 0 && heads_names(cells_.front().name)) {
            replace(0, {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(heads)}, false);
            names.erase(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(heads));
        }
        if (names.empty() || cells_.size() >= wanted_) return;
        const std::size_t more = wanted_ - cells_.size();
        if (names.size() <= more && last) return;  // no cell has them all
        const std::size_t groups = repeats(names, cells_.size()) ? cells_.size() : last ? names.size() - more : 1;
        split_into(names, std::min(groups, cells_.size()));
    }

    /// The same columns below each of `times` headers.
    static bool repeats(const std::vector<std::string>& names, std::size_t times) {
        const std::size_t size = names.size() / times;
        if (times < 2 || size < 2 || names.size() % times != 0) return false;
        for (std::size_t i = size; i < names.size(); ++i) {
            if (names[i] != names[i - size]) return false;
        }
        return true;
    }

    void split_into(const std::vector<std::string>& names, std::size_t groups) {
        std::vector<std::size_t> order(cells_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto likeness = [&](std::size_t cell) {
            std::size_t most = 0;
            for (const std::string& name : names) most = std::max(most, shared_characters(cells_[cell].name, name));
            return most;
        };
        std::stable_sort(
            order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return likeness(a) > likeness(b); });
        order.resize(groups);
        std::sort(order.begin(), order.end());
        // From the right, so that places to the left stay.
        for (std::size_t i = groups; i-- > 0;) {
            const std::size_t from = names.size() * i / groups;
            const std::size_t to = names.size() * (i + 1) / groups;
            replace(order[i],
                {names.begin() + static_cast<std::ptrdiff_t>(from), names.begin() + static_cast<std::ptrdiff_t>(to)},
                true);
        }
    }

    void replace(std::size_t cell, const std::vector<std::string>& names, bool as_group) {
        std::vector<HeaderCell> made;
        std::vector<std::string> groups = cells_[cell].groups;
        if (as_group) groups.push_back(cells_[cell].name);
        for (const std::string& name : names) made.push_back({groups, name});
        const auto at = cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(cell));
        cells_.insert(at, made.begin(), made.end());
    }

    const Text& text_;
    std::size_t wanted_;
    std::vector<HeaderCell> cells_;
};

/// How many cells most lines have.
std::size_t usual_size(std::span<const GridLine> body) {
    std::map<std::size_t, int> counts;
    for (const GridLine& line : body) ++counts[line.cells.size()];
    std::size_t usual = 0;
    int most = 0;
    for (const auto& [size, count] : counts) {
        if (count >= most) usual = size;
        most = std::max(most, count);
    }
    return usual;
}

/// What is in a column of the usual lines.
class ColumnContent {
public:
    ColumnContent(const Text& text, std::span<const GridLine> body, std::size_t column, std::size_t size) {
        for (const GridLine& line : body) {
            if (line.cells.size() == size) add(text.view(line.cells[column]));
        }
    }

    [[nodiscard]] CellKind kind() const {
        if (figures_ < words_ || figures_ == 0) return words_ == 0 ? CellKind::figures : CellKind::names;
        if (ascending_ > 2 && ascending_ + 1 >= figures_) return CellKind::numbers;
        return codes_.size() > 1 && static_cast<int>(codes_.size()) == figures_ && are_nested() ? CellKind::codes
                                                                                                : CellKind::figures;
    }
    [[nodiscard]] bool is_empty() const { return words_ + figures_ == 0; }
    [[nodiscard]] bool decimals() const { return decimals_; }
    [[nodiscard]] bool percents() const { return percents_; }

private:
    void add(std::string_view cell) {
        if (cell.empty()) return;
        if (!is_grid_figure(cell)) {
            ++words_;
            return;
        }
        ++figures_;
        decimals_ = decimals_ || cell.find('.') != std::string_view::npos;
        percents_ = percents_ || cell.ends_with('%');
        const bool code = is_grid_code(cell) && cell.size() <= 12;
        if (!code) return last_.reset();
        codes_.emplace(cell);
        const long long value = std::stoll(std::string(cell));
        if (last_ && value == *last_ + 1) ++ascending_;
        last_ = value;
    }

    /// 20501 below 205: each code that is longer than the shortest begins with another one.
    [[nodiscard]] bool are_nested() const {
        const auto shortest = std::min_element(
            codes_.begin(), codes_.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
        bool any = false;
        for (const std::string& code : codes_) {
            if (code.size() == shortest->size()) continue;
            any = true;
            bool below = false;
            for (std::size_t size = shortest->size(); size < code.size() && !below; ++size)
                below = codes_.count(code.substr(0, size)) > 0;
            if (!below) return false;
        }
        return any;
    }

    int words_ = 0;
    int figures_ = 0;
    int ascending_ = 0;  ///< each one more than the one above it
    std::set<std::string> codes_;
    std::optional<long long> last_;
    bool decimals_ = false;
    bool percents_ = false;
};

}  // namespace

std::string words_of_cell(const Text& text, Span cell) { return utf8::without_blanks(text.view(cell)); }

bool numbers_columns(const Text& text, const GridLine& line) {
    int last = 0;
    for (const Span cell : line.cells) {
        const std::string_view words = text.view(cell);
        if (words.empty() || !is_grid_figure(words)) continue;
        if (!is_grid_code(words) || words.size() > 2 || std::stoi(std::string(words)) != last + 1) return false;
        ++last;
    }
    return last > 1;
}

std::vector<SeenColumn> see_columns(
    const Text& text, std::span<const GridLine> header, std::span<const GridLine> body) {
    std::size_t size = usual_size(body);
    // Where 合计 is the only row, it is over the codes and the names.
    const auto filled = [](const GridLine& line) {
        return static_cast<std::size_t>(
            std::count_if(line.cells.begin(), line.cells.end(), [](Span cell) { return !cell.empty(); }));
    };
    for (const GridLine& line : header) {
        const bool heads = line.cells.size() > 1 && std::all_of(line.cells.begin(), line.cells.end(), [&](Span cell) {
            return heads_names(words_of_cell(text, cell));
        });
        if (heads && filled(header.front()) == size) size += line.cells.size() - 1;
    }
    const std::vector<HeaderCell> names = HeaderSeer(text, size).see(header);
    if (names.size() != size) return {};
    std::vector<SeenColumn> seen;
    for (std::size_t i = 0; i < size; ++i) {
        const ColumnContent content(text, body, i, size);
        CellKind kind = content.kind();
        if (names[i].name == "行次" || names[i].name == "序号") kind = CellKind::numbers;
        if (content.is_empty() && heads_names(names[i].name)) kind = CellKind::names;
        if (names[i].name.ends_with("编码") || names[i].name == "代码") kind = CellKind::codes;
        seen.push_back({kind, names[i].groups, names[i].name, content.decimals(), content.percents()});
    }
    return seen;
}

}  // namespace gouji
