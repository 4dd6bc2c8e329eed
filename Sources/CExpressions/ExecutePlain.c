#include "CExpressions.h"
#include "CVectors.h"

#pragma STDC FP_CONTRACT OFF
/* How vectors would be passed does not matter: functions that are not inlined pass batches. */
#pragma clang diagnostic ignored "-Wpsabi"

OPERATION doubles8 square(doubles8 a) { return a * a; }
OPERATION doubles8 third(doubles8 a) { return square(a) * a; }
OPERATION doubles8 fourth(doubles8 a) { return square(square(a)); }
OPERATION doubles8 sixth(doubles8 a) { return square(a) * fourth(a); }
OPERATION doubles8 magnitude(doubles8 a) { return (doubles8)((bits8)a & 0x7FFFFFFFFFFFFFFFu); }
OPERATION doubles8 negative(doubles8 a) { return (doubles8)((bits8)a ^ 0x8000000000000000u); }

/* The operations in the order of Swift's `Operation`, each formula as `Instruction.value(on:previous:)` has it, with the
   operand that may be a constant; p is what the step before computed, q what the one before that did: sums written out
   need not wait for memory. */
#define OPERATIONS(each) \
  each(negate, A, negative(a)) \
  each(square, A, square(a)) \
  each(sqrt, A, root8(a)) \
  each(abs, A, magnitude(a)) \
  each(floor, A, floor8(a)) \
  each(thirdPower, A, third(a)) \
  each(add, AOrB, a + b) \
  each(subtract, A, a - b) \
  each(multiply, AOrB, a * b) \
  each(divide, B, a / b) \
  each(min, B, ((b < a) | (b != b)) ? b : a) \
  each(max, B, ((b > a) | (b != b)) ? b : a) \
  each(select, C, a > 0 ? b : (a != a ? a : c)) \
  each(squareAdd, B, square(a) + b) \
  each(squareSubtract, B, square(a) - b) \
  each(subtractSquare, B, b - square(a)) \
  each(multiplySquare, A, a * square(b)) \
  each(multiplyAdd, AOrB, a * b + c) \
  each(multiplySubtract, AOrB, a * b - c) \
  each(subtractProduct, AOrB, c - a * b) \
  each(squareOfDifference, AOrB, square(a - b)) \
  each(squareOfDifferenceAdd, AOrB, square(a - b) + c) \
  each(multiplySquareOfSubtractSquare, C, c * square(b - square(a))) \
  each(previousAdd, A, p + a) \
  each(previousSubtract, A, p - a) \
  each(subtractPrevious, A, a - p) \
  each(multiplyPrevious, A, a * p) \
  each(previousDivide, A, p / a) \
  each(previousSquare, A, square(p)) \
  each(multiplyPreviousSquare, A, a * square(p)) \
  each(previousSquareAdd, A, square(p) + a) \
  each(multiplyPreviousAdd, A, a * p + b) \
  each(subtractMultipleOfPrevious, A, b - a * p) \
  each(previousDivideAdd, A, p / a + b) \
  each(squareOfPreviousDifference, A, square(p - a)) \
  each(squareOfPreviousDifferenceAdd, A, square(p - a) + b) \
  each(previousAddSquare, A, p + square(a)) \
  each(previousSubtractSquare, A, p - square(a)) \
  each(previousAddProduct, AOrB, p + a * b) \
  each(previousSubtractProduct, AOrB, p - a * b) \
  each(previousAddSquareOfDifference, AOrB, p + square(a - b)) \
  each(previousAddSquares, A, p + square(a) + square(b)) \
  each(previousAddProductAddSquare, AOrB, p + a * b + square(c)) \
  each(previousAddSquareOfDifferenceAdd, AOrB, p + square(a - b) + c) \
  each(addEarlier, AOrB, p + square(a - b) + q) \
  each(squareOfPreviousDifferenceAddEarlier, A, square(p - a) + q) \
  POWERS(each, power, ITSELF) \
  POWERS(each, multipleOfPower, MULTIPLE) \
  POWERS(each, previousAddPower, ADD_POWER) \
  POWERS(each, previousSubtractPower, SUBTRACT_POWER) \
  POWERS(each, previousMultiplyPower, MULTIPLY_POWER) \
  POWERS(each, previousAddMultipleOfPower, ADD_MULTIPLE) \
  POWERS(each, previousSubtractMultipleOfPower, SUBTRACT_MULTIPLE) \
  POWERS(each, previousAddQuotientOfPower, ADD_QUOTIENT)

/* Powers of coordinates, computed again where they are needed, which takes less than storing and reading them. In the
   order of `LanePowerUse` and of the exponents. */
#define POWERS(each, name, use) \
  each(name##2, A, use(square)) each(name##3, A, use(third)) each(name##4, A, use(fourth)) each(name##6, A, use(sixth))
#define ITSELF(power) power(a)
#define MULTIPLE(power) a * power(b)
#define ADD_POWER(power) p + power(a)
#define SUBTRACT_POWER(power) p - power(a)
#define MULTIPLY_POWER(power) p * power(a)
#define ADD_MULTIPLE(power) p + a * power(b)
#define SUBTRACT_MULTIPLE(power) p - a * power(b)
#define ADD_QUOTIENT(power) p + power(b) / a

/* Eight doubles as wide as registers are, so that functions pass them in registers. */
#if defined(__AVX512F__)
typedef double Part __attribute__((ext_vector_type(8)));
#elif defined(__AVX__)
typedef double Part __attribute__((ext_vector_type(4)));
#else
typedef double Part __attribute__((ext_vector_type(2)));
#endif
typedef struct Batch {
  Part parts[sizeof(doubles8) / sizeof(Part)];
} Batch;
#if defined(__x86_64__)
#define IN_REGISTERS __attribute__((regcall))
#else
#define IN_REGISTERS
#endif

OPERATION Batch parted(doubles8 a) {
  Batch batch;
  __builtin_memcpy(&batch, &a, sizeof batch);
  return batch;
}
OPERATION doubles8 whole(Batch batch) {
  doubles8 a;
  __builtin_memcpy(&a, &batch, sizeof a);
  return a;
}

/* Swift lines up batches with 16 bytes. */
typedef doubles8 Register __attribute__((aligned(16)));

/* A form of an operation: computes its value and jumps to the next step's. Each has a jump of its own, which is foreseen
   from what it jumped to before; that the program ends is a branch, which is foreseen from more. */
typedef IN_REGISTERS Batch Form(const LaneInstruction *step, char *registers, Batch p, Batch q);

#define OPERAND(name) doubles8 name = *(const Register *)(registers + step->name);
#define CONSTANT_A a = step->constant;
#define CONSTANT_AOrB CONSTANT_A
#define CONSTANT_B b = step->constant;
#define CONSTANT_C c = step->constant;
#define STORE *(Register *)(registers + step->target) = value;
#define FORM(name, formula, assignment, store) \
  static IN_REGISTERS Batch name(const LaneInstruction *step, char *registers, Batch before, Batch earlier) { \
    const doubles8 p = whole(before), q = whole(earlier); \
    OPERAND(a) OPERAND(b) OPERAND(c) \
    (void)p, (void)q, (void)a, (void)b, (void)c; \
    assignment \
    const doubles8 value = formula; \
    store \
    const void *next = step[1].code; \
    if (next == 0) return parted(value); \
    __attribute__((musttail)) return ((Form *)next)(step + 1, registers, parted(value), before); \
  }
#define FORMS(name, k, formula) \
  FORM(name##Plain, formula, , ) \
  FORM(name##Stored, formula, , STORE) \
  FORM(name##OfConstant, formula, CONSTANT_##k, ) \
  FORM(name##OfConstantStored, formula, CONSTANT_##k, STORE)
#define ENTRY(name, k, formula) \
  {(const void *)name##Plain, (const void *)name##Stored, (const void *)name##OfConstant, \
   (const void *)name##OfConstantStored, LaneConstant##k},

OPERATIONS(FORMS)

static const LaneOperation operations[] = {OPERATIONS(ENTRY)};
_Static_assert(
    sizeof operations == (LanePowers + LanePowerUses * LaneExponents) * sizeof *operations,
    "one entry for each operation");

const LaneOperation *laneOperation(int index) { return &operations[index]; }

static inline Batch execute(const LaneProgram *program, Register *registers) {
  /* What stands before the first step is never looked at: any vector will do. */
  const Batch none = parted(*registers);
  return ((Form *)program->steps->code)(program->steps, (char *)registers, none, none);
}

/* Apart, so that nothing is set up for programs without registers. */
static __attribute__((noinline)) IN_REGISTERS Batch executeWithRegisters(
    const LaneProgram *program, const Register *x, Register *registers) {
  Register own[LaneOwnRegisters] __attribute__((aligned(64)));
  Register *first = program->registers > LaneOwnRegisters ? registers : own;
  Register *next = first;
  const Register *end = x + program->coordinates;
  do {
    *next++ = *x++;
    /* Else it becomes a call, which takes longer for so few. */
    __asm__ volatile("" : : : "memory");
  } while (x < end);
  const double *constant = program->constants, *last = constant + program->constantCount;
#pragma clang loop unroll(disable)
  while (constant < last) *next++ = (doubles8)*constant++;
  return execute(program, first);
}

doubles8 executePlain8(const LaneProgram *program, const double *x, double *registers) {
  if (program->registers == 0) return whole(execute(program, (Register *)x));
  return whole(executeWithRegisters(program, (const Register *)x, (Register *)registers));
}
