#include "clinic.h"

#include "record/table.h"
#include "text/zonefile.h"
#include "record/match.h"
#include "record/put.h"
#include "vault/rekey.h"
#include "vault/vault.h"

Suite *vault_suite(void);

static struct clinic clinic;
static struct import_count count;
static struct vault_person person;
static unsigned char data_key[VAULT_KEY];
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
    vault_person_new(clinic.vault, &person, data_key);
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

static const char *
in_folder(const char *name)
{
    return arena_strdup(&clinic.arena, scratch_file(&clinic.scratch, name));
}

/* ---- values --------------------------------------------------------------------------------------- */

#define SEAL(table, column, id, value) vault_seal(&person, &clinic.arena, table, column, id, value)
#define UNSEAL(table, column, id, sealed, value)                                                   \
    vault_unseal(&person, &clinic.arena, table, column, id, sealed, value, &err)

START_TEST(test_vault_round)
{
    static const int64_t numbers[] = {0, 1, -1, 31230416, INT64_MAX, INT64_MIN};
    struct db_value opened;
    char text[200];
    memset(text, 'x', sizeof text);
    for (size_t length = 0; length < sizeof text; length++) {
        struct db_value sealed = SEAL("client", "name", 7, db_textn(text, length));
        ck_assert_int_eq(sealed.type, DB_BYTES);
        ck_assert_uint_eq(sealed.length, CIPHER_EXTRA + (length + 1 + 15) / 16 * 16);
        OK(UNSEAL("client", "name", 7, sealed, &opened));
        ck_assert(db_value_equal(opened, db_textn(text, length)));
        ck_assert_int_eq(opened.text[length], '\0');
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        OK(UNSEAL("client", "latitude", 7, SEAL("client", "latitude", 7, db_int(numbers[i])),
                  &opened));
        ck_assert(db_value_equal(opened, db_int(numbers[i])));
    }
    ck_assert_int_eq(SEAL("client", "name", 7, db_null()).type, DB_NULL);
    OK(UNSEAL("client", "name", 7, db_null(), &opened));
    ck_assert_int_eq(opened.type, DB_NULL);
}
END_TEST

/* The same value twice does not look the same, and its text is nowhere in it. */
START_TEST(test_vault_hides)
{
    struct db_value a = SEAL("client", "name", 7, db_text("欧阳锋")),
                    b = SEAL("client", "name", 7, db_text("欧阳锋"));
    ck_assert(!db_value_equal(a, b));
    ck_assert_ptr_null(memmem(a.text, a.length, "欧阳", 6));
    ck_assert_mem_ne(a.text, b.text, CIPHER_NONCE);
    vault_person_new(clinic.vault, &person, data_key);
    struct db_value c = SEAL("client", "name", 7, db_text("欧阳锋"));
    ck_assert_mem_ne(b.text, c.text, CIPHER_NONCE);
}
END_TEST

START_TEST(test_vault_flipped)
{
    struct db_value sealed = SEAL("client", "phone", 7, db_text("+8613800138000")), opened;
    char *bytes = arena_alloc(&clinic.arena, sealed.length + 16);
    for (size_t i = 0; i < sealed.length * 8; i++) {
        memcpy(bytes, sealed.text, sealed.length);
        bytes[i / 8] = (char)(bytes[i / 8] ^ (1 << i % 8));
        FAILS(UNSEAL("client", "phone", 7, db_bytes(bytes, sealed.length), &opened), ERR_DB,
              "phone: cannot be opened");
    }
    memcpy(bytes, sealed.text, sealed.length);
    for (size_t length = 0; length < sealed.length + 16; length++)
        if (length != sealed.length)
            FAILS(UNSEAL("client", "phone", 7, db_bytes(bytes, length), &opened), ERR_DB, "phone");
    FAILS(UNSEAL("client", "phone", 7, db_text("+8613800138000"), &opened), ERR_DB, "phone");
}
END_TEST

/* Sealed for one place, it opens in no other, however names and numbers are cut. */
START_TEST(test_vault_moved)
{
    static const struct {
        const char *table, *column;
        int64_t id;
    } places[] = {{"client", "phone", 8}, {"client", "phone", 7 << 8}, {"client", "phone", -7},
                  {"client", "name", 7},  {"lead", "phone", 7},        {"clientp", "hone", 7},
                  {"clien", "tphone", 7}, {"", "clientphone", 7}};
    struct db_value sealed = SEAL("client", "phone", 7, db_text("+8613800138000")), opened;
    OK(UNSEAL("client", "phone", 7, sealed, &opened));
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        FAILS(UNSEAL(places[i].table, places[i].column, places[i].id, sealed, &opened), ERR_DB,
              "damaged, or moved here from elsewhere");
    vault_person_new(clinic.vault, &person, data_key);
    FAILS(UNSEAL("client", "phone", 7, sealed, &opened), ERR_DB, "phone");
}
END_TEST

#define INDEX(table, column, text) vault_index(clinic.vault, &clinic.arena, table, column, text)

START_TEST(test_vault_index)
{
    struct db_value phone = INDEX("client", "phone", "+8613800138000");
    ck_assert_uint_eq(phone.length, VAULT_INDEX);
    ck_assert(db_value_equal(phone, INDEX("client", "phone", "+8613800138000")));
    ck_assert(!db_value_equal(phone, INDEX("client", "phone", "+8613800138001")));
    ck_assert(!db_value_equal(phone, INDEX("client", "id_number", "+8613800138000")));
    ck_assert(!db_value_equal(phone, INDEX("lead", "phone", "+8613800138000")));
    struct vault *again;
    OK(vault_open(&again, clinic.db, in_folder("key"), &err));
    ck_assert(db_value_equal(
        phone, vault_index(again, &clinic.arena, "client", "phone", "+8613800138000")));
    vault_close(again);
    /* another database under the same key has an index of its own */
    OK(db_script(clinic.db, "DELETE FROM vault", &err));
    OK(vault_found(clinic.db, in_folder("key"), &err));
    OK(vault_open(&again, clinic.db, in_folder("key"), &err));
    ck_assert(!db_value_equal(
        phone, vault_index(again, &clinic.arena, "client", "phone", "+8613800138000")));
    vault_close(again);
}
END_TEST

/* ---- people --------------------------------------------------------------------------------------- */

START_TEST(test_vault_person)
{
    struct vault_person other;
    char name[KEY_NAME], first[KEY_NAME];
    OK(vault_person_open(clinic.vault, &other, db_bytes(data_key, VAULT_KEY), &err));
    ck_assert_mem_eq(other.key, person.key, CIPHER_KEY);
    ck_assert_ptr_null(memmem(data_key, VAULT_KEY, person.key, CIPHER_KEY));
    vault_name(clinic.vault, name);
    key_name(first, data_key);
    ck_assert_str_eq(name, first);
    FAILS(vault_person_open(clinic.vault, &other, db_null(), &err), ERR_DB, "its data key is gone");
    FAILS(vault_person_open(clinic.vault, &other, db_bytes(data_key, VAULT_KEY - 1), &err), ERR_DB,
          "its data key is damaged");
    FAILS(vault_person_open(clinic.vault, &other, db_text("x"), &err), ERR_DB, "damaged");
    data_key[0] ^= 1;
    key_name(name, data_key);
    FAILS(vault_person_open(clinic.vault, &other, db_bytes(data_key, VAULT_KEY), &err), ERR_DB,
          name);
    data_key[0] ^= 1;
    data_key[VAULT_KEY - 1] ^= 1;
    FAILS(vault_person_open(clinic.vault, &other, db_bytes(data_key, VAULT_KEY), &err), ERR_DB,
          "its data key is damaged");
    vault_person_close(&other);
    for (int i = 0; i < CIPHER_KEY; i++)
        ck_assert_int_eq(other.key[i], 0);
}
END_TEST

/* ---- the right key -------------------------------------------------------------------------------- */

static void
make_key_file(const char *name, struct key *key)
{
    struct keys *keys = keys_new();
    keys->count = 1;
    key_make(&keys->key[0]);
    *key = keys->key[0];
    OK(keyfile_make(in_folder(name), keys, &err));
    keys_free(keys);
}

START_TEST(test_vault_wrong_key)
{
    struct vault *vault;
    struct key key;
    char held[KEY_NAME], wanted[KEY_NAME];
    make_key_file("other", &key);
    key_name(held, key.id);
    vault_name(clinic.vault, wanted);
    FAILS(vault_open(&vault, clinic.db, in_folder("other"), &err), ERR_DATA, held);
    ck_assert_ptr_nonnull(strstr(err.text, wanted));
    ck_assert_ptr_nonnull(strstr(err.text, "--key FILE"));
    ck_assert_ptr_null(vault);
    FAILS(vault_open(&vault, clinic.db, in_folder("none"), &err), ERR_IO, "no such key file");
    OK(db_script(clinic.db, "UPDATE vault SET index_key = zeroblob(72)", &err));
    FAILS(vault_open(&vault, clinic.db, in_folder("key"), &err), ERR_DB,
          "the key for search is damaged");
    OK(db_script(clinic.db, "UPDATE vault SET key_id = x'00'", &err));
    FAILS(vault_open(&vault, clinic.db, in_folder("key"), &err), ERR_DB,
          "the table vault is damaged");
    OK(db_script(clinic.db, "DELETE FROM vault", &err));
    FAILS(vault_open(&vault, clinic.db, in_folder("key"), &err), ERR_DB, "has no master key");
}
END_TEST

/* ---- rows ----------------------------------------------------------------------------------------- */

#define CLIENTS "code,name,phone,id_number,store,created_on,allergy,history\n"
static const char nine[] =
    CLIENTS "C9,欧阳锋,13800138000,11010519491231002X,S01,2025-06-01,青霉素,剖腹产\n";

static void
import(const char *text)
{
    ck_assert_msg(clinic_import(&clinic, "clients", "c.csv", text, NULL, &count, &err) == 0,
                  "%s %s", err.text, clinic.told.text);
}

static const char *
hex(const char *column)
{
    return clinic_ask(
        &clinic,
        arena_printf(&clinic.arena, "SELECT hex(%s) FROM client WHERE code = 'C9'", column));
}

/* What a column is updated with is sealed anew; all that stays keeps its bytes, and so does the key. */
START_TEST(test_vault_update)
{
    static const char *const columns[] = {"name",    "id_number", "id_number_index",
                                          "allergy", "history",   "data_key"};
    const char *before[6];
    import(nine);
    for (int i = 0; i < 6; i++)
        before[i] = hex(columns[i]);
    const char *phone = hex("phone"), *index = hex("phone_index");
    import(nine);
    COUNT(1, 0, 0, 1, 0);
    ck_assert_str_eq(hex("phone"), phone);
    import(CLIENTS "C9,欧阳锋,13800138009,11010519491231002X,S01,2025-06-01,青霉素,剖腹产\n");
    COUNT(1, 0, 1, 0, 0);
    for (int i = 0; i < 6; i++)
        ck_assert_str_eq(hex(columns[i]), before[i]);
    ck_assert_str_ne(hex("phone"), phone);
    ck_assert_str_ne(hex("phone_index"), index);
    import("code,phone,store,created_on\nC9,,S01,2025-06-02\n");
    ASK("SELECT phone IS NULL AND phone_index IS NULL AND name IS NOT NULL FROM client WHERE code "
        "= 'C9'",
        "1");
    ck_assert_str_eq(hex("name"), before[0]);
    import(CLIENTS "C9,,,,S01,2025-06-01,,\n");
    import(nine);
    ck_assert_str_eq(hex("data_key"), before[5]);
    ck_assert_str_eq(hex("phone_index"), index);
    ck_assert_ptr_nonnull(
        strstr(clinic_export(&clinic, "clients", false),
               "C9,欧阳锋,+8613800138000,11010519491231002X,,,S01,unknown,,,2025-06-01,"
               "client,,,,,青霉素,剖腹产,,,,\n"));
}
END_TEST

/* Each person has a key of their own; equal phones have equal indexes, and equal values no equal bytes. */
START_TEST(test_vault_people)
{
    import(CLIENTS
           "C8,甲,13800138000,,S01,2025-06-01,无,\nC9,甲,13800138000,,S01,2025-06-01,无,\n");
    ASK("SELECT count(DISTINCT data_key) || count(DISTINCT name) || count(DISTINCT phone) || "
        "count(DISTINCT allergy) || count(DISTINCT phone_index) || count(id_number_index) FROM "
        "client "
        "WHERE code IN ('C8', 'C9')",
        "222210");
}
END_TEST

/* A row without anything personal has no key until there is something to seal. */
START_TEST(test_vault_late_key)
{
    import("code,store,created_on\nC9,S01,2025-06-01\n");
    ASK("SELECT data_key IS NULL FROM client WHERE code = 'C9'", "1");
    import("code,name,store,created_on\nC9,欧阳锋,S01,2025-06-01\n");
    COUNT(1, 0, 1, 0, 0);
    ASK("SELECT length(data_key) FROM client WHERE code = 'C9'", "80");
}
END_TEST

static int
export_error(bool masked)
{
    int64_t rows;
    const struct out_options options = {.format = OUT_CSV};
    struct export_spec spec = {.packs = &clinic.packs, .vault = clinic.vault, .reveal = !masked};
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "clients", &err);
    FILE *stream = fopen("/dev/null", "w");
    struct out *out =
        out_new(stream, &options, export_columns(&clinic.arena, spec.kind), spec.kind->count);
    err_clear(&err);
    int result = export_rows(clinic.db, &clinic.arena, &spec, out, &rows, &err);
    out_free(out);
    fclose(stream);
    return result;
}

/* Behind the tools' backs: the row and the column are named, by reading and by importing over it. */
static const struct {
    const char *sql, *words;
} tampered[] = {
    {"UPDATE client SET phone = CAST(substr(phone, 1, length(phone) - 1) || 'x' AS BLOB) WHERE "
     "code = 'C9'",
     "client C9: phone: cannot be opened"},
    {"UPDATE client SET phone = (SELECT phone FROM client WHERE code = 'C8') WHERE code = 'C9'",
     "client C9: phone: cannot be opened"},
    {"UPDATE client SET phone = name WHERE code = 'C9'", "client C9: phone: cannot be opened"},
    {"UPDATE client SET (phone, data_key) = (SELECT phone, data_key FROM client WHERE code = 'C8') "
     "WHERE code = 'C9'",
     "client C9: name: cannot be opened"},
    {"UPDATE client SET (name, phone, id_number, allergy, history, data_key) = (SELECT name, "
     "phone, "
     "id_number, allergy, history, data_key FROM client WHERE code = 'C8') WHERE code = 'C9'",
     "client C9: name: cannot be opened"},
    {"UPDATE client SET data_key = NULL WHERE code = 'C9'", "client C9: its data key is gone"},
    {"UPDATE client SET data_key = x'00' WHERE code = 'C9'", "client C9: its data key is damaged"},
    {"UPDATE client SET history = x'00' WHERE code = 'C9'", "client C9: history: cannot be opened"},
};
enum { TAMPERED = sizeof tampered / sizeof *tampered };

START_TEST(test_vault_tampered)
{
    import(nine);
    import(CLIENTS "C8,西毒,13900139000,,S01,2025-06-01,x,无\n");
    OK(db_script(clinic.db, tampered[_i].sql, &err));
    ck_assert_int_eq(db_total_changes(clinic.db) > 0, 1);
    for (int masked = 0; masked < 2; masked++) {
        ck_assert_int_eq(export_error(masked), -1);
        ck_assert_int_eq(err.kind, ERR_DB);
        ck_assert_msg(strstr(err.text, tampered[_i].words), "%s", err.text);
    }
    FAILS(clinic_import(&clinic, "clients", "c.csv", nine, NULL, &count, &err), ERR_DB,
          tampered[_i].words);
    ck_assert_ptr_null(strstr(err.text, "欧阳"));
}
END_TEST

START_TEST(test_vault_from_lead)
{
    import(nine);
    ck_assert_int_eq(
        clinic_import(&clinic, "leads", "l.csv",
                      "code,name,phone,store,created_at\nL1,甲,13800138000,S01,2025-06-01\n", NULL,
                      &count, &err),
        0);
    OK(db_script(clinic.db, "UPDATE lead SET id = (SELECT id FROM client WHERE code = 'C9')",
                 &err));
    OK(db_script(
        clinic.db,
        "UPDATE client SET (name, data_key) = (SELECT name, data_key FROM lead), phone = NULL, "
        "id_number = NULL, allergy = NULL, history = NULL WHERE code = 'C9'",
        &err));
    ck_assert_int_eq(export_error(false), -1);
    ck_assert_msg(strstr(err.text, "client C9: name: cannot be opened"), "%s", err.text);
}
END_TEST

/* ---- nothing readable ------------------------------------------------------------------------------ */

static bool
file_has(const char *name, const char *text)
{
    static char bytes[16 << 20];
    FILE *file = fopen(scratch_file(&clinic.scratch, name), "rb");
    size_t length = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file)
        fclose(file);
    return memmem(bytes, length, text, strlen(text)) != NULL;
}

/* As they are, as numbers, as parts: in the database, the log beside it and the rejects' neighbours. */
START_TEST(test_vault_nothing_readable)
{
    static const char *const words[] = {"欧阳",   "黄药",   "13800138000", "13900139", "1949123",
                                        "青霉素", "桃花岛", "剖腹产",      "剖腹",     "张三"};
    static const char *const stores[] = {"medi.db", "medi.db-wal", "medi.db-shm"};
    const struct clinic_way tell = {.changes = true};
    import(nine);
    import(CLIENTS "C9,黄药师,13900139000,11010519491231002X,S01,2025-06-01,桃花岛,剖腹产\n");
    OK(db_begin(clinic.db, &err));
    OK(db_script(clinic.db, "SAVEPOINT dry", &err));
    db_rollback(clinic.db);
    ck_assert_int_eq(clinic_import(&clinic, "clients", "c.csv", nine, &tell, &count, &err), 0);
    ck_assert_ptr_null(strstr(clinic.told.text, "欧阳"));
    ck_assert_ptr_null(strstr(clinic.told.text, "13800138000"));
    ck_assert_ptr_null(strstr(clinic.told.text, "青霉素"));
    for (size_t s = 0; s < sizeof stores / sizeof *stores; s++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            ck_assert_msg(!file_has(stores[s], words[w]), "%s in %s", words[w], stores[s]);
    ck_assert(file_has("medi.db", "C9") || file_has("medi.db-wal", "C9"));
}
END_TEST

/* ---- without a key -------------------------------------------------------------------------------- */

START_TEST(test_vault_no_key)
{
    struct vault *vault = clinic.vault;
    static const char more[] =
        "code,name,store,created_on\nC9,,S01,2025-06-01\nC10,,S02,2025-06-01\n";
    static const char less[] = "code,store,created_on,language\nC9,S02,2025-06-01,zh\n";
    import(nine);
    const char *name = hex("name"), *key = hex("data_key");
    clinic.vault = NULL;
    FAILS(clinic_import(&clinic, "clients", "c.csv", nine, NULL, &count, &err), ERR_USAGE,
          "personal columns cannot be written without the key: give it with --key FILE");
    FAILS(clinic_import(&clinic, "clients", "c.csv", CLIENTS "C7,x,,,S01,2025-06-01,,\n", NULL,
                        &count, &err),
          ERR_USAGE, "personal columns cannot be written without the key");
    /* also to take away is to write */
    FAILS(clinic_import(&clinic, "clients", "c.csv", more, NULL, &count, &err), ERR_USAGE,
          "personal columns cannot be written without the key");
    ASK("SELECT count(*) FROM client WHERE code IN ('C7', 'C10')", "0");
    import(less);
    COUNT(1, 0, 1, 0, 0);
    import(CLIENTS "C10,,,,S02,2025-06-01,,\nC11,,,,S02,2025-06-01,,\n");
    COUNT(2, 2, 0, 0, 0);
    import(CLIENTS "C10,,,,S02,2025-06-01,,\n");
    COUNT(1, 0, 0, 1, 0);
    ck_assert_str_eq(hex("name"), name);
    ck_assert_str_eq(hex("data_key"), key);
    ck_assert_ptr_nonnull(
        strstr(clinic_export(&clinic, "clients", true),
               "C9,***,***,***,,,S02,unknown,,,2025-06-01,client,,,,zh,***,***,,,,\n"));
    ck_assert_int_eq(export_error(false), -1);
    ck_assert_msg(strstr(err.text, "personal columns cannot be revealed without the key"), "%s",
                  err.text);
    clinic.vault = vault;
}
END_TEST

/* What `unknown: create` makes of a client's code is a name too. */
START_TEST(test_vault_created)
{
    const struct clinic_way way = {.map = "unknown: {client: create}\ndefaults: {store: S01}\n"};
    static const char leads[] = "code,created_at,client\nL1,2025-06-01,C77\n";
    int result = clinic_import(&clinic, "leads", "l.csv", leads, &way, &count, &err);
    ck_assert_msg(result == -1, "a client needs more than a code");
    ck_assert_msg(strstr(err.text, "C77: cannot be made in clients by its code alone"), "%s",
                  err.text);
}
END_TEST

START_TEST(test_vault_put)
{
    const char *names[] = {"code", "name", "store", "created_on"};
    const char *texts[] = {"C9", "欧阳锋", "S01", "2025-06-01"};
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, "clients", &err);
    OK(db_begin(clinic.db, &err));
    FAILS(record_put(clinic.db, &clinic.arena, &clinic.packs, NULL, kind, PUT_ADD, names, texts, 4,
                     NULL, &err),
          ERR_USAGE, "without the key");
    ck_assert_int_eq(record_put(clinic.db, &clinic.arena, &clinic.packs, clinic.vault, kind,
                                PUT_ADD, names, texts, 4, NULL, &err),
                     1);
    const char *before = hex("name");
    ck_assert_int_eq(record_put(clinic.db, &clinic.arena, &clinic.packs, clinic.vault, kind,
                                PUT_EDIT, names, texts, 4, NULL, &err),
                     0);
    texts[3] = "2025-06-02";
    ck_assert_int_eq(record_put(clinic.db, &clinic.arena, &clinic.packs, clinic.vault, kind,
                                PUT_EDIT, names, texts, 4, NULL, &err),
                     1);
    ck_assert_str_eq(hex("name"), before);
    texts[1] = "西毒";
    ck_assert_int_eq(record_put(clinic.db, &clinic.arena, &clinic.packs, clinic.vault, kind,
                                PUT_EDIT, names, texts, 4, NULL, &err),
                     1);
    OK(db_commit(clinic.db, &err));
    ck_assert_ptr_nonnull(strstr(clinic_export(&clinic, "clients", false), "C9,西毒,"));
}
END_TEST

/* ---- packs ---------------------------------------------------------------------------------------- */

/* A pack that calls a sealed column open, or an open one sealed, cannot write past the other's nature. */
static const struct {
    const char *columns, *words;
} packs[] = {
    {"  - {name: name, type: text}\n", "do not agree on whether name is personal"},
    {"  - {name: language, type: text, personal: true}\n",
     "do not agree on whether language is personal"},
    {"  - {name: name, type: text, personal: true, index: true}\n", "lacks a column"},
    {"  - {name: phone, type: phone, index: true}\n", "index: only a personal column has one"},
    {"  - {name: latitude, type: degrees, personal: true, index: true}\n",
     "index: only texts and numbers of people have one"},
    {"  - {name: owner, type: ref, ref: staff, personal: true}\n", "personal: neither a reference"},
};

START_TEST(test_vault_packs)
{
    const char *text =
        arena_printf(&clinic.arena,
                     "kind: probe\nsays: x\ntable: client\nscope: chain\nkey: [code]\ncolumns:\n"
                     "  - {name: code, type: code, required: true}\n%s",
                     packs[_i].columns);
    struct row_maker *maker = NULL;
    struct table *table = NULL;
    const struct packs own = {clinic.scratch.folder, "share/medi"};
    ck_assert_int_eq(mkdir(in_folder("kinds"), 0700), 0);
    clinic_file(&clinic, "kinds/probe.yaml", text);
    err_clear(&err);
    const struct kind *kind = kind_load(&clinic.arena, &own, "probe", &err);
    unlink(in_folder("kinds/probe.yaml"));
    rmdir(in_folder("kinds"));
    if (kind) {
        OK(row_maker_open(&maker, clinic.db, &clinic.arena, &own, kind, NULL, &err));
        ck_assert_int_eq(table_open(&table, clinic.db, &clinic.arena, maker, clinic.vault, &err),
                         -1);
        table_close(table);
        row_maker_close(maker);
    }
    ck_assert_msg(strstr(err.text, packs[_i].words), "%s", err.text);
}
END_TEST

/* ---- finding -------------------------------------------------------------------------------------- */

static int64_t
matches(const char *kind_name, const char *const *texts, int number)
{
    int64_t rows = -1;
    struct relation_match list[4];
    struct export_spec spec = {
        .packs = &clinic.packs, .vault = clinic.vault, .matches = list, .match_count = number};
    spec.kind = kind_load(&clinic.arena, &clinic.packs, kind_name, &err);
    const struct match_place place = {
        &clinic.arena, spec.kind, zone_load(&clinic.arena, "Asia/Shanghai", &err), clinic.vault};
    err_clear(&err);
    for (int i = 0; i < number; i++)
        if (match_parse(&list[i], &place, texts[i], &err) < 0)
            return -1;
    const struct out_options options = {.format = OUT_CSV};
    FILE *stream = fopen("/dev/null", "w");
    struct out *out =
        out_new(stream, &options, export_columns(&clinic.arena, spec.kind), spec.kind->count);
    OK(export_rows(clinic.db, &clinic.arena, &spec, out, &rows, &err));
    out_free(out);
    fclose(stream);
    return rows;
}

static const struct {
    const char *kind, *first, *second;
    int rows;
} found[] = {
    {"clients", "phone=13800138000", NULL, 2},
    {"clients", "phone=+86 138-0013-8000", NULL, 2},
    {"clients", "手机号=008613800138000", NULL, 2},
    {"clients", "电话=13800138000", "id_number=11010519491231002x", 1},
    {"clients", "phone=13800138001", NULL, 0},
    {"clients", "id_number=13800138000", NULL, 0},
    {"clients", "phone=", NULL, 5},
    {"clients", "name=", NULL, 0},
    {"clients", "phone=", "class=test", 1},
    {"clients", "class=测试", NULL, 1},
    {"clients", "store=S02", NULL, 1},
    {"clients", "channel=dy", NULL, 5},
    {"clients", "channel=抖音", NULL, 5},
    {"clients", "channel=unknown", "store=S02", 1},
    {"clients", "owner=", NULL, 7},
    {"clients", "created_on=2025年6月1日", NULL, 2},
    {"clients", "code=C8", NULL, 1},
    {"clients", "code='; DROP TABLE client; --", NULL, 0},
    {"visits", "client=C8", NULL, 1},
    {"visits", "arrived_at=2025-06-01 10:00", NULL, 1},
    {"visits", "arrived_at=2025-06-01T02:00:00Z", "status=arrived", 1},
    {"visits", "arrived_at=2025-06-01 10:01", NULL, 0},
};
enum { FOUND = sizeof found / sizeof *found };

static void
fill_for_finding(void)
{
    import(CLIENTS "C8,甲,13800138000,,S01,2025-06-01,,\nC9,乙,13800138000,11010519491231002X,S01,"
                   "2025-06-01,,\n");
    OK(db_script(clinic.db, "UPDATE client SET channel_id = 1 WHERE code IN ('C2', 'C8')", &err));
    OK(clinic_import(&clinic, "visits", "v.csv",
                     "store,code,client,arrived_at,status\nS01,V1,C8,2025-06-01 10:00,arrived\n",
                     NULL, &count, &err));
}

START_TEST(test_vault_found)
{
    const char *texts[] = {found[_i].first, found[_i].second};
    fill_for_finding();
    int64_t rows = matches(found[_i].kind, texts, found[_i].second ? 2 : 1);
    ck_assert_msg(rows == found[_i].rows, "%s: %d rows, %s", found[_i].first, (int)rows, err.text);
}
END_TEST

static const struct {
    const char *text, *words;
} unfit[] = {
    {"name=张三", "--match name: is sealed and has no index, so it cannot be searched for"},
    {"history=x", "--match history: is sealed and has no index"},
    {"phone=12", "--match phone: not a phone number"},
    {"phone", "--match phone: expected COLUMN=VALUE"},
    {"=x", "--match =x: expected COLUMN=VALUE"},
    {"phoen=13800138000", "--match phoen: no such column of clients; did you mean phone?"},
    {"qqqqqqq=1", "medi-db kinds clients lists them"},
    {"class=wolf", "--match class: wolf: not one of"},
    {"phone=+86138****8000", "--match phone: masked"},
};
enum { UNFIT = sizeof unfit / sizeof *unfit };

START_TEST(test_vault_unfit)
{
    ck_assert_int_eq(matches("clients", &unfit[_i].text, 1), -1);
    ck_assert_int_eq(err.kind, ERR_USAGE);
    ck_assert_msg(strstr(err.text, unfit[_i].words), "%s", err.text);
}
END_TEST

START_TEST(test_vault_find_no_key)
{
    static const char *const phone = "phone=13800138000", *const none = "phone=",
                             *const code = "code=C1";
    struct vault *vault = clinic.vault;
    clinic.vault = NULL;
    ck_assert_int_eq(matches("clients", &phone, 1), -1);
    ck_assert_msg(strstr(err.text, "cannot be searched for without the key"), "%s", err.text);
    ck_assert_int_eq(matches("clients", &none, 1), 5);
    ck_assert_int_eq(matches("clients", &code, 1), 1);
    clinic.vault = vault;
}
END_TEST

/* ---- another key ----------------------------------------------------------------------------------- */

/* One transaction of a rekey, committed or taken back. */
static int
step(struct rekey *rekey, bool commit)
{
    int64_t rows;
    bool wrote;
    OK(db_begin(clinic.db, &err));
    int more = rekey_step(rekey, &rows, &wrote, &err);
    ck_assert_msg(more >= 0, "%s", err.text);
    if (commit)
        OK(db_commit(clinic.db, &err));
    else
        db_rollback(clinic.db);
    return more;
}

/* With the key file as it is now, everything can be read, written and found. */
static void
all_works(void)
{
    static const char *const phone = "phone=13800138000";
    vault_close(clinic.vault);
    OK(vault_open(&clinic.vault, clinic.db, in_folder("key"), &err));
    ck_assert_ptr_nonnull(
        strstr(clinic_export(&clinic, "clients", false), "C9,欧阳锋,+8613800138000,"));
    import(nine);
    COUNT(1, 0, 0, 1, 0);
    ck_assert_int_eq(matches("clients", &phone, 1), 1);
}

static int
run_rekey(const char *fresh)
{
    struct rekey *rekey;
    err_clear(&err);
    if (rekey_open(&rekey, clinic.db, in_folder("key"), fresh, &err) < 0)
        return -1;
    while (step(rekey, true) == 1)
        ;
    int result = rekey_finish(rekey, &err);
    rekey_close(rekey);
    return result;
}

static void
make_many(int number)
{
    struct str text = STR_INIT;
    str_adds(&text, "code,name,phone,store,created_on\n");
    for (int i = 0; i < number; i++)
        str_addf(&text, "M%d,客户%d,139%08d,S01,2025-06-01\n", i, i, i);
    import(text.text);
    str_release(&text);
    import(nine);
    ck_assert_int_eq(
        clinic_import(&clinic, "leads", "l.csv",
                      "code,name,phone,store,created_at\nL1,甲,13800138000,S01,2025-06-01\n", NULL,
                      &count, &err),
        0);
}

/* Ends after each number of steps, as a kill would, and goes on with a new run. */
START_TEST(test_vault_rekey_anywhere)
{
    char before[KEY_NAME], during[KEY_NAME], after[KEY_NAME];
    struct rekey *rekey;
    make_many(1500); /* two batches */
    vault_name(clinic.vault, before);
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    rekey_name(rekey, during);
    int more = 1;
    for (int i = 0; i < _i && more; i++)
        more = step(rekey, true);
    if (more)
        more = step(rekey, false);
    rekey_close(rekey); /* and no finish */
    ck_assert_str_ne(before, during);
    all_works();
    import(CLIENTS "N1,新来,13700137000,,S01,2025-06-01,,\n"); /* while it is under way */
    OK(run_rekey(NULL));
    all_works();
    vault_name(clinic.vault, after);
    ck_assert_str_eq(after, during);
    ASK("SELECT count(*) FROM vault", "1");
    ASK("SELECT count(DISTINCT substr(data_key, 1, 8)) FROM client", "1");
    ASK("SELECT hex(substr(data_key, 1, 8)) = (SELECT hex(key_id) FROM vault) FROM lead", "1");
    struct keys *keys = keys_new();
    OK(keyfile_read(keys, in_folder("key"), &err));
    ck_assert_int_eq(keys->count, 1);
    OK(keyfile_read(keys, in_folder(arena_printf(&clinic.arena, "key.old-%s", before)), &err));
    ck_assert_int_eq(keys->count, 2);
    keys_free(keys);
}
END_TEST

/* A copy of the database from before opens with the key that stays beside the new one, until that is taken away. */
START_TEST(test_vault_rekey_old)
{
    char before[KEY_NAME];
    struct db *old;
    struct vault *vault;
    make_many(1);
    vault_name(clinic.vault, before);
    OK(db_script(clinic.db, arena_printf(&clinic.arena, "VACUUM INTO '%s'", in_folder("old.db")),
                 &err));
    OK(run_rekey(NULL));
    OK(run_rekey(NULL));
    OK(db_open(&old, in_folder("old.db"), DB_WRITE, &(struct db_options){0}, &err));
    OK(vault_open(&vault, old, in_folder("key"), &err));
    char held[KEY_NAME];
    vault_name(vault, held);
    ck_assert_str_eq(held, before);
    vault_close(vault);
    ck_assert_int_eq(unlink(in_folder(arena_printf(&clinic.arena, "key.old-%s", before))), 0);
    FAILS(vault_open(&vault, old, in_folder("key"), &err), ERR_DATA, before);
    db_close(old);
}
END_TEST

/* A process that read the key file before a rekey began finds the new key when it meets it. */
START_TEST(test_vault_rekey_meanwhile)
{
    struct rekey *rekey;
    make_many(3);
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    ck_assert_int_eq(step(rekey, true), 1);
    ck_assert_int_eq(step(rekey, true), 1);
    ck_assert_ptr_nonnull(
        strstr(clinic_export(&clinic, "clients", false), "C9,欧阳锋,+8613800138000,"));
    rekey_close(rekey);
    OK(run_rekey(NULL));
    ck_assert_ptr_nonnull(
        strstr(clinic_export(&clinic, "clients", false), "C9,欧阳锋,+8613800138000,"));
}
END_TEST

/* One who opened the vault before, and so seals under the old key, writes when its table was gone through already:
 * the old key is not forgotten before that row is under the new one too. */
START_TEST(test_vault_rekey_late_writer)
{
    struct rekey *rekey;
    char before[KEY_NAME];
    int steps = 0;
    make_many(1);
    vault_name(clinic.vault, before);
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    for (; steps < 3; steps++)
        ck_assert_int_eq(step(rekey, true), 1);
    import(CLIENTS "N1,晚来,13700137000,,S01,2025-06-01,,\n");
    while (step(rekey, true) == 1)
        steps++;
    ck_assert_int_gt(steps, 3);
    OK(rekey_finish(rekey, &err));
    rekey_close(rekey);
    ck_assert_int_eq(unlink(in_folder(arena_printf(&clinic.arena, "key.old-%s", before))), 0);
    all_works();
    ck_assert_ptr_nonnull(
        strstr(clinic_export(&clinic, "clients", false), "N1,晚来,+8613700137000,"));
}
END_TEST

START_TEST(test_vault_rekey_new)
{
    struct key key;
    char name[KEY_NAME], want[KEY_NAME];
    struct rekey *rekey;
    make_many(1);
    FAILS(run_rekey(in_folder("key")), ERR_USAGE, "is the key that is in use");
    make_key_file("mine", &key);
    key_name(want, key.id);
    OK(run_rekey(in_folder("mine")));
    all_works();
    vault_name(clinic.vault, name);
    ck_assert_str_eq(name, want);
    OK(run_rekey(in_folder("made")));
    all_works();
    vault_close(clinic.vault);
    OK(vault_open(&clinic.vault, clinic.db, in_folder("made"), &err));
    /* one that was begun is finished first */
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    rekey_close(rekey);
    FAILS(run_rekey(in_folder("another")), ERR_USAGE, "--new: this database is on its way to key");
    OK(run_rekey(NULL));
}
END_TEST

START_TEST(test_vault_rekey_refused)
{
    struct rekey *rekey, *other;
    struct key key;
    make_many(1);
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    FAILS(rekey_open(&other, clinic.db, in_folder("key"), NULL, &err), ERR_BUSY, "another process");
    rekey_close(rekey);
    make_key_file("mine", &key);
    FAILS(run_rekey(in_folder("mine")), ERR_USAGE, "--new: this database is on its way to key");
    OK(run_rekey(NULL));
    FAILS(rekey_open(&rekey, clinic.db, in_folder("nothing"), NULL, &err), ERR_IO,
          "no such key file");
    FAILS(rekey_open(&rekey, clinic.db, in_folder("mine"), NULL, &err), ERR_DATA, "holds key");
    OK(db_script(clinic.db, "UPDATE client SET data_key = zeroblob(79) WHERE code = 'M0'", &err));
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    ck_assert_int_eq(step(rekey, true), 1);
    int64_t rows;
    bool wrote;
    OK(db_begin(clinic.db, &err));
    FAILS(rekey_step(rekey, &rows, &wrote, &err), ERR_DB, "client, row 6: its data key is damaged");
    db_rollback(clinic.db);
    rekey_close(rekey);
}
END_TEST

/* On two machines that share the database and not the file: the first goes on. */
START_TEST(test_vault_rekey_two_files)
{
    struct rekey *here, *there;
    int64_t rows;
    bool wrote;
    make_many(1);
    ck_assert_int_eq(mkdir(in_folder("there"), 0700), 0);
    clinic_save(&clinic.scratch, "there/key", &clinic_key, 0400);
    OK(rekey_open(&here, clinic.db, in_folder("key"), NULL, &err));
    OK(rekey_open(&there, clinic.db, in_folder("there/key"), NULL, &err));
    ck_assert_int_eq(step(here, true), 1);
    OK(db_begin(clinic.db, &err));
    FAILS(rekey_step(there, &rows, &wrote, &err), ERR_DATA, "another rekey, to key");
    db_rollback(clinic.db);
    rekey_close(here);
    rekey_close(there);
    OK(run_rekey(NULL));
    all_works();
    ck_assert_int_eq(system(arena_printf(&clinic.arena, "rm -rf '%s'", in_folder("there"))), 0);
}
END_TEST

/* Two databases under one key file: after one of them was rekeyed both work, and the other is brought after it. */
START_TEST(test_vault_rekey_shared)
{
    struct db *second, *first = clinic.db;
    struct rekey *rekey;
    char now[KEY_NAME], then[KEY_NAME];
    make_many(1);
    OK(db_script(clinic.db, arena_printf(&clinic.arena, "VACUUM INTO '%s'", in_folder("second.db")),
                 &err));
    OK(run_rekey(NULL));
    OK(db_open(&second, in_folder("second.db"), DB_WRITE, &(struct db_options){0}, &err));
    clinic.db = second;
    all_works();
    OK(rekey_open(&rekey, clinic.db, in_folder("key"), NULL, &err));
    rekey_name(rekey, now);
    rekey_close(rekey);
    OK(run_rekey(NULL));
    all_works();
    clinic.db = first;
    all_works();
    vault_name(clinic.vault, then);
    ck_assert_str_eq(now, then);
    db_close(second);
}
END_TEST

Suite *
vault_suite(void)
{
    Suite *suite = suite_create("vault");
    TCase *all = clinic_case("vault", setup, teardown);
    tcase_add_test(all, test_vault_round);
    tcase_add_test(all, test_vault_hides);
    tcase_add_test(all, test_vault_flipped);
    tcase_add_test(all, test_vault_moved);
    tcase_add_test(all, test_vault_index);
    tcase_add_test(all, test_vault_person);
    tcase_add_test(all, test_vault_wrong_key);
    tcase_add_test(all, test_vault_update);
    tcase_add_test(all, test_vault_people);
    tcase_add_test(all, test_vault_late_key);
    tcase_add_loop_test(all, test_vault_tampered, 0, TAMPERED);
    tcase_add_test(all, test_vault_from_lead);
    tcase_add_test(all, test_vault_nothing_readable);
    tcase_add_test(all, test_vault_no_key);
    tcase_add_test(all, test_vault_created);
    tcase_add_test(all, test_vault_put);
    tcase_add_loop_test(all, test_vault_packs, 0, sizeof packs / sizeof *packs);
    tcase_add_loop_test(all, test_vault_found, 0, FOUND);
    tcase_add_loop_test(all, test_vault_unfit, 0, UNFIT);
    tcase_add_test(all, test_vault_find_no_key);
    tcase_add_loop_test(all, test_vault_rekey_anywhere, 0, 8);
    tcase_add_test(all, test_vault_rekey_old);
    tcase_add_test(all, test_vault_rekey_meanwhile);
    tcase_add_test(all, test_vault_rekey_late_writer);
    tcase_add_test(all, test_vault_rekey_new);
    tcase_add_test(all, test_vault_rekey_refused);
    tcase_add_test(all, test_vault_rekey_two_files);
    tcase_add_test(all, test_vault_rekey_shared);
    suite_add_tcase(suite, all);
    return suite;
}
