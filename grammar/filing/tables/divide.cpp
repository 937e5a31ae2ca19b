// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/divide.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t most_readings = 512;
constexpr int most_steps = 3'000'000;
constexpr std::size_t longest_number = 11;  // 999,999,999

/// An equation over places of the division instead of cells of the table.
struct RowEquation {
    int index = 0;
    std::vector<std::pair<std::size_t, std::int64_t>> terms;
    std::int64_t constant = 0;
    std::size_t last = 0;  ///< the place with which it is complete
};

std::vector<RowEquation> row_equations(const std::vector<int>& cells, const TableForm& form) {
    std::vector<RowEquation> found;
    for (std::size_t i = 0; i < form.equations.size(); ++i) {
        const Equation& equation = form.equations[i];
        RowEquation own;
        own.index = static_cast<int>(i);
        for (const auto& term : equation.terms) {
            const auto place = std::find(cells.begin(), cells.end(), term.cell);
            if (place == cells.end()) break;
            own.terms.emplace_back(static_cast<std::size_t>(place - cells.begin()), term.factor);
            own.last = std::max(own.last, own.terms.back().first);
        }
        if (own.terms.size() != equation.terms.size() || !equation.constant.is_zero()) continue;
        found.push_back(std::move(own));
    }
    return found;
}

/// A number of a division.
struct NumberPart {
    std::size_t start = 0;  ///< in the joined digits
    std::size_t size = 0;
    std::int64_t value = 0;
};

using NumberParts = std::span<const NumberPart>;

/// Divisions into the same number of places, in one vector: there may be hundreds for each row.
class DivisionList {
public:
    explicit DivisionList(std::size_t places) : places_(places) {}

    [[nodiscard]] std::size_t size() const { return parts_.size() / places_; }
    [[nodiscard]] NumberParts operator[](std::size_t index) const {
        return NumberParts(parts_).subspan(index * places_, places_);
    }
    void push_back(NumberParts division) { parts_.insert(parts_.end(), division.begin(), division.end()); }
    void append(const DivisionList& others) { parts_.insert(parts_.end(), others.parts_.begin(), others.parts_.end()); }

private:
    std::size_t places_;
    std::vector<NumberPart> parts_;
};

bool satisfied(const RowEquation& equation, NumberParts parts) {
    std::int64_t sum = 0;
    for (const auto& [place, factor] : equation.terms) sum += factor * parts[place].value;
    return sum == equation.constant;
}

/// A number, character by character: 12, 1,234.
class PartialNumber {
public:
    /// False where a number does not go on like this.
    bool add(char c) {
        constexpr int group = 3;
        if (c == ',') {
            if (digits_ == 0 || digits_ > group || (parted_ && digits_ != group)) return false;
            parted_ = true;
            digits_ = 0;
            return true;
        }
        constexpr int most = 9;
        if (digits_ == (parted_ ? group : most)) return false;
        ++digits_;
        value_ = value_ * 10 + (c - '0');
        return true;
    }
    [[nodiscard]] bool is_whole() const { return !parted_ || digits_ == 3; }
    [[nodiscard]] std::int64_t value() const { return value_; }

private:
    std::int64_t value_ = 0;
    int digits_ = 0;  ///< since the last separator
    bool parted_ = false;
};

class DivisionSearch {
public:
    DivisionSearch(std::string digits, std::vector<std::size_t> borders, std::size_t places,
        const std::vector<RowEquation>& equations)
        : digits_(std::move(digits)),
          borders_(std::move(borders)),
          parts_(places),
          equations_(equations),
          broke_(equations.size()),
          found_(places) {}

    DivisionList find_all() { return find(false); }
    /// Only the divisions that satisfy the equations.
    DivisionList find_balanced() { return find(true); }

    [[nodiscard]] bool gave_up() const { return steps_ > most_steps || found_too_many_; }
    /// True when a division, or the beginning of one, did not satisfy the equation.
    [[nodiscard]] bool broken(std::size_t equation) const { return broke_[equation]; }

private:
    DivisionList find(bool balanced) {
        balanced_ = balanced;
        steps_ = 0;
        found_too_many_ = false;
        broke_.assign(equations_.size(), false);
        place(0, 0);
        return std::exchange(found_, DivisionList(parts_.size()));
    }

    void place(std::size_t index, std::size_t at) {
        if (gave_up()) return;
        if (index == parts_.size()) {
            if (at != digits_.size()) return;
            found_.push_back(parts_);
            found_too_many_ = found_.size() > most_readings;
            return;
        }
        const std::size_t rest = parts_.size() - index - 1;
        const std::size_t border = *std::upper_bound(borders_.begin(), borders_.end(), at);
        PartialNumber number;
        for (std::size_t size = 1; size <= longest_number && at + size <= border; ++size) {
            if (++steps_ > most_steps) return;
            if ((size > 1 && digits_[at] == '0') || !number.add(digits_[at + size - 1])) break;
            const std::size_t left = digits_.size() - at - size;
            if (left < rest) break;
            const bool cut = at + size < border && digits_[at + size] == ',';
            if (left > rest * longest_number || cut || !number.is_whole()) continue;
            parts_[index] = {at, size, number.value()};
            if (holds(index)) place(index + 1, at + size);
        }
    }

    bool holds(std::size_t index) {
        bool all = true;
        for (std::size_t e = 0; e < equations_.size(); ++e) {
            if (equations_[e].last != index || satisfied(equations_[e], parts_)) continue;
            broke_[e] = true;
            all = false;
        }
        return all || !balanced_;
    }

    std::string digits_;
    std::vector<std::size_t> borders_;
    std::vector<NumberPart> parts_;
    const std::vector<RowEquation>& equations_;
    std::vector<bool> broke_;
    DivisionList found_;
    int steps_ = 0;
    bool balanced_ = true;
    bool found_too_many_ = false;
};

std::ptrdiff_t broken_by(NumberParts parts, const std::vector<RowEquation>& equations) {
    return std::count_if(
        equations.begin(), equations.end(), [&](const RowEquation& one) { return !satisfied(one, parts); });
}

struct KeptDivisions {
    DivisionList kept;
    DivisionList others;
    std::vector<bool> evidence;  ///< for each equation, whether it ruled a division out
    bool others_unknown = false;
};

/// Of the divisions that are kept so far, keeps those that break the fewest equations. An equation that all of them
/// satisfy and another division does not is evidence.
void keep_best(KeptDivisions& divisions, const std::vector<RowEquation>& equations) {
    const DivisionList all = std::exchange(divisions.kept, divisions.others);
    std::vector<std::ptrdiff_t> broken;
    for (std::size_t i = 0; i < all.size(); ++i) broken.push_back(broken_by(all[i], equations));
    const auto least = broken.empty() ? 0 : *std::min_element(broken.begin(), broken.end());
    for (std::size_t i = 0; i < all.size(); ++i)
        (broken[i] == least ? divisions.kept : divisions.others).push_back(all[i]);
    for (std::size_t e = 0; e < equations.size(); ++e) {
        const auto hold = [&](const DivisionList& list) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                if (!satisfied(equations[e], list[i])) return false;
            }
            return true;
        };
        divisions.evidence[e] = hold(divisions.kept) && !hold(divisions.others);
    }
}

/// The digits of all runs as one text.
struct JoinedDigits {
    std::string digits;
    std::vector<std::size_t> borders;   ///< the end of each run
    std::vector<std::uint32_t> places;  ///< of each digit in the filing's text
};

JoinedDigits join_runs(std::string_view text, const std::vector<Span>& runs) {
    JoinedDigits joined;
    for (const Span run : runs) {
        for (std::uint32_t at = run.start; at < run.end; ++at) joined.places.push_back(at);
        joined.digits += text.substr(run.start, run.size());
        joined.borders.push_back(joined.digits.size());
    }
    return joined;
}

void add_numbers(NumberParts parts, const JoinedDigits& joined, DividedNumbers& numbers) {
    for (const NumberPart& part : parts) {
        numbers.values.emplace_back(part.value);
        const std::uint32_t start = joined.places[part.start];
        numbers.spans.push_back({start, start + static_cast<std::uint32_t>(part.size)});
    }
}

/// Where all divisions break an equation, the last digits may not be of the row: adds the divisions without them.
void add_without_foreign(DivisionList& found, const JoinedDigits& joined, std::size_t foreign, std::size_t places,
    const std::vector<RowEquation>& equations) {
    const std::size_t last_run =
        joined.borders.back() - (joined.borders.size() > 1 ? joined.borders[joined.borders.size() - 2] : 0);
    if (foreign == 0 || foreign >= last_run) return;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (broken_by(found[i], equations) == 0) return;
    }
    std::vector<std::size_t> borders = joined.borders;
    borders.back() -= foreign;
    const DivisionList shorter =
        DivisionSearch(joined.digits.substr(0, borders.back()), borders, places, equations).find_all();
    if (found.size() + shorter.size() <= most_readings) found.append(shorter);
}

KeptDivisions search_divisions(
    const JoinedDigits& joined, std::size_t places, const std::vector<RowEquation>& equations, std::size_t foreign) {
    DivisionSearch search(joined.digits, joined.borders, places, equations);
    KeptDivisions all{search.find_all(), DivisionList(places), std::vector<bool>(equations.size())};
    if (!search.gave_up()) {
        add_without_foreign(all.kept, joined, foreign, places, equations);
        keep_best(all, equations);
        return all;
    }
    // Too many to list. Those that satisfy every equation may still be few.
    all.others_unknown = true;
    all.kept = search.find_balanced();
    for (std::size_t e = 0; e < equations.size(); ++e) all.evidence[e] = search.broken(e);
    if (search.gave_up()) all.kept = DivisionList(places);
    return all;
}

}  // namespace

Division divide_digits(std::string_view text, const std::vector<Span>& runs, const std::vector<int>& cells,
    const TableForm& form, std::size_t foreign) {
    Division division;
    const JoinedDigits joined = join_runs(text, runs);
    if (joined.digits.size() < cells.size() || joined.digits.empty()) return division;
    const std::vector<RowEquation> equations = row_equations(cells, form);
    const KeptDivisions all = search_divisions(joined, cells.size(), equations, foreign);
    division.others_unknown = all.others_unknown;
    division.too_many = all.others_unknown && all.kept.size() == 0;
    if (division.too_many) return division;
    for (std::size_t i = 0; i < all.kept.size(); ++i)
        add_numbers(all.kept[i], joined, division.readings.emplace_back());
    for (std::size_t i = 0; i < all.others.size(); ++i) add_numbers(all.others[i], joined, division.others);
    for (std::size_t e = 0; e < equations.size(); ++e) {
        if (all.evidence[e]) division.evidence.push_back(equations[e].index);
    }
    return division;
}

}  // namespace gouji
