// SPDX-License-Identifier: MIT
// Classes: virtual and multiple inheritance, run-time types, member pointers,
// operators new and delete, order of construction.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <typeinfo>

static int allocations;
static std::string order;

void *operator new(std::size_t n)
{
    allocations++;
    if (void *p = std::malloc(n))
        return p;
    throw std::bad_alloc();
}
void operator delete(void *p) noexcept
{
    std::free(p);
}
void operator delete(void *p, std::size_t) noexcept
{
    std::free(p);
}

struct base {
    int id;
    explicit base(int i) : id(i)
    {
        order += 'b';
    }
    virtual ~base()
    {
        order += 'B';
    }
    virtual int f(int x)
    {
        return x + id;
    }
    virtual base *clone() const
    {
        return new base(*this);
    }
};
struct left : virtual base {
    int l = 1;
    left() : base(1)
    {
        order += 'l';
    }
    ~left() override
    {
        order += 'L';
    }
    int f(int x) override
    {
        return base::f(x) * 2 + l;
    }
    left *clone() const override
    {
        return new left(*this);
    }
};
struct right : virtual base {
    long r[3] = {2, 3, 4};
    right() : base(2)
    {
        order += 'r';
    }
    ~right() override
    {
        order += 'R';
    }
    virtual int g(int x)
    {
        return static_cast<int>(r[x % 3]) + id;
    }
};
struct both final : left, right {
    both() : base(3)
    {
        order += 'x';
    }
    ~both() override
    {
        order += 'X';
    }
    int f(int x) override
    {
        return left::f(x) - g(x);
    }
    int g(int x) override
    {
        return right::g(x + 1);
    }
    both *clone() const override
    {
        return new both(*this);
    }
};
class counted
{
    static inline int live;
    int n;

  public:
    counted(int x = 0) : n(x)
    {
        live++;
    }
    counted(const counted &o) : n(o.n)
    {
        live++;
    }
    counted(counted &&o) noexcept : n(o.n)
    {
        o.n = 0, live++;
    }
    ~counted()
    {
        live--;
    }
    counted &operator=(const counted &) = default;
    counted operator+(const counted &o) const
    {
        return n + o.n;
    }
    counted &operator++()
    {
        return ++n, *this;
    }
    counted operator++(int)
    {
        return n++;
    }
    explicit operator bool() const
    {
        return n != 0;
    }
    int operator()(int x) const
    {
        return n * x;
    }
    int operator[](int i, int j) const
    {
        return n * i + j;
    }
    static int alive()
    {
        return live;
    }
    friend int value(const counted &c)
    {
        return c.n;
    }
};

static int use(base &b, int (base::*m)(int))
{
    return (b.*m)(5);
}

int main()
{
    {
        both x;
        base *b = &x;
        right *r = dynamic_cast<right *>(b);
        left *l = dynamic_cast<left *>(r);
        std::printf("%d %d %d %d\n", b->f(3), r->g(4), l->f(1),
                    use(x, &base::f));
        std::printf("%d %d %s\n", dynamic_cast<both *>(b) == &x,
                    dynamic_cast<void *>(r) == &x, typeid(*b).name());
        base *c = b->clone();
        std::printf("%s %d\n", typeid(*c).name(), c->f(2));
        delete c;
        left only;
        std::printf("%d\n", dynamic_cast<right *>(static_cast<base *>(&only)) ==
                                nullptr);
    }
    std::printf("%s %d\n", order.c_str(), allocations > 0);
    {
        counted a = 3, b = a + 4, v[5];
        counted c = std::move(b);
        v[2] = a++ + ++c;
        std::printf("%d %d %d %d %d %d\n", value(a), value(c), value(v[2]),
                    v[2](3), c[2, 3], counted::alive());
        if (v[0] || !v[2])
            std::puts("wrong");
    }
    int left::*member = &left::l;
    left z;
    z.*member += 8;
    std::printf("%d %d\n", z.l, counted::alive());
    alignas(64) unsigned char room[sizeof(both)];
    both *p = new (room) both;
    std::printf("%d\n", p->f(7));
    p->~both();
}
