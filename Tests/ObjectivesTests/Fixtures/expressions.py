"""Values and derivatives of expressions, by sympy with 50 digits: writes expressions.json beside itself.

Each row gives the text as a user of generate-report writes it and, written independently, the same function in sympy.
"""
import json, os, random
import mpmath
import sympy as sp

mpmath.mp.dps = 60
X = sp.symbols("x1:11")
x, y, z = X[0], X[1], X[2]
R = sp.Rational
a, b = R(3), R(1, 10)

# text, parameters, dimension, sympy formula, sampling range
ROWS = [
    ("x^2/20 - cos(2*pi*x)", {}, 1, x**2 / 20 - sp.cos(2 * sp.pi * x), (-5, 5)),
    ("-x^2", {}, 1, -(x**2), (-3, 3)),
    ("2^3^2 + x - 2^-1", {}, 1, 512 + x - R(1, 2), (-3, 3)),
    ("x - y - z + x/y/z*2", {}, 3, ((x - y) - z) + ((x / y) / z) * 2, (0.5, 3)),
    ("x^2/20 + y^2/20 - cos(2*pi*x)*cos(y) + 1", {}, 2, x**2 / 20 + y**2 / 20 - sp.cos(2 * sp.pi * x) * sp.cos(y) + 1, (-5, 5)),
    ("sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i])) + 10*n", {}, 4, sum(v**2 - 10 * sp.cos(2 * sp.pi * v) for v in X[:4]) + 40, (-5, 5)),
    ("sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", {}, 10,
     sum(100 * (X[i + 1] - X[i]**2)**2 + (1 - X[i])**2 for i in range(9)), (-2, 2)),
    ("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", {}, 2, (x**2 + y - 11)**2 + (x + y**2 - 7)**2, (-5, 5)),
    ("sum(i, 1, n, x[i]^2)/4000 - product(i, 1, n, cos(x[i]/sqrt(i))) + 1", {}, 3,
     (x**2 + y**2 + z**2) / 4000 - sp.cos(x) * sp.cos(y / sp.sqrt(2)) * sp.cos(z / sp.sqrt(3)) + 1, (-8, 8)),
    ("-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + 20 + e", {}, 2,
     -20 * sp.exp(-R(1, 5) * sp.sqrt((x**2 + y**2) / 2)) - sp.exp((sp.cos(2 * sp.pi * x) + sp.cos(2 * sp.pi * y)) / 2) + 20 + sp.E, (0.1, 4)),
    ("a*x^3 - b*x + a^b", {"a": "3", "b": "0.1"}, 1, a * x**3 - b * x + a**b, (-2, 2)),
    ("c*cos(w*x)", {"c": "-1.5e-1", "w": "2*pi/3"}, 1, -R(15, 100) * sp.cos(2 * sp.pi / 3 * x), (-5, 5)),
    ("sin(pi*x/2 + pi*y) + sinpi(x)*cospi(0.25*y)", {}, 2, sp.sin(sp.pi * x / 2 + sp.pi * y) + sp.sin(sp.pi * x) * sp.cos(sp.pi * y / 4), (-3, 3)),
    ("exp(-x) + expm1(y) + log(x) + log1p(y)", {}, 2, sp.exp(-x) + sp.exp(y) - 1 + sp.log(x) + sp.log(1 + y), (0.2, 3)),
    ("tan(x/3) + tanh(y) + atan(x*y) + logistic(x - y)", {}, 2,
     sp.tan(x / 3) + sp.tanh(y) + sp.atan(x * y) + 1 / (1 + sp.exp(y - x)), (-2, 2)),
    ("abs(x - 10) + max(x, y, 0) * min(x, 8)", {}, 2, (10 - x) * 1 + y * x, None),
    ("floor(x) * x + select(x - 1, x^2, x^3)", {}, 1, 2 * x + x**2, None),
    ("pow(x, y) + x^2.5 + x^0.5 + x^-3 + x^7 + y^(1/3)", {}, 2,
     x**y + x**R(5, 2) + sp.sqrt(x) + x**-3 + x**7 + y**R(1, 3), (0.5, 2)),
    ("e^x + e^(-x^2) + 2^x + x^0 + (x^2)^3", {}, 1, sp.exp(x) + sp.exp(-x**2) + 2**x + 1 + x**6, (-2, 2)),
    ("x1*x4 - x2/x3", {}, 4, X[0] * X[3] - X[1] / X[2], (0.5, 2)),
    ("sum(i, 1, n, sum(j, i, n, x[i]*x[j]/(i + j - 1)))", {}, 5,
     sum(X[i] * X[j] / sp.Integer(i + j + 1) for i in range(5) for j in range(i, 5)), (-2, 2)),
    ("product(k, 1, 4, x - k/3) + sum(k, 5, 1, x) + product(k, 2, 1, x)", {}, 1,
     (x - R(1, 3)) * (x - R(2, 3)) * (x - 1) * (x - R(4, 3)) + 1, (-2, 2)),
    ("0.1*x + 0.2*x + 1e-3*x*x + 1/3*y + .5", {}, 2, R(3, 10) * x + x**2 / 1000 + y / 3 + R(1, 2), (-2, 2)),
    ("- -x + +y − x·y × 2", {}, 2, x + y - x * y * 2, (-2, 2)),
    ("cos(x*pi*2)*sin(-pi*x) + cos(pi) + sin(pi/6) + tan(pi*x/8)", {}, 1,
     sp.cos(2 * sp.pi * x) * sp.sin(-sp.pi * x) - 1 + R(1, 2) + sp.tan(sp.pi * x / 8), (-2, 2)),
    ("12345678.9*x - 98765432101234567890*y*1e-19", {}, 2, R(123456789, 10) * x - sp.Integer(98765432101234567890) * y / sp.Integer(10)**19, (-2, 2)),
]

random.seed(20260101)
FIXED = {"abs(x - 10) + max(x, y, 0) * min(x, 8)": [[1.25, 2.5], [3.0, 7.75]],
         "floor(x) * x + select(x - 1, x^2, x^3)": [[2.25], [2.875]]}


def number(value):
    return float(mpmath.mpf(sp.N(value, 40)))


rows = []
for text, parameters, dimension, formula, span in ROWS:
    variables = X[:dimension]
    points = FIXED.get(text) or [[round(random.uniform(*span), 3) for _ in variables] for _ in range(3)]
    gradient = [sp.diff(formula, v) for v in variables]
    hessian = [[sp.diff(g, v) for v in variables] for g in gradient]
    samples = []
    for point in points:
        at = dict(zip(variables, [sp.Rational(p) for p in point]))
        samples.append({
            "x": point, "value": number(sp.N(formula.subs(at), 40)),
            "gradient": [number(sp.N(g.subs(at), 40)) for g in gradient],
            "hessian": [number(sp.N(h.subs(at), 40)) for row in hessian for h in row]})
    rows.append({"expression": text, "parameters": parameters, "dimension": dimension, "samples": samples})

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "expressions.json"), "w") as file:
    json.dump(rows, file, indent=1, ensure_ascii=False)
    file.write("\n")
