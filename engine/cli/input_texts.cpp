// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/input_texts.hpp"

#include "engine/files/convert.hpp"
#include "engine/cli/guard.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/source/readers/readers.hpp"

#include <utility>

namespace gouji {
namespace {

Result<Text> read_one(Source source) {
    if (!needs_converter(source)) return read_text(source);
    Result<Source> converted = convert(source);
    Result<Text> text;
    text.diagnostics = std::move(converted.diagnostics);
    if (!converted) return text;
    Result<Text> read = read_text(*converted);
    append(text.diagnostics, std::move(read.diagnostics));
    text.value = std::move(read.value);
    return text;
}

}  // namespace

std::vector<Diagnostic> for_each_text(const Arguments& arguments, Streams& streams,
    const std::function<bool(const std::string& name, const Text& text)>& give) {
    std::vector<Diagnostic> diagnostics;
    std::vector<Diagnostic> notes;
    Inputs inputs(arguments, streams.in, diagnostics, notes);
    tell(notes, arguments, streams);
    if (would_destroy_input(diagnostics)) return diagnostics;
    bool goes_on = true;
    while (goes_on) {
        auto input = inputs.next();
        if (!input) break;
        Result<Source> source = read_input(std::move(*input), streams.in);
        append(diagnostics, std::move(source.diagnostics));
        if (!source) continue;
        const std::string name = source->name;
        Result<Text> text = read_one(std::move(*source));
        for (Diagnostic& one : text.diagnostics) one.file = name;
        append(diagnostics, std::move(text.diagnostics));
        if (text) goes_on = give(name, *text);
    }
    return diagnostics;
}

}  // namespace gouji
