// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_workbook.hpp"

#include "engine/base/origin.hpp"
#include "engine/base/utf8.hpp"
#include "engine/base/version.hpp"
#include "reports/writers/private_cell_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t longest = 32000;  // of a cell: Excel takes 32,767 units
constexpr lxw_row_t last_row = 1048575;
/// The font of a workbook in Chinese. Programs measure columns by its digits, or by those of the font that they have
/// instead: up to a fifth wider. A page that is made smaller by that much still has letters of 9 points.
constexpr const char* font = "宋体";
constexpr double points = 11;
constexpr double line_height = 16;
constexpr double side_margin = 0.25;  // inches; likewise the next
constexpr double end_margin = 0.6;

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
Workbook::Workbook(std::string footer, bool is_large) : footer_(std::move(footer)), file_(make_temporary_file()) {
    if (!file_) return;
    const std::string path = "/proc/self/fd/" + std::to_string(fileno(file_.get()));
    static char folder[] = P_tmpdir;  // as std::tmpfile; the library would ask the environment
    lxw_workbook_options options{LXW_TRUE, folder, static_cast<std::uint8_t>(is_large ? LXW_TRUE : LXW_FALSE)};
    book_ = workbook_new_opt(path.c_str(), &options);
    if (!book_) return;
    lxw_format* normal = STAILQ_FIRST(book_->formats);  // made with the book; there is no call to ask for it
    format_set_font_name(normal, font);
    format_set_font_size(normal, points);
    // The same bytes for the same findings: no clock.
    lxw_doc_properties properties{};
    properties.created = 946684800;  // 2000-01-01
    std::string author = std::string(origin::writer) + std::string(version());
    properties.author = author.data();  // the library copies it
    workbook_set_properties(book_, &properties);
    looks_ = {make_look(0xDDE6F0, LXW_COLOR_UNSET, nullptr), make_look(0xFFE699, 0xFFFBE6, "@"),
        make_look(0xE7E6E6, LXW_COLOR_UNSET, nullptr)};
}

/// `body`: LXW_COLOR_UNSET for none. `number`: how a number is shown; @ keeps what is typed as it is: 3-1 is no day.
Workbook::ColumnLook Workbook::make_look(lxw_color_t head, lxw_color_t body, const char* number) {
    const auto make = [&](lxw_color_t colour, int align, const char* format) {
        lxw_format* made = workbook_add_format(book_);
        format_set_font_name(made, font);
        format_set_font_size(made, points);
        format_set_text_wrap(made);
        format_set_border(made, LXW_BORDER_THIN);
        format_set_align(made, static_cast<std::uint8_t>(align));
        if (colour != LXW_COLOR_UNSET) format_set_bg_color(made, colour);
        if (format) format_set_num_format(made, format);
        return made;
    };
    const ColumnLook look{make(head, LXW_ALIGN_VERTICAL_CENTER, nullptr), make(body, LXW_ALIGN_VERTICAL_TOP, number)};
    format_set_bold(look.head);
    return look;
}

Workbook::~Workbook() { abandon(); }

/// Frees what `workbook_close` would, and makes no file.
void Workbook::abandon() {
    if (!book_) return;
    lxw_worksheet* sheet = nullptr;
    STAILQ_FOREACH(sheet, book_->worksheets, list_pointers) {
        if (sheet->optimize_tmpfile) std::fclose(sheet->optimize_tmpfile);
    }
    lxw_workbook_free(std::exchange(book_, nullptr));
}

void Workbook::add_sheet(std::string_view name, std::vector<SheetColumn> columns, int fixed) {
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
    if (!sheet_) {
        has_room_ = false;
        return;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr);
        worksheet_write_string(sheet_, 0, column, cell_text(columns_[i].title).c_str(), look_of(columns_[i]).head);
    }
    set_height([&](std::size_t i) { return std::string_view(columns_[i].title); });
    worksheet_freeze_panes(sheet_, 1, static_cast<lxw_col_t>(fixed));
    lay_out_page();
}

/// As high as the row must be on paper; `text_of`: of its cells.
template <class TextOf>
void Workbook::set_height(const TextOf& text_of) {
    int lines = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].use != ColumnUse::detail) lines = std::max(lines, lines_in_cell(text_of(i), columns_[i].width));
    }
    worksheet_set_row(sheet_, row_, line_height * std::min(lines, most_lines) + 1, nullptr);
}

void Workbook::lay_out_page() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_set_margins(sheet_, side_margin, side_margin, end_margin, end_margin);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_header(sheet_, "&C&\"-,Bold\"&14&A");
    worksheet_set_footer(sheet_, footer_.c_str());
}

void Workbook::add_row(const std::vector<std::string>& fields) {
    if (!sheet_ || row_ == last_row) return;
    ++row_;
    set_height([&](std::size_t i) { return i < fields.size() ? std::string_view(fields[i]) : std::string_view(); });
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const std::string text = row_ == last_row ? "…" : cell_text(fields[i]);
        lxw_format* body = look_of(columns_[i]).body;
        if (columns_[i].is_number && is_number(text))
            worksheet_write_number(sheet_, row_, column, static_cast<double>(std::atoll(text.c_str())), body);
        else if (text.empty()) worksheet_write_blank(sheet_, row_, column, body);
        else worksheet_write_string(sheet_, row_, column, text.c_str(), body);
    }
}

/// A decision file takes no other word.
void Workbook::add_list(lxw_col_t column, const std::vector<std::string>& all) {
    std::vector<const char*> words;
    std::string listed;
    for (const std::string& one : all) {
        words.push_back(one.c_str());
        listed += (listed.empty() ? "" : " / ") + one;
    }
    words.push_back(nullptr);
    lxw_data_validation list{};
    list.validate = LXW_VALIDATION_TYPE_LIST;
    list.value_list = const_cast<char**>(words.data());  // the library copies it; likewise the message
    list.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    list.error_message = listed.data();
    worksheet_data_validation_range(sheet_, 1, column, row_, column, &list);
}

void Workbook::end_sheet() {
    if (!sheet_ || columns_.empty()) return;
    const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
    worksheet_autofilter(sheet_, 0, 0, row_, last);
    const auto details = std::find_if(
        columns_.begin(), columns_.end(), [](const SheetColumn& one) { return one.use == ColumnUse::detail; });
    if (details != columns_.end() && details != columns_.begin())
        worksheet_print_area(sheet_, 0, 0, row_, static_cast<lxw_col_t>(details - columns_.begin() - 1));
    for (std::size_t i = 0; i < columns_.size() && row_ > 0; ++i) {
        if (!columns_[i].words.empty()) add_list(static_cast<lxw_col_t>(i), columns_[i].words);
    }
    store_rows();
    sheet_ = nullptr;
}

/// For each sheet the library keeps an open file and room for the longest row (128 KiB) until the workbook is closed.
/// There may be a sheet for each of thousands of organs, so both go with the last row. It closes and frees what it
/// finds.
void Workbook::store_rows() {
    lxw_worksheet_write_single_row(sheet_);  // the last one, which it holds back
    std::free(std::exchange(sheet_->array, nullptr));
    sheet_->optimize_tmpfile = store_.put(sheet_->optimize_tmpfile);
    has_room_ = has_room_ && sheet_->optimize_tmpfile;
}

bool Workbook::finish(ResultOutlet& outlet) {
    if (book_) end_sheet();
    if (!book_ || !has_room_) return false;
    if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) return false;
    return read_pieces(file_.get(), [&](std::string_view piece) { return outlet.write(piece); });
}

}  // namespace gouji
