"""Derives every polynomial in Sources/Scalars/Elementary*.swift: python3 minimax.py

Weighted least squares at Chebyshev nodes, in 80 digits: near-minimax for (f(t) - sum c_k t^k) * w(t) over the interval
(Muller, Elementary Functions, 3rd ed. 2016, chapter 3). Then the coefficients are rounded to double one by one, lowest order first, and the rest is fitted again after each
(Brisebarre, Muller and Tisserand, ACM TOMS 32, 2006, explain why plain rounding of all at once loses accuracy).
Printed: hexadecimal literals, and log2 of the weighted error that remains after rounding.
"""
from mpmath import mp, mpf, matrix, lu_solve, cos, sin, pi, exp, log, atan, atanh, sqrt, fabs, factorial

mp.dps = 80


def least_squares(f, w, a, b, powers, count=120):
    """Chebyshev-weighted least squares: within a small factor of the minimax polynomial, and never ill at w = 0."""
    nodes = [(a + b) / 2 - (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    n = len(powers)
    rows = [[w(t) * t**p for p in powers] for t in nodes]
    values = [w(t) * f(t) for t in nodes]
    m, y = matrix(n, n), matrix(n, 1)
    for i in range(n):
        for j in range(n):
            m[i, j] = sum(r[i] * r[j] for r in rows)
        y[i] = sum(r[i] * v for r, v in zip(rows, values))
    return list(lu_solve(m, y))


def fit(name, f, w, a, b, count):
    fixed = []
    for k in range(count):
        rest = lambda t: f(t) - sum(mpf(c) * t**p for p, c in enumerate(fixed))
        fixed.append(float(least_squares(rest, w, a, b, list(range(k, count)))[0]))
    g = lambda t: (f(t) - sum(mpf(c) * t**p for p, c in enumerate(fixed))) * w(t)
    worst = max(fabs(g(a + (b - a) * i / 2000)) for i in range(2001))
    print(f"// {name}: weighted error 2^{float(log(worst, 2)):.1f}")
    for c in fixed:
        print("   ", c.hex())


def series(term, t, terms=40):
    return sum(term(k) * t**k for k in range(terms))


def main():
    q = mpf(1) / 16  # r^2 for |r| <= 1/4
    fit("sin(pi r) = pi r + r^3 A(r^2), |r| <= 1/4",
        lambda z: series(lambda k: (-1) ** (k + 1) * pi ** (2 * k + 3) / factorial(2 * k + 3), z),
        lambda z: z / pi, mpf(0), q, 6)
    c1 = mpf(float(pi**2 / 2))
    fit("cos(pi r) = 1 - c z + z^2 B(z), z = r^2, |r| <= 1/4, without the error of c",
        lambda z: series(lambda k: (-1) ** k * pi ** (2 * k + 4) / factorial(2 * k + 4), z),
        lambda z: z * z, mpf(0), q, 6)
    q = (pi / 4 * mpf("1.0001")) ** 2
    fit("sin r = r + r^3 S(r^2), |r| <= pi/4",
        lambda z: series(lambda k: (-1) ** (k + 1) / factorial(2 * k + 3), z),
        lambda z: z, mpf(0), q, 6)
    fit("cos r = 1 - z/2 + z^2 C(z), z = r^2, |r| <= pi/4",
        lambda z: series(lambda k: (-1) ** k / factorial(2 * k + 4), z),
        lambda z: z * z, mpf(0), q, 6)
    h = log(2) / 2 * mpf("1.0001")
    fit("exp r = 1 + r + r^2 E(r), |r| <= ln2/2",
        lambda t: series(lambda k: 1 / factorial(k + 2), t), lambda t: t * t, -h, h, 10)
    s = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf("1.0001")
    fit("log((1+s)/(1-s)) = 2s + s z L(z), z = s^2, |s| <= 0.1716",
        lambda z: series(lambda k: mpf(2) / (2 * k + 3), z, 60), lambda z: z / 2, mpf(0), s, 7)
    fit("log((1+s)/(1-s)) = 2s + s (2/3 z + z^2 M(z)), for pow",
        lambda z: series(lambda k: mpf(2) / (2 * k + 5), z, 60), lambda z: z * z / 2, mpf(0), s, 8)
    q = (sqrt(2) - 1) ** 2 * mpf("1.0001")
    fit("atan t = t + t^3 T(t^2), |t| <= tan(pi/8)",
        lambda z: series(lambda k: mpf((-1) ** (k + 1)) / (2 * k + 3), z, 110),
        lambda z: z, mpf(0), q, 11)


main()
