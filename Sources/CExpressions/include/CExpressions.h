/* The loop that executes an expression's program of plain arithmetic for eight points at once. */
#pragma once

#include <stdint.h>

/* One step of a program: registers `a`, `b`, `c` in, register `target` out. */
typedef struct LaneInstruction {
  /* Twice the number of the operation, and one more where the result is read from its register: else it is not stored,
     since of stores there is one in a cycle. */
  uint8_t code;
  uint16_t target;
  uint16_t a;
  uint16_t b;
  uint16_t c;
  /* The exponent of a whole power, 3 or 4. */
  int32_t exponent;
} LaneInstruction;

enum {
  /* How many of Swift's operations the loop has: the first ones. */
  LaneOperations = 44,
  /* One more: p + (a − b)² + q, q being what the step before the last computed. */
  LaneAddEarlier = LaneOperations,
  /* The code that a program ends with. */
  LaneEnd = 2 * (LaneAddEarlier + 1),
};

/* Executes a program of one instruction or more and returns where its value is: what the last one computed. Registers
   have eight doubles each, lined up with 64 bytes. Each lane gets the bits of the same instructions on doubles. */
const double *executePlain8(const LaneInstruction *program, double *registers);
