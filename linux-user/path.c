// SPDX-License-Identifier: MIT
/* Where a guest's path leads under -L, component by component. */
#include "path.h"

#include "guest-memory.h"
#include "hostcall.h"
#include "print.h"
#include "removed.h"
#include "task.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#define LINKS_MAX 40 /* fs/namei.c, MAXSYMLINKS */

/* Where a walk through ROOT ended. */
enum place {
    PLACE_EXISTS, /* in ROOT */
    PLACE_PARENT, /* its parent is a directory of ROOT, it is not there */
    PLACE_NONE,   /* not even its parent is in ROOT */
    PLACE_HOST,   /* below /proc, /dev, /sys or /tmp */
};

struct walk {
    char *out;   /* ROOT and what has been resolved; PATH_BYTES */
    size_t root; /* text_length(ROOT) */
    size_t len;  /* of out */
    bool slash;  /* the name ended in a slash: means a directory */
    unsigned links, links_max;
    char rest[PATH_BYTES]; /* still to come; the guest's view */
    char link[PATH_BYTES];
};

static bool name_is_hosts(const char *name, size_t len)
{
    static const char hosts[][5] = {"proc", "dev", "sys", "tmp"};
    for (unsigned i = 0; i < ARRAY_SIZE(hosts); i++)
        if (text_length(hosts[i]) == len && memcmp(hosts[i], name, len) == 0)
            return true;
    return false;
}

static long walk_append(struct walk *w, const char *name, size_t len)
{
    if (w->len + 1 + len + 2 > PATH_BYTES)
        return -ENAMETOOLONG;
    w->out[w->len] = '/';
    memcpy(w->out + w->len + 1, name, len);
    w->len += 1 + len;
    w->out[w->len] = 0;
    return 0;
}

static void walk_pop(struct walk *w)
{
    while (w->len > w->root && w->out[w->len - 1] != '/')
        w->len--;
    if (w->len > w->root)
        w->len--;
    w->out[w->len] = 0;
}

/* Puts the target of a link, len bytes in w->link, before the rest. */
static long walk_expand(struct walk *w, size_t len, const char *rest)
{
    size_t rest_len = text_length(rest);
    if (++w->links > w->links_max)
        return -ELOOP;
    if (len + 1 + rest_len + 1 > PATH_BYTES)
        return -ENAMETOOLONG;
    memmove(w->rest + len + 1, rest, rest_len + 1);
    memcpy(w->rest, w->link, len);
    w->rest[len] = '/';
    if (rest_len == 0 && !w->slash)
        w->rest[len] = 0;
    if (w->link[0] == '/')
        w->len = w->root;
    else
        walk_pop(w);
    w->out[w->len] = 0;
    return 0;
}

/* Appends what is left, unresolved; out is then the whole name. */
static long walk_finish(struct walk *w, const char *rest, enum place place)
{
    while (*rest == '/')
        rest++;
    if (*rest) {
        long err = walk_append(w, rest, text_length(rest));
        if (err)
            return err;
    }
    if (w->slash && w->out[w->len - 1] != '/') {
        w->out[w->len++] = '/';
        w->out[w->len] = 0;
    }
    return place;
}

/*
 * Resolves w->rest inside ROOT.  Returns enum place, or -errno.  out then
 * holds ROOT and the name as the guest sees it, links resolved.
 */
static long walk_run(struct walk *w, bool follow)
{
    const char *p = w->rest;
    for (;;) {
        while (*p == '/')
            p++;
        size_t len = 0;
        while (p[len] && p[len] != '/')
            len++;
        if (len == 0)
            return walk_finish(w, "", PLACE_EXISTS);
        const char *next = p + len;
        if (len == 1 && p[0] == '.') {
            p = next;
            continue;
        }
        if (len == 2 && p[0] == '.' && p[1] == '.') {
            walk_pop(w);
            p = next;
            continue;
        }
        if (w->len == w->root && name_is_hosts(p, len))
            return walk_finish(w, p, PLACE_HOST);
        long r = walk_append(w, p, len);
        if (r)
            return r;
        const char *more = next;
        while (*more == '/')
            more++;
        bool last = *more == 0;
        r = HOST(readlinkat, AT_FDCWD, w->out, w->link, sizeof w->link - 1);
        p = next;
        if (r >= 0 && (!last || follow || w->slash)) {
            r = walk_expand(w, r, more);
            if (r)
                return r;
            p = w->rest;
        } else if (r == -ENOENT || r == -ENOTDIR) {
            enum place place = r == -ENOENT && last ? PLACE_PARENT : PLACE_NONE;
            return walk_finish(w, more, place);
        } else if (r < 0 && r != -EINVAL) {
            return walk_finish(w, more, PLACE_EXISTS);
        }
    }
}

/* ROOT, read once: another task's chroot may end it meanwhile. */
static const char *root_now(const struct fs *fs)
{
    return *(const char *const volatile *)&fs->root;
}

static long walk_start(struct walk *w, const char *root, const char *name,
                       char *out)
{
    w->out = out;
    w->root = w->len = text_length(root);
    w->links = 0;
    w->links_max = LINKS_MAX;
    size_t len = text_length(name);
    /* A slash may come behind ROOT. */
    if (len >= PATH_BYTES || w->root + 2 > PATH_BYTES)
        return -ENAMETOOLONG;
    memcpy(out, root, w->root + 1);
    memcpy(w->rest, name, len + 1);
    w->slash = len > 1 && name[len - 1] == '/';
    return 0;
}

/* Decides between ROOT and the host once it is known where name leads. */
static long walk_choose(const struct walk *w, const struct fs *fs, long place,
                        unsigned use, bool *host)
{
    unsigned verb = use & PATH_USE_MASK;
    bool make = verb == PATH_CREATE || (use & PATH_MAKE);
    *host = place != PLACE_EXISTS && !(place == PLACE_PARENT && make);
    if (!*host || place == PLACE_HOST)
        return 0;
    const char *guest = w->out + w->root;
    if (removed_covers(fs->removed, guest))
        return -ENOENT;
    if (verb == PATH_REMOVE &&
        (place == PLACE_PARENT || removed_full(fs->removed)))
        return -ENOENT;
    return 0;
}

/*
 * What stands in name behind ROOT's own name on the host, as /proc/self/exe
 * or getcwd tell it; NULL: another name.
 */
static const char *behind_root(const char *name, const char *root)
{
    size_t len = text_length(root);
    return text_starts(name, root) && name[len] == '/' ? name + len : NULL;
}

long path_resolve_name(struct task *t, const char *name, unsigned use,
                       struct path *out)
{
    struct walk w;
    unsigned verb = use & PATH_USE_MASK;
    bool nofollow =
        (use & PATH_NOFOLLOW) || verb == PATH_CREATE || verb == PATH_REMOVE;
    out->dirfd = AT_FDCWD;
    out->name = (uint64_t)(uintptr_t)name;
    const char *root = root_now(t->fs);
    if (!root || name[0] != '/')
        return 0;
    const char *inside = behind_root(name, root);
    long place = walk_start(&w, root, inside ? inside : name, out->buf);
    if (place < 0)
        return place;
    if (use & PATH_NOLINKS)
        w.links_max = 0;
    place = walk_run(&w, !nofollow);
    if (place < 0)
        return place;
    bool host;
    long err = walk_choose(&w, t->fs, place, use, &host);
    if (err || (host && inside))
        return err;
    out->name = (uint64_t)(uintptr_t)out->buf;
    if (host)
        memmove(out->buf, out->buf + w.root, w.len - w.root + 1);
    if (out->buf[0] == 0)
        memcpy(out->buf, "/", 2);
    return 0;
}

long path_resolve(struct task *t, int dirfd, uint64_t name, unsigned use,
                  struct path *out)
{
    char text[PATH_BYTES];
    out->dirfd = dirfd;
    out->name = name;
    if (!t->fs->root)
        return 0;
    long len = host_strnlen((const char *)(uintptr_t)name, PATH_BYTES);
    if (len <= 0 || len >= PATH_BYTES)
        return 0; /* EFAULT, ENOENT or ENAMETOOLONG, as the kernel finds it */
    if (guest_read(t, text, name, len + 1) || text[0] != '/')
        return 0;
    text[len] = 0;
    long err = path_resolve_name(t, text, use, out);
    /* text dies here; an untouched name is the guest's own. */
    if (out->name == (uint64_t)(uintptr_t)text)
        out->name = name;
    return err;
}

/* Appends the directory that dirfd stands for to the empty text. */
static long dir_name(int dirfd, char *text)
{
    if (dirfd == AT_FDCWD) {
        long r = HOST(getcwd, text, PATH_BYTES);
        return r < 0 ? r : r - 1;
    }
    char fd[32];
    print_buf(fd, sizeof fd, "/proc/self/fd/%d", dirfd);
    long r = HOST(readlinkat, AT_FDCWD, fd, text, PATH_BYTES - 1);
    if (r > 0)
        text[r] = 0;
    return r;
}

/* The host's name of what path means: absolute, links not resolved. */
static long path_text(const struct path *path, char *text)
{
    char name[PATH_BYTES];
    const char *from = (const char *)(uintptr_t)path->name;
    long len = host_strnlen(from, PATH_BYTES);
    if (len <= 0 || len >= PATH_BYTES || host_copy(name, from, len))
        return -ENOENT;
    long dir = name[0] == '/' ? 0 : dir_name(path->dirfd, text);
    if (dir < 0 || dir + 1 + len >= PATH_BYTES)
        return -ENAMETOOLONG;
    text[dir] = '/';
    memcpy(text + dir + (name[0] != '/'), name, len);
    text[dir + (name[0] != '/') + len] = 0;
    return 0;
}

void path_removed(struct task *t, const struct path *path)
{
    char text[PATH_BYTES], out[PATH_BYTES];
    struct walk w;
    struct fs *fs = t->fs;
    const char *dir = root_now(fs);
    if (!dir || path_text(path, text))
        return;
    const char *inside = behind_root(text, dir);
    if (!inside || walk_start(&w, dir, inside, out))
        return;
    long place = walk_run(&w, false);
    if (place != PLACE_PARENT && place != PLACE_NONE)
        return;
    while (w.len > w.root && out[w.len - 1] == '/')
        out[--w.len] = 0;
    removed_add(fs_removed(fs), out + w.root);
}
