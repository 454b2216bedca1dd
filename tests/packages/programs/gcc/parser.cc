// SPDX-License-Identifier: MIT
// A JSON parser and printer: recursion, variant trees, string building.
#include <cctype>
#include <cstdio>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

struct json;
using array = std::vector<json>;
using object = std::map<std::string, json>;
struct json {
    std::variant<std::nullptr_t, bool, double, std::string, array, object> v;
};

class reader
{
    std::istream &in;
    [[noreturn]] void fail(const std::string &what)
    {
        in.clear();
        throw std::invalid_argument(what + " at " + std::to_string(in.tellg()));
    }
    char next()
    {
        in >> std::ws;
        int c = in.get();
        return c == EOF ? '\0' : static_cast<char>(c);
    }
    void word(const char *rest)
    {
        for (; *rest; rest++)
            if (in.get() != *rest)
                fail("bad word");
    }
    std::string text()
    {
        std::string s;
        for (int c; (c = in.get()) != '"';) {
            if (c == EOF)
                fail("string without end");
            if (c == '\\') {
                switch (c = in.get()) {
                case 'n': c = '\n'; break;
                case 't': c = '\t'; break;
                case 'u': {
                    char hex[5] = {};
                    in.read(hex, 4);
                    c = static_cast<int>(std::stoul(hex, nullptr, 16));
                    if (c > 127) {
                        s += static_cast<char>(0xc0 | c >> 6);
                        c = 0x80 | (c & 63);
                    }
                }
                }
            }
            s += static_cast<char>(c);
        }
        return s;
    }

  public:
    explicit reader(std::istream &i) : in(i)
    {
    }
    json value()
    {
        switch (char c = next()) {
        case 'n': word("ull"); return {nullptr};
        case 't': word("rue"); return {true};
        case 'f': word("alse"); return {false};
        case '"': return {text()};
        case '[': {
            array a;
            while ((c = next()) != ']') {
                if (c != ',')
                    in.unget();
                a.push_back(value());
            }
            return {std::move(a)};
        }
        case '{': {
            object o;
            while ((c = next()) != '}') {
                if (c == ',')
                    c = next();
                if (c != '"')
                    fail("no key");
                std::string key = text();
                if (next() != ':')
                    fail("no colon");
                o.insert_or_assign(std::move(key), value());
            }
            return {std::move(o)};
        }
        default:
            if (c != '-' && !std::isdigit(static_cast<unsigned char>(c)))
                fail("unexpected character");
            in.unget();
            double d;
            in >> d;
            return {d};
        }
    }
};

struct writer {
    std::ostream &o;
    void operator()(std::nullptr_t) const
    {
        o << "null";
    }
    void operator()(bool b) const
    {
        o << (b ? "true" : "false");
    }
    void operator()(double d) const
    {
        o << d;
    }
    void operator()(const std::string &s) const
    {
        o << '"';
        for (char c : s) {
            if (c == '"' || c == '\\')
                o << '\\';
            if (c == '\n')
                o << "\\n";
            else
                o << c;
        }
        o << '"';
    }
    void operator()(const array &a) const
    {
        const char *sep = "[";
        for (auto &x : a) {
            o << sep;
            std::visit(*this, x.v);
            sep = ",";
        }
        o << (a.empty() ? "[]" : "]");
    }
    void operator()(const object &m) const
    {
        const char *sep = "{";
        for (auto &[k, x] : m) {
            o << sep;
            (*this)(k);
            o << ':';
            std::visit(*this, x.v);
            sep = ",";
        }
        o << (m.empty() ? "{}" : "}");
    }
};

int main()
{
    for (
        auto text :
        {R"({"b": [1, 2.5, -3e2, {"x": null}], "a": "q\"\u00e9\n", "t": true})",
         "[[[[]]], {}, \"\", false]", "{\"a\" 1}", "[1, nul]", "\"open", "[",
         "?", "{\"k\": 1, \"k\": 2}"}) {
        std::istringstream in(text);
        try {
            json j = reader(in).value();
            std::visit(writer{std::cout}, j.v);
            std::cout << '\n';
        } catch (const std::exception &e) {
            std::cout << e.what() << '\n';
        }
    }
    std::string big = "[";
    for (int i = 0; i < 400; i++)
        big += "{\"l\":" + std::to_string(i) + ",\"n\":[" +
               std::to_string(i * i) + "]},";
    big.back() = ']';
    std::istringstream in(big);
    std::ostringstream out;
    std::visit(writer{out}, reader(in).value().v);
    std::cout << out.str().size() << ' ' << (out.str() == big) << '\n';
}
