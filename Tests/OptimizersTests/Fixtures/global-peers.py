"""Measures global methods of scipy and nlopt on shifted test functions; writes global-peers.json.

    pip install numpy scipy nlopt
    python global-peers.py            # about an hour on one core; a cell already in the file is kept

Problem s = 0, 1, … of a function has its minimizer at x*_i = 0.35 · width · (2 frac((s + 1) √p_i) − 1), p_i the i-th prime; of
Schwefel's function, which cannot be shifted, coordinate i is mirrored where frac(…) < ½ instead. Run s of a method is on problem
s with seed s from a uniform start. Reached: f − f* < 1e-6. `evaluations` is the median of all that a run spent (a gradient by
differences costs n + 1); `toTarget` the median of what those that reached it had spent by then.
"""
import json
import math
import os
import sys

import numpy as np

PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
SQRT_INDEX = np.sqrt(np.arange(1, 11))


def rastrigin(y):
    return 10 * len(y) + float(np.sum(y * y - 10 * np.cos(2 * np.pi * y)))


def ackley(y):
    n = len(y)
    return 20 * (1 - math.exp(-0.2 * math.sqrt(y @ y / n))) + math.e * (
        1 - math.exp(float(np.sum(np.cos(2 * np.pi * y))) / n - 1))


def griewank(y):
    return float(y @ y) / 4000 + 1 - float(np.prod(np.cos(y / SQRT_INDEX[:len(y)])))


def schwefel(y):
    return float(np.sum(418.98288727243371 - y * np.sin(np.sqrt(np.abs(y)))))


FUNCTIONS = {"rastrigin": (rastrigin, 5.12), "ackley": (ackley, 32.768), "griewank": (griewank, 600.0),
             "schwefel": (schwefel, 500.0)}


class Counted:
    def __init__(self, name, n, problem):
        self.f, self.half = FUNCTIONS[name]
        u = np.array([math.fmod((problem + 1) * math.sqrt(p), 1) for p in PRIMES[:n]])
        self.mirror = np.where(u < 0.5, -1.0, 1.0) if name == "schwefel" else np.ones(n)
        self.shift = np.zeros(n) if name == "schwefel" else 0.7 * self.half * (2 * u - 1)
        self.count, self.best, self.reached = 0, math.inf, None

    def __call__(self, x, *_):
        self.count += 1
        value = self.f((np.asarray(x) - self.shift) * self.mirror)
        if value < self.best:
            self.best = value
            if value < 1e-6 and self.reached is None:
                self.reached = self.count
        return value


def scipy_dual_annealing(f, n, seed):
    from scipy.optimize import dual_annealing
    dual_annealing(f, [(-f.half, f.half)] * n, rng=seed)


def scipy_differential_evolution(f, n, seed):
    from scipy.optimize import differential_evolution
    differential_evolution(f, [(-f.half, f.half)] * n, rng=seed)


def scipy_basinhopping(f, n, seed):
    from scipy.optimize import basinhopping
    x0 = np.random.default_rng(seed).uniform(-f.half, f.half, n)
    basinhopping(f, x0, rng=seed)


def nlopt_run(algorithm):
    def run(f, n, seed):
        import nlopt
        nlopt.srand(seed + 1)
        opt = nlopt.opt(getattr(nlopt, algorithm), n)
        opt.set_lower_bounds([-f.half] * n)
        opt.set_upper_bounds([f.half] * n)
        opt.set_min_objective(lambda x, g: f(x))
        opt.set_maxeval(20000 if n == 2 else 50000)
        opt.set_stopval(1e-6)
        opt.optimize(np.random.default_rng(seed).uniform(-f.half, f.half, n))
    return run


METHODS = {
    "dual-annealing": ("scipy dual_annealing", scipy_dual_annealing),
    "differential-evolution": ("scipy differential_evolution", scipy_differential_evolution),
    "basin-hopping": ("scipy basinhopping", scipy_basinhopping),
    "direct": ("nlopt GN_DIRECT", nlopt_run("GN_DIRECT")),
    "direct-l": ("nlopt GN_DIRECT_L", nlopt_run("GN_DIRECT_L")),
    "crs2": ("nlopt GN_CRS2_LM", nlopt_run("GN_CRS2_LM")),
    "mlsl": ("nlopt GN_MLSL_LDS", nlopt_run("GN_MLSL_LDS")),
}


def main():
    import warnings
    warnings.filterwarnings("ignore")
    chosen = sys.argv[1:] or [m for m in METHODS if m != "mlsl"]
    path = os.environ.get("OUT", os.path.join(os.path.dirname(__file__), "global-peers.json"))
    cells = json.load(open(path)) if os.path.exists(path) else []
    for n, seeds in ((2, 200), (10, 50)):
        for method in chosen:
            peer, run = METHODS[method]
            for name in FUNCTIONS:
                if any((c["method"], c["function"], c["dimension"]) == (method, name, n) for c in cells):
                    continue
                totals, hits = [], []
                for seed in range(seeds):
                    f = Counted(name, n, seed)
                    run(f, n, seed)
                    totals.append(f.count)
                    if f.reached is not None:
                        hits.append(f.reached)
                cells.append({
                    "method": method, "peer": peer, "function": name, "dimension": n, "runs": seeds,
                    "reached": len(hits), "evaluations": float(np.median(totals)),
                    "toTarget": float(np.median(hits)) if hits else None})
                json.dump(cells, open(path, "w"), indent=1)
                print(cells[-1], flush=True)


main()
