#include "log/chain.h"

#include <stdlib.h>
#include <string.h>

#include "base/codec.h"

void
chain_begin(unsigned char hash[HASH_SIZE], const char *identity, int64_t store_id)
{
    struct hash state;
    hash_begin(&state, "medi log begin", HASH_SIZE, NULL);
    hash_add_text(&state, identity);
    hash_add_int(&state, store_id);
    hash_end(&state, hash, HASH_SIZE);
}

void
chain_next(unsigned char hash[HASH_SIZE], const struct chain_entry *entry)
{
    const char *const texts[] = {entry->actor,  entry->tool,    entry->verb, entry->subject,
                                 entry->detail, entry->changes, entry->sets, entry->run};
    struct hash state;
    hash_begin(&state, "medi log entry", HASH_SIZE, NULL);
    hash_add(&state, hash, HASH_SIZE);
    hash_add_int(&state, entry->store_id);
    hash_add_int(&state, entry->seq);
    hash_add_int(&state, entry->at);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        hash_add_text(&state, texts[i]);
    hash_end(&state, hash, HASH_SIZE);
}

bool
chain_set_next(const char **sets, struct chain_set *set, bool *wrong)
{
    const char *line = *sets, *end = strchr(line, '\n');
    const char *first = strchr(line, ' ');
    char *second;
    *wrong = false;
    if (*line == '\0')
        return false;
    *wrong = true;
    if (!end || !first || first > end || (size_t)(first - line) >= sizeof set->name ||
        first == line)
        return false;
    memcpy(set->name, line, (size_t)(first - line));
    set->name[first - line] = '\0';
    set->count = strtoll(first + 1, &second, 10);
    if (second == first + 1 || *second != ' ' || second > end ||
        base64_decode(set->digest, sizeof set->digest, second + 1, (size_t)(end - second - 1)) !=
            HASH_SIZE)
        return false;
    *wrong = false;
    *sets = end + 1;
    return true;
}
