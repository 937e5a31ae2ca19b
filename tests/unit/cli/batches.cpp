// SPDX-License-Identifier: Apache-2.0
// Runs of many documents: where they come from, in which order results go out, and that those that wait are what they
// were.
#include "engine/check/readings/choose.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/linked/link.hpp"
#include "engine/run/in_order.hpp"
#include "engine/store/encode.hpp"
#include "engine/store/shelf.hpp"
#include "reports/report.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <rapidjson/document.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

using namespace gouji;
using namespace gouji::test;

namespace {

std::string quote(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '\n') made += "\\n";
        else if (c == '"' || c == '\\') (made += '\\') += c;
        else made += c;
    }
    return made + "\"";
}

std::string document(const std::string& name, const std::string& text) {
    return "{\"name\": " + quote(name) + ", \"text\": " + quote(text) + "}\n";
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// The files of a run by JSONL, in order.
std::vector<std::string> files_of(const std::string& jsonl) {
    std::vector<std::string> files;
    for (const std::string& line : lines_of(jsonl)) {
        rapidjson::Document json;
        json.Parse(line.c_str());
        REQUIRE(json.IsObject());
        if (json.HasMember("file")) files.emplace_back(json["file"].GetString());
    }
    return files;
}

}  // namespace

TEST_CASE("inputs: a list of files, by lines or by zero bytes, from a file or from standard input") {
    const Folder folder("lists");
    const auto paths = sample_texts();
    REQUIRE(paths.size() > 3);
    std::vector<std::string> command = {"check", "--format", "jsonl", "--all"};
    command.insert(command.end(), paths.begin(), paths.end());
    const Ran wanted = run(command);
    for (const std::string& end : {std::string("\n"), std::string("\r\n"), std::string(1, '\0')}) {
        std::string list;
        for (const std::string& path : paths) list += path + end;
        CAPTURE(end.size());
        CHECK((run({"check", "--format", "jsonl", "--all", "@" + folder.put("list", list)}).out == wanted.out));
        const Ran piped = run({"check", "--format", "jsonl", "--all", "@-"}, list);
        CHECK((piped.out == wanted.out));
        CHECK(piped.exit == wanted.exit);
    }
    // A list may name directories, and files that are not there: the others go on.
    const Ran partly = run({"check", "--format", "jsonl", "@-"}, paths[0] + "\n/no/such/file\n" + paths[1]);
    CHECK(files_of(partly.out) == std::vector<std::string>{paths[0], paths[1]});
    CHECK(has(partly.err, "file-unreadable"));
    CHECK(partly.exit == 2);
    CHECK(run({"check", "@/no/such/list"}).exit == 2);
}

TEST_CASE("batch: copies are found among reports that wait on the disk as well") {
    const std::string sample = read_file("examples/clean-2022.txt");
    std::string prose;
    constexpr std::size_t long_text = 100'000;
    while (prose.size() < long_text) prose += "各科室按期更新目录，逐项登记来信，答复前由专人复核。\n";
    const std::string text = replaced(sample, "二、", prose + "二、");
    // So many that the last of them have no room in memory.
    const std::size_t count = Shelf::most_in_memory / long_text + 10;
    std::string all;
    const auto add = [&](const std::string& name, const std::string& organ) {
        all += document(name, replaced(text, "青禾县水利局", organ));
    };
    for (std::size_t i = 0; i < count; ++i) add(std::to_string(i) + ".txt", "青禾县第" + std::to_string(i) + "局");
    add("one.txt", "石桥镇人民政府");
    add("two.txt", "石桥镇人民政府");
    const Ran ran = run({"check", "--documents", "-"}, all);
    CHECK(ran.exit == 0);
    CHECK(has(ran.err, "copies-same"));
}

TEST_CASE("inputs: documents as lines of JSON say the same as files") {
    const auto paths = sample_texts();
    std::string texts, named;
    std::vector<std::string> command = {"check", "--format", "json", "--all"};
    for (const std::string& path : paths) {
        texts += document(path, read_file(path));
        named += "{\"path\": " + quote(path) + "}\n\n";
        command.push_back(path);
    }
    const Ran wanted = run(command);
    CHECK((run({"check", "--format", "json", "--all", "--documents", "-"}, texts).out == wanted.out));
    CHECK((run({"check", "--format", "json", "--all", "--documents", "-"}, named).out == wanted.out));
    const Folder folder("documents");
    CHECK(
        (run({"check", "--format", "json", "--all", "--documents", folder.put("all.jsonl", texts)}).out == wanted.out));
    // A name of its own, whatever the path is.
    CHECK(files_of(run({"check", "--format", "jsonl", "--documents", "-"},
              "{\"name\": \"县局/2022\", \"path\": " + quote(paths[0]) + "}")
                       .out)
        == std::vector<std::string>{"县局/2022"});
}

TEST_CASE("inputs: a line that is no document is told with its number, and the others go on") {
    const std::string good = document("good", read_file(sample_texts()[0]));
    const std::string other = document("good", read_file(sample_texts()[1]));
    for (const std::string& bad : std::vector<std::string>{"{", "[]", "{\"name\": \"a\"}", "{\"text\": \"a\"}",
             "{\"name\": \"a\", \"text\": \"b\", \"path\": \"c\"}", "{\"name\": \"a\", \"text\": 7}",
             "{\"name\": \"a\", \"text\": \"\xff\"}"}) {
        CAPTURE(bad);
        const Ran ran = run({"check", "--format", "jsonl", "--documents", "-"}, good + bad + "\n" + other);
        CHECK(files_of(ran.out) == std::vector<std::string>{"good", "good"});
        CHECK(has(ran.err, "wrong-document"));
        CHECK(has(ran.err, "-:2:1"));
        CHECK(ran.exit == 2);
    }
    const Ran deep = run({"check", "--format", "jsonl", "--documents", "-"}, std::string(500'000, '[') + "\n" + good);
    CHECK(files_of(deep.out) == std::vector<std::string>{"good"});
    CHECK(deep.exit == 2);
    CHECK(run({"check", "--documents", "/no/such/file"}).exit == 2);
    CHECK(run({"check", "--documents", "/"}).exit == 2);
}

TEST_CASE("inputs: standard input is used once, and something must be given") {
    CHECK(run({"check"}).exit == 2);
    CHECK(run({"check", "-", "@-"}, "").exit == 2);
    CHECK(run({"check", "-", "--documents", "-"}, "").exit == 2);
    CHECK(has(run({"check", "-", "-"}, "").err, "标准输入只能用一次"));
}

TEST_CASE("apart: each report by itself has no year before") {
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    std::string both;
    for (const int year : {2022, 2023}) {
        // What one year carries out, the next does not carry in.
        const auto figures = corpus::make_figures(form, static_cast<unsigned>(year), 200);
        both += document(std::to_string(year),
            corpus::layouts().front().write(corpus::compose(form, figures, 1, {corpus::organ_named(1), year, 5})));
    }
    const auto found = [&](std::vector<std::string> more) {
        std::vector<std::string> command = {"check", "--format", "json", "--documents", "-"};
        command.insert(command.end(), more.begin(), more.end());
        return has(run(command, both).out, "carry-over-differs");
    };
    CHECK(found({}));
    CHECK(!found({"--apart"}));
}

TEST_CASE("in order: results come in the order of the things, whatever takes long, and not far ahead") {
    for (const auto& way : {std::pair(1U, 1), {2U, 1}, {5U, 1}, {1U, 16}, {2U, 7}, {5U, 16}}) {
        const unsigned jobs = way.first;
        const int most_at_once = way.second;
        CAPTURE(jobs);
        CAPTURE(most_at_once);
        int next = 0;
        std::vector<int> given;
        std::atomic<int> begun = 0;
        int most_ahead = 0;
        for_each_in_order(
            jobs, [&] { return next < 5000 ? std::optional(next++) : std::nullopt; },
            [&](std::size_t number, int thing) {
                CHECK(number == static_cast<std::size_t>(thing));
                ++begun;
                if (thing % 500 == 3) std::this_thread::sleep_for(std::chrono::milliseconds(20));
                return thing;
            },
            [&](int thing) {
                given.push_back(thing);
                most_ahead = std::max(most_ahead, begun - thing);
                return thing < 4800;
            },
            static_cast<std::size_t>(most_at_once));
        CHECK(given.size() == 4801);
        CHECK(std::is_sorted(given.begin(), given.end()));
        CHECK(most_ahead <= (64 + 2 * most_at_once) * static_cast<int>(jobs));
        int left = 10;
        CHECK_THROWS_AS(
            for_each_in_order(
                jobs, [&] { return left > 0 ? std::optional(left--) : std::nullopt; },
                [](std::size_t, int thing) { return thing == 5 ? throw std::runtime_error("five") : thing; },
                [](int) { return true; }, static_cast<std::size_t>(most_at_once)),
            std::runtime_error);
    }
}

TEST_CASE("in order: slow things are taken one by one, quick ones several at once where that is allowed") {
    for (const int most_at_once : {1, 8}) {
        for (const bool sleeps : {false, true}) {
            int next = 0;
            int done = 0;
            int most_open = 0;  // taken and not worked on yet
            for_each_in_order(
                1, [&] { return next < 40 ? std::optional(next++) : std::nullopt; },
                [&](std::size_t, int thing) {
                    most_open = std::max(most_open, next - thing);
                    if (sleeps) std::this_thread::sleep_for(std::chrono::milliseconds(10));
                    return ++done;
                },
                [](int) { return true; }, static_cast<std::size_t>(most_at_once));
            CHECK(done == 40);
            // Quick things may be slow on a machine that has other work.
            CHECK(most_open <= (sleeps ? 1 : most_at_once));
        }
    }
}

TEST_CASE("shelf: what waits is what it was, in memory or in the file") {
    for (const std::size_t bound : {std::size_t{0}, std::size_t{300}, Shelf::most_in_memory}) {
        Shelf shelf(bound);
        for (int i = 0; i < 40; ++i)
            CHECK(shelf.put({"file " + std::to_string(i), "", std::string(static_cast<std::size_t>(i), 'x'), "text"}));
        REQUIRE(shelf.finish());
        REQUIRE(shelf.size() == 40);
        for (int i = 39; i >= 0; --i) {
            const auto one = shelf.take(static_cast<std::size_t>(i));
            REQUIRE(one);
            CHECK(one->file == "file " + std::to_string(i));
            CHECK(one->reading == std::string(static_cast<std::size_t>(i), 'x'));
        }
    }
}

TEST_CASE("shelf: a disk that is full is told") {
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit none = before;
    none.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &none);
    Shelf shelf(0);
    bool room = true;
    for (int i = 0; i < 100 && room; ++i) room = shelf.put({"file", "", std::string(1000, 'x'), ""});
    room = room && shelf.finish();
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(!room);
}

TEST_CASE("encoding: filings and judgements come back as they were") {
    const FilingEncoding encoding(shipped());
    std::vector<std::pair<std::string, std::string>> sources;
    for (const std::string& path : sample_texts()) sources.emplace_back(path, read_file(path));
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const auto& layout = corpus::layouts()[seed % 5];
        sources.emplace_back("made",
            layout.write(corpus::compose(
                form, corpus::make_figures(form, seed, 500), seed, {corpus::organ_named(seed), 2022, 20})));
    }
    const auto as_json = [](const Filing& filing, const Judgement& judgement) {
        Report report;
        report.filings.push_back({{}, filing, judgement});
        return render(format_named("json")->read, report, {Language::zh, true})
            + render(format_named("json")->check, report, {Language::zh, true});
    };
    for (const auto& source : sources) {
        CAPTURE(source.first);
        const Filing filing = filing_of(source.second);
        auto again = encoding.decode_filing(encoding.encode({{}, filing}, {}));
        REQUIRE(again);
        again->filing.file = filing.file;
        const Judgement judgement = judge({&filing}, shipped());
        const std::string wanted = as_json(filing, judgement);
        CHECK((wanted == as_json(again->filing, judge({&again->filing}, shipped()))));
        const std::string kept = encoding.encode(judgement);
        const auto told = encoding.decode_judgement(kept);
        REQUIRE(told);
        CHECK((wanted == as_json(filing, *told)));
        // For findings alone they say what a judge says who is asked for these.
        const auto findings = encoding.decode_judgement(kept, Detail::findings);
        REQUIRE(findings);
        const Judgement quick = judge({&filing}, shipped(), Detail::findings);
        CHECK((findings->summary() == quick.summary()));
        CHECK(findings->verdicts.size() == quick.verdicts.size());
        CHECK((encoding.encode(*told) == kept));
    }
}

TEST_CASE("encoding: bytes that were cut or changed are refused, or are a filing that can be judged") {
    const FilingEncoding encoding(shipped());
    const Filing filing = filing_of(read_file(sample_texts()[0]));
    const std::string whole = encoding.encode({{}, filing}, {});
    for (std::size_t size = 0; size < whole.size(); size += 7)
        CHECK(!encoding.decode_filing(std::string_view(whole).substr(0, size)));
    unsigned random = 1;
    int taken = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string changed = whole;
        for (int i = 0; i <= round % 3; ++i) {
            random = random * 1664525U + 1013904223U;
            changed[(random >> 8) % changed.size()] = static_cast<char>(random >> 24);
        }
        if (const auto made = encoding.decode_filing(changed)) {
            ++taken;
            judge({&made->filing}, shipped());
        }
    }
    CHECK(taken > 0);
}
