#include "text/out_private.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static bool
find_word(const char *name, const char *const *words, int count, int *found)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(name, words[i]) == 0) {
            *found = i;
            return true;
        }
    }
    return false;
}

bool
out_format_parse(const char *name, enum out_format *format)
{
    static const char *const WORDS[] = {"table", "tsv", "csv", "json", "jsonl", "xlsx"};
    int found;

    if (!find_word(name, WORDS, sizeof WORDS / sizeof *WORDS, &found))
        return false;
    *format = (enum out_format)found;
    return true;
}

bool
out_type_parse(const char *name, enum out_type *type)
{
    static const char *const WORDS[] = {"int",   "text",    "day",  "moment", "fen", "ratio",
                                        "share", "decimal", "bool", "bytes",  "raw"};
    int found;

    if (!find_word(name, WORDS, sizeof WORDS / sizeof *WORDS, &found))
        return false;
    *type = (enum out_type)found;
    return true;
}

static const struct out_writer *
writer_of(enum out_format format)
{
    static const struct out_writer *const WRITERS[] = {
        [OUT_TABLE] = &out_table, [OUT_TSV] = &out_tsv,     [OUT_CSV] = &out_csv,
        [OUT_JSON] = &out_json,   [OUT_JSONL] = &out_jsonl, [OUT_XLSX] = &out_xlsx,
    };
    return WRITERS[format];
}

/* "paid_fen" becomes "paid", "first_visit" becomes "first visit". */
static char *
heading_of(const char *name)
{
    struct str heading = STR_INIT;

    str_adds(&heading, name);
    str_addc(&heading, '\0'); /* makes it allocated, whatever the name */
    str_cut(&heading, heading.length - 1);
    if (heading.length > strlen("_fen") && str_ends(heading.text, "_fen"))
        str_cut(&heading, heading.length - strlen("_fen"));
    for (char *at = strchr(heading.text, '_'); at != NULL; at = strchr(at, '_'))
        *at = ' ';
    return heading.text;
}

static char *
copy(const char *text)
{
    size_t size = strlen(text) + 1;

    return memcpy(mem_alloc(size), text, size);
}

static void
add_slot(struct out *out, const char *name, const char *heading, enum out_type type, int value)
{
    out->slots[out->count++] = (struct out_slot){
        .name = copy(name),
        .heading = heading == NULL ? heading_of(name) : copy(heading),
        .type = type,
        .value = value,
    };
}

static void
add_part(struct out *out, const char *ratio, const char *part, int value)
{
    struct str name = STR_INIT;

    str_addf(&name, "%s_%s", ratio, part);
    add_slot(out, name.text, NULL, OUT_INT, value);
    str_release(&name);
}

static void
add_slots(struct out *out, const struct out_column *columns, int count)
{
    int value = 0;

    out->slots = mem_alloc(3 * (size_t)count * sizeof *out->slots);
    for (int i = 0; i < count; i++) {
        const struct out_column *column = &columns[i];
        add_slot(out, column->name, column->heading, column->type, value);
        if (column->type == OUT_RATIO && !out->writer->tall) {
            add_part(out, column->name, "numerator", value);
            add_part(out, column->name, "denominator", value + 1);
        }
        value += column->type == OUT_RATIO ? 2 : 1;
    }
}

struct out *
out_new(FILE *stream, const struct out_options *options, const struct out_column *columns,
        int count)
{
    struct out *out = mem_alloc(sizeof *out);

    *out = (struct out){
        .stream = stream,
        .options = *options,
        .writer = writer_of(options->format),
        .line = STR_INIT,
        .hex = STR_INIT,
        .xlsx_library = OUT_XLSX_LIBRARY,
    };
    out->state = mem_alloc(out->writer->state + 1);
    memset(out->state, 0, out->writer->state + 1);
    add_slots(out, columns, count);
    return out;
}

static int
refuse_write(int number, struct err *err)
{
    return err_errno(err, number != 0 ? number : EIO, _("the output cannot be written"));
}

int
out_put(struct out *out, struct err *err)
{
    size_t length = out->line.length;
    bool written = length == 0 || fwrite(out->line.text, 1, length, out->stream) == length;

    str_cut(&out->line, 0);
    return written ? 0 : refuse_write(errno, err);
}

static int
begin(struct out *out, struct err *err)
{
    if (out->begun)
        return 0;
    out->begun = true;
    return out->writer->begin(out, err);
}

int
out_row(struct out *out, const struct db_value *values, struct err *err)
{
    if (begin(out, err) != 0)
        return -1;
    return out->writer->row(out, values, err);
}

static int
flush(struct out *out, struct err *err)
{
    if (fflush(out->stream) != 0 || ferror(out->stream))
        return refuse_write(errno, err);
    return 0;
}

int
out_flush(struct out *out, struct err *err)
{
    if (out->begun && out->writer->flush && out->writer->flush(out, err) != 0)
        return -1;
    return flush(out, err);
}

int
out_end(struct out *out, struct err *err)
{
    if (begin(out, err) != 0 || out->writer->end(out, err) != 0)
        return -1;
    return flush(out, err);
}

void
out_free(struct out *out)
{
    if (out == NULL)
        return;
    if (out->writer->release != NULL)
        out->writer->release(out);
    for (int i = 0; i < out->count; i++) {
        free(out->slots[i].name);
        free(out->slots[i].heading);
    }
    free(out->slots);
    free(out->state);
    str_release(&out->line);
    str_release(&out->hex);
    free(out);
}
