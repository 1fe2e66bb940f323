#include "scan/gtin.h"

#include <string.h>

#include "scan/check.h"

int
gtin_read(const char *text, size_t length, char out[GTIN_ROOM], struct err *err)
{
    if (!check_digits(text, length) ||
        (length != 8 && length != 12 && length != 13 && length != 14))
        return err_set(err, ERR_DATA, _("%.*s: a GTIN has 8, 12, 13 or 14 digits"), (int)length,
                       text);
    char right = check_sum_of(text, length - 1);
    if (right != text[length - 1])
        return err_set(
            err, ERR_DATA,
            _("%.*s: its check digit is wrong: behind the other digits stands %c; read it "
              "again"),
            (int)length, text, right);
    memset(out, '0', GTIN_ROOM - 1);
    memcpy(out + (GTIN_ROOM - 1) - length, text, length);
    out[GTIN_ROOM - 1] = '\0';
    return 0;
}
