#include "bytes.h"
#include "ledger.h"

Suite *checkpoint_suite(void);

static struct ledger ledger;
static struct err err;
static struct note_secret secret;
static struct str notes;

static void
setup(void)
{
    ledger_open(&ledger);
    note_secret_make(&secret, "auditor");
    notes = (struct str)STR_INIT;
}

static void
teardown(void)
{
    str_release(&notes);
    ledger_close(&ledger);
}

/* ---- the text --------------------------------------------------------------------------------------- */

#define HEAD "medi/abc\ncheckpoint 1\ntime 2026-11-22T20:00:00Z\nafter -\n"
#define HASH "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

START_TEST(test_checkpoint_text)
{
    struct checkpoint checkpoint;
    struct str again = STR_INIT;
    static const char text[] = "medi/abc\ncheckpoint 12\ntime 2026-11-22T20:00:01Z\nafter " HASH
                               "\n0 341 " HASH "\n7 5012 " HASH "\n";
    OK(checkpoint_parse(&ledger.arena, &checkpoint, text, sizeof text - 1, &err));
    ck_assert_str_eq(checkpoint.identity, "abc");
    ck_assert_int_eq(checkpoint.number, 12);
    ck_assert_int_eq(checkpoint.at, 1795377601);
    ck_assert_int_eq(checkpoint.count, 2);
    ck_assert_int_eq(checkpoint.ends[1].store_id, 7);
    ck_assert_int_eq(checkpoint.ends[1].entries, 5012);
    ck_assert_int_eq(checkpoint.ends[1].hash[31], 31);
    checkpoint_write(&again, &checkpoint);
    ck_assert_str_eq(again.text, text);
    str_release(&again);
    OK(checkpoint_parse(&ledger.arena, &checkpoint, HEAD, sizeof HEAD - 1, &err));
    ck_assert_hex(checkpoint.hash, HASH_SIZE,
                  "8a2187bce2638b0cfdccc6aca6974944589719e23947a7c037813f309a934868");
}
END_TEST

START_TEST(test_checkpoint_bad_text)
{
    static const char *const bad[] = {
        "",
        "medi/abc\n",
        "medi/\ncheckpoint 1\ntime 2026-11-22T20:00:00Z\nafter -\n",
        "other/abc\ncheckpoint 1\ntime 2026-11-22T20:00:00Z\nafter -\n",
        "medi/abc\ncheckpoint 0\ntime 2026-11-22T20:00:00Z\nafter -\n",
        "medi/abc\ncheckpoint 01\ntime 2026-11-22T20:00:00Z\nafter -\n",
        "medi/abc\ncheckpoint -1\ntime 2026-11-22T20:00:00Z\nafter -\n",
        "medi/abc\ncheckpoint 9999999999999999999\ntime 2026-11-22T20:00:00Z\nafter -\n",
        "medi/abc\ncheckpoint 1\ntime 2026-11-22 20:00:00\nafter -\n",
        "medi/abc\ncheckpoint 1\ntime 2026-11-22T20:00:00+08:00\nafter -\n",
        "medi/abc\ncheckpoint 1\ntime 2026-11-22T20:00:00Z\nafter " HASH "\n",
        "medi/abc\ncheckpoint 2\ntime 2026-11-22T20:00:00Z\nafter -\n",
        HEAD "0 1\n",
        HEAD "0 1 AAAA\n",
        HEAD "0 0 " HASH "\n",
        HEAD "0 1 " HASH,
        HEAD "0 1 " HASH " \n",
        HEAD "1 1 " HASH "\n0 1 " HASH "\n",
        HEAD "1 1 " HASH "\n1 1 " HASH "\n",
        HEAD "\n",
        HEAD "x\n",
    };
    struct checkpoint checkpoint;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(checkpoint_parse(&ledger.arena, &checkpoint, bad[i], strlen(bad[i]), &err) ==
                          -1,
                      "%s", bad[i]);
}
END_TEST

/* ---- made and judged ---------------------------------------------------------------------------------- */

static void
visit(int store, int number)
{
    char sql[300];
    snprintf(sql, sizeof sql, LEDGER_VISIT "(%d, %d, 'V%d', 1, 5, 1, 'other', 'finished')", store,
             number, number);
    ledger_act(&ledger, store, "visit", sql);
}

static struct checkpoint
make(void)
{
    struct checkpoint made;
    bool is_new;
    OK(db_begin(ledger.db, &err));
    OK(checkpoint_key_is_new(ledger.db, &secret.key, &is_new, &err));
    if (is_new)
        OK(checkpoint_add_key(ledger.db, &secret.key, &err));
    ledger_log(&ledger, 0, "checkpoint");
    OK(checkpoint_make(&ledger.arena, ledger.db, ledger.now++, &secret, &made, &err));
    OK(db_commit(ledger.db, &err));
    str_add(&notes, made.note.bytes, made.note.length);
    return made;
}

/* Three checkpoints, with visits before, between and behind. */
static void
play(void)
{
    for (int i = 1; i <= 3; i++) {
        visit(1, i);
        visit(2, i);
        make();
    }
    visit(1, 4);
}

static const char *
find(bool trusted)
{
    struct checkpoint_list kept = {0};
    struct checkpoint_trust trust = {&secret.key, 1};
    OK(checkpoint_read(&ledger.arena, &kept, "notes", notes.text, notes.length, &err));
    const struct verify_options options = {.log = true,
                                           .rows = true,
                                           .trust = trusted ? &trust : NULL,
                                           .against = trusted ? &kept : NULL};
    return ledger_verify(&ledger, &options);
}

START_TEST(test_checkpoint_clean)
{
    play();
    ck_assert_str_eq(find(true), "");
    ck_assert_int_eq(ledger.count.checkpoints, 6);
    ck_assert_str_eq(find(false), "");
    ck_assert_str_eq(ledger_ask(&ledger, "SELECT group_concat(number) FROM checkpoint"), "1,2,3");
}
END_TEST

/* Also when nothing changed; each holds the hash of the one before. */
START_TEST(test_checkpoint_order)
{
    struct checkpoint one = make(), two = make();
    ck_assert_int_eq(two.number, 2);
    ck_assert_mem_eq(two.before, one.hash, HASH_SIZE);
    ck_assert_str_eq(find(true), "");
}
END_TEST

static const struct harm {
    const char *sql, *own,
        *kept; /* findings by the database's own checkpoints and keys, and by those kept */
} harms[] = {
    /* rolled back: all that is left is consistent */
    {"DELETE FROM checkpoint WHERE number = 3", "", "- checkpoint checkpoint 3 rolled-back\n"},
    {"DELETE FROM checkpoint WHERE number = 2", "- checkpoint checkpoint 2 missing\n",
     "- checkpoint checkpoint 2 missing\n- checkpoint checkpoint 2 rolled-back\n"},
    {"UPDATE checkpoint SET at = at + 1 WHERE number = 2",
     "- checkpoint checkpoint 2 changed\n- checkpoint checkpoint 2 missing\n",
     "- checkpoint checkpoint 2 changed\n- checkpoint checkpoint 2 missing\n"},
    {"UPDATE checkpoint SET note = 'x' WHERE number = 1", "- checkpoint checkpoint 1 malformed\n",
     "- checkpoint checkpoint 1 malformed\n- checkpoint checkpoint 1 forked\n"},
    {"UPDATE checkpoint SET note = replace(note, '2025', '2024') WHERE number = 1",
     "- checkpoint checkpoint 1 changed\n- checkpoint checkpoint 1 missing\n",
     "- checkpoint checkpoint 1 changed\n- checkpoint checkpoint 1 missing\n- checkpoint "
     "checkpoint 1 forked\n"},
    {"UPDATE checkpoint SET note = replace(note, 'auditor', 'another') WHERE number = 3",
     "- checkpoint checkpoint 3 unsigned\n", "- checkpoint checkpoint 3 unsigned\n"},
    {"UPDATE checkpoint SET note = substr(note, 1, length(note) - 20) ||"
     " CASE substr(note, -20, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(note, -19)"
     " WHERE number = 3",
     NULL, NULL},
    {"DELETE FROM checkpoint", "",
     "- checkpoint checkpoint 1 rolled-back\n- checkpoint checkpoint 2 rolled-back\n"
     "- checkpoint checkpoint 3 rolled-back\n"},
};

START_TEST(test_checkpoint_harm)
{
    play();
    ledger_hurt(&ledger, harms[_i].sql);
    if (harms[_i].own)
        ck_assert_str_eq(find(false), harms[_i].own);
    else
        ck_assert_ptr_nonnull(strstr(find(false), "checkpoint 3 forged"));
    if (harms[_i].kept)
        ck_assert_str_eq(find(true), harms[_i].kept);
}
END_TEST

/* Another key's note, and a database that has lost its own name. */
START_TEST(test_checkpoint_other_key)
{
    struct note_secret other;
    play();
    note_secret_make(&other, "auditor");
    secret = other;
    ck_assert_ptr_nonnull(strstr(find(true), "checkpoint 1 unsigned"));
    ck_assert_str_eq(find(false), "");
}
END_TEST

START_TEST(test_checkpoint_other_database)
{
    play();
    ledger_hurt(&ledger, "UPDATE meta SET value = 'another' WHERE name = 'identity'");
    const char *found = find(true);
    ck_assert_ptr_nonnull(strstr(found, "- checkpoint - missing\n"));
    ck_assert_ptr_nonnull(strstr(found, "S01 log entry 1 changed\n"));
    ck_assert_ptr_nonnull(strstr(found, "- meta meta identity changed\n")
                              ? found
                              : strstr(found, "* meta meta identity"));
}
END_TEST

/* Two that were kept, of one number. */
START_TEST(test_checkpoint_fork)
{
    struct checkpoint_list kept = {0};
    struct checkpoint_trust trust = {&secret.key, 1};
    play();
    struct checkpoint last;
    OK(checkpoint_read(&ledger.arena, &kept, "notes", notes.text, notes.length, &err));
    last = kept.items[2];
    last.at++;
    struct str text = STR_INIT;
    checkpoint_write(&text, &last);
    char *fork = note_sign(&ledger.arena, text.text, &secret);
    str_release(&text);
    OK(checkpoint_read(&ledger.arena, &kept, "fork", fork, strlen(fork), &err));
    const struct verify_options options = {.log = true, .trust = &trust, .against = &kept};
    ck_assert_str_eq(ledger_verify(&ledger, &options), "- checkpoint checkpoint 3 forked\n");
}
END_TEST

START_TEST(test_checkpoint_trust)
{
    struct checkpoint_trust trust = {0};
    const char *key = note_key_format(&ledger.arena, &secret.key);
    char *text = arena_printf(&ledger.arena, "# of head office\n\n%s\n%s", key, key);
    OK(checkpoint_trust_read(&ledger.arena, &trust, "keys", text, strlen(text), &err));
    ck_assert_int_eq(trust.count, 2);
    FAILS(checkpoint_trust_read(&ledger.arena, &trust, "keys", "\nx\n", 3, &err), ERR_DATA,
          "keys:2");
}
END_TEST

/* A note that is none, or no checkpoint. */
START_TEST(test_checkpoint_read)
{
    struct checkpoint_list list = {0};
    char *other = note_sign(&ledger.arena, "hello\n", &secret);
    FAILS(checkpoint_read(&ledger.arena, &list, "f", "hello\n", 6, &err), ERR_DATA, "f: note 1");
    FAILS(checkpoint_read(&ledger.arena, &list, "f", other, strlen(other), &err), ERR_DATA,
          "no checkpoint");
    OK(checkpoint_read(&ledger.arena, &list, "f", "", 0, &err));
    ck_assert_int_eq(list.count, 0);
}
END_TEST

START_TEST(test_checkpoint_damaged_chain)
{
    struct checkpoint made;
    play();
    ledger_hurt(&ledger, "UPDATE chain SET hash = x'00' WHERE store_id = 1");
    OK(db_begin(ledger.db, &err));
    FAILS(checkpoint_make(&ledger.arena, ledger.db, 1, &secret, &made, &err), ERR_DB, "damaged");
    db_rollback(ledger.db);
    ledger_hurt(&ledger, "UPDATE checkpoint SET note = '' WHERE number = 3");
    OK(db_begin(ledger.db, &err));
    FAILS(checkpoint_make(&ledger.arena, ledger.db, 1, &secret, &made, &err), ERR_DATA,
          "checkpoint 3 is damaged");
    db_rollback(ledger.db);
}
END_TEST

Suite *
checkpoint_suite(void)
{
    Suite *suite = suite_create("checkpoint");
    TCase *all = ledger_case("checkpoint", setup, teardown);
    tcase_add_test(all, test_checkpoint_text);
    tcase_add_test(all, test_checkpoint_bad_text);
    tcase_add_test(all, test_checkpoint_clean);
    tcase_add_test(all, test_checkpoint_order);
    tcase_add_loop_test(all, test_checkpoint_harm, 0, sizeof harms / sizeof *harms);
    tcase_add_test(all, test_checkpoint_other_key);
    tcase_add_test(all, test_checkpoint_other_database);
    tcase_add_test(all, test_checkpoint_fork);
    tcase_add_test(all, test_checkpoint_trust);
    tcase_add_test(all, test_checkpoint_read);
    tcase_add_test(all, test_checkpoint_damaged_chain);
    suite_add_tcase(suite, all);
    return suite;
}
