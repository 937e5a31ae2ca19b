// SPDX-License-Identifier: Apache-2.0
#include "engine/run/private_reading_stage.hpp"

#include "engine/run/read_document.hpp"

#include <utility>

namespace gouji {

ReadingResult ReadingStage::read(RunInput&& input) const {
    ReadingResult result;
    if (auto* read = std::get_if<ReadFiling>(&input)) {
        result.read = std::move(*read);
        if (archive_.is_open()) {
            // There is no file: the store knows the filing by what it says.
            result.encoded = encoding_.encode(*result.read, {});
            result.digest = archive_.digest_of_file(result.encoded);
        }
        return result;
    }
    Result<Source> source = std::get<std::function<Result<Source>()>>(input)();
    if (source) result = read_source(std::move(*source));
    result.diagnostics.insert(result.diagnostics.begin(), std::make_move_iterator(source.diagnostics.begin()),
        std::make_move_iterator(source.diagnostics.end()));
    return result;
}

ReadingResult ReadingStage::read_source(Source&& source) const {
    ReadingResult result;
    result.digest = archive_.digest_of_file(source.bytes);
    auto stored = archive_.reading(source.name, result.digest);
    if (Result<ReadFiling> known = stored ? encoding_.decode_filing(*stored) : Result<ReadFiling>(); known) {
        result.read = std::move(known.value);
        result.encoded = std::move(*stored);
        result.diagnostics = std::move(known.diagnostics);
        for (Diagnostic& diagnostic : result.diagnostics) diagnostic.file = source.name;
    } else {
        read_anew(source, result);
    }
    if (!result.read) return result;
    // What does not come out of the bytes alone.
    result.read->filing.file = std::move(source.name);
    if (result.read->shown.text.empty()) result.text = std::move(source.bytes);
    return result;
}

void ReadingStage::read_anew(Source& source, ReadingResult& result) const {
    const bool converts = options_.converter && options_.converter->accepts(source);
    if (converts) {
        Result<Source> converted = options_.converter->convert(source);
        append(result.diagnostics, std::move(converted.diagnostics));
        if (!converted) return;
        source = std::move(*converted);
    }
    Result<ReadFiling> read = read_document(source, catalogue_);
    append(result.diagnostics, std::move(read.diagnostics));
    if (!read) return;
    result.read = std::move(read.value);
    // Nobody can draw lines of the file itself.
    if (converts && result.read->shown.text.empty()) result.read->shown.text = source.bytes;
    if (!archive_.is_open()) return;
    result.encoded = encoding_.encode(*result.read, result.diagnostics);
    archive_.keep_reading(result.digest, result.encoded);
}

}  // namespace gouji
