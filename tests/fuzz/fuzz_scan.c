/*
 * scan: codes. What is taken lies in the bytes that were scanned or in the scan's room, is as long as it may be, is the same
 * when it is read again in brackets, and joins with itself or not; what is refused has a word and a reason. The first byte
 * chooses the options.
 */
#include "fuzz.h"

#include "base/day.h"
#include "scan/ai.h"
#include "scan/scan.h"

static struct scan scan, again, whole;

static void
check_place(const struct scan *of, const struct scan_text *text, const char *bytes, size_t length)
{
    bool in_bytes = text->at >= bytes && text->at + text->length <= bytes + length;
    bool in_room = text->at >= of->room && text->at + text->length <= of->room + of->used;
    MUST(text->length == 0 || in_bytes || in_room);
}

static void
check_day_known(int64_t day)
{
    MUST(day == SCAN_NO_DAY || (day > -719162 && day < 2932896));
}

static void
check_good(const char *bytes, size_t length)
{
    MUST(scan.kind != SCAN_UNKNOWN || length == 0);
    MUST(scan.count >= 0 && scan.count <= SCAN_AIS && scan.used <= sizeof scan.room);
    for (int i = 0; i < scan.count; i++) {
        const struct scan_item *item = &scan.items[i];
        check_place(&scan, &item->value, bytes, length);
        MUST(item->value.length >= item->ai->least && item->value.length <= item->ai->most);
    }
    check_place(&scan, &scan.lot, bytes, length);
    check_place(&scan, &scan.serial, bytes, length);
    check_place(&scan, &scan.owner, bytes, length);
    check_place(&scan, &scan.product, bytes, length);
    check_place(&scan, &scan.unit, bytes, length);
    MUST(strlen(scan.gtin) == 0 || strlen(scan.gtin) == 14);
    check_day_known(scan.expiry);
    check_day_known(scan.made);
}

/* In brackets it is the same again, unless they make it longer than a scan may be. */
static void
check_again(const struct scan_options *options)
{
    struct str brackets = STR_INIT, other = STR_INIT;
    scan_bracketed(&scan, &brackets);
    if (scan.count > 0 && brackets.length <= SCAN_LONGEST) {
        MUST(scan_decode(&again, options, brackets.text, brackets.length));
        scan_bracketed(&again, &other);
        MUST(other.length == brackets.length &&
             memcmp(other.text, brackets.text, other.length) == 0);
    }
    str_release(&brackets);
    str_release(&other);
}

static void
check_join(void)
{
    struct str one = STR_INIT, other = STR_INIT;
    scan_start(&whole, &scan);
    if (whole.fault == SCAN_FINE) {
        scan_bracketed(&scan, &one);
        scan_bracketed(&whole, &other);
        MUST(one.length == other.length && memcmp(one.text, other.text, one.length) == 0);
        MUST(scan_join(&whole, &scan) >= -1);
    }
    str_release(&one);
    str_release(&other);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    uint8_t choice = input_byte(&input);
    struct scan_options options = {.year = 1990 + choice, .serials = choice & 1, .gs1 = choice & 2};
    struct str words = STR_INIT;
    size_t length = input.left;
    char *bytes = malloc(length + (length == 0));
    if (choice & 4)
        options.standin[options.standins++] = "<GS>";
    memcpy(bytes, input.at, length);
    if (scan_decode(&scan, &options, bytes, length)) {
        MUST(scan.fault == SCAN_FINE);
        check_good(bytes, length);
        check_again(&options);
        check_join();
        scan_json(&scan, &words);
    } else {
        MUST(scan.fault != SCAN_FINE && scan.reason && scan_fault_word(scan.fault));
        scan_error(&scan, &words);
        check_text(words.text, words.length);
    }
    str_release(&words);
    free(bytes);
    return 0;
}
