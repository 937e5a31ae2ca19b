// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/reporter.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/organ_candidates.hpp"
#include "grammar/filing/head/organ_name.hpp"
#include "grammar/filing/head/signature.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gouji {
namespace {

class ReporterSearch {
public:
    explicit ReporterSearch(const ReportHead& head)
        : head_(head), characters_(head.text.characters()), candidates_(head.names, head.text) {}

    std::string find() {
        for (const Title& one : head_.titles) add_title(one);
        if (candidates_.is_settled()) return candidates_.best();
        for (const Title& one : head_.page_titles) candidates_.add(one.organ, OrganSource::page);
        add_statements();
        add_publishers();
        for (const std::string& one : find_signature(head_).names) candidates_.add(one, OrganSource::signature);
        add_subjects();
        return candidates_.best();
    }

private:
    void add_title(const Title& title) {
        const OrganSource source = title.place == TitlePlace::line ? OrganSource::title
            : title.place == TitlePlace::apart                     ? OrganSource::page
                                                                   : OrganSource::statement;
        const bool is_named = candidates_.add(title.organ, source);
        if (source == OrganSource::title && !head_.names.endings.empty() && !is_named) add_lines_beside(title);
    }

    /// A cover has the organ on a line of its own, above the rest of the title or below it.
    void add_lines_beside(const Title& title) {
        constexpr std::size_t nearest = 2;
        std::vector<Span> above = lines_of(characters_, {0, title.span.start});
        std::reverse(above.begin(), above.end());
        const std::vector<Span> below = lines_of(characters_, {title.span.end, head_.heading});
        // A name may be broken over both of them.
        const bool broken = above.size() >= nearest && organ_name(head_.text.view(above[0]), head_.names).text.empty();
        if (broken && add_name({above[1].start, above[0].end})) return;
        for (const std::vector<Span>* lines : {&std::as_const(above), &below}) {
            for (std::size_t i = 0; i < std::min(nearest, lines->size()); ++i) {
                if (add_name((*lines)[i])) return;
            }
        }
    }

    /// True where the stretch is a name, and nothing else.
    bool add_name(Span where) {
        const std::string own = utf8::without_blanks(head_.text.view(where));
        if (organ_name(own, head_.names).text != own) return false;
        candidates_.add(own, OrganSource::title);
        return true;
    }

    void add_matches(Edition::Patterns Edition::*lists, Span where, OrganSource source) {
        for (const PatternList* list : lists_of(head_, lists)) {
            each_match(head_.text, where, *list, [&](const FirstMatch& found) {
                Span organ = found.captured(Capture::organ);
                const auto rank = static_cast<int>(found.pattern - list->patterns.data());
                if (organ.start == found.start)
                    organ.start = static_cast<std::uint32_t>(begin_of_list(characters_, organ.start));
                if (!organ.empty() && !is_quoted(characters_, found.start))
                    candidates_.add(head_.text.view(organ), source, source == OrganSource::publisher ? rank : 0);
                return true;
            });
        }
    }

    void add_statements() { add_matches(&Edition::organs, {0, head_.opening}, OrganSource::statement); }

    void add_publishers() {
        add_matches(&Edition::publishers, {0, head_.heading}, OrganSource::publisher);
        constexpr int least = 100;  // what only a program sees
        candidates_.add(fold(head_.text.page().source), OrganSource::publisher, least);
    }

    /// What the organ did is told in the first section; what others did is there, too, so they must all agree.
    void add_subjects() { add_matches(&Edition::subjects, {0, head_.opening}, OrganSource::subject); }

    const ReportHead& head_;
    std::string_view characters_;
    OrganCandidates candidates_;
};

}  // namespace

std::string find_reporter(const ReportHead& head) { return ReporterSearch(head).find(); }

}  // namespace gouji
