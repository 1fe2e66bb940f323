#include "kpi/dated_words.h"

#include <string.h>

#include "db/sql.h"

struct span {
    int64_t client, from, to;
    int64_t word;
};

struct dated_words {
    struct span *spans; /* in the order of clients and days */
    int count, span_room;
    const char **words;
    int word_count, word_room;
};

static int64_t
word_of(struct dated_words *all, struct arena *arena, const char *word)
{
    for (int i = 1; i < all->word_count; i++)
        if (strcmp(all->words[i], word) == 0)
            return i;
    all->words =
        arena_more(arena, all->words, all->word_count, &all->word_room, sizeof *all->words);
    all->words[all->word_count] = arena_strdup(arena, word);
    return all->word_count++;
}

int
dated_words_load(struct db *db, struct arena *arena, bool tiers, struct dated_words **words,
                 struct err *err)
{
    struct dated_words *all = arena_alloc(arena, sizeof *all);
    struct db_stmt *stmt = NULL;
    int more = 0;
    *words = all;
    all->words = arena_more(arena, NULL, 0, &all->word_room, sizeof *all->words);
    all->word_count = 1;
    if (!db)
        return 0;
    if (sql_open(db, &stmt, tiers ? SQL_KPI_TIERS : SQL_KPI_SEGMENTS, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        all->spans = arena_more(arena, all->spans, all->count, &all->span_room, sizeof *all->spans);
        struct span *span = &all->spans[all->count++];
        *span = (struct span){db_get_int(stmt, 0), INT64_MIN, INT64_MAX,
                              word_of(all, arena, db_get_text(stmt, 1))};
        if (!tiers)
            continue;
        span->from = db_get_int(stmt, 2);
        if (db_get(stmt, 3).type == DB_INT)
            span->to = db_get_int(stmt, 3);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int64_t
dated_words_at(const struct dated_words *words, int64_t client, int64_t day)
{
    int low = 0, high = words->count;
    while (low < high) { /* the first span behind (client, day) */
        int middle = (low + high) / 2;
        const struct span *span = &words->spans[middle];
        if (span->client < client || (span->client == client && span->from <= day))
            low = middle + 1;
        else
            high = middle;
    }
    const struct span *span = low ? &words->spans[low - 1] : NULL;
    return span && span->client == client && day < span->to ? span->word : 0;
}

const char *const *
dated_words_list(const struct dated_words *words)
{
    return words->words;
}

int
dated_words_count(const struct dated_words *words)
{
    return words->word_count;
}
