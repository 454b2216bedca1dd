// SPDX-License-Identifier: MIT
// The standard containers with types of their own.
#include <array>
#include <bitset>
#include <deque>
#include <forward_list>
#include <iostream>
#include <list>
#include <map>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct point {
    int x, y;
    auto operator<=>(const point &) const = default;
};

template <> struct std::hash<point> {
    size_t operator()(const point &p) const noexcept
    {
        return static_cast<size_t>(p.x * 31 + p.y);
    }
};

template <class C> static long digest(const C &c)
{
    long h = 17;
    for (const auto &v : c)
        h = (h * 31 + v) % 1000003;
    return h;
}

int main()
{
    std::vector<int> v;
    std::deque<int> d;
    std::list<int> l;
    std::forward_list<int> f;
    std::map<point, std::string> m;
    std::multiset<int, std::greater<>> s;
    std::unordered_map<point, int> u;
    std::priority_queue<int> q;
    std::bitset<100> b;
    std::array<std::vector<bool>, 3> a;

    for (int i = 0; i < 500; i++) {
        int x = i * 7919 % 503;
        v.insert(v.begin() + (i ? x % i : 0), x);
        x % 2 ? d.push_front(x) : d.push_back(x);
        l.push_back(x);
        f.push_front(x);
        m[{x % 23, x % 5}] += static_cast<char>('a' + i % 26);
        s.insert(x % 40);
        u[{x % 17, x % 3}] += x;
        q.push(x);
        b.flip(static_cast<size_t>(x % 100));
        a[static_cast<size_t>(i % 3)].push_back(x % 3 == 0);
    }
    l.sort();
    l.unique([](int p, int r) { return p / 3 == r / 3; });
    f.reverse();
    f.remove_if([](int x) { return x % 4 == 1; });
    std::cout << digest(v) << ' ' << digest(d) << ' ' << digest(l) << ' '
              << digest(f) << ' ' << digest(s) << '\n';
    for (auto it = m.lower_bound({20, 0}); it != m.end(); ++it)
        std::cout << it->first.x << ',' << it->first.y << '=' << it->second
                  << '\n';
    auto node = m.extract(m.begin());
    node.key() = {99, 99};
    m.insert(std::move(node));
    long total = 0;
    for (auto &[p, n] : u)
        total += p.x * n - p.y;
    std::cout << total << ' ' << m.rbegin()->second << ' ' << b.count() << ' '
              << q.top() << ' ' << digest(a[1]) << ' ' << s.count(7) << '\n';
}
