/* Stands between a server and its machine, loaded before the C library: calls on files under one folder fail or take long, and the wall
 * clock is off, as the control file says at that moment. The test writes that file; see shim.rs for what each number means. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { SYNC_ERROR, WRITE_ERROR, IS_TORN, SYNC_DELAY_US, WALL_SHIFT_S, PASSED, NUMBERS };

static volatile int64_t *control;
static int64_t quiet[NUMBERS];
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("SHIM_CONTROL");
    folder = getenv("SHIM_FOLDER");
    control = quiet;
    int file = path ? open(path, O_RDWR) : -1;
    if (file < 0) return;
    void *mapped = mmap(NULL, NUMBERS * sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) control = mapped;
    close(file);
}

/* Whether the file is of the folder. */
static int concerns(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || !folder) return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

/* Whether this call of a kind is to fail. Some may be let pass first. */
static int fails(int kind, int file) {
    int64_t error = control[kind];
    if (error == 0 || !concerns(file)) return 0;
    if (control[PASSED] > 0) {
        __atomic_fetch_sub((int64_t *)&control[PASSED], 1, __ATOMIC_SEQ_CST);
        return 0;
    }
    errno = (int)error;
    return 1;
}

static void wait_for_disk(int file) {
    int64_t delay = control[SYNC_DELAY_US];
    if (delay > 0 && concerns(file)) usleep((useconds_t)delay);
}

#define REAL(name, ...) \
    static int (*real)(__VA_ARGS__); \
    if (!real) real = (int (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define REAL_WRITE(name, ...) \
    static ssize_t (*real)(__VA_ARGS__); \
    if (!real) real = (ssize_t(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

int fsync(int file) {
    REAL(fsync, int);
    wait_for_disk(file);
    return fails(SYNC_ERROR, file) ? -1 : real(file);
}

int fdatasync(int file) {
    REAL(fdatasync, int);
    wait_for_disk(file);
    return fails(SYNC_ERROR, file) ? -1 : real(file);
}

ssize_t write(int file, const void *bytes, size_t count) {
    REAL_WRITE(write, int, const void *, size_t);
    return fails(WRITE_ERROR, file) ? -1 : real(file, bytes, count);
}

ssize_t writev(int file, const struct iovec *pieces, int count) {
    REAL_WRITE(writev, int, const struct iovec *, int);
    return fails(WRITE_ERROR, file) ? -1 : real(file, pieces, count);
}

/* A torn write leaves its first half. */
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    REAL_WRITE(pwrite64, int, const void *, size_t, off64_t);
    if (!fails(WRITE_ERROR, file)) return real(file, bytes, count, at);
    int error = errno;
    if (control[IS_TORN]) (void)!real(file, bytes, count / 2, at);
    errno = error;
    return -1;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime, clockid_t, struct timespec *);
    int failed = real(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += control[WALL_SHIFT_S];
    return failed;
}

int gettimeofday(struct timeval *now, void *zone) {
    REAL(gettimeofday, struct timeval *, void *);
    int failed = real(now, zone);
    if (!failed) now->tv_sec += control[WALL_SHIFT_S];
    return failed;
}

time_t time(time_t *into) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (into) *into = now.tv_sec;
    return now.tv_sec;
}
