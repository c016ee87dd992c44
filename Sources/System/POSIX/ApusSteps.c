#define _GNU_SOURCE
#include "ApusPOSIX.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

// A stage of the generator is one call that does not come back before it ends, so a thread of its own shows the steps.

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t hasStep = PTHREAD_COND_INITIALIZER;
static bool hasThread = false;
static char step[512] = "";
static struct timespec start;
// What the terminal shows.
static char shown[600] = "";

static double elapsed(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start.tv_sec) + (double)(now.tv_nsec - start.tv_nsec) / 1e9;
}

static void writeText(const char *text) { apusWrite(STDERR_FILENO, text, strlen(text)); }

// A line that wraps could not be cleared.
static void cutToWidth(char *line) {
    struct winsize size;
    int columns = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1 : 79;
    for (char *character = line; *character; character++) {
        bool begins = ((unsigned char)*character & 0xC0) != 0x80;
        if (begins && columns-- == 0) {
            *character = 0;
            return;
        }
    }
}

static void show(double seconds) {
    char line[sizeof shown];
    if (seconds < 1) snprintf(line, sizeof line, "%s …", step);
    else snprintf(line, sizeof line, "%s … %d s", step, (int)seconds);
    cutToWidth(line);
    if (strcmp(line, shown) == 0) return;
    strcpy(shown, line);
    writeText("\r\x1B[K");
    writeText(line);
}

static void *showSteps(void *nothing) {
    pthread_mutex_lock(&mutex);
    for (;;) {
        while (!step[0]) pthread_cond_wait(&hasStep, &mutex);
        double seconds = elapsed();
        if (seconds >= 0.5) show(seconds);
        pthread_mutex_unlock(&mutex);
        apusPause(50);
        pthread_mutex_lock(&mutex);
    }
    return nothing;
}

void apusShowStep(const char *text) {
    pthread_mutex_lock(&mutex);
    if (!step[0]) clock_gettime(CLOCK_MONOTONIC, &start);
    snprintf(step, sizeof step, "%s", text);
    if (!hasThread) {
        pthread_t thread;
        hasThread = pthread_create(&thread, NULL, showSteps, NULL) == 0;
        if (hasThread) pthread_detach(thread);
    }
    pthread_cond_signal(&hasStep);
    pthread_mutex_unlock(&mutex);
}

void apusClearStep(void) {
    pthread_mutex_lock(&mutex);
    step[0] = 0;
    if (shown[0]) writeText("\r\x1B[K");
    shown[0] = 0;
    pthread_mutex_unlock(&mutex);
}
