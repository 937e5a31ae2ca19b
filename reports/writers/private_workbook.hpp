// SPDX-License-Identifier: Apache-2.0
// Owns: a workbook on its way to an outlet: sheets with a header, rows of texts and numbers, drop-down lists; and how
// they are printed: on A4, as wide as one page, with the header and a number on each. Its rows are on the disk, in
// files without a name in the folder for temporary files (/tmp).
// Refuses: formulas. A text is written as a text, whatever it begins with. And to be used outside of reports/.
#pragma once

#include "engine/base/temporary_file.hpp"
#include "reports/run_writer.hpp"
#include "reports/writers/private_sheet_store.hpp"

#include <xlsxwriter.h>

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What the program says, what a person fills in, and details: those are behind all others, and not printed.
enum class ColumnUse { told, typed, detail };

struct SheetColumn {
    std::string title;
    int width = 0;                        ///< in characters
    std::vector<std::string> words = {};  ///< what its fields may say; empty for anything
    bool is_number = false;               ///< digits are written as a number
    ColumnUse use = ColumnUse::told;
};

class Workbook {
public:
    /// `footer`: of each page; &P is its number, &N how many there are. `is_large`: it may be more than the older form
    /// of an archive can hold.
    Workbook(std::string footer, bool is_large);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// A sheet with its header; a name that a sheet cannot have, or that is taken, is changed as little as can be.
    /// `fixed`: so many columns stay in sight.
    void add_sheet(std::string_view name, std::vector<SheetColumn> columns, int fixed = 0);
    /// A row of the last sheet. Rows past the last that a sheet can have (1,048,576) are left out, and the last row
    /// says so.
    void add_row(const std::vector<std::string>& fields);

    /// False where no temporary file could be made or written, or the outlet takes no more.
    bool finish(ResultOutlet& outlet);

private:
    /// How the cells of a column look.
    struct ColumnLook {
        lxw_format* head = nullptr;
        lxw_format* body = nullptr;
    };
    ColumnLook make_look(lxw_color_t head, lxw_color_t body, const char* number);
    [[nodiscard]] const ColumnLook& look_of(const SheetColumn& column) const {
        return looks_[static_cast<std::size_t>(column.use)];
    }
    template <class TextOf>
    void set_height(const TextOf& text_of);
    void lay_out_page();
    void add_list(lxw_col_t column, const std::vector<std::string>& words);
    void end_sheet();
    void store_rows();
    void abandon();

    std::string footer_;
    TemporaryFile file_;
    SheetStore store_;
    bool has_room_ = true;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    std::array<ColumnLook, 3> looks_;  ///< by the use of a column
    std::vector<SheetColumn> columns_;
    lxw_row_t row_ = 0;
    std::set<std::string> names_;
};

}  // namespace gouji
