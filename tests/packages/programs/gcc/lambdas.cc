// SPDX-License-Identifier: MIT
// Lambdas and functors: captures, generic, recursive, immediately called,
// composed, in tables, stateful; bind and invoke.
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

template <class F> struct fix {
    F f;
    template <class... A> decltype(auto) operator()(A &&...a) const
    {
        return f(*this, std::forward<A>(a)...);
    }
};
template <class F> fix(F) -> fix<F>;

static auto compose()
{
    return [](auto x) { return x; };
}
template <class F, class... G> static auto compose(F f, G... g)
{
    return [=](auto x) { return f(compose(g...)(x)); };
}

struct account {
    int balance = 0;
    int deposit(int n)
    {
        return balance += n;
    }
    auto rule()
    {
        return [this, limit = 100](int n) mutable {
            return deposit(n > limit ? limit-- : n);
        };
    }
};

int main()
{
    fix ackermann{[](auto self, long m, long n) -> long {
        return m == 0   ? n + 1
               : n == 0 ? self(m - 1, 1L)
                        : self(m - 1, self(m, n - 1));
    }};
    std::cout << ackermann(2L, 9L) << '\n';
    auto f = compose([](int x) { return x + 1; }, [](int x) { return x * 10; },
                     [](int x) { return x - 3; });
    std::cout << f(7) << '\n';
    std::map<std::string, std::function<double(double, double)>> ops{
        {"+", std::plus<>()},
        {"-", std::minus<>()},
        {"pow",
         [](double x, double n) {
             double r = 1;
             for (int i = 0; i < n; i++)
                 r *= x;
             return r;
         }},
        {"first", [](double x, double) { return x; }}};
    for (auto &[name, op] : ops)
        std::cout << name << ' ' << op(3, 4) << '\n';
    account a;
    auto rule = a.rule();
    for (int n : {50, 200, 300, 99, 98})
        std::cout << rule(n) << ' ';
    std::cout << '\n';
    std::vector<std::function<int()>> counters;
    for (int i = 0; i < 5; i++)
        counters.push_back([i, n = 0]() mutable { return i * 100 + n++; });
    int sum = 0;
    for (int round = 0; round < 3; round++)
        for (auto &c : counters)
            sum += c();
    std::cout << sum << ' ' << std::invoke(&account::deposit, a, 5) << ' '
              << std::bind_front(&account::deposit, &a)(6) << ' '
              << std::mem_fn(&account::balance)(a) << '\n';
    auto owner = [p = std::make_unique<int>(9)] { return *p; };
    auto moved = std::move(owner);
    int (*plain)(int) = [](int x) { return ~x; };
    std::cout << moved() << ' ' << plain(4) << ' '
              << [](auto... x) { return (x + ...); }(1, 2.5, 'a') << ' ' <<
        []<class T>(std::vector<T> v) { return v.size(); }(std::vector<char>(4))
              << '\n';
    const int table = [] {
        int t = 0;
        for (int i = 0; i < 100; i++)
            t ^= i * i;
        return t;
    }();
    std::cout << table << '\n';
}
