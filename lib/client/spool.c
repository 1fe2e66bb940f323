#include "client/spool.h"

#include <errno.h>

static int
failed(struct err *err)
{
    return err_errno(err, errno, "%s", _("a temporary file"));
}

int
spool_open(struct spool *spool, size_t size, struct err *err)
{
    *spool = (struct spool){tmpfile(), size};
    return spool->file ? 0 : failed(err);
}

void
spool_close(struct spool *spool)
{
    if (spool->file)
        fclose(spool->file);
    spool->file = NULL;
}

int
spool_add(struct spool *spool, const void *record, struct err *err)
{
    return fwrite(record, spool->size, 1, spool->file) == 1 ? 0 : failed(err);
}

int
spool_rewind(struct spool *spool, struct err *err)
{
    return fflush(spool->file) == 0 && fseek(spool->file, 0, SEEK_SET) == 0 ? 0 : failed(err);
}

int
spool_next(struct spool *spool, void *record, struct err *err)
{
    if (fread(record, spool->size, 1, spool->file) == 1)
        return 1;
    return ferror(spool->file) ? failed(err) : 0;
}
