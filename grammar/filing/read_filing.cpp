// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/read_filing.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/codes.hpp"
#include "grammar/filing/tables/corrected.hpp"
#include "grammar/filing/prose/mentions.hpp"
#include "grammar/filing/head/sections.hpp"
#include "grammar/filing/tables/tables.hpp"
#include "grammar/filing/head/title.hpp"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

namespace gouji {
namespace {

class Building {
public:
    Building(const Text& text, const LabelPlaces& labels, std::vector<const Edition*> editions)
        : text_(text), characters_(text.characters()), labels_(labels), editions_(std::move(editions)) {
        for (const Edition* edition : editions_) headings_.push_back(find_sections(characters_, labels, *edition));
        for (const Headings& one : headings_) labelled_ = std::max(labelled_, one.labelled());
    }

    [[nodiscard]] std::size_t labelled() const { return labelled_; }

    /// The title stands on a line of its own.
    [[nodiscard]] bool has_whole_title() { return title().pattern && is_whole_line(characters_, title().span()); }

    /// A title on a line of its own says most, then headings.
    [[nodiscard]] std::size_t evidence() {
        constexpr std::size_t line = 100, anywhere = 20;
        return labelled_ + (has_whole_title() ? line : title().pattern ? anywhere : 0);
    }

    Result<Filing> build(const std::string& file) {
        filing_.file = file;
        read_title();
        const std::size_t chosen = choose_edition();
        read_tables(chosen);
        const std::size_t sections = headings_[chosen].labelled();
        if (!titled_ && sections < 2 && filing_.tables.empty()) return diagnose(filing_codes::not_a_filing);
        const Edition& edition = *editions_[chosen];
        filing_.form = edition.form;
        if (filing_.organ.empty()) read_organ(edition);
        read_published(edition);
        filing_.level = level_of(filing_.organ, edition);
        for (auto& free : read_free_tables(text_, taken_)) {
            taken_.push_back(free.where);
            filing_.tables.push_back(std::move(free.table));
        }
        const std::vector<Prose> prose = this->prose(chosen);
        read_sections(chosen, prose);
        filing_.mentions = find_mentions(text_, prose, edition, filing_.year);
        return std::move(filing_);
    }

private:
    const std::string& section_name(std::size_t edition, const Heading& heading) const {
        return editions_[edition]->form->sections[static_cast<std::size_t>(heading.section)].name;
    }

    Section& add_section(std::size_t edition, const Heading& heading) {
        Section& made = filing_.sections.emplace_back();
        made.name = section_name(edition, heading);
        made.heading = text_.source(heading.heading);
        return made;
    }

    void read_sections(std::size_t chosen, const std::vector<Prose>& prose) {
        for (const auto& one : headings_[chosen].chain) {
            Section& section = add_section(chosen, one);
            section.body = text_.source(one.body);
            for (const auto& part : prose) {
                if (one.body.overlaps(part.span)) put_prose(text_, part, editions_[chosen]->keeps_words, section);
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

    const FirstMatch& title() {
        if (!title_) title_ = find_title(text_, editions_, first_heading());
        return *title_;
    }

    void read_title() {
        if (title().pattern) {
            titled_ = true;
            from_.title = utf8::without_blanks(text_.view(title().span()));
            take_named(text_, title(), filing_);
            return;
        }
        // Without a title the year stands in the first sentences.
        for (const Edition* edition : editions_) {
            if (filing_.organ.empty()) read_organ(*edition);
        }
    }

    void read_organ(const Edition& edition) {
        if (const FirstMatch found = first_match(text_, text_.all(), *edition.organs); found.pattern)
            take_named(text_, found, filing_);
    }

    /// The day that the foremost pattern gives: a page may have several. Where one without a day matches, it is of
    /// something else.
    void read_published(const Edition& edition) {
        const PatternList& list = *edition.published;
        const Pattern* best = nullptr;
        for (Span where = text_.all(); best != list.patterns.data();) {
            const FirstMatch found = first_match(text_, where, list);
            if (!found.pattern || found.span().empty()) return;
            where.start = found.span().end;
            if (best && best <= found.pattern) continue;
            Filing named;
            take_named(text_, found, named);
            if (named.published.empty()) continue;
            filing_.published = named.published;
            best = found.pattern;
        }
    }

    /// By the year; without one, by the headings that were found, the newer form first.
    std::size_t choose_edition() const {
        std::size_t best = 0;
        for (std::size_t i = 0; i < editions_.size(); ++i) {
            if (filing_.year && editions_[i]->form->years.hold(*filing_.year)) return i;
            if (headings_[i].labelled() >= headings_[best].labelled()) best = i;
        }
        return best;
    }

    Span region(std::size_t edition, const TableForm& table) const {
        for (const auto& one : headings_[edition].chain) {
            if (!table.section.empty() && section_name(edition, one) == table.section) return one.body;
        }
        return text_.all();
    }

    /// A table of another section's, or printed once more, stands outside of its own section.
    std::optional<TableRead> read_somewhere(std::size_t edition, std::size_t table) const {
        const Span own = region(edition, editions_[edition]->form->tables[table]);
        auto read = read_table(from_, own, own != text_.all(), *editions_[edition], table);
        if (!read && own != text_.all()) read = read_table(from_, text_.all(), false, *editions_[edition], table);
        return read;
    }

    /// The same table once more, behind the place where it was read: half of its cells must be there.
    std::optional<TableRead> read_again(const TableRead& read, std::uint32_t from) const {
        const Edition& edition = **std::find_if(
            editions_.begin(), editions_.end(), [&](const Edition* one) { return one->form == read.table.form; });
        const auto index = static_cast<std::size_t>(read.table.layout - edition.form->tables.data());
        const Span behind = {from, text_.all().end};
        const auto there = [](const Table& table) {
            return std::count_if(table.cells.begin(), table.cells.end(),
                [](const Cell& one) { return one.presence != Presence::absent; });
        };
        const auto least = there(read.table);
        if (2 * most_cells(labels_, behind, edition, index) < least) return std::nullopt;
        auto again = read_table(from_, behind, false, edition, index);
        return again && 2 * there(again->table) >= least ? std::move(again) : std::nullopt;
    }

    /// Where else the table stands. The first is believed, but for one that is marked as the corrected one.
    void read_repeats(TableRead& best) {
        constexpr int most = 8;
        std::uint32_t from = best.where.end;
        for (int i = 0; i < most; ++i) {
            auto again = read_again(best, from);
            if (!again) return;
            const bool corrected = is_marked_corrected(characters_.substr(from, again->where.start - from));
            from = again->where.end;
            taken_.push_back(again->where);
            if (corrected) {
                std::swap(best.table.repeats, again->table.repeats);
                std::swap(best.table, again->table);
            }
            best.table.repeats.push_back(std::move(again->table));
        }
    }

    /// True when the form of the year has the very same table in the same place: it has been read.
    bool is_read(std::size_t chosen, std::size_t edition, std::size_t table) const {
        const TableForm& own = editions_[edition]->form->tables[table];
        const TableForm* known = edition == chosen ? nullptr : editions_[chosen]->form->table(own.name);
        if (!known) return false;
        const auto index = static_cast<std::size_t>(known - editions_[chosen]->form->tables.data());
        return editions_[chosen]->tables[index] == editions_[edition]->tables[table]
            && region(chosen, *known) == region(edition, own);
    }

    /// Each table in each form that has it; the best fit wins, then the form of the year, then the newer one.
    void read_tables(std::size_t chosen) {
        std::vector<std::string> names;
        for (const Edition* edition : editions_) {
            for (const auto& table : edition->form->tables) {
                if (std::find(names.begin(), names.end(), table.name) == names.end()) names.push_back(table.name);
            }
        }
        for (const auto& name : names) {
            std::optional<TableRead> best;
            for (std::size_t step = 0; step < editions_.size(); ++step) {
                const std::size_t e = step == 0 ? chosen : step <= chosen ? step - 1 : step;
                const auto& tables = editions_[e]->form->tables;
                for (std::size_t t = 0; t < tables.size(); ++t) {
                    if (tables[t].name != name || is_read(chosen, e, t)) continue;
                    // The table of the form of the year is whole, as nearly all are; or no reading in this form can fit
                    // better.
                    if (best && best->score >= std::min(best_score(*best->table.layout), best_score(tables[t])))
                        continue;
                    auto read = read_somewhere(e, t);
                    if (read && (!best || read->score > best->score)) best = std::move(read);
                }
            }
            if (!best) continue;
            taken_.push_back(best->where);
            read_repeats(*best);
            filing_.tables.push_back(std::move(best->table));
        }
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
        for (const auto& one : headings) add(section_name(chosen, one), one.body);
        return made;
    }

    const Text& text_;
    std::string_view characters_;
    const LabelPlaces& labels_;
    std::vector<const Edition*> editions_;
    std::vector<Headings> headings_;
    std::size_t labelled_ = 0;         ///< headings, in the form that has most of them
    std::optional<FirstMatch> title_;  ///< looked for when somebody asks
    TableText from_{text_, labels_, {}};
    std::vector<Span> taken_;
    Filing filing_;
    bool titled_ = false;
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

}  // namespace

/// With forms of several families the one whose titles and headings the text has is read; where they say nothing, the
/// first that makes a filing of it.
Result<Filing> read_filing(const Text& text, const std::vector<Edition>& editions, const std::string& file) {
    Result<Filing> made;
    static const LabelIndex none;
    const LabelPlaces labels(text, editions.empty() ? none : *editions.front().labels);
    std::deque<Building> families;
    std::vector<Building*> in_order;
    for (auto& one : families_of(editions)) in_order.push_back(&families.emplace_back(text, labels, std::move(one)));
    std::vector<Building*> likely = in_order;
    std::stable_sort(likely.begin(), likely.end(),
        [](const Building* a, const Building* b) { return a->labelled() > b->labelled(); });
    // With most headings and a whole title no other can be likelier: their titles, which may stand anywhere, need not
    // be looked for.
    const bool settled =
        likely.size() < 2 || (likely[0]->labelled() > likely[1]->labelled() && likely[0]->has_whole_title());
    if (!settled) {
        likely = in_order;
        std::stable_sort(
            likely.begin(), likely.end(), [](Building* a, Building* b) { return a->evidence() > b->evidence(); });
    }
    for (Building* one : likely) {
        made = one->build(file);
        if (made || one->evidence() > 0) break;
    }
    if (likely.empty()) made.diagnostics.push_back(diagnose(filing_codes::not_a_filing));
    for (auto& one : made.diagnostics) one.file = file;
    return made;
}

}  // namespace gouji
