// SPDX-License-Identifier: Apache-2.0
#include "reports/past/typed_list.hpp"

#include "engine/base/utf8.hpp"
#include "engine/language/compile.hpp"
#include "engine/rules/keys.hpp"
#include "engine/source/readers/workbook_rows.hpp"
#include "reports/codes.hpp"
#include "reports/finding/private_listing.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// A decision file has no longer lines.
constexpr std::size_t longest_text = 12'000;

/// What a field of a decision file can say.
std::string typed_text(std::string_view text) {
    std::string made = on_one_line(text);
    return utf8::is_text(made) ? made : utf8::printable(made);
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \n\r\t";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string folded(std::string_view title) { return utf8::lowered(utf8::without_blanks(title)); }

bool is_called(std::string_view title, const Wording& wording) {
    return folded(title) == folded(wording.zh) || folded(title) == folded(wording.en);
}

/// Lines of name = figure, as the list shows them.
SeenFigures parse_figures(std::string_view text) {
    SeenFigures figures;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t equals = line.rfind(" = ");
        if (equals != std::string_view::npos)
            figures.emplace_back(typed_text(line.substr(0, equals)), typed_text(line.substr(equals + 3)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return figures;
}

/// The columns of a list, by the titles in its header. 0: it has none.
struct ListHeader {
    int fingerprint = 0;
    int rule = 0;
    int organ = 0;
    int year = 0;
    int finding = 0;
    int seen = 0;
    std::array<int, decision_fields.size()> fields{};

    [[nodiscard]] bool is_list() const {
        return fingerprint > 0 && std::any_of(fields.begin(), fields.end(), [](int one) { return one > 0; });
    }
};

/// The rows of one list after the other.
class ListReader {
public:
    void read(const ListFile& list) {
        file_ = utf8::printable(list.name);
        if (!is_workbook(list.bytes)) return tell(report_codes::list_not_workbook);
        bool found = false;
        std::string sheet;
        ListHeader header;
        const auto trouble = read_workbook_rows(list.bytes, [&](const WorkbookRow& row) {
            if (row.sheet != sheet) {
                sheet = row.sheet;
                header = {};
            }
            if (const ListHeader own = header_of(row); own.is_list()) {
                header = own;
                found = true;
                tell_left(row);
            } else if (header.is_list()) {
                take(row, header);
            }
        });
        for (Diagnostic one : trouble) {
            one.file = file_;
            diagnostics_.push_back(std::move(one));
        }
        if (!found && trouble.empty()) tell(report_codes::list_no_columns);
    }

    Result<std::vector<TypedRow>> finish() {
        Result<std::vector<TypedRow>> made;
        if (!has_error(diagnostics_)) made.value = std::move(rows_);
        made.diagnostics = std::move(diagnostics_);
        return made;
    }

private:
    void tell(const Code& code, Substitutes arguments = {}) {
        diagnostics_.push_back(diagnose(code, arguments));
        diagnostics_.back().file = file_;
    }

    static int* column_called(ListHeader& header, std::string_view title) {
        const std::pair<const Wording*, int*> known[] = {{&listing_titles::fingerprint, &header.fingerprint},
            {&listing_titles::rule, &header.rule}, {&listing_titles::organ, &header.organ},
            {&listing_titles::year, &header.year}, {&listing_titles::finding, &header.finding},
            {&listing_titles::was_found, &header.finding}, {&listing_titles::seen, &header.seen}};
        for (const auto& [wording, column] : known) {
            if (is_called(title, *wording)) return column;
        }
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (is_called(title, {decision_fields[i].name, decision_fields[i].en})) return &header.fields[i];
        }
        return nullptr;
    }

    ListHeader header_of(const WorkbookRow& row) {
        ListHeader header;
        std::vector<const WorkbookCell*> again;
        for (const WorkbookCell& cell : row.cells) {
            int* column = column_called(header, cell.text);
            if (!column) continue;
            if (*column > 0) again.push_back(&cell);
            else *column = cell.column;
        }
        for (const WorkbookCell* cell : again) {
            if (header.is_list())
                tell(report_codes::list_column_twice,
                    {{"place", same(row.place(cell->column))}, {"title", same(typed_text(cell->text))}});
        }
        return header;
    }

    /// Columns that somebody has added.
    void tell_left(const WorkbookRow& row) {
        std::vector<std::string> names;
        for (const WorkbookCell& cell : row.cells) {
            ListHeader any;
            const auto columns = listing_columns();
            const bool known = column_called(any, cell.text) || is_called(cell.text, listing_titles::verdict_now)
                || std::any_of(columns.begin(), columns.end(),
                    [&](const ListingColumn& one) { return is_called(cell.text, one.title); });
            if (!known) names.push_back(typed_text(cell.text));
        }
        if (!names.empty())
            tell(report_codes::list_columns_left, {{"sheet", same(row.sheet)}, {"names", same(joined(names))}});
    }

    static const WorkbookCell* cell_at(const WorkbookRow& row, int column) {
        const auto found = std::find_if(
            row.cells.begin(), row.cells.end(), [&](const WorkbookCell& one) { return one.column == column; });
        return column == 0 || found == row.cells.end() ? nullptr : &*found;
    }

    static std::string text_at(const WorkbookRow& row, int column) {
        const WorkbookCell* cell = cell_at(row, column);
        return cell && !cell->is_unknown ? cell->text : std::string();
    }

    /// What was typed into a field; empty, and told, where it cannot be taken. `several`: decisions are in the row.
    std::string field_at(const WorkbookRow& row, int column, std::size_t field, bool several) {
        const WorkbookCell* cell = cell_at(row, column);
        if (!cell) return {};
        const Words place = same(row.place(column));
        if (cell->is_unknown) {
            tell(report_codes::list_cell_unknown, {{"place", place}});
            return {};
        }
        std::string text = typed_text(cell->text);
        if (text.size() > longest_text) {
            tell(report_codes::list_cell_too_long, {{"place", place}, {"limit", same(std::to_string(longest_text))}});
            return {};
        }
        const auto words = words_of("decision", decision_fields[field].name);
        if (words.empty() || text.empty() || several) return text;
        const std::string plain = utf8::without_blanks(text);
        std::vector<std::string> names;
        for (const KeyWord& one : words) {
            if (one.word == plain || utf8::lowered(one.en) == utf8::lowered(text)) return std::string(one.word);
            names.emplace_back(one.word);
        }
        tell(report_codes::list_wrong_word,
            {{"place", place},
                {"field", {std::string(decision_fields[field].name), std::string(decision_fields[field].en)}},
                {"word", same(text)}, {"near", near_or_all(text, names)}});
        return {};
    }

    void take(const WorkbookRow& row, const ListHeader& header) {
        TypedRow typed;
        typed.fingerprint = trimmed(utf8::lowered(text_at(row, header.fingerprint)));
        const bool several = typed.fingerprint.find('\n') != std::string::npos;
        bool any = false;
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            typed.fields[i] = field_at(row, header.fields[i], i, several);
            any = any || !typed.fields[i].empty();
        }
        if (!any) return;
        typed.rule = typed_text(text_at(row, header.rule));
        typed.organ = typed_text(text_at(row, header.organ));
        typed.finding = typed_text(text_at(row, header.finding));
        const std::string year = typed_text(text_at(row, header.year));
        int number = 0;
        const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
        if (error == std::errc() && end == year.data() + year.size()) typed.year = number;
        if (header.seen > 0) typed.seen = parse_figures(text_at(row, header.seen));
        typed.file = file_;
        typed.place = row.place(header.fingerprint);
        unite(std::move(typed));
    }

    /// A finding may be in several rows: of several lists, or copied.
    void unite(TypedRow typed) {
        const auto [known, is_new] = numbers_.try_emplace(typed.fingerprint, rows_.size());
        // Rows without a fingerprint are told one by one.
        if (is_new || typed.fingerprint.empty()) {
            rows_.push_back(std::move(typed));
            return;
        }
        TypedRow& first = rows_[known->second];
        for (std::size_t i = 0; i < decision_fields.size(); ++i) {
            if (first.fields[i].empty()) first.fields[i] = typed.fields[i];
            if (typed.fields[i].empty() || typed.fields[i] == first.fields[i]) continue;
            const std::string other = first.file == typed.file ? first.place : first.file + " " + first.place;
            tell(report_codes::list_typed_twice,
                {{"place", same(typed.place)},
                    {"field", {std::string(decision_fields[i].name), std::string(decision_fields[i].en)}},
                    {"word", same(typed.fields[i])}, {"second", same(first.fields[i])}, {"other", same(other)}});
        }
    }

    std::string file_;
    std::vector<Diagnostic> diagnostics_;
    std::vector<TypedRow> rows_;
    std::map<std::string, std::size_t> numbers_;  ///< of the rows, by fingerprint
};

}  // namespace

std::string on_one_line(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank) made += c;
        else if (!made.empty() && made.back() != ' ') made += ' ';
    }
    if (made.ends_with(' ')) made.pop_back();
    return made;
}

Result<std::vector<TypedRow>> read_typed_lists(const std::vector<ListFile>& lists) {
    ListReader reader;
    for (const ListFile& list : lists) reader.read(list);
    return reader.finish();
}

}  // namespace gouji
