# SPDX-License-Identifier: MIT
# sqlite3's shell: SQL, its functions, transactions, files.
# smoke: queries functions
# shellcheck shell=dash disable=SC1091,SC2034,SC2238,SC2317
. "${0%/*}/../prelude"

t_queries()
{
	sqlite3 -header -column db <<'END'
.nullvalue NULL
CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INT, city TEXT DEFAULT 'none');
INSERT INTO p(name, age, city) VALUES ('ann', 31, 'bonn'), ('bob', 25, 'rome'), ('cyd', 31, NULL), ('dee', NULL, 'oslo');
INSERT INTO p(name) VALUES ('eve');
SELECT * FROM p ORDER BY age DESC NULLS LAST, name;
SELECT age, count(*), group_concat(name, '+') FROM p GROUP BY age HAVING count(*) > 0 ORDER BY 1;
SELECT a.name, b.name FROM p a JOIN p b ON a.age = b.age AND a.id < b.id;
SELECT a.name, b.name FROM p a LEFT JOIN p b ON b.age > a.age ORDER BY 1, 2 LIMIT 5;
WITH RECURSIVE f(n, a, b) AS (SELECT 1, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM f WHERE n < 20) SELECT group_concat(a) FROM f;
SELECT name, rank() OVER (ORDER BY age DESC) r, sum(age) OVER (ORDER BY id ROWS 1 PRECEDING) s, lag(name) OVER (ORDER BY id) l FROM p;
UPDATE p SET age = age + 1 WHERE city IS NOT NULL RETURNING id, age;
DELETE FROM p WHERE name LIKE 'e%' RETURNING *;
SELECT CASE WHEN age > 30 THEN 'old' WHEN age IS NULL THEN '?' ELSE 'young' END c, coalesce(city, '-') FROM p;
SELECT name FROM p WHERE age IN (SELECT max(age) FROM p) OR EXISTS (SELECT 1 FROM p q WHERE q.age < p.age) ORDER BY name;
SELECT 1 UNION SELECT 2 UNION ALL SELECT 1 EXCEPT SELECT 3 INTERSECT SELECT 1;
INSERT INTO p(id, name) VALUES (1, 'ann2') ON CONFLICT(id) DO UPDATE SET name = excluded.name RETURNING name;
CREATE VIEW v AS SELECT upper(name) u FROM p; SELECT * FROM v;
CREATE INDEX i ON p(age); EXPLAIN QUERY PLAN SELECT * FROM p WHERE age = 31;
CREATE TRIGGER t AFTER INSERT ON p BEGIN UPDATE p SET city = 'triggered' WHERE id = new.id; END;
INSERT INTO p(name) VALUES ('fay'); SELECT city FROM p WHERE name = 'fay';
PRAGMA integrity_check; PRAGMA table_info(p); SELECT count(*) FROM sqlite_master;
CREATE TABLE s(x INTEGER, y TEXT) STRICT; CREATE TABLE g(a, b AS (a * 2) STORED, CHECK (a > 0)); INSERT INTO g(a) VALUES (21); SELECT * FROM g;
END
	sqlite3 db 'INSERT INTO g(a) VALUES (-1)'
	echo $?
	sqlite3 db "INSERT INTO s VALUES ('x', 1)"
	echo $?
	sqlite3 db 'SELECT * FROM nothing'
	echo $?
	sqlite3 db 'SELEC'
	echo $?
	sqlite3 db .dump | head -n 8
	sqlite3 db .schema
	sqlite3 db .tables
	file -b db | cut -d, -f1
}

t_functions()
{
	sqlite3 :memory: <<'END'
.mode list
SELECT abs(-5), round(2.567, 2), min(3, 1, 2), max('a', 'b'), length('h€'), upper('abc'), substr('hello', 2, 3), replace('aXb', 'X', '-'), trim('  x '), instr('hello', 'l');
SELECT printf('%05d|%-6s|%.3f|%x|%e|%,d|%q', 42, 'ab', 3.14159, 255, 12345.678, 1234567, 'it''s'), hex('abc'), unhex('616263'), quote(x'0102'), char(72, 105), unicode('€'), typeof(1.0), typeof(x''), typeof(NULL);
SELECT 7 / 2, 7 % 3, 7.0 / 2, 1e308 * 10, -1e308 * 10, 9223372036854775807 + 1, 1 << 40, 5 & 3, 5 | 3, ~5, '3' + '4abc', 10 || 20, NULL + 1, 1 = 1.0, 'a' < 'B', 2 BETWEEN 1 AND 3;
SELECT date('2024-02-28', '+2 days'), datetime(1e9, 'unixepoch'), strftime('%Y-%j %H:%M:%f', '2001-02-03 04:05:06.789'), julianday('2000-01-01'), unixepoch('2000-01-01'), time('12:00', '-90 minutes'), date('2024-01-31', '+1 month'), timediff('2024-03-01', '2023-01-01');
SELECT json('{"a":[1,2,{"b":null}]}'), json_extract('{"a":[1,2,3]}', '$.a[1]'), json_array(1, 'x', NULL), json_object('k', 1.5), json_type('[1]', '$[0]'), '{"x":{"y":7}}' -> '$.x', '{"x":{"y":7}}' ->> '$.x.y', json_set('{"a":1}', '$.b', 2), json_valid('{x}');
SELECT key, value, type FROM json_each('{"p":1,"q":[2],"r":"s"}'); SELECT sum(value) FROM json_each('[1,2,3.5]'); SELECT json_group_array(value) FROM generate_series(1, 5);
SELECT sin(1), cos(1), tan(1), exp(1), ln(10), log10(1000), sqrt(2), pow(2, 0.5), atan2(1, 2), floor(-2.5), ceil(-2.5), mod(7, 3), pi(), sign(-3), trunc(2.9);
SELECT 0.1 + 0.2, 1 / 3.0, 1e15, 1e16, 123456789012345678, 1.0, 100.0 / 3, 2.5e-10, CAST('12.5x' AS REAL), CAST(3.99 AS INT), CAST(1e20 AS INT), 0.1 = 0.10000000000000001;
SELECT 'abc' LIKE 'A%', 'abc' GLOB 'a*', 'abc' REGEXP 'b.', 'x' COLLATE NOCASE = 'X', iif(1, 'y', 'n'), nullif(1, 1), ifnull(NULL, 2), likely(1), zeroblob(3) = x'000000', concat('a', NULL, 'b'), concat_ws('-', 1, 2), soundex('Robert') IS NOT NULL;
SELECT avg(value), total(value), count(DISTINCT value % 7), group_concat(value, '.') FROM generate_series(1, 12); SELECT value FROM generate_series(10, 1, -4);
SELECT ntile(3) OVER (ORDER BY value), percent_rank() OVER (ORDER BY value), first_value(value) OVER w, nth_value(value, 2) OVER w FROM generate_series(1, 5) WINDOW w AS (ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
CREATE VIRTUAL TABLE f USING fts5(t); INSERT INTO f VALUES ('the quick brown fox'), ('lazy dogs sleep'), ('quick dogs run'); SELECT t FROM f WHERE f MATCH 'quick' ORDER BY rank; SELECT highlight(f, 0, '<', '>') FROM f WHERE f MATCH 'dog* NOT quick'; SELECT snippet(f, 0, '[', ']', '..', 2) FROM f WHERE f MATCH 'fox';
CREATE VIRTUAL TABLE r USING rtree(id, x0, x1, y0, y1); INSERT INTO r VALUES (1, 0, 10, 0, 10), (2, 20, 30, 20, 30), (3, 5, 25, 5, 25); SELECT id FROM r WHERE x1 >= 8 AND x0 <= 9 AND y1 >= 8 AND y0 <= 9;
SELECT sha3('abc', 256) IS NOT NULL; SELECT decimal_add('0.1', '0.2'), ieee754(1.5), base64(x'010203');
END
	echo $?
	words | sqlite3 :memory: 'CREATE TABLE w(l)' '.import /dev/stdin w' 'SELECT length(l), l FROM w ORDER BY 1'
	for m in csv json line html insert markdown box quote tabs ascii table; do
		sqlite3 -cmd ".mode $m" :memory: "SELECT 1 AS a, 'x\"y' AS b, NULL AS c UNION SELECT 2.5, 'é', 'third'"
	done
}

t_transactions()
{
	sqlite3 db <<'END'
CREATE TABLE a(x); BEGIN; INSERT INTO a VALUES (1), (2); SAVEPOINT s; INSERT INTO a VALUES (3); ROLLBACK TO s; INSERT INTO a VALUES (4); COMMIT; SELECT group_concat(x) FROM a;
BEGIN; DELETE FROM a; ROLLBACK; SELECT count(*) FROM a;
PRAGMA journal_mode = WAL; INSERT INTO a VALUES (5); PRAGMA wal_checkpoint(TRUNCATE); SELECT sum(x) FROM a; PRAGMA journal_mode = DELETE;
PRAGMA foreign_keys = ON; CREATE TABLE parent(i PRIMARY KEY); CREATE TABLE child(p REFERENCES parent ON DELETE CASCADE); INSERT INTO parent VALUES (1), (2); INSERT INTO child VALUES (1), (1), (2); DELETE FROM parent WHERE i = 1; SELECT count(*) FROM child;
ATTACH 'other' AS o; CREATE TABLE o.t AS SELECT * FROM a; SELECT count(*) FROM o.t; VACUUM INTO 'copy'; DETACH o;
END
	sqlite3 copy 'SELECT count(*) FROM a; PRAGMA integrity_check'
	# One holds the lock while the other fails.
	mkfifo go
	mkfifo go2
	(echo 'BEGIN IMMEDIATE; INSERT INTO a VALUES (9);'
	 echo '.shell echo locked >go'
	 echo '.shell read x <go2'
	 echo 'COMMIT;') | sqlite3 db &
	read -r x <go
	echo "$x"
	sqlite3 db 'INSERT INTO a VALUES (10)'
	echo $?
	sqlite3 db 'SELECT count(*) FROM a'
	echo go on >go2
	wait
	sqlite3 db 'SELECT count(*) FROM a'
	sqlite3 -cmd '.timeout 10000' db 'INSERT INTO a VALUES (11)'
	for i in 1 2 3 4 5; do
		sqlite3 -cmd '.timeout 20000' db "INSERT INTO a VALUES ($i * 100)" &
	done
	wait
	sqlite3 db 'SELECT count(*), sum(x) FROM a'
	sqlite3 db '.backup main backup' && sqlite3 backup 'SELECT count(*) FROM a'
	sqlite3 db .dump | sqlite3 restored && sqlite3 restored 'SELECT sum(x) FROM a'
	sqlite3 -readonly db 'INSERT INTO a VALUES (1)'
	echo $?
	echo garbage that is no database at all >bad
	sqlite3 bad 'SELECT * FROM x'
	echo $?
	head -c 5000 db >cut
	sqlite3 cut 'PRAGMA integrity_check' 2>&1 | head -n 1
	# A writer that is killed leaves a journal, and the next reader undoes it.
	(echo 'PRAGMA cache_size = 1; BEGIN; UPDATE a SET x = -1;'
	 echo 'CREATE TABLE z AS SELECT randomblob(1000) FROM generate_series(1, 500);'
	 echo ".shell kill -9 \$PPID") | (sqlite3 db >/dev/null; exit $?) 2>/dev/null
	echo $?
	ls db-journal
	sqlite3 db 'SELECT count(*), sum(x) FROM a; PRAGMA integrity_check'
}

t_large()
{
	sqlite3 big <<'END'
CREATE TABLE n(i INTEGER PRIMARY KEY, a INT, b TEXT);
INSERT INTO n SELECT value, value * 7919 % 10007, 'row ' || value FROM generate_series(1, 40000);
CREATE INDEX na ON n(a);
SELECT count(*), sum(a), max(length(b)) FROM n;
SELECT a, count(*) c FROM n GROUP BY a ORDER BY c DESC, a LIMIT 3;
SELECT count(*) FROM n x JOIN n y ON x.a = y.a AND x.i <> y.i;
UPDATE n SET b = b || '!' WHERE a % 10 = 3; SELECT changes();
DELETE FROM n WHERE i % 3 = 0; SELECT count(*) FROM n; VACUUM; PRAGMA integrity_check; PRAGMA page_count;
SELECT hex(substr(group_concat(b), 1000, 10)) FROM (SELECT b FROM n ORDER BY a, i);
WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x * 1103 % 1048573 + 1 FROM c LIMIT 20000) SELECT sum(x), max(x) FROM c;
WITH RECURSIVE xaxis(x) AS (VALUES(-2.0) UNION ALL SELECT x + 0.1 FROM xaxis WHERE x < 1.2), yaxis(y) AS (VALUES(-1.0) UNION ALL SELECT y + 0.2 FROM yaxis WHERE y < 1.0), m(iter, cx, cy, x, y) AS (SELECT 0, x, y, 0.0, 0.0 FROM xaxis, yaxis UNION ALL SELECT iter + 1, cx, cy, x * x - y * y + cx, 2.0 * x * y + cy FROM m WHERE (x * x + y * y) < 4.0 AND iter < 28), m2(iter, cx, cy) AS (SELECT max(iter), cx, cy FROM m GROUP BY cx, cy), a(t) AS (SELECT group_concat(substr(' .+*#', 1 + min(iter / 7, 4), 1), '') FROM m2 GROUP BY cy) SELECT group_concat(rtrim(t), x'0a') FROM a;
END
	sqlite3 big 'PRAGMA mmap_size = 100000000; SELECT sum(a) FROM n; PRAGMA quick_check'
	sqlite3 big 'SELECT * FROM n' | md5sum
	sqlite3 -csv big 'SELECT * FROM n' >csv
	sqlite3 again 'CREATE TABLE n(i INTEGER PRIMARY KEY, a INT, b TEXT)' '.mode csv' '.import csv n' 'SELECT count(*), sum(a) FROM n'
	cmp big again >/dev/null
	echo $?
	sha256sum <csv
}

run "$1"
