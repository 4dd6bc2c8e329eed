"""Writes elementary.txt: arguments and true values of every function in Elementary, from mpmath.

    python3 elementary.py > elementary.txt

A section starts with "# name". A line holds the argument or the two arguments and the true value rounded to double, as
hexadecimal bit patterns, and what the rounding left out, in thousandths of a unit in the last place of that double.
Precision: 50 digits, and as many more as the argument of sin, cos or tan has binary digits before the point.
"""
import math
import random
import struct

import mpmath as m
from mpmath import mp, mpf

R = random.Random(20240607)
PER_FUNCTION = 400


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def step(x, k):
    """The double k places further from zero."""
    return double(bits(x) + k)


def anywhere(low=-1074, high=1023, signed=True):
    """Uniform in the exponent, subnormals included."""
    e = R.randint(low, high)
    x = math.ldexp(1 + R.random(), e)
    return -x if signed and R.random() < 0.5 else x


def near(c, widest=0):
    """c with a relative perturbation of any size down to the last place."""
    return c * (1 + R.choice([-1, 1]) * 2.0 ** R.uniform(-53, widest))


def angles():
    mp.prec = 300
    n = R.randrange(1, 2 ** R.randrange(1, 40))
    multiple = float(n * m.pi / 2)
    hardest = 6381956970095103 * 2.0**797  # the double nearest to a multiple of pi/2 (Muller, section 11.3.3)
    return [anywhere(), R.uniform(-7, 7), R.uniform(-1e5, 1e5), anywhere(-30, 60), multiple,
            step(multiple, R.randint(-3, 3)), near(multiple, -10), anywhere(800, 1023), hardest]


def half_turns():
    n = R.randrange(1, 2 ** R.randrange(2, 45)) / 2
    return [anywhere(-1074, 51), R.uniform(-2, 2), R.uniform(-1e3, 1e3), step(n, R.choice([-2, -1, 1, 2])), near(n, -3),
            n / 2, anywhere(-10, 51)]


def positives():
    return [anywhere(signed=False), anywhere(-1074, -1022, False), R.uniform(0.5, 2), near(1.0), near(1.0, -30),
            step(1.0, R.randint(1, 5)), step(1.0, -R.randint(1, 5)), near(math.sqrt(0.5), -8), near(math.sqrt(2), -8)]


def exponents():
    return [R.uniform(-745, 709.7), R.uniform(-1, 1), R.uniform(-40, 40), anywhere(-1074, 8), R.uniform(-745.1, -708),
            (R.randint(-1000, 1000) + 0.5) * math.log(2), R.uniform(0.3, 0.5), R.uniform(-0.5, -0.3)]


def above_minus_one():
    return [anywhere(signed=False), R.uniform(-0.999, 3), anywhere(-60, -1), -1 + 2.0 ** R.uniform(-52, 0),
            R.uniform(-0.3, -0.28), R.uniform(0.40, 0.43), R.uniform(1e15, 1e17)]


def tangents():
    return [anywhere(), R.uniform(-3, 3), near(math.sqrt(2) - 1, -6), near(1.0, -6), near(math.sqrt(2) + 1, -6)]


def activations():
    return [R.uniform(-745, 50), R.uniform(-41, 41), R.uniform(-3, 3), anywhere(-1074, 5), R.uniform(-41, -35),
            R.uniform(-0.4, 0.4), R.uniform(18, 20)]


def powers():
    x = anywhere(signed=False)
    return [(x, R.uniform(-745, 709) / math.log(x)), (R.uniform(0.1, 10), R.uniform(-20, 20)),
            (R.uniform(0.9, 1.1), R.uniform(-7000, 7000)), (near(1.0, -2), 2.0 ** R.uniform(-5, 50)),
            (R.uniform(0, 100), R.choice([2.0, 3.0, 0.5, -1.0, 1.5, 7.0])),
            (-R.uniform(0.01, 40), float(R.randint(-50, 50)))]


def whole_powers():
    """Whole powers: usual ones, those near either end of the range, high ones, negative bases."""
    n = float(R.choice([-1, 1]) * R.randint(2, 64))
    edge = math.copysign(min(2.0 ** (R.uniform(-1074, 1023) / n), 1e308), R.choice([-1, 1]))
    return [(R.choice([-1, 1]) * R.uniform(0.01, 10), float(R.randint(-12, 20))), (R.uniform(-3, 3), n), (edge, n),
            (near(1.0, -2), float(R.randint(65, 100000)))]


def points():
    y = anywhere(-1000, 1000)
    return [(anywhere(), anywhere()), (R.uniform(-3, 3), R.uniform(-3, 3)), (y, y * R.uniform(0.1, 3)),
            (y, y * 2.0 ** R.uniform(-60, 60)), (y, -abs(y) * 2.0 ** R.uniform(-60, 60))]


def turn(x):
    return mpf(x) - 2 * m.nint(mpf(x) / 2)


FUNCTIONS = {
    "exp": (exponents, m.exp),
    "expm1": (exponents, m.expm1),
    "log": (positives, m.log),
    "log1p": (above_minus_one, m.log1p),
    "log10": (lambda: positives() + [10.0 ** R.randint(-300, 300)], lambda x: m.log(x) / m.log(10)),
    "log2": (positives, lambda x: m.log(x) / m.log(2)),
    "sin": (angles, m.sin),
    "cos": (angles, m.cos),
    "tan": (angles, m.tan),
    "sinPi": (half_turns, lambda x: m.sinpi(turn(x))),
    "cosPi": (half_turns, lambda x: m.cospi(turn(x))),
    "atan": (tangents, m.atan),
    "tanh": (activations, lambda x: m.expm1(2 * x) / (m.expm1(2 * x) + 2)),
    "logistic": (activations, lambda x: 1 / (1 + m.exp(-x))),
    "softplus": (activations, lambda x: m.log1p(m.exp(x))),
    "pow": (powers, lambda x, y: x**y),
    "atan2": (points, m.atan2),
    "power": (whole_powers, lambda x, n: x ** int(n)),
}


def line(arguments, function):
    size = max(math.frexp(a)[1] for a in arguments)
    mp.prec = 240 + max(0, size)
    truth = function(*[mpf(a) for a in arguments])
    if truth == 0 or abs(truth) > mpf(2) ** 1024 * (1 - mpf(2) ** -54):
        return None
    rounded = float(truth)
    if not rounded or math.isinf(rounded):
        return None
    left = (truth - mpf(rounded)) / mpf(math.ulp(rounded))
    return " ".join(f"{bits(v):x}" for v in (*arguments, rounded)) + f" {int(m.nint(1000 * left))}"


def main():
    for name, (draw, function) in FUNCTIONS.items():
        print("#", name)
        lines = {}
        while len(lines) < PER_FUNCTION:
            for argument in draw():
                arguments = argument if isinstance(argument, tuple) else (argument,)
                if all(math.isfinite(a) and a for a in arguments) and (text := line(arguments, function)):
                    lines[text] = None
        print("\n".join(list(lines)[:PER_FUNCTION]))


if __name__ == "__main__":
    main()
