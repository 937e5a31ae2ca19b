// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/page_files.hpp"

#include <algorithm>
#include <span>

// Names and paths of the files, as the build made them: GOUJI_PAGE_FILE(symbol, name, type, path) each.
#define GOUJI_PAGE_FILE(symbol, name, type, path)                                                              \
    asm(".pushsection .rodata\n.balign 16\ngouji_page_" #symbol ":\n.incbin \"" path "\"\ngouji_page_" #symbol \
        "_end:\n.byte 0\n.popsection\n");                                                                      \
    extern "C" const char gouji_page_##symbol[];                                                               \
    extern "C" const char gouji_page_##symbol##_end[];
#include "page_files.inc"
#undef GOUJI_PAGE_FILE

namespace gouji {

const PageFile* page_file(std::string_view name) {
#define GOUJI_PAGE_FILE(symbol, name, type, path) \
    PageFile{                                     \
        name, type, {gouji_page_##symbol, static_cast<std::size_t>(gouji_page_##symbol##_end - gouji_page_##symbol)}},
    static const PageFile files[] = {
#include "page_files.inc"
        PageFile{}};
#undef GOUJI_PAGE_FILE
    const auto found = std::find_if(
        std::begin(files), std::end(files), [&](const PageFile& one) { return one.name == name && !name.empty(); });
    return found == std::end(files) ? nullptr : found;
}

}  // namespace gouji
