// SPDX-License-Identifier: Apache-2.0
#include "engine/files/convert.hpp"

#include "engine/files/codes.hpp"
#include "engine/files/other_program.hpp"
#include "engine/files/whole_file.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A folder of our own, gone at the end with all that is in it.
class Scratch {
public:
    Scratch() {
        std::error_code error;
        path_ = (fs::temp_directory_path(error) / "gouji-XXXXXX").string();
        if (error || mkdtemp(path_.data()) == nullptr) path_.clear();
    }
    ~Scratch() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// What became of a conversion: the bytes, or why there are none.
struct Conversion {
    std::optional<std::string> bytes;
    std::optional<Diagnostic> why;  ///< where it is known better than that the program failed
    int exit = -1;
    bool cut = false;
};

/// One format that another program turns into one that is read.
struct Converter {
    std::string_view format;
    std::string_view program;
    std::string_view package;  ///< of Debian
    bool (*accepts)(const Source& source);
    Conversion (*make)(const Source& source);
};

/// What pdftotext complains of where it drops characters: the tables of Chinese fonts that a PDF names and does not
/// hold.
bool lacks_tables(std::string_view complaint) {
    constexpr std::array<std::string_view, 3> words = {
        "Missing language pack", "Unknown character collection 'Adobe-", "CMap file for 'Adobe-"};
    return std::any_of(words.begin(), words.end(),
        [&](std::string_view one) { return complaint.find(one) != std::string_view::npos; });
}

Conversion words_of_pdf(const Source& source) {
    constexpr ProgramLimits limits{std::size_t{1} << 30, 20};
    ProgramRun ran = run_program({"pdftotext", "-bbox-layout", "/dev/stdin", "-"}, source.bytes, limits);
    Conversion made{{}, {}, ran.exit, ran.cut};
    if (ran.complaint.find("Incorrect password") != std::string::npos) made.why = diagnose(source_codes::password);
    else if (ran.exit == 0 && lacks_tables(ran.complaint)) made.why = diagnose(files_codes::converter_fonts_missing);
    else if (ran.exit == 0 && !ran.cut) made.bytes = std::move(ran.output);
    return made;
}

/// LibreOffice reads and writes files by name, and keeps a profile of its own for each run.
Conversion saved_as(const Source& source, std::string_view ending) {
    constexpr ProgramLimits limits{std::size_t{8} << 30, 60};
    const Scratch folder;
    if (folder.path().empty()) return {};
    const std::string in = folder.path() + "/in";
    WholeFile given(in);
    if (!given.write(source.bytes) || !given.keep()) return {};
    const ProgramRun ran =
        run_program({"soffice", "-env:UserInstallation=file://" + folder.path() + "/profile", "--headless",
                        "--norestore", "--convert-to", std::string(ending), "--outdir", folder.path(), in},
            {}, limits);
    Conversion made{{}, {}, ran.exit, ran.cut};
    std::ifstream file(in + "." + std::string(ending), std::ios::binary);
    if (ran.exit == 0 && !ran.cut && file)
        made.bytes = std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return made;
}

Conversion as_document(const Source& source) { return saved_as(source, "docx"); }
Conversion as_workbook(const Source& source) { return saved_as(source, "xlsx"); }

constexpr std::array converters = {
    Converter{"PDF", "pdftotext", "poppler-utils", is_pdf, words_of_pdf},
    Converter{"DOC/WPS", "soffice", "libreoffice-writer",
        [](const Source& source) { return holds_stream(source, "WordDocument") || source.bytes.starts_with("{\\rtf"); },
        as_document},
    Converter{"XLS/ET", "soffice", "libreoffice-calc",
        [](const Source& source) { return holds_stream(source, "Workbook"); }, as_workbook},
    Converter{"ODT", "soffice", "libreoffice-writer",
        [](const Source& source) { return is_opendocument(source, "text"); }, as_document},
    Converter{"ODS", "soffice", "libreoffice-calc",
        [](const Source& source) { return is_opendocument(source, "spreadsheet"); }, as_workbook},
};

const Converter* converter_for(const Source& source) {
    const auto found =
        std::find_if(converters.begin(), converters.end(), [&](const Converter& one) { return one.accepts(source); });
    return found == converters.end() ? nullptr : &*found;
}

Diagnostic why_not(const Converter& converter, Conversion& made) {
    if (made.why) return std::move(*made.why);
    if (made.exit == ProgramRun::not_found)
        return diagnose(files_codes::converter_missing,
            {{"format", same(converter.format)}, {"program", same(converter.program)},
                {"package", same(converter.package)}});
    if (made.cut)
        return diagnose(files_codes::converter_failed,
            {{"format", same(converter.format)},
                {"why", {"太大，或所需的时间过长", "it is too large, or takes too long"}}});
    if (made.exit < 0)
        return diagnose(files_codes::converter_failed,
            {{"format", same(converter.format)},
                {"why",
                    {"转换程序中途终止，文件可能损坏或过大",
                        "the program that reads it was stopped; the file may be damaged or too large"}}});
    return diagnose(files_codes::converter_failed,
        {{"format", same(converter.format)}, {"why", {"文件损坏，或有密码", "it is damaged, or has a password"}}});
}

}  // namespace

bool needs_converter(const Source& source) { return converter_for(source) != nullptr; }

Result<Source> convert(const Source& source) {
    const Converter& converter = *converter_for(source);
    Conversion made = converter.make(source);
    if (made.bytes) return Source{source.name, std::move(*made.bytes)};
    Diagnostic why = why_not(converter, made);
    why.file = source.name;
    return why;
}

}  // namespace gouji
