/*
 * heap: what the program tells the allocator about itself.
 */
#ifndef MEDI_BASE_HEAP_H
#define MEDI_BASE_HEAP_H

#include <stddef.h>

/* So many bytes will be wanted in small pieces, as by a page cache that fills: room for them is set apart in
 * huge pages, of which nothing is taken before it is touched. The kernel then brings 2 MiB at a time instead
 * of 4 KiB, which was a fifth of an append's CPU and a third of that of a question that reads 9 MB. Where there
 * is no such allocator, or no such pages, nothing changes. */
void heap_expect(size_t size);

#endif
