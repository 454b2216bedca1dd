# SPDX-License-Identifier: MIT
"""json (its C accelerator and the Python one), csv, pickle, xml, toml, ini."""
import configparser, copyreg, csv, io, json, marshal, pickle, plistlib, shelve, sys, tomllib
import html, html.parser, urllib.parse, base64, binascii, xml.etree.ElementTree as ET, xml.dom.minidom

doc = {"name": "x", "list": [1, 2.5, None, True, {"k": "é\n\"\\\u2028😀"}], "n": -1e-7, "big": 2**70, "e": {}, "l": []}
s = json.dumps(doc); print(s); print(json.dumps(doc, ensure_ascii=False, sort_keys=True, separators=(",", ":"))); print(json.dumps(doc["list"], indent=2))
print(json.loads(s) == doc, json.loads(' [1, 2 , "\\u00e9\\ud83d\\ude00", 1E5, -0, -0.0] '), json.loads("1e400"), json.loads("NaN") != 1)
for bad in ("{", "[1,]", '{"a" 1}', "nul", '"\x01"', "[1 2]", "", "01", '{"a":1}x', '"\\x"'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno)
class E(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {3, 1, 2}}, cls=E)); print(json.loads('{"a": 1.10}', parse_float=str, object_hook=lambda d: list(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
try: json.dumps({1, 2})
except TypeError as e: print(e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
big = [{"id": i, "v": i * 1.1, "t": ["x" * (i % 9)] * (i % 4)} for i in range(5000)]; t = json.dumps(big); print(len(t), json.loads(t) == big, hash(tuple(x["id"] for x in json.loads(t))))
print(json.dumps([0.1, 1 / 3, 1e22, 5e-324, 1e16, 123456789012345678, float("inf")]), json.dumps("\x00\x1f\x7f"), json.JSONDecoder().raw_decode("[1] rest"))
sys.modules.pop("_json", None); from json import scanner, decoder, encoder; print(decoder.py_scanstring('abc\\n"', 0), encoder.py_encode_basestring_ascii("é"), next(iter(json.JSONEncoder(indent=1).iterencode([1]))))
f = io.StringIO(); w = csv.writer(f, quoting=csv.QUOTE_MINIMAL); w.writerows([["a", "b,c", 'd"e', "f\ng"], [1, 2.5, None, ""]]); print(repr(f.getvalue())); f.seek(0); print(list(csv.reader(f)), list(csv.DictReader(io.StringIO("x;y\n1;2\n"), delimiter=";")), csv.Sniffer().sniff("a|b|c\n1|2|3\n").delimiter)
for p in range(6): d = pickle.dumps(doc, p); print(p, pickle.loads(d) == doc, len(d) > 50)
class O:
    def __init__(self, x): self.x = x
    def __reduce__(self): return O, (self.x + 1,)
print(pickle.loads(pickle.dumps(O(1))).x, marshal.loads(marshal.dumps(doc)) == doc, pickle.loads(pickle.dumps(big, 5)) == big)
try: pickle.loads(b"garbage")
except pickle.UnpicklingError as e: print(e)
r = ET.fromstring("<r a='1'><c>t&amp;x</c><c b='&lt;'/><d>é</d>tail</r>"); print(r.tag, r.attrib, [c.text for c in r.findall("c")], r.find("d").text, ET.tostring(r, "unicode"), xml.dom.minidom.parseString("<a><b/></a>").toprettyxml(indent=" ").split("\n")[2])
try: ET.fromstring("<a><b></a>")
except ET.ParseError as e: print(e)
print(tomllib.loads('[t]\nx = 1\ny = [1.5, "s"]\nd = 2001-02-03T04:05:06Z\n'), plistlib.loads(plistlib.dumps({"a": [1, b"x"]}, fmt=plistlib.FMT_BINARY)))
c = configparser.ConfigParser(); c.read_string("[s]\na = 1\nb = %(a)s2\n"); print(c["s"]["b"], c.getint("s", "a"), c.sections())
print(html.escape("<a&\">"), html.unescape("&eacute;&#8364;&lt;"), urllib.parse.quote("a b/é?"), urllib.parse.parse_qs("a=1&b=%C3%A9&a=2"), urllib.parse.urlsplit("http://u:p@h:80/p;x?q=1#f"), urllib.parse.urljoin("http://h/a/b", "../c"))
for f in ("b64", "b32", "b16", "b85", "a85", "b32hex"): e = getattr(base64, f + "encode")(bytes(range(20))); print(f, e, getattr(base64, f + "decode")(e) == bytes(range(20)))
print(binascii.hexlify(b"ab", "-"), binascii.crc32(b"hello"), binascii.crc_hqx(b"hello", 0), binascii.b2a_uu(b"uu"), binascii.a2b_qp(b"=41"))
with shelve.open("sh") as db: db["k"] = doc; db["j"] = [1]
with shelve.open("sh") as db: print(sorted(db), db["k"] == doc)
