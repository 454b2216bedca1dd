// SPDX-License-Identifier: MIT
/* Keys and keyrings, in a session keyring of the test's own. */
#include "show.h"

#include <linux/keyctl.h>
#include <stdarg.h>
#include <sys/uio.h>

static long keyctl(int op, ...)
{
    long a[4];
    va_list ap;
    va_start(ap, op);
    for (int i = 0; i < 4; i++)
        a[i] = va_arg(ap, long);
    va_end(ap);
    return syscall(SYS_keyctl, op, a[0], a[1], a[2], a[3]);
}

static long add(const char *type, const char *desc, const void *p, size_t n,
                int ring)
{
    return syscall(SYS_add_key, type, desc, p, n, ring);
}

#define SESSION ((long)KEY_SPEC_SESSION_KEYRING)

static void show_keys(void)
{
    char buf[256] = "", *end;
    long key = add("user", "one", "payload", 7, SESSION), ring, other;
    SHOW(key > 0);
    SHOW(add("no-such", "one", "payload", 7, SESSION));
    SHOW(add("user", NULL, "payload", 7, SESSION));
    SHOW(add("user", "x", NULL, 7, SESSION));
    SHOW(add("user", "x", "payload", 1 << 21, SESSION));
    SHOW(add("user", "x", (void *)8, 7, SESSION));
    SHOW(add((char *)8, "x", "p", 1, SESSION));
    SHOW(add("user", "x", "p", 1, 99999));
    SHOW(add("user", "x", "", 0, SESSION));
    SHOW(add(".hidden", "x", "p", 1, SESSION));
    SHOW(keyctl(KEYCTL_READ, key, buf, sizeof buf, 0l));
    printf("%s\n", buf);
    SHOW(keyctl(KEYCTL_READ, key, buf, 3l, 0l));
    SHOW(keyctl(KEYCTL_READ, key, NULL, 0l, 0l));
    SHOW(keyctl(KEYCTL_READ, key, 8l, 7l, 0l));
    SHOW(keyctl(KEYCTL_READ, 99999l, buf, 7l, 0l));
    SHOW(keyctl(KEYCTL_UPDATE, key, "other", 5l, 0l));
    SHOW(keyctl(KEYCTL_UPDATE, key, 8l, 5l, 0l));
    memset(buf, 0, sizeof buf);
    SHOW(keyctl(KEYCTL_READ, key, buf, sizeof buf, 0l));
    printf("%s\n", buf);
    SHOW(keyctl(KEYCTL_DESCRIBE, key, buf, sizeof buf, 0l) > 0);
    end = strrchr(buf, ';');
    printf("%.5s %s\n", buf, end ? end : "");
    SHOW(keyctl(KEYCTL_SEARCH, SESSION, "user", "one", 0l) == key);
    SHOW(keyctl(KEYCTL_SEARCH, SESSION, "user", "two", 0l));
    SHOW(keyctl(KEYCTL_SEARCH, SESSION, "user", 8l, 0l));
    SHOW(syscall(SYS_request_key, "user", "one", NULL, 0) == key);
    SHOW(syscall(SYS_request_key, "user", "two", NULL, 0));
    SHOW(syscall(SYS_request_key, 8, "two", NULL, 0));
    ring = add("keyring", "ring", NULL, 0, SESSION);
    SHOW(ring > 0);
    SHOW(keyctl(KEYCTL_LINK, key, ring, 0l, 0l));
    SHOW(keyctl(KEYCTL_LINK, SESSION, ring, 0l, 0l));
    SHOW(keyctl(KEYCTL_LINK, key, key, 0l, 0l));
    SHOW(keyctl(KEYCTL_READ, ring, buf, 100l, 0l));
    SHOW(keyctl(KEYCTL_UNLINK, key, ring, 0l, 0l));
    SHOW(keyctl(KEYCTL_UNLINK, key, ring, 0l, 0l));
    SHOW(keyctl(KEYCTL_MOVE, key, SESSION, ring, 0l));
    SHOW(keyctl(KEYCTL_MOVE, key, SESSION, ring, 0l));
    SHOW(keyctl(KEYCTL_MOVE, key, ring, SESSION, 9l));
    SHOW(keyctl(KEYCTL_CLEAR, ring, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_CLEAR, key, 0l, 0l, 0l) == -1);
    other = add("user", "second", "abc", 3, SESSION);
    SHOW(keyctl(KEYCTL_SETPERM, other, 0x3f010000l, 0l, 0l));
    SHOW(keyctl(KEYCTL_SETPERM, other, 0x80000000l, 0l, 0l));
    SHOW(keyctl(KEYCTL_CHOWN, other, -1l, -1l, 0l));
    SHOW(keyctl(KEYCTL_SET_TIMEOUT, other, 1000l, 0l, 0l));
    SHOW(keyctl(KEYCTL_REVOKE, other, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_READ, other, buf, 100l, 0l));
    SHOW(keyctl(KEYCTL_INVALIDATE, other, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_RESTRICT_KEYRING, ring, NULL, NULL, 0l));
    SHOW(add("user", "x", "p", 1, ring));
    SHOW(keyctl(KEYCTL_RESTRICT_KEYRING, ring, 8l, NULL, 0l));
}

static void show_others(void)
{
    char buf[64] = "";
    struct iovec iov[1] = {{"abc", 3}};
    struct keyctl_dh_params dh = {{1}, 2, 3};
    SHOW(keyctl(KEYCTL_GET_KEYRING_ID, SESSION, 0l, 0l, 0l) > 0);
    SHOW(keyctl(KEYCTL_GET_KEYRING_ID, 12345l, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_JOIN_SESSION_KEYRING, 8l, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_SET_REQKEY_KEYRING, -1l, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_SET_REQKEY_KEYRING, 99l, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_ASSUME_AUTHORITY, 99l, 0l, 0l, 0l));
    SHOW(keyctl(KEYCTL_INSTANTIATE, 99l, "abc", 3l, 0l));
    SHOW(keyctl(KEYCTL_INSTANTIATE_IOV, 99l, iov, 1l, 0l));
    SHOW(keyctl(KEYCTL_NEGATE, 99l, 5l, 0l, 0l));
    SHOW(keyctl(KEYCTL_REJECT, 99l, 5l, (long)ENOKEY, 0l));
    SHOW(keyctl(KEYCTL_GET_SECURITY, SESSION, buf, sizeof buf, 0l) >= 0);
    SHOW(keyctl(KEYCTL_SESSION_TO_PARENT, 0l, 0l, 0l, 0l) ? errno == EPERM : 0);
    SHOW(keyctl(KEYCTL_DH_COMPUTE, &dh, buf, sizeof buf, 0l));
    SHOW(keyctl(KEYCTL_DH_COMPUTE, 8l, buf, sizeof buf, 0l));
    SHOW(keyctl(KEYCTL_PKEY_QUERY, 99l, 0l, "", buf));
    SHOW(keyctl(KEYCTL_PKEY_SIGN, 8l, "", buf, buf));
    SHOW(keyctl(KEYCTL_CAPABILITIES, buf, 2l, 0l, 0l));
    SHOW(keyctl(KEYCTL_CAPABILITIES, 8l, 2l, 0l, 0l));
    SHOW(keyctl(77, 0l, 0l, 0l, 0l));
}

int main(void)
{
    long ring = keyctl(KEYCTL_JOIN_SESSION_KEYRING, NULL, 0l, 0l, 0l);
    SHOW(ring > 0 ? 0 : -1);
    if (ring < 0)
        return 0;
    show_keys();
    show_others();
    return 0;
}
