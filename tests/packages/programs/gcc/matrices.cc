// SPDX-License-Identifier: MIT
// Matrices: templates over size and type, loops for the vectorizer, an exact
// determinant of fractions, a linear system.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>

struct fraction {
    std::int64_t n = 0, d = 1;
    constexpr fraction(std::int64_t a = 0, std::int64_t b = 1) : n(a), d(b)
    {
        std::int64_t g = std::gcd(n, d);
        if (g > 1)
            n /= g, d /= g;
        if (d < 0)
            n = -n, d = -d;
    }
    friend fraction operator+(fraction a, fraction b)
    {
        return {a.n * b.d + b.n * a.d, a.d * b.d};
    }
    friend fraction operator-(fraction a, fraction b)
    {
        return {a.n * b.d - b.n * a.d, a.d * b.d};
    }
    friend fraction operator*(fraction a, fraction b)
    {
        return {a.n * b.n, a.d * b.d};
    }
    friend fraction operator/(fraction a, fraction b)
    {
        return {a.n * b.d, a.d * b.n};
    }
    friend bool operator==(fraction, fraction) = default;
};

template <class T, int R, int C> struct matrix {
    std::array<std::array<T, C>, R> m{};
    auto &operator[](int r)
    {
        return m[static_cast<std::size_t>(r)];
    }
    auto &operator[](int r) const
    {
        return m[static_cast<std::size_t>(r)];
    }
    template <int K> matrix<T, R, K> operator*(const matrix<T, C, K> &o) const
    {
        matrix<T, R, K> p;
        for (int i = 0; i < R; i++)
            for (int k = 0; k < C; k++)
                for (int j = 0; j < K; j++)
                    p.m[i][j] = p.m[i][j] + m[i][k] * o.m[k][j];
        return p;
    }
    matrix<T, C, R> transposed() const
    {
        matrix<T, C, R> t;
        for (int i = 0; i < R; i++)
            for (int j = 0; j < C; j++)
                t.m[j][i] = m[i][j];
        return t;
    }
};

template <class T, int N> static T determinant(matrix<T, N, N> a)
{
    T d = T(1);
    for (int i = 0; i < N; i++) {
        int p = i;
        while (p < N && a.m[p][i] == T(0))
            p++;
        if (p == N)
            return T(0);
        if (p != i) {
            std::swap(a.m[p], a.m[i]);
            d = d * T(-1);
        }
        d = d * a.m[i][i];
        for (int r = i + 1; r < N; r++) {
            T f = a.m[r][i] / a.m[i][i];
            for (int c = i; c < N; c++)
                a.m[r][c] = a.m[r][c] - f * a.m[i][c];
        }
    }
    return d;
}

template <class T, int N> static void test(const char *name)
{
    matrix<T, N, N> a, b;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a.m[i][j] = T((i * 7 + j * 3) % 11);
            b.m[i][j] = T(i == j ? 2 : (i + j) % 3);
        }
    auto c = (a * b).transposed() * a;
    double trace = 0;
    for (int i = 0; i < N; i++)
        trace += static_cast<double>(c.m[i][i]) * (i + 1);
    std::printf("%s %d %.1f\n", name, N, trace);
}

int main()
{
    test<int, 4>("int");
    test<int, 32>("int");
    test<std::int8_t, 16>("int8");
    test<std::uint16_t, 24>("uint16");
    test<long, 17>("long");
    test<float, 16>("float");
    test<double, 31>("double");
    matrix<fraction, 5, 5> f;
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < 5; j++)
            f.m[i][j] = fraction(1, i + j + 1);
    auto d = determinant(f);
    std::printf("%lld/%lld\n", static_cast<long long>(d.n),
                static_cast<long long>(d.d));
    matrix<double, 3, 3> s;
    s.m = {{{2, 0, 1}, {1, 3, 2}, {1, 1, 4}}};
    std::printf("%g\n", determinant(s));
}
