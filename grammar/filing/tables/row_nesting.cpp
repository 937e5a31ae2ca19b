// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/row_nesting.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/labels/labels.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace gouji {
namespace {

class RowNester {
public:
    RowNester(const OpenRows& open, std::vector<LayoutRow>& rows) : open_(open), rows_(rows) {}

    /// The row with the longest code of a higher level that begins the row's own, wherever it is printed.
    void nest_by_code() {
        std::map<std::string, int, std::less<>> by_code;
        for (std::size_t i = 0; i < rows_.size(); ++i) by_code.emplace(rows_[i].key, static_cast<int>(i));
        for (LayoutRow& row : rows_) {
            for (auto level = open_.levels.rbegin(); level != open_.levels.rend() && row.parent < 0; ++level) {
                const auto digits = static_cast<std::size_t>(*level);
                if (digits >= row.key.size()) continue;
                const auto above = by_code.find(row.key.substr(0, digits));
                if (above != by_code.end()) row.parent = above->second;
            }
        }
    }

    /// The last row before it whose depth is less.
    void nest_by_depth(const std::vector<int>& depths) {
        std::vector<int> open;  // rows that the next one may lie below, each deeper than the one before
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].official >= 0) continue;
            while (!open.empty() && depths[static_cast<std::size_t>(open.back())] >= depths[i]) open.pop_back();
            if (!open.empty()) rows_[i].parent = open.back();
            open.push_back(static_cast<int>(i));
        }
    }

    /// 其中 and the numbered rows after it lie below the row before.
    void nest_parts() {
        int whole = -1;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            LayoutRow& row = rows_[i];
            const bool begins = row.label.starts_with("其中");
            if (begins && i > 0) whole = static_cast<int>(i) - 1;
            const bool goes_on = begins || (whole >= 0 && read_ordinal(row.label, 0));
            if (!goes_on) whole = -1;
            else if (whole >= 0 && rows_[static_cast<std::size_t>(whole)].official < 0) row.parent = whole;
        }
    }

private:
    const OpenRows& open_;
    std::vector<LayoutRow>& rows_;
};

/// 一、 before （一） before 1. before (1): how an ordinal is written, without its number.
std::string shape_of_ordinal(std::string_view label) {
    const auto ordinal = read_ordinal(label, 0);
    if (!ordinal) return {};
    std::string shape;
    for (std::size_t at = 0; at < ordinal->end; at += utf8::length(label[at])) {
        const std::string_view one = label.substr(at, utf8::length(label[at]));
        if (one.size() == 1 && one[0] >= '0' && one[0] <= '9') shape += '1';
        else if (one.size() == 1) shape += one;
        else shape += "一";
    }
    shape.erase(std::unique(shape.begin(), shape.end()), shape.end());
    return shape.substr(0, 8);
}

/// How deep each row lies, by the shape of its ordinal: a shape is as deep as it is new among those that are open.
std::vector<int> depths_by_ordinal(const std::vector<LayoutRow>& rows) {
    std::vector<std::string> open;
    std::vector<int> depths;
    for (const LayoutRow& row : rows) {
        const std::string shape = shape_of_ordinal(row.label);
        const auto known = std::find(open.begin(), open.end(), shape);
        if (shape.empty()) {
            depths.push_back(static_cast<int>(open.size()));
            continue;
        }
        if (known != open.end()) open.erase(known + 1, open.end());
        else open.push_back(shape);
        depths.push_back(static_cast<int>(open.size()) - 1);
    }
    return depths;
}

}  // namespace

void nest_rows(const OpenRows& open, const std::vector<std::uint32_t>& indents, std::vector<LayoutRow>& rows) {
    RowNester nester(open, rows);
    switch (open.nesting) {
        case OpenRows::Nesting::none: break;
        case OpenRows::Nesting::code: nester.nest_by_code(); break;
        case OpenRows::Nesting::ordinal: nester.nest_by_depth(depths_by_ordinal(rows)); break;
        case OpenRows::Nesting::part: nester.nest_parts(); break;
        case OpenRows::Nesting::indent: nester.nest_by_depth({indents.begin(), indents.end()}); break;
    }
}

}  // namespace gouji
