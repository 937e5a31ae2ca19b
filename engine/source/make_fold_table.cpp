// SPDX-License-Identifier: Apache-2.0
// A program of the build: writes, for each character of the basic plane, the one that the grammar reads in its place.
// 0 means that the character is dropped. Sources: ICU's Hant-Hans transliteration and NFKC, and the lists below.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <cstdio>
#include <memory>
#include <vector>

namespace {

/// The single character that a string consists of, or `otherwise`.
UChar32 single(const icu::UnicodeString& text, UChar32 otherwise) {
    const UChar32 first = text.char32At(0);
    return text.countChar32() == 1 && first <= 0xFFFF ? first : otherwise;
}

bool is_dropped(UChar32 c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || c == 0xAD || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_compatible_form(UChar32 c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE50 && c <= 0xFE6F)
        || (c >= 0xFF01 && c <= 0xFFEF);
}

/// Frames of tables drawn in text, as the signs of a Markdown table: │ ├ ┼ as |, ─ ═ as -.
UChar32 drawn(UChar32 c) {
    const bool line = c <= 0x2501 || (c >= 0x2504 && c <= 0x2505) || (c >= 0x2508 && c <= 0x2509)
        || (c >= 0x254C && c <= 0x254D) || c == 0x2550;
    const bool half = c == 0x2574 || c == 0x2576 || c == 0x2578 || c == 0x257A || c == 0x257C || c == 0x257E;
    return line || half ? '-' : '|';
}

/// The character that is read in place of this one.
UChar32 folded(UChar32 c, const icu::Transliterator& simplify, const icu::Normalizer2& nfkc) {
    if (U_IS_SURROGATE(c) || is_dropped(c)) return 0;
    if (u_charType(c) == U_SPACE_SEPARATOR) return ' ';
    if (c >= 0x2500 && c <= 0x257F) return drawn(c);
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 plain = is_compatible_form(c) ? single(nfkc.normalize(icu::UnicodeString(c), status), c) : c;
    if (!u_hasBinaryProperty(plain, UCHAR_UNIFIED_IDEOGRAPH)) return plain;
    icu::UnicodeString text(plain);
    simplify.transliterate(text);
    return single(text, plain);
}

bool write(const std::vector<unsigned>& table, const char* file) {
    std::FILE* out = std::fopen(file, "w");
    if (!out) return false;
    for (std::size_t i = 0; i < table.size(); ++i) std::fprintf(out, "%u,%s", table[i], i % 24 == 23 ? "\n" : "");
    return std::fclose(out) == 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplify(
        icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) {
        std::fprintf(stderr, "ICU lacks its data: %s\n", u_errorName(status));
        return 1;
    }
    std::vector<unsigned> table(0x10000);
    for (UChar32 c = 0; c <= 0xFFFF; ++c)
        table[static_cast<std::size_t>(c)] = static_cast<unsigned>(folded(c, *simplify, *nfkc));
    // Characters that Hant-Hans leaves alone or maps for another word than ours.
    const struct {
        unsigned from, to;
    } exceptions[] = {{0x2028, '\n'}, {0x2029, '\n'}, {0x85, '\n'}, {0x2215, '/'}, {0x2044, '/'}, {0x2010, '-'},
        {0x2011, '-'}, {0x2212, '-'}, {U'\u5E33', U'\u8D26'}};
    for (const auto& one : exceptions) table[one.from] = one.to;

    return write(table, argv[1]) ? 0 : 1;
}
