// SPDX-License-Identifier: Apache-2.0
// The commands under `forms`, for whoever writes one: draft.
#include "engine/base/utf8.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/input_texts.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/rules/new_form.hpp"

#include <string>
#include <vector>

namespace gouji {

int run_forms_draft(const Arguments& arguments, Streams& streams) {
    DraftedForm draft;
    std::string file;
    std::vector<Diagnostic> diagnostics =
        for_each_text(arguments, streams, [&](const std::string& name, const Text& text) {
            file = name;
            draft = draft_form(text);
            return false;  // a form is drafted from one report
        });
    if (!file.empty() && draft.tables.empty()) {
        diagnostics.push_back(diagnose(cli_codes::nothing_to_draft));
        diagnostics.back().file = utf8::printable(file);
    }
    tell(diagnostics, arguments, streams);
    if (has_error(diagnostics) || file.empty()) return exit_wrong;
    return write_result(new_form(draft, arguments.language), arguments, streams);
}

}  // namespace gouji
