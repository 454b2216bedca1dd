// SPDX-License-Identifier: MIT
// Iterators and sorts of one's own, generic over containers; traits.
#include <compare>
#include <cstdint>
#include <deque>
#include <iostream>
#include <iterator>
#include <list>
#include <string>
#include <vector>

class range
{
    long a, b, s;

  public:
    struct iterator {
        using iterator_category = std::random_access_iterator_tag;
        using value_type = long;
        using difference_type = std::ptrdiff_t;
        using pointer = const long *;
        using reference = long;
        long at, step;
        long operator*() const
        {
            return at;
        }
        iterator &operator++()
        {
            return at += step, *this;
        }
        iterator operator+(difference_type n) const
        {
            return {at + n * step, step};
        }
        difference_type operator-(iterator o) const
        {
            return (at - o.at) / step;
        }
        bool operator==(const iterator &o) const
        {
            return at == o.at;
        }
        auto operator<=>(const iterator &o) const
        {
            return at <=> o.at;
        }
    };
    range(long from, long to, long step = 1) : a(from), b(to), s(step)
    {
    }
    iterator begin() const
    {
        return {a, s};
    }
    iterator end() const
    {
        return {b, s};
    }
};

template <class I, class C> static void quick(I b, I e, C less)
{
    while (e - b > 12) {
        auto pivot = *(b + (e - b) / 2);
        I i = b, j = e - 1;
        for (;;) {
            while (less(*i, pivot))
                ++i;
            while (less(pivot, *j))
                --j;
            if (i >= j)
                break;
            std::iter_swap(i++, j--);
        }
        quick(i, e, less);
        e = i;
    }
    for (I i = b; i != e; ++i) {
        auto v = std::move(*i);
        I j = i;
        for (; j != b && less(v, *std::prev(j)); --j)
            *j = std::move(*std::prev(j));
        *j = std::move(v);
    }
}

template <class C> static void merge_sort(C &c)
{
    if (c.size() < 2)
        return;
    C half;
    auto middle = std::next(c.begin(), static_cast<long>(c.size() / 2));
    half.splice(half.end(), c, c.begin(), middle);
    merge_sort(half);
    merge_sort(c);
    c.merge(half);
}

static void radix(std::vector<std::uint32_t> &v)
{
    std::vector<std::uint32_t> w(v.size());
    for (int shift = 0; shift < 32; shift += 8) {
        std::size_t count[257] = {};
        for (auto x : v)
            count[(x >> shift & 255) + 1]++;
        for (int i = 0; i < 256; i++)
            count[i + 1] += count[i];
        for (auto x : v)
            w[count[x >> shift & 255]++] = x;
        v.swap(w);
    }
}

struct version {
    int major, minor;
    std::string tag;
    std::strong_ordering operator<=>(const version &) const = default;
};

int main()
{
    std::vector<std::uint32_t> u;
    std::vector<std::string> s;
    std::deque<version> d;
    std::list<long> l;
    std::uint32_t x = 2463534242;
    for (long i : range(0, 3000, 3)) {
        x ^= x << 13, x ^= x >> 17, x ^= x << 5;
        u.push_back(x);
        s.push_back(std::to_string(x % 9973) + "k");
        d.push_back(
            {int(x % 7), int(x >> 8 & 3), std::string(1, char('a' + x % 3))});
        l.push_back(i * x % 1009);
    }
    radix(u);
    quick(s.begin(), s.end(), std::greater<>());
    quick(d.begin(), d.end(), std::less<>());
    merge_sort(l);
    std::uint64_t h = 0;
    for (auto v : u)
        h = h * 31 + v;
    for (auto &v : s)
        h = h * 31 + v[0] + v.size();
    for (auto &v : d)
        h = h * 31 + std::uint64_t(v.major * 100 + v.minor * 10 + v.tag[0]);
    for (auto v : l)
        h = h * 31 + std::uint64_t(v);
    std::cout << h << ' ' << u.front() << ' ' << s.front() << ' '
              << d.back().major << d.back().tag << ' ' << l.back() << '\n';
    auto r = range(10, 0, -2);
    std::cout << r.end() - r.begin() << ' ' << *(r.begin() + 3) << '\n';
}
