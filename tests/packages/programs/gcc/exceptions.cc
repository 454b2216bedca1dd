// SPDX-License-Identifier: MIT
// Exceptions: through frames with destructors, rethrown, nested, across
// threads, from constructors; terminate.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <future>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <vector>

static std::string trace;

struct guard {
    char name;
    explicit guard(char n) : name(n)
    {
        trace += n;
    }
    ~guard()
    {
        trace += static_cast<char>(name - 'a' + 'A');
    }
};

struct problem : std::runtime_error {
    int code;
    explicit problem(int c) : std::runtime_error("problem"), code(c)
    {
    }
};

struct member {
    guard a{'m'};
    guard b;
    explicit member(int n)
    try : b(n > 3 ? throw n : 'n') {
    } catch (int x) {
        trace += '!';
        throw problem(x);
    }
};

static int deep(int n)
{
    guard g(static_cast<char>('a' + n % 10));
    if (n == 0)
        throw problem(42);
    return deep(n - 1) + n;
}

static void nested()
{
    try {
        deep(3);
    } catch (const problem &) {
        std::throw_with_nested(std::logic_error("outer"));
    }
}

static void report(const std::exception &e, int level = 0)
{
    std::printf("%*s%s\n", level, "", e.what());
    try {
        std::rethrow_if_nested(e);
    } catch (const std::exception &inner) {
        report(inner, level + 1);
    }
}

static int outcome(int n) noexcept(false)
{
    try {
        switch (n) {
        case 0: return deep(5);
        case 1: throw 3;
        case 2: throw "text";
        case 3: throw std::make_unique<int>(7);
        case 4: return static_cast<int>(std::vector<int>(3).at(9));
        case 5: member(5); break;
        case 6: member(1); break;
        case 7:
            (void)dynamic_cast<problem &>(
                static_cast<std::exception &&>(std::exception()));
        case 8: nested(); break;
        case 9: throw 2.5;
        }
    } catch (const problem &p) {
        return p.code;
    } catch (int i) {
        return i;
    } catch (const char *s) {
        return s[0];
    } catch (std::unique_ptr<int> &p) {
        return *p + 100;
    } catch (const std::out_of_range &) {
        return -1;
    } catch (const std::bad_cast &e) {
        return -2;
    } catch (const std::exception &e) {
        report(e);
        return -3;
    } catch (...) {
        return std::current_exception() ? -4 : -5;
    }
    return 0;
}

int main()
{
    for (int i = 0; i < 10; i++)
        std::printf("%d\n", outcome(i));
    std::printf("%s\n", trace.c_str());
    auto f = std::async(std::launch::async, [] { return deep(12); });
    try {
        f.get();
    } catch (const problem &p) {
        std::printf("thread %d\n", p.code);
    }
    long n = 0;
    for (int i = 0; i < 2000; i++) {
        try {
            deep(i % 8);
        } catch (problem &p) {
            n += p.code + i;
        }
    }
    std::printf("%ld %zu\n", n, trace.size());
    std::set_terminate([] {
        std::puts("terminated");
        std::fflush(stdout);
        std::_Exit(3);
    });
    [&]() noexcept { deep(1); }();
}
