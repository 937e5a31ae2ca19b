// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_workbook.hpp"

#include "engine/base/origin.hpp"
#include "engine/base/utf8.hpp"
#include "engine/base/version.hpp"

#include <cstdlib>

namespace gouji {
namespace {

constexpr std::size_t longest = 32000;  // of a cell: Excel takes 32,767 units
constexpr lxw_row_t last_row = 1048575;

/// The characters that XML can hold, no longer than a cell can be.
std::string cell_text(std::string_view text) {
    std::string fitting;
    for (std::size_t at = 0; at < text.size() && fitting.size() < longest;) {
        const auto one = utf8::decode(text, at);
        utf8::append(fitting, one.code < 0x20 && one.code != '\n' && one.code != '\t' ? U' ' : one.code);
        at += one.size;
    }
    return fitting;
}

/// A name for a sheet: at most 31 characters, none of []:*?/\ in it, no quote at its ends.
std::string sheet_name(std::string_view text) {
    std::string name;
    int room = 31;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        at += one.size;
        room -= one.code > 0xFFFF ? 2 : 1;
        if (room < 0) break;
        const bool barred =
            one.code < 0x20 || std::u32string_view(U"[]:*?/\\'").find(one.code) != std::u32string_view::npos;
        utf8::append(name, barred ? U' ' : one.code);
    }
    return name.empty() ? "?" : name;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 16 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

// The library writes to a path and no other way: a file that has no name but is there by its number gets one in /proc.
Workbook::Workbook() : file_(std::tmpfile()) {
    if (!file_) return;
    const std::string path = "/proc/self/fd/" + std::to_string(fileno(file_.get()));
    book_ = workbook_new(path.c_str());
    if (!book_) return;
    // The same bytes for the same findings: no clock.
    lxw_doc_properties properties{};
    properties.created = 946684800;  // 2000-01-01
    std::string author = std::string(origin::writer) + std::string(version());
    properties.author = author.data();  // the library copies it
    workbook_set_properties(book_, &properties);
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_bg_color(head_, 0xDDE6F0);
    format_set_border(head_, LXW_BORDER_THIN);
    format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
    body_ = workbook_add_format(book_);
    format_set_text_wrap(body_);
    format_set_align(body_, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(body_, LXW_BORDER_THIN);
}

Workbook::~Workbook() {
    if (book_) workbook_close(book_);
}

void Workbook::add_sheet(std::string_view name, std::vector<SheetColumn> columns) {
    if (!book_) return;
    end_sheet();
    std::string wanted = sheet_name(name);
    // Excel takes two names for one where they differ in case alone.
    for (int number = 2; !names_.insert(utf8::lowered(wanted)).second; ++number) {
        const std::string mark = " (" + std::to_string(number) + ")";
        std::string shorter = sheet_name(name);
        while (utf8::count(shorter) + mark.size() > 31) shorter.erase(utf8::previous(shorter, shorter.size()));
        wanted = shorter + mark;
    }
    sheet_ = workbook_add_worksheet(book_, wanted.c_str());
    columns_ = std::move(columns);
    row_ = 0;
    if (!sheet_) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr);
        worksheet_write_string(sheet_, 0, column, cell_text(columns_[i].title).c_str(), head_);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
}

void Workbook::add_row(const std::vector<std::string>& fields) {
    if (!sheet_ || row_ == last_row) return;
    ++row_;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const std::string text = row_ == last_row ? "…" : cell_text(fields[i]);
        if (columns_[i].is_number && is_number(text))
            worksheet_write_number(sheet_, row_, column, static_cast<double>(std::atoll(text.c_str())), body_);
        else if (text.empty()) worksheet_write_blank(sheet_, row_, column, body_);
        else worksheet_write_string(sheet_, row_, column, text.c_str(), body_);
    }
}

void Workbook::end_sheet() {
    if (!sheet_ || columns_.empty()) return;
    worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_.size() - 1));
    for (std::size_t i = 0; i < columns_.size() && row_ > 0; ++i) {
        if (columns_[i].words.empty()) continue;
        std::vector<const char*> words;
        for (const std::string& one : columns_[i].words) words.push_back(one.c_str());
        words.push_back(nullptr);
        lxw_data_validation list{};
        list.validate = LXW_VALIDATION_TYPE_LIST;
        list.value_list = const_cast<char**>(words.data());  // the library copies it
        // A list that a person may leave: a field can say more.
        list.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
        worksheet_data_validation_range(sheet_, 1, static_cast<lxw_col_t>(i), row_, static_cast<lxw_col_t>(i), &list);
    }
    sheet_ = nullptr;
}

std::string Workbook::finish() {
    if (!book_) return {};
    end_sheet();
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (error != LXW_NO_ERROR) return {};
    std::string bytes;
    std::rewind(file_.get());
    char part[1 << 16];
    for (std::size_t got = 0; (got = std::fread(part, 1, sizeof part, file_.get())) > 0;) bytes.append(part, got);
    return bytes;
}

}  // namespace gouji
