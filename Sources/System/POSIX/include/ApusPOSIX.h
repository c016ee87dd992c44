#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The POSIX calls of the generator. Interrupted calls are repeated. A C module, because the first build of Swift's
// platform modules takes over a second. If a call fails, `errno` has the reason, and `apusLastError` describes it.

/// The kind of entry at a path.
enum __attribute__((enum_extensibility(closed))) ApusEntry {
    ApusEntryNone,
    ApusEntryFile,
    ApusEntryFolder,
    ApusEntryLink,
    ApusEntryOther,
};

/// Returns the kind of entry at `path`, following symbolic links.
enum ApusEntry apusEntry(const char *_Nonnull path);

/// Returns the kind of entry at `path`, without following symbolic links.
enum ApusEntry apusEntryItself(const char *_Nonnull path);

/// What changes about a file when somebody writes or replaces it. Times are in nanoseconds.
struct ApusState {
    uint64_t device, inode;
    int64_t size, modified, changed;
};

/// Reads the state of the file at `path`, following symbolic links. Returns whether there is one.
bool apusState(const char *_Nonnull path, struct ApusState *_Nonnull state);

/// Returns the absolute path without symbolic links, or null if there is nothing at `path`. The caller must free it.
char *_Nullable apusRealPath(const char *_Nonnull path);

/// Opens a file for reading. Returns its descriptor, or -1.
int apusOpen(const char *_Nonnull path);

/// Creates a new file for writing. Returns its descriptor, or -1 if the file exists.
int apusCreate(const char *_Nonnull path);

/// Returns the size of an open file in bytes, or -1 if it is not a regular file.
long apusSize(int descriptor);

/// Reads up to `count` bytes. Returns their number, 0 at the end of the file, or -1.
long apusRead(int descriptor, void *_Nullable bytes, size_t count);

/// Writes all bytes. Returns whether that succeeded.
bool apusWrite(int descriptor, const void *_Nullable bytes, size_t count);

bool apusClose(int descriptor);

/// Opens a folder for `apusNextName`. Returns null if that fails.
void *_Nullable apusOpenFolder(const char *_Nonnull path);

/// Returns the next name in the folder, valid until the next call, or null at the end.
const char *_Nullable apusNextName(void *_Nonnull folder);

void apusCloseFolder(void *_Nonnull folder);

/// Creates a folder whose parent exists. Succeeds if the folder exists already.
bool apusMakeFolder(const char *_Nonnull path);

/// Renames a file, atomically replacing the target.
bool apusMove(const char *_Nonnull path, const char *_Nonnull target);

bool apusRemove(const char *_Nonnull path);

/// Removes an empty folder.
bool apusRemoveFolder(const char *_Nonnull path);

/// Returns a description of the last error.
const char *_Nonnull apusLastError(void);

/// Creates a folder for temporary files, which the caller must remove. Returns its path, which the caller must free, or
/// null.
char *_Nullable apusMakeTemporaryFolder(void);

/// Runs a program of the search path and waits for its end. Arguments end with null, and begin with the program.
/// Its output and its errors go to new files. Returns its exit status, 128 and the number of the signal that has ended
/// it, or -1 if it could not be started.
int apusRunProgram(
    const char *_Nullable const *_Nonnull arguments, const char *_Nonnull output, const char *_Nonnull errors);

/// Makes a crash write a message to standard error before it ends the process.
void apusReportCrashes(const char *_Nonnull message);

/// Makes Ctrl-C and SIGTERM only take note of themselves, for `apusIsInterrupted`. A second signal ends the process.
void apusCatchInterrupts(void);

bool apusIsInterrupted(void);

/// Waits. A signal ends the wait.
void apusPause(int milliseconds);

/// Shows a step of a long run on the terminal of standard error, from half a second after the first step on. The text
/// is one line without control characters.
void apusShowStep(const char *_Nonnull step);

/// Ends the run of steps and clears the line.
void apusClearStep(void);

/// Returns the date in UTC as a number such as 20260131.
int apusToday(void);

int apusProcessID(void);

bool apusIsTerminal(int descriptor);

void apusFree(void *_Nullable memory);

bool apusAreEqual(const void *_Nonnull left, const void *_Nonnull right, size_t count);

_Noreturn void apusExit(int status);
