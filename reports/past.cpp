// SPDX-License-Identifier: Apache-2.0
#include "reports/past.hpp"

#include "reports/codes.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

namespace gouji {
namespace {

using Value = rapidjson::Value;

// Numbers stay texts: they are exact. And no input nests the parser.
constexpr unsigned how = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
    | rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseValidateEncodingFlag;

std::string text(const Value& object, const char* name) {
    if (!object.IsObject()) return {};
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() || !found->value.IsString()
        ? ""
        : std::string(found->value.GetString(), found->value.GetStringLength());
}

/// The items of a list; none where there is no such list.
template <class Take>
void for_each(const Value& object, const char* name, const Take& take) {
    if (!object.IsObject()) return;
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsArray()) return;
    for (const Value& one : found->value.GetArray()) take(one);
}

Severity severity_named(std::string_view name) {
    return name == "note" ? Severity::note : name == "warning" ? Severity::warning : Severity::error;
}

std::string place_of(const Value& finding) {
    const auto at = finding.IsObject() ? finding.FindMember("at") : Value::ConstMemberIterator();
    std::string made;
    if (!finding.IsObject() || at == finding.MemberEnd()) return made;
    for (const char* part : {"table", "row", "column", "fact", "section"}) made += text(at->value, part) + "\n";
    return made;
}

void take_filing(const Value& filing, PastRun& run) {
    const std::string organ = text(filing, "organ");
    const std::string year = text(filing, "year");
    ++run.filings[{organ, year}];
    for_each(filing, "findings", [&](const Value& one) {
        PastFinding made{text(one, "rule"), severity_named(text(one, "severity")), text(one, "message"), organ, year,
            text(filing, "file"), {text(one, "fingerprint")}, {}, place_of(one), {}};
        for_each(one, "explains", [&](const Value& other) {
            const std::string fingerprint = text(other, "fingerprint");
            if (!fingerprint.empty() && fingerprint != made.explains.front()) made.explains.push_back(fingerprint);
        });
        for_each(one, "operands", [&](const Value& operand) {
            const std::string value = text(operand, "value");
            made.figures.emplace_back(
                text(operand, "name"), value.empty() ? text(operand, "missing") : value + text(operand, "unit"));
        });
        for_each(one, "written", [&](const Value& line) {
            if (line.IsString()) made.written.emplace_back(line.GetString(), line.GetStringLength());
        });
        run.findings.push_back(std::move(made));
    });
    for_each(filing, "verdicts",
        [&](const Value& one) { run.verdicts.emplace(text(one, "fingerprint"), text(one, "verdict")); });
}

Diagnostic refuse(std::string_view name, std::string_view why) {
    Diagnostic made = diagnose(report_codes::not_results, {{"why", same(why)}});
    made.file = name;
    return made;
}

/// Which finding of one run is which of the other.
class Pairs {
public:
    Pairs(const PastRun& before, const PastRun& now) {
        share(before, now, before_);
        share(now, before, now_);
        const auto place = [](const PastFinding& one) {
            return one.organ + "\n" + one.year + "\n" + one.rule + "\n" + one.place;
        };
        pair(before, now, [&](const PastFinding& one) {
            std::string made = place(one);
            for (const auto& [name, value] : one.figures) made += "\n" + name + "=" + value;
            return std::vector{std::move(made)};
        });
        pair(before, now, [&](const PastFinding& one) { return std::vector{place(one)}; });
    }

    [[nodiscard]] const PastFinding* before(const PastFinding& now) const { return find(before_, now); }
    [[nodiscard]] const PastFinding* now(const PastFinding& before) const { return find(now_, before); }

private:
    using Known = std::unordered_map<const PastFinding*, const PastFinding*>;
    static const PastFinding* find(const Known& known, const PastFinding& one) {
        const auto found = known.find(&one);
        return found == known.end() ? nullptr : found->second;
    }

    /// A finding of the other run that explains an instance which this one explains, too: two may share one.
    static void share(const PastRun& others, const PastRun& own, Known& known) {
        std::unordered_map<std::string_view, const PastFinding*> explained;
        for (const PastFinding& one : others.findings) {
            for (const std::string& fingerprint : one.explains) explained.emplace(fingerprint, &one);
        }
        for (const PastFinding& one : own.findings) {
            const auto shared = std::find_if(one.explains.begin(), one.explains.end(),
                [&](const std::string& fingerprint) { return explained.contains(fingerprint); });
            if (shared != one.explains.end()) known[&one] = explained[*shared];
        }
    }

    /// Those that are in no pair yet and have a key in common, each with the first that is left.
    template <class Keys>
    void pair(const PastRun& before, const PastRun& now, const Keys& keys_of) {
        std::unordered_map<std::string, std::deque<const PastFinding*>> left;
        for (const PastFinding& one : before.findings) {
            if (now_.contains(&one)) continue;
            for (const std::string& key : keys_of(one)) left[key].push_back(&one);
        }
        for (const PastFinding& one : now.findings) {
            if (!before_.contains(&one)) take(one, keys_of(one), left);
        }
    }

    void take(const PastFinding& one, const std::vector<std::string>& keys,
        std::unordered_map<std::string, std::deque<const PastFinding*>>& left) {
        for (const std::string& key : keys) {
            const auto found = left.find(key);
            if (found == left.end()) continue;
            std::erase_if(found->second, [&](const PastFinding* other) { return now_.contains(other); });
            if (found->second.empty()) continue;
            before_[&one] = found->second.front();
            now_[found->second.front()] = &one;
            return;
        }
    }

    Known before_;
    Known now_;
};

std::vector<Difference::Figure> compare_figures(const PastFinding& before, const PastFinding& now) {
    std::vector<Difference::Figure> changed;
    const auto value_in = [](const PastFinding& finding, const std::string& name) {
        const auto found = std::find_if(
            finding.figures.begin(), finding.figures.end(), [&](const auto& one) { return one.first == name; });
        return found == finding.figures.end() ? "" : found->second;
    };
    for (const auto& [name, value] : now.figures) {
        if (const std::string was = value_in(before, name); was != value) changed.push_back({name, was, value});
    }
    for (const auto& [name, value] : before.figures) {
        if (value_in(now, name).empty()) changed.push_back({name, value, ""});
    }
    return changed;
}

}  // namespace

bool may_be_results(std::string_view content) {
    const auto first = content.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && content[first] == '{';
}

Result<PastRun> parse_results(std::string_view name, std::string_view content) {
    PastRun run;
    rapidjson::MemoryStream stream(content.data(), content.size());
    for (;;) {
        while (stream.Tell() < content.size()
            && std::string_view(" \t\r\n").find(content[stream.Tell()]) != std::string_view::npos)
            stream.Take();
        if (stream.Tell() >= content.size()) break;
        rapidjson::Document document;
        document.ParseStream<how>(stream);
        if (document.HasParseError()) return refuse(name, rapidjson::GetParseError_En(document.GetParseError()));
        if (!document.IsObject()) return refuse(name, "no object");
        if (document.HasMember("filings"))
            for_each(document, "filings", [&](const Value& one) { take_filing(one, run); });
        else if (document.HasMember("findings")) take_filing(document, run);
        else if (!document.HasMember("diagnostics")) return refuse(name, "no filings");
    }
    return run;
}

std::vector<Difference> compare_runs(const PastRun& before, const PastRun& now) {
    std::array<std::vector<Difference>, 3> kinds;
    const Pairs pairs(before, now);
    for (const PastFinding& one : now.findings) {
        const PastFinding* old = pairs.before(one);
        if (!old) {
            kinds[0].push_back({Difference::Kind::came, nullptr, &one, {}, false, {}});
            continue;
        }
        auto figures = compare_figures(*old, one);
        if (!figures.empty() || old->written != one.written || old->severity != one.severity)
            kinds[1].push_back({Difference::Kind::changed, old, &one, {}, false, std::move(figures)});
    }
    for (const PastFinding& one : before.findings) {
        if (pairs.now(one)) continue;
        const auto verdict = now.verdicts.find(one.explains.front());
        kinds[2].push_back({Difference::Kind::went, &one, nullptr, verdict == now.verdicts.end() ? "" : verdict->second,
            !now.filings.contains({one.organ, one.year}), {}});
    }
    std::vector<Difference> all;
    for (auto& kind : kinds) std::move(kind.begin(), kind.end(), std::back_inserter(all));
    return all;
}

}  // namespace gouji
