#include "log/chain.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

void
chain_begin(unsigned char hash[HASH_SIZE], const char *identity, int64_t store_id)
{
    struct hash state;
    hash_begin(&state, "medi log begin", HASH_SIZE, NULL);
    hash_add_text(&state, identity);
    hash_add_int(&state, store_id);
    hash_end(&state, hash, HASH_SIZE);
}

/* Small pieces are gathered: each call of the hash costs as much as a hundred bytes of it. */
struct gather {
    struct hash hash;
    size_t length;
    unsigned char bytes[1024];
};

static inline void
gather_add(struct gather *gather, const void *bytes, size_t length)
{
    if (length > sizeof gather->bytes - gather->length) {
        hash_add(&gather->hash, gather->bytes, gather->length);
        gather->length = 0;
        if (length > sizeof gather->bytes) {
            hash_add(&gather->hash, bytes, length);
            return;
        }
    }
    memcpy(gather->bytes + gather->length, bytes, length);
    gather->length += length;
}

static void
gather_int(struct gather *gather, int64_t number)
{
    uint64_t bytes = htole64((uint64_t)number);
    gather_add(gather, &bytes, sizeof bytes);
}

static void
gather_text(struct gather *gather, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    gather_int(gather, text ? (int64_t)length : -1);
    if (length)
        gather_add(gather, text, length);
}

void
chain_next(unsigned char hash[HASH_SIZE], const struct chain_entry *entry)
{
    const char *const texts[] = {entry->actor,  entry->tool,    entry->verb, entry->subject,
                                 entry->detail, entry->changes, entry->sets, entry->run};
    struct gather gather;
    gather.length = 0;
    hash_begin(&gather.hash, "medi log entry", HASH_SIZE, NULL);
    gather_add(&gather, hash, HASH_SIZE);
    gather_int(&gather, entry->store_id);
    gather_int(&gather, entry->seq);
    gather_int(&gather, entry->at);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        gather_text(&gather, texts[i]);
    hash_add(&gather.hash, gather.bytes, gather.length);
    hash_end(&gather.hash, hash, HASH_SIZE);
}

/* A table, since every letter of every digest is asked about. */
static const bool is_base64[256] = {
    ['+'] = 1, ['/'] = 1, ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,
    ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1, ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1,
    ['E'] = 1, ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1,
    ['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1,
    ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['a'] = 1, ['b'] = 1,
    ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1,
    ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1,
    ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1,
};

/* As base64_encode makes it of HASH_SIZE bytes: of the last letter two bits are none of theirs. */
static bool
is_digest(const char *text, size_t length)
{
    _Static_assert(CHAIN_DIGEST == (HASH_SIZE + 2) / 3 * 4 && HASH_SIZE % 3 == 2, "one = ends it");
    if (length != CHAIN_DIGEST || text[CHAIN_DIGEST - 1] != '=')
        return false;
    bool all = true;
    for (int i = 0; i < CHAIN_DIGEST - 1; i++)
        all &= is_base64[(unsigned char)text[i]];
    return all && memchr("AEIMQUYcgkosw048", text[CHAIN_DIGEST - 2], 16) != NULL;
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
        !is_digest(second + 1, (size_t)(end - second - 1)))
        return false;
    set->digest = second + 1;
    *wrong = false;
    *sets = end + 1;
    return true;
}
