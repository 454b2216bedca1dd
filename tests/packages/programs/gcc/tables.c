// SPDX-License-Identifier: MIT
// Data structures: a hash table, a balanced tree, a heap, function pointers,
// designated initializers, flexible arrays, constructors.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    struct entry *next;
    unsigned hash, count;
    char key[];
};

struct node {
    struct node *child[2];
    int key, level;
};

static struct entry *buckets[61];
static int started;

__attribute__((constructor)) static void start(void)
{
    started = 1;
}

__attribute__((destructor)) static void stop(void)
{
    printf("stopped %d\n", started);
}

static struct entry *find(const char *key)
{
    unsigned h = 5381;

    for (const char *p = key; *p; p++)
        h = h * 33 ^ (unsigned char)*p;
    struct entry **at = &buckets[h % 61];
    while (*at && ((*at)->hash != h || strcmp((*at)->key, key)))
        at = &(*at)->next;
    if (!*at) {
        size_t n = strlen(key) + 1;
        *at = calloc(1, sizeof **at + n);
        memcpy((*at)->key, key, n);
        (*at)->hash = h;
    }
    return *at;
}

static struct node *insert(struct node *t, int key)
{
    if (!t) {
        t = malloc(sizeof *t);
        *t = (struct node){.key = key, .level = 1};
        return t;
    }
    if (key == t->key)
        return t;
    struct node **c = &t->child[key > t->key];
    *c = insert(*c, key);
    if (t->child[0] && t->child[0]->level == t->level) {
        struct node *l = t->child[0];
        t->child[0] = l->child[1];
        l->child[1] = t;
        t = l;
    }
    if (t->child[1] && t->child[1]->child[1] &&
        t->child[1]->child[1]->level == t->level) {
        struct node *r = t->child[1];
        t->child[1] = r->child[0];
        r->child[0] = t;
        r->level++;
        t = r;
    }
    return t;
}

static int walk(const struct node *t, int depth, long *sum)
{
    if (!t)
        return depth;
    int l = walk(t->child[0], depth + 1, sum);
    *sum = *sum * 7 % 1000003 + t->key;
    int r = walk(t->child[1], depth + 1, sum);
    return l > r ? l : r;
}

static int twice(int x)
{
    return 2 * x;
}
static int square(int x)
{
    return x * x;
}
static int negate(int x)
{
    return -x;
}
static int (*const operations[8])(int) = {
    [1] = twice, [3 ... 4] = square, [6] = negate};

int main(void)
{
    struct node *tree = NULL;
    unsigned seed = 1, most = 0;
    char name[16];
    long sum = 0;
    int x = 1;

    for (int i = 0; i < 4000; i++) {
        seed = seed * 1103515245 + 12345;
        snprintf(name, sizeof name, "k%u", seed >> 16 & 127);
        if (++find(name)->count > most)
            most = find(name)->count;
        tree = insert(tree, (int)(seed >> 8 & 0xfff));
        if (operations[seed >> 20 & 7])
            x = operations[seed >> 20 & 7](x) % 10007;
    }
    assert(most > 0);
    printf("%u %d ", most, walk(tree, 0, &sum));
    printf("%ld %d %d\n", sum, x, started);
    return 0;
}
