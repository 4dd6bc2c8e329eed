"""Writes late-trajectories.json and schedule-rates.tsv: what PyTorch and optax do, further on than trajectories.json tells.

    pip install torch optax mpmath; python3 late-trajectories.py

Every configuration of trajectories.json runs 500 steps in float64 on Rosenbrock's and Rastrigin's functions with analytic
gradients. Each also runs from a start moved by 1e-13, and with gradients taken a unit in the last place beside each point,
as they are rounded: where the ends differ by more than the tolerance allows, the trajectory amplifies rounding and cannot
be reproduced by any other order of operations; "reach" is the last noted step up to which it can. (Methods that divide
by a mean square of vanishing gradients leave rest again, by rounding alone.) What each is in this project's words stands in trajectories.json, found by library and method.
"""
import json, math, pathlib, random
import jax
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
import optax, optax.contrib, torch

here = pathlib.Path(__file__).parent
NOTED = [1, 2, 3, 5, 10, 20, 50, 500]


def rosenbrock(x, y):
    return (-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x))


def rastrigin(x, y):
    return tuple(2 * t + 20 * math.pi * math.sin(2 * math.pi * t) for t in (x, y))


PROBLEMS = {"rosenbrock": (rosenbrock, (-1.2, 1.0)), "rastrigin": (rastrigin, (2.3, -1.65))}


def torch_optimizer(method, p, params):
    o, lr = torch.optim, p["lr"]
    return {
        "SGD": lambda: o.SGD(params, lr),
        "SGD_momentum": lambda: o.SGD(params, lr, momentum=p["momentum"]),
        "SGD_momentum_dampening": lambda: o.SGD(params, lr, momentum=p["momentum"], dampening=p["dampening"]),
        "SGD_nesterov": lambda: o.SGD(params, lr, momentum=p["momentum"], nesterov=True),
        "SGD_weight_decay": lambda: o.SGD(params, lr, weight_decay=p["weight_decay"]),
        "Adam": lambda: o.Adam(params, lr),
        "Adam_amsgrad": lambda: o.Adam(params, lr, amsgrad=True),
        "Adam_l2": lambda: o.Adam(params, lr, weight_decay=p["weight_decay"]),
        "AdamW": lambda: o.AdamW(params, lr, weight_decay=p["weight_decay"]),
        "NAdam": lambda: o.NAdam(params, lr),
        "RAdam": lambda: o.RAdam(params, lr),
        "Adamax": lambda: o.Adamax(params, lr),
        "Adagrad": lambda: o.Adagrad(params, lr),
        "Adadelta": lambda: o.Adadelta(params, lr),
        "RMSprop": lambda: o.RMSprop(params, lr),
        "RMSprop_centered": lambda: o.RMSprop(params, lr, centered=True),
        "RMSprop_momentum": lambda: o.RMSprop(params, lr, momentum=p["momentum"]),
        "Rprop": lambda: o.Rprop(params, lr),
        "ASGD": lambda: o.ASGD(params, lr),
    }[method]()


def optax_optimizer(method, p):
    lr = p.get("lr")
    return {
        "sgd": lambda: optax.sgd(lr),
        "sgd_momentum": lambda: optax.sgd(lr, momentum=p["momentum"]),
        "sgd_nesterov": lambda: optax.sgd(lr, momentum=p["momentum"], nesterov=True),
        "adam": lambda: optax.adam(lr),
        "nadam": lambda: optax.nadam(lr),
        "adabelief": lambda: optax.adabelief(lr),
        "adamax": lambda: optax.adamax(lr),
        "amsgrad": lambda: optax.amsgrad(lr),
        "yogi": lambda: optax.yogi(lr),
        "lion": lambda: optax.lion(lr, weight_decay=0.0),
        "adan": lambda: optax.adan(lr),
        "rmsprop": lambda: optax.rmsprop(lr, decay=p["decay"]),
        "adagrad": lambda: optax.adagrad(lr),
        "adadelta": lambda: optax.adadelta(lr),
        "radam": lambda: optax.radam(lr),
        "sign_sgd": lambda: optax.sign_sgd(lr),
        "signum": lambda: optax.signum(lr, beta=p["beta"]),
        "rprop": lambda: optax.rprop(lr),
        "adam_clip_global_norm_1": lambda: optax.chain(optax.clip_by_global_norm(p["clip"]), optax.adam(lr)),
        "sgd_clip_value_1": lambda: optax.chain(optax.clip(p["clip_value"]), optax.sgd(lr)),
        "adam_cosine_500": lambda: optax.adam(optax.cosine_decay_schedule(0.1, 500)),
        "lookahead_like_schedule_free_sgd": lambda: optax.contrib.schedule_free_sgd(lr),
    }[method]()


def run_torch(method, p, gradient, x0):
    x = torch.tensor(x0, dtype=torch.float64, requires_grad=True)
    optimizer = torch_optimizer(method, p, [x])
    points = []
    for _ in range(500):
        x.grad = torch.tensor(gradient(*x.detach().tolist()), dtype=torch.float64)
        optimizer.step()
        points.append(x.detach().tolist())
    return points


def run_optax(method, p, gradient, x0):
    optimizer = optax_optimizer(method, p)
    x = jnp.array(x0, dtype=jnp.float64)
    state = optimizer.init(x)

    @jax.jit
    def step(g, state, x):
        updates, state = optimizer.update(g, state, x)
        return optax.apply_updates(x, updates), state

    points = []
    for _ in range(500):
        g = jnp.array(gradient(*np.asarray(x).tolist()), dtype=jnp.float64)
        x, state = step(g, state, x)
        points.append(np.asarray(x).tolist())
    return points


def rounded(gradient):
    """The gradient a unit in the last place beside the point, to either side by chance."""
    sides = random.Random(1)
    return lambda *x: gradient(*(t * (1 + sides.choice((-1, 1)) * 2.0 ** -52) for t in x))


def distance(a, b):
    return max(abs(u - v) / max(1, abs(v)) for u, v in zip(a, b))


def trajectories():
    entries = []
    for known in json.loads((here / "trajectories.json").read_text())["trajectories"]:
        run = run_torch if known["library"].startswith("torch") else run_optax
        for problem, (gradient, x0) in PROBLEMS.items():
            points = run(known["method"], known["settings"], gradient, x0)
            moved = run(known["method"], known["settings"], gradient, [t * (1 + 1e-13) for t in x0])
            blurred = run(known["method"], known["settings"], rounded(gradient), x0)
            reach = 0
            for step in NOTED:
                tolerance = 1e-9 if step <= 50 else 1e-6
                others = (moved[step - 1], blurred[step - 1])
                if not all(distance(points[step - 1], other) <= tolerance for other in others):
                    break
                reach = step
            if problem == "rosenbrock":
                for iterate in known["iterates"]:
                    assert distance(points[iterate["step"] - 1], iterate["x"]) < 1e-12, (known["method"], iterate["step"])
            entries.append({
                "library": known["library"].split()[0], "method": known["method"], "problem": problem,
                "x0": list(x0), "reach": reach,
                "iterates": [{"step": k, "x": points[k - 1]} for k in NOTED if k <= reach and k >= (50 if problem == "rosenbrock" else 1)],
            })
    return entries


def torch_rates(make):
    x = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([x], 0.1)
    schedule = make(optimizer)
    rates = []
    for _ in range(501):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if len(rates) < 501:
            schedule.step()
    return rates


def schedules():
    s = torch.optim.lr_scheduler
    yield "optax constant(.1)", optax.constant_schedule(0.1)
    yield "optax linear(.1->.01,100)", optax.linear_schedule(0.1, 0.01, 100)
    yield "optax polynomial(.1->0,power2,100)", optax.polynomial_schedule(0.1, 0, 2, 100)
    yield "optax exponential(.1,100,.5)", optax.exponential_decay(0.1, 100, 0.5)
    yield "optax exponential_staircase(.1,100,.5)", optax.exponential_decay(0.1, 100, 0.5, staircase=True)
    yield "optax cosine(.1,500)", optax.cosine_decay_schedule(0.1, 500)
    yield "optax cosine(.1,500,alpha=.1)", optax.cosine_decay_schedule(0.1, 500, alpha=0.1)
    yield "optax warmup_cosine(0,.1,50,500,end .001)", optax.warmup_cosine_decay_schedule(0, 0.1, 50, 500, 0.001)
    yield "optax piecewise(.1,{100:.1,300:.1})", optax.piecewise_constant_schedule(0.1, {100: 0.1, 300: 0.1})
    yield "optax cosine_onecycle(500,.1)", optax.cosine_onecycle_schedule(500, 0.1)
    yield "optax linear_onecycle(500,.1)", optax.linear_onecycle_schedule(500, 0.1)
    yield "optax sgdr(2 cycles: peak .1 warm 10 decay 100; peak .05 warm 10 decay 200)", optax.sgdr_schedule([
        dict(init_value=0, peak_value=0.1, warmup_steps=10, decay_steps=100),
        dict(init_value=0, peak_value=0.05, warmup_steps=10, decay_steps=200)])
    yield "torch StepLR(100,.1)", lambda o: s.StepLR(o, 100, 0.1)
    yield "torch MultiStepLR([100,300],.1)", lambda o: s.MultiStepLR(o, [100, 300], 0.1)
    yield "torch ExponentialLR(.99)", lambda o: s.ExponentialLR(o, 0.99)
    yield "torch CosineAnnealingLR(500)", lambda o: s.CosineAnnealingLR(o, 500)
    yield "torch CosineAnnealingWarmRestarts(50,2)", lambda o: s.CosineAnnealingWarmRestarts(o, 50, 2)
    yield "torch PolynomialLR(500,2)", lambda o: s.PolynomialLR(o, 500, 2)
    yield "torch LinearLR(1/3->1,5)", lambda o: s.LinearLR(o, 1 / 3, 1.0, 5)
    yield "torch CyclicLR(.001,.1,100) triangular", lambda o: s.CyclicLR(o, 0.001, 0.1, 100, cycle_momentum=False)
    yield "torch OneCycleLR(max .1,total 501)", lambda o: s.OneCycleLR(o, 0.1, total_steps=501, pct_start=0.3)


def rates():
    columns = {}
    for name, schedule in schedules():
        if name.startswith("optax"):
            columns[name] = [float(schedule(jnp.asarray(k))) for k in range(501)]
        else:
            columns[name] = torch_rates(schedule)
    return columns


def momenta():
    """Momentum of PyTorch's OneCycleLR and CyclicLR, which cycle it against the learning rate."""
    s = torch.optim.lr_scheduler
    result = {}
    for name, make in [
        ("torch OneCycleLR momentum", lambda o: s.OneCycleLR(o, 0.1, total_steps=501, pct_start=0.3)),
        ("torch CyclicLR momentum", lambda o: s.CyclicLR(o, 0.001, 0.1, 100, base_momentum=0.85, max_momentum=0.95)),
    ]:
        x = torch.zeros(1, requires_grad=True)
        optimizer = torch.optim.SGD([x], 0.1, momentum=0.95)
        schedule = make(optimizer)
        values = []
        for _ in range(501):
            values.append(optimizer.param_groups[0]["momentum"])
            optimizer.step()
            if len(values) < 501:
                schedule.step()
        result[name] = values
    return result


def plateau():
    """Learning rates of ReduceLROnPlateau and the values that it was shown, of gradient descent on x^2 with a restless rate."""
    x = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([x], 0.1)
    schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.5, patience=3, threshold=1e-2, cooldown=2, eps=0)
    values, rates = [], []
    for k in range(60):
        value = 1 + 0.5 ** (k / 4) + (0.01 if k % 7 == 3 else 0)
        rates.append(optimizer.param_groups[0]["lr"])
        values.append(value)
        optimizer.step()
        schedule.step(value)
    return {"values": values, "rates": rates}


if __name__ == "__main__":
    entries = trajectories()
    for e in entries:
        if e["reach"] < 500:
            print(e["library"], e["method"], e["problem"], "reaches", e["reach"])
    note = f"torch {torch.__version__}, optax {optax.__version__}, float64; written by late-trajectories.py"
    lines = ",\n".join(json.dumps(e) for e in entries)
    (here / "late-trajectories.json").write_text('{"note": "%s", "trajectories": [\n%s\n],\n"plateau": %s}\n' % (note, lines, json.dumps(plateau())))
    columns = {**rates(), **momenta()}
    for known in json.loads((here / "trajectories.json").read_text())["schedules"]:
        for point in known["rates"]:
            assert abs(columns[known["name"]][point["step"]] - point["rate"]) <= 1e-12, (known["name"], point)
    rows = ["\t".join(columns)] + ["\t".join("%.13g" % c[k] for c in columns.values()) for k in range(501)]
    (here / "schedule-rates.tsv").write_text("\n".join(rows) + "\n")
