/*
 * transactions: lines of purchases from wherever. What is taken makes figures that can be: as many repeats at most as
 * days between, none outside the observation; and the same lines with another end of it never make more.
 */
#include "fuzz.h"

#include "base/day.h"
#include "client/clientele.h"

static void
check_buyer(const struct buyer *buyer, const char *name)
{
    check_text(name, strlen(name));
    MUST(*name != '\0');
    MUST(buyer->x >= 0 && buyer->x <= buyer->t_x && buyer->t_x <= buyer->t);
    MUST((buyer->x == 0) == (buyer->t_x == 0));
    MUST(buyer->repeat_fen >= 0 && (buyer->x > 0 || buyer->repeat_fen == 0));
}

/* The purchases of all, or -1: refused. */
static int64_t
count(const char *path, int64_t until)
{
    struct clientele *clientele;
    struct buyer buyer;
    struct err err = {0};
    const char *name;
    size_t at = 0;
    int64_t purchases = 0;

    if (clientele_read(&clientele, path, until, &err) != 0) {
        check_error(&err);
        return -1;
    }
    while (clientele_next(clientele, &at, &name, &buyer)) {
        check_buyer(&buyer, name);
        purchases += buyer.x + 1;
    }
    clientele_free(clientele);
    return purchases;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct memory_file file = {.fd = -1};

    if (file.fd < 0)
        memory_file_make(&file);
    memory_file_write(&file, data, size);
    int64_t all = count(file.path, INT64_MAX), some = count(file.path, day_from_civil(2025, 6, 3));
    MUST(all < 0 || some <= all);
    return 0;
}
