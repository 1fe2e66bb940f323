#include "client/sorter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    BUFFER = 1 << 19, /* items: 8 MiB, and as much to sort them in */
    AHEAD = 1 << 12,  /* items of a run that are read at once */
    RADIX = 256,
};

/* A sorted part of the file, and what of it is in memory. */
struct run {
    int64_t start;
    int64_t from, to; /* items in the file that were not read yet */
    struct sort_item *items;
    int count, at;
};

struct sorter {
    FILE *file; /* NULL: everything still fits into the buffer */
    struct sort_item *buffer, *other;
    int used, at;
    int64_t written;
    struct run *runs;
    int run_count;
};

struct sorter *
sorter_new(void)
{
    struct sorter *sorter = mem_alloc(sizeof *sorter);
    *sorter = (struct sorter){.buffer = mem_alloc(BUFFER * sizeof *sorter->buffer),
                              .other = mem_alloc(BUFFER * sizeof *sorter->other)};
    return sorter;
}

void
sorter_free(struct sorter *sorter)
{
    if (!sorter)
        return;
    for (int i = 0; i < sorter->run_count; i++)
        free(sorter->runs[i].items);
    free(sorter->runs);
    free(sorter->buffer);
    free(sorter->other);
    if (sorter->file)
        fclose(sorter->file);
    free(sorter);
}

/* ---- sorting a buffer ---------------------------------------------------------------------------------- */

/* By one byte of the key, into the other buffer; nothing to do if all have the same one. */
static void
sort_byte(struct sorter *sorter, int shift)
{
    int places[RADIX] = {0}, next = 0;
    for (int i = 0; i < sorter->used; i++)
        places[sorter->buffer[i].key >> shift & (RADIX - 1)]++;
    if (places[sorter->buffer[0].key >> shift & (RADIX - 1)] == sorter->used)
        return;
    for (int i = 0; i < RADIX; i++) {
        int count = places[i];
        places[i] = next;
        next += count;
    }
    for (int i = 0; i < sorter->used; i++)
        sorter->other[places[sorter->buffer[i].key >> shift & (RADIX - 1)]++] = sorter->buffer[i];
    struct sort_item *sorted = sorter->other;
    sorter->other = sorter->buffer;
    sorter->buffer = sorted;
}

static void
sort_buffer(struct sorter *sorter)
{
    for (int shift = 0; shift < 64 && sorter->used > 0; shift += 8)
        sort_byte(sorter, shift);
}

/* ---- runs ------------------------------------------------------------------------------------ */

static int
failed(struct err *err)
{
    return err_errno(err, errno, "%s", _("a temporary file"));
}

static int
write_run(struct sorter *sorter, struct err *err)
{
    size_t used = (size_t)sorter->used;
    if (!sorter->file && !(sorter->file = tmpfile()))
        return failed(err);
    sort_buffer(sorter);
    if (fwrite(sorter->buffer, sizeof *sorter->buffer, used, sorter->file) != used)
        return failed(err);
    sorter->runs = mem_resize(sorter->runs, (size_t)(sorter->run_count + 1) * sizeof *sorter->runs);
    sorter->runs[sorter->run_count++] = (struct run){
        .start = sorter->written, .from = sorter->written, .to = sorter->written + sorter->used};
    sorter->written += sorter->used;
    sorter->used = 0;
    return 0;
}

int
sorter_add(struct sorter *sorter, uint64_t key, int64_t value, struct err *err)
{
    sorter->buffer[sorter->used++] = (struct sort_item){key, value};
    return sorter->used == BUFFER ? write_run(sorter, err) : 0;
}

/* 1 the run has items in memory, 0 it is at its end, -1. */
static int
fill_run(struct sorter *sorter, struct run *run, struct err *err)
{
    if (run->at < run->count)
        return 1;
    run->at = 0;
    run->count = run->to - run->from < AHEAD ? (int)(run->to - run->from) : AHEAD;
    if (run->count == 0)
        return 0;
    if (!run->items)
        run->items = mem_alloc(AHEAD * sizeof *run->items);
    if (fseek(sorter->file, run->from * (long)sizeof *run->items, SEEK_SET) != 0 ||
        fread(run->items, sizeof *run->items, (size_t)run->count, sorter->file) !=
            (size_t)run->count)
        return failed(err);
    run->from += run->count;
    return 1;
}

int
sorter_sort(struct sorter *sorter, struct err *err)
{
    if (!sorter->file) {
        sort_buffer(sorter);
        return 0;
    }
    return (sorter->used && write_run(sorter, err) < 0) || fflush(sorter->file) != 0 ? failed(err)
                                                                                     : 0;
}

void
sorter_rewind(struct sorter *sorter)
{
    sorter->at = 0;
    for (int i = 0; i < sorter->run_count; i++) {
        struct run *run = &sorter->runs[i];
        run->from = run->start;
        run->count = run->at = 0;
    }
}

int
sorter_next(struct sorter *sorter, struct sort_item *item, struct err *err)
{
    struct run *least = NULL;
    if (!sorter->file) {
        if (sorter->at == sorter->used)
            return 0;
        *item = sorter->buffer[sorter->at++];
        return 1;
    }
    for (int i = 0; i < sorter->run_count; i++) {
        struct run *run = &sorter->runs[i];
        int there = fill_run(sorter, run, err);
        if (there < 0)
            return -1;
        if (there && (!least || run->items[run->at].key < least->items[least->at].key))
            least = run;
    }
    if (!least)
        return 0;
    *item = least->items[least->at++];
    return 1;
}
