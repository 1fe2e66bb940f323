/*
 * pack: the journals that a clinic keeps, share/medi/journals.yaml; a chain adds one without C, in a whole
 * file of its own.
 *
 *     cleaning:
 *       zh: …  says: …           its names
 *       every: 1                 days that an entry holds for, its own included: the default of a duty
 *       basis: visits            calendar (default), or visits: only days on which somebody came
 *       place: room              an entry names a room (room), a machine (equipment), or neither (absent)
 *       second: true             an entry names a second person
 *       law: 医疗废物管理条例 12   an article of laws.yaml
 *       close_hours: 48          another entry closes it within so many hours
 *       closes: waste            such an entry: it closes what is open of that journal in its store
 *       sum: grams               a field of both: what was written there must be the sum of what is closed
 *       same: category           a choice of both: if it is given, only what has the same is closed
 *       fields:
 *         mg_l:
 *           zh: …  says: …
 *           type: number         number, text, choice, or check (yes is good, no is not)
 *           unit: mg/L           of a number
 *           places: 1            decimals of a number (0): amounts are whole numbers of 10^-places units
 *           least: 250           limits of a number, in units
 *           most: 2000
 *           source: …            where a limit comes from, and
 *           confirmed: false     whether its text was read; wanted where there is a limit with a source
 *           words: {pass: [合格]} of a choice: the words kept, and what else they are called
 *           good: [pass]         which of them are good; absent: nothing is judged
 *           optional: true       it may be left out
 *           only_if_good: true   of a check: yes is refused where another value is bad
 *
 * What is wrong with the file is ERR_DATA with file and line. Everything lives in the arena.
 */
#ifndef MEDI_JOURNAL_PACK_H
#define MEDI_JOURNAL_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/law.h"
#include "text/pack.h"
#include "text/yaml.h"

enum field_type { FIELD_NUMBER, FIELD_TEXT, FIELD_CHOICE, FIELD_CHECK };
enum journal_place { PLACE_NONE, PLACE_ROOM, PLACE_EQUIPMENT };

struct field_word {
    const char *text, *word; /* as written; as kept */
    bool good;
};

struct field {
    const char *name, *zh, *says, *unit, *source;
    enum field_type type;
    int64_t places;
    int64_t least, most; /* in 10^-places units; INT64_MIN, INT64_MAX: none */
    struct field_word *words;
    int word_count;
    bool optional, judged, confirmed, only_if_good;
};

struct journal_kind {
    const char *name, *zh, *says;
    struct law law;
    const char *closes, *sum, *same; /* or NULL */
    int64_t every, close_hours;      /* close_hours 0: nothing has to close it */
    bool by_visits, second;
    enum journal_place place;
    struct field *fields;
    int count;
};

struct journals {
    struct journal_kind *kinds;
    int count;
};

int journals_load(struct arena *arena, const struct packs *packs, struct journals *journals,
                  struct err *err);

/* By its name or its Chinese name; NULL with ERR_USAGE and the nearest one. */
const struct journal_kind *journals_find(const struct journals *journals, const char *name,
                                         struct err *err);

/* By its name, its Chinese name; NULL: none. */
const struct field *journal_field(const struct journal_kind *kind, const char *name);

const char *field_type_word(enum field_type type);
const char *journal_place_word(enum journal_place place);

#endif
