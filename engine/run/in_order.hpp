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

/// `next()` gives a thing, or nothing after the last; one call at a time. `work(number, thing)` makes its result, on
/// any thread: it must not depend on the others. `give(result)` takes them in order, one call at a time, and says
/// whether to go on. `jobs`: threads, 0 for as many as the machine has. `most_at_once`: a thread may take so many
/// things before it works on the first of them, where they are done quickly: threads that meet at every thing wait for
/// each other. What one of the three throws is thrown here.
template <class Next, class Work, class Give>
void for_each_in_order(
    unsigned jobs, const Next& next, const Work& work, const Give& give, std::size_t most_at_once = 1) {
    using Thing = typename std::decay_t<decltype(next())>::value_type;
    using Result = std::decay_t<decltype(work(std::size_t{}, std::declval<Thing>()))>;
    const std::size_t threads = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t most_ahead = 64 * threads;
    std::mutex taking, giving;
    std::condition_variable given_more;
    std::map<std::size_t, std::vector<Result>> waiting;  ///< by the number of the first
    std::size_t taken = 0, given = 0;
    bool over = false;
    std::exception_ptr thrown;

    const auto run = [&] {
        try {
            for (std::size_t at_once = 1;;) {
                std::vector<Thing> things;
                std::size_t first = 0;
                {
                    const std::lock_guard lock(taking);
                    {
                        std::unique_lock wait(giving);
                        given_more.wait(wait, [&] { return over || taken < given + most_ahead; });
                        if (over) return;
                    }
                    first = taken;
                    while (things.size() < at_once) {
                        std::optional<Thing> thing = next();
                        if (!thing) break;
                        things.push_back(std::move(*thing));
                        ++taken;
                    }
                    if (things.empty()) return;
                }
                const auto begun = std::chrono::steady_clock::now();
                std::vector<Result> made;
                for (Thing& thing : things) made.push_back(work(first + made.size(), std::move(thing)));
                // Of slow things each thread has one, so that none is left with many at the end.
                constexpr std::chrono::milliseconds quick(5);
                at_once = std::chrono::steady_clock::now() - begun < quick ? std::min(2 * at_once, most_at_once) : 1;
                const std::lock_guard lock(giving);
                waiting.emplace(first, std::move(made));
                while (!over && !waiting.empty() && waiting.begin()->first == given) {
                    std::vector<Result> results = std::move(waiting.begin()->second);
                    waiting.erase(waiting.begin());
                    given += results.size();
                    for (auto one = results.begin(); one != results.end() && !over; ++one)
                        over = !give(std::move(*one));
                }
                given_more.notify_all();
            }
        } catch (...) {
            const std::lock_guard lock(giving);
            if (!thrown) thrown = std::current_exception();
            over = true;
            given_more.notify_all();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
        run();
    }
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace gouji
