// SPDX-License-Identifier: Apache-2.0
// Owns: the text of a file whose own bytes are not text: lines, rows of | cells, and where in the file each of them is.
// Refuses: to read a format, and to be used outside of this folder.
#pragma once

#include "engine/base/result.hpp"
#include "engine/source/text.hpp"

#include <string>
#include <string_view>

namespace gouji {

class TextLines {
public:
    /// Characters of the line or cell that is open. Line ends and control characters become blanks; a bar, which would
    /// cut a cell, becomes the broken one.
    void put(std::string_view text);
    /// Within a cell a blank: a label may be broken over several lines.
    void end_line();

    void begin_cell();
    void end_cell() { in_cell_ = blank_ = false; }
    void end_row();

    /// The place of the text that follows; its start is filled in.
    void at(Place place);

    /// A diagnostic when what was put is not UTF-8.
    Result<Text> take();

private:
    Shown shown_;
    bool in_cell_ = false;
    bool blank_ = false;  ///< a line ended in the cell, and nothing came after it yet
};

}  // namespace gouji
