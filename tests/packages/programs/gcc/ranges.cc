// SPDX-License-Identifier: MIT
// Ranges, views and their adaptors; spans.
#include <algorithm>
#include <iostream>
#include <map>
#include <numeric>
#include <ranges>
#include <span>
#include <string>
#include <vector>

namespace views = std::views;

struct employee {
    std::string name;
    int age;
    double salary;
};

static long weigh(std::span<const int> s)
{
    long r = 0;
    for (int i = 1; int x : s.subspan(1, s.size() - 2))
        r += i++ * x;
    return r;
}

int main()
{
    auto odd_squares =
        views::iota(1) | views::filter([](int x) { return x % 2; }) |
        views::transform([](int x) { return x * x; }) | views::take(12);
    for (int x : odd_squares)
        std::cout << x << ' ';
    std::cout << '\n';
    std::vector<employee> staff{{"Ann", 40, 5000},
                                {"Bob", 25, 3000},
                                {"Cyd", 33, 4500},
                                {"Dan", 58, 2500}};
    std::ranges::sort(staff, std::greater<>(), &employee::salary);
    for (const auto &name : staff | views::transform(&employee::name) |
                                views::reverse | views::drop(1))
        std::cout << name << ' ';
    auto oldest = std::ranges::max_element(staff, {}, &employee::age);
    std::cout << oldest->name << '\n';
    std::string text = "one two  three four";
    for (auto word : text | views::split(' '))
        std::cout << std::ranges::distance(word) << ' ';
    std::cout << '\n';
    std::map<int, std::string> m{{1, "a"}, {2, "b"}, {3, "c"}};
    for (auto &v : m | views::values)
        v += v;
    for (auto [k, v] : m | views::filter([](auto &p) { return p.first != 2; }))
        std::cout << k << v << ' ';
    std::vector<int> v(20);
    std::iota(v.begin(), v.end(), 3);
    std::cout << weigh(v) << ' '
              << std::ranges::fold_left(v | views::stride(3), 0, std::plus<>())
              << ' ';
    for (auto c : v | views::chunk(7))
        std::cout << std::accumulate(c.begin(), c.end(), 0) << ' ';
    for (auto [a, b] : views::zip(v, text) | views::take(4))
        std::cout << a << b << ' ';
    for (auto s : v | views::slide(3) | views::drop(15))
        std::cout << s[0] * s[2] << ' ';
    std::cout << '\n';
}
