// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_workbook_parts.hpp"

#include "engine/source/readers/private_number_format.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

constexpr int last_row = 1'048'576;

int parse_index(std::string_view digits) {
    constexpr int most = 100'000'000;
    int made = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9' || made > most) return most;
        made = made * 10 + (c - '0');
    }
    return made;
}

}  // namespace

CellReference reference_of(std::string_view text) {
    CellReference cell;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && cell.column <= last_column; ++at)
        cell.column = cell.column * 26 + (text[at] - 'A' + 1);
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && cell.row <= last_row; ++at)
        cell.row = cell.row * 10 + (text[at] - '0');
    return at == text.size() && cell.row <= last_row && cell.column <= last_column ? cell : CellReference{};
}

int column_of(pugi::xml_node cell, int before) {
    const std::string_view written = attribute_named(cell, "r");
    const int column = written.empty() ? before + 1 : reference_of(written).column;
    return std::clamp(column, 1, last_column);
}

int row_of(pugi::xml_node row, int before) {
    return attribute_named(row, "r").empty() ? before + 1 : number_named(row, "r", before + 1, last_row);
}

std::vector<CellArea> merged_areas(pugi::xml_node sheet) {
    std::vector<CellArea> made;
    for (const pugi::xml_node merge : child_named(sheet, "mergeCells").children()) {
        const std::string_view area = attribute_named(merge, "ref");
        const std::size_t colon = area.find(':');
        if (colon != std::string_view::npos)
            made.push_back({reference_of(area.substr(0, colon)), reference_of(area.substr(colon + 1))});
    }
    std::stable_sort(
        made.begin(), made.end(), [](const CellArea& a, const CellArea& b) { return a.first.row < b.first.row; });
    return made;
}

WorkbookParts::WorkbookParts(const Archive& archive) : archive_(archive) {
    const std::string main = main_part(archive_).name;
    workbook_ = part(main);
    Result<std::vector<Relation>> relations = relations_of(archive_, main);
    append(diagnostics_, std::move(relations.diagnostics));
    if (!workbook_ || !relations) return;
    relations_ = std::move(*relations);
    const pugi::xml_node root = workbook_->document_element();
    early_ = attribute_named(child_named(root, "workbookPr"), "date1904") == "1";
    calculated_ = is_calculated(root);
    read_strings(related_part(archive_, relations_, "sharedStrings", main));
    read_styles(related_part(archive_, relations_, "styles", main));
}

Xml WorkbookParts::part(const std::string& name) {
    Result<Xml> made = parse_part(archive_, name);
    append(diagnostics_, std::move(made.diagnostics));
    return made ? std::move(*made) : nullptr;
}

void WorkbookParts::for_each_sheet(bool with_hidden, const VisitSheet& visit) {
    if (!diagnostics_.empty()) return;
    std::map<std::string, std::string, std::less<>> targets;
    for (const Relation& relation : relations_) targets.emplace(relation.id, relation.target);
    for (const pugi::xml_node node : child_named(workbook_->document_element(), "sheets").children()) {
        const std::string_view state = attribute_named(node, "state");
        if (!with_hidden && (state == "hidden" || state == "veryHidden")) continue;
        const auto target = targets.find(attribute_named(node, "id"));
        if (target == targets.end()) continue;
        const Xml sheet = part(target->second);
        if (!diagnostics_.empty()) return;
        if (sheet && !visit(sheet->document_element(), std::string(attribute_named(node, "name")))) return;
    }
}

void WorkbookParts::read_strings(const std::string& name) {
    const Xml all = name.empty() ? nullptr : part(name);
    if (!all) return;
    for (const pugi::xml_node one : all->document_element().children()) {
        if (local_name(one) == "si") strings_.push_back(string_of(one));
    }
}

void WorkbookParts::read_styles(const std::string& name) {
    const Xml all = name.empty() ? nullptr : part(name);
    if (all) styles_ = sheet_styles_of(all->document_element());
}

SheetStyle WorkbookParts::style_of(pugi::xml_node cell) const {
    const auto number = static_cast<std::size_t>(number_named(cell, "s", 0, 1 << 20));
    return number < styles_.size() ? styles_[number] : SheetStyle{};
}

const SheetString* WorkbookParts::shared_string(std::string_view index) const {
    const auto number = static_cast<std::size_t>(parse_index(index));
    return number < strings_.size() ? &strings_[number] : nullptr;
}

std::string WorkbookParts::shown_as(pugi::xml_node cell, const SheetStyle& style) const {
    const std::string_view type = attribute_named(cell, "t");
    if (type == "inlineStr") return shown_in(style.look, string_of(child_named(cell, "is")));
    const std::string_view value = child_named(cell, "v").child_value();
    if (type == "s") {
        const SheetString* text = shared_string(value);
        return text ? shown_in(style.look, *text) : std::string();
    }
    if (value.empty()) return {};
    if (type == "str") return shown_with(unescaped(value), style.look);
    const bool number_stored = type != "e" && type != "b" && type != "d";
    return shown_with(number_stored ? show_number(value, style.format, early_) : std::string(value), style.look);
}

std::string WorkbookParts::shown(pugi::xml_node cell) const {
    const SheetStyle style = style_of(cell);
    if (is_unknown(cell)) return style.look.struck ? std::string() : "\uFFFD";
    return shown_as(cell, style);
}

std::string WorkbookParts::shown_or_struck(pugi::xml_node cell) const {
    std::string text = shown(cell);
    if (!text.empty() || is_unknown(cell)) return text;
    const bool shared = attribute_named(cell, "t") == "s";
    const bool is_inline = attribute_named(cell, "t") == "inlineStr";
    if (!shared && !is_inline) return shown_as(cell, {style_of(cell).format, {}});
    const SheetString* all = shared ? shared_string(child_named(cell, "v").child_value()) : nullptr;
    for (const SheetRun& run : all ? *all : string_of(child_named(cell, "is"))) text += run.text;
    return text;
}

}  // namespace gouji
