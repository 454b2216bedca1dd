// SPDX-License-Identifier: MIT
// What the compilers compile: an expression evaluator with a hash table.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { NUMBER, NAME, ADD, SUBTRACT, MULTIPLY, DIVIDE, ASSIGN };

struct expr {
    enum kind kind;
    double number;
    char name[16];
    struct expr *left, *right;
};

struct entry {
    char name[16];
    double value;
    struct entry *next;
};

static struct entry *table[64];
static const char *input;

static unsigned name_hash(const char *s)
{
    unsigned h = 5381;
    while (*s)
        h = h * 33 ^ (unsigned char)*s++;
    return h % 64;
}

static double *name_value(const char *name)
{
    struct entry **p = &table[name_hash(name)];
    while (*p && strcmp((*p)->name, name) != 0)
        p = &(*p)->next;
    if (!*p) {
        *p = calloc(1, sizeof(**p));
        strcpy((*p)->name, name);
    }
    return &(*p)->value;
}

static struct expr *expr_new(enum kind kind, struct expr *l, struct expr *r)
{
    struct expr *e = calloc(1, sizeof(*e));
    e->kind = kind;
    e->left = l;
    e->right = r;
    return e;
}

static struct expr *parse_sum(void);

static struct expr *parse_atom(void)
{
    struct expr *e = expr_new(NUMBER, 0, 0);
    while (*input == ' ')
        input++;
    if (*input == '(') {
        input++;
        free(e);
        e = parse_sum();
        input += *input == ')';
    } else if (*input >= 'a' && *input <= 'z') {
        int n = 0;
        e->kind = NAME;
        while (*input >= 'a' && *input <= 'z' && n < 15)
            e->name[n++] = *input++;
    } else {
        char *end;
        e->number = strtod(input, &end);
        input = end;
    }
    while (*input == ' ')
        input++;
    return e;
}

static struct expr *parse_product(void)
{
    struct expr *e = parse_atom();
    while (*input == '*' || *input == '/') {
        enum kind kind = *input++ == '*' ? MULTIPLY : DIVIDE;
        e = expr_new(kind, e, parse_atom());
    }
    return e;
}

static struct expr *parse_sum(void)
{
    struct expr *e = parse_product();
    while (*input == '+' || *input == '-' || *input == '=') {
        switch (*input++) {
        case '+': e = expr_new(ADD, e, parse_product()); break;
        case '-': e = expr_new(SUBTRACT, e, parse_product()); break;
        default: e = expr_new(ASSIGN, e, parse_sum()); break;
        }
    }
    return e;
}

static double expr_value(const struct expr *e)
{
    switch (e->kind) {
    case NUMBER: return e->number;
    case NAME: return *name_value(e->name);
    case ADD: return expr_value(e->left) + expr_value(e->right);
    case SUBTRACT: return expr_value(e->left) - expr_value(e->right);
    case MULTIPLY: return expr_value(e->left) * expr_value(e->right);
    case DIVIDE: return expr_value(e->left) / expr_value(e->right);
    case ASSIGN:
        if (e->left->kind != NAME)
            return 0;
        return *name_value(e->left->name) = expr_value(e->right);
    }
    return 0;
}

static void expr_free(struct expr *e)
{
    if (!e)
        return;
    expr_free(e->left);
    expr_free(e->right);
    free(e);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        input = argv[i];
        struct expr *e = parse_sum();
        printf("%.9g\n", expr_value(e));
        expr_free(e);
    }
    return 0;
}
