/* Executes an expression's program of plain arithmetic for eight points at once. */
#pragma once

#include "CVectors.h"
#include <stdint.h>

/* One step of a program. Registers have eight doubles each, and are named by their distance in bytes from the first. */
typedef struct LaneInstruction {
  /* The code that executes it, one of its operation's forms; null ends the program. */
  const void *code;
  /* The operand that is a constant, in the forms that have one: not read from a register. */
  double constant;
  uint32_t target;
  uint32_t a;
  uint32_t b;
  uint32_t c;
} LaneInstruction;

/* The operand that may be a constant; `LaneConstantAOrB` says that a and b may change places without changing a bit. */
typedef enum LaneConstant { LaneConstantA, LaneConstantB, LaneConstantC, LaneConstantAOrB } LaneConstant;

/* An operation's code. The result is stored where it is read from its register: of stores there is one in a cycle. */
typedef struct LaneOperation {
  const void *plain;
  const void *stored;
  const void *ofConstant;
  const void *ofConstantStored;
  LaneConstant constant;
} LaneOperation;

enum {
  /* How many of Swift's operations there are: the first ones. Whole powers are third powers. */
  LaneOperations = 44,
  /* p + (a − b)² + q and (p − a)² + q, q being what the step before the last computed. */
  LaneAddEarlier = LaneOperations,
  LaneSquareOfPreviousDifferenceAddEarlier,
  /* What is done with a coordinate's second, third, fourth or sixth power: of each `LanePowerUse` four operations. */
  LanePowers,
  LaneExponents = 4,
  /* How many registers `executePlain8` brings along. */
  LaneOwnRegisters = 16,
};

/* With a power bᵏ: a is the coordinate where there is no other operand, and else a number or constant. */
typedef enum LanePowerUse {
  /* aᵏ, a bᵏ. */
  LanePowerItself,
  LanePowerMultiple,
  /* p + aᵏ, p − aᵏ, p aᵏ. */
  LanePreviousAddPower,
  LanePreviousSubtractPower,
  LanePreviousMultiplyPower,
  /* p + a bᵏ, p − a bᵏ, p + bᵏ / a. */
  LanePreviousAddMultiple,
  LanePreviousSubtractMultiple,
  LanePreviousAddQuotient,
  LanePowerUses,
} LanePowerUse;

typedef struct LaneProgram {
  const LaneInstruction *steps;
  /* What the registers behind the coordinates' are filled with. */
  const double *constants;
  uint32_t coordinates;
  uint32_t constantCount;
  /* How many registers there are to be; 0 if there is nothing to be filled or stored: coordinates are then read where
     they are. */
  uint32_t registers;
} LaneProgram;

/* The code of operation `index`. */
const LaneOperation *laneOperation(int index);

/* What the last step of a program computes, which has one or more, at `x`, eight doubles a coordinate. Each lane gets the
   bits of the same instructions on doubles. More registers than `LaneOwnRegisters` are the caller's, lined up with 64
   bytes. */
doubles8 executePlain8(const LaneProgram *program, const double *x, double *registers);
