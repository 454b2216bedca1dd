// SPDX-License-Identifier: MIT
// The file system library: directories, links, sizes, errors.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

int main()
{
    fs::path top = "files.tmp";
    fs::remove_all(top);
    fs::create_directories(top / "a" / "b" / "c");
    for (int i = 0; i < 10; i++)
        std::ofstream(top / "a" / ("f" + std::to_string(i)))
            << std::string(static_cast<std::size_t>(i) * 100, 'x');
    fs::create_symlink("f5", top / "a" / "link");
    fs::create_hard_link(top / "a" / "f3", top / "a" / "b" / "hard");
    fs::copy_file(top / "a" / "f7", top / "a" / "b" / "copy");
    fs::rename(top / "a" / "f1", top / "a" / "b" / "c" / "moved");
    fs::resize_file(top / "a" / "f2", 12345);
    fs::permissions(top / "a" / "f4", fs::perms::owner_read);
    std::vector<std::string> lines;
    for (auto &e : fs::recursive_directory_iterator(top)) {
        auto p = e.path().lexically_relative(top);
        std::string line = p.generic_string();
        if (e.is_symlink())
            line += " -> " + fs::read_symlink(e).string();
        else if (e.is_regular_file())
            line += ' ' + std::to_string(e.file_size()) + ' ' +
                    std::to_string(e.hard_link_count());
        else
            line += '/';
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    for (auto &l : lines)
        std::cout << l << '\n';
    std::error_code error;
    fs::remove(top / "a", error);
    std::cout << error.message() << ' '
              << (error == std::errc::directory_not_empty) << '\n';
    try {
        (void)fs::file_size(top / "nothing");
    } catch (const fs::filesystem_error &e) {
        std::cout << e.path1().filename() << ' ' << e.code().value() << '\n';
    }
    fs::path p = "/usr/lib/../share//doc/a.tar.gz";
    std::cout << p.lexically_normal() << ' ' << p.stem() << ' ' << p.extension()
              << ' ' << p.parent_path().filename() << ' '
              << fs::path("a/b").append("c").concat(".d") << '\n'
              << fs::equivalent(top / "a" / "f3", top / "a" / "b" / "hard")
              << fs::exists(top / "a" / "f1") << ' ' << fs::remove_all(top)
              << '\n';
}
