// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/read_filing.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/codes.hpp"
#include "grammar/filing/costs.hpp"
#include "grammar/filing/filing_tables.hpp"
#include "grammar/filing/head/publication.hpp"
#include "grammar/filing/head/report_head.hpp"
#include "grammar/filing/head/report_year.hpp"
#include "grammar/filing/head/reporter.hpp"
#include "grammar/filing/head/sections.hpp"
#include "grammar/filing/prose/mentions.hpp"
#include "grammar/filing/tables/grid_table.hpp"
#include "grammar/filing/tables/own_tables.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace gouji {
namespace {

class FilingBuilder {
public:
    FilingBuilder(const Text& text, const LabelPlaces& labels, std::vector<const Edition*> editions)
        : text_(text), characters_(text.characters()), labels_(labels), editions_(std::move(editions)) {
        for (const Edition* edition : editions_) {
            headings_.push_back(find_sections(characters_, labels, *edition));
            labelled_ = std::max(labelled_, headings_.back().labelled());
            captions_ = std::max(captions_, count_captions(from_, *edition));
        }
    }

    [[nodiscard]] std::size_t labelled() const { return labelled_; }

    /// Whether the title is on a line of its own.
    [[nodiscard]] bool has_whole_title() { return title() && title()->place == TitlePlace::line; }

    /// How likely the text is a filing of this family. Captions count where there is no title: an excerpt.
    [[nodiscard]] int evidence() {
        const int by_title = has_whole_title() ? costs::title_on_own_line : title() ? costs::title_in_prose : 0;
        const int by_headings = costs::labelled_heading * static_cast<int>(labelled_);
        return by_title > 0 ? by_title + by_headings : std::max(by_headings, static_cast<int>(captions_));
    }

    Result<Filing> build(const std::string& file) {
        filing_.file = file;
        filing_.year = find_year(head());
        if (title()) from_.title = utf8::without_blanks(text_.view(title()->span));
        std::size_t chosen = choose_edition();
        FilingTables read = read_tables(from_, editions_, headings_, chosen);
        filing_.tables = std::move(read.tables);
        taken_ = std::move(read.places);
        told_ = std::move(read.told);
        const std::size_t sections = headings_[chosen].labelled();
        if (!title() && sections < 2 && filing_.tables.empty()) return diagnose(filing_codes::not_a_filing);
        if (const std::size_t fitting = edition_of_tables(chosen); fitting != chosen) {
            chosen = fitting;
            read = read_tables(from_, editions_, headings_, chosen);
            filing_.tables = std::move(read.tables);
            taken_ = std::move(read.places);
            told_ = std::move(read.told);
        }
        const Edition& edition = *editions_[chosen];
        filing_.form = edition.form;
        filing_.organ = find_reporter(head());
        filing_.published = find_publication(head());
        filing_.level = level();
        for (auto& own : read_own_tables(text_, taken_)) {
            taken_.push_back(own.where);
            filing_.tables.push_back(std::move(own.table));
        }
        const std::vector<Prose> prose = this->prose(chosen);
        read_sections(chosen, prose);
        ProseFigures figures = find_mentions(text_, prose, edition, filing_);
        filing_.mentions = std::move(figures.mentions);
        filing_.unread = std::move(figures.unread);
        return with_notices();
    }

private:
    /// Names of the form's tables that have a section of their own and were not read.
    [[nodiscard]] std::string missing_tables() const {
        std::string missing;
        for (const TableForm& one : filing_.form->tables) {
            if (!one.section.empty() && !filing_.table(one.name)) missing += (missing.empty() ? "" : "、") + one.name;
        }
        return missing;
    }

    /// ![](表一.png), as converters leave them in Markdown, and what the reader of the format has seen.
    [[nodiscard]] int pictures() const {
        constexpr std::string_view mark = "![";
        int count = text_.page().pictures;
        for (std::size_t at = characters_.find(mark); at != std::string_view::npos; at = characters_.find(mark, at + 1))
            ++count;
        return count;
    }

    Result<Filing> with_notices() {
        const std::string missing = missing_tables();
        const int count = missing.empty() ? 0 : pictures();
        Result<Filing> made(std::move(filing_));
        made.diagnostics = std::move(told_);
        if (count > 0) {
            made.diagnostics.push_back(diagnose(
                filing_codes::tables_pictured, {{"tables", same(missing)}, {"count", same(std::to_string(count))}}));
        }
        return made;
    }

    Section& add_section(std::size_t edition, const Heading& heading) {
        Section& section = filing_.sections.emplace_back();
        section.name = name_of(heading, *editions_[edition]);
        section.heading = text_.source(heading.heading);
        return section;
    }

    void read_sections(std::size_t chosen, const std::vector<Prose>& prose) {
        for (const auto& one : headings_[chosen].chain) {
            Section& section = add_section(chosen, one);
            section.body = text_.source(one.body);
            for (const auto& part : prose) {
                if (one.body.overlaps(part.span)) append_prose(text_, part, editions_[chosen]->keeps_words, section);
            }
        }
        for (const auto& one : headings_[chosen].strays) add_section(chosen, one).stray = true;
    }

    /// Where the first section begins, in any form.
    std::uint32_t first_heading() const {
        std::uint32_t first = text_.all().end;
        for (const auto& headings : headings_) {
            for (const Heading& one : headings.chain) {
                if (one.labelled) first = std::min(first, one.heading.start);
            }
        }
        return first;
    }

    /// Where the section that begins there ends.
    std::uint32_t end_of_first_section() const {
        const std::uint32_t first = first_heading();
        const auto most = std::max_element(headings_.begin(), headings_.end(),
            [](const Headings& a, const Headings& b) { return a.labelled() < b.labelled(); });
        for (const Heading& one : most->chain) {
            if (one.heading.start > first) return one.heading.start;
        }
        return text_.all().end;
    }

    const ReportHead& head() {
        if (!head_) head_.emplace(read_report_head(text_, editions_, first_heading(), end_of_first_section()));
        return *head_;
    }
    const Title* title() { return chosen_title(head()); }

    /// By the year; without one, by the headings that were found, the newer form first.
    std::size_t choose_edition() const {
        std::size_t best = 0;
        for (std::size_t i = 0; i < editions_.size(); ++i) {
            if (filing_.year && editions_[i]->form->years.hold(*filing_.year)) return i;
            if (headings_[i].labelled() >= headings_[best].labelled()) best = i;
        }
        return best;
    }

    /// By the first form that knows levels.
    std::string level() const {
        const auto own =
            std::find_if(editions_.begin(), editions_.end(), [](const Edition* one) { return !one->levels.empty(); });
        return own == editions_.end() ? std::string() : level_of(filing_.organ, **own);
    }

    /// Without a year, a form that has all tables as they were read, if there is one.
    std::size_t edition_of_tables(std::size_t chosen) const {
        const auto has_all = [&](const Edition& edition) {
            return std::all_of(filing_.tables.begin(), filing_.tables.end(), [&](const Table& table) {
                const auto labels = labels_of(table);
                return std::find(edition.tables.begin(), edition.tables.end(), labels) != edition.tables.end();
            });
        };
        if (filing_.year || filing_.tables.empty() || has_all(*editions_[chosen])) return chosen;
        const auto own =
            std::find_if(editions_.rbegin(), editions_.rend(), [&](const Edition* one) { return has_all(*one); });
        return own == editions_.rend() ? chosen : static_cast<std::size_t>(editions_.rend() - own) - 1;
    }

    /// The labels by which it was read; forms that have the same table share them.
    std::shared_ptr<const Edition::Labels> labels_of(const Table& table) const {
        for (const Edition* one : editions_) {
            for (std::size_t i = 0; i < one->form->tables.size(); ++i) {
                const TableForm& form = one->form->tables[i];
                if (&form == table.layout || (table.own_layout && one->form == table.form && form.name == table.name))
                    return one->tables[i];
            }
        }
        return nullptr;
    }

    /// The bodies of the sections without their tables; the whole text where there is no heading.
    std::vector<Prose> prose(std::size_t chosen) const {
        std::vector<Span> taken = taken_;
        std::sort(taken.begin(), taken.end(), [](Span a, Span b) { return a.start < b.start; });
        std::vector<Prose> made;
        const auto add = [&](const std::string& section, Span where) {
            std::uint32_t from = where.start;
            for (const Span table : taken) {
                if (!table.overlaps({from, where.end})) continue;
                if (table.start > from) made.push_back(read_prose(text_, section, {from, table.start}));
                from = std::max(from, std::min(table.end, where.end));
            }
            if (from < where.end) made.push_back(read_prose(text_, section, {from, where.end}));
        };
        const auto& headings = headings_[chosen].chain;
        if (headings.empty()) add("", text_.all());
        else add(std::string(preamble_name), {0, headings.front().heading.start});
        for (const auto& one : headings) add(name_of(one, *editions_[chosen]), one.body);
        return made;
    }

    const Text& text_;
    std::string_view characters_;
    const LabelPlaces& labels_;
    std::vector<const Edition*> editions_;
    std::vector<Headings> headings_;
    std::size_t labelled_ = 0;        ///< headings, in the form that has most of them
    std::size_t captions_ = 0;        ///< likewise, captions of tables
    std::optional<ReportHead> head_;  ///< read on the first call
    TableText from_{text_, labels_, {}};
    std::vector<Span> taken_;
    std::vector<Diagnostic> told_;  ///< of tables
    Filing filing_;
};

/// The forms by family, both in the order in which they come.
std::vector<std::vector<const Edition*>> families_of(const std::vector<Edition>& editions) {
    std::vector<std::vector<const Edition*>> all;
    for (const Edition& one : editions) {
        const auto same = std::find_if(
            all.begin(), all.end(), [&](const auto& other) { return other.front()->form->family == one.form->family; });
        if (same == all.end()) all.push_back({&one});
        else same->push_back(&one);
    }
    return all;
}

/// The families by how likely the text is a filing of theirs, the likeliest first. With most headings and a whole title
/// no other can be likelier; then the titles of the others, which may be anywhere, need not be looked for.
std::vector<FilingBuilder*> by_likelihood(const std::vector<FilingBuilder*>& families) {
    std::vector<FilingBuilder*> likely = families;
    std::stable_sort(likely.begin(), likely.end(),
        [](const FilingBuilder* a, const FilingBuilder* b) { return a->labelled() > b->labelled(); });
    if (likely.size() < 2 || (likely[0]->labelled() > likely[1]->labelled() && likely[0]->has_whole_title()))
        return likely;
    likely = families;
    std::stable_sort(
        likely.begin(), likely.end(), [](FilingBuilder* a, FilingBuilder* b) { return a->evidence() > b->evidence(); });
    return likely;
}

}  // namespace

/// With forms of several families the one whose titles and headings the text has is read; where they say nothing, the
/// first that makes a filing of it.
Result<Filing> read_filing(const Text& text, const std::vector<Edition>& editions, const std::string& file) {
    static const LabelIndex none;
    const LabelPlaces labels(text, editions.empty() ? none : *editions.front().labels);
    std::deque<FilingBuilder> builders;
    std::vector<FilingBuilder*> families;
    for (auto& family : families_of(editions))
        families.push_back(&builders.emplace_back(text, labels, std::move(family)));
    Result<Filing> filing;
    for (FilingBuilder* family : by_likelihood(families)) {
        filing = family->build(file);
        if (filing || family->evidence() > 0) break;
    }
    if (families.empty()) filing.diagnostics.push_back(diagnose(filing_codes::not_a_filing));
    for (auto& diagnostic : filing.diagnostics) diagnostic.file = file;
    return filing;
}

}  // namespace gouji
