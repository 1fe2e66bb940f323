#include "text/out_private.h"

#include <string.h>

#include "text/utf8.h"

struct state {
    bool rows; /* one has been written */
};

static bool
is_safe(char byte)
{
    return (unsigned char)byte >= 0x20 && byte != '"' && byte != '\\';
}

static void
add_escape(struct str *line, char byte)
{
    static const char BYTES[] = "\"\\\n\r\t\b\f", CODES[] = "\"\\nrtbf";
    const char *found = byte == '\0' ? NULL : strchr(BYTES, byte);

    if (found != NULL) {
        str_addc(line, '\\');
        str_addc(line, CODES[found - BYTES]);
    } else {
        str_addf(line, "\\u%04x", (unsigned)(unsigned char)byte);
    }
}

static void
add_valid(struct str *line, const char *text, size_t length)
{
    size_t from = 0;

    for (size_t i = 0; i < length; i++) {
        if (is_safe(text[i]))
            continue;
        str_add(line, text + from, i - from);
        add_escape(line, text[i]);
        from = i + 1;
    }
    str_add(line, text + from, length - from);
}

/* A byte that is not UTF-8 becomes U+FFFD: JSON has no other way. */
static void
add_string(struct str *line, const char *text, size_t length)
{
    str_addc(line, '"');
    while (length > 0) {
        size_t valid = utf8_valid(text, length), bad = valid < length;
        add_valid(line, text, valid);
        if (bad)
            str_adds(line, "\xef\xbf\xbd");
        text += valid + bad;
        length -= valid + bad;
    }
    str_addc(line, '"');
}

static void
add_value(struct str *line, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
        str_adds(line, "null");
        break;
    case CELL_NUMBER:
        str_add(line, cell->text, cell->length);
        break;
    case CELL_BOOL:
        str_adds(line, cell->text[0] == '1' ? "true" : "false");
        break;
    case CELL_TEXT:
        add_string(line, cell->text, cell->length);
        break;
    }
}

static void
add_object(struct out *out, const struct db_value *values)
{
    struct cell cell;

    str_addc(&out->line, '{');
    for (int i = 0; i < out->count; i++) {
        const struct out_slot *slot = &out->slots[i];
        if (i > 0)
            str_addc(&out->line, ',');
        add_string(&out->line, slot->name, strlen(slot->name));
        str_addc(&out->line, ':');
        out_cell(out, slot, values, &cell);
        add_value(&out->line, &cell);
    }
    str_addc(&out->line, '}');
}

static int
do_nothing(struct out *out, struct err *err)
{
    (void)out;
    (void)err;
    return 0;
}

static int
write_json_row(struct out *out, const struct db_value *values, struct err *err)
{
    struct state *state = out->state;

    str_adds(&out->line, state->rows ? ",\n" : "[\n");
    state->rows = true;
    add_object(out, values);
    return out_put(out, err);
}

static int
write_json_end(struct out *out, struct err *err)
{
    const struct state *state = out->state;

    str_adds(&out->line, state->rows ? "\n]\n" : "[]\n");
    return out_put(out, err);
}

static int
write_jsonl_row(struct out *out, const struct db_value *values, struct err *err)
{
    add_object(out, values);
    str_addc(&out->line, '\n');
    return out_put(out, err);
}

const struct out_writer out_json = {
    .state = sizeof(struct state),
    .begin = do_nothing,
    .row = write_json_row,
    .end = write_json_end,
};
const struct out_writer out_jsonl = {
    .begin = do_nothing, .row = write_jsonl_row, .end = do_nothing};
