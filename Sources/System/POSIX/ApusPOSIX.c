#define _GNU_SOURCE
#include "ApusPOSIX.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static enum ApusEntry entry(mode_t mode) {
    if (S_ISREG(mode)) return ApusEntryFile;
    if (S_ISDIR(mode)) return ApusEntryFolder;
    if (S_ISLNK(mode)) return ApusEntryLink;
    return ApusEntryOther;
}

enum ApusEntry apusEntry(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? entry(status.st_mode) : ApusEntryNone;
}

enum ApusEntry apusEntryItself(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 ? entry(status.st_mode) : ApusEntryNone;
}

bool apusState(const char *path, struct ApusState *state) {
    struct stat status;
    if (stat(path, &status) != 0) return false;
#ifdef __APPLE__
    const struct timespec modified = status.st_mtimespec, changed = status.st_ctimespec;
#else
    const struct timespec modified = status.st_mtim, changed = status.st_ctim;
#endif
    state->device = (uint64_t)status.st_dev;
    state->inode = (uint64_t)status.st_ino;
    state->size = (int64_t)status.st_size;
    state->modified = (int64_t)modified.tv_sec * 1000000000 + modified.tv_nsec;
    state->changed = (int64_t)changed.tv_sec * 1000000000 + changed.tv_nsec;
    return true;
}

char *apusRealPath(const char *path) { return realpath(path, NULL); }

// A pipe without a writer is opened at once, too, and found out by `apusSize`.
int apusOpen(const char *path) { return open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); }

int apusCreate(const char *path) { return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); }

long apusSize(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) ? (long)status.st_size : -1;
}

long apusRead(int descriptor, void *bytes, size_t count) {
    long result;
    do result = read(descriptor, bytes, count);
    while (result < 0 && errno == EINTR);
    return result;
}

bool apusWrite(int descriptor, const void *bytes, size_t count) {
    const char *rest = bytes;
    while (count > 0) {
        long step = write(descriptor, rest, count);
        if (step < 0 && errno == EINTR) continue;
        if (step <= 0) return false;
        rest += step;
        count -= (size_t)step;
    }
    return true;
}

bool apusClose(int descriptor) { return close(descriptor) == 0; }

void *apusOpenFolder(const char *path) { return opendir(path); }

const char *apusNextName(void *folder) {
    struct dirent *entry = readdir(folder);
    return entry ? entry->d_name : NULL;
}

void apusCloseFolder(void *folder) { closedir(folder); }

bool apusMakeFolder(const char *path) { return mkdir(path, 0777) == 0 || errno == EEXIST; }

bool apusMove(const char *path, const char *target) { return rename(path, target) == 0; }

bool apusRemove(const char *path) { return unlink(path) == 0; }

bool apusRemoveFolder(const char *path) { return rmdir(path) == 0; }

const char *apusLastError(void) { return strerror(errno); }

char *apusMakeTemporaryFolder(void) {
    const char *parent = getenv("TMPDIR");
    char *path = NULL;
    if (asprintf(&path, "%s/apus-XXXXXX", parent && *parent ? parent : "/tmp") < 0) return NULL;
    if (mkdtemp(path)) return path;
    free(path);
    return NULL;
}

extern char **environ;

int apusRunProgram(const char *const *arguments, const char *output, const char *errors) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) return -1;
    const int flags = O_WRONLY | O_CREAT | O_EXCL;
    bool isReady = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) == 0
        && posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0600) == 0
        && posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0600) == 0;
    pid_t process;
    isReady = isReady && posix_spawnp(&process, arguments[0], &actions, NULL, (char *const *)arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    if (!isReady) return -1;
    int status;
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static const char *crashReport = "";

static void reportCrash(int signal) {
    const int error = errno;
    apusWrite(STDERR_FILENO, crashReport, strlen(crashReport));
    errno = error;
    // The signal is blocked until this returns, and has its default action by then.
    raise(signal);
}

void apusReportCrashes(const char *message) {
    static char stack[1 << 16];
    const stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternative, NULL);
    crashReport = strdup(message);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = reportCrash;
    action.sa_flags = (int)(SA_RESETHAND | SA_ONSTACK);
    const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
    for (size_t index = 0; index < sizeof signals / sizeof signals[0]; index++) {
        sigaction(signals[index], &action, NULL);
    }
}

static volatile sig_atomic_t isInterrupted = 0;

static void interrupt(int signal) {
    (void)signal;
    isInterrupted = 1;
}

void apusCatchInterrupts(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = interrupt;
    action.sa_flags = (int)SA_RESETHAND;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    // The process that started this one may have blocked them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &signals, NULL);
}

bool apusIsInterrupted(void) { return isInterrupted; }

void apusPause(int milliseconds) {
    const struct timespec time = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    nanosleep(&time, NULL);
}

int apusToday(void) {
    time_t now = time(NULL);
    struct tm date;
    if (!gmtime_r(&now, &date)) return 0;
    return (date.tm_year + 1900) * 10000 + (date.tm_mon + 1) * 100 + date.tm_mday;
}

int apusProcessID(void) { return getpid(); }

bool apusIsTerminal(int descriptor) { return isatty(descriptor) == 1; }

void apusFree(void *memory) { free(memory); }

bool apusAreEqual(const void *left, const void *right, size_t count) { return memcmp(left, right, count) == 0; }

void apusExit(int status) { exit(status); }
