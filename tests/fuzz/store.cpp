// SPDX-License-Identifier: Apache-2.0
#include "engine/store/store.hpp"

#include "engine/check/causes/cause.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/source/readers/readers.hpp"
#include "engine/store/encode.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace gouji::fuzz {
namespace {

constexpr std::string_view magic = "SQLite format 3";

/// A store that somebody else has written to.
void open_as_store(std::string_view bytes) {
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("gouji-fuzz-" + std::to_string(getpid()) + ".db")).string();
    std::ofstream(path, std::ios::binary) << bytes;
    {
        std::vector<Diagnostic> diagnostics;
        const auto store = Store::open(path, shipped(), "forms", diagnostics);
        hold(store != nullptr || !diagnostics.empty(), "a refusal says why");
        if (store) {
            static_cast<void>(store->reading("content"));
            static_cast<void>(store->judgement("name", "given"));
            static_cast<void>(store->finish());
        }
    }
    for (const char* behind : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path + behind);
}

}  // namespace

void take_store(std::string_view bytes) {
    if (bytes.starts_with(magic)) return open_as_store(bytes);
    const FilingEncoding encoding(shipped());
    if (auto read = encoding.decode_filing(bytes)) static_cast<void>(encoding.encode(*read, read.diagnostics));
    if (auto judgement = encoding.decode_judgement(bytes)) static_cast<void>(encoding.encode(*judgement));
}

std::vector<std::string> seeds_of_store() {
    std::vector<std::string> made = {std::string(magic)};
    const FilingEncoding encoding(shipped());
    for (const std::string& bytes : files_below("examples", ".txt")) {
        auto text = read_text({"report.txt", bytes});
        auto filing = text ? read_filing(*text, shipped().editions, "file") : Result<Filing>{};
        if (!filing) continue;
        choose_readings(*filing);
        const Case given{&*filing};
        Judgement judgement = judge(given, shipped());
        find_causes(given, shipped(), judgement);
        made.push_back(encoding.encode(judgement));
        made.push_back(encoding.encode({text->take_shown(), std::move(*filing)}, {}));
    }
    return made;
}

}  // namespace gouji::fuzz
