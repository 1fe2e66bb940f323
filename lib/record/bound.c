#include "record/bound.h"

#include <string.h>

int
bound_check(const struct row_maker *maker, int64_t store_id, const struct db_value *values,
            struct err *err)
{
    for (int i = 0; store_id && i < row_spec(maker)->count; i++) {
        if (strcmp(row_column(maker, i)->name, "store") != 0)
            continue;
        if (values[i].type == DB_INT && values[i].number == store_id)
            return 0;
        return err_set(err, ERR_DATA,
                       _("is not of the store that your duty is for; ask an admin: "
                         "medi-db duty grant"));
    }
    return 0;
}
