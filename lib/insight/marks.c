#include "insight/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct reading {
    struct mark *items;
    size_t count, room;
    struct crowd crowd; /* how many each has, then where the next one goes */
    bool by_store;
};

static int
take_row(void *context, const struct flow_row *row, struct err *err)
{
    struct reading *reading = context;
    (void)err;
    if (reading->count == reading->room) {
        reading->room = reading->room ? 2 * reading->room : 4096;
        reading->items = mem_resize(reading->items, reading->room * sizeof *reading->items);
    }
    reading->items[reading->count++] =
        (struct mark){row->client, (int32_t)row->day,
                      (int32_t)(reading->by_store ? row->store_id : row->value[0])};
    ++*(size_t *)crowd_at(&reading->crowd, row->client);
    return 0;
}

/* Into the order of clients; rows came by day, and stay so for each of them. */
static void
sort(struct reading *reading, struct marks *marks)
{
    size_t next = 0, *count;
    int64_t client = -1;
    marks->items = mem_alloc((reading->count + 1) * sizeof *marks->items);
    marks->count = reading->count;
    while ((count = crowd_next(&reading->crowd, &client))) {
        size_t own = *count;
        *count = next;
        next += own;
    }
    for (size_t i = 0; i < reading->count; i++) {
        size_t *place = crowd_at(&reading->crowd, reading->items[i].client);
        marks->items[(*place)++] = reading->items[i];
    }
}

int
marks_read(const struct flow *flow, struct marks *marks, struct err *err)
{
    struct reading reading = {.crowd = {.size = sizeof(size_t)}, .by_store = !flow->columns[0]};
    int result = flow_each(flow, take_row, &reading, err);
    *marks = (struct marks){0};
    if (result == 0)
        sort(&reading, marks);
    free(reading.items);
    crowd_release(&reading.crowd);
    return result;
}

void
marks_release(struct marks *marks)
{
    free(marks->items);
    *marks = (struct marks){0};
}

size_t
marks_run(const struct marks *marks, size_t at)
{
    size_t end = at;
    while (end < marks->count && marks->items[end].client == marks->items[at].client)
        end++;
    return end - at;
}
