#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "record/identity.h"

Suite *identity_suite(void);

/* ---- phones ---- */

static const struct {
    const char *text, *number;
} phones[] = {
    {"13800138000", "+8613800138000"},       {"138 0013 8000", "+8613800138000"},
    {"138-0013-8000", "+8613800138000"},     {"138.0013.8000", "+8613800138000"},
    {"+8613800138000", "+8613800138000"},    {"+86 138-0013-8000", "+8613800138000"},
    {"+86-138 0013 8000", "+8613800138000"}, {"(+86) 13800138000", "+8613800138000"},
    {"008613800138000", "+8613800138000"},   {"0086 138 0013 8000", "+8613800138000"},
    {"8613800138000", "+8613800138000"},     {"86-13800138000", "+8613800138000"},
    {"'+8613800138000", "+8613800138000"},   {"19912345678", "+8619912345678"},
    {"(021) 6888-8888", "+862168888888"},    {"021-68888888", "+862168888888"},
    {"+86 21 6888 8888", "+862168888888"},   {"+86 (0)21 6888 8888", "+862168888888"},
    {"010-6888 8888", "+861068888888"},      {"+86 10 6888 8888", "+861068888888"},
    {"0755-8888888", "+867558888888"},       {"0755-88888888", "+8675588888888"},
    {"0991-2345678", "+869912345678"},       {"400-820-8820", "+864008208820"},
    {"4008208820", "+864008208820"},         {"800 820 8820", "+868008208820"},
    {"+852 9123 4567", "+85291234567"},      {"00852 9123 4567", "+85291234567"},
    {"+1 212-555-0100", "+12125550100"},     {"+44 20 7946 0958", "+442079460958"},
};

/* What comes out is read back as itself. */
START_TEST(test_phone_good)
{
    char out[PHONE_ROOM], again[PHONE_ROOM];
    ck_assert_msg(phone_parse(phones[_i].text, strlen(phones[_i].text), out), "%s",
                  phones[_i].text);
    ck_assert_str_eq(out, phones[_i].number);
    ck_assert(phone_parse(out, strlen(out), again));
    ck_assert_str_eq(again, out);
}
END_TEST

static const char *const no_phones[] = {
    "",
    "-",
    "+",
    "1",
    "95588",
    "12345",
    "12345678901",
    "10000000000",
    "11111111111",
    "1380013800",
    "138001380000",
    "+86 1380013800",
    "+86 138001380001",
    "68888888",
    "010-688888888",
    "010-6888888",
    "400-820-882",
    "400-820-88200",
    "021-68888888-123",
    "021-68888888转123",
    "13800138000/13900139000",
    "13800138000,13900139000",
    "１３８００１３８０００",
    "+1 212",
    "+0 212 555 0100",
    "+123456789012345678",
    "++8613800138000",
    "86+13800138000",
    "1380013800o",
    "tel:13800138000",
    "+86138****8000",
    "123456789012345678901234567890",
};

START_TEST(test_phone_bad)
{
    char out[PHONE_ROOM];
    ck_assert_msg(!phone_parse(no_phones[_i], strlen(no_phones[_i]), out), "%s: %s", no_phones[_i],
                  out);
}
END_TEST

/* However spaces and hyphens are strewn in, it is the same number. */
START_TEST(test_phone_spellings)
{
    static const char *const fronts[] = {"", "+86", "0086", "86"};
    struct rng rng;
    rng_seed(&rng, 11);
    for (int turn = 0; turn < 20000; turn++) {
        char text[64], plain[12], out[PHONE_ROOM], want[PHONE_ROOM];
        size_t length = 0;
        snprintf(plain, sizeof plain, "1%u%09u", 3 + rng_below(&rng, 7),
                 rng_below(&rng, 1000000000));
        if (strspn(plain + 1, (char[]){plain[1], '\0'}) == 10)
            continue;
        snprintf(want, sizeof want, "+86%s", plain);
        char *front = text + sprintf(text, "%s", fronts[rng_below(&rng, 4)]);
        length = (size_t)(front - text);
        for (const char *at = plain; *at; at++) {
            if (rng_chance(&rng, 300))
                text[length++] = "- ."[rng_below(&rng, 3)];
            text[length++] = *at;
        }
        if (!phone_parse(text, length, out) || strcmp(out, want) != 0)
            ck_abort_msg("%.*s", (int)length, text);
    }
}
END_TEST

/* ---- papers ---- */

static const struct {
    const char *text, *number;
} papers[] = {
    {"11010519491231002X", "11010519491231002X"}, /* the example of GB 11643-1999 */
    {"11010519491231002x", "11010519491231002X"},
    {"440524188001010014", "440524188001010014"}, /* the standard's second example */
    {"E12345678", "E12345678"},
    {"h1234567", "H1234567"},
    {"H12345678(9)", "H12345678(9)"},
    {"830000199201300", "830000199201300"},
    {"AB-12345", "AB-12345"},
};

START_TEST(test_paper_good)
{
    char out[ID_NUMBER_ROOM];
    ck_assert_msg(id_number_parse(papers[_i].text, strlen(papers[_i].text), out), "%s",
                  papers[_i].text);
    ck_assert_str_eq(out, papers[_i].number);
}
END_TEST

static const char *const no_papers[] = {
    "",
    "1234",
    "110105194912310021", /* check digit */
    "11010519491331002X", /* month 13 */
    "11010519490229002X", /* no such day */
    "1101051949123100XX",
    "X1010519491231002X",
    "E1234 5678",
    "E1234_678",
    "护照12345",
    "1234567890123456789012345678901", /* 31 */
};

START_TEST(test_paper_bad)
{
    char out[ID_NUMBER_ROOM];
    ck_assert_msg(!id_number_parse(no_papers[_i], strlen(no_papers[_i]), out), "%s", no_papers[_i]);
}
END_TEST

/* A wrong digit, or two neighbours in each other's place, never passes. */
START_TEST(test_paper_mistakes)
{
    static const char right[] = "11010519491231002X";
    char text[sizeof right], out[ID_NUMBER_ROOM];
    for (size_t at = 0; at < 17; at++) {
        for (char digit = '0'; digit <= '9'; digit++) {
            memcpy(text, right, sizeof text);
            text[at] = digit;
            ck_assert_int_eq(id_number_parse(text, 18, out), digit == right[at]);
        }
        memcpy(text, right, sizeof text);
        text[at] = right[at + 1];
        text[at + 1] = right[at];
        ck_assert_int_eq(id_number_parse(text, 18, out), right[at] == right[at + 1]);
    }
}
END_TEST

/* Any bytes of any length leave the rooms unharmed (a sanitizer looks on). */
START_TEST(test_identity_noise)
{
    struct rng rng;
    rng_seed(&rng, 13);
    for (int turn = 0; turn < 100000; turn++) {
        char text[48], out[ID_NUMBER_ROOM], number[PHONE_ROOM];
        size_t length = rng_below(&rng, sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] =
                turn % 2 ? (char)rng_below(&rng, 256) : "0123456789+-() '"[rng_below(&rng, 16)];
        if (phone_parse(text, length, number) && strlen(number) > 16)
            ck_abort_msg("%s", number);
        if (id_number_parse(text, length, out) && strlen(out) != length)
            ck_abort_msg("%s", out);
    }
}
END_TEST

Suite *
identity_suite(void)
{
    Suite *suite = suite_create("identity");
    TCase *all = tcase_create("identity");
    tcase_add_loop_test(all, test_phone_good, 0, sizeof phones / sizeof *phones);
    tcase_add_loop_test(all, test_phone_bad, 0, sizeof no_phones / sizeof *no_phones);
    tcase_add_test(all, test_phone_spellings);
    tcase_add_loop_test(all, test_paper_good, 0, sizeof papers / sizeof *papers);
    tcase_add_loop_test(all, test_paper_bad, 0, sizeof no_papers / sizeof *no_papers);
    tcase_add_test(all, test_paper_mistakes);
    tcase_add_test(all, test_identity_noise);
    suite_add_tcase(suite, all);
    return suite;
}
