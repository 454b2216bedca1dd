// SPDX-License-Identifier: MIT
// A small virtual machine with a heap, garbage collection and dispatch by
// member pointers: branches, tables and indirect calls in C++.
#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class machine
{
    struct cell {
        int head = -1, tail = -1;
        bool marked = false, used = false;
        long atom = 0;
    };
    std::array<cell, 300> heap;
    std::vector<int> stack;
    std::vector<std::string_view> code;
    std::size_t pc = 0;
    int collections = 0;

    using operation = void (machine::*)();
    static const std::map<std::string_view, operation> operations;

    void mark(int c)
    {
        while (c >= 0 && !heap[c].marked) {
            heap[c].marked = true;
            mark(heap[c].head);
            c = heap[c].tail;
        }
    }
    void collect()
    {
        collections++;
        for (int c : stack)
            mark(c);
        for (auto &c : heap)
            c.used = std::exchange(c.marked, false);
    }
    int allocate()
    {
        for (int again = 0; again < 2; again++) {
            for (std::size_t i = 0; i < heap.size(); i++) {
                if (!heap[i].used) {
                    heap[i] = {.used = true};
                    return static_cast<int>(i);
                }
            }
            collect();
        }
        throw std::runtime_error("heap is full");
    }
    int pop()
    {
        if (stack.empty())
            throw std::underflow_error("stack is empty");
        int c = stack.back();
        stack.pop_back();
        return c;
    }
    void number(long n)
    {
        int c = allocate();
        heap[c].atom = n;
        stack.push_back(c);
    }
    void cons()
    {
        int c = allocate();
        heap[c].tail = pop();
        heap[c].head = pop();
        stack.push_back(c);
    }
    void add()
    {
        number(heap[pop()].atom + heap[pop()].atom);
    }
    void mul()
    {
        number(heap[pop()].atom * heap[pop()].atom % 1000003);
    }
    void dup()
    {
        stack.push_back(stack.at(stack.size() - 1));
    }
    void drop()
    {
        pop();
    }
    void over()
    {
        stack.push_back(stack.at(stack.size() - 2));
    }
    void jump()
    {
        if (heap[pop()].atom)
            pc -= static_cast<std::size_t>(heap[pop()].atom);
        else
            pop();
    }
    void swap()
    {
        std::swap(stack.at(stack.size() - 1), stack.at(stack.size() - 2));
    }

  public:
    long run(std::string_view text)
    {
        code.clear(), stack.clear(), pc = 0, heap = {}, collections = 0;
        while (!text.empty()) {
            auto n = text.find(' ');
            code.push_back(text.substr(0, n));
            text.remove_prefix(n == text.npos ? text.size() : n + 1);
        }
        for (int fuel = 20000; pc < code.size() && fuel; fuel--) {
            auto word = code[pc++];
            if (auto op = operations.find(word); op != operations.end())
                (this->*op->second)();
            else
                number(std::stol(std::string(word)));
        }
        std::printf("%d collections, %zu deep: ", collections, stack.size());
        return heap[pop()].atom;
    }
};

const std::map<std::string_view, machine::operation> machine::operations{
    {"cons", &machine::cons}, {"+", &machine::add},
    {"*", &machine::mul},     {"dup", &machine::dup},
    {"drop", &machine::drop}, {"over", &machine::over},
    {"jump", &machine::jump}, {"swap", &machine::swap}};

int main()
{
    machine m;
    for (auto text :
         {"1 2 + 3 *", "1 500 over 3 * 7 + swap -1 + dup 0 + 9 swap over drop",
          "5 500 swap 3 * 7 + swap -1 + dup 13 swap jump drop",
          "1 1 cons 1 1 cons cons 3 dup *", "+", "1 dup cons 5 1 jump",
          "2 1 cons 8 1 jump", "x"}) {
        try {
            std::printf("%ld\n", m.run(text));
        } catch (const std::exception &e) {
            std::printf("%s\n", e.what());
        }
    }
}
