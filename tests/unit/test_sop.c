#include "clinic.h"

#include "visit/sop.h"

Suite *sop_suite(void);

/*
 * The standard procedure, action by action: what follows was written before what judges it. One visit is the base; each
 * of the 68 actions has what brings it about there (`given`), what makes it done at the very last moment, and, where it
 * has a limit, what makes it late by a second. Without either it is missing.
 *
 * In these statements @N is N seconds after the client arrived: 10:00 of 2025-06-01 in S01, day 20240.
 */

static struct clinic clinic;
static struct err err;
static struct sop sop;

enum { ARRIVED = 1748743200, DAY = 20240, YEAR = 366 * 86400 };

static const char base[] =
    "UPDATE project SET consent = 'K', device_kind = 'laser' WHERE id = 1;"
    "INSERT INTO consent_form (id, code, series, version, name, valid_from) VALUES (1, 'K1', 'K', "
    "1, 'k', 20000),"
    " (2, 'K2', 'K', 2, 'k', 20100);"
    "INSERT INTO project_exam VALUES (1, 1, 'blood-routine', 30), (2, 1, 'coagulation', 30);"
    "INSERT INTO item (id, code, name, kind, unit, storage, controlled) VALUES (1, 'I1', 'i', "
    "'drug', 'U', 'cold', 1),"
    " (2, 'I2', 'j', 'consumable', 'pc', 'ambient', 0);"
    "INSERT INTO kit VALUES (1, 1, 1, 20, 0);"
    "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, cost_fen) "
    "VALUES"
    " (1, 1, 1, 'L1', 20600, 20200, 1000, 100), (1, 2, 1, 'L2', 20600, 20200, 1000, 100);"
    "INSERT INTO equipment (store_id, id, code, name, kind, state, calibrate) VALUES (1, 1, 'E1', "
    "'e', 'laser', 'ok', 1);"
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status, "
    "consultant_id, doctor_id) VALUES"
    " (1, 1, 'V1', 1, @0, 20240, 'consult', 'finished', 4, 1);"
    "INSERT INTO consultation (store_id, id, code, client_id, visit_id, consultant_id, project_id, "
    "started_at, day, outcome)"
    " VALUES (1, 1, 'K1', 1, 1, 4, 1, @1800, 20240, 'deal');"
    "INSERT INTO objection (store_id, id, code, client_id, visit_id, kind, at, day, resolved) "
    "VALUES"
    " (1, 1, 'Q1', 1, 1, 'price', @2000, 20240, 0);"
    "INSERT INTO payment (store_id, id, code, order_code, client_id, visit_id, project_id, kind, "
    "class, quantity, amount_fen,"
    " paid_at, day) VALUES (1, 1, 'Y1', 'H1', 1, 1, 1, 'payment', 'sale', 1, 100, @6000, 20240);"
    "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, "
    "device, started_at, ended_at, day,"
    " status, quantity, recognised_fen) VALUES (1, 1, 'T1', 1, 1, 1, 1, 'E1', @7200, @9000, 20240, "
    "'completed', 1, 0);"
    /* and a neighbour, whose records are nobody else's */
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES"
    " (1, 2, 'V2', 2, @0, 20240, 'other', 'finished');";

#define CALIBRATED(values)                                                                         \
    "INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed) "       \
    "VALUES "                                                                                      \
    "(" values ");"
#define DONE(action, at)                                                                           \
    "INSERT INTO sop_done (store_id, id, visit_id, action, at, day) VALUES (1, 1, 1, '" action     \
    "', @" at ", 20240);"
#define NOTICE(kind, project, ack, at)                                                             \
    "INSERT INTO notice (store_id, id, code, client_id, visit_id, project_id, kind, at, day, "     \
    "acknowledged) VALUES (1, 1, 'N1', 1, 1, " project ", '" kind "', @" at ", 20240, " ack ");"
#define CONSENT(at)                                                                                \
    "INSERT INTO consent (id, client_id, purpose, way, given, at, proof) VALUES (1, 1, 'care', "   \
    "'any', 1, @" at ", 'p');"
#define PLAN(at, doctor, state)                                                                    \
    "INSERT INTO plan (store_id, id, code, client_id, visit_id, doctor_id, at, day, state) "       \
    "VALUES (1, 1, 'P1', 1, 1, " doctor ", @" at ", 20240, '" state "');"
#define CONTRACT(at, reviewed, signed, proof)                                                      \
    "INSERT INTO contract (store_id, id, code, client_id, visit_id, at, day, state, list_fen, "    \
    "amount_fen, reviewed_at, signed_at, proof) VALUES (1, 1, 'H1', 1, 1, @" at                    \
    ", 20240, 'draft', 0, 0, " reviewed ", " signed ", " proof ");"
#define SIGNATURE(signer, form, staff, at)                                                         \
    "INSERT INTO signature (store_id, id, code, client_id, visit_id, project_id, form_id, "        \
    "signed_at, day, signer, staff_id, proof) VALUES (1, 1, 'G1', 1, 1, 1, " form ", @" at         \
    ", 20240, '" signer "', " staff ", 'p');"
#define EXAM(id, kind, result, staff, at, day)                                                     \
    "INSERT INTO exam (store_id, id, code, client_id, kind, taken_at, day, result, staff_id) "     \
    "VALUES (1, " id ", 'X" id "', 1, '" kind "', @" at ", " day ", '" result "', " staff ");"
#define EXAMS(result, staff, at, day)                                                              \
    EXAM("1", "blood-routine", result, staff, at, day)                                             \
    EXAM("2", "coagulation", result, staff, at, day)
#define ASSESSMENT(history, at)                                                                    \
    "INSERT INTO assessment (store_id, id, code, client_id, visit_id, project_id, staff_id, at, "  \
    "day, in_person, verdict, history, allergy) VALUES (1, 1, 'A1', 1, 1, 1, 1, @" at              \
    ", 20240, 1, 'fit', " history ", " history ");"
#define CHECKED(at, confirmed)                                                                     \
    "INSERT INTO product_check (store_id, id, code, client_id, visit_id, project_id, item_id, "    \
    "lot_id, at, day, confirmed_at) VALUES (1, 1, 'C1', 1, 1, 1, 1, 1, @" at ", 20240, " confirmed \
    ");"
#define USED                                                                                       \
    "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, "    \
    "cost_fen) VALUES (1, 1, 1, 1, 1, 1, 20, 5);"
#define MOVE(second, at)                                                                           \
    "INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, "  \
    "day, treatment_id, staff_id, second_id) VALUES (1, 1, 'M1', 1, 1, 'use', -20, -5, @" at       \
    ", 20240, 1, 3, " second ");"
#define CARE(at, proof, next)                                                                      \
    "INSERT INTO care (store_id, id, code, client_id, treatment_id, at, day, staff_id, advice, "   \
    "next_on, proof) VALUES (1, 1, 'C1', 1, 1, @" at ", 20240, 3, 'a', " next ", " proof ");"
#define TOUCH(at)                                                                                  \
    "INSERT INTO touch (store_id, id, code, client_id, kind, at, day, staff_id, inbound) VALUES "  \
    "(1, 1, 'O1', 1, 'follow-up', @" at ", 20240 + @" at " / 86400 - @0 / 86400, 3, 0);"
#define BACK(at)                                                                                   \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES "  \
    "(1, 9, 'V9', 1, @" at ", @" at " / 86400, 'review', 'finished');"
#define EVALUATION(term, rater, good, remedy, at)                                                  \
    "INSERT INTO evaluation (store_id, id, code, client_id, treatment_id, term, rater, at, day, "  \
    "score, as_expected, cause, remedy) VALUES (1, 1, 'E1', 1, 1, '" term "', '" rater "', @" at   \
    ", @" at " / 86400, 3, " good ", " remedy ", " remedy ");"
#define ADVERSE(confirmed)                                                                         \
    "INSERT INTO adverse (store_id, id, code, client_id, treatment_id, kind, grade, found_at, "    \
    "day, confirmed, state) VALUES (1, 1, 'X1', 1, 1, 'burn', 1, @90000, 20241, " confirmed        \
    ", 'open');"
#define MINOR "UPDATE client SET birthday = 14000 WHERE id = 1;"

static const struct walk {
    const char *action, *given, *done, *late;
} walks[] = {
    {"reception.greet", "", DONE("reception.greet", "180"), DONE("reception.greet", "181")},
    {"reception.wait", "", "UPDATE visit SET seen_at = @900 WHERE id = 1;",
     "UPDATE visit SET seen_at = @901 WHERE id = 1;"},
    {"reception.identity", "", DONE("reception.identity", "900"),
     DONE("reception.identity", "901")},
    {"reception.owner", "", "UPDATE client SET owner_id = 4 WHERE id = 1;", NULL},
    {"reception.privacy", "", NOTICE("privacy", "NULL", "1", "1800"),
     NOTICE("privacy", "NULL", "1", "1801")},
    {"reception.consent", "", CONSENT("1800"), CONSENT("1801")},

    {"needs.consult", "DELETE FROM consultation;",
     "INSERT INTO consultation (store_id, id, code, client_id, visit_id, started_at, day, outcome) "
     "VALUES (1, 1, 'K1', 1, 1, @1800, 20240, 'pending');",
     "INSERT INTO consultation (store_id, id, code, client_id, visit_id, started_at, day, outcome) "
     "VALUES (1, 1, 'K1', 1, 1, @1801, 20240, 'pending');"},
    {"needs.need", "", "UPDATE consultation SET need = note_blob;", NULL},
    {"needs.expectation", "", "UPDATE consultation SET expectation = note_blob;", NULL},
    {"needs.concern", "", "UPDATE consultation SET concern = note_blob;", NULL},
    {"needs.budget", "", "UPDATE consultation SET budget_fen = 100;", NULL},
    {"needs.history", "", "UPDATE client SET history = name WHERE id = 1;", NULL},

    {"risk.told", "", NOTICE("risk", "1", "0", "7200"), NOTICE("risk", "1", "0", "7201")},
    {"risk.acknowledged", "", NOTICE("risk", "NULL", "1", "7200"),
     NOTICE("risk", "1", "1", "7201")},
    {"risk.alternative", "", NOTICE("alternative", "1", "0", "7200"),
     NOTICE("alternative", "1", "0", "7201")},
    {"risk.explained", "", SIGNATURE("client", "2", "1", "7000"), NULL},
    {"risk.doubts", "", "UPDATE objection SET resolved = 1;", NULL},
    {"risk.leaflet", "", DONE("risk.leaflet", "7200"), DONE("risk.leaflet", "7201")},

    {"plan.proposed", "", PLAN("7200", "NULL", "proposed"), PLAN("7201", "NULL", "proposed")},
    {"plan.lines", PLAN("4000", "NULL", "proposed"),
     "INSERT INTO plan_line VALUES (1, 1, 1, 1, 1, 1, 100);", NULL},
    {"plan.doctor", PLAN("4000", "NULL", "proposed"), "UPDATE plan SET doctor_id = 1;", NULL},
    {"plan.consult", "", "UPDATE consultation SET doctor_id = 1;", NULL},
    {"plan.price", "", NOTICE("price", "NULL", "0", "6000"), NOTICE("price", "NULL", "0", "6001")},
    {"plan.agreed", PLAN("4000", "NULL", "proposed"), "UPDATE plan SET state = 'agreed';", NULL},

    {"contract.drafted", "", CONTRACT("6000", "NULL", "NULL", "NULL"),
     CONTRACT("6001", "NULL", "NULL", "NULL")},
    {"contract.lines", CONTRACT("5000", "NULL", "NULL", "NULL"),
     "INSERT INTO contract_line VALUES (1, 1, 1, 1, 1, NULL, 1, 100, 100, 0);", NULL},
    {"contract.reviewed", CONTRACT("5000", "NULL", "@5500", "NULL"),
     "UPDATE contract SET reviewed_at = @5500;", "UPDATE contract SET reviewed_at = @5501;"},
    {"contract.signed", "", CONTRACT("5000", "NULL", "@6000", "NULL"),
     CONTRACT("5000", "NULL", "@6001", "NULL")},
    {"contract.filed", CONTRACT("5000", "NULL", "@5500", "NULL"),
     "UPDATE contract SET proof = 'p';", NULL},
    {"contract.paid", CONTRACT("5000", "NULL", "@5500", "NULL") "DELETE FROM payment;",
     "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, quantity, "
     "amount_fen, paid_at, day) VALUES (1, 1, 'Y1', 'H1', 1, 'payment', 'sale', 1, 100, @91900, "
     "20241);",
     "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, quantity, "
     "amount_fen, paid_at, day) VALUES (1, 1, 'Y1', 'H1', 1, 'payment', 'sale', 1, 100, @91901, "
     "20241);"},

    {"record.file", "",
     "UPDATE client SET phone = name, gender = 'female', birthday = 7000 WHERE id = 1;", NULL},
    {"record.allergy", "", "UPDATE client SET allergy = name WHERE id = 1;", NULL},
    {"record.nurse", "", "UPDATE client SET nurse_id = 3 WHERE id = 1;", NULL},
    {"record.picture", "",
     "INSERT INTO album (store_id, id, code, client_id, project_id, before_ref, taken_on, scope) "
     "SELECT 1, 1, 'A1', 1, 1, name, 20210, 'record' FROM client WHERE id = 1;",
     NULL},
    {"record.filed", "", DONE("record.filed", "95400"), DONE("record.filed", "95401")},

    {"examination.taken", EXAM("1", "blood-routine", "pending", "NULL", "-1000", "20240"),
     EXAM("2", "coagulation", "pending", "NULL", "7200", "20240"),
     EXAM("2", "coagulation", "pending", "NULL", "7201", "20240")},
    {"examination.judged", EXAMS("normal", "NULL", "-1000", "20240"),
     "UPDATE exam SET staff_id = 1;", NULL},
    {"examination.valid", EXAMS("abnormal", "1", "-1000", "20240"),
     "UPDATE exam SET result = 'acceptable', day = 20210;", NULL},
    {"examination.assessed", "", ASSESSMENT("NULL", "7200"), ASSESSMENT("NULL", "7201")},
    {"examination.history", ASSESSMENT("NULL", "7000"),
     "UPDATE assessment SET history = (SELECT name FROM client WHERE id = 1), "
     "allergy = (SELECT name FROM client WHERE id = 1);",
     NULL},

    {"preparation.consent", "", SIGNATURE("client", "2", "NULL", "7200"),
     SIGNATURE("client", "2", "NULL", "7201")},
    {"preparation.version", SIGNATURE("client", "1", "NULL", "7000"),
     "UPDATE signature SET form_id = 2;", NULL},
    {"preparation.guardian", MINOR, SIGNATURE("guardian", "2", "NULL", "7200"),
     SIGNATURE("guardian", "2", "NULL", "7201")},
    {"preparation.product", "", USED CHECKED("7200", "NULL"), USED CHECKED("7201", "NULL")},
    {"preparation.shown", CHECKED("7000", "NULL"), "UPDATE product_check SET confirmed_at = @7200;",
     "UPDATE product_check SET confirmed_at = @7201;"},
    {"preparation.device", "", CALIBRATED("1, 1, 'C1', 1, 20000, 20240, 1"), NULL},
    {"preparation.verify", "", DONE("preparation.verify", "7200"),
     DONE("preparation.verify", "7201")},

    {"operation.licence", "",
     "INSERT INTO licence (id, staff_id, kind, number, valid_from, valid_to) VALUES (1, 1, "
     "'physician', 'n', 20240, 20240);",
     NULL},
    {"operation.started", "UPDATE treatment SET status = 'preparation';", /* it was never begun */
     "UPDATE treatment SET status = 'completed', started_at = @10800, ended_at = @10801;",
     "UPDATE treatment SET status = 'completed', started_at = @10801, ended_at = @10802;"},
    {"operation.disinfect", "", DONE("operation.disinfect", "7200"),
     DONE("operation.disinfect", "7201")},
    {"operation.nurse", "",
     "INSERT INTO treatment_hand (store_id, id, treatment_id, staff_id, part) VALUES (1, 1, 1, 3, "
     "'assistant');",
     NULL},
    {"operation.items", "", USED, NULL},
    {"operation.second", USED, MOVE("1", "12600"), MOVE("1", "12601")},
    {"operation.ended", "UPDATE treatment SET ended_at = NULL;",
     "UPDATE treatment SET ended_at = @36000;", "UPDATE treatment SET ended_at = @36001;"},

    {"care.advice", "", CARE("16200", "NULL", "NULL"), CARE("16201", "NULL", "NULL")},
    {"care.written", "", CARE("95400", "'p'", "NULL"), CARE("95401", "'p'", "NULL")},
    {"care.next", "", CARE("95400", "NULL", "20254"), CARE("95401", "NULL", "20254")},
    {"care.observe", "", DONE("care.observe", "12600"), DONE("care.observe", "12601")},
    {"care.leave", "", "UPDATE visit SET left_at = @23400 WHERE id = 1;",
     "UPDATE visit SET left_at = @23401 WHERE id = 1;"},
    {"care.adverse", ADVERSE("0"), "UPDATE adverse SET confirmed = 1;", NULL},

    {"follow-up.day", "", TOUCH("95400"), TOUCH("95401")},
    {"follow-up.week", "", TOUCH("700200"), TOUCH("700201")},
    {"follow-up.month", "", TOUCH("3205800"), TOUCH("3205801")},
    {"follow-up.back", CARE("9600", "NULL", "20254"), BACK("1824000"), BACK("1824001")},

    {"evaluation.short", "", EVALUATION("short", "staff", "1", "NULL", "7957800"),
     EVALUATION("short", "staff", "1", "NULL", "7957801")},
    {"evaluation.client", "", EVALUATION("short", "client", "1", "NULL", "7957800"),
     EVALUATION("short", "client", "1", "NULL", "7957801")},
    {"evaluation.long", "", EVALUATION("long", "staff", "1", "NULL", "16425000"),
     EVALUATION("long", "staff", "1", "NULL", "16425001")},
    {"evaluation.remedy", EVALUATION("short", "client", "0", "NULL", "4000000"),
     "UPDATE evaluation SET cause = 'c', remedy = 'r';", NULL},
};
enum { WALKS = sizeof walks / sizeof *walks };

/* ---- the visit as it is judged ---------------------------------------------------------------------------------- */

/* @N as the moment N seconds after the arrival, and a sealed value where one is needed. */
static const char *
expand(const char *sql)
{
    struct str out = STR_INIT;
    for (const char *at = sql; *at;) {
        char *end;
        if (*at == '@') {
            str_addf(&out, "%lld", (long long)ARRIVED + strtoll(at + 1, &end, 10));
            at = end;
        } else if (str_starts(at, "note_blob")) {
            str_adds(&out, "(SELECT name FROM client WHERE id = 1)");
            at += strlen("note_blob");
        } else {
            str_addc(&out, *at++);
        }
    }
    const char *text = arena_strndup(&clinic.arena, out.text, out.length);
    str_release(&out);
    return text;
}

struct looking {
    const struct sop_action *action;
    int64_t as_of;
    struct sop_verdict verdict;
    const char *project; /* of the treatment that it is of, kept beyond the call */
    int visits;
};

static int
look(void *context, const struct sop_visit *visit, struct err *unused)
{
    struct looking *looking = context;
    (void)unused;
    sop_judge(&sop, visit, looking->action, looking->as_of, &looking->verdict);
    if (looking->verdict.treatment)
        looking->project = arena_strdup(&clinic.arena, looking->verdict.treatment->project);
    looking->visits++;
    return 0;
}

static struct looking
judged(const char *action, const char *code, int64_t as_of)
{
    struct sop_window window = {.as_of = as_of};
    struct looking looking = {.action = sop_find(&sop, action, &err), .as_of = as_of};
    ck_assert_msg(looking.action, "%s", err.text);
    ck_assert_int_eq(sop_find_visit(clinic.db, 1, code, &window, &err), 1);
    OK(sop_visits(clinic.db, &sop, &window, look, &looking, &err));
    ck_assert_int_eq(looking.visits, 1);
    return looking;
}

/* The action's state once the statements have run in a transaction of their own. */
static struct looking
after(const char *action, const char *given, const char *more, int64_t as_of)
{
    OK(db_begin(clinic.db, &err));
    OK(db_script(clinic.db, expand(base), &err));
    ck_assert_msg(db_script(clinic.db, expand(given), &err) == 0, "%s: %s", action, err.text);
    ck_assert_msg(db_script(clinic.db, expand(more), &err) == 0, "%s: %s", action, err.text);
    struct looking looking = judged(action, "V1", as_of);
    db_rollback(clinic.db);
    return looking;
}

#define STATE(looking, wanted, why)                                                                \
    ck_assert_msg((looking).verdict.state == (wanted), "%s %s: is %s, wanted %s", walk->action,    \
                  why, sop_state_name((looking).verdict.state), sop_state_name(wanted))

static void
setup(void)
{
    clinic_open(&clinic, "");
    err_clear(&err);
    OK(sop_load(&clinic.arena, &clinic.packs, &sop, &err));
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

/* ---- every action --------------------------------------------------------------------------------------------- */

static void
take(const struct walk *walk)
{
    const int64_t later = ARRIVED + YEAR + 90 * 86400;
    const struct sop_action *action = sop_find(&sop, walk->action, &err);
    ck_assert_msg(action, "%s", err.text);
    struct looking missing = after(walk->action, walk->given, "", later);
    STATE(missing, SOP_MISSING, "without its evidence");
    STATE(after(walk->action, walk->given, walk->done, later), SOP_DONE, "with it");
    ck_assert_msg((walk->late != NULL) == (action->rule.limit.of != NULL), "%s: limit",
                  walk->action);
    if (!walk->late)
        return;
    STATE(after(walk->action, walk->given, walk->late, later), SOP_LATE, "behind its limit");
    /* and before: nothing is missing up to the limit itself */
    int64_t limit = missing.verdict.limit;
    STATE(after(walk->action, walk->given, "", limit), SOP_OPEN, "at its limit");
    STATE(after(walk->action, walk->given, "", limit + 1), SOP_MISSING, "a second later");
}

START_TEST(test_sop_walk)
{
    take(&walks[_i]);
}
END_TEST

/* The table has each action of the pack once, in its order. */
START_TEST(test_sop_table)
{
    ck_assert_int_eq(sop.stage_count, 12);
    ck_assert_int_eq(sop.pack_count, 68);
    ck_assert_int_eq(WALKS, 68);
    for (int i = 0; i < WALKS; i++)
        ck_assert_str_eq(walks[i].action, sop.actions[i].id);
    static const char *const stages[] = {"接待", "需求",     "风险告知", "方案",
                                         "合同", "建档",     "检查",     "术前准备",
                                         "操作", "术后护理", "随访",     "评估"};
    for (int i = 0; i < sop.stage_count; i++)
        ck_assert_str_eq(sop.stages[i].zh, stages[i]);
}
END_TEST

/* Every fact that is declared is of use to the pack, and has a treatment or a visit. */
START_TEST(test_sop_facts)
{
    ck_assert_int_gt(sop.catalogue.count, 60);
    for (int i = 0; i < sop.catalogue.count; i++)
        ck_assert_msg(sop.catalogue.facts[i].used, "%s: no action asks for it",
                      sop.catalogue.facts[i].name);
}
END_TEST

/* The manual lists the facts that there are, and no others. */
START_TEST(test_sop_manual)
{
    char page[16384];
    FILE *file = fopen("share/man/medi-visit-sop-list.mdoc", "r");
    ck_assert_ptr_nonnull(file);
    page[fread(page, 1, sizeof page - 1, file)] = '\0';
    fclose(file);
    int listed = 0;
    for (int i = 0; i < sop.catalogue.count; i++) {
        const char *name = sop.catalogue.facts[i].name, *point = strchr(name, '.');
        char item[64];
        snprintf(item, sizeof item, ".It %.*s\n", (int)(point - name), name);
        const char *at = strstr(page, item), *end = at ? strchr(at + strlen(item), '\n') : NULL;
        ck_assert_msg(end, "%s: not in the manual", name);
        const char *found = strstr(at + strlen(item), point + 1);
        ck_assert_msg(found && found < end, "%s: not in the manual", name);
    }
    for (const char *at = page; (at = strstr(at, "\n.It ")); at++)
        for (const char *c = strchr(at + 1, '\n') + 1; *c && *c != '\n'; c++)
            listed += *c == ',' || c[1] == '\n';
    ck_assert_int_eq(listed, sop.catalogue.count);
}
END_TEST

/* On PostgreSQL the same, in one database. */
START_TEST(test_sop_walk_postgres)
{
    scratch_engine = POSTGRES;
    clinic_make(&clinic, &(struct db_options){0});
    scratch_engine = SQLITE;
    OK(sop_load(&clinic.arena, &clinic.packs, &sop, &err));
    for (int i = 0; i < WALKS; i++)
        take(&walks[i]);
    clinic_close(&clinic);
}
END_TEST

/* ---- when an action does not apply -------------------------------------------------------------------------------- */

/* A visit of an adult for something else, without a record of any kind: only the reception is due. */
START_TEST(test_sop_bare)
{
    struct str due = STR_INIT;
    OK(db_script(clinic.db, expand(base), &err));
    OK(db_script(clinic.db, "UPDATE client SET birthday = 7000 WHERE id = 2", &err));
    for (int i = 0; i < sop.count; i++)
        if (judged(sop.actions[i].id, "V2", ARRIVED + YEAR).verdict.state != SOP_NONE)
            str_addf(&due, "%s ", sop.actions[i].id);
    ck_assert_str_eq(due.text, "reception.greet reception.wait reception.identity reception.owner "
                               "reception.privacy reception.consent record.file ");
    str_release(&due);
}
END_TEST

/* Each condition, taken away from the base: the action is nobody's any more. */
static const struct unless {
    const char *action, *given;
} unlesses[] = {
    {"risk.explained", "UPDATE project SET consent = NULL WHERE id = 1;"},
    {"risk.doubts", "DELETE FROM objection;"},
    {"needs.need", "DELETE FROM consultation;"},
    {"plan.lines", ""},
    {"plan.price", "DELETE FROM payment;"},
    {"contract.drafted", "UPDATE project SET contract = 0 WHERE id = 1;"},
    {"contract.signed", "UPDATE payment SET class = 'gift';"},
    {"contract.lines", ""},
    {"contract.filed", CONTRACT("5000", "NULL", "NULL", "NULL")},
    {"contract.reviewed", ""},
    /* the second payment of an order that was signed in another visit */
    {"contract.signed",
     CONTRACT("5000", "NULL", "@5500", "NULL") "UPDATE contract SET visit_id = 2;"},
    {"record.picture", "UPDATE project SET kind = 'care' WHERE id = 1;"},
    {"examination.taken", "DELETE FROM project_exam;"},
    {"examination.history", ""},
    {"preparation.consent", "UPDATE project SET consent = NULL WHERE id = 1;"},
    {"preparation.version", ""},
    {"preparation.guardian",
     "UPDATE client SET birthday = 13665 WHERE id = 1;"}, /* 18 on the day */
    {"preparation.product", "DELETE FROM kit;"},
    {"preparation.product", "UPDATE item SET kind = 'consumable';"},
    {"preparation.device", "UPDATE project SET device_kind = NULL WHERE id = 1;"},
    {"operation.items", "DELETE FROM kit;"},
    {"operation.second", "UPDATE item SET controlled = 0;"},
    {"care.adverse", ""},
    {"follow-up.back", CARE("9600", "NULL", "NULL")},
    {"evaluation.remedy", EVALUATION("short", "client", "1", "NULL", "4000000")},
    {"operation.started", "UPDATE treatment SET status = 'entered-in-error';"},
    {"operation.licence", "UPDATE treatment SET status = 'preparation';"},
    {"operation.nurse", "UPDATE treatment SET status = 'preparation';"},
    {"risk.told", "UPDATE treatment SET status = 'preparation';"},
    {"examination.valid", "UPDATE treatment SET status = 'preparation';"},
    {"care.advice", "UPDATE treatment SET status = 'preparation';"},
    {"evaluation.short", "UPDATE project SET kind = 'exam' WHERE id = 1;"},
    {"care.observe", "UPDATE project SET kind = 'exam' WHERE id = 1;"},
    {"preparation.fasting", ""},
};

START_TEST(test_sop_unless)
{
    const struct unless *walk = &unlesses[_i];
    STATE(after(walk->action, walk->given, "", ARRIVED + YEAR), SOP_NONE, walk->given);
}
END_TEST

/* What only seems to be the evidence. */
static const struct walk seemings[] = {
    {"reception.consent",
     CONSENT(
         "0") "INSERT INTO consent (id, client_id, purpose, way, given, at, proof) VALUES (2, 1, "
              "'care', 'any', 0, @10, 'p');",
     NULL, NULL},
    {"reception.consent",
     "INSERT INTO consent (id, client_id, purpose, way, given, at, proof) VALUES (1, 1, "
     "'marketing', "
     "'any', 1, @10, 'p');",
     NULL, NULL},
    {"reception.privacy", NOTICE("privacy", "NULL", "0", "100"), NULL, NULL},
    {"risk.told", NOTICE("risk", "2", "1", "100"), NULL, NULL},
    {"risk.told", NOTICE("risk", "1", "1", "100") "UPDATE notice SET day = 20149;", NULL, NULL},
    {"risk.explained", SIGNATURE("client", "2", "3", "7000"), NULL, NULL},
    {"examination.valid", EXAMS("normal", "1", "-1000", "20209"), NULL, NULL},
    {"examination.valid", EXAM("1", "blood-routine", "normal", "1", "-1000", "20240"), NULL, NULL},
    /* a good one, and a newer one that is not */
    {"examination.valid",
     EXAMS("normal", "1", "-1000", "20240")
         EXAM("3", "coagulation", "abnormal", "1", "-500", "20240"),
     NULL, NULL},
    {"examination.assessed", ASSESSMENT("NULL", "7000") "UPDATE assessment SET staff_id = 4;", NULL,
     NULL},
    {"examination.assessed", ASSESSMENT("NULL", "7000") "UPDATE assessment SET in_person = 0;",
     NULL, NULL},
    {"examination.assessed", ASSESSMENT("NULL", "7000") "UPDATE assessment SET verdict = 'unfit';",
     NULL, NULL},
    {"examination.assessed", ASSESSMENT("NULL", "7000") "UPDATE assessment SET valid_to = 20239;",
     NULL, NULL},
    {"preparation.consent",
     SIGNATURE("client", "2", "1", "7000") "UPDATE signature SET withdrawn_at = @7100;", NULL,
     NULL},
    {"preparation.consent",
     SIGNATURE("client", "2", "1", "7000") "UPDATE signature SET project_id = 2;", NULL, NULL},
    {"preparation.guardian", MINOR SIGNATURE("client", "2", "1", "7000"), NULL, NULL},
    /* one of two lots */
    {"preparation.product",
     USED CHECKED("7000", "@7100") "INSERT INTO treatment_item (store_id, id, treatment_id, line, "
                                   "item_id, lot_id, quantity, cost_fen) VALUES "
                                   "(1, 2, 1, 2, 1, 2, 5, 1);",
     NULL, NULL},
    {"preparation.device", CALIBRATED("1, 1, 'C1', 1, 20000, 20239, 1"), NULL, NULL},
    {"preparation.device", CALIBRATED("1, 1, 'C1', 1, 20000, 20300, 0"), NULL, NULL},
    {"preparation.device",
     CALIBRATED("1, 1, 'C1', 1, 20000, 20300, 1") "UPDATE equipment SET kind = 'ipl';", NULL, NULL},
    {"operation.licence",
     "INSERT INTO licence (id, staff_id, kind, number, valid_to) VALUES (1, 1, 'physician', 'n', "
     "20239);",
     NULL, NULL},
    {"operation.licence",
     "INSERT INTO licence (id, staff_id, kind, number) VALUES (1, 2, 'physician', 'n');", NULL,
     NULL},
    {"operation.licence",
     "INSERT INTO licence (id, staff_id, kind, number, store_id) VALUES (1, 1, 'physician', 'n', "
     "2);",
     NULL, NULL},
    {"operation.second", USED MOVE("3", "8000"), NULL, NULL},
    {"operation.second", USED MOVE("NULL", "8000"), NULL, NULL},
    {"contract.lines",
     CONTRACT("5000", "NULL", "NULL",
              "NULL") "INSERT INTO contract_line VALUES (1, 1, 1, 1, 1, NULL, 1, 100, 100, 0);"
                      "INSERT INTO contract (store_id, id, code, client_id, visit_id, at, day, "
                      "state, list_fen, amount_fen) VALUES "
                      "(1, 2, 'H2', 1, 1, @5000, 20240, 'draft', 0, 0);",
     NULL, NULL},
    {"follow-up.day", TOUCH("95400") "UPDATE touch SET inbound = 1;", NULL, NULL},
    {"follow-up.day", TOUCH("95400") "UPDATE touch SET kind = 'greeting';", NULL, NULL},
    {"follow-up.week", TOUCH("95400"), NULL, NULL},
    {"evaluation.client", EVALUATION("short", "staff", "1", "NULL", "7957800"), NULL, NULL},
    {"evaluation.remedy",
     EVALUATION("short", "client", "0", "NULL", "4000000") "UPDATE evaluation SET cause = 'c';",
     NULL, NULL},
};

START_TEST(test_sop_seeming)
{
    const struct walk *walk = &seemings[_i];
    STATE(after(walk->action, walk->given, "", ARRIVED + YEAR), SOP_MISSING, walk->given);
}
END_TEST

/* ---- several treatments, projects of their own, moments ----------------------------------------------------------- */

#define SECOND                                                                                     \
    "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, "      \
    "nurse_id, started_at, ended_at, day, status, quantity, recognised_fen) VALUES (1, 2, 'T2', "  \
    "1, 1, 2, 2, 3, @10000, @11000, 20240, 'completed', 1, 0);"

/* What one of two treatments lacks the visit lacks, and the project says which. */
START_TEST(test_sop_worst_of_two)
{
    const struct walk *walk = &(struct walk){"risk.told", NULL, NULL, NULL};
    struct looking two =
        after("risk.told", SECOND, NOTICE("risk", "1", "1", "7000"), ARRIVED + YEAR);
    STATE(two, SOP_MISSING, "of the second");
    ck_assert_str_eq(two.project, "P2");
    ck_assert_int_eq(two.verdict.answers, 2);
    two = after("risk.told", SECOND, NOTICE("risk", "NULL", "1", "9000"), ARRIVED + YEAR);
    STATE(two, SOP_LATE, "of the first");
    ck_assert_str_eq(two.project, "P1");
    two = after("risk.told", SECOND, NOTICE("risk", "NULL", "1", "7000"), ARRIVED + YEAR);
    STATE(two, SOP_DONE, "of both");
    /* a row of the visit counts from the last one's end */
    two = after("care.observe", SECOND, DONE("care.observe", "14600"), ARRIVED + YEAR);
    ck_assert_int_eq(two.verdict.state, SOP_DONE);
    ck_assert_int_eq(two.verdict.limit, ARRIVED + 11000 + 3600);
    /* and before the first one's begin */
    two = after("preparation.verify", SECOND, DONE("preparation.verify", "9000"), ARRIVED + YEAR);
    ck_assert_int_eq(two.verdict.state, SOP_LATE);
}
END_TEST

START_TEST(test_sop_override)
{
    const char *surgery = "UPDATE project SET kind = 'surgery' WHERE id = 1;";
    struct looking looking =
        after("care.observe", surgery, DONE("care.observe", "16200"), ARRIVED + YEAR);
    ck_assert_int_eq(looking.verdict.state, SOP_DONE);
    ck_assert_int_eq(looking.verdict.limit, ARRIVED + 9000 + 7200);
    ck_assert_int_eq(after("operation.count", surgery, "", ARRIVED + YEAR).verdict.state,
                     SOP_MISSING);
    ck_assert_int_eq(
        after("operation.count", surgery, DONE("operation.count", "10800"), ARRIVED + YEAR)
            .verdict.state,
        SOP_DONE);
    ck_assert_int_eq(
        after("operation.count", surgery, DONE("operation.count", "10801"), ARRIVED + YEAR)
            .verdict.state,
        SOP_LATE);
    ck_assert_int_eq(after("operation.count", "", "", ARRIVED + YEAR).verdict.state, SOP_NONE);
}
END_TEST

/* A clinic's own file: for a project by its code, from a grade on, dropped, changed and added. */
START_TEST(test_sop_own_override)
{
    char folder[128];
    snprintf(folder, sizeof folder, "mkdir %s/sop", clinic.scratch.folder);
    ck_assert_int_eq(system(folder), 0);
    scratch_write(&clinic.scratch, "sop/lift.yaml",
                  "says: a lift\nprojects: [P1]\ndrop: [care.leave]\n"
                  "change:\n  care.observe: {within: 2 days, from: treatment.started}\n"
                  "add:\n  - {stage: care, id: care.bandage, zh: 绷带, en: bandage, role: nurse, "
                  "evidence: care.next, within: 1 hour, from: treatment.ended, grade: 3}\n");
    const struct packs own = {clinic.scratch.folder, "share/medi"};
    OK(sop_load(&clinic.arena, &own, &sop, &err));
    ck_assert_int_eq(sop.override_count, 3);
    ck_assert_int_eq(after("care.leave", "", "", ARRIVED + YEAR).verdict.state, SOP_NONE);
    ck_assert_int_eq(after("care.observe", "", "", ARRIVED + YEAR).verdict.limit,
                     ARRIVED + 7200 + 2 * 86400);
    ck_assert_int_eq(after("care.bandage", "", "", ARRIVED + YEAR).verdict.state, SOP_NONE);
    ck_assert_int_eq(
        after("care.bandage", "UPDATE project SET grade = 3 WHERE id = 1;", "", ARRIVED + YEAR)
            .verdict.state,
        SOP_MISSING);
    ck_assert_int_eq(unlink(scratch_file(&clinic.scratch, "sop/lift.yaml")), 0);
    ck_assert_int_eq(rmdir(scratch_file(&clinic.scratch, "sop")), 0);
}
END_TEST

/* Who did it, and who answers for it. */
START_TEST(test_sop_people)
{
    struct looking looking = after("follow-up.day", "", TOUCH("95400"), ARRIVED + YEAR);
    ck_assert_int_eq(looking.verdict.did, 3);
    ck_assert_int_eq(looking.verdict.answers, 3); /* nobody is named, so who did it */
    looking = after("follow-up.day", "UPDATE client SET nurse_id = 5 WHERE id = 1;", TOUCH("95400"),
                    ARRIVED + YEAR);
    ck_assert_int_eq(looking.verdict.did, 3);
    ck_assert_int_eq(looking.verdict.answers, 5);
    looking =
        after("follow-up.day",
              "UPDATE client SET nurse_id = 5 WHERE id = 1; UPDATE treatment SET nurse_id = 2;", "",
              ARRIVED + YEAR);
    ck_assert_int_eq(looking.verdict.answers, 2);
    looking = after("plan.consult", "", "UPDATE consultation SET doctor_id = 2;", ARRIVED + YEAR);
    ck_assert_int_eq(looking.verdict.did, 2);
    ck_assert_int_eq(looking.verdict.answers, 1);
}
END_TEST

/* What happened behind as-of has not happened: neither evidence nor what makes an action due. */
START_TEST(test_sop_as_of)
{
    ck_assert_int_eq(
        after("reception.greet", "", DONE("reception.greet", "100"), ARRIVED + 99).verdict.state,
        SOP_OPEN);
    ck_assert_int_eq(after("risk.told", "", "", ARRIVED + 7199).verdict.state, SOP_OPEN);
    ck_assert_int_eq(after("care.advice", "", "", ARRIVED + 8999).verdict.state, SOP_OPEN);
    ck_assert_int_eq(after("plan.price", "", "", ARRIVED + 5999).verdict.state, SOP_NONE);
    ck_assert_int_eq(after("needs.need", "", "", ARRIVED + 86399).verdict.state, SOP_OPEN);
    ck_assert_int_eq(after("needs.need", "", "", ARRIVED + 86400).verdict.state, SOP_MISSING);
    ck_assert_int_eq(
        after("needs.need", "UPDATE visit SET left_at = @8000;", "", ARRIVED + 8000).verdict.state,
        SOP_MISSING);
}
END_TEST

/* ---- reports ------------------------------------------------------------------------------------------------------ */

static struct sop_lines
report(unsigned cuts, int64_t store_id, int64_t from, int64_t to)
{
    struct sop_lines lines;
    const struct sop_window window = {
        .from = from, .to = to, .store_id = store_id, .as_of = ARRIVED + YEAR};
    OK(sop_report(clinic.db, &clinic.arena, &sop, &window, cuts, &lines, &err));
    return lines;
}

static struct sop_tally
sum(const struct sop_lines *lines)
{
    struct sop_tally all = {0};
    for (int i = 0; i < lines->count; i++) {
        all.done += lines->items[i].tally.done;
        all.late += lines->items[i].tally.late;
        all.missing += lines->items[i].tally.missing;
    }
    return all;
}

/* Every cut has the same whole, and it is what the visits have. */
START_TEST(test_sop_report_whole)
{
    OK(db_script(clinic.db, expand(base), &err));
    OK(db_script(clinic.db,
                 expand(SECOND DONE("reception.greet", "100") USED
                        "UPDATE visit SET seen_at = @901 WHERE id = 1;"),
                 &err));
    struct sop_tally whole = {0};
    for (int v = 1; v <= 2; v++)
        for (int i = 0; i < sop.count; i++) {
            enum sop_state state =
                judged(sop.actions[i].id, v == 1 ? "V1" : "V2", ARRIVED + YEAR).verdict.state;
            whole.done += state == SOP_DONE;
            whole.late += state == SOP_LATE;
            whole.missing += state == SOP_MISSING;
        }
    ck_assert_int_gt(whole.done, 3);
    ck_assert_int_eq(whole.late, 1);
    ck_assert_int_gt(whole.missing, 40);
    for (unsigned cuts = 0; cuts < 1u << SOP_CUTS; cuts++) {
        struct sop_lines lines = report(cuts, 0, DAY, DAY + 1);
        struct sop_tally all = sum(&lines);
        ck_assert_int_eq(all.done, whole.done);
        ck_assert_int_eq(all.late, whole.late);
        ck_assert_int_eq(all.missing, whole.missing);
        ck_assert(cuts || lines.count == 1);
    }
}
END_TEST

START_TEST(test_sop_report_window)
{
    OK(db_script(clinic.db, expand(base), &err));
    OK(db_script(
        clinic.db,
        "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES"
        " (2, 1, 'W1', 3, 1748743200, 20240, 'other', 'finished'),"
        " (1, 3, 'V3', 4, 1748743200, 20240, 'other', 'finished')," /* a test client */
        " (1, 4, 'V4', 1, 1748743200, 20240, 'other', 'cancelled'),"
        " (1, 5, 'V5', 1, 1748743200, 20240, 'other', 'planned'),"
        " (1, 6, 'V6', 1, 1748743200, 20240, 'other', 'entered-in-error'),"
        " (1, 7, 'V7', 1, 1748743200, 20252, 'other', 'finished')",
        &err));
    struct sop_lines lines = report(1u << SOP_BY_VISIT, 0, DAY, DAY + 12);
    ck_assert_int_eq(lines.count, 3);
    ck_assert_str_eq(lines.items[0].keys[SOP_BY_VISIT], "V1");
    ck_assert_str_eq(lines.items[2].keys[SOP_BY_VISIT], "W1");
    ck_assert_int_eq(report(1u << SOP_BY_VISIT, 1, DAY, DAY + 13).count, 3);
    ck_assert_int_eq(report(1u << SOP_BY_VISIT, 2, DAY, DAY + 13).count, 1);
    ck_assert_int_eq(report(1u << SOP_BY_VISIT, 0, DAY + 1, DAY + 13).count, 1);
    ck_assert_int_eq(report(0, 0, DAY + 1, DAY + 12).count, 0);
    lines = report(1u << SOP_BY_MONTH, 0, DAY, DAY + 1);
    ck_assert_str_eq(lines.items[0].keys[SOP_BY_MONTH], "2025-06");
}
END_TEST

START_TEST(test_sop_report_worst)
{
    struct sop_line items[] = {
        {{"a"}, {0}, {9, 1, 0}}, {{"b"}, {0}, {0, 0, 1}}, {{"c"}, {0}, {8, 1, 1}},
        {{"d"}, {0}, {0, 2, 3}}, {{"e"}, {0}, {5, 0, 0}}, {{"f"}, {0}, {4, 1, 0}},
    };
    struct sop_lines lines = {items, 6};
    char order[8] = "";
    sop_worst(&lines);
    for (int i = 0; i < 6; i++)
        strcat(order, items[i].keys[0]);
    ck_assert_str_eq(order, "dbcfae");
}
END_TEST

/* ±2 points of 95 % are no deviation, a hair more is one. */
START_TEST(test_sop_deviation)
{
    static const struct {
        struct sop_tally tally;
        int64_t millionths;
        bool off;
    } cases[] = {
        {{95, 5, 0}, 0, false},      {{97, 0, 3}, 20000, false},   {{93, 3, 4}, -20000, false},
        {{971, 29, 0}, 21000, true}, {{929, 0, 71}, -21000, true}, {{1, 0, 0}, 50000, true},
        {{0, 0, 1}, -950000, true},  {{2, 1, 0}, -283333, true},   {{19, 1, 0}, 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool off;
        ck_assert_int_eq(sop_deviation(&cases[i].tally, 95, 2, &off), cases[i].millionths);
        ck_assert_msg(off == cases[i].off, "%zu", i);
    }
}
END_TEST

/* One person's conformance is their line of the report by staff and, for one role, of the actions of that role. */
START_TEST(test_sop_of_staff)
{
    struct sop_tally tally;
    const struct sop_window window = {.from = DAY, .to = DAY + 1, .as_of = ARRIVED + YEAR};
    OK(db_script(clinic.db, expand(base), &err));
    OK(db_script(clinic.db,
                 expand("UPDATE treatment SET nurse_id = 3;" DONE(
                     "care.observe", "9500") "INSERT INTO sop_done (store_id, id, visit_id, "
                                             "action, at, day) VALUES (1, 2, 1, "
                                             "'preparation.verify', @7201, 20240);"),
                 &err));
    struct sop_lines lines = report(1u << SOP_BY_STAFF, 0, DAY, DAY + 1);
    OK(sop_of_staff(clinic.db, &sop, &window, 3, SOP_ROLES, &tally, &err));
    int found = 0;
    for (int i = 0; i < lines.count; i++)
        if (strcmp(lines.items[i].keys[SOP_BY_STAFF], "N1") == 0) {
            found++;
            ck_assert_int_eq(tally.done, lines.items[i].tally.done);
            ck_assert_int_eq(tally.late, lines.items[i].tally.late);
            ck_assert_int_eq(tally.missing, lines.items[i].tally.missing);
        }
    ck_assert_int_eq(found, 1);
    ck_assert_int_eq(tally.done, 2); /* observed, and a nurse is named */
    ck_assert_int_eq(tally.late, 1);
    ck_assert_int_gt(tally.missing, 10);
    OK(sop_of_staff(clinic.db, &sop, &window, 3, SOP_DOCTOR, &tally, &err));
    ck_assert_int_eq(sop_due(&tally), 0);
    OK(sop_of_staff(clinic.db, &sop, &window, 1, SOP_DOCTOR, &tally, &err));
    ck_assert_int_gt(sop_due(&tally), 5);
}
END_TEST

/* ---- packs that are wrong ------------------------------------------------------------------------------------------ */

#define ACTION(more) "stages:\n  - {id: s, zh: 甲, en: s, actions: [{" more "}]}\n"
#define A "id: s.a, zh: 甲, en: a, role: nurse, "
static const struct {
    const char *text, *words; /* NULL: it is right */
} wrongs[] = {
    {ACTION(A "evidence: done"), NULL},
    {ACTION(A "evidence: care.told, within: 15 minutes, from: visit.arrived, when: [client.minor]"),
     NULL},
    {ACTION(A "evidence: care.tolt"),
     "s.a: care.tolt: no such fact, so that nothing would decide it; did you mean care.told"},
    {ACTION(A "evidence: contract"), "s.a: contract: no such fact"},
    {ACTION(A "zh2: x, evidence: done"), "unknown key zh2"},
    {ACTION(A ""), "s.a: needs evidence"},
    {ACTION("id: s.a, zh: 甲, en: a, evidence: done"), "s.a: role: must be"},
    {ACTION("zh: 甲, en: a, role: nurse, evidence: done"), "actions: needs id"},
    {ACTION(A "evidence: care.told, within: 15 minutes"), "s.a: needs within and from"},
    {ACTION(A "evidence: care.told, from: visit.arrived"), "s.a: needs within and from"},
    {ACTION(A "evidence: care.told, before: visit.left, within: 1 day, from: visit.left"),
     "or before alone"},
    {ACTION(A "evidence: care.told, within: 15, from: visit.arrived"),
     "s.a: within: must be a time such as"},
    {ACTION(A "evidence: care.told, within: 0 days, from: visit.arrived"), "s.a: within: must be"},
    {ACTION(A "evidence: care.told, within: 15 minutes, from: client.minor"),
     "client.minor: has no time to reckon from"},
    {ACTION(A "evidence: client.owner, within: 15 minutes, from: visit.arrived"),
     "client.owner: has no time, so it cannot be late"},
    {ACTION(A "evidence: done, when: client.minor"), "s.a: when: must be a list"},
    {ACTION(A "evidence: done, when: [client.major]"), "s.a: client.major: no such fact"},
    {ACTION(A "evidence: done, kinds: [injektion]"), "s.a: injektion: no kind of project"},
    {ACTION(A "evidence: done, grade: 5"), "s.a: grade: must be from 1 to 4"},
    {ACTION(A "evidence: done}, {" A "evidence: done"), "s.a: stands there twice"},
    {"stages: []\n", "stages: missing"},
    {"stages:\n  - {id: s, zh: 甲, en: s, actions: []}\n", "s: needs id, zh, en and actions"},
    {"stages:\n  - {id: s, zh: 甲, actions: [{}]}\n", "s: needs id, zh, en and actions"},
    {"stage: []\n", "unknown key stage; is stages meant?"},
    {"stages:\n  - {id: s, zh: 甲, en: s, actions: [{" A "evidence: done}]}\n"
     "  - {id: s, zh: 甲, en: s, actions: [{id: b, zh: 乙, en: b, role: nurse, evidence: done}]}\n",
     "s: stands there twice"},
};

/* The shipped overrides speak of the shipped actions, so they are out of the way here. */
static int
load_alone(const char *text)
{
    char command[256];
    const struct packs own = {NULL, clinic.scratch.folder};
    scratch_write(&clinic.scratch, "sop.yaml", text);
    snprintf(command, sizeof command, "mkdir -p %s/sop", clinic.scratch.folder);
    ck_assert_int_eq(system(command), 0);
    int result = sop_load(&clinic.arena, &own, &sop, &err);
    rmdir(scratch_file(&clinic.scratch, "sop"));
    return result;
}

START_TEST(test_sop_wrong)
{
    int result = load_alone(wrongs[_i].text);
    if (!wrongs[_i].words) {
        ck_assert_msg(result == 0, "%s: %s", wrongs[_i].text, err.text);
        return;
    }
    ck_assert_int_eq(result, -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(err.text, wrongs[_i].words) && strstr(err.text, "sop.yaml:"),
                  "%s\nwords: %s", wrongs[_i].text, err.text);
}
END_TEST

static const struct {
    const char *text, *words;
} wrong_overrides[] = {
    {"says: x\nkinds: [laser]\ndrop: [care.leave]\n", NULL},
    {"kinds: [laser]\n", ":1: x: needs says"},
    {"says: x\n", ":1: x: needs projects or kinds, or it is nobody's"},
    {"says: x\nkinds: [lazer]\n", "lazer: no kind of project"},
    {"says: x\nkinds: [laser]\ndrop: [care.leaf]\n",
     ":3: care.leaf: no such action; did you mean care.leave"},
    {"says: x\nkinds: [laser]\ndrop: care.leave\n", "x: drop: must be a list"},
    {"says: x\nkinds: [laser]\nchange: [care.leave]\n",
     "x: change: must be actions and their limits"},
    {"says: x\nkinds: [laser]\nchange: {care.leave: {}}\n",
     "care.leave: needs within and from, or before"},
    {"says: x\nkinds: [laser]\nchange: {care.leave: {role: nurse}}\n", "unknown key role"},
    {"says: x\nkinds: [laser]\nchange: {reception.owner: {before: visit.left}}\n",
     "client.owner: has no time"},
    {"says: x\nkinds: [laser]\ndrop: [care.leave]\nchange: {care.leave: {before: visit.left}}\n",
     "care.leave: is dropped above"},
    {"says: x\nkinds: [laser]\nadd: [{stage: cure, id: c, zh: 甲, en: c, role: nurse, evidence: "
     "done}]\n",
     "stage: must be one of"},
    {"says: x\nkinds: [laser]\nadd: [{stage: care, id: care.leave, zh: 甲, en: c, role: nurse, "
     "evidence: done}]\n",
     "care.leave: stands there twice"},
    {"says: x\nkinds: [laser]\nadd: {}\n", "x: add: must be a list"},
    {"says: x\nprojects: P1\n", "x: projects: must be a list"},
    {"says: x\nkind: [laser]\n", "unknown key kind; is kinds meant?"},
};

START_TEST(test_sop_wrong_override)
{
    char command[256];
    const struct packs own = {clinic.scratch.folder, "share/medi"};
    snprintf(command, sizeof command, "mkdir %s/sop", clinic.scratch.folder);
    ck_assert_int_eq(system(command), 0);
    scratch_write(&clinic.scratch, "sop/x.yaml", wrong_overrides[_i].text);
    int result = sop_load(&clinic.arena, &own, &sop, &err);
    unlink(scratch_file(&clinic.scratch, "sop/x.yaml"));
    rmdir(scratch_file(&clinic.scratch, "sop"));
    if (!wrong_overrides[_i].words) {
        ck_assert_msg(result == 0, "%s", err.text);
        return;
    }
    ck_assert_int_eq(result, -1);
    ck_assert_msg(strstr(err.text, wrong_overrides[_i].words), "%s\nwords: %s",
                  wrong_overrides[_i].text, err.text);
}
END_TEST

Suite *
sop_suite(void)
{
    Suite *suite = suite_create("sop");
    TCase *all = clinic_case("sop", setup, teardown);
    tcase_add_test(all, test_sop_table);
    tcase_add_test(all, test_sop_facts);
    tcase_add_test(all, test_sop_manual);
    tcase_add_loop_test(all, test_sop_walk, 0, WALKS);
    tcase_add_test(all, test_sop_bare);
    tcase_add_loop_test(all, test_sop_unless, 0, sizeof unlesses / sizeof *unlesses);
    tcase_add_loop_test(all, test_sop_seeming, 0, sizeof seemings / sizeof *seemings);
    tcase_add_test(all, test_sop_worst_of_two);
    tcase_add_test(all, test_sop_override);
    tcase_add_test(all, test_sop_own_override);
    tcase_add_test(all, test_sop_people);
    tcase_add_test(all, test_sop_as_of);
    tcase_add_test(all, test_sop_report_whole);
    tcase_add_test(all, test_sop_report_window);
    tcase_add_test(all, test_sop_report_worst);
    tcase_add_test(all, test_sop_deviation);
    tcase_add_test(all, test_sop_of_staff);
    tcase_add_loop_test(all, test_sop_wrong, 0, sizeof wrongs / sizeof *wrongs);
    tcase_add_loop_test(all, test_sop_wrong_override, 0,
                        sizeof wrong_overrides / sizeof *wrong_overrides);
    suite_add_tcase(suite, all);
    if (getenv("MEDI_TEST_PG")) {
        TCase *server = tcase_create("sop on PostgreSQL");
        tcase_set_timeout(server, 300);
        tcase_add_test(server, test_sop_walk_postgres);
        suite_add_tcase(suite, server);
    }
    return suite;
}
