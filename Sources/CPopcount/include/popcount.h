// Counting the bits that two filters share, for many pairs at once.

#ifndef RAPPORTEUR_POPCOUNT_H
#define RAPPORTEUR_POPCOUNT_H

#include <stdint.h>

/// Filters of a block: as many as one vector of the widest kernel holds.
#define POPCOUNT_LANES 8

/// The kernel that this machine runs: 2 vectors with a counting instruction, 1 counting of words, 0 plain arithmetic.
int popcount_kernel(void);

/// Blocks in which a filter shares at least `least` bits with `query`.
///
/// `block` holds `blocks` blocks of eight filters, word by word: word w of filter f of block b at (b * words + w) * 8 + f.
/// `hits` receives the numbers of the blocks found, `shared` their eight counts each, one block after another; both have
/// room for one block more than there are. `kernel` is what `popcount_kernel` said, or less. Returns how many were found.
long popcount_reaching(
    const uint64_t *query, const uint64_t *block, long words, long blocks, uint32_t least, uint32_t *hits,
    uint32_t *shared, int kernel);

#endif
