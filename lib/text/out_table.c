/*
 * The table for people. The first rows are kept until their widths are known; what follows is
 * written at once with these widths, so that memory stays small however long the table is.
 */
#include "text/out_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/utf8.h"

enum { KEPT_ROWS = 1000, KEPT_BYTES = 1024 * 1024, GAP = 2, NARROWEST = 8 };

static const char ELLIPSIS[] = "…";
static const char DIM[] = "\033[2m", PLAIN[] = "\033[0m";

struct shown {
    size_t at, length; /* in state->text */
    int width;
    bool right;
};

struct state {
    struct str text;
    struct shown *cells; /* row by row */
    size_t used, room;
    int *widths;
    int *limits;    /* wider texts are cut; 0: never */
    bool streaming; /* the widths are fixed, the head is out */
};

static void
keep_cell(struct state *state, int column, const struct cell *cell)
{
    if (state->used == state->room) {
        state->room = state->room > 0 ? 2 * state->room : 64;
        state->cells = mem_resize(state->cells, state->room * sizeof *state->cells);
    }
    struct shown *shown = &state->cells[state->used++];
    shown->at = state->text.length;
    utf8_add_visible(&state->text, cell->text, cell->length);
    shown->length = state->text.length - shown->at;
    shown->width = utf8_width(state->text.text + shown->at, shown->length);
    shown->right = cell->kind == CELL_NUMBER;
    if (!state->streaming && shown->width > state->widths[column])
        state->widths[column] = shown->width;
}

static void
pad(struct str *line, int cells)
{
    for (; cells > 0; cells--)
        str_addc(line, ' ');
}

/* A text wider than `limit` is cut; 0: it is not. */
static void
add_cell(struct str *line, const char *text, const struct shown *shown, int width, int limit)
{
    size_t length = shown->length;
    int rest = width - shown->width;
    bool cut = limit > 0 && shown->width > limit;

    if (shown->right)
        pad(line, rest);
    if (cut) {
        length = utf8_fit(text, length, limit - 1);
        rest = width - utf8_width(text, length) - 1;
    }
    str_add(line, text, length);
    str_adds(line, cut ? ELLIPSIS : "");
    if (!shown->right)
        pad(line, rest);
}

static void
add_line(struct out *out, const struct shown *cells, const char *text)
{
    const struct state *state = out->state;

    for (int i = 0; i < out->count; i++) {
        if (i > 0)
            pad(&out->line, GAP);
        add_cell(&out->line, text + cells[i].at, &cells[i], state->widths[i], state->limits[i]);
    }
    while (out->line.length > 0 && out->line.text[out->line.length - 1] == ' ')
        str_cut(&out->line, out->line.length - 1);
}

static bool
is_number(enum out_type type)
{
    return type == OUT_INT || type == OUT_FEN || type == OUT_RATIO || type == OUT_SHARE ||
           type == OUT_DECIMAL;
}

static bool
is_text(enum out_type type)
{
    return type == OUT_TEXT || type == OUT_BYTES || type == OUT_RAW;
}

static void
add_head(struct out *out)
{
    struct shown *cells = mem_alloc((size_t)out->count * sizeof *cells);
    struct str text = STR_INIT;

    for (int i = 0; i < out->count; i++) {
        const char *heading = out->slots[i].heading;
        cells[i].at = text.length;
        cells[i].length = strlen(heading);
        cells[i].width = utf8_width(heading, cells[i].length);
        cells[i].right = is_number(out->slots[i].type);
        str_adds(&text, heading);
    }
    str_adds(&out->line, out->options.colour ? DIM : "");
    add_line(out, cells, text.text);
    str_adds(&out->line, out->options.colour ? PLAIN : "");
    str_addc(&out->line, '\n');
    str_release(&text);
    free(cells);
}

/* Takes from the texts, the last one first, what is too wide for the terminal. What is left of the
 * terminal goes to the limit of the last text, for wider ones to come. */
static void
fit_widths(struct out *out)
{
    struct state *state = out->state;
    long spare = out->options.width - (long)GAP * (out->count - 1);

    for (int i = 0; i < out->count; i++)
        spare -= state->widths[i];
    for (int i = out->count - 1; i >= 0 && out->options.width > 0; i--) {
        if (!is_text(out->slots[i].type))
            continue;
        long give = state->widths[i] > NARROWEST ? state->widths[i] - NARROWEST : 0;
        long taken = spare >= 0 ? 0 : give < -spare ? give : -spare;
        state->widths[i] -= (int)taken;
        spare += taken;
        long limit = state->widths[i] + (spare > 0 ? spare : 0);
        state->limits[i] = limit > NARROWEST ? (int)limit : NARROWEST;
        spare = spare > 0 ? 0 : spare;
    }
}

static int
put_kept(struct out *out, struct err *err)
{
    struct state *state = out->state;

    for (size_t i = 0; i < state->used; i += (size_t)out->count) {
        add_line(out, &state->cells[i], state->text.text);
        str_addc(&out->line, '\n');
        if (out_put(out, err) != 0)
            return -1;
    }
    state->used = 0;
    str_clear(&state->text);
    return 0;
}

static int
start_streaming(struct out *out, struct err *err)
{
    struct state *state = out->state;

    state->streaming = true;
    fit_widths(out);
    if (out->options.header)
        add_head(out);
    return out_put(out, err) == 0 ? put_kept(out, err) : -1;
}

static int
table_begin(struct out *out, struct err *err)
{
    struct state *state = out->state;

    (void)err;
    state->text = (struct str)STR_INIT;
    state->widths = mem_alloc((size_t)out->count * sizeof *state->widths);
    state->limits = mem_alloc((size_t)out->count * sizeof *state->limits);
    for (int i = 0; i < out->count; i++) {
        const char *heading = out->slots[i].heading;
        state->widths[i] = out->options.header ? utf8_width(heading, strlen(heading)) : 0;
        state->limits[i] = 0;
    }
    return 0;
}

static int
table_row(struct out *out, const struct db_value *values, struct err *err)
{
    struct state *state = out->state;
    struct cell cell;

    for (int i = 0; i < out->count; i++) {
        out_cell_shown(out, &out->slots[i], values, &cell);
        keep_cell(state, i, &cell);
    }
    if (state->streaming)
        return put_kept(out, err);
    if (state->used < (size_t)out->count * KEPT_ROWS && state->text.length < KEPT_BYTES)
        return 0;
    return start_streaming(out, err);
}

static int
table_end(struct out *out, struct err *err)
{
    struct state *state = out->state;

    return state->streaming ? 0 : start_streaming(out, err);
}

static void
table_release(struct out *out)
{
    struct state *state = out->state;

    if (!out->begun)
        return;
    str_release(&state->text);
    free(state->cells);
    free(state->widths);
    free(state->limits);
}

const struct out_writer out_table = {
    .state = sizeof(struct state),
    .tall = true,
    .begin = table_begin,
    .row = table_row,
    .end = table_end,
    .flush = table_end,
    .release = table_release,
};
