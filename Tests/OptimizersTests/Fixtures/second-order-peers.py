"""Writes second-order-peers.json: evaluations until f - f* <= 1e-8 of scipy's methods, from starts common to all.

A value with its gradient is one evaluation, a Hessian another, and of least squares the residuals one and their
Jacobian another; null where the target was not reached in 2000.
Run with numpy and scipy 1.17.1.
"""
import json
import sys

import numpy as np
from scipy.optimize import least_squares, minimize

TARGET, LIMIT = 1e-8, 2000


def rosenbrock(x):
    return np.concatenate([10 * (x[1:] - x[:-1] ** 2), 1 - x[:-1]])


def rosenbrock_jacobian(x):
    n = len(x)
    j = np.zeros((2 * (n - 1), n))
    for i in range(n - 1):
        j[i, i + 1], j[i, i], j[n - 1 + i, i] = 10, -20 * x[i], -1
    return j


def rosenbrock_curvatures(x):
    n = len(x)
    h = np.zeros((2 * (n - 1), n, n))
    for i in range(n - 1):
        h[i, i, i] = -20
    return h


def beale(x):
    return np.array([c - x[0] * (1 - x[1] ** (k + 1)) for k, c in enumerate((1.5, 2.25, 2.625))])


def beale_jacobian(x):
    return np.array([[x[1] ** k - 1, k * x[0] * x[1] ** (k - 1)] for k in (1, 2, 3)])


def beale_curvatures(x):
    return np.array(
        [[[0, k * x[1] ** (k - 1)], [k * x[1] ** (k - 1), k * (k - 1) * x[0] * x[1] ** max(k - 2, 0)]] for k in (1, 2, 3)])


def powell(x):
    return np.array([x[0] + 10 * x[1], 5**0.5 * (x[2] - x[3]), (x[1] - 2 * x[2]) ** 2, 10**0.5 * (x[0] - x[3]) ** 2])


def powell_jacobian(x):
    a, b = 2 * (x[1] - 2 * x[2]), 2 * 10**0.5 * (x[0] - x[3])
    return np.array([[1, 10, 0, 0], [0, 0, 5**0.5, -(5**0.5)], [0, a, -2 * a, 0], [b, 0, 0, -b]])


def powell_curvatures(x):
    h = np.zeros((4, 4, 4))
    u, v = np.array([0, 1, -2, 0]), np.array([1, 0, 0, -1])
    h[2], h[3] = 2 * np.outer(u, u), 2 * 10**0.5 * np.outer(v, v)
    return h


def himmelblau(x):
    return np.array([x[0] ** 2 + x[1] - 11, x[0] + x[1] ** 2 - 7])


def himmelblau_jacobian(x):
    return np.array([[2 * x[0], 1], [1, 2 * x[1]]])


def himmelblau_curvatures(x):
    h = np.zeros((2, 2, 2))
    h[0, 0, 0] = h[1, 1, 1] = 2
    return h


PROBLEMS = [
    ("rosenbrock", 2, (-2.048, 2.048), rosenbrock, rosenbrock_jacobian, rosenbrock_curvatures),
    ("rosenbrock", 5, (-2.048, 2.048), rosenbrock, rosenbrock_jacobian, rosenbrock_curvatures),
    ("rosenbrock", 10, (-2.048, 2.048), rosenbrock, rosenbrock_jacobian, rosenbrock_curvatures),
    ("beale", 2, (-2, 2), beale, beale_jacobian, beale_curvatures),
    ("powell-singular", 4, (-4, 5), powell, powell_jacobian, powell_curvatures),
    ("himmelblau", 2, (-5, 5), himmelblau, himmelblau_jacobian, himmelblau_curvatures),
]


class Reached(Exception):
    pass


class Counter:
    def __init__(self, r, j, h):
        self.r, self.j, self.h, self.count, self.low = r, j, h, 0, np.inf

    def spend(self, value=np.inf):
        self.count += 1
        if value <= TARGET or self.count >= LIMIT:
            self.low = value
            raise Reached

    def fun(self, x):
        r = self.r(x)
        self.spend(r @ r)
        return r @ r, 2 * self.j(x).T @ r

    def hess(self, x):
        self.spend()
        j, r = self.j(x), self.r(x)
        return 2 * (j.T @ j + np.tensordot(r, self.h(x), 1))

    def residuals(self, x):
        r = self.r(x)
        self.spend(r @ r)
        return r

    def jacobian(self, x):
        self.spend()
        return self.j(x)


def evaluations(peer, problem, start):
    counter = Counter(*problem[3:])
    try:
        if peer == "lm":
            least_squares(counter.residuals, start, counter.jacobian, method="lm", max_nfev=LIMIT, xtol=1e-15, ftol=1e-15, gtol=1e-15)
        else:
            minimize(counter.fun, start, jac=True, method=peer, hess=counter.hess if peer == "trust-exact" else None,
                     options={"gtol": 1e-12, "maxiter": LIMIT})
    except Reached:
        pass
    return counter.count if counter.low <= TARGET else None


def main():
    np.seterr(all="ignore")
    import warnings
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(1)
    problems = []
    for problem in PROBLEMS:
        name, n, (low, high) = problem[:3]
        starts = np.round(rng.uniform(low, high, (30, n)), 6)
        peers = {p: [evaluations(p, problem, s) for s in starts] for p in ("BFGS", "CG", "trust-exact", "lm")}
        problems.append({"objective": name, "dimension": n, "starts": starts.tolist(), "evaluations": peers})
        for p, e in peers.items():
            print(name, n, p, sum(v is not None for v in e), np.median([v or LIMIT for v in e]), file=sys.stderr)
    with open(sys.argv[1], "w") as out:
        out.write('{"problems": [\n' + ",\n".join(json.dumps(p) for p in problems) + "\n]}\n")


main()
