#include "fact/heard.h"

#include <string.h>

#include "fact/maker.h"

/* ---- tables -------------------------------------------------------------------------------------- */

enum place { STORE, DAY, CLIENT, ID, TREATMENT, TASK, WORD, VALUE, PLACES };

/* What a row with these values touches; `gone`: as it was before. */
struct side {
    int64_t place[PLACES];
    struct db_value word, value;
    bool gone;
};
typedef void touches(struct heard *heard, const struct side *side);
/* A row was changed, or came or went. */
typedef void changes(struct heard *heard, const struct side *before, const struct side *after);

struct rule {
    const char *table;
    const char *place[PLACES]; /* its columns */
    touches *side;
    changes *both;
};

static bool
same(struct db_value a, struct db_value b)
{
    return db_value_equal(a, b);
}

static void
client(struct heard *heard, int64_t id, unsigned what)
{
    if (!id)
        return;
    heard->client_flags |= what;
    marked_add(&heard->clients, 0, id, NULL, 0, what);
}

static void
treatment_of(struct heard *heard, const struct side *side)
{
    if (side->place[TREATMENT])
        marked_add(&heard->treatments, side->place[STORE], side->place[TREATMENT], NULL, 0, 0);
}

static void
on_day(struct heard *heard, const struct side *side, uint32_t facts)
{
    touched_add(&heard->days, facts, side->place[STORE], side->place[DAY]);
}

static void
visit(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_VISIT) | FACT_BIT(FACT_TREATMENT));
    client(heard, side->place[CLIENT], HEARD_VISITS | (side->gone ? HEARD_GONE : 0));
}

static void
appointment(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_VISIT));
    client(heard, side->place[CLIENT], HEARD_VISITS | (side->gone ? HEARD_GONE : 0));
}

static void
payment(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACTS_PAID);
    marked_add(&heard->orders, side->place[STORE], 0, side->word.text, side->word.length, 0);
    client(heard, side->place[CLIENT], HEARD_DEALS);
}

/* Nothing refers to a treatment that is new. */
static void
treatment(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_VISIT) | FACT_BIT(FACT_TREATMENT));
    if (side->gone)
        marked_add(&heard->treatments, side->place[STORE], side->place[ID], NULL, 0, HEARD_GONE);
}

static void
evaluation(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_EVALUATION));
    treatment_of(heard, side);
}

static void
followup(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_ANSWER));
    treatment_of(heard, side);
    if (side->place[TASK])
        marked_add(&heard->tasks, side->place[STORE], side->place[TASK], NULL, 0, 0);
}

/* One is none where another was opened within seven days before. */
static void
complaint(struct heard *heard, const struct side *side)
{
    for (int64_t day = side->place[DAY]; day <= side->place[DAY] + 7; day++)
        touched_add(&heard->days, FACT_BIT(FACT_COMPLAINT), side->place[STORE], day);
}

static void
consultation(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_CONSULTATION));
}

static void
task(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_TASK));
}

static void
answer(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_ANSWER));
}

static void
lead(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_LEAD));
}

static void
spend(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_SPEND));
}

static void
shift(struct heard *heard, const struct side *side)
{
    on_day(heard, side, FACT_BIT(FACT_SHIFT));
}

static void
file(struct heard *heard, const struct side *side)
{
    int64_t id = side->place[ID];
    heard->file_from = id < heard->file_from ? id : heard->file_from;
    heard->file_to = id >= heard->file_to ? id + 1 : heard->file_to;
}

static void
role(struct heard *heard, const struct side *before, const struct side *after)
{
    if (before && after && !same(before->value, after->value))
        heard->whole |= FACT_BIT(FACT_SHIFT);
}

static void
horizon(struct heard *heard, const struct side *before, const struct side *after)
{
    if (before && after && !same(before->value, after->value))
        heard->whole |= FACT_BIT(FACT_TREATMENT);
}

static void
setting(struct heard *heard, const struct side *before, const struct side *after)
{
    const struct side *side = after ? after : before;
    if (!side || (before && after && same(before->value, after->value)))
        return;
    const struct db_value name = side->word;
    if (same(name, db_text("kpi.deal_threshold_fen")))
        heard->whole |= FACTS_PAID | FACT_BIT(FACT_CONSULTATION);
    if (same(name, db_text("kpi.complication_days")))
        heard->whole |= FACT_BIT(FACT_TREATMENT);
}

#define OF_DAY [STORE] = "store_id", [DAY] = "day"
static const struct rule rules[] = {
    {"visit", {OF_DAY, [CLIENT] = "client_id"}, visit, NULL},
    {"appointment", {OF_DAY, [CLIENT] = "client_id"}, appointment, NULL},
    {"payment", {OF_DAY, [CLIENT] = "client_id", [WORD] = "order_code"}, payment, NULL},
    {"consultation", {OF_DAY}, consultation, NULL},
    {"treatment", {OF_DAY, [ID] = "id"}, treatment, NULL},
    {"treatment_item", {[STORE] = "store_id", [TREATMENT] = "treatment_id"}, treatment_of, NULL},
    {"adverse", {[STORE] = "store_id", [TREATMENT] = "treatment_id"}, treatment_of, NULL},
    {"evaluation", {OF_DAY, [TREATMENT] = "treatment_id"}, evaluation, NULL},
    {"followup", {OF_DAY, [TREATMENT] = "treatment_id", [TASK] = "task_id"}, followup, NULL},
    {"complaint", {OF_DAY}, complaint, NULL},
    {"task", {OF_DAY}, task, NULL},
    {"answer", {OF_DAY}, answer, NULL},
    {"lead", {OF_DAY}, lead, NULL},
    {"spend", {OF_DAY}, spend, NULL},
    {"shift", {OF_DAY}, shift, NULL},
    {"client", {[ID] = "id"}, file, NULL},
    {"staff", {[VALUE] = "role"}, NULL, role},
    {"project", {[VALUE] = "horizon_days"}, NULL, horizon},
    {"setting", {[WORD] = "name", [VALUE] = "value"}, NULL, setting},
};

/* ---- rows ---------------------------------------------------------------------------------------- */

struct heard_table {
    struct heard_table *next;
    const char *name;
    const struct rule *rule; /* NULL: nothing depends on it */
    int column[PLACES];      /* -1: not asked for */
};

void
heard_init(struct heard *heard)
{
    *heard = (struct heard){.any = false};
    arena_init(&heard->arena);
    heard->few = HEARD_FEW;
    marked_init(&heard->treatments, MARKED_MOST);
    marked_init(&heard->tasks, MARKED_MOST);
    marked_init(&heard->orders, MARKED_MOST);
    marked_init(&heard->clients, MARKED_MOST);
    heard_clear(heard);
}

void
heard_clear(struct heard *heard)
{
    touched_release(&heard->days);
    marked_release(&heard->treatments);
    marked_release(&heard->tasks);
    marked_release(&heard->orders);
    marked_release(&heard->clients);
    heard->any = false;
    heard->whole = 0;
    heard->client_flags = 0;
    heard->file_from = INT64_MAX;
    heard->file_to = 0;
}

void
heard_release(struct heard *heard)
{
    heard_clear(heard);
    arena_release(&heard->arena);
}

static int
column_of(const struct description *schema, const char *table, const char *column)
{
    for (int i = 0; i < schema->count; i++)
        for (int c = 0; strcmp(schema->tables[i].name, table) == 0 && c < schema->tables[i].count;
             c++)
            if (strcmp(schema->tables[i].columns[c].name, column) == 0)
                return c;
    return -1;
}

static struct heard_table *
meet(struct heard *heard, const char *name)
{
    struct heard_table *table = arena_alloc(&heard->arena, sizeof *table);
    table->name = arena_strdup(&heard->arena, name);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].table, name) == 0)
            table->rule = &rules[i];
    if (table->rule && !heard->schema.count)
        describe_schema(&heard->arena, &heard->schema);
    for (int i = 0; i < PLACES; i++)
        table->column[i] = table->rule && table->rule->place[i]
                               ? column_of(&heard->schema, name, table->rule->place[i])
                               : -1;
    table->next = heard->tables;
    heard->tables = table;
    return table;
}

static struct heard_table *
table_of(struct heard *heard, const char *name)
{
    struct heard_table *table = heard->last;
    if (table && strcmp(table->name, name) == 0)
        return table;
    for (table = heard->tables; table; table = table->next)
        if (strcmp(table->name, name) == 0)
            break;
    heard->last = table ? table : meet(heard, name);
    return heard->last;
}

static void
read_side(const struct heard_table *table, const struct db_value *values, int count, bool gone,
          struct side *side)
{
    for (int i = 0; i < PLACES; i++) {
        int column = table->column[i];
        bool there = column >= 0 && column < count;
        side->place[i] = there && values[column].type == DB_INT ? values[column].number : 0;
        if (i == WORD)
            side->word = there ? values[column] : db_null();
        if (i == VALUE)
            side->value = there ? values[column] : db_null();
    }
    side->gone = gone;
}

void
heard_row(void *context, const struct db_written *row)
{
    struct heard *heard = context;
    const struct heard_table *table = table_of(heard, row->table);
    struct side before, after;
    if (!table->rule)
        return;
    heard->any = true;
    if (row->before)
        read_side(table, row->before, row->count, true, &before);
    if (row->after)
        read_side(table, row->after, row->count, false, &after);
    if (table->rule->both) {
        table->rule->both(heard, row->before ? &before : NULL, row->after ? &after : NULL);
        return;
    }
    if (row->before)
        table->rule->side(heard, &before);
    if (row->after)
        table->rule->side(heard, &after);
}
