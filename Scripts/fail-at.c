// SPDX-License-Identifier: Apache-2.0
// Preloaded by Scripts/torture: lets the Nth call that writes fail, counted over all threads.
//
//   FAIL_AT=N      which call; FAIL_FROM=1 also all after it
//   FAIL_HOW=kill  the process dies before the call       FAIL_HOW=after  it dies after the call
//   FAIL_HOW=half  half of a write is done, then it dies  FAIL_HOW=NUMBER the call fails with this errno
//   FAIL_COUNT=F   nothing fails; the number of calls is written to F at the end
//
// Writes to anything but files (sockets, pipes, terminals) do not count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;
static long at = -1;
static int from, how;  // how: > 0 an errno, -1 kill, -2 half, -3 after
static const char *count_file;

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAIL_AT");
  at = text ? atol(text) : -1;
  from = getenv("FAIL_FROM") != NULL;
  text = getenv("FAIL_HOW");
  if (text) how = !strcmp(text, "kill") ? -1 : !strcmp(text, "half") ? -2 : !strcmp(text, "after") ? -3 : atoi(text);
  count_file = getenv("FAIL_COUNT");
}

__attribute__((destructor)) static void end(void) {
  if (!count_file) return;
  FILE *file = fopen(count_file, "w");
  if (file) { fprintf(file, "%ld\n", atomic_load(&calls)); fclose(file); }
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

// 1 when this call is the one.
static int turn(void) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  return at > 0 && (number == at || (from && number > at));
}

static int is_file(int fd) {
  struct stat status;
  int saved = errno, yes = fstat(fd, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  errno = saved;
  return yes;
}

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })
#define PLAIN(call) do { \
  if (turn()) { if (how > 0) { errno = how; return -1; } if (how == -3) { (void)!(call); } die(); } \
  return call; } while (0)
#define WRITING(part, call) do { \
  if (!is_file(fd)) return call; \
  if (turn()) { if (how > 0) { errno = how; return -1; } \
    if (how == -2) (void)!(part); if (how == -3) (void)!(call); die(); } \
  return call; } while (0)

ssize_t write(int fd, const void *data, size_t size) {
  WRITING(REAL(write)(fd, data, size / 2), REAL(write)(fd, data, size));
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t place) {
  WRITING(REAL(pwrite)(fd, data, size / 2, place), REAL(pwrite)(fd, data, size, place));
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) {
  WRITING(REAL(pwrite64)(fd, data, size / 2, place), REAL(pwrite64)(fd, data, size, place));
}
int fsync(int fd) { PLAIN(REAL(fsync)(fd)); }
int fdatasync(int fd) { PLAIN(REAL(fdatasync)(fd)); }
int ftruncate(int fd, off_t size) { PLAIN(REAL(ftruncate)(fd, size)); }
int ftruncate64(int fd, off64_t size) { PLAIN(REAL(ftruncate64)(fd, size)); }
int rename(const char *old, const char *new) { PLAIN(REAL(rename)(old, new)); }
int renameat(int a, const char *old, int b, const char *new) { PLAIN(REAL(renameat)(a, old, b, new)); }
int unlink(const char *path) { PLAIN(REAL(unlink)(path)); }
