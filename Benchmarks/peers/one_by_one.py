"""Libraries that take a function and one start: scipy, nlopt, cma. 2-D Rastrigin written with math, the quickest in Python.

python3 one_by_one.py LIBRARY METHOD STARTS BUDGET, the starts as little-endian doubles; METHOD is l-bfgs, nelder-mead or
cma-es. Prints the evaluations counted in the function and the seconds of processor time, or that the library is not installed.
"""
import math
import os
import struct
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
TURN = 6.283185307179586
evaluations = 0


def value(x):
    global evaluations
    evaluations += 1
    a, b = float(x[0]), float(x[1])
    return 20 + a * a - 10 * math.cos(TURN * a) + b * b - 10 * math.cos(TURN * b)


def slopes(x):
    a, b = float(x[0]), float(x[1])
    return 2 * a + 10 * TURN * math.sin(TURN * a), 2 * b + 10 * TURN * math.sin(TURN * b)


def scipy_run(scipy, method, start, budget):
    from scipy.optimize import minimize

    if method == "l-bfgs":
        minimize(lambda x: (value(x), slopes(x)), start, jac=True, method="L-BFGS-B",
                 options={"maxfun": budget, "maxiter": budget, "maxcor": 10, "ftol": 0, "gtol": 1e-12})
    else:
        minimize(value, start, method="Nelder-Mead", options={"maxfev": budget, "xatol": 1e-12, "fatol": 1e-12})


def nlopt_run(nlopt, method, start, budget):
    def function(x, gradient):
        if gradient.size:
            gradient[:] = slopes(x)
        return value(x)

    optimizer = nlopt.opt(nlopt.LD_LBFGS if method == "l-bfgs" else nlopt.LN_NELDERMEAD, 2)
    optimizer.set_min_objective(function)
    optimizer.set_maxeval(budget)
    optimizer.set_xtol_rel(1e-12)
    try:
        optimizer.optimize(list(start))
    except RuntimeError:  # a line search at the limit of rounding
        pass


def cma_run(cma, method, start, budget):
    cma.fmin2(value, list(start), 2, {"maxfevals": budget, "verbose": -9, "seed": 1, "tolfun": 1e-12})


def main():
    library, method, path, budget = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    try:
        module = __import__(library)
    except ImportError as error:
        print(f"not installed: {error.name}")
        return
    run = {"scipy": scipy_run, "nlopt": nlopt_run, "cma": cma_run}[library]
    data = open(path, "rb").read()
    starts = list(struct.iter_unpack("<dd", data))
    run(module, method, starts[0], budget)
    global evaluations
    evaluations = 0
    begin = time.process_time()
    for start in starts:
        run(module, method, start, budget)
    print(evaluations, f"{time.process_time() - begin:.6f}")


main()
