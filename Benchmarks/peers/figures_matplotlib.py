"""matplotlib drawing a filled contour plot and a surface of 2-D Rastrigin, 1200x900, as PNG and SVG.

Needs matplotlib (PyPI). Times include writing the file, not the import."""
import io
import statistics
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def field(samples):
    axis = np.linspace(-5.12, 5.12, samples)
    x, y = np.meshgrid(axis, axis)
    return x, y, 20 + x * x - 10 * np.cos(2 * np.pi * x) + y * y - 10 * np.cos(2 * np.pi * y)


def contour():
    figure, axes = plt.subplots(figsize=(12, 9), layout="constrained")
    filled = axes.contourf(*field(301), 12)
    axes.clabel(axes.contour(*field(301), 12, colors="k", linewidths=0.4), fontsize=7)
    axes.set_aspect("equal")
    figure.colorbar(filled)
    return figure


def surface():
    figure = plt.figure(figsize=(12, 9))
    axes = figure.add_subplot(projection="3d")
    axes.plot_surface(*field(201), rcount=201, ccount=201, cmap="viridis", linewidth=0)
    axes.contour(*field(201), 12, zdir="z", offset=-40)
    return figure


for name, draw in (("contour", contour), ("surface", surface)):
    for form in ("png", "svg"):
        times, size = [], 0
        for _ in range(6):
            begin = time.perf_counter()
            file, figure = io.BytesIO(), draw()
            figure.savefig(file, format=form, dpi=200)
            plt.close(figure)
            times.append(time.perf_counter() - begin)
            size = len(file.getvalue())
        print(f"{name}.{form}: median {statistics.median(times[1:]):.3f} s, {size / 1e6:.2f} MB")
