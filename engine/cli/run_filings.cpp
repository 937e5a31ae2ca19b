// SPDX-License-Identifier: Apache-2.0
// The way of every filing through a run: read, and put by until all are read, because the year before of one may be
// another; then judged, rendered and given out in the order of the inputs.
#include "engine/check/causes/cause.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/linked/copies.hpp"
#include "engine/check/decisions/decide.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/linked/link.hpp"
#include "engine/check/decisions/waive.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/convert.hpp"
#include "engine/cli/guard.hpp"
#include "engine/run/in_order.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/run_store.hpp"
#include "engine/source/readers/readers.hpp"
#include "engine/store/digest.hpp"
#include "engine/store/encode.hpp"
#include "engine/store/shelf.hpp"
#include "grammar/filing/read_filing.hpp"

#include <deque>
#include <optional>
#include <ostream>
#include <utility>

namespace gouji {
namespace {

class Run {
public:
    Run(const Arguments& arguments, const Catalogue& catalogue, Streams& streams, const Taking& taking)
        : arguments_(arguments),
          catalogue_(catalogue),
          streams_(streams),
          taking_(taking),
          inputs_(arguments, streams.in, diagnostics_, notes_),
          encoding_(catalogue),
          store_(arguments, catalogue, encoding_, diagnostics_),
          linking_(catalogue.organs),
          waiving_(catalogue.waivers, arguments.today),
          deciding_(catalogue.decisions) {}

    std::vector<Diagnostic> run() {
        tell(notes_, arguments_, streams_);
        if (store_.failed() || would_destroy_input(diagnostics_)) return std::move(diagnostics_);
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
            store_.finish(
                arguments_.decisions.empty() ? std::nullopt : std::optional(deciding_.renewed()), diagnostics_);
        }
        return std::move(diagnostics_);
    }

private:
    /// What was read of an input: nothing where it is no filing.
    struct Read {
        std::optional<ReadDocument> read;
        std::string encoded;  ///< the same as bytes, where they are there already
        std::string content;  ///< the digest of the file, for a store
        std::string text;     ///< the bytes of the file where people can read them as they are
        std::vector<Diagnostic> diagnostics;
    };
    struct Given {
        CheckedFiling checked;
        std::string rendered;
        std::string was_read;  ///< for --verbose
    };
    /// One filing, or the files of one organ and year that do not say the same.
    struct Done {
        std::vector<Given> given;
        std::vector<Diagnostic> diagnostics;
    };

    /// While all are read, and when all were, nobody waits for one of them alone.
    static constexpr std::size_t most_at_once = 16;

    Progress progress(std::string_view zh, std::string_view en, std::optional<std::size_t> total) {
        return {streams_.progress && !arguments_.quiet ? &streams_.err : nullptr,
            std::string(arguments_.language == Language::zh ? zh : en), total};
    }

    void run_at_once() {
        Progress shown = progress("核对", "checking", inputs_.total());
        for_each_in_order(
            arguments_.jobs, [&] { return inputs_.next(); },
            [&](std::size_t number, Input input) {
                Read made = read(std::move(input));
                Done done{{}, std::move(made.diagnostics)};
                if (!made.read) return done;
                Links links = linking_.link(number, identity_of(made.read->filing));
                Shown text = std::move(made.read->shown);
                if (text.text.empty()) text.text = std::move(made.text);
                std::vector<Taken> taken;
                taken.push_back({number,
                    {CheckedFiling{std::move(text), std::move(made.read->filing), {}}, std::move(made.content)},
                    std::move(links)});
                finish(std::move(taken), done);
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
                if (made.encoded.empty()) made.encoded = encoding_.encode(*made.read);
                put.waiting = Waiting{std::move(made.read->filing.file), std::move(made.content),
                    std::move(made.encoded), taking_.draws ? std::move(made.text) : std::string()};
                return put;
            },
            [&](Put&& put) {
                append(diagnostics_, std::move(put.diagnostics));
                shown.step();
                if (!put.waiting) return true;
                linking_.add(shelf_.size(), put.identity);
                if (store_.on()) contents_ += put.waiting->content;
                return room = shelf_.put(std::move(*put.waiting));
            },
            most_at_once);
        if (!room || !shelf_.finish()) diagnostics_.push_back(diagnose(cli_codes::shelf_lost));
        append(diagnostics_, linking_.seal([&](std::size_t number, const auto& look) {
            if (const auto loaded = load(number)) look(loaded->checked.filing);
        }));
    }

    void judge_all() {
        Progress shown = progress("核对", "checking", shelf_.size());
        std::size_t next = 0;
        for_each_in_order(
            arguments_.jobs, [&]() { return next < shelf_.size() ? std::optional(next++) : std::nullopt; },
            [&](std::size_t, std::size_t number) {
                Done done;
                std::vector<Taken> taken;
                for (const std::size_t one : linking_.judged_with(number)) {
                    auto loaded = load(one);
                    if (!loaded) {
                        done.diagnostics.push_back(diagnose(cli_codes::shelf_lost));
                        continue;
                    }
                    Links links = linking_.link(one, identity_of(loaded->checked.filing));
                    taken.push_back({one, std::move(*loaded), std::move(links)});
                }
                finish(std::move(taken), done);
                return done;
            },
            [&](Done&& done) { return give(std::move(done), shown); }, most_at_once);
    }

    bool give(Done&& done, Progress& shown) {
        append(diagnostics_, std::move(done.diagnostics));
        shown.step();
        for (Given& one : done.given) {
            streams_.err << one.was_read;
            if (!taking_.take(std::move(one.checked), std::move(one.rendered))) return false;
        }
        return true;
    }

    Read read(Input input) {
        Read made;
        const auto fill_in = [&](auto& from) { append(made.diagnostics, std::move(from.diagnostics)); };
        Result<Source> source = read_input(std::move(input), streams_.in);
        fill_in(source);
        if (!source) return made;
        made.content = store_.content_of(source->bytes);
        if (auto known = store_.reading(source->name, made.content)) {
            made.read = encoding_.decode_filing(*known);
            if (made.read) {
                made.encoded = std::move(*known);
                take_up(made, std::move(*source));
                for (Diagnostic& one : made.diagnostics = made.read->diagnostics) one.file = made.read->filing.file;
                return made;
            }
        }
        const bool converted = needs_converter(*source);
        if (converted) {
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
        made.read = ReadDocument{std::move(*filing), text->take_shown(), made.diagnostics};
        if (converted && made.read->shown.text.empty()) made.read->shown.text = source->bytes;
        if (store_.on()) {
            made.encoded = encoding_.encode(*made.read);
            store_.keep_reading(made.content, made.encoded);
        }
        take_up(made, std::move(*source));
        return made;
    }

    /// What does not come out of the bytes of the file alone.
    void take_up(Read& made, Source&& source) const {
        made.read->filing.file = std::move(source.name);
        if (made.read->shown.text.empty()) made.text = std::move(source.bytes);
    }

    struct Loaded {
        CheckedFiling checked;
        std::string content;
    };

    struct Taken {
        std::size_t number = 0;
        Loaded loaded;
        Links links;
    };

    std::optional<Loaded> load(std::size_t number) const {
        auto waiting = shelf_.take(number);
        if (!waiting) return std::nullopt;
        auto made = encoding_.decode_filing(waiting->reading);
        if (!made) return std::nullopt;
        made->filing.file = std::move(waiting->file);
        if (made->shown.text.empty()) made->shown.text = std::move(waiting->text);
        return Loaded{{std::move(made->shown), std::move(made->filing), {}}, std::move(waiting->content)};
    }

    /// Decisions are found by the fingerprints of all.
    Telling asked() const { return taking_.tells || !catalogue_.decisions.empty() ? Telling::all : Telling::findings; }

    std::string content_of(std::size_t number) const { return contents_.substr(number * digest_size, digest_size); }

    /// What is judged together is decided together.
    void finish(std::vector<Taken>&& taken, Done& done) {
        std::vector<Judged> judged;
        for (Taken& one : taken) {
            CheckedFiling& checked = one.loaded.checked;
            linking_.take_level(checked.filing);
            for (const std::size_t same : one.links.same) {
                auto file = shelf_.take(same);
                if (!file) continue;
                store_.drop(file->file);
                checked.filing.copies.push_back(std::move(file->file));
            }
            if (taking_.judges) judge_loaded(one, done);
            judged.push_back({one.number, &checked.filing, &checked.judgement});
        }
        if (taking_.judges) deciding_.apply(judged);
        for (Taken& one : taken) {
            CheckedFiling& checked = one.loaded.checked;
            Given given;
            if (taking_.render) given.rendered = taking_.render(checked);
            if (arguments_.verbose) given.was_read = render_what_was_read(checked, arguments_.language);
            // It goes where it was made: another thread takes longer to let go of it, and holds up the others
            // meanwhile.
            if (!taking_.keeps) checked = {{}, {}, std::move(checked.judgement)};
            given.checked = std::move(checked);
            done.given.push_back(std::move(given));
        }
    }

    /// All files of what a filing is linked with.
    void add_contents(const LinkedFiling& linked, std::vector<std::string>& contents) const {
        contents.push_back(content_of(linked.first));
        for (const std::size_t one : linked.others) contents.push_back(content_of(one));
    }

    void judge_loaded(Taken& one, Done& done) {
        CheckedFiling& checked = one.loaded.checked;
        Links& links = one.links;
        LinkedContents contents;
        if (store_.on()) {
            if (links.previous) add_contents(*links.previous, contents.previous);
            for (const LinkedFiling& below : links.below) add_contents(below, contents.below.emplace_back());
            if (!arguments_.apart) store_.complete(checked.filing, one.loaded.content, links, linking_, contents);
        }
        const std::string given = store_.given_of(checked.filing, one.loaded.content, links, contents);
        // Where copies stand is said in lines, which a run that draws nothing does not know.
        const bool is_kept =
            !waiving_.concerns(checked.filing) && links.copies.empty() && contents.stored_copies.empty();
        if (auto known = is_kept ? store_.judgement(checked.filing.file, given, asked()) : std::nullopt) {
            checked.judgement = std::move(*known);
        } else {
            judge_anew(one, contents, done);
            store_.keep(checked, one.loaded.content, given,
                is_kept && store_.on() ? std::optional(encoding_.encode(checked.judgement)) : std::nullopt);
        }
    }

    /// The filings of a case, for as long as it is judged.
    class Others {
    public:
        Others(const Run& run, Done& done) : run_(run), done_(done) {}

        const CheckedFiling* of_run(std::size_t number) {
            auto loaded = run_.load(number);
            return keep(loaded ? std::optional(std::move(loaded->checked)) : std::nullopt);
        }
        const CheckedFiling* of_store(std::optional<ReadDocument>&& read) {
            return keep(read ? std::optional(CheckedFiling{std::move(read->shown), std::move(read->filing), {}})
                             : std::nullopt);
        }
        /// What all of them say.
        const Filing* as_one(const std::vector<const CheckedFiling*>& files) {
            std::vector<const Filing*> others;
            for (const CheckedFiling* one : files) {
                if (one) others.push_back(&one->filing);
            }
            if (others.empty()) return nullptr;
            const Filing& first = *others.front();
            if (others.size() == 1) return &first;
            others.erase(others.begin());
            return &kept_.emplace_back(CheckedFiling{{}, agreed(first, others), {}}).filing;
        }
        const Filing* as_one(const LinkedFiling& linked) {
            std::vector<const CheckedFiling*> files = {of_run(linked.first)};
            for (const std::size_t one : linked.others) files.push_back(of_run(one));
            return as_one(files);
        }

    private:
        const CheckedFiling* keep(std::optional<CheckedFiling>&& other) {
            if (!other) {
                done_.diagnostics.push_back(diagnose(cli_codes::shelf_lost));
                return nullptr;
            }
            run_.linking_.take_level(other->filing);
            return &kept_.emplace_back(std::move(*other));
        }

        const Run& run_;
        Done& done_;
        std::deque<CheckedFiling> kept_;
    };

    void judge_anew(Taken& taken, const LinkedContents& contents, Done& done) {
        CheckedFiling& checked = taken.loaded.checked;
        const Links& links = taken.links;
        Case one{&checked.filing};
        one.no_previous = links.no_previous;
        one.below.missing = links.missing;
        Others others(*this, done);
        const auto of_store = [&](const std::vector<std::string>& files) {
            std::vector<const CheckedFiling*> all;
            for (const std::string& file : files) all.push_back(others.of_store(store_.stored(file)));
            return others.as_one(all);
        };
        if (links.previous) one.previous = others.as_one(*links.previous);
        else if (contents.stored_previous) one.previous = of_store(contents.previous);
        for (const LinkedFiling& below : links.below) {
            if (const Filing* filing = others.as_one(below)) one.below.filings.push_back(filing);
        }
        for (const auto& below : contents.stored_below) {
            if (const Filing* filing = of_store(below)) one.below.filings.push_back(filing);
        }
        const auto add_copy = [&](const CheckedFiling* copy) {
            if (copy) one.copies.push_back({&copy->filing, &copy->shown});
        };
        for (const std::size_t copy : links.copies) add_copy(others.of_run(copy));
        for (const StoredFile& copy : contents.stored_copies) {
            auto read = store_.stored(copy.content);
            if (read) read->filing.file = copy.name;
            add_copy(others.of_store(std::move(read)));
        }
        checked.judgement = judge(one, catalogue_, store_.on() ? Telling::all : asked());  // a store keeps all
        waiving_.apply(taken.number, checked.filing, checked.judgement);
        find_causes(one, catalogue_, checked.judgement);
    }

    const Arguments& arguments_;
    const Catalogue& catalogue_;
    Streams& streams_;
    const Taking& taking_;
    std::vector<Diagnostic> diagnostics_;
    std::vector<Diagnostic> notes_;  ///< about folders: no part of the result
    Inputs inputs_;
    Encoding encoding_;
    RunStore store_;
    std::string contents_;  ///< the digests of what waits, one behind the other
    Linking linking_;
    Shelf shelf_;
    Waiving waiving_;
    Deciding deciding_;
};

}  // namespace

std::vector<Diagnostic> for_each_filing(
    const Arguments& arguments, const Catalogue& catalogue, Streams& streams, const Taking& taking) {
    return Run(arguments, catalogue, streams, taking).run();
}

}  // namespace gouji
