// SPDX-License-Identifier: Apache-2.0
#include "reports/past/merge_typed.hpp"

#include "reports/codes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace gouji {
namespace {

Words field_words(std::size_t field) {
    return {std::string(decision_fields[field].name), std::string(decision_fields[field].en)};
}

bool is_fingerprint(std::string_view text) {
    constexpr std::size_t digits = 16;
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class TypedMerger {
public:
    TypedMerger(const std::vector<Decision>& has, bool replaces) : has_(has), replaces_(replaces) {
        for (std::size_t i = 0; i < has.size(); ++i) numbers_.emplace(has[i].fingerprint, i);
    }

    void take(const TypedRow& row) {
        if (const auto known = numbers_.find(row.fingerprint); known != numbers_.end()) fill(row, known->second);
        else if (row.fingerprint.find('\n') != std::string::npos) compare(row);
        else if (is_fingerprint(row.fingerprint)) add(row);
        else tell_lost(row);
    }

    MergedDecisions finish(std::size_t rows) {
        if (unseen_ > 0) tell(report_codes::list_without_figures, nullptr, {{"count", same(std::to_string(unseen_))}});
        tell(report_codes::list_taken, nullptr,
            {{"rows", same(std::to_string(rows))}, {"added", same(std::to_string(merged_.added.size()))},
                {"filled", same(std::to_string(filled_.size()))}});
        return std::move(merged_);
    }

private:
    void tell(const Code& code, const Decision* at, Substitutes arguments) {
        merged_.diagnostics.push_back(diagnose(code, arguments));
        if (!at) return;
        merged_.diagnostics.back().file = at->file;
        merged_.diagnostics.back().line = at->line;
        merged_.diagnostics.back().column = 1;
    }

    void tell_both(
        const Code& code, const Decision& known, const TypedRow& row, std::size_t field, std::string_view kept) {
        tell(code, &known,
            {{"organ", same(known.organ)}, {"year", same(known.year ? std::to_string(*known.year) : "?")},
                {"rule", same(known.rule)}, {"field", field_words(field)}, {"kept", same(kept)},
                {"typed", same(row.fields[field])}, {"place", same(row.place)}});
    }

    void fill(const TypedRow& row, std::size_t number) {
        const Decision& known = has_[number];
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (row.fields[i].empty() || row.fields[i] == on_one_line(known.fields[i])) continue;
            if (!known.fields[i].empty()) {
                tell_both(replaces_ ? report_codes::decision_replaced : report_codes::decision_kept, known, row, i,
                    known.fields[i]);
                if (!replaces_) continue;
            }
            merged_.changes.push_back({number, i, row.fields[i]});
            filled_.insert(number);
        }
    }

    /// A row with several decisions shows what all of them say; which one is meant by something else is not known.
    void compare(const TypedRow& row) {
        std::vector<const Decision*> meant;
        for (std::size_t at = 0; at <= row.fingerprint.size();) {
            const std::size_t end = std::min(row.fingerprint.find('\n', at), row.fingerprint.size());
            const auto known = numbers_.find(on_one_line(row.fingerprint.substr(at, end - at)));
            if (known != numbers_.end()) meant.push_back(&has_[known->second]);
            at = end + 1;
        }
        if (meant.empty()) return tell_lost(row);
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            std::string all;
            for (const Decision* one : meant) all += one->fields[i] + "\n";
            all = on_one_line(all);
            if (!row.fields[i].empty() && row.fields[i] != all)
                tell_both(report_codes::decision_kept, *meant.front(), row, i, all);
        }
    }

    void add(const TypedRow& row) {
        Decision made;
        made.fingerprint = row.fingerprint;
        made.rule = row.rule;
        made.organ = row.organ;
        made.year = row.year;
        made.finding = row.finding;
        made.fields = row.fields;
        if (row.seen) made.cells = *row.seen;
        else ++unseen_;
        merged_.added.push_back(std::move(made));
    }

    void tell_lost(const TypedRow& row) {
        Words typed;
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (row.fields[i].empty()) continue;
            const Words name = field_words(i);
            typed.zh += (typed.zh.empty() ? "" : "；") + name.zh + " " + row.fields[i];
            typed.en += (typed.en.empty() ? "" : "; ") + name.en + " " + row.fields[i];
        }
        tell(report_codes::list_row_lost, nullptr, {{"place", same(row.place)}, {"typed", typed}});
        merged_.diagnostics.back().file = row.file;
    }

    const std::vector<Decision>& has_;
    bool replaces_;
    std::map<std::string_view, std::size_t> numbers_;  ///< by fingerprint
    std::set<std::size_t> filled_;
    std::size_t unseen_ = 0;  ///< new ones whose figures the list does not have
    MergedDecisions merged_;
};

}  // namespace

MergedDecisions merge_typed(const std::vector<TypedRow>& rows, const std::vector<Decision>& has, bool replaces) {
    TypedMerger merger(has, replaces);
    for (const TypedRow& row : rows) merger.take(row);
    return merger.finish(rows.size());
}

std::vector<Decision> decisions_after(std::vector<Decision> has, const MergedDecisions& merged) {
    for (const DecisionChange& change : merged.changes) has[change.decision].fields[change.field] = change.value;
    has.insert(has.end(), merged.added.begin(), merged.added.end());
    return has;
}

}  // namespace gouji
