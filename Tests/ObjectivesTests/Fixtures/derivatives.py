"""Writes derivatives.json: values, gradients and Hessians of the formulas in objectives.json at random points.

Symbolic derivatives by SymPy, evaluated by mpmath with 50 digits and rounded to the nearest double; decimal constants
are taken as exact fractions. Needs Python 3 with SymPy:  python3 derivatives.py
"""
import json
import random
import re

import mpmath
import sympy

mpmath.mp.dps = 50
POINTS = {1: 5, 2: 20, 5: 4, 10: 2, 50: 1}  # points per dimension
HESSIAN_UP_TO = 5


def expression(formula, x):
    exact = re.sub(r"(?<![\w.])(\d+\.\d+)", r'Rational("\1")', formula)
    names = {name: getattr(sympy, name) for name in ("sin", "cos", "exp", "sqrt", "pi", "Rational")}
    names |= {"__builtins__": {}, "x": x, "n": sympy.Integer(len(x)), "e": sympy.E, "abs": sympy.Abs, "prod": sympy.prod,
              "sum": sum, "range": lambda stop: range(int(stop))}
    return eval(exact, names)


def rows(entry):
    dimensions = POINTS if entry["scalable"] else {2: POINTS[2]}
    for dimension, count in dimensions.items():
        if entry["id"] == "rosenbrock" and dimension < 2:
            continue
        x = sympy.symbols(f"x:{dimension}", real=True)
        f = expression(entry["formula"], x)
        gradient = [sympy.diff(f, v) for v in x]
        hessian = []
        if dimension <= HESSIAN_UP_TO:
            hessian = [sympy.diff(g, v) for g in gradient for v in x]
        modules = ["mpmath", {"DiracDelta": lambda _: mpmath.mpf(0)}]  # the points are not on kinks
        compute = sympy.lambdify(x, [f, *gradient, *hessian], modules)
        lower, upper = entry["domain"][0]
        generator = random.Random(f"{entry['id']} {dimension}")
        for _ in range(count):
            bounds = entry["domain"] if dimension == 2 else [[lower, upper]] * dimension
            point = [generator.uniform(*b) for b in bounds]
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
