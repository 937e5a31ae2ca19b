// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_row_words.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/costs.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/number.hpp"
#include "grammar/pattern/parse_pattern.hpp"

#include <algorithm>
#include <limits>

namespace gouji {
namespace {

constexpr int nothing_said = std::numeric_limits<int>::max();

}  // namespace

RowWords::RowWords(const TableItems& table, const PageFigures& figures) : table_(table), figures_(figures) {}

WordEvidence RowWords::evidence(int leaf, std::size_t first, std::size_t last, LabelSide side) {
    first = figures_.words_before(first);
    const int labelled = cost_of_labels(leaf, first, last, side);
    const int against = contradiction(leaf, first, side);
    if (labelled != nothing_said && labelled < costs::assigned_by_spelling) return {labelled + against, KnownBy::label};
    const int spelled = cost_of_spelling(leaf, first, last);
    if (spelled != nothing_said && spelled <= labelled) return {spelled, KnownBy::spelling};
    if (labelled != nothing_said) return {labelled + against, KnownBy::label};
    return {costs::assigned_without_label + (figures_.is_named(leaf) ? costs::label_elsewhere : 0) + against,
        KnownBy::order};
}

/// The least cost of the labels of the row before the figures, among them, and after them.
int RowWords::cost_of_labels(int leaf, std::size_t first, std::size_t last, LabelSide side) const {
    int least = nothing_said;
    const auto consider = [&](const RowLabel& label, int cost) {
        if (label.leaf == leaf)
            least = std::min(least, cost + label.misfit + (label.whole ? 0 : costs::label_within_word));
    };
    for (const RowLabel& label : figures_.labels(first))
        consider(
            label, (label.is_last ? 0 : costs::label_between) + (label.over_header ? costs::label_over_header : 0));
    for (std::size_t gap = first + 1; gap <= last; ++gap) {
        for (const RowLabel& label : figures_.labels(gap)) consider(label, costs::label_among_figures);
    }
    const int behind = side == LabelSide::around ? costs::label_behind : costs::label_behind_unusual;
    for (const RowLabel& label : figures_.labels(last + 1))
        consider(
            label, behind + (label.is_first ? 0 : costs::label_between) + (label.on_line ? costs::label_of_next : 0));
    return least;
}

/// What it costs that a whole label of another row is right before the figures.
int RowWords::contradiction(int leaf, std::size_t first, LabelSide side) const {
    bool other = false;
    bool on_line = false;
    for (const RowLabel& label : figures_.labels(first)) {
        if (!label.is_last || !label.whole) continue;
        if (label.leaf == leaf) return 0;
        other = true;
        on_line = on_line || label.on_line;
    }
    if (!other) return 0;
    return on_line                  ? costs::label_of_other_on_line
        : side == LabelSide::before ? costs::label_of_other_before
                                    : costs::label_of_other_near;
}

int RowWords::cost_of_spelling(int leaf, std::size_t first, std::size_t last) {
    // Words that are the label of a row are not another's, misspelt.
    const auto labels = figures_.labels(first);
    const auto is_clear = [](const RowLabel& one) { return one.is_direct && one.whole; };
    if (std::any_of(labels.begin(), labels.end(), is_clear)) return nothing_said;
    if (figures_.has_stray_words(first)) {
        if (is_near(leaf, first)) return costs::assigned_by_spelling;
        if (is_broken_around(leaf, first, first)) return costs::assigned_by_spelling;
    }
    for (std::size_t gap = first + 1; gap <= last + 1; ++gap) {
        if (figures_.has_words(gap) && is_broken_around(leaf, first, gap)) return costs::assigned_by_spelling;
    }
    return nothing_said;
}

const std::vector<std::string>& RowWords::spellings(int leaf) {
    if (spellings_.empty()) {
        spellings_.resize(static_cast<std::size_t>(table_.form.rows.leaf_count()));
        for (const auto& spelling : table_.form.row_labels) {
            const int own = table_.form.rows.node(spelling.node).leaf;
            if (own < 0) continue;
            for (const auto& text : expand_pattern(spelling.pattern.text).texts)
                spellings_[static_cast<std::size_t>(own)].push_back(letters_of(text));
        }
    }
    return spellings_[static_cast<std::size_t>(leaf)];
}

const std::vector<std::string>& RowWords::lines(std::size_t gap) {
    const auto [known, is_new] = lines_.try_emplace(gap);
    if (!is_new) return known->second;
    const std::string_view text = table_.text.characters();
    std::vector<std::string>& lines = known->second;
    std::size_t begin = figures_.gap_begin(gap);
    const std::size_t end = figures_.gap_end(gap);
    for (std::size_t i = begin; i <= end; ++i) {
        if (i < end && table_.items[i].kind != Item::Kind::line && table_.items[i].kind != Item::Kind::bar) continue;
        if (i > begin) {
            std::string letters = letters_of(text.substr(
                table_.items[begin].span.start, table_.items[i - 1].span.end - table_.items[begin].span.start));
            if (!letters.empty()) lines.push_back(std::move(letters));
        }
        begin = i + 1;
    }
    return lines;
}

/// Whether so few letters of the words before the figures differ from a label that the row is meant.
bool RowWords::is_near(int leaf, std::size_t gap) {
    const auto [known, is_new] = near_.try_emplace({leaf, gap}, false);
    if (!is_new) return known->second;
    const auto similar = [&](std::string_view letters) {
        const auto& own = spellings(leaf);
        return std::any_of(own.begin(), own.end(), [&](const std::string& label) {
            constexpr std::size_t letters_for_a_mistake = 3;
            const std::size_t limit = utf8::count(label) / letters_for_a_mistake;
            return limit > 0 && utf8::distance(letters, label, limit) <= limit;
        }) || is_beginning(leaf, letters);
    };
    constexpr std::size_t most_lines = 3;
    const std::vector<std::string>& words = lines(gap);
    std::string letters;
    for (std::size_t i = words.size(); i > 0 && words.size() - i < most_lines && !known->second; --i) {
        letters.insert(0, words[i - 1]);
        known->second = similar(letters);
    }
    // The last item alone: a group's label may be before it on its line.
    const std::size_t end = figures_.gap_end(gap);
    for (std::size_t i = end; i > figures_.gap_begin(gap) && !known->second; --i) {
        const Item& item = table_.items[i - 1];
        if (!item.is_words()) continue;
        known->second = similar(letters_of(table_.text.view(item.span)));
        break;
    }
    return known->second;
}

/// Whether the letters are the beginning of labels of this row alone: the rest is lost.
bool RowWords::is_beginning(int leaf, std::string_view letters) {
    constexpr std::size_t least = 3;
    if (utf8::count(letters) < least) return false;
    for (int other = 0; other < table_.form.rows.leaf_count(); ++other) {
        const auto& own = spellings(other);
        const bool begins =
            std::any_of(own.begin(), own.end(), [&](const std::string& one) { return one.starts_with(letters); });
        if (begins != (other == leaf)) return false;
    }
    return true;
}

/// Whether the label is broken around the figures: its beginning at the end of one gap, its rest at the beginning of
/// another; or, where both are the same gap, over the lines there.
bool RowWords::is_broken_around(int leaf, std::size_t before, std::size_t after) {
    constexpr std::size_t most_lines = 4;
    const std::vector<std::string>& above = lines(before);
    std::string begin;
    for (std::size_t up = 0; up < std::min(most_lines, above.size()); ++up) {
        begin.insert(0, above[above.size() - 1 - up]);
        const auto& own = spellings(leaf);
        for (const std::string& label : own) {
            if (begin == label) return true;
            if (before == after || begin.size() >= label.size() || !label.starts_with(begin)) continue;
            std::string whole = begin;
            const std::vector<std::string>& below = lines(after);
            for (std::size_t down = 0; down < std::min(most_lines, below.size()) && whole.size() < label.size(); ++down)
                whole += below[down];
            if (whole == label) return true;
        }
    }
    return false;
}

}  // namespace gouji
