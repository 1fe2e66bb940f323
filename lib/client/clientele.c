#include "client/clientele.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "client/transactions.h"

struct client {
    const char *name;
    size_t number;
    struct history history;
};

struct clientele {
    struct arena arena;
    void *by_name; /* a tree of tsearch */
    struct client **clients;
    size_t count, room;
    int64_t until, last; /* as asked; the last day that came */
};

/* A line that is kept to be sorted. */
struct kept {
    size_t client;
    int64_t day, fen;
};

struct lines {
    struct kept *items;
    size_t count, room;
};

static int
compare_names(const void *left, const void *right)
{
    return strcmp(((const struct client *)left)->name, ((const struct client *)right)->name);
}

static struct client *
add_client(struct clientele *clientele, const char *name)
{
    struct client *client = arena_alloc(&clientele->arena, sizeof *client);
    client->name = arena_strdup(&clientele->arena, name);
    client->number = clientele->count;
    if (!tsearch(client, &clientele->by_name, compare_names))
        mem_out();
    if (clientele->count == clientele->room) {
        clientele->room = clientele->room ? 2 * clientele->room : 1024;
        clientele->clients =
            mem_resize(clientele->clients, clientele->room * sizeof *clientele->clients);
    }
    clientele->clients[clientele->count++] = client;
    return client;
}

/* Whose line it is; the last client's is looked at first, since a file is often sorted. */
static struct client *
client_of(struct clientele *clientele, const struct transaction *line, struct client *last)
{
    if (last && strcmp(last->name, line->client) == 0)
        return last;
    const struct client wanted = {.name = line->client};
    void *found = tfind(&wanted, &clientele->by_name, compare_names);
    return found ? *(struct client **)found : add_client(clientele, line->client);
}

static int
too_much(const struct client *client, struct err *err)
{
    return err_set(err, ERR_DATA, _("client %s: the amounts are too large to be added"),
                   client->name);
}

/* ---- lines in order ---- */

/* 0 all was taken; 1 a client's lines are not in order, and the place is in `err`; -1. */
static int
read_in_order(struct clientele *clientele, struct transactions *transactions, struct err *err)
{
    struct transaction line;
    struct client *client = NULL;
    int got;
    while ((got = transactions_next(transactions, &line, err)) == 1) {
        if (line.day > clientele->until)
            continue;
        client = client_of(clientele, &line, client);
        if (line.day > clientele->last)
            clientele->last = line.day;
        enum history_answer answer = history_add(&client->history, line.day, line.fen);
        if (answer == HISTORY_TOO_MUCH) {
            too_much(client, err);
            return transactions_place(transactions, err);
        }
        if (answer == HISTORY_BEFORE) {
            err_set(err, ERR_DATA,
                    _("date: before the line above of client %s; sort the lines by date, or name a "
                      "file "
                      "instead of a pipe"),
                    client->name);
            transactions_place(transactions, err);
            return 1;
        }
    }
    return got;
}

/* ---- lines out of order ---- */

static int
compare_kept(const void *left, const void *right)
{
    const struct kept *a = left, *b = right;
    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    return (a->day > b->day) - (a->day < b->day);
}

static void
keep(struct lines *lines, struct kept line)
{
    if (lines->count == lines->room) {
        lines->room = lines->room ? 2 * lines->room : 4096;
        lines->items = mem_resize(lines->items, lines->room * sizeof *lines->items);
    }
    lines->items[lines->count++] = line;
}

static int
add_sorted(struct clientele *clientele, struct lines *lines, struct err *err)
{
    if (lines->count)
        qsort(lines->items, lines->count, sizeof *lines->items, compare_kept);
    for (size_t i = 0; i < lines->count; i++) {
        struct client *client = clientele->clients[lines->items[i].client];
        if (history_add(&client->history, lines->items[i].day, lines->items[i].fen) !=
            HISTORY_TAKEN)
            return too_much(client, err);
    }
    return 0;
}

static int
read_and_sort(struct clientele *clientele, struct transactions *transactions, struct err *err)
{
    struct transaction line;
    struct client *client = NULL;
    struct lines lines = {0};
    int got;
    for (size_t i = 0; i < clientele->count; i++)
        clientele->clients[i]->history = (struct history){0};
    if (!transactions_rewind(transactions, err))
        return -1;
    while ((got = transactions_next(transactions, &line, err)) == 1) {
        if (line.day > clientele->until)
            continue;
        client = client_of(clientele, &line, client);
        if (line.day > clientele->last)
            clientele->last = line.day;
        keep(&lines, (struct kept){client->number, line.day, line.fen});
    }
    if (got == 0)
        got = add_sorted(clientele, &lines, err);
    free(lines.items);
    return got;
}

/* ---- the whole ---- */

static int
read_all(struct clientele *clientele, const char *path, struct err *err)
{
    struct transactions *transactions;
    if (transactions_open(&transactions, path, err) < 0)
        return -1;
    int result = read_in_order(clientele, transactions, err);
    if (result == 1) {
        bool again = transactions_can_rewind(transactions);
        if (again)
            err_clear(err);
        result = again ? read_and_sort(clientele, transactions, err) : -1;
    }
    transactions_close(transactions);
    return result;
}

int
clientele_read(struct clientele **read, const char *path, int64_t until, struct err *err)
{
    struct clientele *clientele = mem_alloc(sizeof *clientele);
    *clientele = (struct clientele){.until = until, .last = INT64_MIN};
    arena_init(&clientele->arena);
    *read = clientele;
    if (read_all(clientele, path, err) == 0)
        return 0;
    clientele_free(clientele);
    *read = NULL;
    return -1;
}

static void
forget(void *client)
{
    (void)client; /* the arena's */
}

void
clientele_free(struct clientele *clientele)
{
    if (!clientele)
        return;
    tdestroy(clientele->by_name, forget);
    free(clientele->clients);
    arena_release(&clientele->arena);
    free(clientele);
}

int64_t
clientele_until(const struct clientele *clientele)
{
    return clientele->until == INT64_MAX ? clientele->last : clientele->until;
}

bool
clientele_next(struct clientele *clientele, size_t *at, const char **name, struct buyer *buyer)
{
    while (*at < clientele->count) {
        struct client *client = clientele->clients[(*at)++];
        *name = client->name;
        if (history_buyer(&client->history, clientele_until(clientele), buyer))
            return true;
    }
    return false;
}
