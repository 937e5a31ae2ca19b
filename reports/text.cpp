// SPDX-License-Identifier: Apache-2.0
// The form in which a person reads a run.
#include "engine/base/origin.hpp"
#include "reports/excerpt.hpp"
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace gouji {
namespace {

class TextReport {
public:
    explicit TextReport(const ReportOptions& options)
        : language_(options.language), all_(options.all), colour_(options.colour) {}

    void add(const CheckedFiling& checked) {
        const Filing& filing = checked.filing;
        const Places places(checked.shown.text, checked.shown.starts);
        out_ += title_of(filing) + "\n";
        for (const Finding& one : checked.judgement.findings) finding(one, checked, places);
        others(checked.judgement);
        for (const std::string& one : tell_settled(checked.judgement, language_)) out_ += "\n  " + one + "\n";
        summary(checked.judgement);
        out_ += "\n";
    }

    std::string take() { return std::move(out_); }

private:
    enum Paint { Plain = 0, Bold = 1, Red = 31, Yellow = 33, Blue = 34 };
    std::string paint(Paint paint, const std::string& text) const {
        return colour_ && paint != Plain ? "\x1b[" + std::to_string(paint) + "m" + text + "\x1b[0m" : text;
    }
    static Paint paint_of(Severity severity) {
        return severity == Severity::error ? Red : severity == Severity::warning ? Yellow : Blue;
    }

    std::string in(std::string_view zh, std::string_view en) const {
        return std::string(language_ == Language::zh ? zh : en);
    }

    std::string title_of(const Filing& filing) const {
        return paint(Bold, tell_organ(filing, language_) + " · " + tell_year(filing, language_)) + " · "
            + tell_files(filing, language_);
    }

    void line(std::string_view text, int indent) {
        out_ += std::string(static_cast<std::size_t>(indent), ' ') + std::string(text) + "\n";
    }

    /// Which cell is likely wrong, and what else failed for it.
    void cause(const Finding& finding, const std::vector<Verdict>& verdicts) {
        for (const std::string& one : tell_causes(finding, language_)) line(one, 4);
        if (finding.explains.size() < 2) return;
        line(in("同一原因还使下列各项不成立：", "The same cause makes these fail too:"), 4);
        for (const std::size_t one : finding.explains) {
            if (one == finding.told) continue;
            const std::string place = tell_place(verdicts[one].at, language_);
            line(verdicts[one].rule->id + (place.empty() ? "" : "  [" + place + "]") + "  "
                    + verdicts[one].message.in(language_),
                6);
        }
    }

    void finding(const Finding& finding, const CheckedFiling& checked, const Places& places) {
        const Verdict& verdict = checked.judgement.verdicts[finding.told];
        out_ += "\n  " + paint(paint_of(verdict.severity), tell_severity(verdict.severity, language_)) + " "
            + verdict.rule->id + "  " + paint(Bold, verdict.rule->title.in(language_));
        const std::string place = tell_place(verdict.at, language_);
        out_ += (place.empty() ? "" : "  [" + place + "]") + "\n";
        line(verdict.message.in(language_), 4);
        for (const auto& one : verdict.written) line(one, 6);
        for (const auto& one : verdict.readings) line(one.in(language_), 6);
        for (const auto& one : verdict.assumptions) line(one.in(language_), 6);
        cause(finding, checked.judgement.verdicts);
        excerpts(finding, checked, places);
        for (const std::string& one : tell_notes(finding, language_)) line(one, 4);
        line(in("依据：", "Basis: ") + verdict.rule->basis.in(language_), 4);
        if (!verdict.rule->override_reason.empty())
            line(in("严重程度由套件更改：", "Severity changed by the suite: ")
                    + verdict.rule->override_reason.in(language_),
                4);
    }

    /// The figures that took part, where they stand in the original; zeros of long sums are left to the sum.
    void excerpts(const Finding& finding, const CheckedFiling& checked, const Places& places) {
        const Verdict& verdict = checked.judgement.verdicts[finding.told];
        constexpr std::size_t most = 4;
        const auto likely = [&](const Operand* one) {
            return std::any_of(finding.suspects.begin(), finding.suspects.end(),
                [&](const Suspect& suspect) { return suspect.together == 0 && suspect.span == one->span; });
        };
        std::vector<const Operand*> shown = told_figures(verdict, finding);
        std::erase_if(shown, [](const Operand* one) { return one->span.empty() && !one->elsewhere; });
        // The cells that are likely wrong come first.
        std::stable_partition(shown.begin(), shown.end(), likely);
        for (std::size_t i = 0; i < shown.size() && i < most; ++i) {
            if (shown[i]->elsewhere) {
                line(
                    tell_elsewhere(*shown[i]->elsewhere, language_) + "  " + shown[i]->name + " = " + shown[i]->shown(),
                    4);
                continue;
            }
            const Excerpt drawn = places.draw(shown[i]->span);
            const std::string where =
                checked.filing.file + ":" + std::to_string(drawn.line) + ":" + std::to_string(drawn.column);
            const std::string place = name_place(checked.shown.place(shown[i]->span), language_);
            line(where + (place.empty() ? "" : in("（", " (") + place + in("）", ")")) + "  " + shown[i]->name, 4);
            line("| " + drawn.text, 6);
            line("| " + paint(likely(shown[i]) ? Red : Blue, drawn.carets), 6);
        }
        if (shown.size() > most)
            line(fill("另有 {count} 处。", "{count} more places.",
                     {{"count", same(std::to_string(shown.size() - most))}}, language_),
                4);
    }

    /// What could not be decided or was waived, a paragraph for each rule with its different reasons; with --all also
    /// what was assumed, did not apply, or passed by taking a missing figure for something.
    void others(const Judgement& judgement) {
        constexpr std::size_t most = 3;
        const auto& all = judgement.verdicts;
        const auto open = [&](const Verdict& one) {
            const bool quiet = one.outcome == Outcome::assumed || one.outcome == Outcome::not_applicable
                || (one.outcome == Outcome::pass && !one.assumptions.empty());
            return one.outcome == Outcome::undecided || one.outcome == Outcome::error || one.outcome == Outcome::waived
                || (all_ && quiet);
        };
        for (std::size_t first = 0; first < all.size();) {
            std::size_t last = first;
            std::vector<const Verdict*> group;
            for (; last < all.size() && all[last].rule->id == all[first].rule->id; ++last) {
                if (open(all[last])) group.push_back(&all[last]);
            }
            // One reason for all of them, as the year before that was not given, is said once.
            const bool alike = group.size() > 1 && std::all_of(group.begin(), group.end(), [&](const Verdict* one) {
                return one->why == group.front()->why && one->assumptions.empty();
            });
            std::size_t told = 0;
            for (const Verdict* one : group) {
                if (told == 0)
                    out_ += "\n  " + tell_outcome(one->outcome, language_) + " × " + std::to_string(group.size()) + "  "
                        + one->rule->id + "  " + one->rule->title.in(language_) + "\n";
                std::string why = one->why.in(language_);
                for (const Words& words : one->assumptions) why += (why.empty() ? "" : " ") + words.in(language_);
                const std::string place = alike ? "" : tell_place(one->at, language_);
                if (++told <= (alike ? 1 : most)) line((place.empty() ? "" : "[" + place + "] ") + why, 4);
            }
            if (told > most && !alike)
                line(fill("另有 {count} 项。", "{count} more.", {{"count", same(std::to_string(told - most))}},
                         language_),
                    4);
            first = last;
        }
    }

    void summary(const Judgement& judgement) {
        const auto counts = judgement.summary();
        const bool nothing = is_unverified(counts);
        out_ += "\n  "
            + paint(nothing ? Yellow : Plain,
                in(origin::checked.zh, origin::checked.en) + tell_counts(counts, language_)
                    + (nothing ? in("。没有一项得到核实。", ". Nothing was verified.") : in("。", ".")))
            + "\n";
    }

    Language language_;
    bool all_;
    bool colour_;
    std::string out_;
};

/// What a reader must know of the cells of a table: which are not as plain as they look.
struct Doubt {
    std::string_view zh;
    std::string_view en;
    bool (*holds)(const Cell& cell);
};

constexpr Doubt doubts[] = {
    {"由连写的数字拆出：", "Cut out of digits that run together: ",
        [](const Cell& cell) { return cell.basis == Basis::divided && cell.presence == Presence::number; }},
    {"标签残缺，按近似的文字和次序认定：",
        "Labels mended by nearness and order: ", [](const Cell& cell) { return cell.basis == Basis::restored; }},
    {"不能确定（标 ?）：",
        "Uncertain (marked ?): ", [](const Cell& cell) { return !cell.certain && cell.presence == Presence::number; }},
    {"无法辨认：", "Unreadable: ", [](const Cell& cell) { return cell.presence == Presence::unreadable; }},
};

void write_doubts(std::string& out, const Table& table, Language language) {
    const Outline& rows = table.row_names();
    const int columns = table.column_names().leaf_count();
    for (const Doubt& one : doubts) {
        constexpr int most = 3;
        std::string named;
        int cells = 0;
        int told = 0;
        for (int row = 0; row < rows.leaf_count(); ++row) {
            const auto first = table.cells.begin() + row * columns;
            const auto count = static_cast<int>(std::count_if(first, first + columns, one.holds));
            if (count == 0) continue;
            cells += count;
            if (++told <= most)
                named += (named.empty() ? "" : language == Language::zh ? "、" : ", ") + rows.leaf(row).path;
        }
        if (cells == 0) continue;
        if (told > most)
            named += fill(
                " 等 {rows} 行", " and others, {rows} rows in all", {{"rows", same(std::to_string(told))}}, language);
        out += "    " + std::string(language == Language::zh ? one.zh : one.en)
            + fill("{cells} 格（{rows}）", "{cells} cells ({rows})",
                {{"cells", same(std::to_string(cells))}, {"rows", same(named)}}, language)
            + "\n";
    }
}

std::string shown(const Cell& cell) {
    if (cell.presence == Presence::number) return cell.value.to_string() + cell.unit.get() + (cell.certain ? "" : "?");
    if (cell.presence == Presence::absent) return "";
    return "<" + std::string(name_of(cell.presence)) + ">";
}

void pad(std::string& out, std::string_view text, int width, bool right) {
    const std::string blanks(static_cast<std::size_t>(std::max(0, width - width_of(text))), ' ');
    out += right ? blanks + std::string(text) : std::string(text) + blanks;
}

void write_table(std::string& out, const Table& table, Language language) {
    const Outline& rows = table.row_names();
    const Outline& columns = table.column_names();
    out += "\n  "
        + (table.name.empty() ? fill("自有表格", "a table of its own", {}, language)
                              : table.name + " (" + table.form->id + ")")
        + "\n";
    std::vector<std::vector<std::string>> grid = {{""}};
    for (int c = 0; c < columns.leaf_count(); ++c) grid[0].push_back(columns.leaf(c).path);
    for (int r = 0; r < rows.leaf_count(); ++r) {
        grid.push_back({rows.leaf(r).path});
        for (int c = 0; c < columns.leaf_count(); ++c)
            grid.back().push_back(shown(table.cell(r * columns.leaf_count() + c)));
    }
    std::vector<int> widths(grid[0].size());
    for (const auto& row : grid) {
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
    }
    for (const auto& row : grid) {
        std::string text = "    ";
        for (std::size_t c = 0; c < row.size(); ++c) {
            pad(text, row[c], widths[c], c > 0);
            if (c + 1 < row.size()) text += "  ";
        }
        out += text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
    }
    write_doubts(out, table, language);
    for (const Choice& choice : table.choices) {
        const int columns_count = columns.leaf_count();
        out += "    "
            + fill("“{row}”数字连写的读法：", "Readings of the digits of {row}:",
                {{"row", same(rows.leaf(choice.cells.front() / columns_count).path)}}, language)
            + "\n";
        for (std::size_t r = 0; r < choice.readings.size() && r < 20; ++r) {
            std::string values;
            for (const auto& one : choice.readings[r].values) values += (values.empty() ? "" : " | ") + one.to_string();
            const auto& aside = choice.readings[r].set_aside;
            out += (static_cast<int>(r) == choice.preferred ? "    * " : "      ") + values
                + (aside ? "   — " + aside->in(language) : "") + "\n";
        }
    }
}

std::string no_head(const ReportOptions&) { return {}; }

std::string check_one(const CheckedFiling& checked, const ReportOptions& options) {
    TextReport text(options);
    text.add(checked);
    return text.take();
}

std::string read_one(const CheckedFiling& checked, const ReportOptions& options) {
    const Filing& filing = checked.filing;
    std::string out = filing.file + "\n";
    const auto field = [&](const origin::Opening& name, const std::string& value) {
        out += "  " + fill(name.zh, name.en, {}, options.language) + (value.empty() ? "?" : value) + "\n";
    };
    field(origin::read[0], filing.organ);
    field(origin::read[1], filing.year ? std::to_string(*filing.year) : "");
    field(origin::read[2], filing.published);
    field(origin::read[3], filing.form ? filing.form->id : "");
    for (const Table& table : filing.tables) write_table(out, table, options.language);
    if (!filing.mentions.empty()) out += "\n  " + fill("正文所述", "Stated in the prose", {}, options.language) + "\n";
    for (const Mention& mention : filing.mentions) {
        std::string values;
        for (const auto& one : mention.fields)
            values += (values.empty() ? "" : ", ") + mention.form->fields[static_cast<std::size_t>(one.index)].name
                + " " + one.value.to_string() + one.unit;
        out += "    " + mention.form->fact + ": " + values + "  “" + mention.text + "”\n";
    }
    return out + "\n";
}

}  // namespace

Parts check_text() {
    return {no_head, check_one, "",
        [](const Ending& ending, const ReportOptions& options) { return render_summary(ending, options.language); }};
}

Parts read_text() {
    return {no_head, read_one, "", [](const Ending&, const ReportOptions&) { return std::string(); }};
}

std::string render_diagnostics(const std::vector<Diagnostic>& diagnostics, Language language) {
    std::string out;
    for (const auto& one : diagnostics) {
        std::string where = one.file;
        if (one.line > 0) where += ":" + std::to_string(one.line) + ":" + std::to_string(one.column);
        out += (where.empty() ? "" : where + ": ") + tell_severity(one.severity, language) + " " + one.code + "\n";
        out += "  " + one.message.in(language) + "\n";
        if (!one.excerpt.empty()) {
            const Excerpt drawn = draw_excerpt(one.excerpt, one.mark);
            out += "    | " + drawn.text + "\n    | " + drawn.carets + "\n";
        }
        if (!one.help.in(language).empty()) out += "  " + one.help.in(language) + "\n";
    }
    return out;
}

}  // namespace gouji
