// SPDX-License-Identifier: Apache-2.0
// Owns: a workbook on its way to bytes: sheets with a header, rows of texts and numbers, drop-down lists.
// Refuses: formulas. A text is written as a text, whatever it begins with. And to be used outside of reports/.
#pragma once

#include <xlsxwriter.h>

#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct SheetColumn {
    std::string title;
    int width = 0;                        ///< in characters
    std::vector<std::string> words = {};  ///< what its fields may say; empty for anything
    bool is_number = false;               ///< digits are written as a number
};

class Workbook {
public:
    Workbook();
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// A sheet with its header; a name that a sheet cannot have, or that is taken, is changed as little as can be.
    void add_sheet(std::string_view name, std::vector<SheetColumn> columns);
    /// A row of the last sheet. Rows past the last that a sheet can have (1,048,576) are left out, and the last row
    /// says so.
    void add_row(const std::vector<std::string>& fields);

    /// The bytes of the file; empty where no temporary file could be made.
    std::string finish();

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    void end_sheet();

    std::unique_ptr<std::FILE, CloseFile> file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* head_ = nullptr;
    lxw_format* body_ = nullptr;
    std::vector<SheetColumn> columns_;
    lxw_row_t row_ = 0;
    std::set<std::string> names_;
};

}  // namespace gouji
