// SPDX-License-Identifier: MIT
// Smart pointers: shared and weak, custom deleters, cycles, enable_shared,
// a graph, allocators of one's own, polymorphic memory resources.
#include <cstddef>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <memory_resource>
#include <string>
#include <vector>

struct vertex : std::enable_shared_from_this<vertex> {
    static inline int live = 0;
    std::string name;
    std::vector<std::weak_ptr<vertex>> edges;
    std::shared_ptr<vertex> owner;
    explicit vertex(std::string n) : name(std::move(n))
    {
        live++;
    }
    ~vertex()
    {
        live--;
    }
    void join(const std::shared_ptr<vertex> &o)
    {
        edges.push_back(o);
        o->edges.push_back(weak_from_this());
    }
};

template <class T> struct arena_allocator {
    using value_type = T;
    std::byte *&at;
    explicit arena_allocator(std::byte *&a) : at(a)
    {
    }
    template <class U> arena_allocator(const arena_allocator<U> &o) : at(o.at)
    {
    }
    T *allocate(std::size_t n)
    {
        void *p = at;
        std::size_t room = 1 << 16;
        std::align(alignof(T), n * sizeof(T), p, room);
        at = static_cast<std::byte *>(p) + n * sizeof(T);
        return static_cast<T *>(p);
    }
    void deallocate(T *, std::size_t)
    {
    }
    bool operator==(const arena_allocator &) const = default;
};

int main()
{
    {
        std::map<std::string, std::shared_ptr<vertex>> graph;
        for (int i = 0; i < 30; i++) {
            auto name = "v" + std::to_string(i);
            graph[name] = std::make_shared<vertex>(name);
        }
        for (int i = 1; i < 30; i++)
            graph["v" + std::to_string(i)]->join(
                graph["v" + std::to_string(i * i % 13)]);
        std::map<std::string, int> seen;
        std::function<void(vertex &, int)> walk = [&](vertex &v, int depth) {
            if (!seen.emplace(v.name, depth).second)
                return;
            for (auto &w : v.edges)
                if (auto o = w.lock())
                    walk(*o, depth + 1);
        };
        walk(*graph["v1"], 0);
        int sum = 0;
        for (auto &[n, d] : seen)
            sum += d;
        graph.erase("v3");
        std::cout << seen.size() << ' ' << sum << ' ' << vertex::live << ' '
                  << graph["v5"]->edges[0].expired() << '\n';
        graph["v1"]->owner = graph["v2"];
        std::cout << graph["v2"].use_count() << '\n';
    }
    std::cout << vertex::live << '\n';
    {
        auto closer = [](FILE *f) {
            std::cout << "closed\n";
            fclose(f);
        };
        std::unique_ptr<FILE, decltype(closer)> f(fopen("/dev/null", "r"));
        std::shared_ptr<int[]> many(new int[10]{1, 2, 3});
        std::shared_ptr<int> alias(many, &many[1]);
        many.reset();
        std::cout << *alias << ' ' << alias.use_count() << '\n';
        std::unique_ptr<vertex> u = std::make_unique<vertex>("u");
        std::shared_ptr<vertex> s = std::move(u);
        std::cout << !u << s->shared_from_this()->name << '\n';
    }
    alignas(16) static std::byte room[1 << 16];
    std::byte *at = room;
    std::vector<long, arena_allocator<long>> v{arena_allocator<long>(at)};
    for (long i = 0; i < 1000; i++)
        v.push_back(i * i);
    std::cout << v[999] << ' ' << (at - room) << '\n';
    std::pmr::monotonic_buffer_resource pool(4096);
    std::pmr::vector<std::pmr::string> words(&pool);
    for (int i = 0; i < 100; i++)
        words.emplace_back("a rather long word " + std::to_string(i));
    std::cout << words[57] << ' ' << words.size() << '\n';
}
