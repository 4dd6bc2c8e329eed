/* What a loop written by hand can do: Adam, η = 0.01, on the 2-D Rastrigin function and nothing else, with everything that
   this costs in exactness. Arithmetic may be contracted and reordered, sine and cosine are plain Taylor polynomials, no run
   ends early, nothing is counted but the lowest value.

   cc -O3 -march=native -ffast-math limit.c -o limit -lm && ./limit adam starts.f64 1000
   Prints evaluations and the median of seven times in seconds of processor time. */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCK = 16, REPEATS = 7 };

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* sin 2πt and cos 2πt. */
static inline __attribute__((always_inline)) void sincos_turns(double t, double *sine, double *cosine) {
  double halves = rint(2 * t), r = t - 0.5 * halves, z = r * r;
  double sign = 1 - 2 * (halves - 2 * floor(0.5 * halves));
  double s = 0.10422916220813977;
  s = s * z - 0.718122301778685;
  s = s * z + 3.8199525848482825;
  s = s * z - 15.0946425768229;
  s = s * z + 42.05869394489765;
  s = s * z - 76.70585975306136;
  s = s * z + 81.60524927607506;
  s = s * z - 41.34170224039975;
  s = s * z + 6.283185307179586;
  double c = -0.03638284114254565;
  c = c * z + 0.28200596845791096;
  c = c * z - 1.7143907110886720;
  c = c * z + 7.9035363713184665;
  c = c * z - 26.42625678337438;
  c = c * z + 60.24464137187666;
  c = c * z - 85.45681720669372;
  c = c * z + 64.93939402266829;
  c = c * z - 19.739208802178716;
  *sine = s * r * sign;
  *cosine = (c * z + 1) * sign;
}

static void descend(const double *starts, double *best, const double *rate, const double *scale, int budget) {
  double x[2][BLOCK], mean[2][BLOCK] = {{0}}, square[2][BLOCK] = {{0}}, lowest[BLOCK], value[BLOCK];
  for (int i = 0; i < BLOCK; i++) {
    x[0][i] = starts[2 * i];
    x[1][i] = starts[2 * i + 1];
    lowest[i] = 1e300;
  }
  for (int step = 0; step < budget; step++) {
    for (int i = 0; i < BLOCK; i++) value[i] = 20;
    for (int d = 0; d < 2; d++)
      for (int i = 0; i < BLOCK; i++) {
        double sine, cosine;
        sincos_turns(x[d][i], &sine, &cosine);
        value[i] += x[d][i] * x[d][i] - 10 * cosine;
        double slope = 2 * x[d][i] + 62.83185307179586 * sine;
        mean[d][i] = 0.9 * mean[d][i] + 0.1 * slope;
        square[d][i] = 0.999 * square[d][i] + 0.001 * slope * slope;
        x[d][i] -= rate[step] * mean[d][i] / (sqrt(square[d][i] * scale[step]) + 1e-8);
      }
    for (int i = 0; i < BLOCK; i++) lowest[i] = value[i] < lowest[i] ? value[i] : lowest[i];
  }
  memcpy(best, lowest, sizeof lowest);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  FILE *file = fopen(arguments[2], "rb");
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  int runs = (int)(ftell(file) / 16), blocks = (runs + BLOCK - 1) / BLOCK, budget = atoi(arguments[3]);
  rewind(file);
  double *starts = calloc((size_t)blocks * BLOCK * 2, sizeof(double)), *best = calloc((size_t)blocks * BLOCK, sizeof(double));
  double *rate = calloc((size_t)budget, sizeof(double)), *scale = calloc((size_t)budget, sizeof(double));
  if (fread(starts, 16, (size_t)runs, file) != (size_t)runs) return 1;
  fclose(file);
  for (int k = 0; k < budget; k++) {
    rate[k] = 0.01 / (1 - pow(0.9, k + 1));
    scale[k] = 1 / (1 - pow(0.999, k + 1));
  }
  double times[REPEATS], sum = 0;
  for (int r = 0; r < REPEATS; r++) {
    double begin = seconds();
    for (int b = 0; b < blocks; b++) descend(starts + 2 * BLOCK * b, best + BLOCK * b, rate, scale, budget);
    times[r] = seconds() - begin;
    sum += best[r];
  }
  qsort(times, REPEATS, sizeof(double), ascending);
  printf("%.0f %.6f\n", (double)runs * budget, times[REPEATS / 2]);
  return sum == 0.123;
}
