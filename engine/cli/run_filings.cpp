// SPDX-License-Identifier: Apache-2.0
// The way of every filing through a run: read, and put by until all are read, because the year before of one may be
// another; then judged, rendered and given out in the order of the inputs.
#include "engine/check/cause.hpp"
#include "engine/check/choose.hpp"
#include "engine/check/decide.hpp"
#include "engine/check/judge.hpp"
#include "engine/check/link.hpp"
#include "engine/check/waive.hpp"
#include "engine/cli/batch.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/convert.hpp"
#include "engine/cli/in_order.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/progress.hpp"
#include "engine/source/readers/readers.hpp"
#include "engine/store/encode.hpp"
#include "engine/store/shelf.hpp"
#include "grammar/filing/read.hpp"

#include <optional>
#include <ostream>
#include <utility>

namespace gouji {
namespace {

class Run {
public:
    Run(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, const Taking& taking)
        : arguments_(arguments), catalogue_(catalogue), streams_(streams), taking_(taking), inputs_(arguments, streams.in, diagnostics_), encoding_(catalogue),
          linking_(catalogue.organs), waiving_(catalogue.waivers, arguments.today), deciding_(catalogue.decisions) {}

    std::vector<Diagnostic> run() {
        // Without others beside it nothing is waited for.
        if (!taking_.judges || arguments_.apart || inputs_.total() == 1) {
            run_at_once();
        } else {
            read_all();
            judge_all();
        }
        if (taking_.judges) {
            append(diagnostics_, waiving_.left());
            append(diagnostics_, deciding_.left());
        }
        return std::move(diagnostics_);
    }

private:
    /// What was read of an input: nothing where it is no filing.
    struct Read {
        std::optional<ReadFiling> read;
        std::string text;  ///< the bytes of the file where people can read them as they are
        std::vector<Diagnostic> diagnostics;
    };
    struct Done {
        std::optional<CheckedFiling> checked;
        std::string rendered;
        std::vector<Diagnostic> diagnostics;
    };

    Progress progress(std::string_view zh, std::string_view en, std::optional<std::size_t> total) {
        return {streams_.progress && !arguments_.quiet ? &streams_.err : nullptr, std::string(arguments_.language == Language::zh ? zh : en), total};
    }

    void run_at_once() {
        Progress shown = progress("核对", "checking", inputs_.total());
        for_each_in_order(
            arguments_.jobs, [&] { return inputs_.next(); },
            [&](std::size_t number, Input input) {
                Read made = read(std::move(input));
                if (!made.read) return Done{{}, {}, std::move(made.diagnostics)};
                const Links links = Linking(catalogue_.organs).link(identity_of(made.read->filing));
                Shown shown = std::move(made.read->shown);
                if (shown.text.empty()) shown.text = std::move(made.text);
                Done done = judge_one(number, CheckedFiling{std::move(shown), std::move(made.read->filing), {}}, links);
                done.diagnostics = std::move(made.diagnostics);
                return done;
            },
            [&](Done&& done) { return give(std::move(done), shown); });
    }

    void read_all() {
        Progress shown = progress("读取", "reading", inputs_.total());
        struct Put {
            std::optional<Waiting> waiting;
            Identity identity;
            std::vector<Diagnostic> diagnostics;
        };
        bool room = true;
        for_each_in_order(
            arguments_.jobs, [&] { return inputs_.next(); },
            [&](std::size_t, Input input) {
                Read made = read(std::move(input));
                Put put{{}, {}, std::move(made.diagnostics)};
                if (!made.read) return put;
                put.identity = identity_of(made.read->filing);
                put.waiting = Waiting{std::exchange(made.read->filing.file, {}), {}, encoding_.encode(*made.read), taking_.draws ? std::move(made.text) : std::string()};
                return put;
            },
            [&](Put&& put) {
                append(diagnostics_, std::move(put.diagnostics));
                shown.step();
                if (!put.waiting) return true;
                linking_.add(shelf_.size(), put.identity);
                return room = shelf_.put(*put.waiting);
            });
        linking_.seal();
        if (!room || !shelf_.finish()) diagnostics_.push_back(diagnose(cli_codes::shelf_lost));
    }

    void judge_all() {
        Progress shown = progress("核对", "checking", shelf_.size());
        std::size_t next = 0;
        for_each_in_order(
            arguments_.jobs, [&]() { return next < shelf_.size() ? std::optional(next++) : std::nullopt; },
            [&](std::size_t, std::size_t number) {
                auto checked = load(number);
                if (!checked) return Done{{}, {}, {diagnose(cli_codes::shelf_lost)}};
                const Links links = linking_.link(identity_of(checked->filing));
                return judge_one(number, std::move(*checked), links);
            },
            [&](Done&& done) { return give(std::move(done), shown); });
    }

    bool give(Done&& done, Progress& shown) {
        append(diagnostics_, std::move(done.diagnostics));
        shown.step();
        if (!done.checked) return true;
        if (arguments_.verbose) streams_.err << render_what_was_read(*done.checked, arguments_.language);
        return taking_.take(std::move(*done.checked), std::move(done.rendered));
    }

    Read read(Input input) {
        Read made;
        const auto fill_in = [&](auto& from) { append(made.diagnostics, std::move(from.diagnostics)); };
        Result<Source> source = read_input(std::move(input), streams_.in);
        fill_in(source);
        if (!source) return made;
        if (needs_converter(*source)) {
            source = convert(*source);
            fill_in(source);
            if (!source) return made;
        }
        Result<Text> text = read_text(*source);
        fill_in(text);
        if (!text) return made;
        Result<Filing> filing = read_filing(*text, catalogue_.editions, source->name);
        fill_in(filing);
        if (!filing) return made;
        choose_readings(*filing);
        take_level(*filing, catalogue_.organs);
        made.read = ReadFiling{std::move(*filing), text->take_shown()};
        if (made.read->shown.text.empty()) made.text = std::move(source->bytes);
        return made;
    }

    std::optional<CheckedFiling> load(std::size_t number) const {
        auto waiting = shelf_.take(number);
        if (!waiting) return std::nullopt;
        auto made = encoding_.decode_filing(waiting->reading);
        if (!made) return std::nullopt;
        made->filing.file = std::move(waiting->file);
        if (made->shown.text.empty()) made->shown.text = std::move(waiting->text);
        return CheckedFiling{std::move(made->shown), std::move(made->filing), {}};
    }

    Done judge_one(std::size_t number, CheckedFiling checked, const Links& links) {
        Done done;
        if (taking_.judges) {
            Case one{&checked.filing};
            one.no_previous = links.no_previous;
            one.below.missing = links.missing;
            std::vector<std::optional<CheckedFiling>> others;
            others.reserve(links.below.size() + 1);
            const auto other = [&](std::size_t which) -> const Filing* {
                others.push_back(load(which));
                if (!others.back()) done.diagnostics.push_back(diagnose(cli_codes::shelf_lost));
                return others.back() ? &others.back()->filing : nullptr;
            };
            if (links.previous) one.previous = other(*links.previous);
            for (const std::size_t below : links.below) {
                if (const Filing* filing = other(below)) one.below.filings.push_back(filing);
            }
            checked.judgement = judge(one, catalogue_);
            waiving_.apply(number, checked.filing, checked.judgement);
            find_causes(one, catalogue_, checked.judgement);
            deciding_.apply(number, checked.filing, checked.judgement);
        }
        if (taking_.render) done.rendered = taking_.render(checked);
        done.checked = std::move(checked);
        return done;
    }

    const Arguments& arguments_;
    const Catalogue& catalogue_;
    Streams& streams_;
    const Taking& taking_;
    std::vector<Diagnostic> diagnostics_;
    Inputs inputs_;
    Encoding encoding_;
    Linking linking_;
    Shelf shelf_;
    Waiving waiving_;
    Deciding deciding_;
};

}  // namespace

std::vector<Diagnostic> for_each_filing(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, const Taking& taking) {
    return Run(arguments, catalogue, streams, taking).run();
}

}  // namespace gouji
