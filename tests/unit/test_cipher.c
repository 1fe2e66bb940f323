#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/cipher.h"
#include "base/hash.h"
#include "bytes.h"

Suite *cipher_suite(void);

enum { MOST = 300 };

static unsigned char key[CIPHER_KEY]; /* 0, 1, 2 … */

static void
setup(void)
{
    count_up(key, sizeof key, 0);
}

static void
flip(unsigned char *bytes, size_t bit)
{
    bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
}

/* ---- random bytes, secret memory ------------------------------------------------------------- */

START_TEST(test_random_bytes)
{
    unsigned char a[4096] = {0}, b[4096] = {0}, end = 0xA5;
    int seen[256] = {0};
    random_bytes(a, sizeof a);
    random_bytes(b, sizeof b);
    random_bytes(&end, 0);
    ck_assert_uint_eq(end, 0xA5);
    for (size_t at = 0; at < sizeof a; at += 16)
        ck_assert_mem_ne(a + at, b + at, 16);
    for (size_t at = 0; at < sizeof a; at++)
        seen[a[at]]++;
    for (int byte = 0; byte < 256; byte++)
        ck_assert(seen[byte] < 64); /* 16 are to be expected */
}
END_TEST

START_TEST(test_secret_alloc)
{
    static const unsigned char zeros[5000];
    for (size_t size = 0; size < sizeof zeros; size = size * 3 + 1) {
        unsigned char *secret = secret_alloc(size);
        ck_assert_ptr_nonnull(secret);
        ck_assert_mem_eq(secret, zeros, size);
        memset(secret, 0xA5, size);
        secret_free(secret);
    }
    secret_free(NULL);
}
END_TEST

/* Whether the flags of the memory at `address` have the two letters `flag` (proc(5), VmFlags). */
static int
has_flag(const void *address, const char *flag)
{
    char line[512];
    unsigned long from, until, at = (unsigned long)address;
    int inside = 0, has = -1;
    FILE *maps = fopen("/proc/self/smaps", "r");
    ck_assert_ptr_nonnull(maps);
    while (has < 0 && fgets(line, sizeof line, maps))
        if (sscanf(line, "%lx-%lx ", &from, &until) == 2)
            inside = at >= from && at < until;
        else if (inside && strncmp(line, "VmFlags:", 8) == 0)
            has = strstr(line + 8, flag) != NULL;
    fclose(maps);
    return has;
}

/* "dd": do not dump. */
START_TEST(test_secret_not_dumped)
{
    unsigned char *secret = secret_alloc(CIPHER_KEY);
    unsigned char *plain = calloc(1, CIPHER_KEY);
    ck_assert_int_eq(has_flag(secret, " dd"), 1);
    ck_assert_int_eq(has_flag(plain, " dd"), 0);
    free(plain);
    secret_free(secret);
}
END_TEST

/* A system that locks no memory for a user still gives it, and keeps it out of core dumps. */
START_TEST(test_secret_without_lock)
{
    const struct rlimit none = {0, 0};
    static unsigned char page[4096];
    ck_assert_int_eq(setrlimit(RLIMIT_MEMLOCK, &none), 0);
    if (geteuid() == 0)
        ck_assert_int_eq(setresuid(65534, 65534, 65534), 0);
    ck_assert_int_eq(syscall(SYS_mlock, page, sizeof page), -1);
    unsigned char *secret = secret_alloc(CIPHER_KEY);
    memcpy(secret, key, CIPHER_KEY);
    ck_assert_mem_eq(secret, key, CIPHER_KEY);
    secret_free(secret);
}
END_TEST

#ifndef __SANITIZE_ADDRESS__ /* which catches the signals, and takes more address space than is left */
START_TEST(test_secret_past_end)
{
    unsigned char *volatile secret = secret_alloc(CIPHER_KEY);
    ((volatile unsigned char *)secret)[CIPHER_KEY] = 1;
}
END_TEST

START_TEST(test_secret_after_free)
{
    unsigned char *volatile secret = secret_alloc(CIPHER_KEY);
    secret_free(secret);
    ((volatile unsigned char *)secret)[0] = 1;
}
END_TEST

START_TEST(test_secret_out_of_memory)
{
    const struct rlimit limit = {64 * 1024 * 1024, 64 * 1024 * 1024};
    setrlimit(RLIMIT_AS, &limit);
    for (;;)
        secret_alloc(1024 * 1024);
}
END_TEST
#endif

START_TEST(test_secret_wipe_and_equal)
{
    unsigned char a[40], b[40], zeros[40] = {0};
    count_up(a, sizeof a, 1);
    memcpy(b, a, sizeof b);
    ck_assert(secret_equal(a, b, sizeof a));
    for (size_t bit = 0; bit < 8 * sizeof b; bit++) {
        flip(b, bit);
        ck_assert(!secret_equal(a, b, sizeof a));
        flip(b, bit);
    }
    b[39] ^= 1;
    ck_assert(secret_equal(a, b, 39));
    ck_assert(secret_equal(a, zeros, 0));
    secret_wipe(a, 39);
    ck_assert_mem_eq(a, zeros, 39);
    ck_assert_uint_eq(a[39], 40);
}
END_TEST

/* ---- keys from keys -------------------------------------------------------------------------- */

/* Made with another implementation of BLAKE2b: key, personal "phone", salt "medi derive", no bytes. */
START_TEST(test_cipher_derive)
{
    unsigned char out[CIPHER_KEY], other[CIPHER_KEY];
    struct hash hash;
    cipher_derive(out, key, "phone");
    ck_assert_hex(out, sizeof out,
                  "de7759b34dc68e1da880d9b078f48a91d8e0db304fcfa47bc91e507f9ab10a77");
    cipher_derive(other, key, "phones");
    ck_assert_mem_ne(out, other, CIPHER_KEY);
    hash_begin(&hash, "phone", CIPHER_KEY, key);
    hash_end(&hash, other, CIPHER_KEY);
    ck_assert_mem_ne(out, other, CIPHER_KEY);
    key[31] ^= 1;
    cipher_derive(other, key, "phone");
    ck_assert_mem_ne(out, other, CIPHER_KEY);
    cipher_derive(other, key, "sixteen letters!");
}
END_TEST

START_TEST(test_cipher_derive_too_long)
{
    unsigned char out[CIPHER_KEY];
    cipher_derive(out, key, "seventeen letters");
}
END_TEST

/* ---- sealed values --------------------------------------------------------------------------- */

/* draft-irtf-cfrg-xchacha-03, A.3.1, with its nonce in front. */
START_TEST(test_cipher_published)
{
    static const char plain[] =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one "
        "tip for the future, sunscreen would be it.";
    unsigned char sealed[MOST], about[12], out[MOST];
    count_up(key, sizeof key, 0x80);
    unhex(about, sizeof about, "50515253c0c1c2c3c4c5c6c7");
    size_t length = unhex(sealed, sizeof sealed,
                          "404142434445464748494a4b4c4d4e4f5051525354555657"
                          "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                          "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                          "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                          "21f9664c97637da9768812f615c68b13b52e"
                          "c0875924c1c7987947deafd8780acf49");
    ck_assert_uint_eq(length, sizeof plain - 1 + CIPHER_EXTRA);
    ck_assert(cipher_open(out, key, about, sizeof about, sealed, length));
    ck_assert_mem_eq(out, plain, sizeof plain - 1);
}
END_TEST

/* Every length, nothing included; not a byte behind the room, and never twice the same. */
START_TEST(test_cipher_round)
{
    unsigned char plain[MOST], sealed[MOST + CIPHER_EXTRA + 1], again[MOST + CIPHER_EXTRA];
    unsigned char out[MOST + 1];
    count_up(plain, sizeof plain, 3);
    for (size_t length = 0; length <= MOST; length++) {
        memset(sealed, 0xA5, sizeof sealed);
        memset(out, 0xA5, sizeof out);
        cipher_seal(sealed, key, "about", 5, plain, length);
        cipher_seal(again, key, "about", 5, plain, length);
        ck_assert_mem_ne(sealed, again, 24);
        ck_assert_mem_ne(sealed + 24, again + 24, length + 16);
        ck_assert_uint_eq(sealed[length + CIPHER_EXTRA], 0xA5);
        ck_assert(cipher_open(out, key, "about", 5, sealed, length + CIPHER_EXTRA));
        ck_assert_mem_eq(out, plain, length);
        ck_assert_uint_eq(out[length], 0xA5);
    }
}
END_TEST

START_TEST(test_cipher_empty)
{
    unsigned char sealed[CIPHER_EXTRA], out = 0xA5;
    cipher_seal(sealed, key, NULL, 0, NULL, 0);
    ck_assert(cipher_open(&out, key, NULL, 0, sealed, sizeof sealed));
    ck_assert(cipher_open(&out, key, "", 0, sealed, sizeof sealed));
    ck_assert_uint_eq(out, 0xA5);
    ck_assert(!cipher_open(&out, key, "a", 1, sealed, sizeof sealed));
}
END_TEST

/* A sealed value and what it should be; `refused` opens it and looks that nothing came out. */
enum { LENGTH = 5, SEALED = LENGTH + CIPHER_EXTRA };

static bool
refused(const unsigned char *sealed, size_t length, const char *about)
{
    unsigned char out[LENGTH + 8] = {0};
    if (cipher_open(out, key, about, strlen(about), sealed, length))
        return false;
    ck_assert_ptr_null(memmem(out, sizeof out, "phone", LENGTH));
    return true;
}

START_TEST(test_cipher_every_bit)
{
    unsigned char sealed[SEALED];
    cipher_seal(sealed, key, "clients.phone.7", 15, "phone", LENGTH);
    for (size_t bit = 0; bit < 8 * SEALED; bit++) {
        flip(sealed, bit);
        ck_assert_msg(refused(sealed, SEALED, "clients.phone.7"), "bit %zu", bit);
        flip(sealed, bit);
    }
    for (size_t bit = 0; bit < 8 * CIPHER_KEY; bit++) {
        flip(key, bit);
        ck_assert_msg(refused(sealed, SEALED, "clients.phone.7"), "key bit %zu", bit);
        flip(key, bit);
    }
    ck_assert(!refused(sealed, SEALED, "clients.phone.7"));
}
END_TEST

START_TEST(test_cipher_wrong_length)
{
    unsigned char sealed[SEALED + 2] = {0};
    cipher_seal(sealed + 1, key, "about", 5, "phone", LENGTH);
    for (size_t length = 0; length < SEALED; length++) {
        ck_assert_msg(refused(sealed + 1, length, "about"), "cut to %zu", length);
        ck_assert_msg(refused(sealed + 1 + SEALED - length, length, "about"), "last %zu", length);
    }
    ck_assert(refused(sealed + 1, SEALED + 1, "about"));
    ck_assert(refused(sealed, SEALED + 1, "about"));
    ck_assert(!refused(sealed + 1, SEALED, "about"));
}
END_TEST

START_TEST(test_cipher_wrong_about)
{
    static const char *const others[] = {"",
                                         "clients.phone",
                                         "clients.phone.71",
                                         "clients.phone.8",
                                         "Clients.phone.7",
                                         "clients.name.7"};
    unsigned char sealed[SEALED];
    cipher_seal(sealed, key, "clients.phone.7", 15, "phone", LENGTH);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(refused(sealed, SEALED, others[i]), "%s", others[i]);
    ck_assert(!refused(sealed, SEALED, "clients.phone.7"));
    /* what was bound to nothing is not bound to something */
    cipher_seal(sealed, key, NULL, 0, "phone", LENGTH);
    ck_assert(refused(sealed, SEALED, "clients.phone.7"));
    ck_assert(!refused(sealed, SEALED, ""));
}
END_TEST

/* ---- boxes ----------------------------------------------------------------------------------- */

/* RFC 7748, 6.1. */
START_TEST(test_box_public)
{
    unsigned char secret[BOX_SECRET], out[BOX_PUBLIC];
    unhex(secret, sizeof secret,
          "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    box_public(out, secret);
    ck_assert_hex(out, sizeof out,
                  "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
}
END_TEST

/* Made with another implementation of X25519, XSalsa20, Poly1305 and BLAKE2b. */
START_TEST(test_box_golden)
{
    unsigned char reader[BOX_PUBLIC], sealed[13 + BOX_EXTRA], out[13];
    unhex(sealed, sizeof sealed,
          "7d9c24316539825c1896e57f28197746793ce60cbee3ad47da9d07b85fa55e2a"
          "46ed7382f122cc735684fc4eed0a70229adf46fd7f59315e23e4c3eaf9");
    box_public(reader, key);
    ck_assert(box_open(out, reader, key, sealed, sizeof sealed));
    ck_assert_mem_eq(out, "a key for one", 13);
}
END_TEST

START_TEST(test_box_round)
{
    unsigned char reader[BOX_PUBLIC], secret[BOX_SECRET], expected[BOX_PUBLIC];
    unsigned char sealed[64 + BOX_EXTRA + 1], again[64 + BOX_EXTRA], out[64];
    box_pair(reader, secret);
    box_public(expected, secret);
    ck_assert_mem_eq(reader, expected, BOX_PUBLIC);
    for (size_t length = 0; length <= 32; length++) {
        sealed[length + BOX_EXTRA] = 0xA5;
        ck_assert(box_seal(sealed, reader, key, length));
        ck_assert(box_seal(again, reader, key, length));
        ck_assert_mem_ne(sealed, again, BOX_PUBLIC);
        ck_assert_uint_eq(sealed[length + BOX_EXTRA], 0xA5);
        ck_assert(box_open(out, reader, secret, sealed, length + BOX_EXTRA));
        ck_assert_mem_eq(out, key, length);
    }
}
END_TEST

START_TEST(test_box_refused)
{
    enum { BOX = LENGTH + BOX_EXTRA };
    unsigned char reader[BOX_PUBLIC], secret[BOX_SECRET], other[BOX_PUBLIC], theirs[BOX_SECRET];
    unsigned char sealed[BOX + 1] = {0}, out[BOX];
    box_pair(reader, secret);
    box_pair(other, theirs);
    ck_assert_mem_ne(secret, theirs, BOX_SECRET);
    ck_assert(box_seal(sealed, reader, "phone", LENGTH));
    ck_assert(!box_open(out, other, theirs, sealed, BOX));
    ck_assert(!box_open(out, reader, theirs, sealed, BOX));
    ck_assert(!box_open(out, other, secret, sealed, BOX));
    ck_assert(!box_open(out, reader, secret, sealed, BOX + 1));
    for (size_t length = 0; length < BOX; length++)
        ck_assert(!box_open(out, reader, secret, sealed, length));
    for (size_t bit = 0; bit < 8 * BOX; bit++) {
        flip(sealed, bit);
        ck_assert_msg(!box_open(out, reader, secret, sealed, BOX), "bit %zu", bit);
        flip(sealed, bit);
    }
    ck_assert(box_open(out, reader, secret, sealed, BOX));
}
END_TEST

/* Such a key would make every sender agree on the same secret, which anyone knows. */
START_TEST(test_box_weak_reader)
{
    unsigned char reader[BOX_PUBLIC] = {0}, sealed[LENGTH + BOX_EXTRA];
    ck_assert(!box_seal(sealed, reader, "phone", LENGTH));
    reader[0] = 1;
    ck_assert(!box_seal(sealed, reader, "phone", LENGTH));
}
END_TEST

/* ---- streams --------------------------------------------------------------------------------- */

enum { PIECES = 4, PIECE = 50 };

/* What was pushed: `lengths` of its pieces; the last is marked so. */
static const size_t lengths[PIECES] = {7, 0, PIECE, 13};

struct pushed {
    unsigned char header[STREAM_HEADER];
    unsigned char pieces[PIECES][PIECE + STREAM_EXTRA];
};

static void
push_all(struct pushed *pushed)
{
    struct stream stream;
    unsigned char plain[PIECE];
    stream_push_begin(&stream, pushed->header, key);
    for (int i = 0; i < PIECES; i++) {
        memset(plain, 'a' + i, sizeof plain);
        stream_push(&stream, pushed->pieces[i], plain, lengths[i], i == PIECES - 1);
    }
}

/* Piece `i` as the next: 1 taken, 2 taken and the last, 0 refused. */
static int
pull(struct stream *stream, const struct pushed *pushed, int i)
{
    unsigned char out[PIECE + 1], expected[PIECE];
    bool last = true;
    memset(out, 0xA5, sizeof out);
    memset(expected, 'a' + i, sizeof expected);
    if (!stream_pull(stream, out, pushed->pieces[i], lengths[i] + STREAM_EXTRA, &last)) {
        ck_assert(!last);
        return 0;
    }
    ck_assert_mem_eq(out, expected, lengths[i]);
    ck_assert_uint_eq(out[lengths[i]], 0xA5);
    return last ? 2 : 1;
}

START_TEST(test_stream_round)
{
    struct pushed pushed, again;
    struct stream stream;
    push_all(&pushed);
    push_all(&again);
    ck_assert_mem_ne(pushed.header, again.header, STREAM_HEADER);
    ck_assert_mem_ne(pushed.pieces[2], again.pieces[2], PIECE + STREAM_EXTRA);
    ck_assert(stream_pull_begin(&stream, pushed.header, key));
    for (int i = 0; i < PIECES; i++)
        ck_assert_int_eq(pull(&stream, &pushed, i), i == PIECES - 1 ? 2 : 1);
    for (int i = 0; i < PIECES; i++)
        ck_assert_int_eq(pull(&stream, &pushed, i), 0);
}
END_TEST

/* Made with another implementation of ChaCha20 and Poly1305. */
START_TEST(test_stream_golden)
{
    static const struct {
        const char *plain, *sealed;
    } pieces[] = {
        {"one", "0dacf625b8e94e389c3c6c4dcfb283ae366e7a04"},
        {"", "9eaa8af378cfc486d0ce0f0eb4d7f3094f"},
        {"末尾 piece of the stream",
         "579f1564fb9ca016bdd85b67fdd8140a90f01c0d7ef177735c36f70154d570f99ccc7ac116ce2e85998a5b"},
    };
    unsigned char header[STREAM_HEADER], sealed[64], out[64];
    struct stream stream;
    bool last;
    count_up(header, sizeof header, 64);
    ck_assert(stream_pull_begin(&stream, header, key));
    for (int i = 0; i < 3; i++) {
        size_t length = unhex(sealed, sizeof sealed, pieces[i].sealed);
        ck_assert(stream_pull(&stream, out, sealed, length, &last));
        ck_assert_uint_eq(length, strlen(pieces[i].plain) + STREAM_EXTRA);
        ck_assert_mem_eq(out, pieces[i].plain, length - STREAM_EXTRA);
        ck_assert_int_eq(last, i == 2);
    }
}
END_TEST

/* At each place only the piece that belongs there is taken: none left out, twice, swapped or of another
 * stream. A refused piece changes nothing: the right one still fits. */
START_TEST(test_stream_order)
{
    struct pushed pushed, other;
    struct stream stream;
    push_all(&pushed);
    push_all(&other);
    ck_assert(stream_pull_begin(&stream, pushed.header, key));
    for (int place = 0; place < PIECES; place++) {
        for (int i = 0; i < PIECES; i++) {
            ck_assert_int_eq(pull(&stream, &other, i), 0);
            if (i != place)
                ck_assert_msg(pull(&stream, &pushed, i) == 0, "%d at %d", i, place);
        }
        ck_assert_int_ne(pull(&stream, &pushed, place), 0);
    }
}
END_TEST

/* A stream that was cut off between two pieces has no last one, though all its pieces are right. */
START_TEST(test_stream_cut_short)
{
    struct pushed pushed;
    struct stream stream;
    push_all(&pushed);
    ck_assert(stream_pull_begin(&stream, pushed.header, key));
    for (int i = 0; i < PIECES - 1; i++)
        ck_assert_int_eq(pull(&stream, &pushed, i), 1);
}
END_TEST

START_TEST(test_stream_piece_cut)
{
    struct pushed pushed;
    struct stream stream;
    unsigned char out[PIECE + 1], longer[PIECE + STREAM_EXTRA] = {0};
    bool last;
    push_all(&pushed);
    ck_assert(stream_pull_begin(&stream, pushed.header, key));
    for (size_t length = 0; length < lengths[0] + STREAM_EXTRA; length++)
        ck_assert(!stream_pull(&stream, out, pushed.pieces[0], length, &last));
    memcpy(longer, pushed.pieces[0], lengths[0] + STREAM_EXTRA);
    ck_assert(!stream_pull(&stream, out, longer, lengths[0] + STREAM_EXTRA + 1, &last));
    ck_assert_int_eq(pull(&stream, &pushed, 0), 1);
}
END_TEST

/* Of the header, of the key, of the first piece. */
START_TEST(test_stream_every_bit)
{
    struct pushed pushed;
    struct stream stream;
    push_all(&pushed);
    const struct {
        unsigned char *bytes;
        size_t length;
    } parts[] = {{pushed.header, STREAM_HEADER},
                 {key, CIPHER_KEY},
                 {pushed.pieces[0], lengths[0] + STREAM_EXTRA}};
    for (size_t part = 0; part < 3; part++)
        for (size_t bit = 0; bit < 8 * parts[part].length; bit++) {
            flip(parts[part].bytes, bit);
            if (stream_pull_begin(&stream, pushed.header, key))
                ck_assert_msg(pull(&stream, &pushed, 0) == 0, "part %zu bit %zu", part, bit);
            flip(parts[part].bytes, bit);
        }
    ck_assert(stream_pull_begin(&stream, pushed.header, key));
    ck_assert_int_eq(pull(&stream, &pushed, 0), 1);
}
END_TEST

static TCase *
memory_tests(void)
{
    TCase *memory = tcase_create("memory");
    tcase_add_checked_fixture(memory, setup, NULL);
    tcase_add_test(memory, test_random_bytes);
    tcase_add_test(memory, test_secret_alloc);
    tcase_add_test(memory, test_secret_not_dumped);
    tcase_add_test(memory, test_secret_without_lock);
    tcase_add_test(memory, test_secret_wipe_and_equal);
#ifndef __SANITIZE_ADDRESS__
    tcase_add_test_raise_signal(memory, test_secret_past_end, SIGSEGV);
    tcase_add_test_raise_signal(memory, test_secret_after_free, SIGSEGV);
    tcase_add_exit_test(memory, test_secret_out_of_memory, 4);
#endif
    return memory;
}

static TCase *
value_tests(void)
{
    TCase *values = tcase_create("values");
    tcase_add_checked_fixture(values, setup, NULL);
    tcase_add_test(values, test_cipher_derive);
    tcase_add_test_raise_signal(values, test_cipher_derive_too_long, SIGABRT);
    tcase_add_test(values, test_cipher_published);
    tcase_add_test(values, test_cipher_round);
    tcase_add_test(values, test_cipher_empty);
    tcase_add_test(values, test_cipher_every_bit);
    tcase_add_test(values, test_cipher_wrong_length);
    tcase_add_test(values, test_cipher_wrong_about);
    return values;
}

static TCase *
box_tests(void)
{
    TCase *boxes = tcase_create("boxes");
    tcase_add_checked_fixture(boxes, setup, NULL);
    tcase_add_test(boxes, test_box_public);
    tcase_add_test(boxes, test_box_golden);
    tcase_add_test(boxes, test_box_round);
    tcase_add_test(boxes, test_box_refused);
    tcase_add_test(boxes, test_box_weak_reader);
    return boxes;
}

static TCase *
stream_tests(void)
{
    TCase *streams = tcase_create("streams");
    tcase_add_checked_fixture(streams, setup, NULL);
    tcase_add_test(streams, test_stream_round);
    tcase_add_test(streams, test_stream_golden);
    tcase_add_test(streams, test_stream_order);
    tcase_add_test(streams, test_stream_cut_short);
    tcase_add_test(streams, test_stream_piece_cut);
    tcase_add_test(streams, test_stream_every_bit);
    return streams;
}

Suite *
cipher_suite(void)
{
    Suite *suite = suite_create("cipher");
    suite_add_tcase(suite, memory_tests());
    suite_add_tcase(suite, value_tests());
    suite_add_tcase(suite, box_tests());
    suite_add_tcase(suite, stream_tests());
    return suite;
}
