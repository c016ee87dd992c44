#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// How many blocks of memory this process has allocated or grown; 0 where that cannot be counted.
uint64_t allocation_count(void);

#endif
