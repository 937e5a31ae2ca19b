// SPDX-License-Identifier: Apache-2.0
// What people say of findings: the same file as `gouji decide` writes, saved before the answer.
#include "engine/check/decisions/changes.hpp"
#include "engine/files/add_entries.hpp"
#include "engine/rules/fill_decisions.hpp"
#include "engine/rules/keys.hpp"
#include "engine/serve/body.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/private_answers.hpp"
#include "reports/entries.hpp"
#include "reports/workbench/decision_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gouji {
namespace {

/// What a person says of one finding, with the fields as they were seen.
struct SaidOfFinding {
    Decision decision;  ///< as a new entry would be
    std::map<std::string, std::string> fields;
    std::map<std::string, std::string> seen;
};

std::size_t field_named(std::string_view name) {
    const auto found = std::find_if(
        decision_fields.begin(), decision_fields.end(), [&](const DecisionField& one) { return one.name == name; });
    return static_cast<std::size_t>(found - decision_fields.begin());
}

/// Fields are known, and have words that they may have. Otherwise why not.
Words why_wrong(const std::map<std::string, std::string>& fields) {
    for (const auto& [name, value] : fields) {
        if (field_named(name) == decision_fields.size()) return {"没有栏目“" + name + "”", "there is no field " + name};
        const auto words = words_of("decision", name);
        const bool is_word =
            std::any_of(words.begin(), words.end(), [&said = value](const KeyWord& one) { return one.word == said; });
        if (!words.empty() && !value.empty() && !is_word)
            return {"“" + name + "”不能是“" + value + "”", name + " cannot be " + value};
    }
    return {};
}

std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

/// The entry for a finding of the report: the one that it has, or a new one. Nothing where there is no such finding.
std::optional<Decision> entry_for(const OpenReport& report, const std::string& fingerprint) {
    if (!report.checked) return std::nullopt;
    const Judgement& judgement = report.checked->judgement;
    for (const Finding& finding : judgement.findings) {
        for (const Noted& note : finding.notes) {
            if (note.decision.fingerprint == fingerprint) return note.decision;
        }
        for (const std::size_t index : finding.explains) {
            const Verdict& verdict = judgement.verdicts[index];
            if (print_fingerprint(verdict.fingerprint) != fingerprint) continue;
            // A decision of an earlier version has a fingerprint of its own.
            if (!finding.notes.empty() && finding.explains.size() == 1) return finding.notes.front().decision;
            Decision made;
            made.fingerprint = fingerprint;
            made.rule = verdict.rule->id;
            made.organ = report.checked->filing.organ;
            made.year = report.checked->filing.year;
            made.finding = verdict.message.zh;
            made.cells = seen_in(verdict);
            return made;
        }
    }
    return std::nullopt;
}

/// All that the request says, or the refusal.
struct SaidOfFindings {
    std::vector<SaidOfFinding> all;
    std::optional<Answer> refusal;
};

// In one piece: what is wrong first is told, and nothing is taken then.
SaidOfFindings read_request(const Workbench& bench, const Request& request) {
    SaidOfFindings said;
    const auto wrong = [&](const Words& why) {
        said.refusal = wrong_body(why, request.language());
        return std::move(said);
    };
    const auto body = Body::parse(request.body);
    const auto entries = body && body->has_only({"decisions"}) ? body->objects("decisions") : std::nullopt;
    constexpr std::size_t most = 1000;
    if (!entries || entries->empty() || entries->size() > most)
        return wrong(
            {"应为 {\"decisions\": […]}，1 到 1000 项", "it must be {\"decisions\": […]} with 1 to 1000 entries"});
    std::map<std::string, std::optional<OpenReport>> reports;
    for (const Body& entry : *entries) {
        const auto fingerprint = entry.text("fingerprint");
        const auto report = entry.text("report");
        auto fields = entry.words("fields");
        auto seen = entry.words("seen");
        if (!fingerprint || !report || !fields || !seen || !entry.has_only({"fingerprint", "report", "fields", "seen"}))
            return wrong(
                {"每项要有 fingerprint、report、fields、seen", "each entry has fingerprint, report, fields and seen"});
        if (const Words why = why_wrong(*fields); !why.empty()) return wrong(why);
        auto& opened = reports[*report];
        if (!opened) opened = bench.open(*report);
        if (!opened) {
            said.refusal = not_there(*report, request.language());
            return said;
        }
        auto decision = entry_for(*opened, *fingerprint);
        if (!decision) {
            said.refusal = refuse(
                404, {diagnose(serve_codes::no_finding, {{"fingerprint", same(*fingerprint)}})}, request.language());
            return said;
        }
        said.all.push_back({std::move(*decision), std::move(*fields), std::move(*seen)});
    }
    return said;
}

bool was_seen(const Decision& now, const std::map<std::string, std::string>& seen) {
    for (std::size_t i = 0; i < decision_fields.size(); ++i) {
        const auto found = seen.find(std::string(decision_fields[i].name));
        if (now.fields[i] != (found == seen.end() ? "" : found->second)) return false;
    }
    return true;
}

/// What becomes of the file: entries that it has are changed, others added; or who else was there first.
struct DecisionMerge {
    std::vector<DecisionChange> changes;
    std::vector<Decision> added;
    std::vector<Decision> conflicts;
};

DecisionMerge merge(const std::vector<SaidOfFinding>& said, const std::vector<Decision>& has) {
    DecisionMerge merged;
    for (const SaidOfFinding& one : said) {
        const auto found = std::find_if(has.begin(), has.end(),
            [&](const Decision& known) { return known.fingerprint == one.decision.fingerprint; });
        Decision made = found == has.end() ? one.decision : *found;
        if (found == has.end()) made.fields = {};
        if (!was_seen(made, one.seen)) {
            merged.conflicts.push_back(std::move(made));
            continue;
        }
        for (const auto& [name, value] : one.fields) {
            const std::size_t field = field_named(name);
            const std::string text = on_one_line(value);
            if (made.fields[field] == text) continue;
            made.fields[field] = text;
            if (found != has.end())
                merged.changes.push_back({static_cast<std::size_t>(found - has.begin()), field, text});
        }
        if (found == has.end()) merged.added.push_back(std::move(made));
    }
    return merged;
}

std::vector<Decision> entries_of(const std::vector<Decision>& all, const std::vector<SaidOfFinding>& said) {
    std::vector<Decision> found;
    for (const SaidOfFinding& one : said) {
        for (const Decision& known : all) {
            if (known.fingerprint == one.decision.fingerprint) found.push_back(known);
        }
    }
    return found;
}

}  // namespace

Answer answer_decisions(Workbench& bench, const Request& request, const PathParts&) {
    const auto rules = bench.rules();
    return {.body = render_decisions(rules->catalogue.decisions, rules->decisions_version, request.language())};
}

// In one piece: what is merged under the lock of the file is what is answered.
Answer answer_decide(Workbench& bench, const Request& request, const PathParts&) {
    const std::string& file = bench.setup().decisions;
    if (file.empty()) return refuse(403, {diagnose(serve_codes::no_decisions)}, request.language());
    SaidOfFindings said = read_request(bench, request);
    if (said.refusal) return std::move(*said.refusal);
    DecisionMerge merged;
    Addition addition{"decisions", "--decisions", &serve_codes::decisions_not_written};
    addition.fill = [&](const Catalogue& has, const std::string& content) -> std::optional<std::string> {
        merged = merge(said.all, has.decisions);
        return merged.conflicts.empty() ? fill_decisions(content, merged.changes) : std::nullopt;
    };
    addition.entries = [&](const Catalogue&, std::string_view indent) {
        return render_typed_entries(merged.added, indent);
    };
    addition.keeps = [&](const Catalogue& had, const Catalogue& has) {
        return has.decisions.size() == had.decisions.size() + merged.added.size();
    };
    const auto trouble = add_entries(file, addition);
    if (!merged.conflicts.empty()) {
        return {.status = 409,
            .body = render_conflict({diagnose(serve_codes::decided_meanwhile)}, merged.conflicts, request.language())};
    }
    if (trouble) return refuse(507, {*trouble}, request.language());
    std::set<std::string> organs;
    for (const SaidOfFinding& one : said.all) organs.insert(one.decision.organ);
    auto reloaded = bench.reload({organs.begin(), organs.end()});
    if (!reloaded) return refuse(507, reloaded.diagnostics, request.language());
    return {.body = render_decisions(entries_of((*reloaded)->catalogue.decisions, said.all),
                (*reloaded)->decisions_version, request.language())};
}

}  // namespace gouji
