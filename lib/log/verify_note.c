/* Checkpoints: those that the database keeps, and those that were kept elsewhere, against the chains. */
#include <stdlib.h>
#include <string.h>

#include "base/codec.h"
#include "db/sql.h"
#include "log/checkpoint.h"
#include "log/verify_private.h"

/* How far a chain was found to be as checkpoints say. */
struct proven {
    int64_t store_id, entries;
    unsigned char hash[HASH_SIZE];
    int64_t number; /* of the last checkpoint that speaks of it */
    bool lost;      /* one did not hold; those behind it are not told again */
};

struct judging {
    struct verify *verify;
    struct checkpoint_trust trust;
    struct arena arena; /* as long as a checkpoint */
    struct db_stmt *entry;
    struct proven *proven;
    int count, room, next;
    int64_t last; /* the number of the one before; 0: none */
    unsigned char last_hash[HASH_SIZE];
    bool last_known; /* its text could be read */
    int64_t findings;
};

static int
tell(struct judging *judging, int64_t store_id, int64_t number, const char *finding,
     struct err *err, const char *detail)
{
    struct verify_at at = {store_id, "checkpoint", NULL, finding, false};
    if (judging->findings++ >= VERIFY_MOST)
        return 0;
    at.place = arena_printf(&judging->verify->words, "checkpoint %lld", (long long)number);
    return verify_tell(judging->verify, &at, err, "%s", detail);
}

/* ---- one chain of a checkpoint ------------------------------------------------------------------- */

static struct proven *
proven_of(struct judging *judging, int64_t store_id)
{
    for (int i = 0; i < judging->count; i++) {
        struct proven *proven = &judging->proven[judging->next];
        judging->next = (judging->next + 1) % judging->count; /* they come in one order mostly */
        if (proven->store_id == store_id)
            return proven;
    }
    if (judging->count == judging->room) {
        judging->room = 2 * judging->room + 16;
        judging->proven =
            mem_resize(judging->proven, (size_t)judging->room * sizeof *judging->proven);
    }
    judging->proven[judging->count] = (struct proven){.store_id = store_id};
    return &judging->proven[judging->count++];
}

/* 1 the chain has that entry with that hash; 0 it has another; 2 it has none of that number; -1. */
static int
has_entry(struct judging *judging, const struct checkpoint_end *end, struct err *err)
{
    struct db *db = judging->verify->db;
    if (!judging->entry &&
        db_prepare(db, &judging->entry, sql_get(SQL_LOG_ENTRY_HASH)->text, err) < 0)
        return -1;
    db_bind(judging->entry, 1, db_int(end->store_id));
    db_bind(judging->entry, 2, db_int(end->entries));
    int found = db_step(judging->entry, err);
    struct db_value hash = found == 1 ? db_get(judging->entry, 0) : db_null();
    bool same = hash.type == DB_BYTES && hash.length == HASH_SIZE &&
                memcmp(hash.text, end->hash, HASH_SIZE) == 0;
    db_reset(judging->entry);
    return found < 0 ? -1 : found == 0 ? 2 : same;
}

static int
judge_end(struct judging *judging, int64_t number, const struct checkpoint_end *end,
          struct err *err)
{
    struct proven *proven = proven_of(judging, end->store_id);
    struct arena *words = &judging->verify->words;
    proven->number = number;
    if (proven->lost)
        return 0;
    if (end->entries == proven->entries && memcmp(end->hash, proven->hash, HASH_SIZE) == 0)
        return 0;
    if (end->entries <= proven->entries) {
        proven->lost = true;
        return tell(judging, end->store_id, number, "forked", err,
                    _("an earlier checkpoint has more entries of the chain, or another one there"));
    }
    int has = has_entry(judging, end, err);
    if (has < 0)
        return verify_unreadable(judging->verify, end->store_id, "log", err);
    if (has == 1) {
        proven->entries = end->entries;
        memcpy(proven->hash, end->hash, HASH_SIZE);
        return 0;
    }
    proven->lost = true;
    if (has == 2)
        return tell(judging, end->store_id, number, "rolled-back", err,
                    arena_printf(words,
                                 _("the chain had %lld entries then; entry %lld is not there"),
                                 (long long)end->entries, (long long)end->entries));
    return tell(
        judging, end->store_id, number, "changed", err,
        arena_printf(words,
                     _("of entries %lld to %lld at least one is not as it was then; all were "
                       "hashed anew"),
                     (long long)proven->entries + 1, (long long)end->entries));
}

/* Chains do not end: who was spoken of once is spoken of ever after. */
static int
judge_ends(struct judging *judging, const struct checkpoint *checkpoint, struct err *err)
{
    for (int i = 0; i < checkpoint->count; i++)
        if (judge_end(judging, checkpoint->number, &checkpoint->ends[i], err) < 0)
            return -1;
    for (int i = 0; i < judging->count; i++) {
        struct proven *proven = &judging->proven[i];
        if (proven->number == checkpoint->number || proven->lost)
            continue;
        proven->lost = true;
        if (tell(judging, proven->store_id, checkpoint->number, "forked", err,
                 _("it says nothing of a chain that an earlier one has")) < 0)
            return -1;
    }
    return 0;
}

/* ---- one checkpoint ---------------------------------------------------------------------------------- */

static int
judge_signature(struct judging *judging, const struct checkpoint *checkpoint, struct err *err)
{
    const struct note_key *by;
    enum note_verdict verdict =
        note_judge(&checkpoint->note, judging->trust.keys, judging->trust.count, &by);
    if (verdict == NOTE_FORGED)
        return tell(judging, -1, checkpoint->number, "forged", err,
                    _("its signature does not hold"));
    if (verdict == NOTE_UNSIGNED)
        return tell(judging, -1, checkpoint->number, "unsigned", err,
                    _("none of the keys that are trusted signed it"));
    return 0;
}

static int
judge_order(struct judging *judging, const struct checkpoint *checkpoint, bool gaps,
            struct err *err)
{
    int64_t number = checkpoint->number;
    if (!gaps && number != judging->last + 1 &&
        tell(judging, -1, judging->last + 1, "missing", err,
             arena_printf(&judging->verify->words, _("behind %lld comes %lld"),
                          (long long)judging->last, (long long)number)) < 0)
        return -1;
    if (judging->last_known && number == judging->last + 1 &&
        memcmp(checkpoint->before, judging->last_hash, HASH_SIZE) != 0 &&
        tell(judging, -1, number, "forked", err,
             _("it was not made after the one that stands before it")) < 0)
        return -1;
    judging->last = number;
    judging->last_known = true;
    memcpy(judging->last_hash, checkpoint->hash, HASH_SIZE);
    return 0;
}

/* ---- those of the database ----------------------------------------------------------------------------- */

static int
judge_own(struct judging *judging, const struct db_stmt *stmt, struct err *err)
{
    struct checkpoint checkpoint;
    struct note note;
    struct err why = {0};
    const char *bytes;
    int64_t number = db_get_int(stmt, 0);
    bool whole = verify_text(stmt, 2, false, &bytes);
    judging->verify->count->checkpoints++;
    arena_reset(&judging->arena);
    bytes = arena_strdup(&judging->arena, bytes);
    if (!whole || note_parse(&judging->arena, &note, bytes, strlen(bytes), &why) < 0 ||
        checkpoint_parse(&judging->arena, &checkpoint, note.text, note.text_length, &why) < 0) {
        judging->last = number < INT64_MAX ? number : 0;
        judging->last_known = false;
        return tell(judging, -1, number, "malformed", err, why.text);
    }
    checkpoint.note = note;
    if (checkpoint.number != number || checkpoint.at != db_get_int(stmt, 1) ||
        strcmp(checkpoint.identity, judging->verify->identity) != 0)
        return tell(judging, -1, number, "changed", err,
                    _("its number or time is not that of its note, or it is another database's"));
    if (judge_signature(judging, &checkpoint, err) < 0 ||
        judge_order(judging, &checkpoint, false, err) < 0)
        return -1;
    return judge_ends(judging, &checkpoint, err);
}

static int
judge_table(struct judging *judging, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(judging->verify->db, &stmt, SQL_LOG_CHECKPOINT_ALL, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        more = judge_own(judging, stmt, err);
    db_finish(stmt);
    return more < 0 ? verify_unreadable(judging->verify, -1, "checkpoint", err) : 0;
}

/* ---- those that were kept elsewhere ---------------------------------------------------------------------- */

/* The database must have the same under that number. */
static int
judge_copy(struct judging *judging, const struct checkpoint *checkpoint, struct err *err)
{
    struct db_value number = db_int(checkpoint->number);
    struct db_stmt *stmt;
    const char *bytes;
    struct note note;
    struct err why = {0};
    int found = sql_first(judging->verify->db, &stmt, SQL_LOG_CHECKPOINT_GET, &number, 1, err);
    if (found < 0)
        return verify_unreadable(judging->verify, -1, "checkpoint", err);
    if (found == 0)
        return tell(judging, -1, checkpoint->number, "rolled-back", err,
                    _("it was kept elsewhere, but the database does not have it"));
    bool same = verify_text(stmt, 1, false, &bytes) &&
                note_parse(&judging->arena, &note, bytes, strlen(bytes), &why) == 0 &&
                note.text_length == checkpoint->note.text_length &&
                memcmp(note.text, checkpoint->note.text, note.text_length) == 0;
    db_finish(stmt);
    return same ? 0
                : tell(judging, -1, checkpoint->number, "forked", err,
                       _("the database has another one of that number than was kept elsewhere"));
}

static int
compare_numbers(const void *a, const void *b)
{
    const struct checkpoint *const *left = a, *const *right = b;
    return ((*left)->number > (*right)->number) - ((*left)->number < (*right)->number);
}

static int
judge_kept(struct judging *judging, const struct checkpoint *checkpoint, struct err *err)
{
    arena_reset(&judging->arena);
    judging->verify->count->checkpoints++;
    if (judging->last == checkpoint->number) {
        if (memcmp(checkpoint->hash, judging->last_hash, HASH_SIZE) == 0)
            return judge_signature(judging, checkpoint, err);
        return tell(judging, -1, checkpoint->number, "forked", err,
                    _("two of that number were kept elsewhere, and they differ"));
    }
    if (judge_signature(judging, checkpoint, err) < 0 ||
        judge_order(judging, checkpoint, true, err) < 0 || judge_copy(judging, checkpoint, err) < 0)
        return -1;
    return judge_ends(judging, checkpoint, err);
}

/* In the order of their numbers; those of other databases are passed over. */
static int
judge_list(struct judging *judging, const struct checkpoint_list *list, struct err *err)
{
    const struct checkpoint **own = mem_alloc(((size_t)list->count + 1) * sizeof *own);
    int count = 0, result = 0;
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->items[i].identity, judging->verify->identity) == 0)
            own[count++] = &list->items[i];
    qsort(own, (size_t)count, sizeof *own, compare_numbers);
    judging->last = 0;
    judging->last_known = false;
    judging->count = judging->next = 0;
    for (int i = 0; i < count && result == 0; i++)
        result = judge_kept(judging, own[i], err);
    free(own);
    const struct verify_at at = {-1, "checkpoint", NULL, "missing", false};
    if (result < 0 || count > 0)
        return result;
    return verify_tell(judging->verify, &at, err, "%s",
                       _("none of those that were kept elsewhere is of this database"));
}

static int
tell_rest(struct judging *judging, struct err *err)
{
    const struct verify_at at = {-1, "checkpoint", NULL, "changed", false};
    if (judging->findings <= VERIFY_MOST)
        return 0;
    return verify_tell(judging->verify, &at, err, _("and %lld more findings of checkpoints"),
                       (long long)(judging->findings - VERIFY_MOST));
}

/* Whose keys: those that were given, or those that the database names. */
static int
choose_trust(struct judging *judging, struct err *err)
{
    struct verify *verify = judging->verify;
    if (verify->options->trust) {
        judging->trust = *verify->options->trust;
        return 0;
    }
    if (checkpoint_trust_own(&verify->arena, &judging->trust, verify->db, err) == 0)
        return 0;
    return verify_unreadable(verify, -1, "meta", err);
}

int
verify_checkpoints(struct verify *verify, struct err *err)
{
    const struct checkpoint_list *against = verify->options->against;
    struct judging judging = {.verify = verify};
    arena_init(&judging.arena);
    int result = choose_trust(&judging, err);
    if (result == 0)
        result = judge_table(&judging, err);
    if (result == 0 && against)
        result = judge_list(&judging, against, err);
    if (result == 0)
        result = tell_rest(&judging, err);
    db_finish(judging.entry);
    free(judging.proven);
    arena_release(&judging.arena);
    return result;
}
