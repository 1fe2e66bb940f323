#include "text/out_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/json.h"

struct state {
    bool rows;         /* one has been written */
    struct str labels; /* `"name":` of each slot, one behind the other, with what goes in front */
    size_t *ends;      /* of each */
};

static int
make_labels(struct out *out, struct err *err)
{
    struct state *state = out->state;

    (void)err;
    state->labels = (struct str)STR_INIT;
    state->ends = mem_alloc((size_t)out->count * sizeof *state->ends);
    for (int i = 0; i < out->count; i++) {
        str_addc(&state->labels, i == 0 ? '{' : ',');
        json_add_string(&state->labels, out->slots[i].name, strlen(out->slots[i].name));
        str_addc(&state->labels, ':');
        state->ends[i] = state->labels.length;
    }
    return 0;
}

static void
release(struct out *out)
{
    struct state *state = out->state;

    if (!out->begun)
        return;
    str_release(&state->labels);
    free(state->ends);
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
        json_add_string(line, cell->text, cell->length);
        break;
    }
}

static void
add_object(struct out *out, const struct db_value *values)
{
    const struct state *state = out->state;
    struct cell cell;
    size_t from = 0;

    for (int i = 0; i < out->count; i++) {
        const struct out_slot *slot = &out->slots[i];
        str_add(&out->line, state->labels.text + from, state->ends[i] - from);
        from = state->ends[i];
        out_cell(out, slot, values, &cell);
        if (slot->type == OUT_RAW && cell.kind == CELL_TEXT)
            str_add(&out->line, cell.text, cell.length);
        else
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
    .begin = make_labels,
    .row = write_json_row,
    .end = write_json_end,
    .release = release,
};
const struct out_writer out_jsonl = {
    .state = sizeof(struct state),
    .begin = make_labels,
    .row = write_jsonl_row,
    .end = do_nothing,
    .release = release,
};
