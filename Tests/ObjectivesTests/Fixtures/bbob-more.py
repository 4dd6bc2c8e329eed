"""Writes bbob-more.csv: values of BBOB's functions in dimensions and instances that bbob.csv does not hold.

The values are those of COCO's own code (cocoex); the dimensions that its suite lacks come from IOHexperimenter (ioh),
where it agrees with COCO in the dimensions that both have. Needs Python 3:
    pip install coco-experiment==2.8.2 ioh==0.3.22 && python3 bbob-more.py
"""
import contextlib
import os
import random
import tempfile

import cocoex
import ioh

COCO = {3: [3, 7, 15, 101, 1_000_000], 10: [3, 7, 15, 101], 20: [3, 7, 15, 101], 40: [3, 7, 15, 101]}
IOH = {4: [5], 7: [8], 33: [21]}
REACHES = [5, 6]  # one point inside the domain, one that may lie outside


def points(dimension, draw):
    return [[round(draw.uniform(-r, r), 3) for _ in range(dimension)] for r in REACHES]


def coco_minimum(problem):
    """f_opt: what the function is at the minimizer that COCO writes to a file."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        problem._best_parameter("print")
        with open(os.listdir(folder)[0]) as file:
            x = [float(word) for word in file.read().split()]
    return round(problem(x), 2)


def rows():
    draw = random.Random(24)
    for dimension, instances in COCO.items():
        for instance in instances:
            for problem in cocoex.Suite("bbob", f"instances: {instance}", f"dimensions: {dimension}"):
                minimum = coco_minimum(problem)
                for x in points(dimension, draw):
                    value = problem(x)
                    if instance < 10**5:  # beyond, the seeds of ioh overflow
                        other = ioh.get_problem(problem.id_function, instance, dimension)
                        allowed = 1e-9 if problem.id_function == 19 else 1e-10
                        assert abs(other(x) - value) <= allowed * abs(value), (problem.id_triple, other(x), value)
                    yield problem.id_function, instance, dimension, value, minimum, x
    for dimension, instances in IOH.items():
        for instance in instances:
            for function in range(1, 25):
                problem = ioh.get_problem(function, instance, dimension)
                for x in points(dimension, draw):
                    yield function, instance, dimension, problem(x), problem.optimum.y, x


with open("bbob-more.csv", "w") as file:
    file.write("# cocoex 2.8.2, in dimensions 4, 7 and 33 ioh 0.3.22; written by bbob-more.py\n")
    file.write("function,instance,dim,f,f_opt,x1..xd\n")
    for function, instance, dimension, value, minimum, x in rows():
        words = " ".join(f"{v:.3f}" for v in x)
        file.write(f"{function},{instance},{dimension},{value:.17g},{minimum:.17g},{words}\n")
