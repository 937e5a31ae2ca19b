// SPDX-License-Identifier: Apache-2.0
// Owns: doing the same to many things at once, and giving the results out in the order of the things.
// Refuses: to run ahead: a result that waits for a slower one holds up the others before there are many.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace gouji {

template <class Next, class Work, class Give>
class InOrder {
public:
    InOrder(unsigned jobs, const Next& next, const Work& work, const Give& give, std::size_t most_at_once)
        : threads_(jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency())),
          most_ahead_(64 * threads_),
          most_at_once_(most_at_once),
          next_(next),
          work_(work),
          give_(give) {}

    void run() {
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < threads_; ++i) others.emplace_back([this] { run_thread(); });
            run_thread();
        }
        if (thrown_) std::rethrow_exception(thrown_);
    }

private:
    using Thing = typename std::decay_t<std::invoke_result_t<const Next&>>::value_type;
    using Result = std::decay_t<std::invoke_result_t<const Work&, std::size_t, Thing>>;

    /// Things that one thread works on, by the number of the first.
    struct Batch {
        std::size_t first = 0;
        std::vector<Thing> things;
    };

    void run_thread() {
        try {
            for (std::size_t at_once = 1;;) {
                Batch batch = next_batch(at_once);
                if (batch.things.empty()) return;
                const auto begun = std::chrono::steady_clock::now();
                std::vector<Result> results;
                for (Thing& thing : batch.things)
                    results.push_back(work_(batch.first + results.size(), std::move(thing)));
                // A thread has one slow thing at a time, so that none is left with many at the end.
                constexpr std::chrono::milliseconds quick(5);
                const bool was_quick = std::chrono::steady_clock::now() - begun < quick;
                at_once = was_quick ? std::min(2 * at_once, most_at_once_) : 1;
                give_results(batch.first, std::move(results));
            }
        } catch (...) {
            const std::lock_guard lock(giving_);
            if (!thrown_) thrown_ = std::current_exception();
            is_over_ = true;
            given_more_.notify_all();
        }
    }

    /// Empty after the last thing.
    Batch next_batch(std::size_t size) {
        const std::lock_guard lock(taking_);
        Batch batch{taken_, {}};
        {
            std::unique_lock wait(giving_);
            given_more_.wait(wait, [&] { return is_over_ || taken_ < given_ + most_ahead_; });
            if (is_over_) return batch;
        }
        while (batch.things.size() < size) {
            std::optional<Thing> thing = next_();
            if (!thing) break;
            batch.things.push_back(std::move(*thing));
            ++taken_;
        }
        return batch;
    }

    /// Results that come before their turn wait.
    void give_results(std::size_t first, std::vector<Result>&& results) {
        const std::lock_guard lock(giving_);
        waiting_.emplace(first, std::move(results));
        while (!is_over_ && !waiting_.empty() && waiting_.begin()->first == given_) {
            std::vector<Result> due = std::move(waiting_.begin()->second);
            waiting_.erase(waiting_.begin());
            given_ += due.size();
            for (auto result = due.begin(); result != due.end() && !is_over_; ++result)
                is_over_ = !give_(std::move(*result));
        }
        given_more_.notify_all();
    }

    std::size_t threads_;
    std::size_t most_ahead_;
    std::size_t most_at_once_;
    const Next& next_;
    const Work& work_;
    const Give& give_;

    std::mutex taking_;
    std::size_t taken_ = 0;  ///< things; guarded by both

    std::mutex giving_;  ///< guards the rest
    std::condition_variable given_more_;
    std::map<std::size_t, std::vector<Result>> waiting_;
    std::size_t given_ = 0;
    bool is_over_ = false;
    std::exception_ptr thrown_;
};

/// `next()` gives a thing, or nothing after the last; one call at a time. `work(number, thing)` makes its result, on
/// any thread: it must not depend on the others. `give(result)` gets them in order, one call at a time, and says
/// whether to go on. `jobs`: threads, 0 for as many as the machine has. `most_at_once`: a thread may take up to this
/// many things before it works on the first of them, where they are done quickly: threads that meet at every thing wait
/// for each other. What one of the three throws is thrown here.
template <class Next, class Work, class Give>
void for_each_in_order(
    unsigned jobs, const Next& next, const Work& work, const Give& give, std::size_t most_at_once = 1) {
    InOrder<Next, Work, Give>(jobs, next, work, give, most_at_once).run();
}

}  // namespace gouji
