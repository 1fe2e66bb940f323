/* The stream of a backup: its form, and that no byte of it can be changed, lost, added or moved. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup/file.h"
#include "backup/pieces.h"
#include "backup/reader.h"
#include "backup/recovery.h"
#include "backup/writer.h"
#include "base/squeeze.h"
#include "bytes.h"
#include "scratch.h"

Suite *backup_suite(void);

static struct scratch scratch;
static struct arena arena;
static struct err err;
static const struct reader_key no_key;

static void
setup(void)
{
    scratch_make(&scratch);
    arena_init(&arena);
    err_clear(&err);
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

static const char *
file_named(const char *name)
{
    return arena_strdup(&arena, scratch_file(&scratch, name));
}

/* ---- bytes ----------------------------------------------------------------------------------------- */

struct bytes {
    unsigned char *at;
    size_t length;
};

static struct bytes
load(const char *path)
{
    struct str text = STR_INIT;
    OK(file_load(&text, path, 1 << 24, &err));
    return (struct bytes){(unsigned char *)text.text, text.length};
}

static void
save(const char *path, const void *at, size_t length)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ck_assert_int_ge(file, 0);
    ck_assert(file_write(file, at, length));
    close(file);
}

/* ---- a table that never was ------------------------------------------------------------------------ */

static struct item_table *
table_of(const char *name, int count, const char *const *names, const char *types)
{
    struct item_table *table = arena_alloc(&arena, sizeof *table);
    table->place = (struct place){.table = name, .count = count, .store_column = -1};
    table->place.names = arena_array(&arena, PLACE_COLUMNS, sizeof *table->place.names);
    for (int i = 0; i < count; i++) {
        table->place.names[i] = names[i];
        table->types[i] = types[i];
        table->keys[i] = i == 0;
    }
    return table;
}

static const char *const columns[] = {"id", "words", "bytes"};

static void
write_rows(struct writer *writer, int rows)
{
    char words[64];
    OK(writer_table(writer, table_of("thing", 3, columns, "ITB"), &err));
    for (int i = 0; i < rows; i++) {
        snprintf(words, sizeof words, "row %d of many", i * 7919 % 1000003);
        struct db_value values[] = {db_int(i), i % 5 ? db_text(words) : db_null(),
                                    db_bytes("\0\1", 2)};
        OK(writer_row(writer, values, &err));
    }
    OK(writer_table_end(writer, &err));
}

/* A backup of one table, an empty one and a pack. The key of the stream goes to `key` unless that is NULL. */
static const char *
make(const char *name, int rows, const unsigned char *recovery, unsigned char *key)
{
    const char *path = file_named(name);
    struct writer *writer;
    struct outer outer = {.schema = 2, .at = 1790000000, .identity = "0123456789abcdef"};
    const struct item_file pack = {ITEM_FILE_PACK, "kinds/a.yaml", db_text("a: b\n")};
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    OK(writer_begin(&writer, file, path, &outer, recovery, "9.8.7", &err));
    if (key)
        memcpy(key, writer_key(writer), CIPHER_KEY);
    write_rows(writer, rows);
    OK(writer_table(writer, table_of("nothing", 1, columns, "I"), &err));
    OK(writer_table_end(writer, &err));
    OK(writer_file(writer, &pack, &err));
    OK(writer_end(writer, &err));
    ck_assert_int_eq(writer_counts(writer)->rows, rows);
    ck_assert_int_eq(writer_bytes(writer), lseek(file, 0, SEEK_CUR));
    writer_free(writer);
    close(file);
    return path;
}

/* Reads it to its end: the number of rows, or -1 with err. */
static int64_t
read_all(const char *path, const struct reader_key *key)
{
    struct reader *reader;
    struct item item;
    int more = -1;
    int64_t rows = 0;
    err_clear(&err);
    int file = file_open(path, &err);
    ck_assert_int_ge(file, 0);
    if (reader_begin(&reader, file, path, key, &err) == 0) {
        while ((more = reader_next(reader, &item, &err)) == 1)
            rows += item.kind == ITEM_ROW;
        if (more == 0) {
            ck_assert_int_eq(reader_next(reader, &item, &err), 0);
            ck_assert_int_eq(reader_counts(reader)->rows, rows);
            ck_assert_int_eq(reader_bytes(reader), lseek(file, 0, SEEK_END));
        }
        reader_free(reader);
    }
    close(file);
    return more < 0 ? -1 : rows;
}

static void
refused(const char *path, const char *words)
{
    ck_assert_int_eq(read_all(path, &no_key), -1);
    ck_assert_msg(err.kind == ERR_DATA && strstr(err.text, words), "kind %d: %s", (int)err.kind,
                  err.text);
}

/* ---- the form -------------------------------------------------------------------------------------- */

START_TEST(the_header_has_one_form)
{
    struct outer outer = {.flags = OUTER_BOXED | OUTER_AS_IS,
                          .schema = 0x01020304,
                          .at = 0x1122334455667788,
                          .identity = "abc"};
    struct outer again;
    unsigned char bytes[OUTER_SIZE], copy[OUTER_SIZE];
    count_up(outer.recovery, sizeof outer.recovery, 0x10);
    count_up(outer.key, sizeof outer.key, 0x40);
    count_up(outer.header, sizeof outer.header, 0xC0);
    outer_write(&outer, bytes);
    ck_assert_hex(bytes, sizeof bytes,
                  "6d656469206261636b757020310d0a1a"
                  "03000000"
                  "04030201"
                  "8877665544332211"
                  "6162630000000000000000000000000000000000000000000000000000000000"
                  "0000000000000000000000000000000000000000000000000000000000000000"
                  "1011121314151617"
                  "404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f"
                  "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f"
                  "808182838485868788898a8b8c8d8e8f"
                  "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7");
    OK(outer_read(&again, bytes, sizeof bytes, "f", &err));
    outer_write(&again, copy);
    ck_assert_mem_eq(bytes, copy, sizeof bytes);
    FAILS(outer_read(&again, bytes, 100, "f", &err), ERR_DATA, "f: cut short");
    FAILS(outer_read(&again, bytes, 0, "f", &err), ERR_DATA, "f: not a backup");
    bytes[12] = '2';
    FAILS(outer_read(&again, bytes, sizeof bytes, "f", &err), ERR_DATA, "another format");
    bytes[12] = '1';
    bytes[13] = '\n'; /* what a transfer as text does */
    FAILS(outer_read(&again, bytes, sizeof bytes, "f", &err), ERR_DATA, "damaged");
}
END_TEST

START_TEST(items_have_one_form)
{
    struct str out = STR_INIT;
    const struct db_value values[] = {
        db_null(),   db_int(0),         db_int(-1),
        db_int(64),  db_int(INT64_MAX), db_int(INT64_MIN),
        db_text(""), db_text("医美"),   db_bytes("\0\xff", 2),
    };
    struct item item;
    item_row(&out, values, 9);
    ck_assert_hex((const unsigned char *)out.text, out.length,
                  "722c" /* r, 44 bytes */
                  "4e"
                  "4900"
                  "4901"
                  "498001"
                  "49feffffffffffffffff01"
                  "49ffffffffffffffffff01"
                  "5400"
                  "5406e58cbbe7be8e"
                  "420200ff");
    ck_assert_int_eq(item_length(out.text, out.length), (long)out.length);
    ck_assert(item_read(&item, &arena, out.text, out.length, 9));
    for (int i = 0; i < 9; i++)
        ck_assert(db_value_equal(item.values[i], values[i]));
    ck_assert(!item_read(&item, &arena, out.text, out.length, 8));
    ck_assert(!item_read(&item, &arena, out.text, out.length, 10));
    str_clear(&out);
    item_table(&out, table_of("thing", 3, columns, "ITB"));
    item_table_end(&out, 300);
    ck_assert_hex((const unsigned char *)out.text, out.length,
                  "541c"
                  "057468696e67"
                  "03"
                  "0269644901"
                  "05776f7264735400"
                  "0562797465734200"
                  "6502ac02");
    str_release(&out);
}
END_TEST

/* Each of them is no item, or none of its kind. */
START_TEST(what_is_no_item_is_refused)
{
    static const struct {
        const char *hex;
        int columns;
    } list[] = {
        {"7800", 0},                   /* no such letter */
        {"728000", 0},                 /* a length not in its shortest form */
        {"72ffffffffffffffffff01", 0}, /* longer than anything */
        {"7201", 1},                   /* cut short */
        {"720158", 1},                 /* a value of no type */
        {"72034980808080808080808080", 1},
        {"7203498100", 1},                     /* a number not in its shortest form */
        {"720c49ffffffffffffffffffff0100", 1}, /* more than 64 bits */
        {"720b49ffffffffffffffffff02", 1},     /* the same, in the last byte */
        {"7202540500", 1},                     /* a text longer than its row */
        {"72035401", 1},
        {"7203490000", 1},                   /* something behind the last value */
        {"540105", 0},                       /* a table without name */
        {"5403014100", 0},                   /* a name with a capital; no columns */
        {"5403016100", 0},                   /* no columns */
        {"54080161010161580100", 0},         /* a column of no type; something behind */
        {"540801610101615801", 0},           /* a column of no type */
        {"540c016102016149010161490000", 0}, /* two columns with one name */
        {"540703612262010161490100", 0},     /* a quote in a name */
        {"6503ffff01ff", 0},                 /* something behind the count */
        {"460578016100", 0},                 /* a file of no kind */
        {"46056b0361006200", 0},             /* NUL in a name */
        {"5a020000", 0},                     /* an end without hash */
        {"4802ffff", 0},                     /* a greeting without hash */
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        unsigned char bytes[64];
        struct item item;
        size_t length = unhex(bytes, sizeof bytes, list[i].hex);
        ck_assert_msg(!item_read(&item, &arena, bytes, length, list[i].columns), "%s", list[i].hex);
    }
}
END_TEST

/* ---- there and back -------------------------------------------------------------------------------- */

static void
check_thing(struct reader *reader, int rows)
{
    struct item item;
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    ck_assert_int_eq(item.kind, ITEM_TABLE);
    ck_assert_str_eq(item.table->place.table, "thing");
    ck_assert_int_eq(item.table->place.count, 3);
    ck_assert_str_eq(item.table->place.names[2], "bytes");
    ck_assert_int_eq(item.table->place.number_column, 0);
    ck_assert_int_eq(item.table->place.store_column, -1);
    for (int i = 0; i < rows; i++) {
        ck_assert_int_eq(reader_next(reader, &item, &err), 1);
        ck_assert_int_eq(item.kind, ITEM_ROW);
        ck_assert_int_eq(item.values[0].number, i);
        ck_assert_int_eq(item.values[1].type, i % 5 ? DB_TEXT : DB_NULL);
        ck_assert_int_eq(item.values[2].length, 2);
    }
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    ck_assert_int_eq(item.kind, ITEM_TABLE_END);
}

START_TEST(what_was_written_is_read)
{
    static const int sizes[] = {0, 1, 7, 5000, 200000};
    const int rows = sizes[_i];
    struct reader *reader;
    struct item item;
    const char *path = make("a", rows, NULL, NULL);
    int file = file_open(path, &err);
    OK(reader_begin(&reader, file, path, &no_key, &err));
    ck_assert_str_eq(reader_version(reader), "9.8.7");
    ck_assert_str_eq(reader_outer(reader)->identity, "0123456789abcdef");
    check_thing(reader, rows);
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    ck_assert_str_eq(item.table->place.table, "nothing");
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    ck_assert_int_eq(item.kind, ITEM_TABLE_END);
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    ck_assert_int_eq(item.file.kind, ITEM_FILE_PACK);
    ck_assert_str_eq(item.file.name, "kinds/a.yaml");
    ck_assert_int_eq(item.file.bytes.length, 5);
    ck_assert_int_eq(reader_next(reader, &item, &err), 0);
    ck_assert_int_eq(reader_counts(reader)->tables, 2);
    ck_assert_int_eq(reader_counts(reader)->rows, rows);
    ck_assert_int_eq(reader_counts(reader)->files, 1);
    reader_free(reader);
    close(file);
}
END_TEST

/* A value longer than many pieces. */
START_TEST(long_values)
{
    enum { LONG = 5 << 20 };
    char *text = mem_alloc(LONG);
    const char *path = file_named("long");
    struct outer outer = {.schema = 2, .identity = "x"};
    struct writer *writer;
    struct reader *reader;
    struct item item;
    random_bytes(text, LONG);
    int file = open(path, O_RDWR | O_CREAT, 0600);
    OK(writer_begin(&writer, file, path, &outer, NULL, "1", &err));
    OK(writer_table(writer, table_of("t", 1, columns, "I"), &err));
    struct db_value value = db_bytes(text, LONG);
    OK(writer_row(writer, &value, &err));
    OK(writer_row(writer, &value, &err));
    OK(writer_table_end(writer, &err));
    OK(writer_end(writer, &err));
    writer_free(writer);
    lseek(file, 0, SEEK_SET);
    OK(reader_begin(&reader, file, path, &no_key, &err));
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(reader_next(reader, &item, &err), 1);
        ck_assert_uint_eq(item.values[0].length, LONG);
        ck_assert(memcmp(item.values[0].text, text, LONG) == 0);
    }
    ck_assert_int_eq(reader_next(reader, &item, &err), 1);
    ck_assert_int_eq(reader_next(reader, &item, &err), 0);
    reader_free(reader);
    close(file);
    free(text);
}
END_TEST

/* ---- damage ---------------------------------------------------------------------------------------- */

/* Every bit of every byte. */
START_TEST(no_bit_can_be_changed)
{
    const char *path = make("a", 12, NULL, NULL), *other = file_named("b");
    struct bytes whole = load(path);
    ck_assert_int_eq(read_all(path, &no_key), 12);
    for (size_t at = 0; at < whole.length; at++)
        for (int bit = 0; bit < 8; bit++) {
            whole.at[at] ^= (unsigned char)(1 << bit);
            save(other, whole.at, whole.length);
            ck_assert_msg(read_all(other, &no_key) == -1 && err.kind == ERR_DATA,
                          "byte %zu bit %d: %s", at, bit, err.text);
            whole.at[at] ^= (unsigned char)(1 << bit);
        }
    free(whole.at);
}
END_TEST

/* In a larger one, with many pieces, a byte here and there; in each piece its length and its ends. */
START_TEST(no_byte_of_many_pieces_can_be_changed)
{
    const char *path = make("a", 60000, NULL, NULL), *other = file_named("b");
    struct bytes whole = load(path);
    ck_assert_uint_gt(whole.length, 3 * PIECE);
    for (size_t at = 0; at < whole.length; at += at < 400 ? 1 : 4099) {
        whole.at[at] ^= 0x55;
        save(other, whole.at, whole.length);
        ck_assert_msg(read_all(other, &no_key) == -1, "byte %zu", at);
        whole.at[at] ^= 0x55;
    }
    free(whole.at);
}
END_TEST

START_TEST(it_cannot_be_cut_short)
{
    const char *path = make("a", 12, NULL, NULL), *other = file_named("b");
    struct bytes whole = load(path);
    for (size_t length = 0; length < whole.length; length++) {
        save(other, whole.at, length);
        ck_assert_msg(read_all(other, &no_key) == -1 && err.kind == ERR_DATA, "%zu: %s", length,
                      err.text);
    }
    free(whole.at);
}
END_TEST

/* The pieces behind the header: where each begins, and behind the last one the end. */
static int
find_pieces(const struct bytes *whole, size_t *begin, int most)
{
    int count = 0;
    size_t at = OUTER_SIZE;
    for (; at < whole->length && count < most; count++) {
        const unsigned char *length = whole->at + at;
        begin[count] = at;
        at += PIECE_LENGTH + ((size_t)length[0] | (size_t)length[1] << 8 | (size_t)length[2] << 16);
    }
    ck_assert_uint_eq(at, whole->length);
    begin[count] = at;
    return count;
}

static void
add_piece(struct str *out, const struct bytes *whole, const size_t *begin, int piece)
{
    str_add(out, (const char *)whole->at + begin[piece], begin[piece + 1] - begin[piece]);
}

START_TEST(pieces_stay_in_their_order)
{
    const char *path = make("a", 60000, NULL, NULL), *other = file_named("b");
    struct bytes whole = load(path);
    size_t begin[64];
    int count = find_pieces(&whole, begin, 60);
    ck_assert_int_ge(count, 3);
    for (int odd = -1; odd < 5; odd++) {
        struct str out = STR_INIT;
        str_add(&out, (const char *)whole.at, OUTER_SIZE);
        for (int piece = 0; piece < count; piece++) {
            if (odd == 0 && piece == 1) /* one is missing */
                continue;
            if (odd == 1 && piece == 1) /* one is there twice */
                add_piece(&out, &whole, begin, 1);
            if (odd == 2 && piece == 1) { /* two are swapped */
                add_piece(&out, &whole, begin, 2);
                add_piece(&out, &whole, begin, 1);
                piece++;
                continue;
            }
            if (odd == 3 && piece == count - 1) /* the last one is missing */
                continue;
            add_piece(&out, &whole, begin, piece);
        }
        if (odd == 4) /* something behind the end */
            add_piece(&out, &whole, begin, 0);
        save(other, out.text, out.length);
        if (odd < 0)
            ck_assert_int_eq(read_all(other, &no_key), 60000);
        else
            refused(other, odd == 4 ? "behind its end" : odd == 3 ? "cut short" : "damaged");
        str_release(&out);
    }
    free(whole.at);
}
END_TEST

/* Pieces of another backup with the same key are none of this one. */
START_TEST(two_backups_do_not_mix)
{
    const char *a = make("a", 12, NULL, NULL), *b = make("b", 12, NULL, NULL);
    struct bytes one = load(a), two = load(b);
    struct str out = STR_INIT;
    str_add(&out, (const char *)one.at, OUTER_SIZE);
    str_add(&out, (const char *)two.at + OUTER_SIZE, two.length - OUTER_SIZE);
    save(a, out.text, out.length);
    refused(a, "damaged");
    str_release(&out);
    free(one.at);
    free(two.at);
}
END_TEST

/* ---- forgery: who knows the key (it stands in the open) and breaks the rules of what is inside ------- */

struct forge {
    struct pieces pieces;
    struct squeeze *squeeze;
    struct str items, all; /* all: those behind the greeting, for the hash */
};

static void
forge_begin(struct forge *forge, const char *path)
{
    struct outer outer = {.schema = 2, .identity = "x"};
    unsigned char bytes[OUTER_SIZE], hash[HASH_SIZE];
    memset(forge, 0, sizeof *forge);
    forge->items = forge->all = (struct str)STR_INIT;
    forge->pieces.path = path;
    forge->pieces.file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    forge->squeeze = squeeze_new();
    stream_push_begin(&forge->pieces.stream, outer.header, outer.key);
    outer_write(&outer, bytes);
    ck_assert(file_write(forge->pieces.file, bytes, sizeof bytes));
    hash_bytes(hash, ITEM_PURPOSE, bytes, sizeof bytes);
    item_hello(&forge->items, hash, "1");
}

static void
forge_add(struct forge *forge, const char *hex)
{
    unsigned char bytes[512];
    size_t length = unhex(bytes, sizeof bytes, hex);
    str_add(&forge->all, (const char *)bytes, length);
}

static void
forge_end(struct forge *forge, const struct item_counts *counts)
{
    struct item_counts right = *counts;
    struct str squeezed = STR_INIT;
    hash_bytes(right.digest, ITEM_PURPOSE, forge->all.text, forge->all.length);
    str_add(&forge->items, forge->all.text, forge->all.length);
    if (counts->tables >= 0)
        item_end(&forge->items, &right);
    if (counts->digest[0])
        str_adds(&forge->items, "T");
    squeeze_add(forge->squeeze, &squeezed, forge->items.text, forge->items.length, true);
    if (counts->digest[1]) /* a second stream behind the first */
        squeeze_add(forge->squeeze, &squeezed, "more", 4, true);
    if (counts->digest[2]) /* one without an end */
        str_cut(&squeezed, squeezed.length - 5);
    OK(pieces_put(&forge->pieces, squeezed.text, squeezed.length, true, &err));
    str_release(&squeezed);
    str_release(&forge->items);
    str_release(&forge->all);
    squeeze_free(forge->squeeze);
    close(forge->pieces.file);
}

#define TABLE                                                                                      \
    "540701610101"                                                                                 \
    "61"                                                                                           \
    "4901" /* table a, one column a, its key */
#define ROW "72024902"
#define END "650101"
#define END0 "650100"

START_TEST(what_breaks_the_rules_is_refused)
{
    static const struct {
        const char *hex;
        struct item_counts counts;
        const char *words; /* NULL: it is right */
    } list[] = {
        {TABLE ROW END, {1, 1, 0, {0}}, NULL},
        {TABLE ROW END, {1, 2, 0, {0}}, "counts"},
        {TABLE ROW END, {2, 1, 0, {0}}, "counts"},
        {TABLE ROW END, {1, 1, 1, {0}}, "counts"},
        {TABLE ROW END0, {1, 1, 0, {0}}, "out of order"},
        {TABLE ROW, {1, 1, 0, {0}}, "out of order"},
        {ROW, {0, 1, 0, {0}}, "not well-formed"}, /* no table, so no columns */
        {"7200", {0, 1, 0, {0}}, "out of order"},
        {END0, {0, 0, 0, {0}}, "out of order"},
        {TABLE TABLE END0, {2, 0, 0, {0}}, "out of order"},
        {TABLE "46056b01610000" END0, {1, 0, 1, {0}}, "not well-formed"},
        {TABLE "46046b016100" END0, {1, 0, 1, {0}}, "out of order"},
        {TABLE "72044902"
               "4902" END,
         {1, 1, 0, {0}},
         "not well-formed"},
        {TABLE "480101" END, {1, 1, 0, {0}}, "not well-formed"},
        {TABLE ROW END, {-1, 0, 0, {0}}, "its end is missing"},
        {TABLE ROW END, {1, 1, 0, {1}}, "behind its end"},
        {TABLE ROW END, {1, 1, 0, {0, 1}}, "unpacked"},
        {TABLE ROW END, {1, 1, 0, {0, 0, 1}}, "its end is missing"},
    };
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        struct forge forge;
        const char *path = file_named("forged");
        forge_begin(&forge, path);
        forge_add(&forge, list[i].hex);
        forge_end(&forge, &list[i].counts);
        int64_t rows = read_all(path, &no_key);
        if (!list[i].words)
            ck_assert_msg(rows == 1, "%s", err.text);
        else
            ck_assert_msg(rows == -1 && err.kind == ERR_DATA && strstr(err.text, list[i].words),
                          "%zu: %s", i, err.text);
    }
}
END_TEST

/* ---- recovery keys --------------------------------------------------------------------------------- */

START_TEST(only_its_recovery_key_opens_it)
{
    const char *id, *other_id, *key = file_named("key"), *other = file_named("other");
    unsigned char public_key[BOX_PUBLIC], stream_key[CIPHER_KEY];
    struct bytes whole;
    struct stat status;
    OK(recovery_make(&arena, key, &id, &err));
    OK(recovery_make(&arena, other, &other_id, &err));
    ck_assert_str_ne(id, other_id);
    ck_assert_int_eq(stat(key, &status), 0);
    ck_assert_int_eq(status.st_mode & 07777, 0400);
    FAILS(recovery_make(&arena, key, &id, &err), ERR_IO, "exists already");
    OK(recovery_public(public_key, file_named("key.pub"), &err));
    const char *path = make("a", 100, public_key, stream_key);
    const struct reader_key right = {NULL, key}, wrong = {NULL, other}, own = {stream_key, NULL};
    ck_assert_int_eq(read_all(path, &right), 100);
    ck_assert_int_eq(read_all(path, &own), 100);
    ck_assert_int_eq(read_all(path, &wrong), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "another recovery key"));
    ck_assert_int_eq(read_all(path, &no_key), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "--recovery"));
    whole = load(path);
    ck_assert_ptr_null(memmem(whole.at, whole.length, stream_key, CIPHER_KEY));
    for (size_t at = 0; at < OUTER_SIZE; at++) { /* the header with a box in it */
        whole.at[at] ^= 1;
        save(path, whole.at, whole.length);
        ck_assert_msg(read_all(path, &right) == -1 && err.kind == ERR_DATA, "byte %zu", at);
        whole.at[at] ^= 1;
    }
    free(whole.at);
}
END_TEST

START_TEST(recovery_files_are_looked_at)
{
    const char *id, *key = file_named("key"), *public_file = file_named("key.pub");
    unsigned char public_key[BOX_PUBLIC], secret[BOX_SECRET];
    OK(recovery_make(&arena, key, &id, &err));
    FAILS(recovery_public(public_key, key, &err), ERR_DATA, "the secret half");
    FAILS(recovery_secret(secret, public_file, &err), ERR_DATA, "others may read");
    FAILS(recovery_public(public_key, file_named("none"), &err), ERR_IO, "none");
    OK(recovery_secret(secret, key, &err));
    chmod(key, 0440);
    FAILS(recovery_secret(secret, key, &err), ERR_DATA, "others may read");
    chmod(key, 0600);
    struct bytes whole = load(key);
    size_t at = whole.length - 10;
    whole.at[at] = whole.at[at] == 'A' ? 'B' : 'A';
    save(key, whole.at, whole.length);
    FAILS(recovery_secret(secret, key, &err), ERR_DATA, "damaged");
    free(whole.at);
    whole = load(public_file);
    chmod(public_file, 0600);
    whole.at[whole.length - 10] ^= 1;
    save(public_file, whole.at, whole.length);
    ck_assert_int_eq(recovery_public(public_key, public_file, &err), -1);
    save(public_file, "# nothing\n", 10);
    FAILS(recovery_public(public_key, public_file, &err), ERR_DATA, "no public recovery key");
    free(whole.at);
}
END_TEST

/* A key that nobody can have: all zero. */
START_TEST(a_recovery_key_without_owner_is_refused)
{
    static const unsigned char zero[BOX_PUBLIC];
    struct outer outer = {.identity = "x"};
    struct writer *writer;
    int file = open(file_named("a"), O_RDWR | O_CREAT, 0600);
    FAILS(writer_begin(&writer, file, "a", &outer, zero, "1", &err), ERR_DATA, "none that anybody");
    close(file);
}
END_TEST

Suite *
backup_suite(void)
{
    Suite *suite = suite_create("backup");
    TCase *tcase = tcase_create("backup");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, the_header_has_one_form);
    tcase_add_test(tcase, items_have_one_form);
    tcase_add_test(tcase, what_is_no_item_is_refused);
    tcase_add_loop_test(tcase, what_was_written_is_read, 0, 5);
    tcase_add_test(tcase, long_values);
    tcase_add_test(tcase, no_bit_can_be_changed);
    tcase_add_test(tcase, no_byte_of_many_pieces_can_be_changed);
    tcase_add_test(tcase, it_cannot_be_cut_short);
    tcase_add_test(tcase, pieces_stay_in_their_order);
    tcase_add_test(tcase, two_backups_do_not_mix);
    tcase_add_test(tcase, what_breaks_the_rules_is_refused);
    tcase_add_test(tcase, only_its_recovery_key_opens_it);
    tcase_add_test(tcase, recovery_files_are_looked_at);
    tcase_add_test(tcase, a_recovery_key_without_owner_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
