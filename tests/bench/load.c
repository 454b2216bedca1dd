// SPDX-License-Identifier: MIT
// Puts a fixed load on a server: sends a file's bytes to a socket and waits
// for the answer, again and again.
//
//   load SOCKET REQUEST END TIMES CONNECTIONS
//
// An answer is complete when its last line ends with END. Each connection is
// used TIMES times, one after the other. Prints how many bytes came, and what
// the last answer ended with.

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define SHOWN 64

static char request[1 << 16];
static char answer[1 << 20];

static void fail(const char *what)
{
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

// The server may still be starting: tries for half a minute.
static int server_connect(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
    for (int i = 0; i < 30000; i++) {
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (fd < 0)
            fail("socket");
        if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
            return fd;
        close(fd);
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, 0);
    }
    fail(path);
    return -1;
}

static void request_send(int fd, size_t size)
{
    for (size_t sent = 0; sent < size;) {
        ssize_t n = write(fd, request + sent, size - sent);
        if (n <= 0)
            fail("write");
        sent += (size_t)n;
    }
}

static int answer_ends(size_t size, const char *end)
{
    size_t length = strlen(end);
    if (size == 0 || answer[size - 1] != '\n')
        return 0;
    while (size > 0 && (answer[size - 1] == '\n' || answer[size - 1] == '\r'))
        size--;
    return size >= length && memcmp(answer + size - length, end, length) == 0;
}

// Returns the answer's size.
static size_t answer_receive(int fd, const char *end)
{
    size_t size = 0;
    while (!answer_ends(size, end)) {
        ssize_t n = read(fd, answer + size, sizeof(answer) - size);
        if (n <= 0)
            fail("read");
        size += (size_t)n;
    }
    return size;
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: load SOCKET REQUEST END TIMES CONNECTIONS\n");
        return 2;
    }
    FILE *f = fopen(argv[2], "r");
    if (!f)
        fail(argv[2]);
    size_t request_size = fread(request, 1, sizeof(request), f);
    fclose(f);

    size_t total = 0, last = 0;
    for (int c = atoi(argv[5]); c > 0; c--) {
        int fd = server_connect(argv[1]);
        for (int i = atoi(argv[4]); i > 0; i--) {
            request_send(fd, request_size);
            last = answer_receive(fd, argv[3]);
            total += last;
        }
        close(fd);
    }
    size_t shown = last < SHOWN ? last : SHOWN;
    printf("%zu bytes, at last %.*s", total, (int)shown, answer + last - shown);
    return 0;
}
