#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/codec.h"
#include "scratch.h"
#include "vault/keyfile.h"

Suite *keyfile_suite(void);

static struct scratch scratch;
static struct err err;
static struct arena arena;
static struct keys *keys, *read_keys;

static void
setup(void)
{
    scratch_make(&scratch);
    arena_init(&arena);
    keys = keys_new();
    read_keys = keys_new();
    keys->count = 2;
    key_make(&keys->key[0]);
    key_make(&keys->key[1]);
}

static void
teardown(void)
{
    keys_free(keys);
    keys_free(read_keys);
    arena_release(&arena);
    scratch_remove(&scratch);
}

static const char *
file(const char *name)
{
    return arena_strdup(&arena, scratch_file(&scratch, name));
}

/* "medi-key-1 ID KEY" of a key. */
static const char *
line_of(const struct key *key)
{
    char name[KEY_NAME];
    key_name(name, key->id);
    return arena_printf(&arena, "medi-key-1 %s %s", name,
                        base64_encode(&arena, key->key, CIPHER_KEY));
}

static const char *
written(const char *text)
{
    scratch_write(&scratch, "key", text);
    ck_assert_int_eq(chmod(scratch.file, 0400), 0);
    return file("key");
}

static const char *
content(const char *name)
{
    static char text[8192];
    FILE *stream = fopen(scratch_file(&scratch, name), "r");
    ck_assert_ptr_nonnull(stream);
    text[fread(text, 1, sizeof text - 1, stream)] = '\0';
    fclose(stream);
    return text;
}

/* ---- there and back ---- */

START_TEST(test_keyfile_round)
{
    struct stat status;
    mode_t before = umask((mode_t)(_i ? 0777 : 0));
    OK(keyfile_make(file("key"), keys, &err));
    umask(before);
    ck_assert_int_eq(stat(file("key"), &status), 0);
    ck_assert_int_eq(status.st_mode & 07777, 0400);
    ck_assert_int_eq(scratch_count(&scratch), 1);
    OK(keyfile_read(read_keys, file("key"), &err));
    ck_assert_int_eq(read_keys->count, 2);
    ck_assert_mem_eq(read_keys->key, keys->key, 2 * sizeof *keys->key);
}
END_TEST

/* What stands in the file is what its comment says, so that a copy typed by hand works too. */
START_TEST(test_keyfile_text)
{
    OK(keyfile_make(file("key"), keys, &err));
    const char *text = content("key");
    ck_assert_int_eq(text[0], '#');
    ck_assert_str_eq(
        strchr(text, '\n') + 1,
        arena_printf(&arena, "%s\n%s\n", line_of(&keys->key[0]), line_of(&keys->key[1])));
    ck_assert_ptr_nonnull(strstr(text, "keep a copy apart from the database"));
}
END_TEST

START_TEST(test_keyfile_never_over)
{
    scratch_write(&scratch, "key", "something");
    FAILS(keyfile_make(file("key"), keys, &err), ERR_IO, "is there already, and is left as it is");
    ck_assert_str_eq(content("key"), "something");
    ck_assert_int_eq(symlink("/nowhere/at/all", file("link")), 0);
    FAILS(keyfile_make(file("link"), keys, &err), ERR_IO, "is there already");
    ck_assert(keyfile_is_there(file("link")));
    ck_assert(!keyfile_is_there(file("other")));
    FAILS(keyfile_make(file("no/key"), keys, &err), ERR_IO, "no/key");
    ck_assert_int_eq(scratch_count(&scratch), 2);
}
END_TEST

START_TEST(test_keyfile_replace)
{
    struct stat status;
    OK(keyfile_make(file("key"), keys, &err));
    keys->count = 1;
    scratch_write(&scratch, "key.0.tmp", "left by one that was killed");
    OK(keyfile_replace(file("key"), keys, &err));
    OK(keyfile_read(read_keys, file("key"), &err));
    ck_assert_int_eq(read_keys->count, 1);
    ck_assert_int_eq(stat(file("key"), &status), 0);
    ck_assert_int_eq(status.st_mode & 07777, 0400);
    ck_assert_int_eq(scratch_count(&scratch), 1);
}
END_TEST

/* ---- what is refused ---- */

/* KEY and OTHER stand for whole lines. */
static const struct {
    const char *text, *words;
} damaged[] = {
    {"", "no key is in it"},
    {"# a comment\n", "no key is in it"},
    {"\n\n", "no key is in it"},
    {"hello\n", ":1: no key, or a damaged one"},
    {"#\n KEY\n", ":2: no key, or a damaged one"},
    {"KEY \n", ":1: no key"},
    {"KEYx\n", ":1: no key"},
    {"KEY\nOTHER\nTHIRD\n", ":3: no key"},
    {"KEY\nhello\n", ":2: no key"},
    {"medi-key-2 KEY", ":1: no key"},
    {"KEY KEY\n", ":1: no key"},
};
enum { DAMAGED = sizeof damaged / sizeof *damaged };

static const char *
filled(const char *text)
{
    struct key third;
    key_make(&third);
    const char *words[] = {"KEY", "OTHER", "THIRD"};
    const char *lines[] = {line_of(&keys->key[0]), line_of(&keys->key[1]), line_of(&third)};
    char *out = arena_strdup(&arena, "");
    while (*text) {
        int at = 0;
        while (at < 3 && strncmp(text, words[at], strlen(words[at])) != 0)
            at++;
        out = at < 3 ? arena_printf(&arena, "%s%s", out, lines[at])
                     : arena_printf(&arena, "%s%c", out, *text);
        text += at < 3 ? strlen(words[at]) : 1;
    }
    return out;
}

START_TEST(test_keyfile_damaged)
{
    FAILS(keyfile_read(read_keys, written(filled(damaged[_i].text)), &err), ERR_DATA,
          damaged[_i].words);
    ck_assert_int_eq(read_keys->count, 0);
}
END_TEST

static const char *const fit[] = {"KEY", "KEY\n", "# x\r\nKEY\r\n", "\n#\nKEY\n\n", "KEY\nOTHER\n"};

START_TEST(test_keyfile_fit)
{
    OK(keyfile_read(read_keys, written(filled(fit[_i])), &err));
    ck_assert_int_eq(read_keys->count, _i == 4 ? 2 : 1);
    ck_assert_mem_eq(&read_keys->key[0], &keys->key[0], sizeof keys->key[0]);
}
END_TEST

/* Any byte of the line changed: refused, and never shown. */
START_TEST(test_keyfile_flipped)
{
    const char *line = line_of(&keys->key[0]);
    for (size_t i = 0; i < strlen(line); i++)
        for (int bit = 0; bit < 7; bit++) {
            char *text = arena_strdup(&arena, line);
            text[i] = (char)(text[i] ^ (1 << bit));
            if (text[i] == '#' && i == 0)
                continue;
            unlink(file("key"));
            const char *path = written(text);
            err_clear(&err);
            ck_assert_msg(keyfile_read(read_keys, path, &err) == -1, "byte %zu bit %d", i, bit);
            ck_assert_int_eq(err.kind, ERR_DATA);
            ck_assert_ptr_null(strstr(err.text, line + 28));
            ck_assert_ptr_null(strstr(err.text, "medi-key"));
        }
    ck_assert_int_eq(read_keys->count, 0);
}
END_TEST

START_TEST(test_keyfile_long)
{
    char *text = arena_alloc(&arena, 5000);
    memset(text, '#', 4095 - strlen(line_of(&keys->key[0])));
    const char *whole = arena_printf(&arena, "%s\n%s", text, line_of(&keys->key[0]));
    ck_assert_uint_eq(strlen(whole), 4096);
    OK(keyfile_read(read_keys, written(whole), &err));
    unlink(file("key"));
    FAILS(keyfile_read(read_keys, written(arena_printf(&arena, "%s\n", whole)), &err), ERR_DATA,
          "too long for a key file");
}
END_TEST

START_TEST(test_keyfile_others)
{
    static const mode_t modes[] = {0440, 0404, 0460, 0410, 0401, 0402, 0644, 0777, 0420};
    const char *path = written(filled("KEY\n"));
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        ck_assert_int_eq(chmod(path, modes[i]), 0);
        FAILS(keyfile_read(read_keys, path, &err), ERR_DATA,
              "others may read or change this key file");
        ck_assert_ptr_nonnull(strstr(err.text, "chmod 400"));
    }
    ck_assert_int_eq(chmod(path, 0600), 0);
    OK(keyfile_read(read_keys, path, &err));
    if (geteuid() != 0)
        return; /* only root can give a file away */
    ck_assert_int_eq(chown(path, 65534, (gid_t)-1), 0);
    FAILS(keyfile_read(read_keys, path, &err), ERR_DATA, "belongs to another user");
}
END_TEST

START_TEST(test_keyfile_no_file)
{
    FAILS(keyfile_read(read_keys, file("none"), &err), ERR_IO, "none: no such key file");
    FAILS(keyfile_read(read_keys, scratch.folder, &err), ERR_DATA, "not a regular file");
    ck_assert_int_eq(mkfifo(file("pipe"), 0400), 0);
    FAILS(keyfile_read(read_keys, file("pipe"), &err), ERR_DATA, "not a regular file");
    FAILS(keyfile_read(read_keys, "/dev/zero", &err), ERR_DATA, "not a regular file");
}
END_TEST

/* A link to a key file is as good as the file: that is how some systems hand out secrets. */
START_TEST(test_keyfile_link)
{
    ck_assert_int_eq(symlink(written(filled("KEY\n")), file("link")), 0);
    OK(keyfile_read(read_keys, file("link"), &err));
    ck_assert_int_eq(read_keys->count, 1);
}
END_TEST

/* ---- the process ---- */

START_TEST(test_keyfile_no_core)
{
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        const struct rlimit most = {RLIM_INFINITY, RLIM_INFINITY};
        struct rlimit limit;
        setrlimit(RLIMIT_CORE, &most);
        prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
        keys_free(keys_new());
        getrlimit(RLIMIT_CORE, &limit);
        _exit(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0 || limit.rlim_cur != 0 ||
              limit.rlim_max != 0);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(test_keyfile_lock)
{
    int held = keyfile_lock(file("key"), &err);
    ck_assert_int_ge(held, 0);
    FAILS(keyfile_lock(file("key"), &err), ERR_BUSY, "another process is changing the key");
    close(held);
    held = keyfile_lock(file("key"), &err);
    ck_assert_int_ge(held, 0);
    close(held);
    FAILS(keyfile_lock(file("no/key"), &err), ERR_IO, "no/key");
}
END_TEST

START_TEST(test_keyfile_keys)
{
    struct key key;
    char old[KEYFILE_PATH], name[KEY_NAME];
    keys_add(keys, &keys->key[0]);
    ck_assert_int_eq(keys->count, 2);
    for (int i = 0; i < 2 * KEYS_MOST; i++) {
        key_make(&key);
        keys_add(keys, &key);
    }
    ck_assert_int_eq(keys->count, KEYS_MOST);
    ck_assert_ptr_eq(keys_find(keys, keys->key[1].id), &keys->key[1]);
    ck_assert_ptr_null(keys_find(keys, key.id));
    key_name(name, key.id);
    ck_assert_uint_eq(strlen(name), 16);
    ck_assert(keyfile_old(old, "/a/key", key.id));
    ck_assert_str_eq(old, arena_printf(&arena, "/a/key.old-%s", name));
    char *longest = arena_alloc(&arena, KEYFILE_PATH);
    memset(longest, 'x', KEYFILE_PATH - 10);
    ck_assert(!keyfile_old(old, longest, key.id));
}
END_TEST

Suite *
keyfile_suite(void)
{
    Suite *suite = suite_create("keyfile");
    TCase *all = tcase_create("keyfile");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, test_keyfile_round, 0, 2);
    tcase_add_test(all, test_keyfile_text);
    tcase_add_test(all, test_keyfile_never_over);
    tcase_add_test(all, test_keyfile_replace);
    tcase_add_loop_test(all, test_keyfile_damaged, 0, DAMAGED);
    tcase_add_loop_test(all, test_keyfile_fit, 0, 5);
    tcase_add_test(all, test_keyfile_flipped);
    tcase_add_test(all, test_keyfile_long);
    tcase_add_test(all, test_keyfile_others);
    tcase_add_test(all, test_keyfile_no_file);
    tcase_add_test(all, test_keyfile_link);
    tcase_add_test(all, test_keyfile_no_core);
    tcase_add_test(all, test_keyfile_lock);
    tcase_add_test(all, test_keyfile_keys);
    suite_add_tcase(suite, all);
    return suite;
}
