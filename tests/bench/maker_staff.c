/* Who works in the stores, and their licences: renewed in time, and of the right department. */
#include <string.h>

#include "maker.h"
#include "maker_name.h"

/* ---- licences ------------------------------------------------------------------------------- */

struct person {
    enum role role;
    int store, number; /* store 0: the chain's */
    int64_t hired_on;
    const char *title;
    enum department department; /* of a doctor */
};

static const char *
physician_scope(enum department department)
{
    static const char *const scopes[] = {"皮肤病与性病专业", "外科专业", "口腔专业", "中医专业"};
    return scopes[department];
}

static void
licence_row(struct world *world, const struct person *person, const char *kind, const char *number,
            const char *scope, int64_t from, int64_t to)
{
    struct sheet *sheet = &world->sheets[SHEET_LICENCES];
    sheet_staff(sheet, person->role, person->store, person->number);
    sheet_text(sheet, kind);
    sheet_text(sheet, number);
    sheet_text(sheet, scope);
    sheet_text(sheet, world->stores[person->store - 1].code);
    sheet_day(sheet, from);
    if (to)
        sheet_day(sheet, to);
    else
        sheet_none(sheet);
    sheet_row(sheet);
}

/* A licence that runs for some years, with its renewals, from the hiring to beyond the period. */
static void
licence_renewed(struct world *world, const struct person *person, const char *kind,
                const char *scope, int years)
{
    char number[64];
    int64_t from = person->hired_on - 200, renewals = 0;
    while (from < world->end_day + 60) {
        int64_t next = day_add_months(from, years * 12);
        snprintf(number, sizeof number, "%s3301%02d%03d%02d-%d", kind[0] == 'c' ? "ZZ" : "HL",
                 person->store, person->number, (int)person->role, (int)++renewals);
        licence_row(world, person, kind, number, scope, from, next - 1);
        from = next;
    }
}

static void
licences_write(struct world *world, const struct person *person)
{
    char number[64];
    if (person->role == ROLE_DOCTOR) {
        snprintf(number, sizeof number, "11033990%03d%04d", person->store, person->number);
        licence_row(world, person, "physician", number, physician_scope(person->department),
                    person->hired_on - 2200, 0);
        licence_renewed(world, person, "chief-physician", department_name(person->department), 5);
    } else if (person->role == ROLE_NURSE) {
        licence_renewed(world, person, "nurse", "护理", 5);
    } else if (person->role == ROLE_TECHNICIAN) {
        licence_renewed(world, person, "device", "激光与光电设备操作", 3);
    }
}

/* ---- people --------------------------------------------------------------------------------- */

static void
staff_row(struct world *world, const struct person *person, int64_t left_on)
{
    static const char *const roles[] = {"doctor",  "nurse",      "consultant", "front-desk",
                                        "manager", "technician", "buyer",      "marketing"};
    struct sheet *sheet = &world->sheets[SHEET_STAFF];
    char name[NAME_ROOM], phone[PHONE_ROOM];
    struct rng rng;
    uint64_t index =
        (uint64_t)person->store * 10000 + (uint64_t)person->role * 1000 + (uint64_t)person->number;
    rng_stream(&rng, world->options.seed, STREAM_STAFF, index);
    name_draw(&rng, rng_chance(&rng, person->role == ROLE_DOCTOR ? 450 : 850), name);
    phone_make(900000000 + index, phone);
    sheet_staff(sheet, person->role, person->store, person->number);
    sheet_text(sheet, name);
    sheet_text(sheet, roles[person->role]);
    sheet_text(sheet, person->store ? world->stores[person->store - 1].code : "");
    sheet_text(sheet, person->title);
    sheet_text(sheet, phone);
    sheet_day(sheet, person->hired_on);
    if (left_on)
        sheet_day(sheet, left_on);
    else
        sheet_none(sheet);
    sheet_row(sheet);
    licences_write(world, person);
}

static int64_t
hired_on(const struct world *world, const struct store *store, int spread)
{
    int64_t start = store->opened_on < world->first_day ? store->opened_on : store->opened_on - 30;
    int64_t latest = store->opened_on < world->first_day ? world->first_day - 30 : start;
    return latest > start ? start + spread * 97 % (latest - start) : start;
}

static void
teams_write(struct world *world, const struct store *store)
{
    static const char *const titles[] = {"主治医师", "副主任医师", "主治医师", "主任医师"};
    for (int i = 0; i < store->team_count; i++) {
        struct person doctor = {ROLE_DOCTOR,
                                store->number,
                                i + 1,
                                hired_on(world, store, i),
                                titles[(i + 1) % 4],
                                store->teams[i].department};
        struct person nurse = {ROLE_NURSE,
                               store->number,
                               i + 1,
                               hired_on(world, store, i + 5),
                               i % 3 ? "护士" : "护师",
                               DEPT_SKIN};
        staff_row(world, &doctor, 0);
        staff_row(world, &nurse, 0);
    }
}

static void
crew_write(struct world *world, const struct store *store, enum role role, int count,
           const char *title)
{
    for (int i = 0; i < count; i++) {
        struct person person = {role,  store->number, i + 1, hired_on(world, store, i + (int)role),
                                title, DEPT_SKIN};
        bool leaves = role == ROLE_CONSULTANT && i == 1;
        staff_row(world, &person, leaves ? store->turnover - 1 : 0);
    }
}

static void
store_staff_write(struct world *world, const struct store *store)
{
    struct person successor = {ROLE_CONSULTANT,     store->number, store->consultants + 1,
                               store->turnover - 7, "咨询师",      DEPT_SKIN};
    crew_write(world, store, ROLE_MANAGER, 1, store->clinic ? "店长" : "院长");
    crew_write(world, store, ROLE_DESK, store->desks, "前台接待");
    crew_write(world, store, ROLE_CONSULTANT, store->consultants, "咨询师");
    staff_row(world, &successor, 0);
    teams_write(world, store);
    crew_write(world, store, ROLE_TECHNICIAN, 1 + store->team_count / 4, "皮肤管理师");
}

void
staff_write(struct world *world)
{
    int64_t hired = world->first_day - 700;
    for (int i = 0; i < world->options.stores; i++)
        store_staff_write(world, &world->stores[i]);
    staff_row(world, &(struct person){ROLE_BUYER, 0, 1, hired, "采购主管", DEPT_SKIN}, 0);
    staff_row(world, &(struct person){ROLE_MARKETING, 0, 1, hired, "市场经理", DEPT_SKIN}, 0);
    staff_row(world, &(struct person){ROLE_MARKETING, 0, 2, hired, "网络客服", DEPT_SKIN}, 0);
}
