/*
 * Arena: memory that is given back all at once.
 *
 * One arena lives as long as a run, others as long as a row (arena_reset). Nothing in an arena is
 * freed singly. Running out of memory ends the process cleanly (exit 4): no caller checks for NULL.
 */
#ifndef MEDI_BASE_ARENA_H
#define MEDI_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *block; /* the newest */
    size_t used;               /* bytes of it that are taken */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Empties the arena but keeps its largest block for the next row. */
void arena_reset(struct arena *arena);

/* Zeroed, aligned for any type; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Room for one more behind `count` of them: what is there, or a copy twice as wide; the old one stays until the
 * arena is reset. `room` is 0 at first, and items NULL. */
void *arena_more(struct arena *arena, void *items, int count, int *room, size_t size);

char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* malloc and realloc that end the process cleanly instead of returning NULL. */
void *mem_alloc(size_t size);
void *mem_resize(void *memory, size_t size);

/* That end, for an allocator of another kind: no memory, and so no process. */
void mem_out(void) __attribute__((noreturn));

#endif
