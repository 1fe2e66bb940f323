#include "text/records.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "text/lines.h"
#include "text/fields.h"
#include "text/source.h"

enum { FIELD_CAP = 1024 * 1024, LINE_FIELDS = 8 };

struct records {
    enum records_format format;
    struct source *source;
    struct lines lines;
    struct fields row;
    struct names header;
    struct csv *csv;
    bool bare;
};

static int
read_row(struct records *records, struct err *err)
{
    switch (records->format) {
    case RECORDS_TSV:
        return tsv_row(&records->lines, &records->row, err);
    case RECORDS_BLANKS:
        return blanks_row(&records->lines, &records->row, err);
    case RECORDS_JSONL:
        return jsonl_row(&records->header, &records->lines, &records->row, err);
    default:
        return csv_row(records->csv, &records->lines, &records->row, err);
    }
}

static enum records_format
format_by_name(const char *path)
{
    static const struct {
        const char *end;
        enum records_format format;
    } ENDS[] = {
        {".csv", RECORDS_CSV},     {".tsv", RECORDS_TSV},      {".tab", RECORDS_TSV},
        {".jsonl", RECORDS_JSONL}, {".ndjson", RECORDS_JSONL},
    };
    const char *end = strrchr(path, '.');

    for (size_t i = 0; end != NULL && i < sizeof ENDS / sizeof *ENDS; i++)
        if (strcasecmp(end, ENDS[i].end) == 0)
            return ENDS[i].format;
    return RECORDS_AUTO;
}

static size_t
count_byte(const char *text, size_t length, char byte)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        count += text[i] == byte;
    return count;
}

static enum records_format
format_of_line(const char *line, size_t length)
{
    size_t blank = 0;

    while (blank < length && (line[blank] == ' ' || line[blank] == '\t'))
        blank++;
    if (blank < length && (line[blank] == '{' || line[blank] == '['))
        return RECORDS_JSONL;
    return count_byte(line, length, '\t') > count_byte(line, length, ',') ? RECORDS_TSV
                                                                          : RECORDS_CSV;
}

static enum records_format
format_of_bare_line(const char *line, size_t length)
{
    if (memchr(line, '\t', length) != NULL)
        return RECORDS_TSV;
    return memchr(line, ',', length) != NULL ? RECORDS_CSV : RECORDS_BLANKS;
}

static int
find_format(struct records *records, const char *path, struct err *err)
{
    const char *line;
    size_t length;

    if (records->format == RECORDS_AUTO && !records->bare)
        records->format = format_by_name(path);
    if (records->format != RECORDS_AUTO)
        return 0;
    int got = lines_row(&records->lines, &line, &length, err);
    records->format = RECORDS_CSV;
    if (got > 0)
        records->format =
            records->bare ? format_of_bare_line(line, length) : format_of_line(line, length);
    if (got > 0)
        lines_unread(&records->lines);
    return got < 0 ? -1 : 0;
}

static int
wrap_place(const struct records *records, struct err *err)
{
    if (records->lines.placed || err->kind != ERR_DATA)
        return -1;
    return err_wrap(err, "%s:%zu", records_name(records), records->lines.row_line);
}

static int
read_header(struct records *records, struct err *err)
{
    records->lines.spaces = LINES_SPACES;
    int got = read_row(records, err);
    if (records->format == RECORDS_TSV)
        records->lines.spaces = "\r\n"; /* a row of empty fields is tabs alone */
    if (got < 0)
        return wrap_place(records, err);
    if (got == 0)
        return err_set(err, ERR_DATA, _("%s: is empty; its first line must name the columns"),
                       records_name(records));
    return 0;
}

static int
name_columns(struct records *records, struct err *err)
{
    for (int i = 0; i < records->row.count; i++) {
        const struct field *field = &records->row.fields[i];
        if (names_add(&records->header, field->text, field->length, err) != 0)
            return wrap_place(records, err);
    }
    return 0;
}

static int
start(struct records *records, const char *path, struct err *err)
{
    if (find_format(records, path, err) != 0)
        return -1;
    if (records->format == RECORDS_JSONL || records->bare)
        return 0;
    return read_header(records, err) < 0 ? -1 : name_columns(records, err);
}

int
records_open(struct records **opened, const char *path, const struct records_options *options,
             struct err *err)
{
    struct source *source;
    size_t cap = options->field_cap > 0 ? options->field_cap : FIELD_CAP;

    *opened = NULL;
    if (source_open(&source, path, options->encoding, err) != 0)
        return -1;
    struct records *records = mem_alloc(sizeof *records);
    *records = (struct records){.format = options->format, .source = source, .bare = options->bare};
    lines_init(&records->lines, source, LINE_FIELDS * (cap > FIELD_CAP ? cap : FIELD_CAP));
    fields_init(&records->row, cap);
    records->csv = csv_new();
    if (start(records, path, err) != 0) {
        records_close(records);
        return -1;
    }
    *opened = records;
    return 0;
}

void
records_close(struct records *records)
{
    if (records == NULL)
        return;
    csv_close(records->csv);
    names_release(&records->header);
    fields_release(&records->row);
    lines_release(&records->lines);
    source_close(records->source);
    free(records);
}

int
records_header_count(const struct records *records)
{
    return records->header.count;
}

const char *
records_header(const struct records *records, int column)
{
    return records->header.names[column];
}

int
records_column(const struct records *records, const char *name)
{
    for (int i = 0; i < records->header.count; i++)
        if (strcmp(records->header.names[i], name) == 0)
            return i;
    return -1;
}

int
records_next(struct records *records, struct record *record, struct err *err)
{
    int got = read_row(records, err);

    *record = (struct record){0};
    if (got == 0 || (got < 0 && err->kind != ERR_DATA))
        return got;
    record->line = records->lines.row_line;
    record->raw = lines_raw(&records->lines, &record->raw_length);
    if (got < 0)
        return wrap_place(records, err);
    record->count = records->row.count;
    record->fields = records->row.fields;
    return 1;
}

bool
records_can_rewind(const struct records *records)
{
    return source_can_rewind(records->source);
}

bool
records_rewind(struct records *records, struct err *err)
{
    if (!source_rewind(records->source)) {
        err_set(err, ERR_IO, _("%s: cannot be read twice; name a file"), records_name(records));
        return false;
    }
    lines_restart(&records->lines);
    return records->format == RECORDS_JSONL || records->bare || read_header(records, err) == 0;
}

const char *
records_name(const struct records *records)
{
    return source_name(records->source);
}

int64_t
records_size(const struct records *records)
{
    return source_size(records->source);
}

int64_t
records_position(const struct records *records)
{
    return source_position(records->source);
}

bool
records_header_grows(const struct records *records)
{
    return records->format == RECORDS_JSONL;
}
