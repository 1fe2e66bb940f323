#include "followup/owed.h"

#include <string.h>

#include "db/relation.h"

enum { WINDOW = 4096, TASK_COLUMNS = 20, MESSAGE_COLUMNS = 23 };

static const char *const task_columns[TASK_COLUMNS] = {
    "store_id", "code",  "client_id", "treatment_id", "plan",    "step",  "occurrence",
    "kind",     "role",  "staff_id",  "grade",        "due_at",  "day",   "until_at",
    "state",    "tries", "climbed",   "done_at",      "done_by", "reason"};
static const char *const message_columns[MESSAGE_COLUMNS] = {
    "store_id", "code",       "client_id", "treatment_id", "task_id",  "plan",
    "step",     "occurrence", "channel",   "channels",     "template", "purpose",
    "priority", "due_at",     "day",       "until_at",     "state",    "next_at",
    "tries",    "sent_at",    "late",      "receipt",      "reason"};

/* Rows of one table on their way into it. */
struct pile {
    struct relation *relation;
    int columns;
    struct db_value *values; /* WINDOW rows; NULL: each is written at once */
    const struct db_value **rows;
    bool *stands;
    int64_t *ids;
    int count;
    int64_t written;
    struct arena window;
};

struct owed {
    struct pile tasks, messages;
};

int64_t
owed_staff(const char *role, const struct owed_people *people)
{
    return strcmp(role, "nurse") == 0        ? people->nurse_id
           : strcmp(role, "doctor") == 0     ? people->doctor_id
           : strcmp(role, "consultant") == 0 ? people->owner_id
                                             : 0;
}

/* ---- opened and closed ------------------------------------------------------------------------------- */

static int
open_pile(struct pile *pile, struct db *db, struct arena *arena, const char *table,
          const char *const *columns, int count, bool fresh, struct err *err)
{
    static const int key[] = {0, 1};
    const struct relation_spec spec = {.table = table,
                                       .columns = columns,
                                       .count = count,
                                       .key = key,
                                       .key_count = 2,
                                       .of_store = true};
    *pile = (struct pile){.columns = count};
    arena_init(&pile->window);
    if (relation_open(&pile->relation, db, arena, &spec, err) < 0)
        return -1;
    if (!fresh || !relation_can_load(pile->relation))
        return 0;
    pile->values = arena_array(arena, (size_t)WINDOW * (size_t)count, sizeof *pile->values);
    pile->rows = arena_array(arena, WINDOW, sizeof *pile->rows);
    pile->stands = arena_array(arena, WINDOW, sizeof *pile->stands);
    pile->ids = arena_array(arena, WINDOW, sizeof *pile->ids);
    return 0;
}

static void
close_pile(struct pile *pile)
{
    relation_close(pile->relation);
    arena_release(&pile->window);
}

int
owed_open(struct owed **owed, struct db *db, struct arena *arena, bool fresh, struct err *err)
{
    *owed = arena_alloc(arena, sizeof **owed);
    return open_pile(&(*owed)->tasks, db, arena, "task", task_columns, TASK_COLUMNS, fresh, err) <
                       0 ||
                   open_pile(&(*owed)->messages, db, arena, "message", message_columns,
                             MESSAGE_COLUMNS, fresh, err) < 0
               ? -1
               : 0;
}

void
owed_close(struct owed *owed)
{
    if (!owed)
        return;
    close_pile(&owed->tasks);
    close_pile(&owed->messages);
}

/* ---- by the engine's fast way ---------------------------------------------------------------------- */

static int
mark_standing(void *context, int index, int64_t id, const struct db_value *row, struct err *err)
{
    struct pile *pile = context;
    (void)id, (void)row, (void)err;
    pile->stands[index] = true;
    return 0;
}

/* Those that stand are left out. */
static int
choose_rows(struct pile *pile, struct err *err)
{
    int count = 0;
    for (int i = 0; i < pile->count; i++)
        pile->rows[i] = pile->values + (size_t)i * (size_t)pile->columns;
    memset(pile->stands, 0, (size_t)pile->count * sizeof *pile->stands);
    if (relation_find_many(pile->relation, pile->rows, pile->count, mark_standing, pile, err) < 0)
        return -1;
    for (int i = 0; i < pile->count; i++)
        if (!pile->stands[i])
            pile->rows[count++] = pile->rows[i];
    return count;
}

static int
flush(struct pile *pile, struct err *err)
{
    int count = pile->count ? choose_rows(pile, err) : 0;
    if (count <= 0)
        return count;
    if (relation_take_ids(pile->relation, pile->rows, count, pile->ids, err) < 0 ||
        relation_load_begin(pile->relation, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        if (relation_load_row(pile->relation, pile->ids[i], pile->rows[i], err) == 0)
            continue;
        relation_load_abort(pile->relation);
        return -1;
    }
    if (relation_load_end(pile->relation, err) < 0)
        return -1;
    pile->written += count;
    return 0;
}

static int
empty(struct pile *pile, struct err *err)
{
    int result = flush(pile, err);
    pile->count = 0;
    arena_reset(&pile->window);
    return result;
}

static void
keep(struct pile *pile, const struct db_value *values)
{
    struct db_value *row = pile->values + (size_t)pile->count++ * (size_t)pile->columns;
    for (int i = 0; i < pile->columns; i++) {
        row[i] = values[i];
        if (values[i].type == DB_TEXT)
            row[i].text = arena_strndup(&pile->window, values[i].text, values[i].length);
    }
}

static int
add(struct pile *pile, const struct db_value *values, struct err *err)
{
    int64_t id;
    if (!pile->values) {
        int made = relation_insert(pile->relation, values, &id, err);
        pile->written += made > 0;
        return made;
    }
    if (pile->count == WINDOW && empty(pile, err) < 0)
        return -1;
    keep(pile, values);
    return 1;
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

int
owed_task(struct owed *owed, const struct owed_task *task, struct err *err)
{
    const struct db_value values[TASK_COLUMNS] = {db_int(task->store_id),
                                                  db_text(task->code),
                                                  db_int(task->client_id),
                                                  db_id(task->treatment_id),
                                                  db_text(task->plan),
                                                  db_text(task->step),
                                                  db_text(task->occurrence),
                                                  db_text(task->kind),
                                                  db_text(task->role),
                                                  db_id(task->staff_id),
                                                  db_int(task->grade),
                                                  db_int(task->due_at),
                                                  db_int(task->day),
                                                  db_int(task->until_at),
                                                  db_text("open"),
                                                  db_int(0),
                                                  db_int(0),
                                                  db_null(),
                                                  db_null(),
                                                  db_null()};
    return add(&owed->tasks, values, err);
}

int
owed_message(struct owed *owed, const struct owed_message *message, struct err *err)
{
    const struct db_value values[MESSAGE_COLUMNS] = {db_int(message->store_id),
                                                     db_text(message->code),
                                                     db_int(message->client_id),
                                                     db_id(message->treatment_id),
                                                     db_id(message->task_id),
                                                     db_text(message->plan),
                                                     db_text(message->step),
                                                     db_text(message->occurrence),
                                                     db_text(message->channel),
                                                     db_text(message->channels),
                                                     db_text(message->template),
                                                     db_text(message->purpose),
                                                     db_int(message->priority),
                                                     db_int(message->due_at),
                                                     db_int(message->day),
                                                     db_int(message->until_at),
                                                     db_text("pending"),
                                                     db_int(message->due_at),
                                                     db_int(0),
                                                     db_null(),
                                                     db_int(0),
                                                     db_null(),
                                                     db_null()};
    return add(&owed->messages, values, err);
}

int
owed_finish(struct owed *owed, struct err *err)
{
    return empty(&owed->tasks, err) < 0 || empty(&owed->messages, err) < 0 ||
                   relation_save_ids(owed->tasks.relation, err) < 0 ||
                   relation_save_ids(owed->messages.relation, err) < 0
               ? -1
               : 0;
}

struct owed_count
owed_count(const struct owed *owed)
{
    return (struct owed_count){owed->tasks.written, owed->messages.written};
}
