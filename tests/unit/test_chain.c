#include "bytes.h"

#include "base/arena.h"
#include "base/codec.h"
#include "log/chain.h"

Suite *chain_suite(void);

static const char identity[] = "0123456789abcdef0123456789abcdef";

static struct chain_entry
entry(void)
{
    return (struct chain_entry){3,
                                1,
                                1790812800,
                                "admin",
                                "medi-db",
                                "import",
                                "visits",
                                NULL,
                                "{\"table\":\"visit\"}\n",
                                "visit 12 x\n",
                                "ff"};
}

/* Made by another program (Python's hashlib). */
START_TEST(test_chain_golden)
{
    unsigned char hash[HASH_SIZE];
    struct chain_entry next = entry();
    chain_begin(hash, identity, 3);
    ck_assert_hex(hash, HASH_SIZE,
                  "67c15a2a36c8f69ce60b5af43e6c622e7f10e5a411f747194113eba506262592");
    chain_next(hash, &next);
    ck_assert_hex(hash, HASH_SIZE,
                  "d3e9ef618d6cf8752c88516e297dd0592e29004ee9ac2d51352e74cd54baf0cb");
    chain_begin(hash, identity, 3);
    next.detail = "";
    chain_next(hash, &next);
    ck_assert_hex(hash, HASH_SIZE,
                  "c9d435a07cf48d560520e8f255168052d0ec41abfc20c6edcb4692eac411e3f1");
}
END_TEST

/* Each field counts, and the hash before. */
START_TEST(test_chain_each_field)
{
    unsigned char first[HASH_SIZE], hash[HASH_SIZE];
    struct chain_entry base = entry();
    chain_begin(first, identity, 3);
    chain_next(first, &base);
    for (int i = 0; i < 12; i++) {
        struct chain_entry other = base;
        const char **const texts[] = {&other.actor,  &other.tool,    &other.verb, &other.subject,
                                      &other.detail, &other.changes, &other.sets, &other.run};
        chain_begin(hash, i == 11 ? "other" : identity, 3);
        if (i < 8)
            *texts[i] = "other";
        other.store_id += i == 8;
        other.seq += i == 9;
        other.at += i == 10;
        chain_next(hash, &other);
        ck_assert_msg(memcmp(hash, first, HASH_SIZE) != 0, "field %d", i);
    }
}
END_TEST

START_TEST(test_chain_sets)
{
    unsigned char digest[HASH_SIZE];
    struct arena arena;
    struct chain_set set;
    bool wrong;
    arena_init(&arena);
    count_up(digest, sizeof digest, 7);
    const char *text = base64_encode(&arena, digest, sizeof digest);
    const char *lines = arena_printf(&arena, "lot 0 %s\nvisit -5000 %s\n", text, text);
    ck_assert(chain_set_next(&lines, &set, &wrong) && !wrong);
    ck_assert_str_eq(set.name, "lot");
    ck_assert_int_eq(set.count, 0);
    ck_assert(chain_set_next(&lines, &set, &wrong));
    ck_assert_int_eq(set.count, -5000);
    ck_assert_mem_eq(set.digest, text, CHAIN_DIGEST);
    ck_assert(!chain_set_next(&lines, &set, &wrong) && !wrong);
    const char *const bad[] = {"lot",
                               "lot 5",
                               "lot 5 ",
                               "lot 5 AAAA\n",
                               "lot  AAAA\n",
                               " 5 AAAA\n",
                               "\n",
                               "lot x y\n",
                               "lot 5\n6 7\n",
                               "lot 5 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                               "lot 5 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
                               "lot 5 AAAAAAAAAAAAAAAAAAAA-AAAAAAAAAAAAAAAAAAAAAA=\n",
                               "lot 5 AAAAAAAAAAAAAAAAAAAA=AAAAAAAAAAAAAAAAAAAAAA=\n",
                               arena_printf(&arena, "lot 5 %s", text),
                               arena_printf(&arena, "lot 5 %s \n", text),
                               arena_printf(&arena, "lot 5x %s\n", text),
                               arena_printf(&arena, "%064d 5 %s\n", 7, text)};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *at = bad[i];
        ck_assert_msg(!chain_set_next(&at, &set, &wrong) && wrong, "%s", bad[i]);
    }
    arena_release(&arena);
}
END_TEST

Suite *
chain_suite(void)
{
    Suite *suite = suite_create("chain");
    TCase *all = tcase_create("chain");
    tcase_add_test(all, test_chain_golden);
    tcase_add_test(all, test_chain_each_field);
    tcase_add_test(all, test_chain_sets);
    suite_add_tcase(suite, all);
    return suite;
}
