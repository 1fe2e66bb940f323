/* What the files of recall share. */
#ifndef MEDI_FOLLOWUP_RECALL_PRIVATE_H
#define MEDI_FOLLOWUP_RECALL_PRIVATE_H

#include "db/ready.h"
#include "followup/owed.h"
#include "followup/recall.h"
#include "followup/window.h"

struct candidate {
    int64_t id, score, rank;
    const char *reason;
};

struct candidates {
    struct candidate *items; /* to be freed */
    size_t count, room;
};

/* Those whom the rule takes, the best first. */
int recall_choose(struct recall_run *run, struct candidates *candidates, struct err *err);

/* The day of the next birthday, today if it is today; NO_VALUE: is not known. */
int64_t recall_birthday(struct db_value birthday, int64_t today);

struct due {
    int64_t due_at, day, until_at;
};

/* A client who was looked at, with what would go out. */
struct judged {
    const char *code, *channel, *channels; /* channel "call": no message can go */
    int64_t id, store_id;
    struct owed_people people;
    const struct window *window;
    struct due message, call;
    bool messages, calls; /* what of the two */
    char occurrence[8];
    bool before;
    enum recall_left left;
};

struct judging {
    const struct recall_run *run;
    struct ready ready;
    struct window *windows;
    int window_count, window_room;
    struct arena arena; /* of one client */
};

int recall_judge(struct judging *judging, int64_t client_id, struct judged *judged,
                 struct err *err);

#endif
