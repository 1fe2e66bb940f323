/*
 * private: what the readers of the schemes share. Only lib/scan includes it.
 *
 * A reader fills a scan whose fault is SCAN_FINE, and returns false once scan_fail() gave it one.
 */
#ifndef MEDI_SCAN_PRIVATE_H
#define MEDI_SCAN_PRIVATE_H

#include "base/err.h" /* N_ */
#include "scan/ai.h"
#include "scan/scan.h"

/* The fault, unless it has one; false. */
bool scan_fail(struct scan *scan, enum scan_fault fault, const struct ai *ai, const char *reason);

/* Forgets everything but kind, year and room. */
void scan_clear(struct scan *scan);

/* 0 to 15, or -1 */
int scan_hex(char byte);

/* Room for `length` bytes; NULL (with the fault) when there is no more. */
char *scan_room(struct scan *scan, size_t length);

/* One more AI, with its value, whose characters and checks were judged. */
bool scan_add(struct scan *scan, const struct ai *ai, const char *value, size_t length);

/* A value alone: judged from its first byte on; how many bytes it takes of `length`, 0 with a fault. */
size_t scan_value(struct scan *scan, const struct ai *ai, const char *value, size_t length);
/* All of it is the value. */
bool scan_whole_value(struct scan *scan, const struct ai *ai, const char *value, size_t length);

/* AIs behind the first FNC1, which is gone; 0x1D separates. */
bool scan_elements(struct scan *scan, const char *text, size_t length);
/* (01)…(10)… */
bool scan_brackets(struct scan *scan, const char *text, size_t length);
/* http://… */
bool scan_link(struct scan *scan, const char *text, size_t length);

/* What AIs must hold among one another. */
bool scan_pairs(struct scan *scan);
/* gtin, lot, expiry and so on of the AIs. */
void scan_take(struct scan *scan);
/* Both. */
bool scan_finish(struct scan *scan);

/* Digits of EAN, UPC and ITF; scan_gtin pads to 14 and takes what holds. */
bool scan_ean(struct scan *scan, enum scan_kind kind, const char *digits, size_t length);
bool scan_upce(struct scan *scan, const char *digits);
/* Behind ]E0 … ]E4 */
bool scan_ean_prefixed(struct scan *scan, char modifier, const char *text, size_t length);

bool scan_hibc(struct scan *scan, const char *text, size_t length);
bool scan_ma(struct scan *scan, const char *text, size_t length);

/* Whether this is hexadecimal of the length and header of an EPC; then read it. */
bool scan_epc_like(const char *text, size_t length);
bool scan_epc(struct scan *scan, const char *text, size_t length);

static inline struct scan_text
scan_text(const char *at, size_t length)
{
    return (struct scan_text){at, length};
}

#endif
