// SPDX-License-Identifier: Apache-2.0
// Owns: doing the same to many things at once, and giving the results out in the order of the things.
// Refuses: to run ahead: a result that waits for a slower one holds up the others before there are many.
#pragma once

#include <algorithm>
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

/// `next()` gives a thing, or nothing after the last; one call at a time. `work(number, thing)` makes its result, on any
/// thread: it must not depend on the others. `give(result)` takes them in order, one call at a time, and says whether to
/// go on. `jobs`: threads, 0 for as many as the machine has. What one of the three throws is thrown here.
template <class Next, class Work, class Give>
void for_each_in_order(unsigned jobs, const Next& next, const Work& work, const Give& give) {
    using Thing = typename std::decay_t<decltype(next())>::value_type;
    using Result = std::decay_t<decltype(work(std::size_t{}, std::declval<Thing>()))>;
    const std::size_t threads = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t most_ahead = 64 * threads;
    std::mutex taking, giving;
    std::condition_variable given_more;
    std::map<std::size_t, Result> waiting;
    std::size_t taken = 0, given = 0;
    bool over = false;
    std::exception_ptr thrown;

    const auto run = [&] {
        try {
            for (;;) {
                std::optional<Thing> thing;
                std::size_t number = 0;
                {
                    const std::lock_guard lock(taking);
                    {
                        std::unique_lock wait(giving);
                        given_more.wait(wait, [&] { return over || taken < given + most_ahead; });
                        if (over) return;
                    }
                    thing = next();
                    if (!thing) return;
                    number = taken++;
                }
                Result made = work(number, std::move(*thing));
                const std::lock_guard lock(giving);
                waiting.emplace(number, std::move(made));
                while (!over && !waiting.empty() && waiting.begin()->first == given) {
                    Result first = std::move(waiting.begin()->second);
                    waiting.erase(waiting.begin());
                    ++given;
                    over = !give(std::move(first));
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
