-- SPDX-License-Identifier: MIT
-- Tables that are filled, indexed, joined and changed.
PRAGMA journal_mode = memory;
BEGIN;
CREATE TABLE item (id INTEGER PRIMARY KEY, kind INTEGER, name TEXT, price REAL);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
    INSERT INTO item SELECT i, i * 7919 % 101,
	'name ' || (i * 31337 % 5003), i * 1.25 FROM n;
CREATE INDEX item_kind ON item (kind, name);
CREATE TABLE kind (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO kind SELECT DISTINCT kind, 'kind ' || kind FROM item;
COMMIT;
SELECT title, count(*), sum(price), max(name) FROM item JOIN kind
    ON item.kind = kind.id GROUP BY title ORDER BY sum(price) DESC LIMIT 5;
SELECT count(*) FROM item WHERE name LIKE '%99%' OR price BETWEEN 100 AND 200;
UPDATE item SET price = price * 2, name = upper(name) WHERE kind % 3 = 0;
DELETE FROM item WHERE id % 10 = 3;
SELECT count(*), sum(price), group_concat(DISTINCT substr(name, 1, 3)) FROM item;
SELECT a.id, b.id FROM item a JOIN item b ON a.kind = b.kind AND
    a.name = b.name AND a.id < b.id ORDER BY a.id LIMIT 3;
SELECT kind, rank() OVER (ORDER BY s DESC) FROM
    (SELECT kind, sum(price) AS s FROM item GROUP BY kind) LIMIT 5;
PRAGMA integrity_check;
