// SPDX-License-Identifier: Apache-2.0
// Preloaded by Scripts/torture: notes every change that a process makes to files, in order, so that any state that a power cut
// may leave behind can be built from it.
//
//   WRITES_LOG=FILE   where to; records of several processes follow one another
//   WRITES_BELOW=DIR  only files below this folder (a path without links) are noted
//
// A record: kind (a byte), lengths of two paths (4 bytes each), offset, length of the data (8 bytes each), then paths and data;
// numbers as the machine has them. Kinds: w write, t truncate, s sync, c create, r rename, u unlink, d make a folder.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// Held over a call and its record: the log has the order of the calls.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int file = -1;
static const char *below;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("WRITES_LOG");
  below = getenv("WRITES_BELOW");
  if (path && below) file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

// 1 when `path` is one to note.
static int counts(const char *path) {
  size_t length = below ? strlen(below) : 0;
  return file >= 0 && !strncmp(path, below, length) && (path[length] == '/' || path[length] == 0);
}

static int name_of(int fd, char *path) {
  char link[40];
  int saved = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  errno = saved;
  if (length < 0) return 0;
  path[length] = 0;
  return counts(path);
}

// The whole path of `name` below the folder `fd`; 0 when it is not one to note.
static int path_at(int fd, const char *name, char *path) {
  char folder[PATH_MAX], whole[2 * PATH_MAX];
  if (name[0] == '/') snprintf(whole, sizeof whole, "%s", name);
  else if (fd == AT_FDCWD) snprintf(whole, sizeof whole, "%s/%s", getcwd(folder, sizeof folder) ? folder : "", name);
  else { name_of(fd, folder); snprintf(whole, sizeof whole, "%s/%s", folder, name); }
  if (strlen(whole) >= PATH_MAX) return 0;
  strcpy(path, whole);
  return counts(path);
}

static void note(char kind, const char *a, const char *b, uint64_t place, const void *data, uint64_t size) {
  uint32_t lengths[2] = {(uint32_t)strlen(a), b ? (uint32_t)strlen(b) : 0};
  uint64_t numbers[2] = {place, data ? size : 0};
  struct iovec parts[] = {{&kind, 1}, {lengths, sizeof lengths}, {numbers, sizeof numbers}, {(void *)a, lengths[0]},
                          {(void *)b, lengths[1]}, {(void *)data, numbers[1]}};
  int saved = errno;
  if (syscall(SYS_writev, file, parts, 6) < 0) abort();
  errno = saved;
}

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

// A write of any kind: `place` is told before the call, since the call moves it.
#define WRITE(call, place) do { \
  char path[PATH_MAX]; \
  if (!name_of(fd, path)) return call; \
  pthread_mutex_lock(&lock); \
  uint64_t at = (uint64_t)(place); \
  ssize_t done = call; \
  if (done > 0) note('w', path, NULL, at, data, (uint64_t)done); \
  pthread_mutex_unlock(&lock); \
  return done; } while (0)
static off_t position(int fd) {
  return fcntl(fd, F_GETFL) & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
}
ssize_t write(int fd, const void *data, size_t size) { WRITE(REAL(write)(fd, data, size), position(fd)); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t place) { WRITE(REAL(pwrite)(fd, data, size, place), place); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) { WRITE(REAL(pwrite64)(fd, data, size, place), place); }

#define CHANGE(call, kind, place) do { \
  char path[PATH_MAX]; \
  if (!name_of(fd, path)) return call; \
  pthread_mutex_lock(&lock); \
  int result = call; \
  if (result == 0) note(kind, path, NULL, (uint64_t)(place), NULL, 0); \
  pthread_mutex_unlock(&lock); \
  return result; } while (0)
int fsync(int fd) { CHANGE(REAL(fsync)(fd), 's', 0); }
int fdatasync(int fd) { CHANGE(REAL(fdatasync)(fd), 's', 0); }
int ftruncate(int fd, off_t size) { CHANGE(REAL(ftruncate)(fd, size), 't', size); }
int ftruncate64(int fd, off64_t size) { CHANGE(REAL(ftruncate64)(fd, size), 't', size); }

// Names.
#define NAME(call, kind, fd, name) do { \
  char path[PATH_MAX]; \
  if (!path_at(fd, name, path)) return call; \
  pthread_mutex_lock(&lock); \
  int result = call; \
  if (result == 0) note(kind, path, NULL, 0, NULL, 0); \
  pthread_mutex_unlock(&lock); \
  return result; } while (0)
int unlink(const char *path_) { NAME(REAL(unlink)(path_), 'u', AT_FDCWD, path_); }
int unlinkat(int fd, const char *path_, int flags) { NAME(REAL(unlinkat)(fd, path_, flags), 'u', fd, path_); }
int mkdir(const char *path_, mode_t mode) { NAME(REAL(mkdir)(path_, mode), 'd', AT_FDCWD, path_); }
int mkdirat(int fd, const char *path_, mode_t mode) { NAME(REAL(mkdirat)(fd, path_, mode), 'd', fd, path_); }

static int moved(int a, const char *old, int b, const char *new, int result) {
  char from[PATH_MAX], to[PATH_MAX];
  if (result == 0 && path_at(a, old, from) && path_at(b, new, to)) note('r', from, to, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int rename(const char *old, const char *new) {
  pthread_mutex_lock(&lock);
  return moved(AT_FDCWD, old, AT_FDCWD, new, REAL(rename)(old, new));
}
int renameat(int a, const char *old, int b, const char *new) {
  pthread_mutex_lock(&lock);
  return moved(a, old, b, new, REAL(renameat)(a, old, b, new));
}

// `missing`: whether there was no such file before.
static int opened(int fd, const char *path, int missing, int flags) {
  if (fd >= 0 && missing) note('c', path, NULL, 0, NULL, 0);
  else if (fd >= 0 && flags & O_TRUNC) note('t', path, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return fd;
}
#define OPEN(call, fd, name) do { \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
  char path[PATH_MAX]; \
  if (!(flags & (O_CREAT | O_TRUNC)) || !path_at(fd, name, path)) return call; \
  pthread_mutex_lock(&lock); \
  struct stat status; \
  int missing = stat(path, &status) != 0; \
  return opened(call, path, missing, flags); } while (0)
int open(const char *name, int flags, ...) { OPEN(REAL(open)(name, flags, mode), AT_FDCWD, name); }
int open64(const char *name, int flags, ...) { OPEN(REAL(open64)(name, flags, mode), AT_FDCWD, name); }
int openat(int folder, const char *name, int flags, ...) { OPEN(REAL(openat)(folder, name, flags, mode), folder, name); }
int openat64(int folder, const char *name, int flags, ...) { OPEN(REAL(openat64)(folder, name, flags, mode), folder, name); }
