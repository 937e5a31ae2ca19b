// SPDX-License-Identifier: Apache-2.0
#include "reports/diagnostics.hpp"

#include "reports/excerpt.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {

std::string render_diagnostics(const std::vector<Diagnostic>& diagnostics, Language language) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) {
        std::string where = diagnostic.file;
        if (diagnostic.line > 0)
            where += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
        out += (where.empty() ? "" : where + ": ") + severity_word(diagnostic.severity, language) + " "
            + diagnostic.code + "\n";
        out += "  " + diagnostic.message.in(language) + "\n";
        if (!diagnostic.excerpt.empty()) {
            const Excerpt drawn = draw_excerpt(diagnostic.excerpt, diagnostic.mark);
            out += "    | " + drawn.text + "\n    | " + drawn.carets + "\n";
        }
        if (!diagnostic.help.in(language).empty()) out += "  " + diagnostic.help.in(language) + "\n";
    }
    return out;
}

std::string render_diagnostics_json(const std::vector<Diagnostic>& diagnostics, Language language) {
    JsonWriter json(language);
    json.object([&] { json.diagnostics_field(diagnostics); });
    return json.finish();
}

}  // namespace gouji
