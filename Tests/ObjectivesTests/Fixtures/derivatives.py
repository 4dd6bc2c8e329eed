"""Writes derivatives.json: values, gradients and Hessians of the formulas in objectives.json at random points.

Symbolic derivatives by SymPy, evaluated by mpmath with 50 digits and rounded to the nearest double; decimal constants
are taken as exact fractions. Two thirds of the points are uniform in the domain, one third lies near a minimizer, since
some functions are flat elsewhere. Needs Python 3 with SymPy:  python3 derivatives.py
"""
import json
import random
import re

import mpmath
import sympy

mpmath.mp.dps = 50
POINTS = {1: 3, 2: 6, 3: 4, 4: 4, 5: 2, 6: 4, 9: 4, 10: 1, 50: 1}  # points per dimension
SCALED = (1, 2, 5, 10, 50)  # dimensions of scalable functions
HESSIAN_UP_TO = 9
FIRST_DIMENSION = {"rosenbrock": 2}
# Whose 10-D derivative is a long expression, and which are defined up to 10.
LAST_DIMENSION = {"whitley": 5, "weierstrass": 10, "michalewicz": 10, "xin-she-yang-2": 10}


def expression(formula, x):
    exact = re.sub(r"(?<![\w.])(\d+\.\d+)", r'Rational("\1")', formula)
    names = {name: getattr(sympy, name) for name in ("sin", "cos", "tanh", "exp", "log", "sqrt", "pi", "Rational")}
    names |= {"__builtins__": {}, "x": x, "n": sympy.Integer(len(x)), "e": sympy.E, "abs": sympy.Abs, "prod": sympy.prod,
              "sum": sum, "zip": zip, "range": lambda *bounds: range(*(int(b) for b in bounds))}
    return eval(exact, names)


def dimensions(entry):
    if not entry["scalable"]:
        return [len(entry["domain"])]
    first, last = FIRST_DIMENSION.get(entry["id"], 1), LAST_DIMENSION.get(entry["id"], 50)
    return [n for n in SCALED if first <= n <= last]


def points(entry, dimension):
    generator = random.Random(f"{entry['id']} {dimension}")
    given = dimension == len(entry["domain"])
    bounds = entry["domain"] if given else entry["domain"][:1] * dimension
    minimizer = entry["minimizers"][0] if given else entry["minimizers"][0][:1] * dimension
    for k in range(POINTS[dimension]):
        if k % 3 == 2:
            near = [m + 0.05 * (b[1] - b[0]) * generator.uniform(-1, 1) for b, m in zip(bounds, minimizer)]
            yield [min(max(v, b[0]), b[1]) for b, v in zip(bounds, near)]
        else:
            yield [generator.uniform(*b) for b in bounds]


def rows(entry):
    for dimension in dimensions(entry):
        x = sympy.symbols(f"x:{dimension}", real=True)
        f = expression(entry["formula"], x)
        gradient = [sympy.diff(f, v) for v in x]
        hessian = []
        if dimension <= HESSIAN_UP_TO:
            hessian = [sympy.diff(g, v) for g in gradient for v in x]
        modules = ["mpmath", {"DiracDelta": lambda *_: mpmath.mpf(0)}]  # the points are not on kinks
        compute = sympy.lambdify(x, [f, *gradient, *hessian], modules)
        for point in points(entry, dimension):
            results = [float(mpmath.mpf(r)) for r in compute(*[mpmath.mpf(p) for p in point])]
            row = {"x": point, "value": results[0], "gradient": results[1:dimension + 1]}
            if hessian:
                row["hessian"] = results[dimension + 1:]
            yield row


def main():
    with open("objectives.json") as file:
        entries = json.load(file)["objectives"]
    lines = [f' "{e["id"]}": [\n' + ",\n".join("  " + json.dumps(r) for r in rows(e)) + "\n ]" for e in entries]
    with open("derivatives.json", "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


main()
