/* Operations on eight doubles at once.

   Swift's SIMD8 of doubles adds, multiplies and combines bits element by element, and whether the compiler finds the
   vectors in that again is luck: among the kernels of sine and cosine it found half of them. Here one operation is one
   operation. Each is a function of its own, so that nothing can be contracted to a fused product. */
#pragma once

typedef double doubles8 __attribute__((ext_vector_type(8)));
typedef unsigned long long bits8 __attribute__((ext_vector_type(8)));
typedef long long words8 __attribute__((ext_vector_type(8)));

#define OPERATION static inline __attribute__((always_inline, const))
#pragma clang diagnostic push
/* How vectors would be passed does not matter: all of this is inlined. */
#pragma clang diagnostic ignored "-Wpsabi"
#pragma STDC FP_CONTRACT OFF

OPERATION doubles8 sum8(doubles8 a, doubles8 b) { return a + b; }
OPERATION doubles8 difference8(doubles8 a, doubles8 b) { return a - b; }
OPERATION doubles8 product8(doubles8 a, doubles8 b) { return a * b; }
OPERATION doubles8 quotient8(doubles8 a, doubles8 b) { return a / b; }
OPERATION doubles8 root8(doubles8 a) { return __builtin_elementwise_sqrt(a); }
OPERATION doubles8 floor8(doubles8 a) { return __builtin_elementwise_floor(a); }
/* b where the mask's words are all ones, a where they are 0. */
OPERATION doubles8 replaced8(doubles8 a, doubles8 b, bits8 mask) { return (words8)mask ? b : a; }

OPERATION bits8 and8(bits8 a, bits8 b) { return a & b; }
OPERATION bits8 or8(bits8 a, bits8 b) { return a | b; }
OPERATION bits8 xor8(bits8 a, bits8 b) { return a ^ b; }
OPERATION bits8 not8(bits8 a) { return ~a; }
OPERATION bits8 shiftedLeft8(bits8 a, int n) { return a << n; }
OPERATION bits8 shiftedRight8(bits8 a, int n) { return a >> n; }
/* Whether the highest bit of some word is set: one instruction or two, where combining words takes seven. */
OPERATION _Bool anyNegative8(bits8 a) { return __builtin_reduce_or((words8)a < 0) != 0; }

#pragma clang diagnostic pop

#include "sightings.h"
