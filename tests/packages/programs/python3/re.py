# SPDX-License-Identifier: MIT
"""re, strings, unicode, codecs, tokenizer."""
import ast, codecs, difflib, fnmatch, glob, io, keyword, locale, re, shlex, string, textwrap, tokenize, unicodedata, dis

t = "The year 1999, the years 2001-2003; cost: $42.50, x=0x1F é ß"
print(re.findall(r"\d+", t), re.findall(r"(\w)(\d)", t), re.search(r"(?P<a>\d+)-(?P<b>\d+)", t).groupdict(), re.split(r"[,;]\s*", t), re.sub(r"(\d+)", r"<\1>", t, count=2), re.subn("e", "E", t)[1])
print([m.span() for m in re.finditer(r"\b\w", t)][:5], re.match("x", t), re.fullmatch(r"\w+", "abc é") is None, re.compile(r"^the", re.I | re.M).sub("A", "The\nthe"), re.sub(r"\w+", lambda m: m[0].title(), "ab cd"), re.escape("a.b*c"))
print(re.findall(r"(?<=\$)\d+\.\d+", t), re.findall(r"\d(?=(?:\d{3})+$)", "1234567"), re.findall(r"(?<!x)y", "xyyy"), re.match(r"(\()?a(?(1)\))$", "(a)").group(), re.findall(r"(.)\1", "aabbcd"), re.match(r"(?i:A)b", "ab") is not None, re.findall("a+?", "aaa"), re.findall(r"(?>a+)b", "aab"), re.findall(r"a++b", "aab"))
print(re.findall(r"\w+", "naïve café Ελλάδα 数字 १२"), re.findall(r"\w+", "naïve", re.A), re.findall(r"\d", "१२3"), re.search(r"(?s)a.b", "a\nb").group(), re.search(r"(?x) a  b # c", "ab").span(), re.IGNORECASE | re.M, re.search("ſ", "S", re.I) is not None)
for bad in ("(", "[a", "*a", "(?P<1>x)", "a{3,2}", r"\1", "(?<=a+)b", "[z-a]", "(?z)"):
    try: re.compile(bad)
    except re.error as e: print(bad, e.msg, e.pos)
print(re.match(r"(a?){25}a{25}", "a" * 25) is not None, re.search("(x+x+)+y", "x" * 18), len(re.findall(r"(a|b)*c", "ab" * 5000 + "c")), re.search(r"(.*)(\d+)(.*)", "x" * 1000 + "5" + "y" * 1000).span(2))
text = " ".join(f"word{i * 7919 % 1000}" for i in range(20000)); print(len(re.findall(r"\bword(\d)\d*5\b", text)), len(re.sub(r"o(?=r)", "00", text)), re.compile(rb"\x00\xff+").findall(b"\x00\xff\xff\x00"), len(re.split(r"\s|d", text)))
sc = re.Scanner([(r"\d+", lambda s, x: int(x)), (r"[a-z]+", lambda s, x: x), (r"\s+", None)]); print(sc.scan("12 ab 7 !"))
print([unicodedata.normalize(f, "ﬁé①").encode() for f in ("NFC", "NFD", "NFKC", "NFKD")], unicodedata.name("€"), unicodedata.category("A"), unicodedata.lookup("GREEK SMALL LETTER ALPHA"), unicodedata.numeric("½"), unicodedata.east_asian_width("数"), unicodedata.bidirectional("א"), "ǅ".title(), "İ".lower().encode(), "ﬀ".upper(), "ς".casefold(), "١".isdigit(), "²".isdecimal())
for enc in ("utf-8", "utf-16", "utf-32-be", "latin-1", "cp1252", "cp437", "koi8-r", "shift_jis", "euc-jp", "gb18030", "big5", "iso2022_jp", "utf-7", "punycode", "idna", "mbcs", "rot13", "unicode_escape"):
    s = {"koi8-r": "Привет", "shift_jis": "日本", "euc-jp": "日本", "gb18030": "中文😀", "big5": "中文", "iso2022_jp": "日本"}.get(enc, "café")
    try: e = codecs.encode(s, enc); print(enc, e, codecs.decode(e, enc) == s)
    except (LookupError, UnicodeError) as x: print(enc, type(x).__name__)
for h in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "namereplace"):
    try: print(h, "a€é".encode("ascii", h))
    except UnicodeEncodeError as e: print(h, e.reason)
print(b"a\xffb".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"), io.TextIOWrapper(io.BytesIO("é\r\nx".encode()), "utf-8").read().encode(), list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")))
s = "The Quick\tbrown"; print(s.expandtabs(4), s.partition(" "), s.rpartition("x"), s.zfill(20), s.center(21, "*"), s.translate(str.maketrans("aeiou", "12345", "T")), s.find("z"), s.count("o"), s.startswith(("A", "The")), s.splitlines(), "a\x0bb\x1cc\u2028d".splitlines(), s.removeprefix("The "), s.isidentifier(), s.title(), "%-10s|%+d|%#o|%e" % ("a", 5, 8, 1e5), "x" * 3 + "y", "abc"[::-1], "é" < "z", max("héllo"))
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g"), shlex.quote("it's"), fnmatch.filter(["a.py", "b.c", "c.py"], "*.py"), fnmatch.translate("a*[!b]?"), textwrap.dedent("  a\n   b\n"), textwrap.shorten("the quick brown fox", 12), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
print(ast.dump(ast.parse("x = [1, *y]"), indent=None), ast.unparse(ast.parse("a if b else c")), ast.literal_eval("{'a': (1, 2.5, None)}"), [t.string for t in tokenize.generate_tokens(io.StringIO("a = b'c' + 1 # d").readline)][:6], len([i.opname for i in dis.get_instructions("for x in y: z(x)")]) > 5, keyword.iskeyword("match"), len(string.printable))
print(sorted(["é", "z", "e", "E"]), "{:*^{w}.{p}f}".format(3.14159, w=12, p=3), f"{'nested ' + f'{1 + 1}'!s:>10}", "{!r:>8} {:08b} {:c} {:n} {:_}".format("a", 5, 65, 1000, 1000000), f"{1234.5:e} {0.00001:g} {-5:+} {5: } {255:X} {1e100:.3g} {True:d}", "\N{SNOWMAN}\x41\101")
