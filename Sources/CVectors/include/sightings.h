/* A look at some batches of eight points that have been evaluated: what is better is taken over, what is odd is found.

   One pass, so that what a batch needs is loaded once. In C, since in Swift masks go through memory from one operation to
   the next and arrays are asked for their length at every element, which took twice as long. */
#pragma once

/* What a look finds, without saying where: it is rare that somebody has to know. */
struct sighting8 {
  /* The least of all points' largest slopes; a slope that is NaN is not the largest. */
  double leastSlope;
  _Bool isAnyOutside;
  _Bool isAnyAtTarget;
  /* Whether the sum of all magnitudes is infinite or NaN: some number is, or they are large. */
  _Bool isAnyInfinite;
};

/* Looks at the batches that are wanted. Arrays of eight doubles each, with the alignment of one: coordinate i of batch b is
   element b n + i of x, gradient and bestPoint, which have n = dimension coordinates; values, targets and best have one
   element for each batch, lower and upper one for each coordinate. */
struct sighting8 look8(
    long count, long dimension, const _Bool *wanted, const void *x, const void *values, const void *gradient,
    const void *lower, const void *upper, const void *targets, void *best, void *bestPoint);
