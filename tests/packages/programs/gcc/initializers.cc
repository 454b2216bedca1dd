// SPDX-License-Identifier: MIT
// Initialization: static order, function statics, constinit, aggregates,
// initializer lists, structured bindings, literals, namespaces, enums.
#include <cstdio>
#include <initializer_list>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace
{
struct logger {
    const char *name;
    explicit logger(const char *n) : name(n)
    {
        std::printf("+%s ", name);
    }
    ~logger()
    {
        std::printf("-%s ", name);
    }
};
logger first("first"), second("second");
} // namespace

namespace deep::inner
{
inline namespace v2
{
enum class colour : unsigned char { red = 3, green, blue = red << 4 };
constexpr int weight(colour c)
{
    using enum colour;
    switch (c) {
    case red: return 1;
    case green: return 10;
    case blue: return 100;
    }
    return -1;
}
} // namespace v2
} // namespace deep::inner

constinit int fixed = deep::inner::weight(deep::inner::colour::blue);
thread_local logger *current = nullptr;

struct aggregate {
    int a = 1;
    double b = 2.5;
    struct {
        char c[4];
        short s;
    } inner = {"xyz", 9};
};

class sum
{
    int total = 0;

  public:
    sum(std::initializer_list<int> l)
    {
        for (int i : l)
            total += i;
    }
    explicit sum(int n) : total(-n)
    {
    }
    template <std::size_t I> int get() const
    {
        return total + int(I);
    }
};
template <> struct std::tuple_size<sum> : std::integral_constant<size_t, 3> {
};
template <std::size_t I> struct std::tuple_element<I, sum> {
    using type = int;
};

static constexpr unsigned long long operator""_bits(const char *s)
{
    unsigned long long r = 0;
    for (; *s; s++)
        r = r * 2 + (*s == '1');
    return r;
}
static std::string operator""_twice(const char *s, std::size_t n)
{
    return std::string(s, n) + s;
}

static logger &once()
{
    static logger l("static");
    return l;
}

static std::tuple<int, std::string, double> several()
{
    return {4, "four", 4.5};
}

int main()
{
    current = &once();
    std::printf("%d %d\n", &once() == current, fixed);
    aggregate a{.b = 7}, b{3, 4, {{'q'}, 5}};
    std::printf("%d %g %s %d %s %d\n", a.a, a.b, a.inner.c, a.inner.s,
                b.inner.c, b.inner.s);
    auto [x, y, z] = sum{1, 2, 3};
    auto [p, q, r] = several();
    std::printf("%d %d %d %d %s %g %d\n", x, y, z, p, q.c_str(), r,
                sum(5).get<0>());
    std::printf("%llu %s\n", 101101_bits, "ab"_twice.c_str());
    std::map<std::string, std::pair<int, int>> m{{"a", {1, 2}}, {"b", {3, 4}}};
    if (auto [it, added] = m.try_emplace("b", 9, 9); !added)
        std::printf("%s %d\n", it->first.c_str(), it->second.second);
    for (int i = 0; auto &[k, v] : m)
        std::printf("%d%s%d ", i++, k.c_str(), v.first);
    int array[2][3] = {{1}, {2, 3}};
    auto &[row0, row1] = array;
    std::printf("%d %d\n", row0[0] + row1[1], row1[2]);
    logger local("local");
    {
        const logger &extended = logger("temporary");
        std::printf("%s\n", extended.name);
    }
    std::printf("\n");
}
