"""NumPy doing the work of sweep-throughput: Adam, 1000 steps, 10,000 starts at once, 2-D Rastrigin, one thread."""
import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import time

import numpy as np

STARTS, STEPS = 10_000, 1000
RATE, BETA1, BETA2, EPSILON = 0.01, 0.9, 0.999, 1e-8


def sweep():
    x = np.random.default_rng(0).uniform(-5.12, 5.12, (2, STARTS))
    first, second, best = np.zeros_like(x), np.zeros_like(x), np.full(STARTS, np.inf)
    begin = time.perf_counter()
    for step in range(1, STEPS + 1):
        angle = 2 * np.pi * x
        value = 20 + np.sum(x * x - 10 * np.cos(angle), axis=0)
        gradient = 2 * x + 20 * np.pi * np.sin(angle)
        np.minimum(best, value, out=best)
        first += (1 - BETA1) * (gradient - first)
        second += (1 - BETA2) * (gradient * gradient - second)
        scale = np.sqrt(second / (1 - BETA2**step)) + EPSILON
        x -= RATE / (1 - BETA1**step) * first / scale
    return STARTS * STEPS / (time.perf_counter() - begin) / 1e6, int(np.sum(best < 1e-6))


rates = sorted(sweep() for _ in range(5))
print(f"million evaluations a second: median {rates[2][0]:.1f}, range {rates[0][0]:.1f} to {rates[4][0]:.1f};"
      f" reached {rates[2][1]}")
