/* Whether a booking can be, and who and what it takes. */
#include <string.h>

#include "roster/booking.h"

/* ---- what it needs --------------------------------------------------------------------------- */

static bool
is_doctors(const char *licence)
{
    return licence &&
           (strcmp(licence, "physician") == 0 || strcmp(licence, "chief-physician") == 0);
}

static const char *
licence_of(const struct booking *booking)
{
    return gate_licence_needed(booking->rules, booking->project->licence, booking->project->kind);
}

static bool
keeps_rooms(const struct busy *busy)
{
    for (int i = 0; i < busy->rooms.count; i++)
        if (busy->rooms.items[i].to_on != INT64_MIN)
            return true;
    return false;
}

static bool
is_needed(const struct booking *booking, enum busy_kind kind)
{
    const struct booking_project *project = booking->project;
    const char *licence = licence_of(booking);
    switch (kind) {
    case BUSY_DOCTOR:
        return project->doctor >= 0 ? project->doctor : is_doctors(licence);
    case BUSY_NURSE:
        return project->nurse >= 0 ? project->nurse : licence && !is_doctors(licence);
    case BUSY_ROOM:
        return project->room >= 0 ? project->room : keeps_rooms(booking->busy);
    default:
        return project->device_kind != NULL;
    }
}

/* Who does it: a doctor where the licence is a doctor's, else the nurse if there is one. */
static enum busy_kind
operator_of(const struct booking *booking)
{
    bool nurse = booking->named[BUSY_NURSE] || is_needed(booking, BUSY_NURSE);
    return is_doctors(licence_of(booking)) || !nurse ? BUSY_DOCTOR : BUSY_NURSE;
}

/* ---- the gates of treatments ----------------------------------------------------------------- */

static void
give_facts(const struct booking *booking, const char *licence, struct gate_facts *facts)
{
    const struct booking_project *project = booking->project;
    const struct busy *busy = booking->busy;
    *facts = (struct gate_facts){
        .store = busy->store,
        .level = busy->level,
        .departments = busy->departments,
        .licence_no = busy->licence_no,
        .has_licence_to = busy->has_licence_to,
        .licence_to = busy->licence_to,
        .client = booking->client ? booking->client : "CLIENT",
        .visit = "VISIT",
        .project = project->code,
        .department = project->department,
        .kind = project->kind,
        .device_kind = project->device_kind,
        .licence = licence,
        .grade = project->grade,
    };
}

typedef int gate_part(struct gate_run *run, struct err *err);

/* One gate on the day of the booking: what is missing becomes lines about `about`. 1 passes, 0, -1. */
static int
pass_gate(struct booking *booking, gate_part *part, struct gate_case *given, const char *licence,
          const char *about, struct busy_nos *nos, struct err *err)
{
    struct gate_list list = {0};
    struct gate_run run = {.db = booking->db,
                           .arena = booking->arena,
                           .rules = booking->rules,
                           .given = given,
                           .list = &list};
    given->store_id = booking->busy->window.store_id;
    given->client_id = booking->client_id;
    given->project_id = booking->project->id;
    given->at = booking->want.starts_at;
    given->day = booking->want.day;
    give_facts(booking, licence, &run.facts);
    if (part(&run, err) < 0)
        return -1;
    for (int i = 0; i < list.count; i++)
        busy_say(booking->busy, nos, about, gate_info(list.items[i].gate)->code, "%s",
                 list.items[i].words);
    return list.count == 0;
}

static int
pass_store(struct booking *booking, struct busy_nos *nos, struct err *err)
{
    struct gate_case given = {0};
    const char *licence = licence_of(booking);
    if (!licence)
        return 1;
    return pass_gate(booking, gate_store, &given, licence,
                     arena_printf(booking->arena, "store %s", booking->busy->store), nos, err);
}

static int
pass_person(struct booking *booking, enum busy_kind kind, const struct busy_one *one,
            const char *about, struct busy_nos *nos, struct err *err)
{
    struct gate_case given = {.operator_id = one->id};
    const char *licence = licence_of(booking);
    if (licence && operator_of(booking) != kind)
        licence = kind == BUSY_DOCTOR ? "physician" : "nurse";
    return pass_gate(booking, gate_operator, &given, licence, about, nos, err);
}

static int
pass_machine(struct booking *booking, const struct busy_one *one, const char *about,
             struct busy_nos *nos, struct err *err)
{
    struct gate_case given = {.device = one->code};
    return pass_gate(booking, gate_device, &given, licence_of(booking), about, nos, err);
}

/* ---- who passed, remembered for a day -------------------------------------------------------- */

struct booking_passes {
    struct {
        int64_t *day;
        bool *passes;
    } of[BUSY_KINDS];
};

struct booking_passes *
booking_passes(struct arena *arena, const struct busy *busy)
{
    const int counts[BUSY_KINDS] = {busy->people.count, busy->people.count, 0,
                                    busy->machines.count};
    struct booking_passes *passes = arena_alloc(arena, sizeof *passes);
    for (int kind = 0; kind < BUSY_KINDS; kind++) {
        passes->of[kind].day = arena_array(arena, (size_t)counts[kind] + 1, sizeof(int64_t));
        passes->of[kind].passes = arena_array(arena, (size_t)counts[kind] + 1, sizeof(bool));
        for (int i = 0; i < counts[kind]; i++)
            passes->of[kind].day[i] = INT64_MIN;
    }
    return passes;
}

static int
pass_anew(struct booking *booking, enum busy_kind kind, const struct busy_one *one,
          const char *about, struct busy_nos *nos, struct err *err)
{
    if (kind == BUSY_ROOM)
        return 1;
    return kind == BUSY_DEVICE ? pass_machine(booking, one, about, nos, err)
                               : pass_person(booking, kind, one, about, nos, err);
}

static int
pass(struct booking *booking, enum busy_kind kind, const struct busy_one *one, const char *about,
     struct busy_nos *nos, struct err *err)
{
    const struct busy_ones *ones =
        kind == BUSY_DEVICE ? &booking->busy->machines : &booking->busy->people;
    if (nos || !booking->passes || kind == BUSY_ROOM)
        return pass_anew(booking, kind, one, about, nos, err);
    if (one < ones->items || one >= ones->items + ones->count) /* a stranger */
        return pass_anew(booking, kind, one, about, nos, err);
    ptrdiff_t i = one - ones->items;
    int64_t *day = &booking->passes->of[kind].day[i];
    bool *passes = &booking->passes->of[kind].passes[i];
    if (*day != booking->want.day) {
        int result = pass_anew(booking, kind, one, about, NULL, err);
        if (result < 0)
            return -1;
        *day = booking->want.day;
        *passes = result != 0;
    }
    return *passes;
}

/* ---- one of them ----------------------------------------------------------------------------- */

static bool
has_word(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)) != NULL; at += length) {
        bool begins = at == words || strchr(" ,;/", at[-1]),
             ends = !at[length] || strchr(" ,;/", at[length]);
        if (begins && ends)
            return true;
    }
    return false;
}

static bool
suits_room(const struct booking *booking, const struct busy_one *one, const char *about,
           struct busy_nos *nos)
{
    const struct busy *busy = booking->busy;
    if (one->to_on == INT64_MIN) {
        if (keeps_rooms(busy))
            busy_say(busy, nos, about, "room", _("%s has no such room: medi-roster resource list"),
                     busy->store);
        return !keeps_rooms(busy);
    }
    if (booking->want.day < one->from_on || booking->want.day > one->to_on) {
        busy_say(busy, nos, about, "room", _("is not in use on that day"));
        return false;
    }
    if (one->suits && !has_word(one->suits, booking->project->kind)) {
        busy_say(busy, nos, about, "room", _("is for %s, and %s is %s"), one->suits,
                 booking->project->code, booking->project->kind);
        return false;
    }
    return true;
}

static bool
suits_person(const struct booking *booking, enum busy_kind kind, const struct busy_one *one,
             const char *about, struct busy_nos *nos)
{
    const struct busy *busy = booking->busy;
    bool fits = strcmp(one->suits, busy_word(kind)) == 0;
    if (!fits)
        busy_say(busy, nos, about, "role", _("%s is %s, no %s"), one->code, one->suits,
                 busy_word(kind));
    return busy_works(busy, one, about, &booking->want, nos) && fits;
}

/* Everything that stands against one: 1 nothing, 0, -1. */
static int
fits(struct booking *booking, enum busy_kind kind, const struct busy_one *one, struct busy_nos *nos,
     struct err *err)
{
    const char *about =
        nos ? arena_printf(booking->arena, "%s %s", busy_word(kind), one->code) : "";
    bool suits = kind == BUSY_ROOM     ? suits_room(booking, one, about, nos)
                 : kind == BUSY_DEVICE ? true
                                       : suits_person(booking, kind, one, about, nos);
    if (!suits && !nos)
        return 0;
    bool is_free = busy_is_free(booking->busy, one, about, &booking->want, nos);
    if (!is_free && !nos)
        return 0;
    int passes = pass(booking, kind, one, about, nos, err);
    return passes < 0 ? -1 : suits && is_free && passes;
}

/* ---- choosing -------------------------------------------------------------------------------- */

static bool
is_candidate(const struct booking *booking, enum busy_kind kind, const struct busy_one *one)
{
    if (kind == BUSY_ROOM)
        return one->to_on != INT64_MIN;
    if (kind == BUSY_DEVICE)
        return one->suits && booking->project->device_kind &&
               strcmp(one->suits, booking->project->device_kind) == 0;
    return strcmp(one->suits, busy_word(kind)) == 0 &&
           !(kind == BUSY_NURSE && booking->chosen[BUSY_DOCTOR] == one);
}

static const struct busy_ones *
ones_of(const struct booking *booking, enum busy_kind kind)
{
    return kind == BUSY_ROOM     ? &booking->busy->rooms
           : kind == BUSY_DEVICE ? &booking->busy->machines
                                 : &booking->busy->people;
}

/* Rooms and machines wait for nobody: of them only the minutes taken are compared. */
static bool
is_better(enum busy_kind kind, const struct busy_gaps *gaps, const struct busy_gaps *best)
{
    int64_t a = kind == BUSY_ROOM || kind == BUSY_DEVICE ? 0 : booking_idle(gaps);
    int64_t b = kind == BUSY_ROOM || kind == BUSY_DEVICE ? 0 : booking_idle(best);
    return a != b ? a < b : gaps->taken < best->taken;
}

static int
choose(struct booking *booking, enum busy_kind kind, struct err *err)
{
    const struct busy_ones *ones = ones_of(booking, kind);
    const struct busy_one *best = NULL;
    for (int i = 0; i < ones->count; i++) {
        const struct busy_one *one = &ones->items[i];
        struct busy_gaps gaps;
        if (!is_candidate(booking, kind, one) ||
            !busy_is_free(booking->busy, one, "", &booking->want, NULL))
            continue;
        busy_gaps(booking->busy, one, &booking->want, &gaps);
        if (best && !is_better(kind, &gaps, &booking->gaps[kind]))
            continue;
        int result = fits(booking, kind, one, NULL, err);
        if (result < 0)
            return -1;
        if (result) {
            best = one;
            booking->gaps[kind] = gaps;
        }
    }
    booking->chosen[kind] = best;
    return best != NULL;
}

/* Why nobody could be chosen: of each the first reason. */
static int
say_none(struct booking *booking, enum busy_kind kind, struct err *err)
{
    enum { NAMED_MOST = 6 };
    const struct busy_ones *ones = ones_of(booking, kind);
    const char *words = "";
    int count = 0;
    for (int i = 0; i < ones->count; i++) {
        struct busy_nos nos = {0};
        if (!is_candidate(booking, kind, &ones->items[i]) || count++ >= NAMED_MOST)
            continue;
        if (fits(booking, kind, &ones->items[i], &nos, err) < 0)
            return -1;
        words = arena_printf(booking->arena, "%s%s%s %s", words, count > 1 ? "; " : "",
                             ones->items[i].code, nos.count ? nos.items[0].words : "?");
    }
    if (!count)
        busy_say(booking->busy, &booking->nos, busy_word(kind), "none", _("%s has none%s%s"),
                 booking->busy->store, kind == BUSY_DEVICE ? " " : "",
                 kind == BUSY_DEVICE ? booking->project->device_kind : "");
    else
        busy_say(booking->busy, &booking->nos, busy_word(kind), "none", _("none of %d can: %s%s"),
                 count, words, count > NAMED_MOST ? " …" : "");
    return 0;
}

/* ---- all of them ----------------------------------------------------------------------------- */

/* One that bookings and files do not know is judged all the same. */
static const struct busy_one *
find_named(struct booking *booking, enum busy_kind kind)
{
    const struct busy_one *one = busy_find(ones_of(booking, kind), booking->named[kind]);
    if (one)
        return one;
    struct busy_one *stranger = arena_alloc(booking->arena, sizeof *stranger);
    *stranger = (struct busy_one){.kind = kind,
                                  .code = booking->named[kind],
                                  .suits = "?",
                                  .from_on = INT64_MIN,
                                  .to_on = INT64_MIN};
    return stranger;
}

static int
take(struct booking *booking, enum busy_kind kind, bool words, struct err *err)
{
    const char *named = booking->named[kind];
    int result;
    booking->chosen[kind] = NULL;
    if (named && strcmp(named, BOOKING_ANY) != 0) {
        const struct busy_one *one = find_named(booking, kind);
        booking->chosen[kind] = one;
        if (kind == BUSY_DOCTOR || kind == BUSY_NURSE)
            busy_gaps(booking->busy, one, &booking->want, &booking->gaps[kind]);
        return fits(booking, kind, one, words ? &booking->nos : NULL, err);
    }
    if (!named && (booking->as_is || !is_needed(booking, kind)))
        return 1;
    result = choose(booking, kind, err);
    if (result == 0 && words && say_none(booking, kind, err) < 0)
        return -1;
    return result;
}

static bool
client_is_free(const struct booking *booking, struct busy_nos *nos)
{
    if (!booking->busy->client.count)
        return true;
    const char *about = nos ? arena_printf(booking->arena, "client %s", booking->client) : "";
    return busy_is_free(booking->busy, &booking->busy->client.items[0], about, &booking->want, nos);
}

int
booking_try(struct booking *booking, struct err *err)
{
    if (booking->want.starts_at < booking->now ||
        !busy_is_open(booking->busy, &booking->want, NULL) || !client_is_free(booking, NULL))
        return 0;
    int store = pass_store(booking, NULL, err);
    if (store <= 0)
        return store;
    for (int kind = BUSY_DOCTOR; kind <= BUSY_DEVICE; kind++) {
        int result = take(booking, (enum busy_kind)kind, false, err);
        if (result <= 0)
            return result;
    }
    return 1;
}

int
booking_ask(struct booking *booking, struct err *err)
{
    const struct busy *busy = booking->busy;
    booking->nos.count = 0;
    if (booking->want.starts_at < booking->now)
        busy_say(busy, &booking->nos, "time", "past", _("%s is over"),
                 busy_time(busy, booking->want.starts_at, INT64_MIN));
    busy_is_open(busy, &booking->want, &booking->nos);
    if (pass_store(booking, &booking->nos, err) < 0)
        return -1;
    client_is_free(booking, &booking->nos);
    for (int kind = BUSY_DOCTOR; kind <= BUSY_DEVICE; kind++)
        if (take(booking, (enum busy_kind)kind, true, err) < 0)
            return -1;
    return booking->nos.count == 0;
}
