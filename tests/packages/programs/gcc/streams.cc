// SPDX-License-Identifier: MIT
// Streams: formatting, manipulators, parsing, string and file buffers.
#include <fstream>
#include <iomanip>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>

struct fraction {
    int n, d;
};

static std::ostream &operator<<(std::ostream &o, const fraction &f)
{
    return o << f.n << '/' << f.d;
}

static std::istream &operator>>(std::istream &i, fraction &f)
{
    char slash = 0;
    if (i >> f.n >> slash >> f.d && slash != '/')
        i.setstate(std::ios::failbit);
    return i;
}

int main()
{
    std::ostringstream o;
    o << std::hex << std::showbase << 255 << ' ' << std::oct << 8 << ' '
      << std::dec << std::showpos << 5 << std::noshowpos << ' ' << std::setw(8)
      << std::setfill('*') << std::left << 42 << std::right << std::setw(8)
      << std::internal << -42 << ' ' << std::boolalpha << true << '\n'
      << std::fixed << std::setprecision(3) << 3.14159 << ' ' << std::scientific
      << 12345.678 << ' ' << std::defaultfloat << 0.1 << ' ' << std::hexfloat
      << 1.5 << ' ' << std::uppercase << std::hex << 0xabc << '\n';
    std::cout << o.str();
    std::istringstream in("1/2 3/4 5-6 7/8 x");
    fraction f{};
    while (in >> f)
        std::cout << f << ' ';
    std::cout << in.fail() << in.eof() << '\n';
    in.clear();
    in.ignore(std::numeric_limits<std::streamsize>::max(), ' ');
    std::string rest;
    std::getline(in, rest);
    std::cout << '[' << rest << "]\n";
    {
        std::ofstream out("streams.tmp", std::ios::binary);
        for (int i = 0; i < 1000; i++)
            out << i << (i % 10 == 9 ? '\n' : ' ');
    }
    std::ifstream file("streams.tmp");
    long sum = 0;
    int lines = 0;
    for (std::string line; std::getline(file, line); lines++) {
        std::istringstream words(line);
        for (int x; words >> x;)
            sum += x * (lines + 1);
    }
    file.clear();
    file.seekg(-4, std::ios::end);
    int last = 0;
    file >> last;
    std::cout << lines << ' ' << sum << ' ' << last << ' ' << file.tellg()
              << '\n'
              << std::quoted("a \"b\"") << ' ' << std::setw(6) << "pad" << '\n';
    file.exceptions(std::ios::failbit);
    try {
        file >> f;
    } catch (const std::ios_base::failure &e) {
        std::cout << "failure\n";
    }
    std::cerr << "to stderr " << std::put_money(0) << std::endl;
}
