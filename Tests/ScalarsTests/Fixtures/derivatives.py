"""Writes derivatives.txt: values and derivatives from mpmath, to 20 digits.

    python3 derivatives.py > derivatives.txt

"name x f f' f''" for each function of one variable, then
"composite x y f fx fy fxx fxy fyy" for a formula that uses every operation at once.
"""
from mpmath import (atan, cos, cospi, diff, exp, expm1, fabs, log, log1p, mp, mpf, nstr, sin, sinpi, sqrt, tan, tanh)

mp.dps = 60

ONE = {
    "square": lambda x: x * x, "sqrt": sqrt, "abs": fabs, "exp": exp, "log": log, "sin": sin, "cos": cos,
    "sinPi": sinpi, "cosPi": cospi, "cube": lambda x: x**3, "fourthPower": lambda x: x**4,
    "reciprocal": lambda x: 1 / x, "tan": tan, "atan": atan, "tanh": tanh, "logistic": lambda x: 1 / (1 + exp(-x)),
    "expm1": expm1, "log1p": log1p, "pow": lambda x: x ** mpf("2.75"), "inverse": lambda x: x**-3,
    "seventh": lambda x: x**7, "exponent": lambda x: mpf("0.375") ** x, "self": lambda x: x**x,
}
POINTS = [0.03125, 0.7, 1.3, 2.75, 9.1, 40.0625]


def composite(x, y):
    a = exp(sin(x * y)) / (1 + y * y)
    b = sqrt(x * x + 1) * log(2 + cos(y))
    c = sinpi(x) * cospi(y) - fabs(x - 2 * y) ** 3
    return a + b - c / (3 + x**4)


def text(*values):
    return " ".join(nstr(v, 20) for v in values)


for name, f in ONE.items():
    for x in POINTS:
        x = mpf(x)
        print(name, text(x, f(x), diff(f, x), diff(f, x, 2)))
for x, y in [(0.5, -0.25), (1.25, 0.75), (-2.3, 1.1), (3.0625, -4.5), (0.1, 0.2)]:
    p = (mpf(x), mpf(y))
    d = lambda i, j: diff(composite, p, (i, j))
    print("composite", text(*p, composite(*p), d(1, 0), d(0, 1), d(2, 0), d(1, 1), d(0, 2)))
