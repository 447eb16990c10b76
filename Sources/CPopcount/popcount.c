// Goals, in order: (1) the same counts on every machine; (2) no pair decided by a branch: the block's layout lets eight
// filters be counted side by side without adding across a vector.
// The compiler makes each variant for its own instructions; which one runs is asked of the processor once.

#include "popcount.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static uint32_t plain_count(uint64_t word) {
    word -= (word >> 1) & 0x5555555555555555ULL;
    word = (word & 0x3333333333333333ULL) + ((word >> 2) & 0x3333333333333333ULL);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FULL;
    return (uint32_t)((word * 0x0101010101010101ULL) >> 56);
}

static long shared_plain(
    const uint64_t *query, const uint64_t *block, long words, long blocks, uint32_t least, uint32_t *hits,
    uint32_t *shared) {
    long found = 0;
    for (long b = 0; b < blocks; b++) {
        int reaches = 0;
        for (int lane = 0; lane < POPCOUNT_LANES; lane++) {
            uint32_t count = 0;
            for (long w = 0; w < words; w++) count += plain_count(query[w] & block[(b * words + w) * 8 + lane]);
            shared[found * 8 + lane] = count;
            reaches |= count >= least;
        }
        hits[found] = (uint32_t)b;
        found += reaches;
    }
    return found;
}

#if defined(__x86_64__)
__attribute__((target("popcnt"))) static long shared_words(
    const uint64_t *query, const uint64_t *block, long words, long blocks, uint32_t least, uint32_t *hits,
    uint32_t *shared) {
    long found = 0;
    for (long b = 0; b < blocks; b++) {
        uint64_t count[POPCOUNT_LANES] = {0};
        for (long w = 0; w < words; w++) {
            const uint64_t *row = block + (b * words + w) * 8;
            const uint64_t own = query[w];
            for (int lane = 0; lane < POPCOUNT_LANES; lane++)
                count[lane] += (uint64_t)__builtin_popcountll(own & row[lane]);
        }
        int reaches = 0;
        for (int lane = 0; lane < POPCOUNT_LANES; lane++) {
            shared[found * 8 + lane] = (uint32_t)count[lane];
            reaches |= count[lane] >= least;
        }
        hits[found] = (uint32_t)b;
        found += reaches;
    }
    return found;
}

__attribute__((target("avx512f,avx512vl,avx512vpopcntdq"))) static long shared_vectors(
    const uint64_t *query, const uint64_t *block, long words, long blocks, uint32_t least, uint32_t *hits,
    uint32_t *shared) {
    long found = 0;
    for (long b = 0; b < blocks; b++) {
        __m512i even = _mm512_setzero_si512();
        __m512i odd = _mm512_setzero_si512();
        const uint64_t *row = block + b * words * 8;
        long w = 0;
        for (; w + 1 < words; w += 2) {
            __m512i one = _mm512_and_si512(_mm512_loadu_si512(row + w * 8), _mm512_set1_epi64((long long)query[w]));
            __m512i two =
                _mm512_and_si512(_mm512_loadu_si512(row + w * 8 + 8), _mm512_set1_epi64((long long)query[w + 1]));
            even = _mm512_add_epi64(even, _mm512_popcnt_epi64(one));
            odd = _mm512_add_epi64(odd, _mm512_popcnt_epi64(two));
        }
        if (w < words) {
            __m512i one = _mm512_and_si512(_mm512_loadu_si512(row + w * 8), _mm512_set1_epi64((long long)query[w]));
            even = _mm512_add_epi64(even, _mm512_popcnt_epi64(one));
        }
        __m256i counts = _mm512_cvtepi64_epi32(_mm512_add_epi64(even, odd));
        _mm256_storeu_si256((__m256i *)(shared + found * 8), counts);
        hits[found] = (uint32_t)b;
        // Added without a branch: what is not found is written over.
        found += _mm256_cmpge_epu32_mask(counts, _mm256_set1_epi32((int)least)) != 0;
    }
    return found;
}
#endif

int popcount_kernel(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512vl")) return 2;
    if (__builtin_cpu_supports("popcnt")) return 1;
#endif
    return 0;
}

long popcount_reaching(
    const uint64_t *query, const uint64_t *block, long words, long blocks, uint32_t least, uint32_t *hits,
    uint32_t *shared, int kernel) {
#if defined(__x86_64__)
    if (kernel >= 2) return shared_vectors(query, block, words, blocks, least, hits, shared);
    if (kernel == 1) return shared_words(query, block, words, blocks, least, hits, shared);
#endif
    return shared_plain(query, block, words, blocks, least, hits, shared);
}
