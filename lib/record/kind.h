/*
 * kind: what a record of an import file is, as its pack share/medi/kinds/NAME.yaml tells: the columns with
 * their types, English and Chinese names, natural key, references and rules. A new kind needs no C.
 *
 *     kind: visits          the name on the command line
 *     zh: 到院记录           its Chinese name
 *     says: …               one line for `medi-db kinds`
 *     table: visit          where the rows go
 *     scope: store          store: rows belong to the store in column `store`; chain: to the chain
 *     key: [store, code]    the natural key: the same key is the same record
 *     person: client        what is personal here is sealed under the key of the client in this column; without
 *                           it, under a key of the row's own
 *     forgotten: COLUMN     of the table: if it is filled, the row's own key was destroyed
 *     follow: COLUMN        of the table: if it is filled, references to the row lead to that row instead
 *     columns: - …          see struct kind_column; `name` and `type` are required
 *     order: - [a, b, c]    values of these columns that are present must not decrease
 *     sign: - {column: amount_fen, when: kind, is: refund, must: not-positive}
 */
#ifndef MEDI_RECORD_KIND_H
#define MEDI_RECORD_KIND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

enum kind_type {
    KIND_CODE,  /* a clinic's number: no spaces at the ends, nothing that a spreadsheet destroyed */
    KIND_TEXT,  /* any text */
    KIND_INT,   /* whole number within min and max */
    KIND_MONEY, /* fen; yuan in the file unless the header ends in _fen */
    KIND_DEGREES,   /* millionths of a degree; decimal degrees in the file */
    KIND_DAY,       /* day */
    KIND_MOMENT,    /* UTC seconds; local to the row's store in the file unless it has an offset */
    KIND_PHONE,     /* E.164 */
    KIND_ID_NUMBER, /* 身份证号 with its check digit (GB 11643-1999); other papers as they are */
    KIND_EMAIL,     /* one address; its domain in small letters */
    KIND_BOOL,      /* 1 0, yes no, true false, 是 否 */
    KIND_CHOICE,    /* one of the words of `values` or their aliases */
    KIND_REF,       /* the code (or, with by: [code, name], the name) of a record of another kind */
    KIND_ZONE,      /* IANA time zone */
    KIND_HOURS,     /* opening hours: Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00 */
    KIND_GTIN,      /* the number in a bar code with its check digit; kept as 14 digits */
    KIND_PRODUCT,   /* digits are a GTIN; else a product's number in another system: MA, HIBC */
};

enum kind_unknown { UNKNOWN_REFUSE, UNKNOWN_EMPTY, UNKNOWN_CREATE };

struct kind_word {
    const char *text; /* as found in a file */
    const char *word; /* as stored */
    size_t length;    /* of the text */
};

struct kind_column {
    const char *name, *zh;
    const char **aliases;
    int alias_count;
    enum kind_type type;
    const char *type_name;
    bool required;
    bool personal; /* sealed in the table, masked on the way out; see record/table.h */
    bool indexed;  /* `index: true`: personal, and can be searched for; the table has INTO_index */
    const char *fallback; /* `default`: what an empty cell of a new record means */
    const char *into;     /* column of the table */
    const char *day_into; /* moment: where the store's local day goes too, or NULL */
    int64_t min, max;     /* int, money, degrees: in the stored unit */
    int64_t round; /* degrees: what is stored is a multiple of this; 0: it is as it was given */
    struct kind_word *words;
    int word_count;
    const char *ref; /* kind */
    bool by_name;
    bool all_stores; /* `all: true`: store * may stand here and means the chain */
    int within; /* `within: item`: a code that is unique only beside that earlier column; or -1 */
    enum kind_unknown unknown;
    int line; /* in the pack */
};

struct kind_order {
    int *columns;
    int count;
};

struct kind_sign {
    int column, when;
    const char *is;
    bool positive; /* must be >= 0, else <= 0 */
};

struct kind {
    const char *name, *zh, *says, *table;
    const char *person, *forgotten, *follow; /* or NULL */
    bool of_store;
    struct kind_column *columns;
    int count;
    int *key;
    int key_count;
    struct kind_order *orders;
    int order_count;
    struct kind_sign *signs;
    int sign_count;
};

/* Reads and checks the pack; an unknown kind is ERR_USAGE with the nearest name. In the arena. */
const struct kind *kind_load(struct arena *arena, const struct packs *packs, const char *name,
                             struct err *err);

/* Its name, says, table and scope without its columns: what a reference to it needs, in a tenth of the
 * time. */
const struct kind *kind_load_head(struct arena *arena, const struct packs *packs, const char *name,
                                  struct err *err);

/* The column of that name, or -1. */
int kind_column(const struct kind *kind, const char *name);

/* Whether any column is personal. */
bool kind_has_personal(const struct kind *kind);

/* Whether a record may refer to one of the same file. */
bool kind_refers_to_itself(const struct kind *kind);

/* The column of a header: its name, its Chinese name or an alias (ASCII case is ignored); or -1. */
int kind_match(const struct kind *kind, const char *header);

struct kind_word kind_word_of(const char *text, const char *word); /* which must live as long */
/* The word for a cell of a choice column, or NULL. */
const char *kind_word(const struct kind_column *column, const char *text, size_t length);

#endif
