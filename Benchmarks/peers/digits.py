"""Prints "torch RATE": epochs a second of a 64-32-10 tanh network on the digits, batches of 64, Adam, one thread.

Argument: the file of digits.
"""
import statistics
import sys
import time

import numpy
import torch

torch.set_num_threads(1)
torch.manual_seed(1)
table = numpy.loadtxt(sys.argv[1], delimiter=",")[:1437]
pixels = torch.tensor(table[:, :64] / 16)
labels = torch.tensor(table[:, 64], dtype=torch.long)
model = torch.nn.Sequential(torch.nn.Linear(64, 32), torch.nn.Tanh(), torch.nn.Linear(32, 10)).double()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
criterion = torch.nn.CrossEntropyLoss()


def epochs(count):
    for _ in range(count):
        for rows in torch.randperm(len(pixels)).split(64):
            optimizer.zero_grad()
            criterion(model(pixels[rows]), labels[rows]).backward()
            optimizer.step()


epochs(5)
rates = []
for _ in range(9):
    begin = time.perf_counter()
    epochs(10)
    rates.append(10 / (time.perf_counter() - begin))
print("torch", statistics.median(rates))
