// SPDX-License-Identifier: MIT
// variant, optional, any, expected: an interpreter of expressions.
#include <any>
#include <expected>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct binary;
using expression = std::variant<long, std::string, std::unique_ptr<binary>>;
struct binary {
    char op;
    expression l, r;
};
template <class... F> struct overload : F... {
    using F::operator()...;
};

class parser
{
    std::string_view s;
    std::optional<char> peek() const
    {
        return s.empty() ? std::nullopt : std::optional(s[0]);
    }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        s.remove_prefix(1);
        return true;
    }
    using result = std::expected<expression, std::string>;
    result primary()
    {
        if (take('(')) {
            auto e = level(0);
            if (e && !take(')'))
                return std::unexpected("no )");
            return e;
        }
        size_t n = 0;
        while (n < s.size() && isalnum(static_cast<unsigned char>(s[n])))
            n++;
        if (n == 0)
            return std::unexpected("unexpected '" +
                                   std::string(1, peek().value_or('$')) + "'");
        std::string word(s.substr(0, n));
        s.remove_prefix(n);
        if (isdigit(static_cast<unsigned char>(word[0])))
            return expression(std::stol(word));
        return expression(word);
    }
    result level(int l)
    {
        static constexpr std::string_view ops[] = {"+-", "*/%"};
        if (l == 2)
            return primary();
        auto left = level(l + 1);
        while (left && peek() &&
               ops[l].find(*peek()) != std::string_view::npos) {
            char op = *peek();
            take(op);
            auto right = level(l + 1);
            if (!right)
                return right;
            left = expression(std::make_unique<binary>(op, std::move(*left),
                                                       std::move(*right)));
        }
        return left;
    }

  public:
    explicit parser(std::string_view t) : s(t)
    {
    }
    result parse()
    {
        return level(0);
    }
};

static std::expected<long, std::string> evaluate(const expression &e)
{
    using value = std::expected<long, std::string>;
    return std::visit(
        overload{[](long n) -> value { return n; },
                 [](const std::string &name) -> value {
                     if (name == "x")
                         return 10;
                     return std::unexpected("what is " + name + "?");
                 },
                 [](const std::unique_ptr<binary> &b) -> value {
                     auto l = evaluate(b->l), r = evaluate(b->r);
                     if (!l || !r)
                         return l ? r : l;
                     switch (b->op) {
                     case '+': return *l + *r;
                     case '-': return *l - *r;
                     case '*': return *l * *r;
                     case '%':
                     case '/':
                         if (*r == 0)
                             return std::unexpected("division by zero");
                         return b->op == '/' ? *l / *r : *l % *r;
                     }
                     return 0;
                 }},
        e);
}

int main()
{
    for (auto text : {"1+2*3", "(1+2)*3", "x*x-7%4/2", "1/0", "y+1", "(2", "",
                      "((((5))))-x-x", "3*(4-(5+6))"}) {
        auto e = parser(text).parse();
        auto v = e.and_then([](auto &x) { return evaluate(x); });
        std::cout << text << " = ";
        if (v)
            std::cout << *v << '\n';
        else
            std::cout << v.error() << '\n';
    }
    std::vector<std::any> bag{1, 2.5, std::string("s"), 'c', std::any{}};
    for (auto &a : bag) {
        if (auto *i = std::any_cast<int>(&a))
            std::cout << "int " << *i << '\n';
        else if (a.type() == typeid(std::string))
            std::cout << "string\n";
        else
            std::cout << (a.has_value() ? "other\n" : "nothing\n");
    }
    try {
        std::any_cast<long>(bag[0]);
    } catch (const std::bad_any_cast &e) {
        std::cout << e.what() << '\n';
    }
    std::function<long(long)> f = [&f](long n) {
        return n < 2 ? n : f(n - 1) + f(n - 2);
    };
    std::cout << f(18) << '\n';
}
