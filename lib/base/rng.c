#include "base/rng.h"

static uint64_t
rotate(uint64_t number, int by)
{
    return number << by | number >> (64 - by);
}

static uint64_t
splitmix(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

void
rng_seed(struct rng *rng, uint64_t seed)
{
    for (int i = 0; i < 4; i++)
        rng->state[i] = splitmix(&seed);
}

void
rng_stream(struct rng *rng, uint64_t seed, uint64_t stream, uint64_t index)
{
    uint64_t mixed = splitmix(&seed) + stream;
    mixed = splitmix(&mixed) + index;
    rng_seed(rng, mixed);
}

uint64_t
rng_next(struct rng *rng)
{
    uint64_t *s = rng->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 45);
    return result;
}

uint32_t
rng_below(struct rng *rng, uint32_t bound)
{
    uint64_t product = (rng_next(rng) >> 32) * bound;
    if ((uint32_t)product < bound) {
        uint32_t least = (uint32_t)-bound % bound;
        while ((uint32_t)product < least)
            product = (rng_next(rng) >> 32) * bound;
    }
    return (uint32_t)(product >> 32);
}

int
rng_between(struct rng *rng, int low, int high)
{
    if (high <= low)
        return low;
    return (int)((int64_t)low + rng_below(rng, (uint32_t)((int64_t)high - low) + 1));
}

bool
rng_chance(struct rng *rng, int permille)
{
    return rng_below(rng, 1000) < (uint32_t)(permille > 0 ? permille : 0);
}

int
rng_pick(struct rng *rng, const int *weights, int count)
{
    uint32_t sum = 0;
    for (int i = 0; i < count; i++)
        sum += (uint32_t)weights[i];
    uint32_t drawn = rng_below(rng, sum);
    int index = 0;
    while (index < count - 1 && drawn >= (uint32_t)weights[index])
        drawn -= (uint32_t)weights[index++];
    return index;
}
