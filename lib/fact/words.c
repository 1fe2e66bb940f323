#include "fact/words.h"

#include <string.h>

#include "db/sql.h"
#include "fact/fact.h"

struct words {
    struct db *db;
    struct arena *arena;
    bool writes;
    const char **word; /* by number - 1 */
    int count, room;
    int *slot; /* numbers by hash; 0: free */
    int slots; /* a power of two, above twice the count */
};

static uint32_t
hash(const char *word, size_t length)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619U;
    return hash;
}

/* The slot of the word, or the free one where it would stand. */
static int *
find(const struct words *words, const char *word, size_t length)
{
    uint32_t at = hash(word, length), mask = (uint32_t)words->slots - 1;
    for (;; at++) {
        int *slot = &words->slot[at & mask];
        const char *there = *slot ? words->word[*slot - 1] : NULL;
        if (!there || (strlen(there) == length && memcmp(there, word, length) == 0))
            return slot;
    }
}

static void
spread(struct words *words)
{
    words->slots = words->slots ? 2 * words->slots : 256;
    words->slot = arena_array(words->arena, (size_t)words->slots, sizeof *words->slot);
    for (int i = 0; i < words->count; i++)
        *find(words, words->word[i], strlen(words->word[i])) = i + 1;
}

static void
add(struct words *words, const char *word, size_t length)
{
    words->word =
        arena_more(words->arena, words->word, words->count, &words->room, sizeof *words->word);
    words->word[words->count] = arena_strndup(words->arena, word, length);
    words->count++;
    if (2 * words->count >= words->slots)
        spread(words);
    else
        *find(words, word, length) = words->count;
}

static int
read_all(struct db *db, struct arena *arena, const char ***list, int *count, struct err *err)
{
    struct db_stmt *stmt;
    int more, room = 0;
    *list = NULL;
    *count = 0;
    if (sql_open(db, &stmt, SQL_FACT_WORDS, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        if (db_get_int(stmt, 0) != *count + 1) {
            more = err_set(err, ERR_DB, _("%s: the dictionary of facts has a gap; it is damaged"),
                           db_place(db));
            break;
        }
        *list = arena_more(arena, *list, *count, &room, sizeof **list);
        (*list)[(*count)++] = db_keep_text(stmt, 1, arena);
    }
    db_finish(stmt);
    return more;
}

int
words_open(struct words **out, struct db *db, struct arena *arena, bool writes, struct err *err)
{
    struct words *words = arena_alloc(arena, sizeof *words);
    const char **list;
    int count;
    *words = (struct words){.db = db, .arena = arena, .writes = writes};
    spread(words);
    if (read_all(db, arena, &list, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++)
        add(words, list[i], strlen(list[i]));
    *out = words;
    return 0;
}

int
words_number(struct words *words, const char *word, size_t length, struct err *err)
{
    int number = *find(words, word, length);
    if (number)
        return number;
    add(words, word, length);
    struct db_value values[] = {db_int(words->count), db_textn(word, length)};
    if (words->writes && sql_run(words->db, SQL_FACT_WORD_PUT, values, 2, NULL, err) < 0)
        return -1;
    return words->count;
}

int
fact_words(struct db *db, struct arena *arena, struct fact_words *words, struct err *err)
{
    const char **list;
    int count;
    if (read_all(db, arena, &list, &count, err) < 0)
        return -1;
    words->count = count + 1;
    words->word = arena_array(arena, (size_t)words->count, sizeof *words->word);
    words->word[0] = "";
    for (int i = 0; i < count; i++)
        words->word[i + 1] = list[i];
    return 0;
}
