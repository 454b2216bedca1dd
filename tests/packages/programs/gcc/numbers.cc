// SPDX-License-Identifier: MIT
// Numbers: valarray, complex, random, ratio, bit, chrono, long arithmetic.
#include <bit>
#include <chrono>
#include <complex>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <random>
#include <ratio>
#include <valarray>
#include <vector>

class natural
{
    std::vector<std::uint32_t> d;

  public:
    natural(std::uint32_t n) : d{n}
    {
    }
    natural &operator*=(std::uint32_t m)
    {
        std::uint64_t carry = 0;
        for (auto &x : d) {
            carry += std::uint64_t(x) * m;
            x = static_cast<std::uint32_t>(carry % 1000000000);
            carry /= 1000000000;
        }
        if (carry)
            d.push_back(static_cast<std::uint32_t>(carry));
        return *this;
    }
    friend std::ostream &operator<<(std::ostream &o, const natural &n)
    {
        o << n.d.back();
        for (auto i = n.d.rbegin() + 1; i != n.d.rend(); ++i)
            o << std::setw(9) << std::setfill('0') << *i;
        return o;
    }
};

int main()
{
    using namespace std::chrono;
    std::valarray<double> a(20), b(2.0, 20);
    for (std::size_t i = 0; i < 20; i++)
        a[i] = static_cast<double>(i) / 4;
    b *= a;
    b[std::slice(0, 5, 3)] = -1.0;
    b[a > 3.0] = 10.0;
    std::cout << b.sum() << ' ' << b.max() << ' ' << (a * b)[7] << ' '
              << b.cshift(3)[0] << '\n';
    std::complex<double> z(1, 1), r = 1;
    for (int i = 0; i < 9; i++)
        r *= z;
    std::cout << r << ' ' << std::norm(r) << ' ' << std::conj(r / z) << '\n';
    std::mt19937_64 big(7);
    std::minstd_rand small(7);
    std::ranlux24_base lux(7);
    std::uint64_t h = 0;
    for (int i = 0; i < 700; i++)
        h = std::rotl(h, 5) ^ big() ^ small() ^ lux();
    std::cout << h << ' ' << std::popcount(h) << ' ' << std::bit_width(h >> 9)
              << ' ' << std::has_single_bit(64u) << ' '
              << std::bit_cast<std::uint64_t>(1.5) << ' '
              << std::byteswap(std::uint32_t(0x01020304)) << '\n';
    std::uniform_int_distribution<int> die(1, 6);
    int faces[7] = {};
    for (int i = 0; i < 6000; i++)
        faces[die(small)]++;
    for (int f : faces)
        std::cout << f << ' ';
    using third = std::ratio_add<std::ratio<1, 12>, std::ratio<1, 4>>;
    std::cout << third::num << '/' << third::den << '\n';
    natural n = 1;
    for (std::uint32_t i = 1; i <= 100; i++)
        n *= i;
    std::cout << n << '\n';
    auto day = sys_days(2024y / February / last);
    year_month_day next = day + days(366);
    std::cout << next << ' ' << weekday(day) << ' '
              << (sys_days(next) - day).count() << ' '
              << hh_mm_ss(12345s + 67ms) << ' '
              << duration_cast<minutes>(100000s).count() << '\n';
}
