// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/input_texts.hpp"
#include "engine/cli/written_run.hpp"

#include <optional>
#include <string>
#include <utility>

namespace gouji {
namespace {

/// The texts of all inputs; where there are several, each below its name.
int write_texts(const Arguments& arguments, Streams& streams) {
    Output out(arguments, streams);
    const auto headed = [](const std::string& name, const std::string& text) {
        return "== " + utf8::printable(name) + "\n\n" + text;
    };
    std::optional<std::pair<std::string, std::string>> first;
    int count = 0;
    const auto diagnostics = for_each_text(arguments, streams, [&](const std::string& name, const Text& text) {
        std::string shown = std::string(text.characters());
        if (!shown.ends_with('\n')) shown += '\n';
        if (++count == 1) {
            first.emplace(name, std::move(shown));
            return true;
        }
        if (first) out.write(headed(first->first, first->second));
        first.reset();
        return out.write("\n" + headed(name, shown));
    });
    if (first) out.write(first->second);
    tell(diagnostics, arguments, streams);
    const int code = out.finish();
    return has_error(diagnostics) ? static_cast<int>(exit_wrong) : code;
}

}  // namespace

int run_read(const Arguments& arguments, Streams& streams) {
    if (arguments.text) return write_texts(arguments, streams);
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    return write_run(arguments, *catalogue, streams, false, format_named(arguments.format)->read, {arguments.language});
}

}  // namespace gouji
