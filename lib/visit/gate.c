/* The gates as a whole: the facts, the list, what is said. Each gate is in gate_people.c,
 * gate_papers.c, gate_goods.c. */
#include "visit/gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"

/* ---- the list ------------------------------------------------------------------------------------------ */

struct gate_missing *
gate_add(struct gate_run *run, enum gate gate, const char *about, const char *command,
         const char *format, ...)
{
    struct gate_list *list = run->list;
    char words[512];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    for (int i = 0; i < list->count; i++)
        if (list->items[i].gate == gate && strcmp(list->items[i].words, words) == 0)
            return &list->items[i];
    if (list->count == list->room) {
        int room = list->room ? 2 * list->room : 16;
        struct gate_missing *grown = arena_array(run->arena, (size_t)room, sizeof *grown);
        if (list->count)
            memcpy(grown, list->items, (size_t)list->count * sizeof *grown);
        list->items = grown;
        list->room = room;
    }
    list->items[list->count++] = (struct gate_missing){
        .gate = gate,
        .about = arena_strdup(run->arena, about ? about : ""),
        .words = arena_strdup(run->arena, words),
        .command = command,
        .role = gate_info(gate)->role,
    };
    return &list->items[list->count - 1];
}

static int
compare(const void *a, const void *b)
{
    const struct gate_missing *left = a, *right = b;
    if (left->gate != right->gate)
        return left->gate < right->gate ? -1 : 1;
    int order = strcmp(left->about, right->about);
    return order ? order : strcmp(left->words, right->words);
}

void
gate_sort(struct gate_list *list)
{
    if (list->count > 1)
        qsort(list->items, (size_t)list->count, sizeof *list->items, compare);
}

static bool
said_before(const struct gate_list *list, int item, bool about)
{
    for (int i = 0; i < item; i++)
        if (list->items[i].gate == list->items[item].gate &&
            (!about || strcmp(list->items[i].about, list->items[item].about) == 0))
            return true;
    return false;
}

char *
gate_codes(struct arena *arena, const struct gate_list *list, bool about)
{
    struct str out = STR_INIT;
    for (int i = 0; i < list->count; i++) {
        const struct gate_missing *item = &list->items[i];
        if (said_before(list, i, about))
            continue;
        str_addf(&out, "%s%s", out.length ? "," : "", gate_info(item->gate)->code);
        if (about && *item->about)
            str_addf(&out, ":%s", item->about);
    }
    char *text = arena_strdup(arena, out.text);
    str_release(&out);
    return text;
}

const struct gate_missing *
gate_never(const struct gate_list *list)
{
    for (int i = 0; i < list->count; i++)
        if (gate_info(list->items[i].gate)->never)
            return &list->items[i];
    return NULL;
}

/* A line has room for about a dozen with their words; for more the codes alone. */
int
gate_refuse(struct arena *arena, const struct gate_list *list, struct err *err)
{
    struct str out = STR_INIT;
    for (int i = 0; i < list->count; i++)
        str_addf(&out, "%s%s: %s", i ? "; " : "", gate_info(list->items[i].gate)->code,
                 list->items[i].words);
    if (out.length > ERR_TEXT - 160) {
        str_clear(&out);
        str_adds(&out, gate_codes(arena, list, true));
    }
    err_set(err, ERR_DATA, _("%d missing: %s; medi-visit next tells who brings what"), list->count,
            out.text);
    str_release(&out);
    return -1;
}

const char *
gate_day(struct arena *arena, int64_t day)
{
    char text[16];
    day_format(day, text);
    return arena_strdup(arena, text);
}

/* ---- the facts ----------------------------------------------------------------------------------------- */

enum {
    STORE,
    LEVEL,
    DEPARTMENTS,
    LICENCE_NO,
    LICENCE_TO,
    CLIENT,
    BIRTHDAY,
    PROJECT,
    DEPARTMENT,
    KIND,
    GRADE,
    LICENCE,
    DEVICE_KIND,
    CONTRACT,
    CONSENT,
    VISIT
};

static void
read_facts(struct gate_run *run, struct db_stmt *stmt)
{
    struct gate_facts *facts = &run->facts;
    *facts = (struct gate_facts){
        .store = db_keep_text(stmt, STORE, run->arena),
        .level = db_keep_text(stmt, LEVEL, run->arena),
        .departments = db_keep_text(stmt, DEPARTMENTS, run->arena),
        .licence_no = db_keep_text(stmt, LICENCE_NO, run->arena),
        .has_licence_to = db_get(stmt, LICENCE_TO).type == DB_INT,
        .licence_to = db_get_int(stmt, LICENCE_TO),
        .client = db_keep_text(stmt, CLIENT, run->arena),
        .visit = db_keep_text(stmt, VISIT, run->arena),
        .has_birthday = db_get(stmt, BIRTHDAY).type == DB_INT,
        .birthday = db_get_int(stmt, BIRTHDAY),
        .project = db_keep_text(stmt, PROJECT, run->arena),
        .department = db_keep_text(stmt, DEPARTMENT, run->arena),
        .kind = db_keep_text(stmt, KIND, run->arena),
        .device_kind = db_keep_text(stmt, DEVICE_KIND, run->arena),
        .series = db_keep_text(stmt, CONSENT, run->arena),
        .grade = db_get_int(stmt, GRADE),
        .contract = db_get_int(stmt, CONTRACT) != 0,
    };
    facts->licence =
        gate_licence_needed(run->rules, db_keep_text(stmt, LICENCE, run->arena), facts->kind);
    if (!facts->visit)
        facts->visit = "VISIT";
}

int
gate_run_facts(struct gate_run *run, struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->store_id), db_int(given->client_id),
                                      db_int(given->project_id), db_int(given->visit_id)};
    struct db_stmt *stmt;
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_FACTS, values, 4, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("no such store, client or project"));
    read_facts(run, stmt);
    db_finish(stmt);
    return 0;
}

/* ---- all of them ---------------------------------------------------------------------------------------- */

int
gate_ask(struct db *db, struct arena *arena, const struct gate_rules *rules,
         const struct gate_case *given, struct gate_list *list, struct err *err)
{
    struct gate_run run = {.db = db, .arena = arena, .rules = rules, .given = given, .list = list};
    if (gate_run_facts(&run, err) < 0 || gate_store(&run, err) < 0 ||
        gate_assessment(&run, err) < 0 || gate_exams(&run, err) < 0 ||
        gate_contract(&run, err) < 0 || gate_consent(&run, err) < 0 ||
        gate_operator(&run, err) < 0 || gate_device(&run, err) < 0 || gate_products(&run, err) < 0)
        return -1;
    gate_sort(list);
    return 0;
}

/* ---- a record as a case ---------------------------------------------------------------------------------- */

static int
read_uses(struct db *db, struct arena *arena, struct gate_case *given, struct err *err)
{
    enum { MOST = 256 };
    const struct db_value values[] = {db_int(given->store_id), db_int(given->treatment_id)};
    struct gate_use *uses = arena_array(arena, MOST, sizeof *uses);
    struct db_stmt *stmt;
    int count = 0, more;
    if (sql_open(db, &stmt, SQL_VISIT_GATE_TREATMENT_ITEMS, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && count < MOST) {
        const char *unit = db_get_text(stmt, 2);
        uses[count++] = (struct gate_use){.item_id = db_get_int(stmt, 0),
                                          .lot_id = db_get_int(stmt, 1),
                                          .unit = unit ? arena_strdup(arena, unit) : NULL,
                                          .quantity = db_get_int(stmt, 3)};
    }
    db_finish(stmt);
    given->uses = uses;
    given->use_count = count;
    return more < 0 ? -1 : 0;
}

int
gate_case_of(struct db *db, struct arena *arena, int64_t store_id, const char *treatment,
             struct gate_case *given, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(treatment)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_GATE_TREATMENT, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such treatment"), treatment);
    const char *device = db_get_text(stmt, 8);
    *given = (struct gate_case){
        .store_id = store_id,
        .treatment_id = db_get_int(stmt, 0),
        .client_id = db_get_int(stmt, 1),
        .project_id = db_get_int(stmt, 2),
        .visit_id = db_get_int(stmt, 3),
        .at = db_get_int(stmt, 4),
        .day = db_get_int(stmt, 5),
        .operator_id = db_get_int(stmt, 6),
        .nurse_id = db_get_int(stmt, 7),
        .device = device ? arena_strdup(arena, device) : NULL,
    };
    db_finish(stmt);
    return read_uses(db, arena, given, err);
}
