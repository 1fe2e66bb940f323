#include "fact/fact.h"

#include <string.h>

#define DIM(name, of, says)                                                                        \
    {                                                                                              \
        name, FACT_DIMENSION, of, NULL, true, says                                                 \
    }
#define KEY(name, says)                                                                            \
    {                                                                                              \
        name, FACT_DIMENSION, NULL, NULL, false, says                                              \
    }
#define LISTED(name, list, says)                                                                   \
    {                                                                                              \
        name, FACT_DIMENSION, "word", list, true, says                                             \
    }
#define SUM(name, says)                                                                            \
    {                                                                                              \
        name, FACT_MEASURE, NULL, NULL, true, says                                                 \
    }
#define VALUE(name, says)                                                                          \
    {                                                                                              \
        name, FACT_MEASURE, NULL, NULL, false, says                                                \
    }

static const char *const kinds[] = {"deposit", "payment", "refund", NULL};
static const char *const outcomes[] = {"deal", "pending", "lost", "medical-refusal", NULL};
static const char *const states[] = {"open",     "assigned", "responded", "investigated",
                                     "proposed", "agreed",   "mediation", "compensated",
                                     "closed",   NULL};
static const char *const stages[] = {"new",       "contacted", "qualified", "booked",
                                     "converted", "lost",      NULL};
static const char *const task_states[] = {"open", "done", "unreachable", NULL};
static const char *const roles[] = {"doctor", "nurse",      "consultant", "front-desk", "manager",
                                    "buyer",  "technician", "marketing",  "other",      NULL};
static const char *const genders[] = {"female", "male", "other", NULL};

static const struct fact_column visit[] = {
    DIM("touch", "channel", "last-touch channel of the day's first visit that has one"),
    DIM("consultant", "staff", "of the day's first visit that has one"),
    DIM("doctor", "staff",
        "of the day's first visit that has one, else of its first treatment, else of its first "
        "appointment"),
    DIM("project", "project",
        "of the day's first treatment, else of its first appointment that has one"),
    SUM("items", "visits and appointments behind it"),
    SUM("waits", "visits whose wait is known"),
    SUM("wait_minutes", "minutes of these, each cut to whole ones"),
    SUM("first", "1: the client's first visit in the chain; one a client"),
};
static const struct fact_column sale[] = {
    DIM("project", "project", "of the line"),
    DIM("consultant", "staff", "who sold it"),
    LISTED("kind", kinds, "of the line"),
    KEY("order", "number of the order in its store"),
    SUM("amount_fen", "received, or below zero given back"),
    SUM("refund_fen", "given back, above zero"),
    SUM("quantity", "of the line"),
};
static const struct fact_column ticket[] = {
    DIM("consultant", "staff", "of the greatest line"),
    DIM("project", "project", "of the greatest line"),
    SUM("net_fen", "lines of the day together"),
    SUM("items", "quantity of lines above zero"),
    VALUE("projects", "distinct projects of lines above zero"),
    SUM("paying", "1: net above zero"),
    SUM("several", "1: paying, and two or more projects"),
    SUM("paid_fen", "net, where it is above zero"),
};
static const struct fact_column deal[] = {
    DIM("consultant", "staff", "who sold it, by the lines of that day"),
    DIM("project", "project", "of its greatest line until that day"),
    KEY("order", "number of the order in its store"),
    SUM("net_fen", "paid by the end of that day"),
    SUM("first", "1: the client's first deal in the chain; one a client"),
};
static const struct fact_column consultation[] = {
    DIM("consultant", "staff", "who advised"),
    DIM("doctor", "staff", "who joined"),
    DIM("project", "project", "the need"),
    LISTED("outcome", outcomes, "how it ended"),
    SUM("refused", "1: refused for medical reasons"),
    VALUE("deal_in",
          "days to the client's next deal in the chain, that day's being 0; -1: none within 365"),
    SUM("deal0", "1: a deal on that day, and not refused"),
    SUM("deal30", "1: a deal within 30 days, and not refused"),
};
static const struct fact_column treatment[] = {
    DIM("project", "project", "what was done"),
    DIM("doctor", "staff", "who did it"),
    DIM("nurse", "staff", "who helped"),
    DIM("consultant", "staff", "of its visit"),
    SUM("quantity", "how many"),
    SUM("recognised_fen", "revenue that it consumed (消耗)"),
    SUM("cost_fen", "what was used, at the cost of its lots, with the waste of opened packs"),
    SUM("minutes", "from its beginning to its end, where both are known"),
    SUM("complicated", "1: a complication confirmed within the project's horizon"),
    VALUE("horizon_on", "the last day of the horizon"),
    SUM("judged", "1: the client judged it"),
    SUM("satisfied", "1: the client's latest judgement is 4 or 5"),
    SUM("followed", "1: a follow-up reached the client"),
};
static const struct fact_column evaluation[] = {
    DIM("project", "project", "of the treatment"),
    DIM("doctor", "staff", "of the treatment"),
    KEY("treatment", "its number in its store"),
    KEY("at", "the moment: of several of one treatment the latest counts"),
    VALUE("score", "1 … 5"),
    SUM("satisfied", "1: 4 or 5"),
};
static const struct fact_column complaint[] = {
    DIM("category", "word", "of complaints.yaml"),
    DIM("doctor", "staff", "of the treatment it is about"),
    DIM("project", "project", "of the treatment it is about"),
    LISTED("state", states, "as it stands"),
    VALUE("severity", "1 … 4"),
    VALUE("answered_minutes",
          "from the opening to the first response, pauses left out; -1: none yet"),
    SUM("answered", "1: responded to"),
    SUM("in_time", "1: within 24 hours"),
};
static const struct fact_column task[] = {
    DIM("step", "word", "of the ladder"),
    DIM("owner", "staff", "who answers for it"),
    DIM("project", "project", "of the treatment"),
    LISTED("state", task_states, "as it stands"),
    SUM("done", "1: done"),
    SUM("in_time", "1: done before it was late"),
    SUM("reached", "1: a follow-up of it was answered"),
};
static const struct fact_column answer[] = {
    DIM("survey", "word", "of surveys.yaml; follow-up: given in a follow-up"),
    DIM("question", "word", "of the survey: csat is of 5, nps of 10"),
    DIM("project", "project", "of the treatment"),
    DIM("doctor", "staff", "of the treatment"),
    KEY("treatment", "its number in its store; 0: about the store"),
    KEY("at", "the moment: of several of one treatment the latest counts"),
    SUM("score", "as given"),
    SUM("promoter", "1: nps of 9 or 10"),
    SUM("detractor", "1: nps of 0 to 6"),
    SUM("satisfied", "1: csat of 4 or 5"),
};
static const struct fact_column lead[] = {
    DIM("source", "channel", "where it came from"), DIM("project", "project", "the interest"),
    DIM("owner", "staff", "whose it is"),           LISTED("stage", stages, "as it stands"),
    SUM("converted", "1: became a client"),
};
static const struct fact_column spend[] = {
    DIM("source", "channel", "for which it was spent"),
    SUM("amount_fen", "spent"),
};
static const struct fact_column shift[] = {
    DIM("staff", "staff", "who"),
    LISTED("role", roles, "as what"),
    SUM("minutes", "paid; else from its beginning to its end"),
};
static const struct fact_column derived[] = {
    {"channel", FACT_DIMENSION, "channel", NULL, true, "first touch"},
    {"new", FACT_DIMENSION, NULL, NULL, true,
     "1 until the end of the day of the first visit, then 0"},
    {"first_on", FACT_DIMENSION, NULL, NULL, false, "day of the first visit in the chain; 0: none"},
    {"deal_on", FACT_DIMENSION, NULL, NULL, false, "day of the first deal in the chain; 0: none"},
    {"home", FACT_DIMENSION, "store", NULL, false, "the home store"},
    {"owner_now", FACT_DIMENSION, "staff", NULL, false, "whose client it is today"},
    {"gender", FACT_DIMENSION, "word", genders, false, "of the client"},
    {"birthday", FACT_DIMENSION, NULL, NULL, false, "a day; FACT_NO_DAY: not known"},
};

#define FACT(id, name, client, says)                                                               \
    {                                                                                              \
        id, #name, says, (int)(sizeof name / sizeof *name), name, client                           \
    }
static const struct fact facts[FACTS] = {
    FACT(FACT_VISIT, visit, true, "client × store × day with an arrived or fulfilled item"),
    FACT(FACT_SALE, sale, true, "line of money of class sale"),
    FACT(FACT_TICKET, ticket, true, "client × store × day with lines of sale"),
    FACT(FACT_DEAL, deal, true, "order, on the day that it became a deal"),
    FACT(FACT_CONSULTATION, consultation, true, "consultation"),
    FACT(FACT_TREATMENT, treatment, true, "treatment that was given"),
    FACT(FACT_EVALUATION, evaluation, true, "client's judgement of a treatment"),
    FACT(FACT_COMPLAINT, complaint, true, "complaint, on the day that it was opened"),
    FACT(FACT_TASK, task, true, "follow-up task, on the day that it was due"),
    FACT(FACT_ANSWER, answer, true, "score in a survey"),
    FACT(FACT_LEAD, lead, true, "lead, on the day that it came"),
    FACT(FACT_SPEND, spend, false, "money spent on a channel"),
    FACT(FACT_SHIFT, shift, false, "rostered time of a person"),
};

int
fact_count(void)
{
    return FACTS;
}

const struct fact *
fact_at(int number)
{
    return &facts[number];
}

const struct fact *
fact_find(const char *name)
{
    for (int i = 0; i < FACTS; i++)
        if (strcmp(facts[i].name, name) == 0)
            return &facts[i];
    return NULL;
}

int
fact_column_find(const struct fact *fact, const char *name)
{
    for (int i = 0; i < fact->column_count; i++)
        if (strcmp(fact->columns[i].name, name) == 0)
            return i;
    if (fact->has_client)
        for (int i = FACT_CHANNEL; i < FACT_DERIVED_END; i++)
            if (strcmp(derived[i - FACT_CHANNEL].name, name) == 0)
                return i;
    return -1;
}

const struct fact_column *
fact_column_at(const struct fact *fact, int column)
{
    if (column >= FACT_CHANNEL)
        return &derived[column - FACT_CHANNEL];
    return &fact->columns[column];
}
