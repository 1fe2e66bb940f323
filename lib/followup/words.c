#include "followup/words.h"

#include <string.h>

enum { WORD_LONGEST = 24 };

const char *const followup_roles[] = {"nurse",   "doctor", "consultant", "front-desk",
                                      "manager", "other",  NULL};
const char *const followup_channels[] = {"sms", "wechat", "email", NULL};

bool
word_among(const char *const *list, const char *word)
{
    while (word && *list && strcmp(*list, word) != 0)
        list++;
    return word && *list;
}

int
word_check(const struct yaml *node, const char *word, struct err *err)
{
    size_t length = word ? strlen(word) : 0;
    if (length == 0 || length > WORD_LONGEST ||
        strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-") != length)
        return yaml_error(node, err,
                          _("%s: must be of small letters, digits and hyphens, %d at most"),
                          word ? word : "?", (int)WORD_LONGEST);
    return 0;
}
