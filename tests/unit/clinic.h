/*
 * clinic: a small chain to test records with: a database of this program's schema, the shipped packs,
 * files in a folder of their own, and import and export as the programs run them.
 *
 *     S01 徐汇店 Asia/Shanghai, S02 乌鲁木齐店 Asia/Urumqi, S03 New York; channels dy 抖音, xhs 小红书;
 *     doctors D1, D2, nurse N1, consultants A1, A2 (who share the name 王芳); projects P1 玻尿酸, P2 光子嫩肤;
 *     clients C1, C2 of S01, C3 of S02, T1 of class test, E1 of class staff
 */
#ifndef MEDI_TESTS_CLINIC_H
#define MEDI_TESTS_CLINIC_H

#include <sys/stat.h>

#include "base/str.h"
#include "record/export.h"
#include "record/import.h"
#include "scratch.h"

static const char clinic_people[] =
    "INSERT INTO store (id, code, name, zone) VALUES (1, 'S01', '徐汇店', 'Asia/Shanghai'),"
    " (2, 'S02', '乌鲁木齐店', 'Asia/Urumqi'), (3, 'S03', '纽约店', 'America/New_York');"
    "INSERT INTO channel VALUES (1, 'dy', '抖音', 'paid'), (2, 'xhs', '小红书', 'paid');"
    "INSERT INTO staff (id, code, name, role) VALUES (1, 'D1', '李医生', 'doctor'),"
    " (2, 'D2', '赵医生', 'doctor'), (3, 'N1', '孙护士', 'nurse'), (4, 'A1', '王芳', 'consultant'),"
    " (5, 'A2', '王芳', 'consultant');"
    "INSERT INTO project (id, code, name, kind) VALUES (1, 'P1', '玻尿酸', 'injection'),"
    " (2, 'P2', '光子嫩肤', 'laser');"
    "INSERT INTO client (id, code, store_id, channel_id, created_on, class) VALUES"
    " (1, 'C1', 1, 1, 20000, 'client'), (2, 'C2', 1, 2, 20001, 'client'),"
    " (3, 'C3', 2, 0, 20002, 'client'), (4, 'T1', 1, 1, 20000, 'test'),"
    " (5, 'E1', 1, 1, 20000, 'staff');"
    "INSERT INTO counter VALUES (0, 'store', 4), (0, 'channel', 3), (0, 'staff', 6),"
    " (0, 'project', 3), (0, 'client', 6);";

struct clinic {
    struct scratch scratch;
    struct arena arena;
    struct packs packs;
    struct db *db;
    struct vault *vault; /* tests may take it away and put it back */
    struct str told;     /* refusals, a line each; changes, as "insert 2 S01 V1" */
};

/* The fresh database and its key file as bytes: made once for all tests of a case, by its fixtures. */
static struct clinic_image {
    char *bytes;
    size_t size;
} clinic_image, clinic_key;

static struct clinic_image
clinic_load(struct scratch *scratch, const char *name)
{
    enum { MOST = 16 << 20 };
    struct clinic_image image = {malloc(MOST), 0};
    FILE *file = fopen(scratch_file(scratch, name), "rb");
    image.size = fread(image.bytes, 1, MOST, file);
    fclose(file);
    return image;
}

static inline const char *
clinic_save(struct scratch *scratch, const char *name, const struct clinic_image *image,
            mode_t mode)
{
    FILE *file = fopen(scratch_file(scratch, name), "wb");
    ck_assert_uint_eq(fwrite(image->bytes, 1, image->size, file), image->size);
    fclose(file);
    ck_assert_int_eq(chmod(scratch->file, mode), 0);
    return scratch->file;
}

static inline void
clinic_open(struct clinic *clinic, const char *more)
{
    struct err err = {0};
    const struct db_options bulk = {.bulk = true};
    scratch_make(&clinic->scratch);
    const char *file = clinic_save(&clinic->scratch, "medi.db", &clinic_image, 0600);
    OK(db_open(&clinic->db, file, DB_WRITE, &bulk, &err));
    OK(db_script(clinic->db, more, &err));
    file = clinic_save(&clinic->scratch, "key", &clinic_key, 0400);
    OK(vault_open(&clinic->vault, clinic->db, file, &err));
    arena_init(&clinic->arena);
    clinic->packs = (struct packs){NULL, "share/medi"};
    clinic->told = (struct str)STR_INIT;
}

static inline void
clinic_close(struct clinic *clinic)
{
    vault_close(clinic->vault);
    db_close(clinic->db);
    arena_release(&clinic->arena);
    str_release(&clinic->told);
    scratch_remove(&clinic->scratch);
}

static inline const char *
clinic_file(struct clinic *clinic, const char *name, const char *text)
{
    scratch_write(&clinic->scratch, name, text);
    return arena_strdup(&clinic->arena, clinic->scratch.file);
}

/* What a file of the folder holds, or "(none)". */
static inline const char *
clinic_read(struct clinic *clinic, const char *name)
{
    static char text[65536];
    FILE *file = fopen(scratch_file(&clinic->scratch, name), "r");
    if (!file)
        return "(none)";
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

/* Words without the folder's name, so that they can be compared. */
static inline const char *
clinic_words(struct clinic *clinic, const char *words)
{
    static struct str out = STR_INIT;
    size_t length = strlen(clinic->scratch.folder);
    str_clear(&out);
    for (const char *at = words; *at; at++) {
        if (strncmp(at, clinic->scratch.folder, length) == 0 && at[length] == '/')
            at += length;
        else
            str_addc(&out, *at);
    }
    return out.text;
}

static inline void
clinic_refused(void *context, const char *words)
{
    struct clinic *clinic = context;
    str_addf(&clinic->told, "%s\n", clinic_words(clinic, words));
}

static inline int
clinic_changed(void *context, const struct import_change *change, struct err *err)
{
    struct clinic *clinic = context;
    (void)err;
    str_addf(&clinic->told, "%s %lld %s", change->action, (long long)change->line, change->key);
    if (change->column)
        str_addf(&clinic->told, " %s: %s -> %s", change->column,
                 change->before ? change->before : "NULL", change->after ? change->after : "NULL");
    str_addc(&clinic->told, '\n');
    return 0;
}

/* How clinic_import goes about it. */
struct clinic_way {
    const char *map;     /* the text of a map */
    const char *store;   /* -s */
    const char *rejects; /* the name of a file */
    int window;          /* see import_spec */
    bool changes;        /* tell them, as a dry run does; still committed */
    const char *const *files;
    int file_count; /* instead of the one file */
};

/* Imports files in the transaction that is open. */
static inline int
clinic_import_within(struct clinic *clinic, const char *kind_name, const struct clinic_way *way,
                     struct import_count *counts, struct err *err)
{
    struct ignored ignored = {0};
    struct import_events events = {.context = clinic, .refused = clinic_refused};
    const struct kind *kind = kind_load(&clinic->arena, &clinic->packs, kind_name, err);
    ck_assert_msg(kind, "%s", err->text);
    if (way->map) {
        kind = map_apply(&clinic->arena, kind, clinic_file(clinic, "map.yaml", way->map), &ignored,
                         err);
        ck_assert_msg(kind, "%s", err->text);
    }
    if (way->store)
        kind = map_store(&clinic->arena, kind, way->store);
    if (way->changes)
        events.changed = clinic_changed;
    struct import_spec spec = {.kind = kind,
                               .packs = &clinic->packs,
                               .ignored = &ignored,
                               .vault = clinic->vault,
                               .window = way->window,
                               .files = way->files,
                               .count = way->file_count};
    if (way->rejects)
        spec.rejects = arena_strdup(&clinic->arena, scratch_file(&clinic->scratch, way->rejects));
    str_clear(&clinic->told);
    return import_run(clinic->db, &clinic->arena, &spec, counts, &events, err);
}

/* Imports files in a transaction that is committed unless the import failed. */
static inline int
clinic_import_files(struct clinic *clinic, const char *kind_name, const struct clinic_way *way,
                    struct import_count *counts, struct err *err)
{
    ck_assert_int_eq(db_begin(clinic->db, err), 0);
    int result = clinic_import_within(clinic, kind_name, way, counts, err);
    if (result < 0)
        db_rollback(clinic->db);
    else
        ck_assert_msg(db_commit(clinic->db, err) == 0, "%s", err->text);
    return result;
}

static inline int
clinic_import(struct clinic *clinic, const char *kind, const char *name, const char *text,
              const struct clinic_way *given, struct import_count *count, struct err *err)
{
    const char *file = clinic_file(clinic, name, text);
    struct clinic_way way = given ? *given : (struct clinic_way){0};
    err_clear(err);
    way.files = &file;
    way.file_count = 1;
    return clinic_import_files(clinic, kind, &way, count, err);
}

/* The rows of a kind as CSV, revealed unless `masked`; valid until the next call. */
static inline const char *
clinic_export(struct clinic *clinic, const char *kind_name, bool masked)
{
    static char *text;
    static size_t length;
    struct err err = {0};
    int64_t rows;
    const struct kind *kind = kind_load(&clinic->arena, &clinic->packs, kind_name, &err);
    const struct out_options options = {.format = OUT_CSV, .header = true};
    free(text);
    FILE *stream = open_memstream(&text, &length);
    const struct export_spec spec = {
        .kind = kind, .packs = &clinic->packs, .vault = clinic->vault, .reveal = !masked};
    struct out *out = out_new(stream, &options, export_columns(&clinic->arena, kind), kind->count);
    OK(export_rows(clinic->db, &clinic->arena, &spec, out, &rows, &err));
    OK(out_end(out, &err));
    out_free(out);
    fclose(stream);
    return text;
}

static const char clinic_names[] =
    "code,name,store,created_on,class\nC1,张三,S01,2024-10-04,client\n"
    "C2,李四,S01,2024-10-05,client\nC3,王五,S02,2024-10-06,client\n"
    "T1,测试,S01,2024-10-04,test\nE1,员工,S01,2024-10-04,staff\n";

/* A clinic that is open, on the engine of scratch_engine. Names are personal, so they come as a file does. */
static inline void
clinic_make(struct clinic *clinic, const struct db_options *options)
{
    struct err err = {0};
    struct import_count count;
    struct keys *keys = keys_new();
    *clinic = (struct clinic){.packs = {NULL, "share/medi"}, .told = STR_INIT};
    scratch_database(&clinic->scratch, clinic_people);
    arena_init(&clinic->arena);
    OK(db_open(&clinic->db, clinic->scratch.file, DB_WRITE, options, &err));
    keys->count = 1;
    key_make(&keys->key[0]);
    const char *key = arena_strdup(&clinic->arena, scratch_file(&clinic->scratch, "key"));
    OK(keyfile_make(key, keys, &err));
    OK(vault_found(clinic->db, key, &err));
    OK(vault_open(&clinic->vault, clinic->db, key, &err));
    OK(clinic_import(clinic, "clients", "c.csv", clinic_names, NULL, &count, &err));
    keys_free(keys);
}

static void
clinic_prepare(void)
{
    struct clinic clinic;
    clinic_make(&clinic, &(struct db_options){0});
    vault_close(clinic.vault);
    db_close(clinic.db);
    scratch_log(&clinic.scratch);
    clinic_image = clinic_load(&clinic.scratch, "medi.db");
    clinic_key = clinic_load(&clinic.scratch, "key");
    clinic.vault = NULL;
    clinic.db = NULL;
    clinic_close(&clinic);
}

static void
clinic_forget(void)
{
    free(clinic_image.bytes);
    free(clinic_key.bytes);
}

/* The one text or number that a statement answers, as text; "NULL". */
static inline const char *
clinic_ask(struct clinic *clinic, const char *sql)
{
    struct err err = {0};
    struct db_stmt *stmt;
    OK(db_prepare(clinic->db, &stmt, sql, &err));
    ck_assert_msg(db_step(stmt, &err) == 1, "%s: %s", sql, err.text);
    struct db_value value = db_get(stmt, 0);
    const char *text = value.type == DB_TEXT ? arena_strdup(&clinic->arena, value.text)
                       : value.type == DB_INT
                           ? arena_printf(&clinic->arena, "%lld", (long long)value.number)
                           : "NULL";
    db_finish(stmt);
    return text;
}

/* A case whose tests begin with clinic_open in `setup` and end with clinic_close in `teardown`. */
static inline TCase *
clinic_case(const char *name, void (*setup_test)(void), void (*teardown_test)(void))
{
    TCase *all = tcase_create(name);
    tcase_set_timeout(all, 60);
    tcase_add_unchecked_fixture(all, clinic_prepare, clinic_forget);
    tcase_add_checked_fixture(all, setup_test, teardown_test);
    return all;
}

#define ASK(sql, wanted) ck_assert_str_eq(clinic_ask(&clinic, sql), wanted)
#define COUNT(wanted_read, wanted_inserted, wanted_updated, wanted_unchanged, wanted_refused)      \
    do {                                                                                           \
        char got[128], want[128];                                                                  \
        snprintf(got, sizeof got, "%d read, %d new, %d changed, %d same, %d refused",              \
                 (int)count.read, (int)count.inserted, (int)count.updated, (int)count.unchanged,   \
                 (int)count.refused);                                                              \
        snprintf(want, sizeof want, "%d read, %d new, %d changed, %d same, %d refused",            \
                 wanted_read, wanted_inserted, wanted_updated, wanted_unchanged, wanted_refused);  \
        ck_assert_str_eq(got, want);                                                               \
    } while (0)

#endif
