#include <stdbool.h>
#include <stddef.h>

// The calls of POSIX that the generator needs, with their interruptions hidden. Swift's own modules for them, which differ
// from system to system, take over a second to build for who builds the tool first. Where a call fails, `errno` has the
// reason, and `apusLastError` says it in words.

/// What is at a path.
enum __attribute__((enum_extensibility(closed))) ApusEntry {
    ApusEntryNone,
    ApusEntryFile,
    ApusEntryFolder,
    ApusEntryLink,
    ApusEntryOther,
};

/// What is at `path`, symbolic links followed.
enum ApusEntry apusEntry(const char *_Nonnull path);

/// What is at `path`, symbolic links not followed.
enum ApusEntry apusEntryItself(const char *_Nonnull path);

/// The absolute path without symbolic links, for `free`, or null if there is nothing at `path`.
char *_Nullable apusRealPath(const char *_Nonnull path);

/// Opens a file for reading: its descriptor, or -1.
int apusOpen(const char *_Nonnull path);

/// Opens a file for writing that must not exist yet: its descriptor, or -1.
int apusCreate(const char *_Nonnull path);

/// The count of bytes in an open file; -1 if it is not a regular one.
long apusSize(int descriptor);

/// Reads some bytes: how many, 0 at the end of the file, or -1.
long apusRead(int descriptor, void *_Nullable bytes, size_t count);

/// Writes all bytes, or says that it did not.
bool apusWrite(int descriptor, const void *_Nullable bytes, size_t count);

bool apusClose(int descriptor);

/// Opens a folder for `apusNextName`, or gives null.
void *_Nullable apusOpenFolder(const char *_Nonnull path);

/// The name of what is next in the folder, valid until the next call, or null.
const char *_Nullable apusNextName(void *_Nonnull folder);

void apusCloseFolder(void *_Nonnull folder);

/// Makes a folder in one that exists; one that is there already will do.
bool apusMakeFolder(const char *_Nonnull path);

/// Puts a file in the place of another, in one step.
bool apusMove(const char *_Nonnull path, const char *_Nonnull target);

bool apusRemove(const char *_Nonnull path);

/// Removes a folder that has nothing in it.
bool apusRemoveFolder(const char *_Nonnull path);

/// Why the last call failed, in words.
const char *_Nonnull apusLastError(void);

int apusProcessID(void);

bool apusIsTerminal(int descriptor);

void apusFree(void *_Nullable memory);

bool apusAreEqual(const void *_Nonnull left, const void *_Nonnull right, size_t count);

_Noreturn void apusExit(int status);
