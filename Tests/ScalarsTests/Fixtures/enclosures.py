"""Writes enclosures.txt: arguments of every operation of Interval, and two doubles between which the true value lies.

    python3 enclosures.py > enclosures.txt

A section starts with "# name". A line holds one or two arguments, then the greatest double that is not above the true
value and the smallest that is not below, as hexadecimal bit patterns. Arithmetic is done with exact fractions, roots
and functions by mpmath with at least 350 digits. Arguments include subnormals, overflows, huge angles and angles next to
multiples of pi/2; the second argument of "power" is a whole number.
"""
import math
from fractions import Fraction

from mpmath import mp, mpf

from elementary import FUNCTIONS, R, anywhere, bits, near, step

PER_FUNCTION = 120
LARGEST = math.ldexp(2**53 - 1, 971)


def exact(x):
    """A double or an mpf as a fraction."""
    if isinstance(x, Fraction):
        return x
    sign, man, exp, _ = mpf(x)._mpf_
    return (-1) ** sign * Fraction(int(man)) * Fraction(2) ** int(exp)


def neighbours(truth):
    """The doubles around a fraction; infinite beyond the largest."""
    if truth > Fraction(LARGEST):
        return LARGEST, math.inf
    if truth < -Fraction(LARGEST):
        return -math.inf, -LARGEST
    rounded = truth.numerator / truth.denominator  # rounds correctly, subnormals included
    if Fraction(rounded) == truth:
        return rounded, rounded
    if Fraction(rounded) < truth:
        return rounded, math.nextafter(rounded, math.inf)
    return math.nextafter(rounded, -math.inf), rounded


def pairs():
    x = anywhere(-500, 500)
    return [(anywhere(), anywhere()), (x, x * R.uniform(-2, 2)), (x, near(-x)), (x, x * 2.0 ** R.randint(-60, 60)),
            (R.uniform(-9, 9), R.uniform(-9, 9)), (float(R.randint(-99, 99)), float(R.randint(1, 99))),
            (anywhere(-1074, -1000), anywhere(-1074, -1000)), (anywhere(1000, 1023), anywhere(1000, 1023)),
            (anywhere(-1074, -900), anywhere(-150, 150)), (anywhere(1015, 1023), anywhere(-10, 10))]


def whole_powers():
    return [(R.uniform(-3, 3), float(R.randint(-20, 40))), (anywhere(-200, 200), float(R.randint(-6, 6))),
            (near(1.0, -8), float(R.randint(-3000, 3000))), (near(-1.0, -8), float(R.randint(-3000, 3000))),
            (anywhere(), float(R.choice([-3, -2, -1, 2, 3]))), (anywhere(-400, -300, False), 3.0)]


def roots():
    return [(abs(x),) for x in (anywhere(), anywhere(-1074, -1022), R.uniform(0, 4), float(R.randint(1, 900) ** 2),
                                step(float(R.randint(1, 900) ** 2), 1))]


def root(x):
    mp.prec = 1200
    return mp.sqrt(x)


ARITHMETIC = {
    "+": (pairs, lambda x, y: x + y),
    "-": (pairs, lambda x, y: x - y),
    "*": (pairs, lambda x, y: x * y),
    "/": (pairs, lambda x, y: x / y),
    "square": (lambda: [(x,) for pair in pairs() for x in pair], lambda x: x * x),
    "power": (whole_powers, lambda x, n: x ** int(n)),
}
# What Interval has of the functions of elementary.py.
NAMES = ["exp", "expm1", "log", "log1p", "sin", "cos", "tan", "sinPi", "cosPi", "atan", "tanh", "logistic", "pow"]


def truth(name, arguments):
    if name in ARITHMETIC:
        return ARITHMETIC[name][1](*[Fraction(a) for a in arguments])
    if name == "sqrt":
        return exact(root(arguments[0]))
    mp.prec = 4500  # tells tan(2^-1074) from 2^-1074, tanh(-700) from -1, and the sine of 2^1023 from 0
    return exact(FUNCTIONS[name][1](*[mpf(a) for a in arguments]))


def main():
    draws = {name: draw for name, (draw, _) in ARITHMETIC.items()} | {"sqrt": roots}
    draws |= {name: FUNCTIONS[name][0] for name in NAMES}
    for name, draw in draws.items():
        print("#", name)
        lines = {}
        while len(lines) < PER_FUNCTION:
            for argument in draw():
                arguments = argument if isinstance(argument, tuple) else (argument,)
                if all(math.isfinite(a) and a for a in arguments):
                    numbers = (*arguments, *neighbours(truth(name, arguments)))
                    lines[" ".join(f"{bits(v):x}" for v in numbers)] = None
        print("\n".join(list(lines)[:PER_FUNCTION]))


main()
