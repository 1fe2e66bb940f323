#include "supply/registration.h"

#include <regex.h>
#include <string.h>

/* One parenthesis a pattern at most: the digit of the class. Han are bytes here: three each. */
static const struct form {
    const char *pattern;
    enum registration_kind kind;
    bool imported;
    int device_class;
} forms[] = {
    {"^国药准字[HZSBTF][0-9]{8}(号)?$", REGISTRATION_DRUG, false, 0},
    {"^国药准字[HZS]?[JC][0-9]{8}(号)?$", REGISTRATION_DRUG, true, 0},
    {"^[HZSB]C?[0-9]{8}(号)?$", REGISTRATION_DRUG, true, 0},
    {"^.{3}械注准[0-9]{4}([1-3])[0-9]{6}(号)?$", REGISTRATION_DEVICE, false, 0},
    {"^国械注[进许][0-9]{4}([1-3])[0-9]{6}(号)?$", REGISTRATION_DEVICE, true, 0},
    {"^国械备[0-9]{8}(号)?$", REGISTRATION_DEVICE, true, 1},
    {"^.{6,9}械备[0-9]{8}(号)?$", REGISTRATION_DEVICE, false, 1},
    {"^国妆特字[0-9]{8,10}(号)?$", REGISTRATION_COSMETIC, false, 0},
    {"^国妆特进字J?[0-9]{8,10}(号)?$", REGISTRATION_COSMETIC, true, 0},
    {"^.{3}G?妆网备字[0-9]{10}(号)?$", REGISTRATION_COSMETIC, false, 0},
    {"^国妆网备进字(.{3})?[0-9]{10}(号)?$", REGISTRATION_COSMETIC, true, 0},
    {"^.{0,6}卫消证字[(（]?[0-9]{4}[)）]?第?[0-9]{4}号?$", REGISTRATION_DISINFECTANT, false, 0},
};
enum { FORMS = sizeof forms / sizeof forms[0] };

/* The class stands in the first parenthesis that is one digit long. */
static int
class_of(const char *number, const regmatch_t *part)
{
    return part->rm_so >= 0 && part->rm_eo - part->rm_so == 1 ? number[part->rm_so] - '0' : 0;
}

static bool
matches(const struct form *form, const char *number, struct registration *registration)
{
    regmatch_t parts[2];
    regex_t regex;
    if (regcomp(&regex, form->pattern, REG_EXTENDED) != 0)
        return false;
    bool found = regexec(&regex, number, 2, parts, 0) == 0;
    regfree(&regex);
    if (found)
        *registration = (struct registration){
            .kind = form->kind,
            .imported = form->imported,
            .device_class = form->device_class ? form->device_class : class_of(number, &parts[1])};
    return found;
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

/* ---- GTIN --------------------------------------------------------------------------------------------- */

static int
check_digit(const char *digits, int count)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += (digits[i] - '0') * ((count - i) % 2 ? 3 : 1);
    return (10 - sum % 10) % 10;
}

int
gtin_read(const char *text, char out[15], struct err *err)
{
    size_t length = strspn(text, "0123456789");
    if (text[length] || (length != 8 && length != 12 && length != 13 && length != 14))
        return err_set(err, ERR_DATA, _("%s: a GTIN has 8, 12, 13 or 14 digits"), text);
    memset(out, '0', 14);
    memcpy(out + 14 - length, text, length);
    out[14] = '\0';
    if (check_digit(out, 13) != out[13] - '0')
        return err_set(err, ERR_DATA, _("%s: its check digit is wrong; read it again"), text);
    return 0;
}
