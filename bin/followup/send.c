#include "bin/followup/sending.h"
#include "bin/followup/verbs_send.h"
int
cmd_send(struct ctx *ctx, void *data, struct err *err)
{
    (void)ctx;
    (void)data;
    return err_set(err, ERR_USAGE, "not yet");
}
