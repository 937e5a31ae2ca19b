// SPDX-License-Identifier: Apache-2.0
#include "reports/rule_tools.hpp"

#include "engine/language/describe.hpp"
#include "reports/excerpt.hpp"
#include "reports/private_json.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

bool seen_both(const ConditionSeen& one) { return one.held > 0 && one.failed > 0; }

void write_counts(Json& json, const std::array<int, 7>& counts) {
    json.key("outcomes");
    json.object([&] {
        for (std::size_t i = 0; i < counts.size(); ++i) json.put_number(outcome_names[i], counts[i]);
    });
}

}  // namespace

std::string render_coverage(const std::vector<RuleCoverage>& coverage, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        Json json(language);
        json.object([&] {
            json.list("rules", coverage, [&](const RuleCoverage& one) {
                json.object([&] {
                    json.put("rule", std::string_view(one.rule));
                    json.put("file", std::string_view(one.file));
                    json.put_number("line", one.line);
                    json.put_number("tests", one.tests);
                    write_counts(json, one.outcomes);
                    json.list("conditions", one.conditions, [&](const ConditionSeen& seen) {
                        json.object([&] {
                            json.put("text", std::string_view(seen.text));
                            json.put_number("line", seen.line);
                            json.put_number("true", seen.held);
                            json.put_number("false", seen.failed);
                            json.put_number("unknown", seen.open);
                        });
                    });
                });
            });
        });
        return json.take();
    }
    std::string out;
    std::size_t conditions = 0;
    std::size_t both = 0;
    for (const RuleCoverage& one : coverage) {
        out += one.rule + "  " + one.file + ":" + number(one.line) + "\n";
        const auto count = [&](Outcome outcome) {
            return same(number(one.outcomes[static_cast<std::size_t>(outcome)]));
        };
        out += fill("  {tests} 个例子：通过 {pass}，不通过 {fail}，无法判定 {undecided}，不适用 {na}\n",
            "  {tests} tests: pass {pass}, fail {fail}, undecided {undecided}, not applicable {na}\n",
            {{"tests", same(number(one.tests))}, {"pass", count(Outcome::pass)}, {"fail", count(Outcome::fail)},
                {"undecided", count(Outcome::undecided)}, {"na", count(Outcome::not_applicable)}},
            language);
        for (const ConditionSeen& seen : one.conditions) {
            ++conditions;
            both += seen_both(seen) ? 1U : 0U;
            if (seen_both(seen)) continue;
            out += fill("  第 {line} 行 {text}：成立 {held} 次，不成立 {failed} 次，未知 {open} 次\n",
                "  line {line}, {text}: true {held}, false {failed}, unknown {open}\n",
                {{"line", same(number(seen.line))}, {"text", same(seen.text)}, {"held", same(number(seen.held))},
                    {"failed", same(number(seen.failed))}, {"open", same(number(seen.open))}},
                language);
        }
    }
    return out
        + fill("{rules} 条规则，{conditions} 个条件，其中 {both} 个既成立过也不成立过\n",
            "{rules} rules, {conditions} conditions, {both} of them seen both true and false\n",
            {{"rules", same(number(static_cast<std::int64_t>(coverage.size())))},
                {"conditions", same(number(static_cast<std::int64_t>(conditions)))},
                {"both", same(number(static_cast<std::int64_t>(both)))}},
            language);
}

std::string render_mutants(const std::vector<Mutant>& mutants, const std::vector<Unwatched>& unwatched,
    RulesFormat format, Language language) {
    const auto noticed = std::count_if(mutants.begin(), mutants.end(), [](const Mutant& one) { return one.noticed; });
    if (format == RulesFormat::json) {
        Json json(language);
        json.object([&] {
            json.put_number("changed", static_cast<std::int64_t>(mutants.size()));
            json.put_number("noticed", noticed);
            std::vector<const Mutant*> survivors;
            for (const Mutant& one : mutants) {
                if (!one.noticed) survivors.push_back(&one);
            }
            json.list("survivors", survivors, [&](const Mutant* one) {
                json.object([&] {
                    json.put("rule", std::string_view(one->rule));
                    json.put("file", std::string_view(one->file));
                    json.put_number("line", one->line);
                    json.put("formula", std::string_view(one->before));
                    json.put("change", one->change);
                });
            });
            json.list("unwatched", unwatched, [&](const Unwatched& one) {
                json.object([&] {
                    json.put("form", std::string_view(one.form));
                    json.put("table", std::string_view(one.table));
                    json.list("cells", one.cells, [&](const std::string& cell) { json.text(cell); });
                });
            });
        });
        return json.take();
    }
    std::string out;
    for (const Mutant& one : mutants) {
        if (!one.noticed)
            out += one.file + ":" + number(one.line) + ": " + one.rule + "  " + one.change.in(language) + "\n    "
                + one.before + "\n";
    }
    for (const Unwatched& one : unwatched) {
        out += fill("{form} {table}：{count} 格没有规则看：", "{form} {table}: {count} cells that no rule watches: ",
            {{"form", same(one.form)}, {"table", same(one.table)},
                {"count", same(number(static_cast<std::int64_t>(one.cells.size())))}},
            language);
        constexpr std::size_t most = 6;
        for (std::size_t i = 0; i < one.cells.size() && i < most; ++i) out += (i ? " " : "") + one.cells[i];
        out += one.cells.size() > most ? " …\n" : "\n";
    }
    return out
        + fill("改动 {changed} 处，例子发现 {noticed} 处\n", "{changed} changes, {noticed} noticed by tests\n",
            {{"changed", same(number(static_cast<std::int64_t>(mutants.size())))}, {"noticed", same(number(noticed))}},
            language);
}

namespace {

class Explanation {
public:
    Explanation(bool all, Language language) : all_(all), language_(language) {}

    void rule(const Rule& rule) {
        out_ += rule.id + "  " + rule.title.in(language_) + "\n";
        put("依据", "basis", rule.basis.in(language_));
        put("适用", "applies", applies(rule));
        for (const Formula& one : rule.fors) put("对每一个", "for every", one.text);
        if (rule.when) put("前提", "when", describe(rule.when->root).in(language_));
        put("核对", "check", describe(rule.check.root).in(language_));
        for (std::size_t i = 0; i < rule.own_lets; ++i)
            put("其中", "where",
                rule.lets[i].first + in(" 指 ", " is ") + describe(rule.lets[i].second.root).in(language_));
        put("可能误报", "can be wrong", rule.note.in(language_));
    }

    void filing(const ExplainedFiling& filing) {
        out_ += "\n" + filing.file + "\n";
        const Places places(filing.bytes, filing.starts);
        std::array<int, 7> counts{};
        bool shown = false;
        for (const auto& one : filing.instances) {
            const bool plain = one.verdict.outcome == Outcome::pass || one.verdict.outcome == Outcome::not_applicable;
            ++counts[static_cast<std::size_t>(one.verdict.outcome)];
            if (plain && !all_) continue;
            instance(one, places);
            shown = true;
        }
        // With nothing amiss one instance shows how the rule is evaluated.
        if (!shown && !filing.instances.empty()) instance(filing.instances.front(), places);
        if (filing.instances.empty())
            out_ += in("  不适用，或没有可核对的内容。\n", "  Not applicable, or nothing to check.\n");
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) out_ += "  " + std::string(outcome_names[i]) + ": " + number(counts[i]) + "\n";
        }
    }

    std::string take() { return std::move(out_); }

private:
    std::string in(std::string_view zh, std::string_view en) const {
        return std::string(language_ == Language::zh ? zh : en);
    }

    void put(std::string_view zh, std::string_view en, std::string_view text) {
        if (!text.empty()) out_ += "  " + in(zh, en) + in("：", ": ") + std::string(text) + "\n";
    }

    std::string applies(const Rule& rule) const {
        std::string text = joined(rule.forms);
        if (rule.years.first || rule.years.last) text += (text.empty() ? "" : "; ") + rule.years.to_string();
        if (!rule.levels.empty()) text += (text.empty() ? "" : "; ") + joined(rule.levels);
        return text;
    }

    void instance(const ExplainedInstance& one, const Places& places) {
        std::string bound;
        for (const auto& [name, value] : one.verdict.bound) bound += (bound.empty() ? "" : ", ") + name + " = " + value;
        out_ += "  " + (bound.empty() ? "" : bound + "  ") + std::string(name_of(one.verdict.outcome)) + "\n";
        if (!one.verdict.why.empty()) out_ += "    " + one.verdict.why.in(language_) + "\n";
        if (one.when) tree(*one.when, places, 4);
        tree(one.check, places, 4);
        for (const Words& words : one.verdict.assumptions)
            out_ += "    " + in("假定：", "assumed: ") + words.in(language_) + "\n";
        for (const Words& words : one.verdict.readings) out_ += "    " + words.in(language_) + "\n";
        if (one.turn) {
            out_ += "    "
                + fill("{name} 若不是 {now} 而是 {other}，就会{outcome}。",
                    "If {name} were {other} instead of {now}, it would {outcome}.",
                    {{"name", same(one.turn->operand.name)},
                        {"now", one.turn->now == "?" ? Words{"缺", "missing"} : same(one.turn->now)},
                        {"other", same(one.turn->other)},
                        {"outcome",
                            one.turn->outcome == Outcome::pass ? Words{"通过", "pass"} : Words{"不通过", "fail"}}},
                    language_)
                + "\n";
        }
    }

    void tree(const ExplainedPart& part, const Places& places, int indent) {
        out_ += std::string(static_cast<std::size_t>(indent), ' ') + part.text;
        if (!part.value.empty()) out_ += "  = " + part.value;
        if (part.operand) {
            if (!part.operand->missing.empty()) out_ += "  (" + part.operand->missing + ")";
            if (!part.operand->span.empty()) {
                const Excerpt place = places.draw(part.operand->span);
                out_ += "  @" + number(place.line) + ":" + number(place.column);
            }
        }
        out_ += "\n";
        constexpr int step = 2;
        for (const auto& one : part.parts) tree(one, places, indent + step);
    }

    bool all_;
    Language language_;
    std::string out_;
};

void write_part(Json& json, const ExplainedPart& part) {
    json.object([&] {
        json.put("text", std::string_view(part.text));
        json.put_or_null("value", part.value);
        if (part.operand) {
            json.put_or_null("missing", part.operand->missing);
            json.put("raw", std::string_view(part.operand->raw));
            json.put("span", part.operand->span);
        }
        json.list("parts", part.parts, [&](const ExplainedPart& one) { write_part(json, one); });
    });
}

void write_instance(Json& json, const ExplainedInstance& one) {
    json.object([&] {
        json.key("bound");
        json.object([&] {
            for (const auto& [name, value] : one.verdict.bound) json.put(name, std::string_view(value));
        });
        json.put("verdict", name_of(one.verdict.outcome));
        json.put("why", one.verdict.why);
        json.key("when");
        if (one.when) write_part(json, *one.when);
        else json.null();
        json.key("check");
        write_part(json, one.check);
        json.list("assumptions", one.verdict.assumptions, [&](const Words& words) { json.text(words); });
        json.key("turn");
        if (!one.turn) return json.null();
        json.object([&] {
            json.put("name", std::string_view(one.turn->operand.name));
            json.put("now", std::string_view(one.turn->now));
            json.put("other", std::string_view(one.turn->other));
            json.put("verdict", name_of(one.turn->outcome));
        });
    });
}

}  // namespace

std::string render_explanation(const std::vector<const Rule*>& entries, const std::vector<ExplainedFiling>& filings,
    bool all, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        Json json(language);
        json.object([&] {
            json.list("rules", entries, [&](const Rule* one) {
                json.object([&] {
                    json.put("id", std::string_view(one->id));
                    json.put("title", one->title);
                    json.put("basis", one->basis);
                    json.put("check", describe(one->check.root));
                });
            });
            json.list("filings", filings, [&](const ExplainedFiling& filing) {
                json.object([&] {
                    json.put("file", std::string_view(filing.file));
                    json.list("instances", filing.instances,
                        [&](const ExplainedInstance& one) { write_instance(json, one); });
                });
            });
        });
        return json.take();
    }
    Explanation made(all, language);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool said = i > 0 && entries[i]->check.text == entries[i - 1]->check.text
            && entries[i]->fors.size() == entries[i - 1]->fors.size();
        if (!said) made.rule(*entries[i]);
    }
    for (const auto& one : filings) made.filing(one);
    return made.take();
}

}  // namespace gouji
