// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/rule_explanation.hpp"

#include "engine/language/describe.hpp"
#include "reports/excerpt.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

class ExplanationWriter {
public:
    ExplanationWriter(bool all, Language language) : all_(all), language_(language) {}

    void rule(const Rule& rule) {
        out_ += rule.id + "  " + rule.title.in(language_) + "\n";
        line("依据", "basis", rule.basis.in(language_));
        line("适用", "applies", applies(rule));
        for (const Formula& one : rule.fors) line("对每一个", "for every", one.text);
        if (rule.when) line("前提", "when", describe(rule.when->root).in(language_));
        line("核对", "check", describe(rule.check.root).in(language_));
        for (std::size_t i = 0; i < rule.own_lets; ++i)
            line("其中", "where",
                rule.lets[i].first + in(" 指 ", " is ") + describe(rule.lets[i].second.root).in(language_));
        line("可能误报", "can be wrong", rule.note.in(language_));
    }

    /// `prose`: the rule asks for what the prose says.
    void filing(const ExplainedFiling& filing, bool prose) {
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
        if (prose) unread(filing.unread);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) out_ += "  " + std::string(outcome_names[i]) + ": " + std::to_string(counts[i]) + "\n";
        }
    }

    std::string finish() { return std::move(out_); }

private:
    std::string in(std::string_view zh, std::string_view en) const {
        return std::string(language_ == Language::zh ? zh : en);
    }

    void line(std::string_view zh, std::string_view en, std::string_view text) {
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
        for (const ExplainedClause& clause : one.clauses) {
            out_ += "    “" + clause.text + "”\n";
            if (!clause.frame.empty()) out_ += "      " + clause.frame + "\n";
        }
        if (one.when) tree(*one.when, places, 4);
        tree(one.check, places, 4);
        for (const Words& words : one.verdict.assumptions)
            out_ += "    " + in("假定：", "assumed: ") + words.in(language_) + "\n";
        for (const Words& words : one.verdict.readings) out_ += "    " + words.in(language_) + "\n";
        if (one.within) within(*one.within);
        if (one.turn) turn(*one.turn);
    }

    void within(const std::string& apart) {
        const Words by = apart.empty()
            ? Words{}
            : fill("：两边相差 {apart}", ": the sides are {apart} apart", {{"apart", same(apart)}});
        out_ += "    " + fill("在容差以内相符{by}。", "It agrees within the tolerance{by}.", {{"by", by}}, language_)
            + "\n";
    }

    /// Why a clause makes no claim.
    void unread(const std::vector<UnreadClause>& clauses) {
        for (const UnreadClause& one : clauses) {
            out_ += "  "
                + fill("没有读懂“{text}”，不认识的词：{words}",
                    "Not understood: “{text}”, words that are not known: {words}",
                    {{"text", same(one.text)}, {"words", same(joined(one.words))}}, language_)
                + "\n";
        }
    }

    /// The figure on which the verdict hangs, and what it would be with another.
    void turn(const Turn& turn) {
        out_ += "    "
            + fill("{name} 若不是 {now} 而是 {other}，就会{outcome}。",
                "If {name} were {other} instead of {now}, it would {outcome}.",
                {{"name", same(turn.operand.name)}, {"now", turn.now == "?" ? Words{"缺", "missing"} : same(turn.now)},
                    {"other", same(turn.other)},
                    {"outcome", turn.outcome == Outcome::pass ? Words{"通过", "pass"} : Words{"不通过", "fail"}}},
                language_)
            + "\n";
    }

    void tree(const ExplainedPart& part, const Places& places, int indent) {
        out_ += std::string(static_cast<std::size_t>(indent), ' ') + part.text;
        if (!part.value.empty()) out_ += "  = " + part.value;
        if (part.operand) {
            if (!part.operand->missing.empty()) out_ += "  (" + part.operand->missing + ")";
            if (!part.operand->span.empty()) {
                const Excerpt place = places.draw(part.operand->span);
                out_ += "  @" + std::to_string(place.line) + ":" + std::to_string(place.column);
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

void write_part(JsonWriter& json, const ExplainedPart& part) {
    json.object([&] {
        json.field("text", std::string_view(part.text));
        json.field_or_null("value", part.value);
        if (part.operand) {
            json.field_or_null("missing", part.operand->missing);
            json.field("raw", std::string_view(part.operand->raw));
            json.field("span", part.operand->span);
        }
        json.list("parts", part.parts, [&](const ExplainedPart& one) { write_part(json, one); });
    });
}

void write_instance(JsonWriter& json, const ExplainedInstance& one) {
    json.object([&] {
        json.key("bound");
        json.object([&] {
            for (const auto& [name, value] : one.verdict.bound) json.field(name, std::string_view(value));
        });
        json.field("verdict", name_of(one.verdict.outcome));
        json.field("why", one.verdict.why);
        json.list("clauses", one.clauses, [&](const ExplainedClause& clause) {
            json.object([&] {
                json.field("text", std::string_view(clause.text));
                json.field("frame", std::string_view(clause.frame));
            });
        });
        json.key("when");
        if (one.when) write_part(json, *one.when);
        else json.null();
        json.key("check");
        write_part(json, one.check);
        json.list("assumptions", one.verdict.assumptions, [&](const Words& words) { json.text(words); });
        json.key("within");
        if (one.within) json.text(*one.within);
        else json.null();
        json.key("turn");
        if (!one.turn) return json.null();
        json.object([&] {
            json.field("name", std::string_view(one.turn->operand.name));
            json.field("now", std::string_view(one.turn->now));
            json.field("other", std::string_view(one.turn->other));
            json.field("verdict", name_of(one.turn->outcome));
        });
    });
}

void write_explained_rule(JsonWriter& json, const Rule& rule) {
    json.object([&] {
        json.field("id", std::string_view(rule.id));
        json.field("title", rule.title);
        json.field("basis", rule.basis);
        json.field("check", describe(rule.check.root));
    });
}

std::string explanation_json(
    const std::vector<const Rule*>& entries, const std::vector<ExplainedFiling>& filings, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.list("rules", entries, [&](const Rule* rule) { write_explained_rule(json, *rule); });
        json.list("filings", filings, [&](const ExplainedFiling& filing) {
            json.object([&] {
                json.field("file", std::string_view(filing.file));
                json.list("instances", filing.instances,
                    [&](const ExplainedInstance& instance) { write_instance(json, instance); });
            });
        });
    });
    return json.finish();
}

}  // namespace

std::string render_explanation(const std::vector<const Rule*>& entries, const std::vector<ExplainedFiling>& filings,
    bool all, RulesFormat format, Language language) {
    if (format == RulesFormat::json) return explanation_json(entries, filings, language);
    ExplanationWriter writer(all, language);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool said = i > 0 && entries[i]->check.text == entries[i - 1]->check.text
            && entries[i]->fors.size() == entries[i - 1]->fors.size();
        if (!said) writer.rule(*entries[i]);
    }
    const bool prose = std::any_of(entries.begin(), entries.end(), [](const Rule* rule) {
        return std::any_of(
            rule->fors.begin(), rule->fors.end(), [](const Formula& one) { return uses_name(one.root, "mentions"); });
    });
    for (const ExplainedFiling& filing : filings) writer.filing(filing, prose);
    return writer.finish();
}

}  // namespace gouji
