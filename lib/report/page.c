#include "report/page.h"

#include "text/markup.h"

static void
element(struct str *out, const char *open, const char *text, const char *close)
{
    if (!text)
        return;
    str_adds(out, open);
    markup_add(out, text);
    str_adds(out, close);
}

static const char *
mood_class(enum page_mood mood)
{
    return mood == PAGE_GOOD ? "good" : mood == PAGE_BAD ? "bad" : "flat";
}

/* ---- headline figures ---------------------------------------------------------------------------- */

static void
add_target(struct str *out, const struct page_card *card)
{
    double reached = card->reached < 0 ? 0 : card->reached;
    if (!card->target)
        return;
    element(out, "<p class=\"target\">", card->target, "</p>");
    str_addf(out, "<div class=\"gauge\"><i class=\"%s\" style=\"width:%.0f%%\"></i></div>",
             reached >= 1 ? "good" : "flat", 100 * (reached > 1 ? 1 : reached));
}

static void
add_card(struct str *out, const struct page_card *card)
{
    str_adds(out, "<div class=\"card\">");
    element(out, "<h3>", card->name, "</h3>");
    element(out, "<p class=\"value\">", card->value ? card->value : "—", "</p>");
    if (card->change) {
        str_addf(out, "<p class=\"change %s\">", mood_class(card->mood));
        markup_add(out, card->change);
        str_adds(out, "</p>");
    }
    add_target(out, card);
    element(out, "<p class=\"note\">", card->note, "</p>");
    if (card->count > 1)
        chart_spark(out, card->points, card->count);
    str_adds(out, "</div>\n");
}

/* ---- courses --------------------------------------------------------------------------------------- */

static void
add_legend(struct str *out, const struct chart *chart)
{
    if (chart->series_count < 2)
        return;
    str_adds(out, "<p class=\"legend\">");
    for (int i = 0; i < chart->series_count; i++) {
        str_addf(out, "<span><i class=\"c%d%s\"></i>", i, chart->series[i].faint ? " faint" : "");
        markup_add(out, chart->series[i].name);
        str_adds(out, "</span>");
    }
    str_adds(out, "</p>");
}

static void
add_chart(struct str *out, const struct chart *chart)
{
    str_adds(out, "<figure>");
    element(out, "<figcaption>", chart->title, "</figcaption>");
    add_legend(out, chart);
    chart_trend(out, chart);
    str_adds(out, "</figure>\n");
}

/* ---- tables ---------------------------------------------------------------------------------------- */

static double
longest(const struct page_part *part, int column)
{
    double most = 0;
    for (int row = 0; row < part->count; row++) {
        double size = part->cells[row * part->column_count + column].size;
        most = size > most ? size : most;
    }
    return most;
}

static void
add_cell(struct str *out, const struct page_column *column, const struct page_cell *cell,
         double most)
{
    str_addf(out, "<td class=\"%s%s%s\"", column->number ? "n" : "t", column->bar ? " b" : "",
             cell->mood == PAGE_FLAT  ? ""
             : cell->mood == PAGE_BAD ? " bad"
                                      : " good");
    if (column->bar && most > 0 && cell->size > 0)
        str_addf(out, " style=\"--p:%.1f%%\"", 100 * cell->size / most);
    str_adds(out, " data-name=\"");
    markup_add(out, column->name);
    str_adds(out, "\"><span>");
    if (cell->text && !column->number)
        markup_add_bdi(out, cell->text);
    else
        markup_add(out, cell->text ? cell->text : "—");
    str_adds(out, "</span></td>");
}

static void
add_table(struct str *out, const struct page_part *part)
{
    double most[PAGE_COLUMNS] = {0};
    str_adds(out, "<table><thead><tr>");
    for (int c = 0; c < part->column_count; c++) {
        most[c] = part->columns[c].bar ? longest(part, c) : 0;
        str_addf(out, "<th scope=\"col\" class=\"%s\">", part->columns[c].number ? "n" : "t");
        markup_add(out, part->columns[c].name);
        str_adds(out, "</th>");
    }
    str_adds(out, "</tr></thead><tbody>\n");
    for (int row = 0; row < part->count; row++) {
        str_adds(out, "<tr>");
        for (int c = 0; c < part->column_count; c++)
            add_cell(out, &part->columns[c], &part->cells[row * part->column_count + c], most[c]);
        str_adds(out, "</tr>\n");
    }
    str_adds(out, "</tbody></table>\n");
}

/* ---- the page -------------------------------------------------------------------------------------- */

static void
add_part(struct str *out, const struct page_part *part)
{
    static const char *const classes[] = {"cards", "charts", "wide"};
    str_addf(out, "<section id=\"%s\">", part->id);
    element(out, "<h2>", part->title, "</h2>\n");
    element(out, "<p class=\"lead\">", part->note, "</p>\n");
    if (part->count == 0) {
        element(out, "<p class=\"none\">", part->none ? part->none : "—", "</p></section>\n");
        return;
    }
    str_addf(out, "<div class=\"%s\">\n", classes[part->kind]);
    if (part->kind == PAGE_TABLE)
        add_table(out, part);
    for (int i = 0; part->kind != PAGE_TABLE && i < part->count; i++)
        if (part->kind == PAGE_CARDS)
            add_card(out, &part->cards[i]);
        else
            add_chart(out, &part->charts[i]);
    str_adds(out, "</div></section>\n");
}

static void
add_words(struct str *out, const struct page *page)
{
    if (!page->word_count)
        return;
    str_adds(out, "<section id=\"words\">");
    element(out, "<h2>", page->words_title, "</h2>\n<dl>");
    for (int i = 0; i < page->word_count; i++) {
        element(out, "<dt>", page->words[i].name, "</dt>");
        element(out, "<dd>", page->words[i].says, "</dd>\n");
    }
    str_adds(out, "</dl></section>\n");
}

static void
add_contents(struct str *out, const struct page *page)
{
    str_adds(out, "<nav>");
    for (int i = 0; i < page->part_count; i++) {
        str_addf(out, "<a href=\"#%s\">", page->parts[i].id);
        markup_add(out, page->parts[i].title);
        str_adds(out, "</a> ");
    }
    str_adds(out, "</nav>\n");
}

void
page_write(struct str *out, const struct page *page)
{
    str_adds(out, "<!DOCTYPE html>\n<html lang=\"");
    markup_add(out, page->lang);
    str_adds(out, "\"><head><meta charset=\"utf-8\"/>"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'\"/>"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                  "<meta name=\"color-scheme\" content=\"light dark\"/>");
    element(out, "<title>", page->title, "</title>");
    str_addf(out, "<style>%s</style></head>\n<body><header>", page->style);
    element(out, "<h1>", page->title, "</h1>");
    element(out, "<p>", page->period, "</p></header>\n");
    add_contents(out, page);
    str_adds(out, "<main>\n");
    for (int i = 0; i < page->part_count; i++)
        add_part(out, &page->parts[i]);
    add_words(out, page);
    str_adds(out, "</main>\n");
    element(out, "<footer><p>", page->made, "</p></footer>");
    str_adds(out, "</body></html>\n");
}
