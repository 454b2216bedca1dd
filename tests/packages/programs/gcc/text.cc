// SPDX-License-Identifier: MIT
// Text: strings and views, regex, charconv, format, locale's facets.
#include <charconv>
#include <format>
#include <iostream>
#include <locale>
#include <regex>
#include <string>
#include <string_view>

using namespace std::literals;

int main()
{
    std::string s = "The year 1984 and 2001-04-12, or 31/12/1999.";
    std::regex date(R"((\d{4})-(\d\d)-(\d\d)|(\d+)/(\d+)/(\d+))");
    for (std::sregex_iterator i(s.begin(), s.end(), date), end; i != end; ++i)
        std::cout << (*i)[0] << " at " << i->position() << ' ' << i->size()
                  << '\n';
    std::cout << std::regex_replace(s, std::regex("(\\w+) (\\d+)"), "$2 $1")
              << '\n'
              << std::regex_match("aabbb"s, std::regex("(a+)(b+)")) << '\n';
    try {
        std::regex bad("(");
    } catch (const std::regex_error &e) {
        std::cout << (e.code() == std::regex_constants::error_paren) << '\n';
    }
    char buffer[64];
    for (double d : {0.1, 1e100, 123456.0, 5e-324, -1.0 / 3}) {
        auto r = std::to_chars(buffer, buffer + sizeof buffer, d);
        double back = 0;
        std::from_chars(buffer, r.ptr, back);
        std::cout << std::string_view(buffer, r.ptr) << ' ' << (back == d)
                  << ' ';
    }
    int n = 0;
    auto bad = std::from_chars("99999999999", "99999999999" + 11, n);
    std::cout << (bad.ec == std::errc::result_out_of_range) << '\n'
              << std::format("{:>8}|{:<8}|{:^8}|{:08.3f}|{:#x}|{:+d}|{}\n",
                             "right", "left", "mid", 3.14159, 255, 7, true)
              << std::format("{1} {0} {1:.2} {2:e} {3:c}\n", 1, "two\n", 1234.5,
                             'x');
    std::string t = "abc"s + "def";
    t.insert(3, 2, '-').replace(0, 1, "ABC").erase(5, 1).append(30, '=');
    std::cout << t << ' ' << t.find("def") << ' ' << t.rfind('=') << ' '
              << t.substr(2, 5) << ' ' << t.starts_with("AB"sv) << ' '
              << t.contains("Q") << ' ' << t.compare("ABD") << '\n';
    std::u16string u = u"\u00e9\U0001f600";
    std::u32string w = U"\U0001f600";
    std::cout << u.size() << ' ' << w.size() << ' ' << u8"\u00e9"sv.size()
              << ' ' << std::hash<std::string>()("x") % 1000 << '\n';
    auto &ct = std::use_facet<std::ctype<char>>(std::locale::classic());
    ct.toupper(t.data(), t.data() + 7);
    std::cout << t << ' ' << std::stoi("0x1f", nullptr, 16) << ' '
              << std::to_string(1.5) << '\n';
}
