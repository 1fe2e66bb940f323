#include "base/arena.h"

#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024, EXIT_MEMORY = 4 };

struct arena_block {
    struct arena_block *older;
    size_t size;
    max_align_t bytes[];
};

/* Nothing can be allocated any more, so nothing is formatted: say it and end. An open transaction is
 * rolled back by the database when the process is gone. */
void
mem_out(void)
{
    static const char words[] = "medi: out of memory; nothing was written\n";
    ssize_t ignored = write(STDERR_FILENO, words, sizeof words - 1);
    (void)ignored;
    _exit(EXIT_MEMORY);
}

void *
mem_alloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory)
        mem_out();
    return memory;
}

void *
mem_resize(void *memory, size_t size)
{
    memory = realloc(memory, size ? size : 1);
    if (!memory)
        mem_out();
    return memory;
}

void
arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

static void
free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void
arena_release(struct arena *arena)
{
    free_blocks(arena->block);
    *arena = (struct arena){0};
}

/* Puts the largest block in front of the others. */
static void
largest_first(struct arena *arena)
{
    struct arena_block **largest = &arena->block;
    for (struct arena_block **at = largest; *at; at = &(*at)->older)
        if ((*at)->size > (*largest)->size)
            largest = at;
    struct arena_block *block = *largest;
    *largest = block->older;
    block->older = arena->block;
    arena->block = block;
}

void
arena_reset(struct arena *arena)
{
    arena->used = 0;
    if (!arena->block || !arena->block->older)
        return;
    largest_first(arena);
    free_blocks(arena->block->older);
    arena->block->older = NULL;
}

static void
arena_grow(struct arena *arena, size_t size)
{
    size_t room = size > BLOCK ? size : BLOCK;
    struct arena_block *block = mem_alloc(sizeof *block + room);
    block->older = arena->block;
    block->size = room;
    arena->block = block;
    arena->used = 0;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    size_t unit = sizeof(max_align_t);
    if (size > SIZE_MAX / 2)
        mem_out();
    size_t need = (size + unit - 1) / unit * unit;
    if (!arena->block || arena->block->size - arena->used < need)
        arena_grow(arena, need);
    void *memory = (char *)arena->block->bytes + arena->used;
    arena->used += need;
    return memset(memory, 0, need);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        mem_out();
    return arena_alloc(arena, count * size);
}

void *
arena_more(struct arena *arena, void *items, int count, int *room, size_t size)
{
    enum { FIRST = 16 };
    if (count < *room)
        return items;
    if (*room > INT_MAX / 2)
        mem_out();
    *room = *room ? 2 * *room : FIRST;
    void *wider = arena_array(arena, (size_t)*room, size);
    if (count)
        memcpy(wider, items, (size_t)count * size);
    return wider;
}

char *
arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *
arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        return arena_strdup(arena, "");
    char *text = arena_alloc(arena, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)length + 1, format, args);
    va_end(args);
    return text;
}
