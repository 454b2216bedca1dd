// SPDX-License-Identifier: MIT
// Algorithms over iterators, with lambdas and function objects.
#include <algorithm>
#include <functional>
#include <iostream>
#include <iterator>
#include <numeric>
#include <random>
#include <vector>

int main()
{
    std::mt19937 random(12345);
    std::vector<int> v(1000), w;

    std::generate(v.begin(), v.end(),
                  [&] { return static_cast<int>(random() % 10000); });
    w = v;
    std::sort(w.begin(), w.end());
    std::stable_sort(v.begin(), v.end(),
                     [](int a, int b) { return a % 100 < b % 100; });
    std::nth_element(v.begin(), v.begin() + 500, v.end());
    std::cout << v[500] << ' ' << w[0] << ' ' << w[999] << '\n';
    std::partial_sort(v.begin(), v.begin() + 10, v.end(), std::greater<>());
    std::copy_n(v.begin(), 10, std::ostream_iterator<int>(std::cout, " "));
    std::cout << '\n' << std::is_heap(v.begin(), v.end()) << ' ';
    std::make_heap(v.begin(), v.end());
    std::cout << v.front() << ' ' << std::is_heap(v.begin(), v.end()) << ' ';
    std::sort_heap(v.begin(), v.end());
    std::cout << (v == w) << '\n';
    auto end = std::unique(v.begin(), v.end());
    std::cout << end - v.begin() << ' '
              << std::inner_product(v.begin(), end, v.begin(), 0L) << ' '
              << std::transform_reduce(v.begin(), end, 0L, std::plus<>(),
                                       [](int x) { return x % 7L; })
              << ' ' << std::lower_bound(v.begin(), end, 5000) - v.begin()
              << '\n';
    std::rotate(v.begin(), v.begin() + 100, end);
    auto middle = std::partition(v.begin(), end, [](int x) { return x & 1; });
    std::cout << middle - v.begin() << ' '
              << std::count_if(
                     v.begin(), end,
                     std::bind(std::less<>(), std::placeholders::_1, 3000))
              << '\n';
    std::vector<int> set;
    std::sort(v.begin(), middle);
    std::set_difference(w.begin(), w.end(), v.begin(), middle,
                        std::back_inserter(set));
    std::partial_sum(set.begin(), set.end(), set.begin(),
                     [](int a, int b) { return (a + b) % 100003; });
    std::cout << set.size() << ' ' << set.back() << ' ' << std::gcd(set[3], 360)
              << ' ' << std::midpoint(3, 8) << '\n';
    std::vector<int> p{1, 2, 3, 4, 5};
    int n = 0;
    do
        n += p[0] * p[4];
    while (std::next_permutation(p.begin(), p.end()));
    std::shuffle(p.begin(), p.end(), random);
    std::cout << n << ' ' << p[0] << p[1] << p[2] << p[3] << p[4] << '\n';
}
