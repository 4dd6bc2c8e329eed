# make report and make test do everything on a fresh machine with a Swift toolchain.

SHELL := /bin/bash
STUDY ?= studies/default.yaml
OUTPUT ?= output/$(basename $(notdir $(STUDY)))

# AVX-512 or AVX2 where the processor has it. The numbers do not depend on it: nothing is contracted to a fused operation.
HAS = grep -qw $(1) /proc/cpuinfo 2>/dev/null
AVX2 := $(shell $(call HAS,avx2) && $(call HAS,bmi2) && $(call HAS,fma) && echo "-Xcc -march=x86-64-v3")
AVX512 := $(shell $(call HAS,avx512f) && $(call HAS,avx512bw) && $(call HAS,avx512cd) && $(call HAS,avx512dq) && \
  $(call HAS,avx512vl) && echo "-Xcc -march=x86-64-v4")
MARCH := $(or $(AVX512),$(AVX2))
# Without errno, square roots of a batch are one instruction and not eight calls. They are rounded the same.
FLAGS := -c release $(MARCH) -Xcc -fno-math-errno
# Tests need other flags than reports; a folder of their own spares each the other's builds.
TEST_FLAGS := $(FLAGS) -Xswiftc -enable-testing --scratch-path .build-tests

.PHONY: help report test build build-tests bench lint format setup clean

help:
	@echo "make report   build, run $(STUDY) and write $(OUTPUT)/index.html"
	@echo "              (STUDY=studies/quick.yaml for a small one)"
	@echo "make test     build and run every test"
	@echo "make build    build the command: .build/release/generate-report"
	@echo "make lint     check the formatting of every Swift file"
	@echo "make format   format every Swift file"
	@echo "make bench    time sweeps and training beside other programs; writes Benchmarks/throughput.md"
	@echo "              (PEER_PYTHON=\"a/python b/python\" for where they are installed)"
	@echo "make clean    remove what was built"

report: build
	@.build/release/generate-report run $(STUDY) --output $(OUTPUT)

build: setup
	@swift build $(FLAGS) --product generate-report

test: build-tests
	@swift test --skip-build $(TEST_FLAGS)

# Apart from `swift test`, which would build everything once more with flags of its own.
build-tests: setup
	@swift build --build-tests $(TEST_FLAGS)

# What has no peer installed says so, and the rest is timed.
bench: setup
	@cd Benchmarks && swift build $(FLAGS) --product sweep-throughput && swift build $(FLAGS) --product certificates && \
	  swift build $(FLAGS) --product networks && \
	  .build/release/sweep-throughput peers throughput.md && .build/release/networks

lint:
	@swift format lint --strict --recursive Package.swift Sources Tests Benchmarks
	@echo "lint: clean"

format:
	@swift format --in-place --recursive Package.swift Sources Tests Benchmarks

# Installs what is missing, and does nothing where pkg-config finds everything.
setup:
	@command -v swift >/dev/null || { echo "A Swift toolchain (6.2 or newer) is needed: https://swift.org/install"; exit 1; }
	@pkg-config --exists cairo sqlite3 zlib 2>/dev/null || { \
	  command -v apt-get >/dev/null || { echo "The development files of cairo, sqlite3 and zlib are needed."; exit 1; }; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Installing libcairo2-dev, libsqlite3-dev, zlib1g-dev and pkg-config"; \
	  $$sudo apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends \
	    libcairo2-dev libsqlite3-dev zlib1g-dev pkg-config fonts-dejavu-core >/dev/null; }

clean:
	@rm -rf .build .build-tests
