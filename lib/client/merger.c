#include "client/merger.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

enum { AHEAD = 1 << 12 }; /* items of a list that are written or read at once */

/* Where it lies in the file, and what of it is in memory. */
struct list {
    int64_t start, end;
    int64_t from; /* the first one that was not read yet */
    struct merge_item items[AHEAD];
    int count, at;
};

struct merger {
    FILE *file;
    int64_t written; /* items */
    uint64_t last;   /* key of the list that is being added to */
    struct list *lists[MERGER_LISTS];
    int count;
    bool begun; /* everything is in the file, and is being read */
};

static int
failed(struct err *err)
{
    return err_errno(err, errno, "%s", _("a temporary file"));
}

int
merger_new(struct merger **merger, struct err *err)
{
    *merger = mem_alloc(sizeof **merger);
    **merger = (struct merger){.file = tmpfile()};
    return (*merger)->file ? 0 : failed(err);
}

void
merger_free(struct merger *merger)
{
    if (!merger)
        return;
    for (int i = 0; i < merger->count; i++)
        free(merger->lists[i]);
    if (merger->file)
        fclose(merger->file);
    free(merger);
}

/* What was added last and is not in the file yet. */
static int
write_down(struct merger *merger, struct err *err)
{
    struct list *list = merger->count ? merger->lists[merger->count - 1] : NULL;
    size_t count = list ? (size_t)list->count : 0;
    if (count && fwrite(list->items, sizeof *list->items, count, merger->file) != count)
        return failed(err);
    if (count) {
        merger->written += list->count;
        list->end = merger->written;
        list->count = 0;
    }
    return 0;
}

int
merger_list(struct merger *merger, struct err *err)
{
    if (write_down(merger, err) < 0)
        return -1;
    struct list *list = mem_alloc(sizeof *list);
    list->start = list->end = merger->written;
    list->count = 0;
    merger->last = 0;
    merger->lists[merger->count++] = list;
    return 0;
}

int
merger_add(struct merger *merger, const struct merge_item *item, struct err *err)
{
    struct list *list = merger->lists[merger->count - 1];
    if (item->key < merger->last)
        return err_set(err, ERR_DB, _("the database gave rows out of their order"));
    merger->last = item->key;
    list->items[list->count++] = *item;
    return list->count == AHEAD ? write_down(merger, err) : 0;
}

int
merger_begin(struct merger *merger, struct err *err)
{
    if (!merger->begun && (write_down(merger, err) < 0 || fflush(merger->file) != 0))
        return failed(err);
    merger->begun = true;
    for (int i = 0; i < merger->count; i++) {
        struct list *list = merger->lists[i];
        list->from = list->start;
        list->count = list->at = 0;
    }
    return 0;
}

/* 1 the list has items in memory, 0 it is at its end, -1. */
static int
read_ahead(struct merger *merger, struct list *list, struct err *err)
{
    int64_t left = list->end - list->from;
    if (list->at < list->count)
        return 1;
    list->at = 0;
    list->count = left < AHEAD ? (int)left : AHEAD;
    if (list->count == 0)
        return 0;
    if (fseek(merger->file, list->from * (long)sizeof *list->items, SEEK_SET) != 0 ||
        fread(list->items, sizeof *list->items, (size_t)list->count, merger->file) !=
            (size_t)list->count)
        return failed(err);
    list->from += list->count;
    return 1;
}

int
merger_next(struct merger *merger, struct merge_item *item, struct err *err)
{
    struct list *least = NULL;
    for (int i = 0; i < merger->count; i++) {
        struct list *list = merger->lists[i];
        int there = read_ahead(merger, list, err);
        if (there < 0)
            return -1;
        if (there && (!least || list->items[list->at].key < least->items[least->at].key))
            least = list;
    }
    if (!least)
        return 0;
    *item = least->items[least->at++];
    return 1;
}
