"""Libraries that descend from all starts at once: numpy, torch, jax. 2-D Rastrigin, analytic gradients, doubles, one thread.

python3 all_at_once.py LIBRARY METHOD STARTS BUDGET, the starts as little-endian doubles. One gradient a step.
Prints the evaluations and the median of the repeats in seconds of processor time, or that the library is not installed.
"""
import os
import statistics
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"
REPEATS = 3
TURN = 6.283185307179586


def numpy_sweep(np, method, starts, budget):
    def run():
        x = starts.T.copy()
        mean, square = np.zeros_like(x), np.zeros_like(x)
        best = np.full(x.shape[1], np.inf)
        for step in range(1, budget + 1):
            angle = TURN * x
            np.minimum(best, 20 + (x * x - 10 * np.cos(angle)).sum(axis=0), out=best)
            slope = 2 * x + (10 * TURN) * np.sin(angle)
            if method == "momentum":
                mean = 0.9 * mean + slope
                x -= 0.001 * mean
            else:
                mean += 0.1 * (slope - mean)
                square += 0.001 * (slope * slope - square)
                x -= (0.01 / (1 - 0.9**step)) * mean / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        return best

    return run


def torch_sweep(torch, method, starts, budget):
    torch.set_num_threads(1)

    def run():
        x = torch.tensor(starts, dtype=torch.float64, requires_grad=True)
        best = torch.full((len(starts),), float("inf"), dtype=torch.float64)
        if method == "momentum":
            optimizer = torch.optim.SGD([x], lr=0.001, momentum=0.9, fused=True)
        else:
            optimizer = torch.optim.Adam([x], lr=0.01, fused=True)
        with torch.no_grad():
            for _ in range(budget):
                angle = TURN * x
                best = torch.minimum(best, 20 + (x * x - 10 * torch.cos(angle)).sum(1))
                x.grad = 2 * x + (10 * TURN) * torch.sin(angle)
                optimizer.step()
        return best

    return run


def jax_sweep(jax, method, starts, budget):
    import jax.numpy as jnp
    import optax

    jax.config.update("jax_enable_x64", True)
    rule = optax.sgd(0.001, momentum=0.9) if method == "momentum" else optax.adam(0.01)

    def step(carry, _):
        x, memory, best = carry
        angle = TURN * x
        best = jnp.minimum(best, 20 + jnp.sum(x * x - 10 * jnp.cos(angle)))
        update, memory = rule.update(2 * x + (10 * TURN) * jnp.sin(angle), memory, x)
        return (optax.apply_updates(x, update), memory, best), None

    def one(x):
        return jax.lax.scan(step, (x, rule.init(x), jnp.inf), None, length=budget)[0][2]

    sweep = jax.jit(jax.vmap(one))
    points = jnp.asarray(starts)
    jax.block_until_ready(sweep(points))  # compiles
    return lambda: jax.block_until_ready(sweep(points))


def main():
    library, method, path, budget = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    try:
        module = __import__(library)
        import numpy

        starts = numpy.fromfile(path, dtype="<f8").reshape(-1, 2)
        run = {"numpy": numpy_sweep, "torch": torch_sweep, "jax": jax_sweep}[library](module, method, starts, budget)
    except ImportError as error:
        print(f"not installed: {error.name}")
        return
    seconds = []
    for _ in range(REPEATS):
        begin = time.process_time()
        run()
        seconds.append(time.process_time() - begin)
    print(len(starts) * budget, f"{statistics.median(seconds):.6f}")


main()
