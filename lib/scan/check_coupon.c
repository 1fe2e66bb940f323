/*
 * North American coupon codes: digits whose fields say their own lengths ("VLI"). A store never
 * scans one to find a drug, but a code that claims to be one must be one.
 */
#include "scan/check.h"

struct reader {
    const char *at, *end;
    bool good;
};

/* The next digit, between `least` and `most`; `or` is one more that may stand there, or -1. */
static int
digit(struct reader *reader, int least, int most, int or)
{
    int value = reader->good && reader->at < reader->end ? *reader->at++ - '0' : -1;
    reader->good = value >= 0 && ((value >= least && value <= most) || value == or);
    return value;
}

static void
skip(struct reader *reader, int count)
{
    if (!reader->good || reader->end - reader->at < count)
        reader->good = false;
    else
        reader->at += count;
}

/* A length and as many digits more, `more` longer. */
static void
sized(struct reader *reader, int least, int most, int more)
{
    int length = digit(reader, least, most, -1);
    if (reader->good)
        skip(reader, length + more);
}

/* A purchase: how much, what the number means, the family of products. */
static void
purchase(struct reader *reader)
{
    sized(reader, 1, 5, 0);
    digit(reader, 0, 4, 9);
    skip(reader, 3);
}

static void
other_purchase(struct reader *reader)
{
    purchase(reader);
    int length = digit(reader, 0, 6, 9); /* 9: the first one's company */
    if (reader->good && length != 9)
        skip(reader, length + 6);
}

static const char *
date(struct reader *reader)
{
    const char *from = reader->at;
    int64_t day;
    skip(reader, 6);
    if (reader->good)
        reader->good = check_day(2021, from, &day) && (from[4] != '0' || from[5] != '0');
    return from;
}

static bool
comes(struct reader *reader, char field)
{
    if (!reader->good || reader->at == reader->end || *reader->at != field)
        return false;
    reader->at++;
    return true;
}

static void
dates(struct reader *reader)
{
    const char *expiry = NULL, *start = NULL;
    if (comes(reader, '3'))
        expiry = date(reader);
    if (comes(reader, '4'))
        start = date(reader);
    for (int i = 0; expiry && start && reader->good && i < 6; i++) {
        if (start[i] > expiry[i])
            reader->good = false;
        if (start[i] != expiry[i])
            break;
    }
}

static void
flags(struct reader *reader)
{
    int kind = digit(reader, 0, 6, -1);
    if (kind == 3 || kind == 4)
        reader->good = false;
    digit(reader, 0, 2, -1);
    skip(reader, 1);
    digit(reader, 0, 1, -1);
}

/* 8110: company, offer, value saved, purchase; then fields 1 to 6 and 9, in order, each at most once. */
bool
check_coupon(const char *text, size_t length)
{
    struct reader reader = {text, text + length, check_digits(text, length)};
    sized(&reader, 0, 6, 6);
    skip(&reader, 6);
    sized(&reader, 1, 5, 0);
    purchase(&reader);
    if (comes(&reader, '1')) {
        digit(&reader, 0, 3, -1);
        other_purchase(&reader);
    }
    if (comes(&reader, '2'))
        other_purchase(&reader);
    dates(&reader);
    if (comes(&reader, '5'))
        sized(&reader, 0, 9, 6);
    if (comes(&reader, '6'))
        sized(&reader, 1, 7, 6);
    if (comes(&reader, '9'))
        flags(&reader);
    return reader.good && reader.at == reader.end;
}

/* 8112: format, funder, offer, serial */
bool
check_offer(const char *text, size_t length)
{
    struct reader reader = {text, text + length, check_digits(text, length)};
    digit(&reader, 0, 1, -1);
    sized(&reader, 0, 6, 6);
    skip(&reader, 6);
    sized(&reader, 0, 9, 6);
    return reader.good && reader.at == reader.end;
}
