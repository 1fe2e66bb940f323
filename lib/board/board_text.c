/* A board on a terminal: columns of one width, in pieces that fit. */
#include <string.h>

#include "board/board.h"
#include "text/utf8.h"

enum { NAME_LEAST = 6, NAME_MOST = 20, CELL_LEAST = 2, CELL_MOST = 12, SUM = 7, WEEK = 7 };

struct drawing {
    const struct board *board;
    struct str *text;
    int name, cell; /* widths; a cell has a blank before it */
};

static int
width_of(const char *text)
{
    return utf8_width(text, strlen(text));
}

/* Cut or padded to so many cells of the terminal. */
static void
add_fit(struct str *to, const char *text, size_t length, int width, bool right)
{
    int wide = utf8_width(text, length);
    bool cut = wide > width;
    if (cut) {
        length = utf8_fit(text, length, width - 1);
        wide = utf8_width(text, length) + 1;
    }
    for (int i = wide; right && i < width; i++)
        str_addc(to, ' ');
    str_add(to, text, length);
    if (cut)
        str_adds(to, "…");
    for (int i = wide; !right && i < width; i++)
        str_addc(to, ' ');
}

static void
end_line(struct str *text)
{
    while (text->length && text->text[text->length - 1] == ' ')
        str_cut(text, text->length - 1);
    str_addc(text, '\n');
}

/* ---- widths ---------------------------------------------------------------------------------- */

/* The widest of a cell's lines. */
static int
cell_width(const char *text)
{
    int widest = 0;
    for (; text; text = strchr(text, '\n') ? strchr(text, '\n') + 1 : NULL) {
        int width = utf8_width(text, strcspn(text, "\n"));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static const char *
name_of(const struct board *board, const struct board_row *row)
{
    return row->code ? arena_printf(board->arena, "%s %s", row->code, row->name) : row->name;
}

static int
clamp(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number;
}

static void
measure(struct drawing *drawing)
{
    const struct board *board = drawing->board;
    for (int i = 0; i < board->count; i++) {
        const struct board_row *row = &board->rows[i];
        int width = width_of(name_of(board, row));
        if (row->kind != BOARD_GROUP && width > drawing->name)
            drawing->name = width;
        for (int day = 0; row->cells && day < board->days; day++) {
            int wide = cell_width(row->cells[day].text);
            drawing->cell = wide > drawing->cell ? wide : drawing->cell;
        }
    }
    drawing->name = clamp(drawing->name, NAME_LEAST, NAME_MOST);
    drawing->cell = clamp(drawing->cell, CELL_LEAST, CELL_MOST);
}

/* ---- lines ----------------------------------------------------------------------------------- */

static void
head_lines(const struct drawing *drawing, int first, int last)
{
    const struct board *board = drawing->board;
    struct str *text = drawing->text;
    bool marked = false;
    for (int day = first; day < last; day++)
        marked = marked || board->day[day].mark;
    for (int line = 0; line < (marked ? 3 : 2); line++) {
        add_fit(text, "", 0, drawing->name, false);
        for (int day = first; day < last; day++) {
            const struct board_day *at = &board->day[day];
            const char *words = line == 0   ? arena_printf(board->arena, "%d", at->number)
                                : line == 1 ? board_weekday(at->weekday)
                                : at->mark  ? at->mark
                                            : "";
            str_addc(text, ' ');
            add_fit(text, words, strlen(words), drawing->cell, false);
        }
        if (line == 0 && board->sum && last == board->days) {
            str_addc(text, ' ');
            add_fit(text, board->sum, strlen(board->sum), SUM, true);
        }
        end_line(text);
    }
}

/* The line of that number of a cell: its beginning and length. */
static const char *
line_of(const char *text, int number, size_t *length)
{
    for (; text && number > 0; number--) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    *length = text ? strcspn(text, "\n") : 0;
    return text ? text : "";
}

static int
lines_of(const struct board_row *row, int first, int last)
{
    int most = 1;
    for (int day = first; day < last; day++) {
        int lines = 1;
        for (const char *at = row->cells[day].text; at && (at = strchr(at, '\n')); at++)
            lines++;
        most = lines > most ? lines : most;
    }
    return most;
}

static void
row_lines(const struct drawing *drawing, const struct board_row *row, int first, int last)
{
    const struct board *board = drawing->board;
    struct str *text = drawing->text;
    const char *name = name_of(board, row);
    if (row->kind == BOARD_GROUP) {
        str_addf(text, "-- %s\n", name);
        return;
    }
    for (int line = 0, lines = lines_of(row, first, last); line < lines; line++) {
        add_fit(text, line ? "" : name, line ? 0 : strlen(name), drawing->name, false);
        for (int day = first; day < last; day++) {
            size_t length;
            const char *words = line_of(row->cells[day].text, line, &length);
            str_addc(text, ' ');
            add_fit(text, words, length, drawing->cell, false);
        }
        if (line == 0 && row->sum && last == board->days) {
            str_addc(text, ' ');
            add_fit(text, row->sum, strlen(row->sum), SUM, true);
        }
        end_line(text);
    }
}

static void
draw_piece(const struct drawing *drawing, int first, int last)
{
    const struct board *board = drawing->board;
    bool needs = false;
    head_lines(drawing, first, last);
    for (int i = 0; i < board->count; i++) {
        if (board->rows[i].kind == BOARD_NEED && !needs)
            str_adds(drawing->text, "--\n");
        needs = needs || board->rows[i].kind == BOARD_NEED;
        row_lines(drawing, &board->rows[i], first, last);
    }
    str_addc(drawing->text, '\n');
}

/* ---- pieces ---------------------------------------------------------------------------------- */

static bool
fits(const struct drawing *drawing, int days, int width)
{
    return width == 0 ||
           drawing->name + days * (1 + drawing->cell) + (drawing->board->sum ? 1 + SUM : 0) <=
               width;
}

/* The end of the piece that begins at a day. */
static int
piece_end(const struct drawing *drawing, int first, int width)
{
    const struct board *board = drawing->board;
    int half = (board->days + 1) / 2, fitting = 1;
    if (fits(drawing, board->days, width))
        return board->days;
    if (half > WEEK && fits(drawing, half, width))
        return first == 0 ? half : board->days;
    int end = first + 1;
    while (end < board->days && board->day[end].weekday != 1)
        end++;
    while (fitting < end - first && fits(drawing, fitting + 1, width))
        fitting++;
    return first + fitting;
}

/* The legend in lines, its entries not broken if they fit. */
static void
draw_legend(const struct drawing *drawing, int width)
{
    const struct board *board = drawing->board;
    int column = 0;
    for (int i = 0; i < board->legend_count; i++) {
        int wide = width_of(board->legend[i]);
        bool fresh = column == 0 || (width && column + 3 + wide > width);
        if (column)
            str_adds(drawing->text, fresh ? "\n" : "   ");
        str_adds(drawing->text, board->legend[i]);
        column = fresh ? wide : column + 3 + wide;
    }
    str_addc(drawing->text, '\n');
}

void
board_text(const struct board *board, int width, struct str *text)
{
    struct drawing drawing = {.board = board, .text = text};
    int end;
    measure(&drawing);
    str_addf(text, "%s\n\n", board->title);
    for (int first = 0; first < board->days; first = end) {
        end = piece_end(&drawing, first, width);
        draw_piece(&drawing, first, end);
    }
    draw_legend(&drawing, width);
}
