/*
 * sign: Ed25519 (RFC 8032), by libsodium. The secret key is the 32-byte seed.
 */
#ifndef MEDI_BASE_SIGN_H
#define MEDI_BASE_SIGN_H

#include <stdbool.h>
#include <stddef.h>

enum { SIGN_PUBLIC = 32, SIGN_SECRET = 32, SIGN_SIZE = 64 };

void sign_pair(unsigned char public_key[SIGN_PUBLIC], unsigned char secret_key[SIGN_SECRET]);
void sign_public(unsigned char public_key[SIGN_PUBLIC],
                 const unsigned char secret_key[SIGN_SECRET]);
void sign_bytes(unsigned char signature[SIGN_SIZE], const unsigned char secret_key[SIGN_SECRET],
                const void *bytes, size_t length);
bool sign_verify(const unsigned char signature[SIGN_SIZE],
                 const unsigned char public_key[SIGN_PUBLIC], const void *bytes, size_t length);

#endif
