#include "client/tags.h"

#include <string.h>

#include "client/dated.h"
#include "client/spool.h"
#include "db/sql.h"

/* ---- the pack ------------------------------------------------------------------------------------------ */

static int
read_by_hand(const struct yaml *node, struct rule *rule, struct err *err)
{
    static const char *const known[] = {"tag", "zh", "says", NULL};
    *rule = (struct rule){.name = yaml_text(node, "tag"),
                          .zh = yaml_text(node, "zh"),
                          .says = yaml_text(node, "says"),
                          .line = node->line};
    if (yaml_only(node, known, err) < 0)
        return -1;
    if (!rule->name || !rule->zh || !rule->says)
        return yaml_error(node, err, _("needs %s, zh and says"), "tag");
    return 0;
}

int
tags_load(struct arena *arena, const struct packs *packs, struct tags *tags, struct err *err)
{
    static const char *const known[] = {"tags", NULL};
    const struct yaml *root = rules_load(arena, packs, "tags.yaml", err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *list = yaml_get(root, "tags");
    if (!list || list->type != YAML_LIST || list->count == 0 || list->count > TAGS_MOST)
        return yaml_error(root, err, _("tags: expected a list of at most %d"), (int)TAGS_MOST);
    *tags = (struct tags){arena_array(arena, (size_t)list->count, sizeof *tags->rules), 0};
    for (const struct yaml *node = list->first; node; node = node->next) {
        struct rule *rule = &tags->rules[tags->count];
        int read = yaml_get(node, "any") ? rule_read(arena, node, "tag", NULL, rule, err)
                                         : read_by_hand(node, rule, err);
        if (read < 0)
            return -1;
        if (tags_find(tags, rule->name) >= 0)
            return yaml_error(node, err, _("%s: is there twice"), rule->name);
        tags->count++;
    }
    return 0;
}

int
tags_find(const struct tags *tags, const char *name)
{
    for (int i = 0; i < tags->count; i++)
        if (strcmp(tags->rules[i].name, name) == 0)
            return i;
    return -1;
}

/* ---- the run --------------------------------------------------------------------------------- */

struct tagged {
    int64_t client_id;
    uint64_t tags; /* that rules want */
};

struct change {
    int64_t client_id, row; /* row: to be closed; 0: `tag` begins */
    int64_t tag;
};

struct tagging {
    struct tag_run *run;
    struct spool tagged, changes;
};

static int
tag_client(void *context, const struct facts *facts, struct err *err)
{
    struct tagging *tagging = context;
    const struct tags *tags = tagging->run->tags;
    struct measures measures = facts->measures;
    struct tagged tagged = {.client_id = facts->client_id};
    segments_place(tagging->run->segments, &measures);
    for (int i = 0; i < tags->count; i++)
        if (rule_holds(&tags->rules[i], &measures))
            tagged.tags |= UINT64_C(1) << i;
    return spool_add(&tagging->tagged, &tagged, err);
}

static int
add_change(struct tagging *tagging, int64_t client_id, int64_t row, int tag, struct err *err)
{
    const struct change change = {client_id, row, tag};
    (*(row ? &tagging->run->taken : &tagging->run->given))[tag]++;
    return spool_add(&tagging->changes, &change, err);
}

/* One that stands: 1 and it is had, 0 not one of ours or it is to be closed, -1. */
static int
compare_open(struct tagging *tagging, const struct tagged *tagged, struct db_stmt *stmt,
             uint64_t *had, struct err *err)
{
    const struct tags *tags = tagging->run->tags;
    int tag = tags_find(tags, db_get_text(stmt, 2));
    if (tag < 0)
        return 0;
    uint64_t bit = UINT64_C(1) << tag;
    bool by_rule = strcmp(db_get_text(stmt, 3), "rule") == 0;
    if (by_rule && !(tagged->tags & bit))
        return add_change(tagging, tagged->client_id, db_get_int(stmt, 1), tag, err);
    *had |= bit;
    tagging->run->stand[tag]++;
    return 0;
}

static int
compare_client(struct tagging *tagging, const struct tagged *tagged, struct db_stmt *stmt,
               int *more, struct err *err)
{
    uint64_t had = 0;
    while (*more == 1 && db_get_int(stmt, 0) <= tagged->client_id) {
        if (db_get_int(stmt, 0) == tagged->client_id &&
            compare_open(tagging, tagged, stmt, &had, err) < 0)
            return -1;
        *more = db_step(stmt, err);
    }
    if (*more < 0)
        return -1;
    for (int i = 0; i < tagging->run->tags->count; i++) {
        uint64_t bit = UINT64_C(1) << i;
        if (!(tagged->tags & ~had & bit))
            continue;
        tagging->run->stand[i]++;
        if (add_change(tagging, tagged->client_id, 0, i, err) < 0)
            return -1;
    }
    return 0;
}

static int
compare_all(struct tagging *tagging, struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct tagged tagged;
    int next = 0, more = -1;
    if (spool_rewind(&tagging->tagged, err) == 0 &&
        sql_open(tagging->run->db, &stmt, SQL_CLIENT_TAGS_OPEN, NULL, 0, err) == 0)
        more = db_step(stmt, err);
    while (more >= 0 && (next = spool_next(&tagging->tagged, &tagged, err)) == 1)
        if (compare_client(tagging, &tagged, stmt, &more, err) < 0)
            more = -1;
    db_finish(stmt);
    return more < 0 || next < 0 ? -1 : 0;
}

static int
write_changes(struct tagging *tagging, struct err *err)
{
    struct tag_run *run = tagging->run;
    struct dated dated;
    struct change change;
    int more = 1;
    if (spool_rewind(&tagging->changes, err) < 0 ||
        dated_open(&dated, run->db, run->arena, true, run->today, err) < 0)
        return -1;
    while (more == 1 && (more = spool_next(&tagging->changes, &change, err)) == 1) {
        const char *tag = run->tags->rules[change.tag].name;
        int done = change.row ? dated_end(&dated, change.row, err)
                              : dated_begin(&dated, change.client_id, tag, "rule", err);
        more = done < 0 ? -1 : 1;
    }
    if (more == 0)
        more = dated_save(&dated, err);
    dated_close(&dated);
    return more;
}

int
tag_run(struct tag_run *run, struct err *err)
{
    struct tagging tagging = {.run = run};
    size_t count = (size_t)run->tags->count;
    run->given = arena_array(run->arena, count, sizeof *run->given);
    run->taken = arena_array(run->arena, count, sizeof *run->taken);
    run->stand = arena_array(run->arena, count, sizeof *run->stand);
    struct facts_spec spec = {.db = run->db, .arena = run->arena, .today = run->today, .fit = true};
    int result = spool_open(&tagging.tagged, sizeof(struct tagged), err) < 0 ||
                         spool_open(&tagging.changes, sizeof(struct change), err) < 0 ||
                         facts_each(&spec, tag_client, &tagging, err) < 0 ||
                         compare_all(&tagging, err) < 0 || write_changes(&tagging, err) < 0
                     ? -1
                     : 0;
    run->no_model = spec.no_model;
    spool_close(&tagging.tagged);
    spool_close(&tagging.changes);
    return result;
}
