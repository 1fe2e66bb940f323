/*
 * xlsx by libxlsxwriter, which is loaded when the first row or the end comes: linking it would make
 * every start pay for it and for libcrypto behind it. It writes to a named file only, so the
 * workbook is made in a temporary file, copied to the stream at the end. That file has no name but
 * the one below /proc, so that nothing of it stays behind whatever ends the program.
 */
#include "text/out_private.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/library.h"
#include "text/utf8.h"

enum { TEXT_MAX = 32767, FIRST_YEAR = 1900, COPY = 64 * 1024 };

/* What a spreadsheet's numbers (doubles) hold exactly. */
static const int64_t EXACT = INT64_C(1) << 53;

struct api {
    lxw_workbook *(*workbook_new_opt)(const char *, lxw_workbook_options *);
    lxw_worksheet *(*workbook_add_worksheet)(lxw_workbook *, const char *);
    lxw_format *(*workbook_add_format)(lxw_workbook *);
    lxw_error (*workbook_close)(lxw_workbook *);
    void (*lxw_workbook_free)(lxw_workbook *);
    void (*format_set_bold)(lxw_format *);
    void (*format_set_num_format)(lxw_format *, const char *);
    void (*worksheet_freeze_panes)(lxw_worksheet *, lxw_row_t, lxw_col_t);
    lxw_error (*worksheet_set_column)(lxw_worksheet *, lxw_col_t, lxw_col_t, double, lxw_format *);
    lxw_error (*worksheet_write_string)(lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                        lxw_format *);
    lxw_error (*worksheet_write_number)(lxw_worksheet *, lxw_row_t, lxw_col_t, double,
                                        lxw_format *);
    lxw_error (*worksheet_write_boolean)(lxw_worksheet *, lxw_row_t, lxw_col_t, int, lxw_format *);
    lxw_error (*worksheet_write_datetime)(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_datetime *,
                                          lxw_format *);
};

struct state {
    struct api api;
    FILE *file;
    char path[32];
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *bold;
    lxw_format *formats[OUT_RAW + 1]; /* by type; NULL: general */
    lxw_row_t row;
};

static int
load(struct out *out, struct err *err)
{
#define ENTRY(name)                                                                                \
    {                                                                                              \
#name, offsetof(struct api, name)                                                          \
    }
    static const struct library_entry ENTRIES[] = {
        ENTRY(workbook_new_opt),         ENTRY(workbook_add_worksheet),
        ENTRY(workbook_add_format),      ENTRY(workbook_close),
        ENTRY(lxw_workbook_free),        ENTRY(format_set_bold),
        ENTRY(format_set_num_format),    ENTRY(worksheet_freeze_panes),
        ENTRY(worksheet_set_column),     ENTRY(worksheet_write_string),
        ENTRY(worksheet_write_number),   ENTRY(worksheet_write_boolean),
        ENTRY(worksheet_write_datetime),
    };
#undef ENTRY
    struct state *state = out->state;

    const char *const names[] = {out->xlsx_library, NULL};
    const char *missing;
    if (library_load(&state->api, names, ENTRIES, sizeof ENTRIES / sizeof *ENTRIES, &missing) == 0)
        return 0;
    if (missing)
        return err_set(err, ERR_IO, _("%s has no %s; install another version or write csv"),
                       out->xlsx_library, missing);
    return err_set(err, ERR_IO,
                   _("xlsx needs %s, which is not installed; install libxlsxwriter or write csv"),
                   out->xlsx_library);
}

static int
make_file(struct state *state, struct err *err)
{
    state->file = tmpfile();
    if (state->file == NULL)
        return err_errno(err, errno, _("a temporary file cannot be made"));
    snprintf(state->path, sizeof state->path, "/proc/self/fd/%d", fileno(state->file));
    return 0;
}

static void
make_formats(struct state *state)
{
    static const char *const PATTERNS[] = {
        [OUT_DAY] = "yyyy-mm-dd", [OUT_MOMENT] = "yyyy-mm-dd hh:mm:ss", [OUT_FEN] = "#,##0.00",
        [OUT_RATIO] = "0.0 %",    [OUT_DECIMAL] = "#,##0.000000",       [OUT_BYTES] = NULL,
    };

    for (size_t i = 0; i < sizeof PATTERNS / sizeof *PATTERNS; i++) {
        if (PATTERNS[i] == NULL)
            continue;
        state->formats[i] = state->api.workbook_add_format(state->book);
        state->api.format_set_num_format(state->formats[i], PATTERNS[i]);
    }
    state->bold = state->api.workbook_add_format(state->book);
    state->api.format_set_bold(state->bold);
}

static int
make_book(struct state *state, struct err *err)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .use_zip64 = LXW_TRUE};

    state->book = state->api.workbook_new_opt(state->path, &options);
    if (state->book != NULL)
        state->sheet = state->api.workbook_add_worksheet(state->book, NULL);
    if (state->sheet == NULL)
        return err_set(err, ERR_IO, _("the xlsx file cannot be begun; is the disk full?"));
    make_formats(state);
    return 0;
}

static int
refuse_cell(const struct out_slot *slot, lxw_error error, struct err *err)
{
    if (error == LXW_NO_ERROR)
        return 0;
    return err_set(err, ERR_IO, _("%s: a cell cannot be written to the xlsx file"), slot->name);
}

static void
add_clean(struct str *to, const char *text, size_t length)
{
    while (length > 0) {
        size_t valid = utf8_valid(text, length), bad = valid < length;
        str_add(to, text, valid);
        if (bad)
            str_adds(to, "\xef\xbf\xbd");
        text += valid + bad;
        length -= valid + bad;
    }
}

static int
put_text(struct out *out, int column, const char *text, size_t length, lxw_format *format,
         struct err *err)
{
    struct state *state = out->state;
    const struct out_slot *slot = &out->slots[column];

    str_clear(&out->line);
    add_clean(&out->line, text, length);
    if (utf8_count(out->line.text, out->line.length) > TEXT_MAX)
        return err_set(err, ERR_DATA, _("%s: xlsx holds texts of %d characters; write csv instead"),
                       slot->name, (int)TEXT_MAX);
    lxw_error error = state->api.worksheet_write_string(state->sheet, state->row, (lxw_col_t)column,
                                                        out->line.text, format);
    str_clear(&out->line);
    return refuse_cell(slot, error, err);
}

static int
xlsx_begin(struct out *out, struct err *err)
{
    struct state *state = out->state;

    if (load(out, err) != 0 || make_file(state, err) != 0 || make_book(state, err) != 0)
        return -1;
    for (int i = 0; i < out->count; i++) {
        const char *heading = out->slots[i].heading;
        int width = utf8_width(heading, strlen(heading)) + 2;
        int usual = out->slots[i].type == OUT_MOMENT ? 20 : 12;
        state->api.worksheet_set_column(state->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                        width > usual ? width : usual, NULL);
        if (put_text(out, i, heading, strlen(heading), state->bold, err) != 0)
            return -1;
    }
    state->api.worksheet_freeze_panes(state->sheet, 1, 0);
    state->row = 1;
    return 0;
}

static lxw_error
put_clock(struct state *state, int column, enum out_type type, const struct civil *civil)
{
    lxw_datetime datetime = {civil->year, civil->month,  civil->day,
                             civil->hour, civil->minute, civil->second};

    return state->api.worksheet_write_datetime(state->sheet, state->row, (lxw_col_t)column,
                                               &datetime, state->formats[type]);
}

/* The clock reading of a day or a moment that a spreadsheet knows (from 1900). */
static bool
clock_of(const struct out *out, const struct out_slot *slot, const struct db_value *value,
         struct civil *civil)
{
    if (value->type != DB_INT)
        return false;
    if (slot->type == OUT_DAY && out_day_known(value->number))
        day_to_civil(value->number, civil);
    else if (slot->type == OUT_MOMENT && out_moment_known(value->number))
        out_civil(out, value->number, civil);
    else
        return false;
    return civil->year >= FIRST_YEAR;
}

static lxw_error
put_number(struct state *state, int column, enum out_type type, double number)
{
    return state->api.worksheet_write_number(state->sheet, state->row, (lxw_col_t)column, number,
                                             state->formats[type]);
}

static int
put_cell(struct out *out, int column, const struct db_value *values, struct err *err)
{
    const struct out_slot *slot = &out->slots[column];
    const struct db_value *value = &values[slot->value];
    struct state *state = out->state;
    struct civil civil;
    struct cell cell;
    lxw_error error = LXW_NO_ERROR;
    bool exact = value->type == DB_INT && value->number <= EXACT && value->number >= -EXACT;

    out_cell(out, slot, values, &cell);
    if (cell.kind == CELL_NULL)
        return 0;
    if (clock_of(out, slot, value, &civil))
        error = put_clock(state, column, slot->type, &civil);
    else if (slot->type == OUT_RATIO)
        error =
            put_number(state, column, OUT_RATIO, (double)value[0].number / (double)value[1].number);
    else if (slot->type == OUT_SHARE && cell.kind == CELL_NUMBER)
        error = put_number(state, column, OUT_RATIO, (double)value->number / 1000000);
    else if (slot->type == OUT_DECIMAL && cell.kind == CELL_NUMBER)
        error = put_number(state, column, OUT_DECIMAL, (double)value->number / 1000000);
    else if (cell.kind == CELL_BOOL)
        error = state->api.worksheet_write_boolean(state->sheet, state->row, (lxw_col_t)column,
                                                   cell.text[0] == '1', NULL);
    else if (cell.kind == CELL_NUMBER && exact)
        error = slot->type == OUT_FEN
                    ? put_number(state, column, OUT_FEN, (double)value->number / 100)
                    : put_number(state, column, OUT_INT, (double)value->number);
    else
        return put_text(out, column, cell.text, cell.length, NULL, err);
    return refuse_cell(slot, error, err);
}

static int
xlsx_row(struct out *out, const struct db_value *values, struct err *err)
{
    struct state *state = out->state;

    if (state->row >= LXW_ROW_MAX)
        return err_set(err, ERR_DATA, _("xlsx holds %d rows; write csv instead"), LXW_ROW_MAX - 1);
    for (int i = 0; i < out->count; i++)
        if (put_cell(out, i, values, err) != 0)
            return -1;
    state->row++;
    return 0;
}

static int
copy_file(struct out *out, struct err *err)
{
    struct state *state = out->state;

    do {
        str_need(&out->line, COPY);
        out->line.length = fread(out->line.text, 1, COPY, state->file);
        if (ferror(state->file))
            return err_errno(err, errno, _("the temporary xlsx file cannot be read"));
        if (out_put(out, err) != 0)
            return -1;
    } while (!feof(state->file));
    return 0;
}

static int
xlsx_end(struct out *out, struct err *err)
{
    struct state *state = out->state;
    lxw_error error = state->api.workbook_close(state->book);

    state->book = NULL;
    if (error != LXW_NO_ERROR)
        return err_set(err, ERR_IO, _("the xlsx file cannot be written; is the disk full?"));
    return copy_file(out, err);
}

static void
xlsx_release(struct out *out)
{
    struct state *state = out->state;

    if (!out->begun)
        return;
    if (state->book != NULL)
        state->api.lxw_workbook_free(state->book);
    if (state->file != NULL)
        fclose(state->file);
}

const struct out_writer out_xlsx = {
    .state = sizeof(struct state),
    .begin = xlsx_begin,
    .row = xlsx_row,
    .end = xlsx_end,
    .release = xlsx_release,
};
