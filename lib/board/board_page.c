/* A board as a page of HTML for a wall: A4 across, black on white, no scripts, nothing from elsewhere. */
#include <string.h>

#include "board/board.h"
#include "text/markup.h"

static const char STYLE[] =
    "@page{size:A4 landscape;margin:8mm}"
    "body{font:9pt/1.2 \"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif;"
    "color:#000;background:#fff;margin:0}"
    "h1{font-size:12pt;margin:0 0 2mm}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "thead{display:table-header-group}"
    "tr{page-break-inside:avoid;break-inside:avoid}"
    "th,td{border:.2mm solid "
    "#888;padding:.4mm;text-align:center;overflow:hidden;font-weight:normal}"
    "th.n{width:26mm;text-align:left}th.s,td.s{width:11mm;text-align:right}"
    "tbody th{text-align:left;white-space:nowrap}"
    "tr.g th{background:#eee;font-weight:bold;text-align:left}"
    ".w{background:#f4f4f4}.x{background:#ddd}.v{color:#666}.l{font-weight:bold}"
    ".k{text-decoration:underline}.a{font-style:italic}.m{background:#000;color:#fff;font-weight:"
    "bold}"
    "p{margin:2mm 0 0}"
    "@media print{*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";

static const char *
day_class(const struct board_day *day)
{
    return day->mark ? " x" : day->weekday >= 6 ? " w" : "";
}

static void
head(const struct board *board, struct str *page)
{
    str_adds(page, "<thead><tr><th class=\"n\"></th>");
    for (int i = 0; i < board->days; i++) {
        const struct board_day *day = &board->day[i];
        str_addf(page, "<th class=\"d%s\">%d<br/>%s", day_class(day), day->number,
                 board_weekday(day->weekday));
        if (day->mark)
            str_addf(page, "<br/>%s", day->mark);
        str_adds(page, "</th>");
    }
    if (board->sum) {
        str_adds(page, "<th class=\"s\">");
        markup_add(page, board->sum);
        str_adds(page, "</th>");
    }
    str_adds(page, "</tr></thead>\n");
}

static void
cell(const struct board *board, int day, const struct board_cell *cell, struct str *page)
{
    static const char *const classes[] = {" v", " k", " a", " l", " m"};
    str_addf(page, "<td class=\"d%s", day_class(&board->day[day]));
    for (int i = 0; i < 5; i++)
        if (cell->flags & 1u << i)
            str_adds(page, classes[i]);
    str_adds(page, "\">");
    if (cell->text)
        markup_add(page, cell->text);
    str_adds(page, "</td>");
}

static void
row_of(const struct board *board, const struct board_row *row, struct str *page)
{
    if (row->kind == BOARD_GROUP) {
        str_addf(page, "<tr class=\"g\"><th colspan=\"%d\">",
                 board->days + 1 + (board->sum ? 1 : 0));
        markup_add(page, row->name);
        str_adds(page, "</th></tr>\n");
        return;
    }
    str_adds(page, "<tr><th scope=\"row\">");
    markup_add_bdi(page, row->name);
    if (row->code) {
        str_adds(page, " <small>");
        markup_add(page, row->code);
        str_adds(page, "</small>");
    }
    str_adds(page, "</th>");
    for (int day = 0; day < board->days; day++)
        cell(board, day, &row->cells[day], page);
    if (board->sum) {
        str_adds(page, "<td class=\"s\">");
        markup_add(page, row->sum ? row->sum : "");
        str_adds(page, "</td>");
    }
    str_adds(page, "</tr>\n");
}

static void
legend(const struct board *board, struct str *page)
{
    str_adds(page, "<p>");
    for (int i = 0; i < board->legend_count; i++) {
        str_adds(page, i ? " &#160; " : "");
        markup_add_bdi(page, board->legend[i]);
    }
    str_adds(page, "</p>\n");
}

void
board_page(const struct board *board, const char *lang, struct str *page)
{
    str_addf(page, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"/><title>",
             lang);
    markup_add(page, board->title);
    str_addf(page,
             "</title><meta name=\"viewport\" content=\"width=device-width\"/>"
             "<style>%s</style></head>\n<body><h1>",
             STYLE);
    markup_add_bdi(page, board->title);
    str_adds(page, "</h1>\n<table>");
    head(board, page);
    str_adds(page, "<tbody>\n");
    for (int i = 0; i < board->count; i++)
        row_of(board, &board->rows[i], page);
    str_adds(page, "</tbody></table>\n");
    legend(board, page);
    str_adds(page, "</body></html>\n");
}
