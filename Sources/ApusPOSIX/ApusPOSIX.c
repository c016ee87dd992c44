#include "ApusPOSIX.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

int apusProcessID(void) { return getpid(); }

bool apusIsTerminal(int descriptor) { return isatty(descriptor) == 1; }

void apusFree(void *memory) { free(memory); }

bool apusAreEqual(const void *left, const void *right, size_t count) { return memcmp(left, right, count) == 0; }

void apusExit(int status) { exit(status); }
