/*
 * fuzz: what the targets share. A target reads one input, checks that what it promises holds, and
 * gives everything back, because one process runs it millions of times.
 */
#ifndef MEDI_TESTS_FUZZ_H
#define MEDI_TESTS_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/err.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise: the fuzzer keeps the input that breaks it. */
#define MUST(what)                                                                                 \
    do {                                                                                           \
        if (!(what)) {                                                                             \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #what);                     \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* The input, taken from its front. */
struct input {
    const uint8_t *at;
    size_t left;
};

static inline uint8_t
input_byte(struct input *input)
{
    if (input->left == 0)
        return 0;
    input->left--;
    return *input->at++;
}

/* A file in memory that is written anew for each input; `path` names it. */
struct memory_file {
    int fd;
    char path[40];
};

static inline void
memory_file_make(struct memory_file *file)
{
    file->fd = memfd_create("medi-fuzz", MFD_CLOEXEC);
    MUST(file->fd >= 0);
    snprintf(file->path, sizeof file->path, "/proc/self/fd/%d", file->fd);
}

static inline void
memory_file_write(const struct memory_file *file, const void *bytes, size_t length)
{
    MUST(ftruncate(file->fd, 0) == 0);
    MUST(pwrite(file->fd, bytes, length, 0) == (ssize_t)length);
}

/* An error is a kind and one line of words that a terminal can show. */
static inline void
check_error(const struct err *err)
{
    size_t length = strlen(err->text);

    MUST(err->kind != ERR_NONE && length > 0 && length < ERR_TEXT);
    for (size_t i = 0; i < length; i++)
        MUST((unsigned char)err->text[i] >= 0x20 && err->text[i] != 0x7f);
}

static inline void
check_text(const char *text, size_t length)
{
    MUST(text[length] == '\0' && strlen(text) == length);
    MUST(utf8_valid(text, length) == length);
}

#endif
