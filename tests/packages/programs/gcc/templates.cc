// SPDX-License-Identifier: MIT
// Templates: variadic, partial specialization, SFINAE, concepts, constexpr
// tables, expression templates, CRTP, fold expressions.
#include <array>
#include <concepts>
#include <cstdio>
#include <tuple>
#include <type_traits>
#include <utility>

template <class... T> struct list;
template <class L> struct reverse;
template <> struct reverse<list<>> {
    using type = list<>;
};
template <class L, class T> struct append;
template <class... T, class U> struct append<list<T...>, U> {
    using type = list<T..., U>;
};
template <class H, class... T> struct reverse<list<H, T...>> {
    using type = typename append<typename reverse<list<T...>>::type, H>::type;
};
static_assert(std::is_same_v<reverse<list<int, char, long>>::type,
                             list<long, char, int>>);

template <std::size_t N> constexpr auto sieve()
{
    std::array<bool, N> composite{};
    for (std::size_t i = 2; i * i < N; i++)
        for (std::size_t j = i * i; j < N && !composite[i]; j += i)
            composite[j] = true;
    return composite;
}

template <int N> struct fibonacci {
    static constexpr long value =
        fibonacci<N - 1>::value + fibonacci<N - 2>::value;
};
template <> struct fibonacci<1> {
    static constexpr long value = 1;
};
template <> struct fibonacci<0> {
    static constexpr long value = 0;
};

template <class T>
concept shape = requires(const T t)
{
    {
        t.area()
        } -> std::convertible_to<double>;
    requires std::is_class_v<T>;
};

template <class Self> struct described {
    double doubled() const
    {
        return 2 * static_cast<const Self *>(this)->area();
    }
};
struct square : described<square> {
    double side;
    explicit square(double s) : side(s)
    {
    }
    double area() const
    {
        return side * side;
    }
};
struct circle {
    double area() const
    {
        return 3;
    }
};

template <shape... S> double total(const S &...s)
{
    return (s.area() + ... + 0.0);
}
template <class T> int pick(T)
{
    return 0;
}
template <shape T> int pick(T)
{
    return 1;
}
template <shape T>
requires requires(T t)
{
    t.doubled();
}
int pick(T)
{
    return 2;
}

template <class L, class R> struct sum {
    const L &l;
    const R &r;
    double operator[](int i) const
    {
        return l[i] + r[i];
    }
};
struct vec {
    double v[64];
    double operator[](int i) const
    {
        return v[i];
    }
    template <class E> vec &operator=(const E &e)
    {
        for (int i = 0; i < 64; i++)
            v[i] = e[i];
        return *this;
    }
};
template <class L, class R> sum<L, R> operator+(const L &l, const R &r)
{
    return {l, r};
}

template <class T, std::size_t... I>
long fold(const T &t, std::index_sequence<I...>)
{
    return ((static_cast<long>(std::get<I>(t)) * long(I + 1)) + ...);
}

template <auto V> struct constant {
    static constexpr auto value = V;
};

consteval int squared(int n)
{
    return n * n;
}

int main()
{
    constexpr auto primes = sieve<2000>();
    int count = 0;
    for (bool c : primes)
        count += !c;
    std::printf("%d %ld\n", count, fibonacci<80>::value);
    std::printf("%g %g %d%d%d\n", total(square(2), circle(), square(3)),
                square(4).doubled(), pick(1), pick(circle()), pick(square(1)));
    vec a{}, b{}, c{};
    for (int i = 0; i < 64; i++)
        a.v[i] = i, b.v[i] = i * i;
    c = a + b + a + b;
    std::printf("%g\n", c[63]);
    auto t = std::make_tuple(1, 'a', 2.9, 100L, short(7));
    std::printf("%ld %d\n", fold(t, std::make_index_sequence<5>()),
                constant<squared(12)>::value);
    auto visit = [](auto &&...x) {
        long h = 0;
        ((h = h * 3 + static_cast<long>(x)), ...);
        return h;
    };
    std::printf("%ld\n", std::apply(visit, t));
}
