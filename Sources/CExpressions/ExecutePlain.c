#include "CExpressions.h"
#include "CVectors.h"

#pragma STDC FP_CONTRACT OFF
/* How vectors would be passed does not matter: all of it is inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

OPERATION doubles8 square(doubles8 a) { return a * a; }
OPERATION doubles8 magnitude(doubles8 a) { return (doubles8)((bits8)a & 0x7FFFFFFFFFFFFFFFu); }
OPERATION doubles8 negative(doubles8 a) { return (doubles8)((bits8)a ^ 0x8000000000000000u); }
/* The powers that the scalars multiply out, by the same products. */
OPERATION doubles8 lowPower(doubles8 a, int n) {
  doubles8 s = square(a);
  return n == 3 ? s * a : square(s);
}

/* The operations in the order of Swift's `Operation`, each formula as `Instruction.value(on:previous:)` has it; p is what
   the step before computed, q what the one before that did: sums written out need not wait for memory. */
#define OPERATIONS(each) \
  each(negate, negative(a)) \
  each(square, square(a)) \
  each(sqrt, root8(a)) \
  each(abs, magnitude(a)) \
  each(floor, floor8(a)) \
  each(wholePower, lowPower(a, step->exponent)) \
  each(add, a + b) \
  each(subtract, a - b) \
  each(multiply, a * b) \
  each(divide, a / b) \
  each(min, b < a ? b : a) \
  each(max, b > a ? b : a) \
  each(select, a > 0 ? b : c) \
  each(squareAdd, square(a) + b) \
  each(squareSubtract, square(a) - b) \
  each(subtractSquare, b - square(a)) \
  each(multiplySquare, a * square(b)) \
  each(multiplyAdd, a * b + c) \
  each(multiplySubtract, a * b - c) \
  each(subtractProduct, c - a * b) \
  each(squareOfDifference, square(a - b)) \
  each(squareOfDifferenceAdd, square(a - b) + c) \
  each(multiplySquareOfSubtractSquare, c * square(b - square(a))) \
  each(previousAdd, p + a) \
  each(previousSubtract, p - a) \
  each(subtractPrevious, a - p) \
  each(multiplyPrevious, a * p) \
  each(previousDivide, p / a) \
  each(previousSquare, square(p)) \
  each(multiplyPreviousSquare, a * square(p)) \
  each(previousSquareAdd, square(p) + a) \
  each(multiplyPreviousAdd, a * p + b) \
  each(subtractMultipleOfPrevious, b - a * p) \
  each(previousDivideAdd, p / a + b) \
  each(squareOfPreviousDifference, square(p - a)) \
  each(squareOfPreviousDifferenceAdd, square(p - a) + b) \
  each(previousAddSquare, p + square(a)) \
  each(previousSubtractSquare, p - square(a)) \
  each(previousAddProduct, p + a * b) \
  each(previousSubtractProduct, p - a * b) \
  each(previousAddSquareOfDifference, p + square(a - b)) \
  each(previousAddSquares, p + square(a) + square(b)) \
  each(previousAddProductAddSquare, p + a * b + square(c)) \
  each(previousAddSquareOfDifferenceAdd, p + square(a - b) + c) \
  each(addEarlier, p + square(a - b) + q)

#define a registers[step->a]
#define b registers[step->b]
#define c registers[step->c]
/* That the program ends is a branch of its own: jumps to places that differ are foreseen from a few jumps before. */
#define FORM(name, formula, store) \
  name: { \
    const doubles8 value = formula; \
    store \
    q = p; \
    p = value; \
    step++; \
    if (step->code == LaneEnd) goto end; \
    goto *labels[step->code]; \
  }
#define STEP(name, formula) \
  FORM(name, formula, ) \
  FORM(name##Stored, formula, registers[step->target] = value;)
#define LABELS(name, formula) &&name, &&name##Stored,

const double *executePlain8(const LaneInstruction *step, double *doubles) {
  static const void *const labels[] = {OPERATIONS(LABELS)};
  _Static_assert(sizeof labels == LaneEnd * sizeof *labels, "two labels for each operation");
  doubles8 *registers = (doubles8 *)doubles;
  doubles8 p = registers[0], q = p;
  goto *labels[step->code];
  OPERATIONS(STEP)
end:
  registers[step[-1].target] = p;
  return (const double *)&registers[step[-1].target];
}
