# SPDX-License-Identifier: MIT
"""Classes, dictionaries, numbers, text: what Python programs are made of."""
import json
import re
from collections import Counter


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k % 1009, self.y * k % 1013)


def queens(n, row=0, columns=0, left=0, right=0):
    if row == n:
        return 1
    free = ((1 << n) - 1) & ~(columns | left | right)
    found = 0
    while free:
        bit = free & -free
        free ^= bit
        found += queens(n, row + 1, columns | bit,
                        (left | bit) << 1, (right | bit) >> 1)
    return found


def words():
    with open("/tmp/in/lines") as f:
        for line in f:
            yield from line.split()


v = Vector(1, 2)
for i in range(8000):
    v = (v + Vector(i, i + 1)) * 3
print(v.x, v.y, queens(6))

counted = Counter(words())
print(counted.most_common(5), len(counted))
text = " ".join(sorted(counted, key=lambda w: (counted[w], w)))
print(len(re.sub(r"(\d)(\d+)", r"\2\1", text)),
      sum(int(m[1]) for m in re.finditer(r"\b(\d+)7\b", text)))
packed = json.dumps({w: [n, n / 7, str(n)] for w, n in counted.items()})
print(len(packed), sum(x[0] for x in json.loads(packed).values()))
print(hex(pow(3, 12345, 10**300 + 7))[:40])
matrix = [[(i * j) % 17 / 4 for i in range(28)] for j in range(28)]
print(sum(sum(a * b for a, b in zip(row, column))
          for row in matrix for column in zip(*matrix)))
