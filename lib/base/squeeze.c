#include "base/squeeze.h"

#include <stdlib.h>
#include <zstd.h>

#include "base/arena.h"

/* WINDOW: memory that a stream may ask of its reader, as a power of two: level 1 wants 2^19. */
enum { LEVEL = 1, WINDOW = 23, STEP = 128 * 1024 };

struct squeeze {
    ZSTD_CCtx *zstd;
};

struct unsqueeze {
    ZSTD_DCtx *zstd;
    ZSTD_inBuffer in;
    bool ended;
};

/* ---- fewer ----------------------------------------------------------------------------------------- */

struct squeeze *
squeeze_new(void)
{
    struct squeeze *squeeze = mem_alloc(sizeof *squeeze);
    squeeze->zstd = ZSTD_createCCtx();
    if (!squeeze->zstd)
        mem_out();
    ZSTD_CCtx_setParameter(squeeze->zstd, ZSTD_c_compressionLevel, LEVEL);
    ZSTD_CCtx_setParameter(squeeze->zstd, ZSTD_c_checksumFlag, 1);
    return squeeze;
}

void
squeeze_free(struct squeeze *squeeze)
{
    if (squeeze)
        ZSTD_freeCCtx(squeeze->zstd);
    free(squeeze);
}

/* Memory is all that can be lacking. */
void
squeeze_add(struct squeeze *squeeze, struct str *out, const void *bytes, size_t length, bool last)
{
    ZSTD_inBuffer in = {bytes, length, 0};
    size_t left;
    do {
        str_need(out, STEP);
        ZSTD_outBuffer to = {out->text + out->length, STEP, 0};
        left = ZSTD_compressStream2(squeeze->zstd, &to, &in, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left))
            mem_out();
        out->length += to.pos;
        out->text[out->length] = '\0';
    } while (last ? left > 0 : in.pos < in.size);
}

/* ---- whole again ----------------------------------------------------------------------------------- */

struct unsqueeze *
unsqueeze_new(void)
{
    struct unsqueeze *unsqueeze = mem_alloc(sizeof *unsqueeze);
    *unsqueeze = (struct unsqueeze){.zstd = ZSTD_createDCtx()};
    if (!unsqueeze->zstd)
        mem_out();
    ZSTD_DCtx_setParameter(unsqueeze->zstd, ZSTD_d_windowLogMax, WINDOW);
    return unsqueeze;
}

void
unsqueeze_free(struct unsqueeze *unsqueeze)
{
    if (unsqueeze)
        ZSTD_freeDCtx(unsqueeze->zstd);
    free(unsqueeze);
}

void
unsqueeze_give(struct unsqueeze *unsqueeze, const void *bytes, size_t length)
{
    unsqueeze->in = (ZSTD_inBuffer){bytes, length, 0};
}

/* Behind the end nothing may follow, not even another stream, which zstd would take for a part of this one. */
int
unsqueeze_take(struct unsqueeze *unsqueeze, struct str *out)
{
    if (unsqueeze->ended)
        return unsqueeze->in.pos < unsqueeze->in.size ? -1 : 0;
    str_need(out, STEP);
    ZSTD_outBuffer to = {out->text + out->length, STEP, 0};
    size_t left = ZSTD_decompressStream(unsqueeze->zstd, &to, &unsqueeze->in);
    if (ZSTD_isError(left))
        return -1;
    out->length += to.pos;
    out->text[out->length] = '\0';
    unsqueeze->ended = left == 0;
    return to.pos == to.size || unsqueeze->in.pos < unsqueeze->in.size;
}

bool
unsqueeze_is_whole(const struct unsqueeze *unsqueeze)
{
    return unsqueeze->ended && unsqueeze->in.pos == unsqueeze->in.size;
}
