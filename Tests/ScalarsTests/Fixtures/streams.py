"""Writes streams.txt: what SeededGenerator has to draw, from a second implementation of the published algorithms.

    python3 streams.py > streams.txt

"seed,axis,axis… first second third fourth": SplitMix64 seeds xoshiro256++; axes are hashed by FNV-1a over the eight
little-endian bytes of the seed and the UTF-8 of each axis, closed by the byte 255, finished by one SplitMix64 step.
"""
MASK = 2**64 - 1


def split_mix(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def xoshiro(s):
    while True:
        yield (rotl((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


def stream(seed, axes):
    if axes:
        h = 0xCBF29CE484222325
        for byte in seed.to_bytes(8, "little") + b"".join(a.encode() + b"\xff" for a in axes):
            h = ((h ^ byte) * 0x100000001B3) & MASK
        seed = next(split_mix(h))
    mix = split_mix(seed)
    return xoshiro([next(mix) for _ in range(4)])


for seed, axes in [(0, []), (1, []), (MASK, []), (7, ["starts", "rastrigin", "17"]), (7, ["a", "bc"]), (7, ["ab", "c"]),
                   (7, [""]), (8, ["ünïcode", "λ"])]:
    draws = stream(seed, axes)
    print(",".join([str(seed), *axes]), *(next(draws) for _ in range(4)))
