// Goals, in order: (1) the same counts on every machine; (2) half of the work for pairs that are nothing alike: folds are
// compared first; (3) the block's layout lets eight filters be counted side by side without adding across a vector.
// The compiler makes each variant for its own instructions; which one runs is asked of the processor once.
// Source of the count by table: Mula, Kurz, Lemire (2018), Faster population counts using AVX2 instructions.

#include "popcount.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Every variant is the same loop over blocks around its own two counts of a block.
#define REACHING(NAME, TARGET, IS_NEAR, COUNT)                                                                        \
    TARGET static long NAME(                                                                                          \
        popcount_query query, popcount_blocks blocks, uint32_t *hits, uint32_t *shared, long *looked) {               \
        long found = 0, full = 0;                                                                                     \
        const long words = blocks.words, half = words / 2;                                                            \
        for (long b = 0; b < blocks.blocks; b++) {                                                                    \
            if (blocks.folds && !IS_NEAR(query.fold, blocks.folds + b * half * 8, half, query.most)) continue;        \
            full++;                                                                                                   \
            hits[found] = (uint32_t)b;                                                                                \
            /* Added without a branch: what is not found is written over. */                                         \
            found += COUNT(query.filter, blocks.filters + b * words * 8, words, query.least, shared + found * 8);     \
        }                                                                                                             \
        *looked = full;                                                                                               \
        return found;                                                                                                 \
    }

static uint32_t plain_count(uint64_t word) {
    word -= (word >> 1) & 0x5555555555555555ULL;
    word = (word & 0x3333333333333333ULL) + ((word >> 2) & 0x3333333333333333ULL);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FULL;
    return (uint32_t)((word * 0x0101010101010101ULL) >> 56);
}

#define PER_WORD(PREFIX, TARGET, BITS)                                                                                \
    TARGET static inline int PREFIX##_near(const uint64_t *query, const uint64_t *block, long words, uint32_t most) { \
        uint64_t count[POPCOUNT_LANES] = {0};                                                                         \
        for (long w = 0; w < words; w++)                                                                              \
            for (int lane = 0; lane < POPCOUNT_LANES; lane++)                                                         \
                count[lane] += (uint64_t)BITS(query[w] ^ block[w * 8 + lane]);                                        \
        int reaches = 0;                                                                                              \
        for (int lane = 0; lane < POPCOUNT_LANES; lane++) reaches |= count[lane] <= most;                             \
        return reaches;                                                                                               \
    }                                                                                                                 \
    TARGET static inline int PREFIX##_shared(                                                                         \
        const uint64_t *query, const uint64_t *block, long words, uint32_t least, uint32_t *shared) {                 \
        uint64_t count[POPCOUNT_LANES] = {0};                                                                         \
        for (long w = 0; w < words; w++)                                                                              \
            for (int lane = 0; lane < POPCOUNT_LANES; lane++)                                                         \
                count[lane] += (uint64_t)BITS(query[w] & block[w * 8 + lane]);                                        \
        int reaches = 0;                                                                                              \
        for (int lane = 0; lane < POPCOUNT_LANES; lane++) {                                                           \
            shared[lane] = (uint32_t)count[lane];                                                                     \
            reaches |= count[lane] >= least;                                                                          \
        }                                                                                                             \
        return reaches;                                                                                               \
    }

PER_WORD(plain, , plain_count)
REACHING(reaching_plain, , plain_near, plain_shared)

#if defined(__x86_64__)
#define WITH_WORDS __attribute__((target("popcnt")))
PER_WORD(words, WITH_WORDS, __builtin_popcountll)
REACHING(reaching_words, WITH_WORDS, words_near, words_shared)

#define WITH_TABLES __attribute__((target("avx2")))

// The bits of each byte, by a table for four bits.
WITH_TABLES static inline __m256i bits_of_bytes(__m256i bits) {
    const __m256i table = _mm256_setr_epi8(
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i low = _mm256_set1_epi8(0x0F);
    return _mm256_add_epi8(
        _mm256_shuffle_epi8(table, _mm256_and_si256(bits, low)),
        _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bits, 4), low)));
}

// Counts of four filters each in 64 bits: bytes hold 31 words of counts, then they are added up.
#define TABLE_COUNTS(OPERATION)                                                                                       \
    const __m256i zero = _mm256_setzero_si256();                                                                      \
    __m256i first = zero, second = zero;                                                                              \
    for (long start = 0; start < words; start += 31) {                                                                \
        const long end = start + 31 < words ? start + 31 : words;                                                     \
        __m256i one = zero, two = zero;                                                                               \
        for (long w = start; w < end; w++) {                                                                          \
            const __m256i own = _mm256_set1_epi64x((long long)query[w]);                                              \
            const __m256i *row = (const __m256i *)(block + w * 8);                                                    \
            one = _mm256_add_epi8(one, bits_of_bytes(OPERATION(own, _mm256_loadu_si256(row))));                       \
            two = _mm256_add_epi8(two, bits_of_bytes(OPERATION(own, _mm256_loadu_si256(row + 1))));                   \
        }                                                                                                             \
        first = _mm256_add_epi64(first, _mm256_sad_epu8(one, zero));                                                  \
        second = _mm256_add_epi64(second, _mm256_sad_epu8(two, zero));                                                \
    }

WITH_TABLES static inline int tables_near(const uint64_t *query, const uint64_t *block, long words, uint32_t most) {
    TABLE_COUNTS(_mm256_xor_si256)
    const __m256i limit = _mm256_set1_epi64x((long long)most + 1);
    return _mm256_movemask_epi8(
               _mm256_or_si256(_mm256_cmpgt_epi64(limit, first), _mm256_cmpgt_epi64(limit, second))) != 0;
}

WITH_TABLES static inline int tables_shared(
    const uint64_t *query, const uint64_t *block, long words, uint32_t least, uint32_t *shared) {
    TABLE_COUNTS(_mm256_and_si256)
    uint64_t count[POPCOUNT_LANES];
    _mm256_storeu_si256((__m256i *)count, first);
    _mm256_storeu_si256((__m256i *)(count + 4), second);
    int reaches = 0;
    for (int lane = 0; lane < POPCOUNT_LANES; lane++) {
        shared[lane] = (uint32_t)count[lane];
        reaches |= count[lane] >= least;
    }
    return reaches;
}
REACHING(reaching_tables, WITH_TABLES, tables_near, tables_shared)

#define WITH_VECTORS __attribute__((target("avx512f,avx512vl,avx512vpopcntdq")))
#define VECTOR_COUNTS(OPERATION)                                                                                      \
    __m512i even = _mm512_setzero_si512(), odd = _mm512_setzero_si512();                                              \
    long w = 0;                                                                                                       \
    for (; w + 1 < words; w += 2) {                                                                                   \
        const __m512i one = OPERATION(_mm512_loadu_si512(block + w * 8), _mm512_set1_epi64((long long)query[w]));     \
        const __m512i two =                                                                                           \
            OPERATION(_mm512_loadu_si512(block + w * 8 + 8), _mm512_set1_epi64((long long)query[w + 1]));             \
        even = _mm512_add_epi64(even, _mm512_popcnt_epi64(one));                                                      \
        odd = _mm512_add_epi64(odd, _mm512_popcnt_epi64(two));                                                        \
    }                                                                                                                 \
    if (w < words) {                                                                                                  \
        const __m512i one = OPERATION(_mm512_loadu_si512(block + w * 8), _mm512_set1_epi64((long long)query[w]));     \
        even = _mm512_add_epi64(even, _mm512_popcnt_epi64(one));                                                      \
    }                                                                                                                 \
    const __m256i counts = _mm512_cvtepi64_epi32(_mm512_add_epi64(even, odd));

WITH_VECTORS static inline int vectors_near(const uint64_t *query, const uint64_t *block, long words, uint32_t most) {
    VECTOR_COUNTS(_mm512_xor_si512)
    return _mm256_cmple_epu32_mask(counts, _mm256_set1_epi32((int)most)) != 0;
}

WITH_VECTORS static inline int vectors_shared(
    const uint64_t *query, const uint64_t *block, long words, uint32_t least, uint32_t *shared) {
    VECTOR_COUNTS(_mm512_and_si512)
    _mm256_storeu_si256((__m256i *)shared, counts);
    return _mm256_cmpge_epu32_mask(counts, _mm256_set1_epi32((int)least)) != 0;
}
REACHING(reaching_vectors, WITH_VECTORS, vectors_near, vectors_shared)
#endif

int popcount_kernel(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512vl")) return 3;
    if (__builtin_cpu_supports("avx2")) return 2;
    if (__builtin_cpu_supports("popcnt")) return 1;
#endif
    return 0;
}

long popcount_reaching(
    popcount_query query, popcount_blocks blocks, uint32_t *hits, uint32_t *shared, long *looked, int kernel) {
#if defined(__x86_64__)
    if (kernel >= 3) return reaching_vectors(query, blocks, hits, shared, looked);
    if (kernel == 2) return reaching_tables(query, blocks, hits, shared, looked);
    if (kernel == 1) return reaching_words(query, blocks, hits, shared, looked);
#endif
    return reaching_plain(query, blocks, hits, shared, looked);
}
