// SPDX-License-Identifier: Apache-2.0
// `trends`: what a store says across its years.
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/rules/main_figures.hpp"
#include "engine/store/store_trends.hpp"
#include "reports/trends/collect_series.hpp"
#include "reports/trends/trends_csv.hpp"
#include "reports/trends/trends_html.hpp"
#include "reports/trends/trends_text.hpp"

#include <functional>
#include <utility>

namespace gouji {
namespace {

/// Those that were asked for, or those that sum up a report; nothing, with a diagnostic, where one is not known.
std::optional<std::vector<FigureName>> figures_of(
    const Arguments& arguments, const Catalogue& catalogue, const StoreTrends& store, Streams& streams) {
    if (arguments.figures.empty()) return main_figures(catalogue);
    std::vector<FigureName> all;
    std::vector<Diagnostic> told;
    for (const std::string& text : arguments.figures) {
        auto name = parse_figure(text, catalogue);
        if (!name) told.push_back(diagnose(cli_codes::wrong_figure, {{"text", same(text)}}));
        else if (!store.has(*name)) told.push_back(diagnose(cli_codes::no_such_figure, {{"text", same(text)}}));
        else all.push_back(std::move(*name));
    }
    tell(told, arguments, streams);
    if (!told.empty()) return std::nullopt;
    return all;
}

std::string title_of(const Catalogue& catalogue, const std::string& id, Language language) {
    for (const auto& [first, end] : catalogue.reported) {
        if (catalogue.rules[first].id == id) return catalogue.rules[first].title.in(language);
    }
    return {};
}

void add_titles(const Catalogue& catalogue, TrendsReport& report) {
    const auto add = [&](const std::string& id) {
        for (const auto& [first, end] : catalogue.reported) {
            if (catalogue.rules[first].id == id) report.titles.emplace(id, catalogue.rules[first].title);
        }
    };
    for (const RepeatedFinding& one : report.repeated.entries) add(one.rule);
    for (const auto& rule : report.rules.entries) add(rule.front().rule);
}

void collect_rules(const StoreTrends& store, TrendsReport& report, std::size_t most) {
    std::vector<RuleYear> rule;
    for (RuleYear& one : store.rules()) {
        if (!rule.empty() && rule.front().rule != one.rule) {
            report.rules.add(rule, most);
            rule.clear();
        }
        rule.push_back(std::move(one));
    }
    if (!rule.empty()) report.rules.add(rule, most);
}

/// `most`: entries that are kept of a list.
TrendsReport collect(const StoreTrends& store, const std::vector<FigureName>& figures, const Arguments& arguments,
    const Catalogue& catalogue, std::size_t most) {
    TrendsReport report;
    const auto wants = [&](std::string_view part) { return arguments.what.empty() || arguments.what == part; };
    report.parts = {wants("figures"), wants("findings"), wants("gaps")};
    report.scope = store.scope();
    report.has_list = !arguments.organs.empty();
    if (report.parts.figures) {
        SeriesCollector series(figures, report.scope.years, most);
        store.each_point(figures, [&](const TrendPoint& point) { series.add(point); });
        report.figures = series.finish();
    }
    if (report.parts.findings) {
        store.each_repeated([&](const RepeatedFinding& one) { report.repeated.add(one, most); });
        collect_rules(store, report, most);
        add_titles(catalogue, report);
    }
    if (report.parts.gaps) {
        store.each_gap([&](const ReportGap& one) { report.gaps.add(one, most); });
        store.each_absent([&](const std::string& one) { report.absent.add(one, most); });
    }
    return report;
}

void write_csv(const StoreTrends& store, const std::vector<FigureName>& figures, const Arguments& arguments,
    const Catalogue& catalogue, Output& out) {
    const Language language = arguments.language;
    if (arguments.what == "findings") {
        out.write(findings_csv_head(language));
        store.each_finding([&](const RuleFindings& one) {
            out.write(csv_of(one, title_of(catalogue, one.rule, language), language));
        });
    } else if (arguments.what == "gaps") {
        out.write(gaps_csv_head(language));
        store.each_gap([&](const ReportGap& one) { out.write(csv_of(one, language)); });
        store.each_absent([&](const std::string& one) { out.write(csv_of_absent(one, language)); });
    } else {
        out.write(figures_csv_head(language));
        store.each_point(
            figures, [&](const TrendPoint& one) { out.write(csv_of(one, figures[one.figure], language)); });
    }
}

}  // namespace

int run_trends(const Arguments& arguments, Streams& streams) {
    const auto catalogue = load_rules(arguments, streams);
    if (!catalogue) return exit_wrong;
    std::vector<Diagnostic> diagnostics;
    const auto store = StoreTrends::open(arguments.store, catalogue->organs, diagnostics);
    tell(diagnostics, arguments, streams);
    if (!store) return exit_wrong;
    const auto figures = figures_of(arguments, *catalogue, *store, streams);
    if (!figures) return exit_wrong;

    constexpr std::size_t most_in_text = 10, most_on_page = 200;
    Output out(arguments, streams);
    if (arguments.format == "csv") write_csv(*store, *figures, arguments, *catalogue, out);
    else if (arguments.format == "html")
        out.write(
            render_trends_html(collect(*store, *figures, arguments, *catalogue, most_on_page), arguments.language));
    else
        out.write(
            render_trends_text(collect(*store, *figures, arguments, *catalogue, most_in_text), arguments.language));
    // What may lack something does not take the place of a former result.
    if (const auto failure = store->failure()) {
        tell({*failure}, arguments, streams);
        return exit_wrong;
    }
    return out.finish();
}

}  // namespace gouji
