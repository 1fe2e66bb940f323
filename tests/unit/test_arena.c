#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/heap.h"

Suite *arena_suite(void);

static struct arena arena;

static void
setup(void)
{
    arena_init(&arena);
}

static void
teardown(void)
{
    arena_release(&arena);
}

START_TEST(test_arena_alloc)
{
    static const char zeros[3000];
    for (size_t size = 0; size < sizeof zeros; size++) {
        char *memory = arena_alloc(&arena, size);
        ck_assert_ptr_nonnull(memory);
        ck_assert_uint_eq((uintptr_t)memory % _Alignof(max_align_t), 0);
        ck_assert_mem_eq(memory, zeros, size);
        memset(memory, 0xA5, size);
    }
}
END_TEST

/* What is given out does not overlap, whatever the sizes around a block's. */
START_TEST(test_arena_apart)
{
    enum { MANY = 400 };
    static unsigned char *given[MANY];
    static size_t sizes[MANY];
    for (size_t i = 0; i < MANY; i++) {
        sizes[i] = i % 3 == 0 ? 65536 - 8 + i % 17 : i * 7 % 5000;
        given[i] = arena_alloc(&arena, sizes[i]);
        memset(given[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; i < MANY; i++)
        for (size_t at = 0; at < sizes[i]; at += 13)
            if (given[i][at] != i % 251)
                ck_abort_msg("%zu: byte %zu was overwritten", i, at);
}
END_TEST

START_TEST(test_arena_texts)
{
    ck_assert_str_eq(arena_strdup(&arena, "冷链"), "冷链");
    ck_assert_str_eq(arena_strdup(&arena, ""), "");
    ck_assert_str_eq(arena_strndup(&arena, "abcdef", 3), "abc");
    ck_assert_mem_eq(arena_strndup(&arena, "a\0b", 3), "a\0b", 4);
    ck_assert_str_eq(arena_printf(&arena, "%s:%d", "x", 7), "x:7");
    ck_assert_str_eq(arena_printf(&arena, "%s", ""), "");
    ck_assert_uint_eq(strlen(arena_printf(&arena, "%200000d", 1)), 200000);
}
END_TEST

START_TEST(test_arena_reset)
{
    arena_reset(&arena);
    unsigned char *first = arena_alloc(&arena, 100);
    memset(first, 0xA5, 100);
    arena_reset(&arena);
    unsigned char *again = arena_alloc(&arena, 100);
    ck_assert_ptr_eq(again, first);
    for (size_t i = 0; i < 100; i++)
        ck_assert_uint_eq(again[i], 0);
}
END_TEST

/* One large row among small ones: its block stays, so the next large row needs no new memory. */
START_TEST(test_arena_reset_keeps_largest)
{
    enum { LARGE = 3 * 1024 * 1024 };
    char *large = arena_alloc(&arena, LARGE);
    for (int i = 0; i < 10; i++)
        arena_alloc(&arena, 60000);
    arena_reset(&arena);
    ck_assert_ptr_eq(arena_alloc(&arena, LARGE), large);
    arena_reset(&arena);
    ck_assert_ptr_eq(arena_alloc(&arena, 16), large);
}
END_TEST

START_TEST(test_arena_release)
{
    arena_alloc(&arena, 10);
    arena_release(&arena);
    arena_release(&arena);
    ck_assert_ptr_null(arena.block);
    ck_assert_ptr_nonnull(arena_alloc(&arena, 10));
}
END_TEST

START_TEST(test_arena_array_overflow)
{
    arena_array(&arena, SIZE_MAX / 4, 16);
}
END_TEST

START_TEST(test_arena_alloc_overflow)
{
    arena_alloc(&arena, SIZE_MAX - 3);
}
END_TEST

#ifndef __SANITIZE_ADDRESS__ /* which takes more address space than there is left */
/* Not a crash and not a NULL: the process ends with the exit code of an error. */
START_TEST(test_arena_out_of_memory)
{
    const struct rlimit limit = {64 * 1024 * 1024, 64 * 1024 * 1024};
    setrlimit(RLIMIT_AS, &limit);
    for (;;)
        arena_alloc(&arena, 1024 * 1024);
}
END_TEST
#endif

START_TEST(test_mem_resize)
{
    char *memory = mem_alloc(0);
    ck_assert_ptr_nonnull(memory);
    memory = mem_resize(memory, 6);
    memcpy(memory, "abcde", 6);
    memory = mem_resize(memory, 1 << 20);
    ck_assert_str_eq(memory, "abcde");
    free(mem_resize(memory, 0));
}
END_TEST

#ifndef __SANITIZE_ADDRESS__ /* which has no heap that grows at its end */
/* What was expected is there, and is used: small pieces of that size in all do not move the heap's end. */
START_TEST(test_heap_expect)
{
    enum { EXPECTED = 64 * 1024 * 1024, PIECE = 4096, COUNT = EXPECTED / 2 / PIECE };
    static char *pieces[COUNT];
    heap_expect(EXPECTED);
    const void *end = sbrk(0);
    for (int i = 0; i < COUNT; i++)
        memset(pieces[i] = mem_alloc(PIECE), 'x', PIECE);
    ck_assert_ptr_eq(sbrk(0), end);
    for (int i = 0; i < COUNT; i++)
        free(pieces[i]);
    heap_expect((size_t)-1); /* more than there is: nothing happens */
}
END_TEST
#endif

Suite *
arena_suite(void)
{
    Suite *suite = suite_create("arena");
    TCase *all = tcase_create("arena");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_arena_alloc);
    tcase_add_test(all, test_arena_apart);
    tcase_add_test(all, test_arena_texts);
    tcase_add_test(all, test_arena_reset);
    tcase_add_test(all, test_arena_reset_keeps_largest);
    tcase_add_test(all, test_arena_release);
    tcase_add_exit_test(all, test_arena_array_overflow, 4);
    tcase_add_exit_test(all, test_arena_alloc_overflow, 4);
#ifndef __SANITIZE_ADDRESS__
    tcase_add_exit_test(all, test_arena_out_of_memory, 4);
    tcase_add_test(all, test_heap_expect);
#endif
    tcase_add_test(all, test_mem_resize);
    suite_add_tcase(suite, all);
    return suite;
}
