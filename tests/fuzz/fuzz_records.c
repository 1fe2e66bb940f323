/*
 * records: a file of any bytes is read without harm and as records.h tells; and what out.h writes
 * is read back as it was.
 *
 * The first byte: bits 0-1 format, 2-3 encoding, 4-5 the cap of a field, 6 reads the file twice,
 * 7 takes the rest as the cells of a table, a NUL behind each, that is written and read back.
 */
#include "fuzz.h"

#include "text/fields.h"
#include "text/out.h"
#include "text/records.h"

static void
check_fields(const struct record *record, size_t cap)
{
    MUST(record->count >= 0 && record->count <= FIELDS_MAX);
    for (int i = 0; i < record->count; i++) {
        MUST(record->fields[i].length <= cap);
        check_text(record->fields[i].text, record->fields[i].length);
    }
}

static void
check_header(const struct records *records)
{
    MUST(records_header_count(records) <= FIELDS_MAX);
    for (int i = 0; i < records_header_count(records); i++) {
        const char *name = records_header(records, i);
        MUST(*name != '\0');
        check_text(name, strlen(name));
    }
}

/* Adds what was read to a sum, so that two readings can be compared. */
static uint64_t
add(uint64_t sum, const void *bytes, size_t length)
{
    const uint8_t *at = bytes;

    for (size_t i = 0; i < length; i++)
        sum = (sum ^ at[i]) * UINT64_C(1099511628211);
    return sum + length;
}

static uint64_t
add_record(uint64_t sum, const struct record *record)
{
    sum = add(sum, &record->line, sizeof record->line);
    sum = add(sum, record->raw, record->raw_length);
    for (int i = 0; i < record->count; i++)
        sum = add(sum, record->fields[i].text, record->fields[i].length);
    return sum;
}

static uint64_t
read_all(struct records *records, size_t cap, size_t size)
{
    struct record record;
    struct err err = {0};
    size_t rows = 0, line = 0;
    uint64_t sum = 0;
    int got;

    while ((got = records_next(records, &record, &err)) != 0) {
        MUST(rows++ <= size);
        if (got < 0) {
            check_error(&err);
            if (err.kind != ERR_DATA)
                break;
        } else {
            check_fields(&record, cap);
        }
        MUST(record.line > line);
        line = record.line;
        MUST(utf8_valid(record.raw, record.raw_length) == record.raw_length);
        sum = add_record(sum, &record);
    }
    check_header(records);
    MUST(records_position(records) <= records_size(records));
    return sum;
}

static void
read_hostile(const struct memory_file *file, uint8_t how, size_t size)
{
    static const char *const encodings[] = {NULL, "utf-8", "gb18030", NULL};
    static const size_t caps[] = {0, 1, 16, 200};
    const struct records_options options = {.format = (enum records_format)(how & 3),
                                            .encoding = encodings[how >> 2 & 3],
                                            .field_cap = caps[how >> 4 & 3]};
    struct records *records;
    struct err err = {0};

    if (records_open(&records, file->path, &options, &err) != 0) {
        MUST(records == NULL);
        check_error(&err);
        return;
    }
    size_t cap = options.field_cap > 0 ? options.field_cap : 1024 * 1024;
    uint64_t sum = read_all(records, cap, size);
    if (how & 0x40) {
        MUST(records_rewind(records, &err));
        uint64_t again = read_all(records, cap, size);
        /* the columns of JSON Lines have grown by what came later */
        MUST(again == sum || records_header_grows(records));
    }
    records_close(records);
}

/* ---- what is written is read back --------------------------------------------------------- */

enum { COLUMNS = 3, CELLS = 300 };

struct table {
    int columns, rows;
    struct db_value cells[CELLS];
};

/* The texts up to each NUL, as far as they fill rows of valid UTF-8. */
static void
take_table(struct table *table, struct input *input)
{
    int count = 0;

    table->columns = 1 + input_byte(input) % COLUMNS;
    while (input->left > 0 && count < CELLS) {
        const char *text = (const char *)input->at, *end = memchr(text, '\0', input->left);
        if (end == NULL || utf8_valid(text, (size_t)(end - text)) != (size_t)(end - text))
            break;
        table->cells[count++] = db_textn(text, (size_t)(end - text));
        input->left -= (size_t)(end - text) + 1;
        input->at += end - text + 1;
    }
    table->rows = count / table->columns;
}

static void
write_table(const struct table *table, enum out_format format, const struct memory_file *file)
{
    static const struct out_column columns[COLUMNS] = {
        {"a", NULL, OUT_TEXT}, {"b", NULL, OUT_TEXT}, {"c", NULL, OUT_TEXT}};
    const struct out_options options = {.format = format, .header = true};
    struct err err = {0};
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    struct out *out = out_new(stream, &options, columns, table->columns);

    for (int row = 0; row < table->rows; row++)
        MUST(out_row(out, &table->cells[row * table->columns], &err) == 0);
    MUST(out_end(out, &err) == 0);
    out_free(out);
    fclose(stream);
    memory_file_write(file, bytes, length);
    free(bytes);
}

static bool
is_blank_row(const struct table *table, int row)
{
    return table->columns == 1 && table->cells[row].length == 0;
}

static void
check_row(const struct db_value *cells, const struct record *record, int columns)
{
    MUST(record->count == columns);
    for (int i = 0; i < columns; i++) {
        MUST(record->fields[i].length == cells[i].length);
        MUST(memcmp(record->fields[i].text, cells[i].text, cells[i].length) == 0);
    }
}

static void
read_table(const struct table *table, enum records_format format, const struct memory_file *file)
{
    const struct records_options options = {.format = format};
    struct records *records;
    struct record record;
    struct err err = {0};

    MUST(records_open(&records, file->path, &options, &err) == 0);
    for (int row = 0; row < table->rows; row++) {
        if (format == RECORDS_TSV && is_blank_row(table, row))
            continue; /* a blank line, which TSV has no other way to write, is passed over */
        MUST(records_next(records, &record, &err) == 1);
        check_row(&table->cells[row * table->columns], &record, table->columns);
    }
    MUST(records_next(records, &record, &err) == 0);
    records_close(records);
}

static void
round_trip(const struct memory_file *file, uint8_t how, struct input *input)
{
    static const enum out_format formats[] = {OUT_CSV, OUT_CSV, OUT_TSV, OUT_JSONL};
    struct table table;

    take_table(&table, input);
    write_table(&table, formats[how & 3], file);
    read_table(&table, (how & 3) == 0 ? RECORDS_CSV : (enum records_format)(how & 3), file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct memory_file file = {.fd = -1};
    struct input input = {data, size};
    uint8_t how = input_byte(&input);

    if (file.fd < 0)
        memory_file_make(&file);
    if (how & 0x80) {
        round_trip(&file, how, &input);
    } else {
        memory_file_write(&file, input.at, input.left);
        read_hostile(&file, how, input.left);
    }
    return 0;
}
