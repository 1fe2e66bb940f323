#include "supply/registration.h"

#include <string.h>

/*
 * A number as a pattern: # a digit; @ the digit of the class, 1 to 3; ~ one Han character; % one of
 * H Z S B T F, $ one
 * of H Z S, ^ J or C, & one of H Z S B. Everything else is itself, and a 号 may stand at the end.
 */
static const struct form {
    const char *pattern;
    enum registration_kind kind;
    bool imported;
    int device_class;
} forms[] = {
    {"国药准字%########", REGISTRATION_DRUG, false, 0},
    {"国药准字$^########", REGISTRATION_DRUG, true, 0},
    {"国药准字^########", REGISTRATION_DRUG, true, 0},
    {"&########", REGISTRATION_DRUG, true, 0},
    {"&C########", REGISTRATION_DRUG, true, 0},
    {"~械注准####@######", REGISTRATION_DEVICE, false, 0},
    {"国械注进####@######", REGISTRATION_DEVICE, true, 0},
    {"国械注许####@######", REGISTRATION_DEVICE, true, 0},
    {"国械备########", REGISTRATION_DEVICE, true, 1},
    {"~械备########", REGISTRATION_DEVICE, false, 1},
    {"~~械备########", REGISTRATION_DEVICE, false, 1},
    {"~~~械备########", REGISTRATION_DEVICE, false, 1},
    {"国妆特字########", REGISTRATION_COSMETIC, false, 0},
    {"国妆特进字J########", REGISTRATION_COSMETIC, true, 0},
    {"国妆特进字########", REGISTRATION_COSMETIC, true, 0},
    {"~G妆网备字##########", REGISTRATION_COSMETIC, false, 0},
    {"~妆网备字##########", REGISTRATION_COSMETIC, false, 0},
    {"国妆网备进字(~)##########", REGISTRATION_COSMETIC, true, 0},
    {"国妆网备进字（~）##########", REGISTRATION_COSMETIC, true, 0},
    {"~卫消证字(####)第####", REGISTRATION_DISINFECTANT, false, 0},
    {"~卫消证字（####）第####", REGISTRATION_DISINFECTANT, false, 0},
    {"~~卫消证字(####)第####", REGISTRATION_DISINFECTANT, false, 0},
    {"~~卫消证字（####）第####", REGISTRATION_DISINFECTANT, false, 0},
};
enum { FORMS = sizeof forms / sizeof forms[0] };

/* How many bytes of the number one mark of the pattern takes; 0: none. */
static int
takes(char mark, const char *number, int *device_class)
{
    unsigned char first = (unsigned char)*number;
    switch (mark) {
    case '#':
        return first >= '0' && first <= '9';
    case '@':
        *device_class = first - '0';
        return first >= '1' && first <= '3';
    case '%':
        return first && strchr("HZSBTF", first);
    case '$':
        return first && strchr("HZS", first);
    case '&':
        return first && strchr("HZSB", first);
    case '^':
        return first == 'J' || first == 'C';
    case '~': /* U+4000 … U+9FFF: three bytes */
        return first >= 0xE4 && first <= 0xE9 && number[1] && number[2] ? 3 : 0;
    default:
        return mark == *number;
    }
}

static bool
matches(const struct form *form, const char *number, struct registration *registration)
{
    int device_class = form->device_class, step = 1;
    const char *mark = form->pattern;
    for (; *mark && step; mark++, number += step)
        step = takes(*mark, number, &device_class);
    if (!step || (*number && strcmp(number, "号") != 0))
        return false;
    *registration = (struct registration){
        .kind = form->kind, .imported = form->imported, .device_class = device_class};
    return true;
}

void
registration_read(const char *number, struct registration *registration)
{
    *registration = (struct registration){0};
    for (int i = 0; i < FORMS; i++)
        if (matches(&forms[i], number, registration))
            return;
}

static bool
fits(const struct registration *registration, const char *kind)
{
    if (strcmp(kind, "drug") == 0)
        return registration->kind == REGISTRATION_DRUG;
    if (strcmp(kind, "consumable") == 0)
        return registration->kind != REGISTRATION_NONE && registration->kind != REGISTRATION_DRUG;
    return registration->kind == REGISTRATION_DEVICE;
}

int
registration_check(const char *number, const char *kind, struct err *err)
{
    struct registration registration;
    registration_read(number, &registration);
    if (fits(&registration, kind))
        return 0;
    if (registration.kind == REGISTRATION_NONE)
        return err_set(err, ERR_DATA,
                       _("%s: has no form of a registration number, such as 国药准字H20200001 or "
                         "国械注准20203130001; look at the label again"),
                       number);
    return err_set(err, ERR_DATA, _("%s: is no number of a %s"), number, kind);
}
