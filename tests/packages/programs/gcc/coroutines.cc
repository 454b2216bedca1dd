// SPDX-License-Identifier: MIT
// Coroutines: generators that recurse, tasks that wait for each other.
#include <coroutine>
#include <cstdio>
#include <deque>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

template <class T> struct generator {
    struct promise_type {
        T value{};
        std::exception_ptr error;
        generator get_return_object()
        {
            return generator{
                std::coroutine_handle<promise_type>::from_promise(*this)};
        }
        std::suspend_always initial_suspend()
        {
            return {};
        }
        std::suspend_always final_suspend() noexcept
        {
            return {};
        }
        std::suspend_always yield_value(T v)
        {
            value = v;
            return {};
        }
        void return_void()
        {
        }
        void unhandled_exception()
        {
            error = std::current_exception();
        }
    };
    std::coroutine_handle<promise_type> h;
    explicit generator(std::coroutine_handle<promise_type> c) : h(c)
    {
    }
    generator(generator &&o) : h(std::exchange(o.h, {}))
    {
    }
    ~generator()
    {
        if (h)
            h.destroy();
    }
    std::optional<T> next()
    {
        h.resume();
        if (h.promise().error)
            std::rethrow_exception(h.promise().error);
        return h.done() ? std::nullopt : std::optional<T>(h.promise().value);
    }
};

static generator<int> hanoi(int n, int from, int to)
{
    if (n > 1) {
        auto g = hanoi(n - 1, from, 6 - from - to);
        while (auto m = g.next())
            co_yield *m;
    }
    co_yield from * 10 + to;
    if (n > 1) {
        auto g = hanoi(n - 1, 6 - from - to, to);
        while (auto m = g.next())
            co_yield *m;
    }
}

static generator<long> failing(int n)
{
    for (int i = 0;; i++) {
        if (i == n)
            throw std::runtime_error("enough");
        co_yield i *i;
    }
}

static std::deque<std::coroutine_handle<>> ready;

struct task {
    struct promise_type {
        task get_return_object()
        {
            return {};
        }
        std::suspend_never initial_suspend()
        {
            return {};
        }
        std::suspend_never final_suspend() noexcept
        {
            return {};
        }
        void return_void()
        {
        }
        void unhandled_exception()
        {
            std::terminate();
        }
    };
};

struct turn {
    bool await_ready()
    {
        return false;
    }
    void await_suspend(std::coroutine_handle<> h)
    {
        ready.push_back(h);
    }
    int await_resume()
    {
        return static_cast<int>(ready.size());
    }
};

static task worker(char name, int n)
{
    for (int i = 0; i < n; i++) {
        int others = co_await turn{};
        std::printf("%c%d.%d ", name, i, others);
    }
}

int main()
{
    long h = 0;
    auto g = hanoi(9, 1, 3);
    while (auto m = g.next())
        h = (h * 7 + *m) % 1000003;
    std::printf("%ld\n", h);
    try {
        auto f = failing(5);
        while (auto m = f.next())
            std::printf("%ld ", *m);
    } catch (const std::exception &e) {
        std::printf("%s\n", e.what());
    }
    worker('a', 3);
    worker('b', 5);
    worker('c', 2);
    while (!ready.empty()) {
        auto c = ready.front();
        ready.pop_front();
        c.resume();
    }
    std::printf("\n");
}
