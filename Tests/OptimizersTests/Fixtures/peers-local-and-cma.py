"""How often pycma and SciPy find the minimum of shifted functions, and for how many evaluations.

Usage: python3 peers-local-and-cma.py > peers-local-and-cma.json   (needs cma 4.5, scipy 1.17, numpy; some minutes)

Run k of dimension n minimizes f(x - s) over the box [-5.12, 5.12]^n from x0, where, with p_i the i-th prime,
  x0_i = -5.12 + 10.24 frac((k + 1) sqrt(p_i)),   s_i = 0.8 (-5.12 + 10.24 frac((k + 1) sqrt(p_{n + i}))).
A run succeeds when it evaluates a point with f < 1e-6; its evaluations are those up to that point. `total` are the
evaluations until a method ended of its own accord; methods that restart are cut at the target or at their budget, and
`expectedEvaluations` are all that their runs spent, over their successes.
"""

import json
import math
import multiprocessing
import statistics
import sys
import warnings

import numpy as np

LOWER, WIDTH = -5.12, 10.24
PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71]


def fraction(k, prime):
    value = (k + 1) * math.sqrt(prime)
    return value - math.floor(value)


def rastrigin(y):
    return 10 * len(y) + float(np.sum(y * y - 10 * np.cos(2 * math.pi * y)))


def rosenbrock(y):
    y = y + 1
    return float(np.sum(100 * (y[1:] - y[:-1] ** 2) ** 2 + (1 - y[:-1]) ** 2))


FUNCTIONS = {"rastrigin": rastrigin, "rosenbrock": rosenbrock}


class Finished(Exception):
    pass


class Counter:
    """f(x - s), counting; raises at the budget, and at the target if told to."""

    def __init__(self, function, n, k, budget, stops):
        self.start = np.array([LOWER + WIDTH * fraction(k, PRIMES[i]) for i in range(n)])
        self.shift = np.array([0.8 * (LOWER + WIDTH * fraction(k, PRIMES[n + i])) for i in range(n)])
        self.function, self.budget, self.stops = FUNCTIONS[function], budget, stops
        self.count, self.reached = 0, None

    def __call__(self, x):
        if self.count >= self.budget:
            raise Finished
        self.count += 1
        value = self.function(np.asarray(x, dtype=float) - self.shift)
        if value < 1e-6 and self.reached is None:
            self.reached = self.count
            if self.stops:
                raise Finished
        return value


def cma_es(f, n, k):
    import cma

    options = {"bounds": [LOWER, LOWER + WIDTH], "seed": k + 1, "verbose": -9, "verb_log": 0}
    cma.fmin2(f, f.start, 0.3 * WIDTH, options)


def restarted(bipop, bounded=True):
    def run(f, n, k):
        import cma

        rng = np.random.default_rng(k)
        options = {"seed": k + 1, "verbose": -9, "verb_log": 0}
        if bounded:
            options["bounds"] = [LOWER, LOWER + WIDTH]
        start = lambda: rng.uniform(LOWER, LOWER + WIDTH, n)
        cma.fmin2(f, start, 0.3 * WIDTH, options, restarts=30, bipop=bipop)

    return run


def nelder_mead(adaptive):
    def run(f, n, k):
        from scipy.optimize import minimize

        simplex = [f.start]
        for i in range(n):
            vertex = f.start.copy()
            vertex[i] += 0.05 * WIDTH if vertex[i] + 0.05 * WIDTH <= LOWER + WIDTH else -0.05 * WIDTH
            simplex.append(vertex)
        options = {"adaptive": adaptive, "xatol": 1e-12 * WIDTH, "fatol": math.inf, "maxfev": 10**6, "maxiter": 10**6}
        minimize(f, f.start, method="Nelder-Mead", options={**options, "initial_simplex": np.array(simplex)})

    return run


def powell(f, n, k):
    from scipy.optimize import minimize

    options = {"xtol": 1e-8, "ftol": 1e-8, "maxfev": 10**6, "maxiter": 10**6}
    minimize(f, f.start, method="Powell", bounds=[(LOWER, LOWER + WIDTH)] * n, options=options)


METHODS = {
    "cma-es": (cma_es, "pycma"),
    "ipop-cma-es": (restarted(False), "pycma"),
    "bipop-cma-es": (restarted(True), "pycma"),
    "ipop-cma-es[bounds=none]": (restarted(False, bounded=False), "pycma"),
    "bipop-cma-es[bounds=none]": (restarted(True, bounded=False), "pycma"),
    "nelder-mead": (nelder_mead(True), "scipy"),
    "nelder-mead[adaptive=false]": (nelder_mead(False), "scipy"),
    "powell": (powell, "scipy"),
}

CASES = [
    (m, f, n, 50_000, 200)
    for m in ["powell", "nelder-mead", "nelder-mead[adaptive=false]", "cma-es"]
    for f in ["rastrigin", "rosenbrock"]
    for n in [2, 10]
] + [
    ("ipop-cma-es", "rastrigin", 2, 20_000, 200),
    ("bipop-cma-es", "rastrigin", 2, 20_000, 200),
    ("ipop-cma-es[bounds=none]", "rastrigin", 10, 400_000, 100),
    ("bipop-cma-es[bounds=none]", "rastrigin", 10, 400_000, 100),
]


def run(case):
    method, function, n, budget, k = case
    warnings.simplefilter("ignore")
    stops = "pop" in method
    f = Counter(function, n, k, budget, stops)
    try:
        METHODS[method][0](f, n, k)
    except Finished:
        pass
    return f.reached, f.count


if __name__ == "__main__":
    import cma
    import scipy

    results = []
    with multiprocessing.Pool(1) as pool:
        for method, function, n, budget, seeds in CASES:
            outcomes = pool.map(run, [(method, function, n, budget, k) for k in range(seeds)], chunksize=5)
            reached = sorted(r for r, _ in outcomes if r is not None)
            results.append({
                "peer": METHODS[method][1], "method": method, "function": function, "dimension": n, "budget": budget,
                "runs": seeds, "successes": len(reached),
                "medianEvaluations": statistics.median(reached) if reached else None,
                "medianTotal": None if "pop" in method else statistics.median(c for _, c in outcomes),
                "expectedEvaluations": sum(c for _, c in outcomes) / len(reached) if "pop" in method and reached else None,
            })
            print(results[-1], file=sys.stderr, flush=True)
    versions = {"cma": cma.__version__, "scipy": scipy.__version__, "numpy": np.__version__}
    print(json.dumps({"versions": versions, "results": results}, indent=1))
