// SPDX-License-Identifier: Apache-2.0
// Owns: where the result of a run goes while it is made, and where text of it waits: a little in memory, the rest in a
// file without a name in the folder for temporary files (/tmp).
// Refuses: to grow with the run, and to know what is written.
#pragma once

#include "engine/cli/files.hpp"
#include "reports/run_writer.hpp"

#include <memory>
#include <string_view>

namespace gouji {

class RunOutlet : public ResultOutlet {
public:
    /// `out` must live as long as what waits.
    explicit RunOutlet(Output& out) : out_(out) {}

    bool write(std::string_view text) override { return out_.write(text); }
    std::unique_ptr<WaitingText> wait() override;
    /// A text could not wait, or could not be read back.
    [[nodiscard]] bool lacks_room() const { return lacks_room_; }

private:
    Output& out_;
    bool lacks_room_ = false;
};

}  // namespace gouji
