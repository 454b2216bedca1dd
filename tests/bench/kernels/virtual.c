// SPDX-License-Identifier: MIT
// Benchmark kernel: objects with tables of methods, in a tree.

#include <stdint.h>
#include <stdio.h>

struct node;

struct node_class {
    int64_t (*value)(const struct node *, int64_t);
    int (*depth)(const struct node *);
};

struct node {
    const struct node_class *class;
    const struct node *left, *right;
    int64_t constant;
};

static int64_t constant_value(const struct node *n, int64_t x)
{
    return n->constant + (x & 1);
}

static int leaf_depth(const struct node *n)
{
    (void)n;
    return 1;
}

static int64_t variable_value(const struct node *n, int64_t x)
{
    return x - n->constant;
}

static int64_t sum_value(const struct node *n, int64_t x)
{
    return n->left->class->value(n->left, x) +
           n->right->class->value(n->right, x);
}

static int64_t product_value(const struct node *n, int64_t x)
{
    return (n->left->class->value(n->left, x) & 0xffff) *
           (n->right->class->value(n->right, x) & 0xffff);
}

static int inner_depth(const struct node *n)
{
    int l = n->left->class->depth(n->left);
    int r = n->right->class->depth(n->right);
    return 1 + (l > r ? l : r);
}

static const struct node_class constant_class = {constant_value, leaf_depth};
static const struct node_class variable_class = {variable_value, leaf_depth};
static const struct node_class sum_class = {sum_value, inner_depth};
static const struct node_class product_class = {product_value, inner_depth};

#define NODES 511

static struct node nodes[NODES];

static void tree_build(void)
{
    uint32_t seed = 3;
    for (int i = NODES - 1; i >= 0; i--) {
        struct node *n = &nodes[i];
        seed = seed * 1664525 + 1013904223;
        n->constant = seed >> 20;
        if (2 * i + 2 < NODES) {
            n->left = &nodes[2 * i + 1];
            n->right = &nodes[2 * i + 2];
            n->class = seed >> 31 ? &sum_class : &product_class;
        } else {
            n->class = seed >> 31 ? &constant_class : &variable_class;
        }
    }
}

int main(void)
{
    uint64_t sum = 0;
    tree_build();
    for (int64_t x = 0; x < 320000; x++) {
        sum += (uint64_t)nodes->class->value(nodes, x);
        sum ^= (uint64_t)nodes->class->depth(nodes) << 40;
    }
    printf("virtual %016llx\n", (unsigned long long)sum);
    return 0;
}
