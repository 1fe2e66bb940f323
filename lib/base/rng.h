/*
 * rng: numbers that look random and are the same on every machine.
 *
 * xoshiro256** 1.0 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018),
 * its state filled by splitmix64 as its authors advise. Integers only, so a seed gives the same
 * numbers with every compiler. Fast and even, but foreseeable: never for keys, tokens or nonces.
 */
#ifndef MEDI_BASE_RNG_H
#define MEDI_BASE_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
    uint64_t state[4];
};

void rng_seed(struct rng *rng, uint64_t seed);

/* A generator of its own for the `index`th thing of the kind `stream`: what is drawn for one thing
 * does not depend on how much was drawn for those before it. */
void rng_stream(struct rng *rng, uint64_t seed, uint64_t stream, uint64_t index);

uint64_t rng_next(struct rng *rng);

/* Even in [0, bound), without the bias of a remainder (Lemire 2019); 0 for a bound of 0. */
uint32_t rng_below(struct rng *rng, uint32_t bound);

/* Even in [low, high], both ends in; `low` when high is not above it. */
int rng_between(struct rng *rng, int low, int high);

/* True `permille` times in a thousand. */
bool rng_chance(struct rng *rng, int permille);

/* An index into `weights`, each as often as its weight (none negative, their sum over 0) says. */
int rng_pick(struct rng *rng, const int *weights, int count);

#endif
