// SPDX-License-Identifier: MIT
// Templates and classes for g++, and containers of the library.

#include <vector>

template <int N> struct fibonacci {
    static constexpr unsigned value =
        fibonacci<N - 1>::value + fibonacci<N - 2>::value;
};
template <> struct fibonacci<1> {
    static constexpr unsigned value = 1;
};
template <> struct fibonacci<0> {
    static constexpr unsigned value = 0;
};

class shape {
public:
    virtual ~shape() = default;
    virtual double area() const = 0;
};

template <typename T> class square : public shape {
    T side;

public:
    explicit square(T s) : side(s) {}
    double area() const override { return double(side) * double(side); }
};

double shapes_area(const std::vector<shape *> &shapes)
{
    std::vector<double> areas;
    for (const shape *s : shapes)
        areas.push_back(s->area());
    auto more = [](double a, double b) { return a > b; };
    for (unsigned i = 1; i < areas.size(); i++)
        if (more(areas[i], areas[i - 1]))
            areas.erase(areas.begin() + i);
    double sum = fibonacci<20>::value;
    for (double a : areas)
        sum += a;
    return sum;
}

shape *shape_new(int kind)
{
    switch (kind) {
    case 0: return new square<int>(3);
    case 1: return new square<float>(2.5f);
    default: return new square<long>(kind);
    }
}
