/*
 * A disk that fails on command. Loaded into a server with LD_PRELOAD it stands before the system's write and fsync for the
 * files of one database, and does what the plan says; the plan is a small file that the test writes and this maps.
 *
 * A doomed fsync fails as real disks fail: what was written since the fsync before it is lost, although the writes had succeeded.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* The same order as in faulty-disk.ts. */
struct plan {
  int32_t armed;
  int32_t kind;       /* 1 writes, 2 fsyncs, 3 both */
  int32_t at;         /* the first operation that fails, counted from 1 */
  int32_t lasting;    /* 1: and all after it */
  int32_t percent;    /* instead of `at`: so many of a hundred fail */
  int32_t act;        /* 0 EIO, 1 the process is killed in the middle of the operation, 2 right after it */
  int32_t sync_delay; /* milliseconds every fsync takes longer */
  int32_t writes;     /* counted since armed */
  int32_t syncs;
  int32_t faults;
  int64_t first_fault; /* milliseconds since 1970 */
};

static struct plan *plan;
static const char *target;

__attribute__((constructor)) static void load(void) {
  const char *path = getenv("FAULTY_DISK_PLAN");
  target = getenv("FAULTY_DISK_TARGET");
  if (!path || !target) return;
  int file = open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof(struct plan), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (mapped != MAP_FAILED) plan = mapped;
}

/* The file and what belongs to it: a database's write-ahead log, the front before it, a draft; not the file of its locks. */
static int concerns(int file) {
  if (!plan || !plan->armed) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  size_t prefix = strlen(target);
  if (strncmp(path, target, prefix) != 0) return 0;
  return path[prefix] == 0 || strcmp(path + prefix, "-wal") == 0 || strcmp(path + prefix, ".new") == 0 ||
         strncmp(path + prefix, "-front-", 7) == 0;
}

static int is_doomed(int kind, int number) {
  if (!(plan->kind & kind)) return 0;
  if (plan->percent > 0) {
    uint32_t mixed = (uint32_t)number * 2654435761u + 97u;
    mixed ^= mixed >> 15;
    mixed *= 2246822519u;
    mixed ^= mixed >> 13;
    return (int)(mixed % 100) < plan->percent;
  }
  if (plan->at == 0) return 0;
  return plan->lasting ? number >= plan->at : number == plan->at;
}

static void note_fault(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  int64_t expected = 0;
  int64_t millis = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
  __atomic_compare_exchange_n(&plan->first_fault, &expected, millis, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  __atomic_add_fetch(&plan->faults, 1, __ATOMIC_SEQ_CST);
}

/* The number of this operation among those that the plan counts. */
static int count(int kind) {
  int writes = __atomic_add_fetch(&plan->writes, kind == 1, __ATOMIC_SEQ_CST);
  int syncs = __atomic_add_fetch(&plan->syncs, kind == 2, __ATOMIC_SEQ_CST);
  return plan->kind == 3 ? writes + syncs : kind == 1 ? writes : syncs;
}

/* Files whose last writes were lost: two threads write, and the doomed fsync may be the other file's. */
#define FILES 4096
static int lost[FILES];

static int take_lost(int file) { return file < FILES && __atomic_exchange_n(&lost[file], 0, __ATOMIC_SEQ_CST); }

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

static ssize_t put(int file, const void *bytes, size_t size, off64_t at) {
  if (at < 0) return real_write(file, bytes, size);
  if (!real_pwrite) real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  return real_pwrite(file, bytes, size, at);
}

static ssize_t fail_write(int file, const void *bytes, size_t size, off64_t at) {
  note_fault();
  if (plan->act > 0) {
    put(file, bytes, plan->act == 1 ? size / 2 : size, at);
    kill(getpid(), SIGKILL);
  }
  errno = EIO;
  return -1;
}

static void delay_sync(void) {
  if (plan->sync_delay <= 0) return;
  struct timespec delay = {plan->sync_delay / 1000, (plan->sync_delay % 1000) * 1000000L};
  nanosleep(&delay, NULL);
}

/* A write to a file that was opened with O_DSYNC is its own sync. */
static ssize_t faulty_synced_write(int file, const void *bytes, size_t size, off64_t at) {
  if (is_doomed(1, count(1))) return fail_write(file, bytes, size, at);
  int number = count(2);
  delay_sync();
  if (!is_doomed(2, number)) return put(file, bytes, size, at);
  note_fault();
  if (plan->act > 0) {
    put(file, bytes, size, at);
    kill(getpid(), SIGKILL);
  }
  errno = EIO;
  return -1;
}

static ssize_t faulty_write(int file, const void *bytes, size_t size, off64_t at) {
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  if (!concerns(file)) return put(file, bytes, size, at);
  if (fcntl(file, F_GETFL) & O_DSYNC) return faulty_synced_write(file, bytes, size, at);
  if (is_doomed(1, count(1))) return fail_write(file, bytes, size, at);
  if (plan->act == 0 && plan->kind == 2 && is_doomed(2, plan->syncs + 1)) {
    if (at < 0) lseek64(file, (off64_t)size, SEEK_CUR);
    if (file < FILES) __atomic_store_n(&lost[file], 1, __ATOMIC_SEQ_CST);
    return (ssize_t)size;
  }
  return put(file, bytes, size, at);
}

static int faulty_sync(int file, int (*real)(int)) {
  if (!concerns(file)) return real(file);
  int number = count(2);
  delay_sync();
  int is_lost = take_lost(file);
  if (!is_lost && !is_doomed(2, number)) return real(file);
  note_fault();
  if (plan->act == 2) real(file);
  if (plan->act > 0) kill(getpid(), SIGKILL);
  errno = EIO;
  return -1;
}

ssize_t write(int file, const void *bytes, size_t size) { return faulty_write(file, bytes, size, -1); }
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return faulty_write(file, bytes, size, at); }
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) { return faulty_write(file, bytes, size, at); }

int fsync(int file) {
  if (!real_fsync) real_fsync = dlsym(RTLD_NEXT, "fsync");
  return faulty_sync(file, real_fsync);
}

int fdatasync(int file) {
  if (!real_fdatasync) real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  return faulty_sync(file, real_fdatasync);
}
