// Counting the bits that two filters share, for many pairs at once.

#ifndef RAPPORTEUR_POPCOUNT_H
#define RAPPORTEUR_POPCOUNT_H

#include <stdint.h>

/// Filters of a block: as many as one vector of the widest kernel holds.
#define POPCOUNT_LANES 8

/// The kernel that this machine runs: 3 vectors with a counting instruction (AVX-512), 2 vectors that count by table (AVX2),
/// 1 counting of words, 0 plain arithmetic.
int popcount_kernel(void);

/// Filters laid out by eight: word w of filter f of block b at (b * words + w) * 8 + f. `folds` holds half as many words of
/// each, the first half of a filter XOR its second; null where nothing is folded.
typedef struct {
    const uint64_t *filters;
    const uint64_t *folds;
    long words;
    long blocks;
} popcount_blocks;

/// A filter to compare with all of them, and its fold; the least bits to share, and the most by which folds may differ.
typedef struct {
    const uint64_t *filter;
    const uint64_t *fold;
    uint32_t least;
    uint32_t most;
} popcount_query;

/// Blocks in which a filter shares at least `least` bits with the query's.
///
/// Where there are folds, only blocks with a fold that differs in at most `most` bits are looked at: two filters differ in at
/// least as many bits as their folds do. `hits` receives the numbers of the blocks found, `shared` their eight counts each,
/// one block after another; both have room for one block more than there are. `looked` receives how many blocks were
/// counted in full. `kernel` is what `popcount_kernel` said, or less. Returns how many were found.
long popcount_reaching(
    popcount_query query, popcount_blocks blocks, uint32_t *hits, uint32_t *shared, long *looked, int kernel);

#endif
