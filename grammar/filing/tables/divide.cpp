// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/divide.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace gouji {
namespace {

constexpr std::size_t most_readings = 512;
constexpr int most_steps = 3'000'000;
constexpr std::size_t longest_number = 11;  // 999,999,999

/// An equation over places of the division instead of cells of the table.
struct Local {
    int index = 0;
    std::vector<std::pair<std::size_t, std::int64_t>> terms;
    std::int64_t constant = 0;
    std::size_t last = 0;  ///< the place with which it is complete
};

std::vector<Local> local_equations(const std::vector<int>& cells, const TableForm& layout) {
    std::vector<Local> found;
    for (std::size_t i = 0; i < layout.equations.size(); ++i) {
        const Equation& equation = layout.equations[i];
        Local local;
        local.index = static_cast<int>(i);
        for (const auto& term : equation.terms) {
            const auto place = std::find(cells.begin(), cells.end(), term.cell);
            if (place == cells.end()) break;
            local.terms.emplace_back(static_cast<std::size_t>(place - cells.begin()), term.factor);
            local.last = std::max(local.last, local.terms.back().first);
        }
        if (local.terms.size() != equation.terms.size() || !equation.constant.is_zero()) continue;
        found.push_back(std::move(local));
    }
    return found;
}

struct Part {
    std::size_t start = 0;  ///< in the joined digits
    std::size_t size = 0;
    std::int64_t value = 0;
};

using Parts = std::vector<Part>;

bool satisfied(const Local& equation, const Parts& parts) {
    std::int64_t sum = 0;
    for (const auto& [place, factor] : equation.terms) sum += factor * parts[place].value;
    return sum == equation.constant;
}

/// A number as its characters come: 12, 1,234.
class Growing {
public:
    /// False where no number goes on like this.
    bool take(char c) {
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

class Search {
public:
    Search(
        std::string digits, std::vector<std::size_t> borders, std::size_t places, const std::vector<Local>& equations)
        : digits_(std::move(digits)),
          borders_(std::move(borders)),
          parts_(places),
          equations_(equations),
          broke_(equations.size()) {}

    /// All divisions; with `obey`, only those that satisfy the equations.
    std::vector<Parts> find(bool obey) {
        obey_ = obey;
        steps_ = 0;
        found_too_many_ = false;
        found_.clear();
        broke_.assign(equations_.size(), false);
        place(0, 0);
        return std::move(found_);
    }

    [[nodiscard]] bool gave_up() const { return steps_ > most_steps || found_too_many_; }
    /// True when a division, or the beginning of one, did not satisfy the equation.
    [[nodiscard]] bool broken(std::size_t equation) const { return broke_[equation]; }

private:
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
        Growing number;
        for (std::size_t size = 1; size <= longest_number && at + size <= border; ++size) {
            if (++steps_ > most_steps) return;
            if ((size > 1 && digits_[at] == '0') || !number.take(digits_[at + size - 1])) break;
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
        return all || !obey_;
    }

    std::string digits_;
    std::vector<std::size_t> borders_;
    Parts parts_;
    const std::vector<Local>& equations_;
    std::vector<bool> broke_;
    std::vector<Parts> found_;
    int steps_ = 0;
    bool obey_ = true;
    bool found_too_many_ = false;
};

std::ptrdiff_t broken_by(const Parts& parts, const std::vector<Local>& equations) {
    return std::count_if(equations.begin(), equations.end(), [&](const Local& one) { return !satisfied(one, parts); });
}

/// Keeps the divisions that break the fewest equations; the rest goes to `others`. An equation that all of them satisfy
/// and another division does not was evidence.
std::vector<Parts> keep_best(std::vector<Parts> all, const std::vector<Local>& equations, std::vector<bool>& evidence,
    std::vector<Parts>& others) {
    auto least = static_cast<std::ptrdiff_t>(equations.size());
    for (const auto& parts : all) least = std::min(least, broken_by(parts, equations));
    std::vector<Parts> kept;
    std::partition_copy(all.begin(), all.end(), std::back_inserter(kept), std::back_inserter(others),
        [&](const Parts& parts) { return broken_by(parts, equations) == least; });
    for (std::size_t e = 0; e < equations.size(); ++e) {
        const auto holds = [&](const Parts& parts) { return satisfied(equations[e], parts); };
        evidence[e] = std::all_of(kept.begin(), kept.end(), holds) && !std::all_of(all.begin(), all.end(), holds);
    }
    return kept;
}

}  // namespace

Division divide(std::string_view text, const std::vector<Span>& runs, const std::vector<int>& cells,
    const TableForm& layout, std::size_t foreign) {
    std::string digits;
    std::vector<std::size_t> borders;
    std::vector<std::uint32_t> place_of;  // each digit's place in the text
    for (const Span run : runs) {
        for (std::uint32_t at = run.start; at < run.end; ++at) place_of.push_back(at);
        digits += text.substr(run.start, run.size());
        borders.push_back(digits.size());
    }
    Division made;
    if (digits.size() < cells.size() || digits.empty()) return made;
    const std::vector<Local> equations = local_equations(cells, layout);
    Search search(digits, borders, cells.size(), equations);
    std::vector<Parts> found = search.find(false);
    std::vector<Parts> others;
    std::vector<bool> evidence(equations.size());
    if (!search.gave_up()) {
        const bool broken =
            std::all_of(found.begin(), found.end(), [&](const Parts& one) { return broken_by(one, equations) > 0; });
        if (broken && foreign > 0 && foreign < runs.back().size()) {
            borders.back() -= foreign;
            const std::vector<Parts> shorter =
                Search(digits.substr(0, borders.back()), borders, cells.size(), equations).find(false);
            if (found.size() + shorter.size() <= most_readings)
                found.insert(found.end(), shorter.begin(), shorter.end());
        }
        found = keep_best(std::move(found), equations, evidence, others);
    } else {
        // Too many to list. Those that satisfy every equation may still be few.
        found = search.find(true);
        for (std::size_t e = 0; e < equations.size(); ++e) evidence[e] = search.broken(e);
        made.others_unknown = true;
        if (search.gave_up() || found.empty()) {
            made.too_many = true;
            return made;
        }
    }
    const auto read = [&](const Parts& parts) {
        Division::Reading reading;
        for (const Part& part : parts) {
            reading.values.emplace_back(part.value);
            const std::uint32_t start = place_of[part.start];
            reading.spans.push_back({start, start + static_cast<std::uint32_t>(part.size)});
        }
        return reading;
    };
    std::transform(found.begin(), found.end(), std::back_inserter(made.readings), read);
    std::transform(others.begin(), others.end(), std::back_inserter(made.others), read);
    for (std::size_t e = 0; e < equations.size(); ++e) {
        if (evidence[e]) made.evidence.push_back(equations[e].index);
    }
    return made;
}

}  // namespace gouji
