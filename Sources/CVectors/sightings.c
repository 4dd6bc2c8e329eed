#include "CVectors.h"

/* How vectors would be passed does not matter: all but the look itself is inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

/* As arrays hold them: eight doubles with the alignment of one. */
typedef double loose8 __attribute__((ext_vector_type(8), aligned(8)));

OPERATION doubles8 magnitude8(doubles8 a) { return (doubles8)((bits8)a & 0x7FFFFFFFFFFFFFFFull); }

static inline __attribute__((always_inline)) struct sighting8 look(
    long count, long n, const _Bool *wanted, const loose8 *restrict x, const loose8 *restrict values,
    const loose8 *restrict gradient, const loose8 *restrict lower, const loose8 *restrict upper,
    const loose8 *restrict targets, loose8 *restrict best, loose8 *restrict bestPoint) {
  struct sighting8 sighting = {__builtin_inf(), 0, 0, 0};
  doubles8 sum = 0, leastSlope = sighting.leastSlope;
  for (long batch = 0; batch < count; batch++) {
    if (!wanted[batch]) continue;
    doubles8 value = values[batch], lowest = best[batch];
    doubles8 size = magnitude8(value), slope = 0;
    words8 isInside = ~(words8){0};
    for (long i = 0; i < n; i++) {
      doubles8 own = x[batch * n + i], magnitude = magnitude8(gradient[batch * n + i]);
      isInside &= (own >= lower[i]) & (own <= upper[i]);
      size += magnitude;
      slope = magnitude > slope ? magnitude : slope;
    }
    sum += size;
    leastSlope = slope < leastSlope ? slope : leastSlope;
    words8 isBetter = isInside & (value < lowest) & (value > -__builtin_inf());
    lowest = isBetter ? value : lowest;
    best[batch] = lowest;
    for (long i = batch * n; i < batch * n + n; i++) bestPoint[i] = isBetter ? x[i] : bestPoint[i];
    sighting.isAnyOutside |= anyNegative8((bits8)~isInside);
    sighting.isAnyAtTarget |= anyNegative8((bits8)(lowest <= targets[batch]));
  }
  sighting.isAnyInfinite = anyNegative8((bits8)~(sum < __builtin_inf()));
  for (int lane = 0; lane < 8; lane++)
    sighting.leastSlope = leastSlope[lane] < sighting.leastSlope ? leastSlope[lane] : sighting.leastSlope;
  return sighting;
}

struct sighting8 look8(
    long count, long dimension, const _Bool *wanted, const void *x, const void *values, const void *gradient,
    const void *lower, const void *upper, const void *targets, void *best, void *bestPoint) {
  /* Most studies are in two dimensions, which are faster where the compiler knows of them. */
  if (dimension == 2) return look(count, 2, wanted, x, values, gradient, lower, upper, targets, best, bestPoint);
  return look(count, dimension, wanted, x, values, gradient, lower, upper, targets, best, bestPoint);
}
